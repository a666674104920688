import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, type Desk, openDesk } from "../../test/support/desk.ts";
import { newsroomOf } from "../../test/support/newsroom.ts";
import { type FixedClock, fixedClock, openTestPortal, TEST_NOW, type TestPortal } from "../../test/support/portals.ts";
import { BY_SYSTEM } from "../act.ts";
import { accountRoutes } from "../desk/account-routes.tsx";
import { deskRoom } from "../desk/room.ts";
import { readCsv } from "../media/text/csv.ts";
import { adoptCriteria } from "./commands/save-criteria.ts";
import { inspectionDesk } from "./desk.tsx";
import { loadInspections } from "./inspections.queries.ts";
import { INSPECTION_PATHS as PATHS } from "./paths.ts";
import { rankingDesk } from "./ranking-desk.tsx";

let house: TestPortal;
let desk: Desk;
let clock: FixedClock;
const people = ["giamdoc", "thanhtra", "thuky", "truong.dao-tao", "truong.to-chuc-hanh-chinh", "quantri"] as const;
const browsers = new Map<string, Browser>();
const csvRows = (text: string) => readCsv(text.replaceAll("\r\n", "\n"), 100).filter((row) => row.some(Boolean));
const as = (name: (typeof people)[number]) => browsers.get(name)!;

beforeAll(async () => {
  clock = fixedClock(TEST_NOW);
  house = await openTestPortal("sqlite", { clock });
  const { portal, centre } = house;
  await portal.act(BY_SYSTEM, adoptCriteria, {});
  await newsroomOf({ portal, centre, clock }).bringTo("PUBLISHED");
  desk = await openDesk(portal, (app, access) => {
    const room = deskRoom(portal);
    accountRoutes(app, access);
    for (const pages of [inspectionDesk, rankingDesk]) pages(app, room);
  });
  await desk.giveAccounts(Object.fromEntries(people.map((name) => [name, centre.people[name]!.id])));
  for (const name of people) browsers.set(name, await desk.signedIn(name));
});
afterAll(async () => {
  await desk.app.close();
  await house.close();
});

test("Đ22: the Director orders an inspection, the unit explains, the point opens its list, the minutes come in Word", async () => {
  const { centre, portal } = house;
  const director = as("giamdoc");
  await director.get(PATHS.add);
  const plan = {
    ...{
      loai: "thematic",
      ten: "Chuyên đề tin bài",
      "van-ban": "52/QĐ",
      "tu-ngay": "2026-11-01",
      "den-ngay": "2026-11-24",
    },
    ...{ "don-vi": centre.units["dao-tao"]!, "so-bai": "2" },
  };
  const refused = await director.post(PATHS.add, { ...plan, "den-ngay": "2026-10-01" });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain("Kỳ kiểm tra chưa đúng");
  expect(refused.body).toContain('value="Chuyên đề tin bài"');
  const made = await director.post(PATHS.add, { ...plan, nguoi: centre.people.thanhtra!.id });
  expect(made.statusCode).toBe(303);
  const { id, seed } = (await loadInspections(portal.db))[0]!;
  clock.advance(24 * 3600);
  for (const name of people) browsers.set(name, await desk.signedIn(name));
  const inspector = as("thanhtra");
  const opened = await inspector.get(PATHS.one(id));
  expect(opened.body).toContain(seed);
  expect((await inspector.post(PATHS.step(id), { buoc: "draw" })).statusCode).toBe(303);
  const article = (await loadInspections(portal.db))[0]!.sample[0]!.article;
  const fault = { bai: article, "don-vi": centre.units["dao-tao"]!, diem: "0", "ghi-chu": "Sai số học viên của lớp" };
  await inspector.get(PATHS.one(id));
  expect((await inspector.post(PATHS.mark(id), fault)).statusCode).toBe(303);
  expect((await inspector.post(PATHS.step(id), { buoc: "present" })).statusCode).toBe(303);

  // Another unit's head does not know of it; the unit's own explains.
  expect((await as("truong.to-chuc-hanh-chinh").get(PATHS.one(id))).statusCode).toBe(404);
  const head = as("truong.dao-tao");
  await head.get(PATHS.one(id));
  const said = { buoc: "explain", "don-vi": centre.units["dao-tao"]!, "noi-dung": "Đơn vị đã sửa số liệu của bài" };
  expect((await head.post(PATHS.step(id), { ...said, "noi-dung": "ừ" })).statusCode).toBe(422);
  expect((await head.post(PATHS.step(id), said)).statusCode).toBe(303);
  const path = PATHS.points(id, centre.units["dao-tao"]!, "accuracy");
  const list = await head.get(path);
  expect(list.body).toContain("Sai số học viên của lớp");
  const rows = csvRows((await head.get(`${path}.csv`)).body);
  expect(rows).toHaveLength(2);

  const again = as("giamdoc");
  const chooser = (await again.get(PATHS.one(id))).body;
  const hat = /<option value="(\w+)"[^>]*>\s*Giám đốc/.exec(chooser)?.[1] ?? "";
  await again.post("/ban-bien-tap/vai-tro", { hat });
  const conclusion = "Phòng Đào tạo cần kiểm tra số liệu trước khi gửi.";
  expect((await again.post(PATHS.step(id), { buoc: "conclude", "noi-dung": conclusion })).statusCode).toBe(303);
  const word = await again.get(`${PATHS.minutes(id)}.docx`);
  expect(word.headers["content-type"]).toContain("wordprocessingml");
  expect(word.rawPayload.subarray(0, 2).toString()).toBe("PK");
  const minutes = (await again.get(PATHS.minutes(id))).body;
  for (const words of [conclusion, said["noi-dung"], "Sai số học viên của lớp", "TRƯỞNG ĐOÀN KIỂM TRA"])
    expect(minutes, words).toContain(words);
  const ranking = (await head.get(`${PATHS.ranking}?ky=${id}`)).body;
  expect(ranking).toContain("Chính thức: điểm đã chốt");
});

test("Đ19.k1: a ranking counted from what is not frozen says so, and every number opens as many lines", async () => {
  const secretary = as("thuky");
  const page = await secretary.get(PATHS.ranking);
  expect(page.body).toContain("Tạm tính");
  expect(page.body).not.toContain("Chính thức: điểm đã chốt");
  const csv = csvRows((await secretary.get(`${PATHS.ranking}/nguoi-viet.csv`)).body);
  expect(csv[1]!.slice(4)).toEqual(["1", "0", "Tạm tính"]);
  const href = /href="([^"]*thi-dua\/bai\?[^"]*)"/g;
  const links = [...page.body.matchAll(href)].map((found) => found[1]!.replaceAll("&amp;", "&"));
  for (const link of links) expect((await secretary.get(link)).statusCode, link).toBe(200);
  const point = /href="([^"]*thi-dua\/diem\?[^"]*)"/.exec(page.body)![1]!.replaceAll("&amp;", "&");
  expect((await secretary.get(point)).statusCode).toBe(200);
});

test("Đ22.k1: weights that are not 100 are refused beside the form", async () => {
  const director = as("giamdoc");
  await director.get(PATHS.criteria);
  const refused = await director.post(PATHS.criteria, {
    ten: "Bộ mới",
    "tu-ngay": "2026-12-01",
    "tieu-chi-1": "A",
    "trong-so-1": "90",
  });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain("Tổng trọng số phải bằng 100, nay là 90");
});
