import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, type Desk, HOST, OFFICIAL, openDesk } from "../../test/support/desk.ts";
import { fixedClock, openTestPortal, TEST_NOW, type TestPortal } from "../../test/support/portals.ts";
import { deskFrame } from "../desk/frame.ts";
import { signInRoutes } from "../desk/routes-sign-in.tsx";
import { fillLibrary } from "../sample/library.ts";
import { indexEntry } from "../search/questions.ts";
import { libraryDesk } from "./desk.tsx";
import { LIBRARY_PATHS } from "./paths.ts";

const BOUNDARY = "ranh-gioi";

describe("the library's desk", () => {
  let opened: TestPortal;
  let desk: Desk;
  let secretary: Browser;
  let head: Browser;
  beforeAll(async () => {
    const clock = fixedClock(TEST_NOW);
    opened = await openTestPortal("sqlite", { clock });
    await fillLibrary(opened.portal, opened.centre, {
      today: "2026-11-24",
      now: () => "2026-09-21T00:50:00.000Z",
      set: () => {},
      live: () => {},
    });
    desk = await openDesk(opened.portal, (app, access) => {
      signInRoutes(app, access);
      libraryDesk(app, {
        portal: access.portal,
        frame: (request, current) => deskFrame(access.portal, request, current),
      });
    });
    await desk.giveAccounts({
      thuky: opened.centre.people.thuky!.id,
      "truong.dao-tao": opened.centre.people["truong.dao-tao"]!.id,
    });
    secretary = await desk.signedIn("thuky");
    head = await desk.signedIn("truong.dao-tao");
  }, 60_000);
  afterAll(async () => {
    await desk.app.close();
    await opened.close();
  });

  const fields = (over: Record<string, string> = {}) => ({
    so: "110 /qđ-gdtxhp",
    loai: "DECISION",
    "trich-yeu": "Ban hành Nội quy thư viện",
    "co-quan": "Trung tâm Giáo dục thường xuyên Hải Phòng",
    "nguoi-ky": "Nguyễn Văn Minh",
    "ngay-ban-hanh": "2026-11-20",
    "don-vi": opened.centre.units["dao-tao"]!,
    "ngay-ra-soat": "2027-11-20",
    ...over,
  });
  const postFile = (browser: Browser, url: string, texts: Record<string, string>, name: string, bytes: string) => {
    const parts = Object.entries({ csrf: browser.csrf, ...texts }).map(
      ([field, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
    );
    const file = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="tep"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n${bytes}\r\n--${BOUNDARY}--\r\n`;
    return desk.app.inject({
      method: "POST",
      url,
      payload: Buffer.from(parts.join("") + file),
      headers: {
        host: HOST,
        origin: OFFICIAL,
        "sec-fetch-site": "same-origin",
        accept: "text/html",
        "content-type": `multipart/form-data; boundary=${BOUNDARY}`,
        cookie: [...browser.cookies].map(([cookie, value]) => `${cookie}=${value}`).join("; "),
      },
    });
  };

  test("a document goes from the form over its file to the public; every refusal keeps what was typed", async () => {
    await head.get(LIBRARY_PATHS.add);
    const refused = await head.post(LIBRARY_PATHS.add, fields({ so: "một trăm", "ngay-hieu-luc": "2026-11-01" }));
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain("Số, ký hiệu “một trăm” chưa đúng.");
    expect(refused.body).toContain("Ngày có hiệu lực 01/11/2026 trước ngày ban hành 20/11/2026.");
    expect(refused.body).toContain("Ban hành Nội quy thư viện");
    const made = await head.post(LIBRARY_PATHS.add, fields());
    expect(made.statusCode).toBe(303);
    const item = String(made.headers.location).split("?")[0]!;
    expect((await head.get(item)).body).toContain("110/QĐ-GDTXHP");
    const early = await head.post(`${item}/cong-bo`);
    expect([early.statusCode, early.body.includes("Văn bản chưa có tệp.")]).toEqual([422, true]);
    const about = { "vi-tri": "", "ten-tep": "Toàn văn", "ngon-ngu": "vi", "ghi-chu-tep": "" };
    const wrong = await postFile(head, `${item}/tep`, about, "virus.exe", "MZ");
    expect(wrong.statusCode).toBe(422);
    expect((await postFile(head, `${item}/tep`, about, "toan-van.txt", "Điều 1. Giữ trật tự.")).statusCode).toBe(303);
    expect((await head.post(`${item}/cong-bo`)).headers.location).toBe(`${item}?xong=da-cong-bo`);
    const other = { ...about, "vi-tri": "1", "ghi-chu-tep": "Sửa lỗi ở Điều 1" };
    const replaced = await postFile(head, `${item}/tep`, other, "toan-van.txt", "Điều 1. Giữ yên lặng.");
    expect(replaced.headers.location).toBe(`${item}?xong=da-thay-tep`);
  });

  test("law.md §11: a head cannot touch another unit's document", async () => {
    const { id } = await opened.portal.db
      .selectFrom("document")
      .select("id")
      .where("number_symbol", "=", "27/QĐ-GDTXHP")
      .executeTakeFirstOrThrow();
    const page = await head.get(LIBRARY_PATHS.item(id));
    expect(page.body).not.toContain("Vẫn đúng</");
    expect((await head.post(LIBRARY_PATHS.confirm(id))).statusCode).toBe(422);
  });

  test("Đ13.k1.b: what is due is listed, and one click says it is still right", async () => {
    const before = await secretary.get(LIBRARY_PATHS.due);
    expect(waitingIn(before.body)).toBe(2);
    const [, action] = /action="(\/ban-bien-tap\/van-ban\/muc\/\w+\/van-dung)"/.exec(before.body)!;
    const answer = await secretary.post(action!, { ve: LIBRARY_PATHS.due });
    expect(answer.headers.location).toBe(`${LIBRARY_PATHS.due}?xong=van-dung`);
    const after = await secretary.get(LIBRARY_PATHS.due);
    expect(after.body).not.toContain(action!);
    expect(waitingIn(after.body)).toBe(1);
  });

  test("relations are refused with their reason and keep what was chosen", async () => {
    const rows = await opened.portal.db.selectFrom("document").select(["id", "number_symbol"]).execute();
    const id = (number: string) => rows.find(({ number_symbol }) => number_symbol === number)!.id;
    const item = LIBRARY_PATHS.item(id("36/2017/TT-BGDĐT"));
    await secretary.get(item);
    const chosen = { "quan-he-loai": "ABOLISHES", "quan-he-voi": id("09/2024/TT-BGDĐT"), "quan-he-tu": "" };
    const refused = await secretary.post(LIBRARY_PATHS.relations(id("36/2017/TT-BGDĐT")), chosen);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain("Quan hệ này tạo thành vòng");
    expect(refused.body).toMatch(/<option value="ABOLISHES" selected/);
    const itself = { ...chosen, "quan-he-voi": id("36/2017/TT-BGDĐT") };
    const self = await secretary.post(LIBRARY_PATHS.relations(id("36/2017/TT-BGDĐT")), itself);
    expect(self.body).toContain("Một văn bản không thể có quan hệ với chính nó.");
  });

  test("REQ-071: documents that rest on an expired one are told of", async () => {
    const { body } = await secretary.get(LIBRARY_PATHS.warnings);
    expect(body).toContain("41/QĐ-GDTXHP");
    expect(body).toContain("36/2017/TT-BGDĐT");
  });

  test("REQ-071: a page or an article that cites an expired document stands in the list with its owner", async () => {
    const page = {
      kind: "page" as const,
      id: "p1",
      path: "/tuyen-sinh",
      title: "Tuyển sinh hằng năm",
      body: "Thực hiện công khai theo Thông tư số 36/2017/TT-BGDĐT.",
      day: "2026-09-01",
      unit: "Phòng Đào tạo",
    };
    await opened.portal.database.transact((tx) => indexEntry(tx, page));
    const { body } = await secretary.get(LIBRARY_PATHS.warnings);
    expect(body).toContain('<a href="/tuyen-sinh">Tuyển sinh hằng năm</a>');
    expect(body).toContain("bị thay thế bởi Thông tư số 09/2024/TT-BGDĐT");
  });

  test("REQ-002: legal bases are data, and those that expired are told of", async () => {
    const { body } = await secretary.get(LIBRARY_PATHS.bases);
    expect(body).toContain("căn cứ đã hết hiệu lực");
    expect(body).toContain("36/2017/TT-BGDĐT: dùng 09/2024/TT-BGDĐT thay thế");
    const bad = await secretary.post(LIBRARY_PATHS.bases, {
      so: "1/TT-X",
      ten: "Thử",
      tu: "2026-02-01",
      den: "2026-01-01",
    });
    expect([bad.statusCode, bad.body.includes("Ngày hết hiệu lực trước ngày có hiệu lực.")]).toEqual([422, true]);
    const good = await secretary.post(LIBRARY_PATHS.bases, {
      so: "36/2017/tt-bgdđt",
      ten: "Đổi tên",
      den: "2024-07-18",
    });
    expect(good.statusCode).toBe(303);
    expect((await secretary.get(LIBRARY_PATHS.bases)).body).toContain("Đổi tên");
  });

  /** The number beside "Văn bản" in the menu. */
  const waitingIn = (body: string) => {
    const from = body.indexOf('href="/ban-bien-tap/van-ban"');
    return Number(/class="count"[^>]*>(\d+)/.exec(body.slice(from, body.indexOf("</li>", from)))?.[1] ?? 0);
  };
});
