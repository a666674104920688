import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, type Desk, HOST, OFFICIAL, openDesk } from "../../test/support/desk.ts";
import { type DisclosureRoom, openDisclosure } from "../../test/support/disclosure.ts";
import { eachEngine } from "../../test/support/portals.ts";
import { BY_SYSTEM } from "../act.ts";
import { deskFrame } from "../desk/frame.ts";
import { signInRoutes } from "../desk/routes-sign-in.tsx";
import { createHttp } from "../http/server.ts";
import { changeSettings } from "../settings/change-settings.ts";
import { formerHosts } from "./address.queries.ts";
import { disclosureDesk } from "./desk.tsx";
import { readEntries, readEntry } from "./disclosure.queries.ts";
import { DESK_PATHS } from "./paths.ts";
import { verifyDisclosure } from "./verify.ts";

const PEOPLE = ["ctv.dao-tao", "truong.dao-tao", "thuongtruc", "thuky", "giamdoc", "thanhtra", "phoban.hanh-chinh"];

eachEngine("the desk of disclosure", (engine) => {
  let room: DisclosureRoom;
  let desk: Desk;
  let entry = "";
  const browsers = new Map<string, Browser>();
  const as = (name: string) => browsers.get(name)!;

  beforeAll(async () => {
    room = await openDisclosure(engine);
    const { portal, centre } = room;
    desk = await openDesk(portal, (app, access) => {
      signInRoutes(app, access);
      disclosureDesk(app, { portal, frame: (request, current) => deskFrame(portal, request, current) });
    });
    await desk.giveAccounts(Object.fromEntries(PEOPLE.map((name) => [name, centre.people[name]!.id])));
    for (const name of PEOPLE) browsers.set(name, await desk.signedIn(name));
  }, 60_000);

  afterAll(async () => {
    await desk?.app.close();
    await room?.close();
  });

  /** A form with files, as a browser without script sends it. */
  async function send(
    name: string,
    url: string,
    fields: Record<string, string>,
    files: [string, string, string][] = [],
  ) {
    const browser = as(name);
    const boundary = "ranh-gioi";
    const parts = [
      ...Object.entries({ csrf: browser.csrf, ...fields }).map(
        ([field, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
      ),
      ...files.map(
        ([field, file, text]) =>
          `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${file}"\r\nContent-Type: application/octet-stream\r\n\r\n${text}\r\n`,
      ),
      `--${boundary}--\r\n`,
    ];
    return desk.app.inject({
      method: "POST",
      url,
      payload: Buffer.from(parts.join("")),
      headers: {
        host: HOST,
        origin: OFFICIAL,
        "sec-fetch-site": "same-origin",
        accept: "text/html",
        "content-type": `multipart/form-data; boundary=${boundary}`,
        cookie: [...browser.cookies].map(([key, value]) => `${key}=${value}`).join("; "),
      },
    });
  }

  const step = async (name: string, act: string, fields: Record<string, string> = {}) => {
    await as(name).get(DESK_PATHS.entry(entry));
    const { hash } = (await readEntry(room.portal.db, entry))!;
    return as(name).post(DESK_PATHS.step(entry), { viec: act, ma: hash, ...fields });
  };

  test("Đ14.k6: the register tells every item of the year, and offers to write only to those who may", async () => {
    const writer = await as("ctv.dao-tao").get(DESK_PATHS.year("2025-2026"));
    expect(writer.body).toContain("Báo cáo thường niên của năm trước");
    expect(writer.body).toContain("Còn thiếu");
    expect(writer.body).toContain("Soạn");
    expect((await as("thanhtra").get(DESK_PATHS.year("2025-2026"))).body).not.toContain(
      `action="${DESK_PATHS.prepare}"`,
    );
  });

  test("a contributor begins an entry, once", async () => {
    const item = await room.itemOf("doi-ngu");
    await as("ctv.dao-tao").get(DESK_PATHS.home);
    const made = await as("ctv.dao-tao").post(DESK_PATHS.prepare, { muc: item.id, nam: "2025-2026" });
    expect(made.statusCode).toBe(303);
    entry = (await readEntries(room.portal.db, { item: item.id }))[0]!.id;
    const again = await as("ctv.dao-tao").post(DESK_PATHS.prepare, { muc: item.id, nam: "2025-2026" });
    expect(again.statusCode).toBe(422);
    expect(again.body).toContain("Mục này đang có một bản chưa đăng.");
  });

  test("saves a pasted table, a table read from a file, and keeps the file beside it", async () => {
    await as("ctv.dao-tao").get(DESK_PATHS.entry(entry));
    const { hash } = (await readEntry(room.portal.db, entry))!;
    const fields = {
      ma: hash,
      "tieu-de": "Đội ngũ năm học",
      "noi-dung": "Số liệu tháng 11.",
      "bang-1-ten": "Theo trình độ",
      "bang-1": "Trình độ\tSố người\nThạc sĩ\t17",
    };
    const answer = await send("ctv.dao-tao", DESK_PATHS.save(entry), fields, [
      ["tep-bang", "Bồi dưỡng.csv", "Nội dung,Số người\nBồi dưỡng,53\n"],
      ["tep", "độc hại.exe", "MZ"],
    ]);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain("độc hại.exe");
    const { content } = (await readEntry(room.portal.db, entry))!;
    expect(content.tables.map(({ columns, rows }) => [columns, rows])).toEqual([
      [["Trình độ", "Số người"], [["Thạc sĩ", "17"]]],
      [["Nội dung", "Số người"], [["Bồi dưỡng", "53"]]],
    ]);
    expect(content.files.map(({ name }) => name)).toEqual(["boi-duong.csv"]);
    expect(content.tables[1]!.source).toBe(content.files[0]!.file);
    const page = await as("ctv.dao-tao").get(DESK_PATHS.entry(entry));
    expect(page.body).toContain("Số liệu tháng 11.");
    expect(page.body).not.toContain("Tải bảng này dạng CSV");
  });

  test("is carried on by head, standing deputy and secretary; the text seen is the text approved", async () => {
    expect((await step("ctv.dao-tao", "sendToHead")).statusCode).toBe(303);
    expect((await step("ctv.dao-tao", "approveInUnit")).statusCode).toBe(422);
    expect((await step("truong.dao-tao", "approveInUnit")).statusCode).toBe(303);
    expect((await step("phoban.hanh-chinh", "approve")).statusCode).toBe(422);
    expect((await step("thuky", "publish")).body).toContain("Bản này chưa được phê duyệt.");
    expect((await step("thuongtruc", "approve", { ma: "x" })).statusCode).toBe(422);
    expect((await step("thuongtruc", "approve")).statusCode).toBe(303);
    expect((await step("thuky", "publish")).statusCode).toBe(303);
    expect((await readEntry(room.portal.db, entry))?.state).toBe("PUBLISHED");
  });

  test("Đ13.k1.c.g3: once published no button and no form changes it", async () => {
    for (const name of PEOPLE) {
      const { body } = await as(name).get(DESK_PATHS.entry(entry));
      expect(body, name).not.toContain(DESK_PATHS.step(entry));
      expect(body, name).not.toContain(DESK_PATHS.save(entry));
      for (const act of ["return", "publish", "approve"]) {
        expect((await step(name, act, { "ly-do": "Muốn gỡ bản này xuống" })).statusCode, `${name} ${act}`).not.toBe(
          303,
        );
      }
      for (const act of ["hide", "delete", "takeDown", "unpublish"]) {
        expect((await step(name, act)).statusCode, `${name} ${act}`).not.toBe(303);
      }
    }
    const saved = await send("thuky", DESK_PATHS.save(entry), { "tieu-de": "", "noi-dung": "" });
    expect(saved.statusCode).toBe(422);
    expect((await readEntry(room.portal.db, entry))?.content.text).toBe("Số liệu tháng 11.");
  });

  test("REQ-075, Đ13.k1.c.g4: a changed host opens the task at once; it closes only with day and number", async () => {
    await room.portal.act(BY_SYSTEM, changeSettings, { "site.aliases": [] });
    const open = await as("thuky").get(DESK_PATHS.notices);
    expect(open.body).toContain("Cần báo Sở địa chỉ chuyên mục Công khai");
    const bare = await as("thuky").post(DESK_PATHS.notices, { ngay: "2026-11-24", "so-van-ban": " " });
    expect(bare.statusCode).toBe(422);
    expect(bare.body).toContain("Chưa ghi số văn bản báo Sở.");
    const closed = await as("thuky").post(DESK_PATHS.notices, { ngay: "2026-11-24", "so-van-ban": "45/GDTX" });
    expect(closed.statusCode).toBe(303);
    expect((await as("thuky").get(DESK_PATHS.notices)).body).toContain("Sở đã được báo địa chỉ này");
    await room.portal.act(BY_SYSTEM, changeSettings, { "site.canonicalHost": "moi.haiphong.edu.vn" });
    const again = await as("thuky").get(DESK_PATHS.notices);
    expect(again.body).toContain("https://moi.haiphong.edu.vn/cong-khai");
    expect(again.body).toContain("hạn báo 29/11/2026");
    expect(again.body).toContain("Địa chỉ cũ vẫn dẫn về đây");
    const sheet = await as("thuky").get(DESK_PATHS.sheet);
    expect(sheet.statusCode).toBe(200);
    for (const path of ["", "/2025-2026", "/2026-2027/doi-ngu"]) {
      expect(sheet.body).toContain(`https://moi.haiphong.edu.vn/cong-khai${path}</span>`);
    }
    expect(sheet.body).toContain("Văn bản số 45/GDTX ngày 24/11/2026");
  });

  test("A-09: readers of a former host are led on, though nobody kept its name in the settings", async () => {
    await room.portal.act(BY_SYSTEM, changeSettings, { "site.aliases": [] });
    const aliases = await formerHosts(room.portal.db);
    expect(aliases).toEqual([HOST]);
    const moved = await createHttp({
      official: "https://moi.haiphong.edu.vn",
      aliases,
      clock: room.portal.clock,
      secret: "bi-mat-cua-phep-thu-dai-hon-32-ky-tu",
      permissions: new Set(),
    });
    const answer = await moved.inject({ url: "/cong-khai/2025-2026/doi-ngu", headers: { host: HOST } });
    expect(answer.statusCode).toBe(301);
    expect(answer.headers.location).toBe("https://moi.haiphong.edu.vn/cong-khai/2025-2026/doi-ngu");
    await moved.close();
  });

  test("a form to withhold data asks for the order, and shows again what was typed", async () => {
    const page = await as("thuky").get(DESK_PATHS.redact(entry));
    expect(page.body).toContain("Ghi yêu cầu");
    const typed = { "so-van-ban": "", "ngay-van-ban": "2026-11-20", "co-quan": "Công an thành phố", "ly-do": "Ngắn" };
    const answer = await send("thuky", DESK_PATHS.redact(entry), {
      ...typed,
      "tieu-de": "Đội ngũ",
      "noi-dung": "[đã che]",
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain("Chưa đủ số văn bản và cơ quan yêu cầu.");
    expect(answer.body).toContain("Công an thành phố");
    await as("giamdoc").get(DESK_PATHS.entry(entry));
    expect((await send("giamdoc", DESK_PATHS.redact(entry), typed)).statusCode).toBe(422);
  });

  test("A-06: the lists are kept by form; what is wrong is said, and nothing typed is lost", async () => {
    const page = await as("thuky").get(DESK_PATHS.newItem);
    expect(page.body).toContain("Thêm mục công khai");
    const typed = { "quy-dinh": "dia-phuong", ten: "Thu chi xã hội hóa", ngay: "31", thang: "2", "sau-thay-doi": "10" };
    const more = { ky: "school_year", "nam-dau": "2026", "duong-dan": "doi-ngu", "luu-y": "Hỏi lại Sở" };
    const wrong = await as("thuky").post(DESK_PATHS.newItem, { ...typed, ...more });
    expect(wrong.statusCode).toBe(422);
    for (const text of ["Hạn công khai chưa đúng.", "đã thuộc một mục khác", 'value="Hỏi lại Sở"', 'value="31"']) {
      expect(wrong.body).toContain(text);
    }
    const right = { ...typed, ...more, thang: "5", "duong-dan": "" };
    expect((await as("thuky").post(DESK_PATHS.newItem, right)).headers.location).toContain("xong=muc-moi");
    const items = await as("thuky").get(DESK_PATHS.items);
    expect(items.body).toContain("Thu chi xã hội hóa");
    const { id } = await room.itemOf("thu-chi-xa-hoi-hoa");
    const change = { ten: "Thu chi xã hội hóa", ngay: "30", thang: "4", "sau-thay-doi": "10", "tu-ngay": "2026-01-01" };
    const back = await as("thuky").post(DESK_PATHS.item(id), change);
    expect(back.statusCode).toBe(422);
    expect(back.body).toContain("Hạn mới không được áp dụng từ một ngày đã qua.");
    expect((await as("thuky").post(DESK_PATHS.item(id), { ...change, "tu-ngay": "2026-12-01" })).statusCode).toBe(303);
    expect((await as("thuky").get(DESK_PATHS.item(id))).body).toContain("30/4");
    const regime = await as("thuky").post(DESK_PATHS.regime("tt-09-2024"), {
      ten: "",
      "can-cu": "x",
      "nam-cuoi": "2020",
    });
    expect(regime.statusCode).toBe(422);
    expect(regime.body).toContain("các năm học đã qua");
    const made = { ten: "Thông tư mới", "can-cu": "Số 01/2027", "nam-dau": "2027" };
    expect((await as("thuky").post(DESK_PATHS.newRegime, made)).statusCode).toBe(303);
    expect((await as("ctv.dao-tao").get(DESK_PATHS.newItem)).statusCode).toBe(403);
  });

  test("verify finds every entry as its steps made it", async () => {
    expect(await verifyDisclosure(room.portal.db)).toEqual({ entries: 1, bad: null });
  });
});
