import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, type Desk, openDesk } from "../../test/support/desk.ts";
import { type Newsroom, openNewsroom } from "../../test/support/newsroom.ts";
import { accountRoutes } from "../desk/account-routes.tsx";
import { deskRoom } from "../desk/room.ts";
import { planDesk } from "../plan/desk.tsx";
import { quotaDesk } from "./desk.tsx";

let house: Newsroom & { close: () => Promise<void> };
let desk: Desk;
let secretary: Browser;
let head: Browser;
let chief: Browser;
let article: string;

beforeAll(async () => {
  house = await openNewsroom("sqlite");
  article = (await house.load(await house.bringTo("PUBLISHED"))).article.id;
  const { people } = house.centre;
  desk = await openDesk(house.portal, (app, access) => {
    accountRoutes(app, access);
    quotaDesk(app, deskRoom(house.portal));
    planDesk(app, deskRoom(house.portal));
  });
  await desk.giveAccounts({ lan: people.thuky!.id, hoa: people["truong.dao-tao"]!.id, minh: people.giamdoc!.id });
  secretary = await desk.signedIn("lan");
  head = await desk.signedIn("hoa");
  chief = await desk.signedIn("minh");
});
afterAll(async () => {
  await desk.app.close();
  await house.close();
});

/** The hat in which somebody of several goes on. */
async function wear(browser: Browser, words: RegExp): Promise<void> {
  const page = await browser.get("/ban-bien-tap/chi-tieu");
  const option = [...page.body.matchAll(/<option value="([^"]+)"[^>]*>([^<]+)<\/option>/g)].find(([, , label]) =>
    words.test(label!),
  );
  const form = /<form[^>]*action="([^"]+)"[^>]*>(?:(?!<\/form>)[\s\S])*<select[^>]*name="([^"]+)"/.exec(page.body)!;
  if (option) await browser.post(form[1]!, { [form[2]!]: option[1]! });
}

test("Đ11.g2: the secretary opens the queue and marks with one tap; every number opens its articles", async () => {
  await wear(secretary, /Thư ký/);
  const queue = await secretary.get("/ban-bien-tap/chi-tieu/danh-gia");
  expect(queue.body).toContain("Khai giảng lớp bổ túc trung học");
  const bare = await secretary.post(`/ban-bien-tap/chi-tieu/bai/${article}`, { muc: "poor", "da-xem": "0" });
  expect([bare.statusCode, bare.body.includes("Chưa ghi bài thiếu gì.")]).toEqual([422, true]);
  const done = await secretary.post(`/ban-bien-tap/chi-tieu/bai/${article}`, {
    muc: "good",
    "da-xem": "0",
    tu: "hang-doi",
  });
  expect(done.headers.location).toBe("/ban-bien-tap/chi-tieu/danh-gia?xong=danh-gia");
  expect((await secretary.get("/ban-bien-tap/chi-tieu/danh-gia")).body).toContain("Không còn bài nào");
  const listed = await secretary.get("/ban-bien-tap/chi-tieu.csv?thang=2026-11&don-vi=dao-tao");
  expect(listed.body.trim().split("\r\n")).toHaveLength(2);
  const articles = await secretary.get("/ban-bien-tap/chi-tieu/bai.csv?thang=2026-11&cach-tinh=counted");
  expect(articles.body).toContain("Khai giảng lớp bổ túc trung học");
  const other = await secretary.get("/ban-bien-tap/chi-tieu/bai.csv?thang=2026-11&cach-tinh=other");
  expect(other.body.trim().split("\r\n")).toHaveLength(1);
});

test("Đ16.k3: the head of a unit sees its month first, and a month that is none is this month", async () => {
  const page = await head.get("/ban-bien-tap/chi-tieu?thang=2026-13");
  expect(page.body).toContain("Chỉ tiêu tin, bài tháng 11/2026");
  expect(page.body).toContain("Đang có 1 bài đạt. Cần gửi thêm 1 bài.");
  expect((await head.get("/ban-bien-tap/chi-tieu?thang=2027-05")).body).toContain("tháng 11/2026");
  expect((await head.get("/ban-bien-tap/chi-tieu/danh-gia")).statusCode).toBe(403);
  expect((await head.get("/ban-bien-tap/chi-tieu/mien")).statusCode).toBe(403);
  expect((await head.get(`/ban-bien-tap/chi-tieu/bai/${"0".repeat(26)}`)).statusCode).toBe(404);
});

test("a refused exemption keeps what was typed; a plan goes from its form to its decision", async () => {
  await wear(chief, /Trưởng Ban/);
  await chief.get("/ban-bien-tap/chi-tieu/mien");
  const refused = await chief.post("/ban-bien-tap/chi-tieu/mien", {
    "don-vi": house.centre.units["dao-tao"]!,
    "tu-thang": "12/2026",
    "den-thang": "2026-11",
    "ly-do": "Giữ lại lý do",
  });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain("Giữ lại lý do");
  expect(refused.body).toContain("Khoảng tháng được miễn chưa đúng.");
  await chief.get("/ban-bien-tap/ke-hoach/moi");
  const typed = { ky: "2026-12", "dinh-huong": "Tuyển sinh", "chu-de-0": "Tuyển sinh học kỳ II" };
  const short = await chief.post("/ban-bien-tap/ke-hoach/moi", typed);
  expect([short.statusCode, short.body.includes('value="Tuyển sinh học kỳ II"')]).toEqual([422, true]);
  const sent = await chief.post("/ban-bien-tap/ke-hoach/moi", { ...typed, "so-bai-0": "2" });
  expect(sent.headers.location).toBe("/ban-bien-tap/ke-hoach/ky/2026-12?xong=de-nghi");
  const waiting = await chief.get("/ban-bien-tap/ke-hoach/ky/2026-12");
  expect(waiting.body).toContain("Quyết định kế hoạch này");
  const decided = await chief.post("/ban-bien-tap/ke-hoach/ky/2026-12/quyet-dinh", { ban: "1", viec: "quyet-dinh" });
  expect(decided.headers.location).toBe("/ban-bien-tap/ke-hoach/ky/2026-12?xong=decided");
  expect((await head.get("/ban-bien-tap/ke-hoach.csv")).body).toContain("Tuyển sinh học kỳ II");
  const theme = /ke-hoach\/ky\/2026-12\/chu-de\/\w+/.exec(
    (await head.get("/ban-bien-tap/ke-hoach/ky/2026-12")).body,
  )![0];
  expect((await head.get(`/ban-bien-tap/${theme}`)).statusCode).toBe(200);
  expect((await head.get("/ban-bien-tap/ke-hoach/ky/2026-Q9")).statusCode).toBe(404);
});
