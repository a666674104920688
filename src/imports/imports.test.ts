import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, type Desk, HOST, OFFICIAL, openDesk } from "../../test/support/desk.ts";
import { eachEngine, openTestPortal, type TestPortal } from "../../test/support/portals.ts";
import { boardRoutes } from "../board/desk.tsx";
import { accountRoutes } from "../desk/account-routes.tsx";
import { deskRoom } from "../desk/room.ts";
import { JOB_KINDS } from "../jobs/kinds.ts";
import { newWorkerName, type Worker } from "../jobs/run.ts";
import { libraryDesk } from "../library/desk.tsx";
import { sheetOf } from "../lists/sheet.ts";
import { xlsxOf } from "../lists/xlsx-out.ts";
import { ATTACHMENT_TYPES } from "../media/file-name.ts";
import { tablesOf } from "../media/text/tables-of.ts";
import { importDesk } from "./desk.tsx";
import { IMPORT_KINDS } from "./kinds.ts";
import { readSheet } from "./read-sheet.ts";

eachEngine("spreadsheets in", (engine) => {
  let house: TestPortal;
  let desk: Desk;
  let secretary: Browser;
  let admin: Browser;
  let head: Browser;
  const failures: unknown[] = [];

  beforeAll(async () => {
    house = await openTestPortal(engine);
    const { portal, centre } = house;
    const worker: Worker = {
      portal,
      kinds: JOB_KINDS,
      name: newWorkerName(),
      onError: (_, error) => failures.push(error),
    };
    desk = await openDesk(portal, (app, access) => {
      accountRoutes(app, access);
      const room = deskRoom(portal);
      libraryDesk(app, room);
      boardRoutes(app, room);
      importDesk(app, room, worker);
    });
    await desk.giveAccounts({
      thuky: centre.people.thuky!.id,
      quantri: centre.people.quantri!.id,
      hoa: centre.people["truong.dao-tao"]!.id,
    });
    head = await desk.signedIn("hoa");
    secretary = await desk.signedIn("thuky");
    admin = await desk.signedIn("quantri");
  });
  afterAll(async () => {
    await desk.app.close();
    await house.close();
  });

  /** Sends a file as the form does, and follows where it leads. */
  async function send(browser: Browser, path: string, name: string, bytes: Uint8Array) {
    await browser.get(path);
    const edge = "----bang";
    const part = (head: string, body: string | Uint8Array) => [`--${edge}\r\n${head}\r\n\r\n`, body, "\r\n"];
    const payload = Buffer.concat(
      [
        ...part('Content-Disposition: form-data; name="csrf"', browser.csrf),
        ...part(`Content-Disposition: form-data; name="tep"; filename="${name}"`, bytes),
        `--${edge}--\r\n`,
      ].map((one) => Buffer.from(one)),
    );
    const cookie = [...browser.cookies].map(([key, value]) => `${key}=${value}`).join("; ");
    const answer = await desk.app.inject({
      method: "POST",
      url: path,
      payload,
      remoteAddress: "203.0.113.7",
      headers: {
        ...{ host: HOST, cookie, origin: OFFICIAL, "sec-fetch-site": "same-origin", accept: "text/html" },
        "content-type": `multipart/form-data; boundary=${edge}`,
      },
    });
    const where = answer.headers.location;
    return { status: answer.statusCode, body: answer.body, where: typeof where === "string" ? where : "" };
  }

  const HEADS = ["Số, ký hiệu", "Loại", "Ngày ban hành", "Cơ quan ban hành", "Người ký", "Trích yếu", "Đơn vị quản lý"];
  const row = (number: string, day: string, unit = "Phòng Đào tạo", signer = "Nguyễn Văn Minh") => [
    ...[number, "Quyết định", day, "Trung tâm", signer, "Thành lập hội đồng", unit],
  ];
  const workbook = (rows: readonly (readonly string[])[]) =>
    xlsxOf([
      sheetOf(
        "thu",
        "Thử",
        HEADS.map((label, index) => ({
          label,
          ...(label === "Ngày ban hành" ? { kind: "day" as const } : {}),
          value: (cells: readonly string[]) => cells[index] ?? "",
        })),
        rows,
      ),
    ]);
  const documents = async () => (await house.portal.db.selectFrom("document").select("id").execute()).length;
  const path = "/ban-bien-tap/van-ban/nhap-bang";

  test("each kind has a page and a template with heads and a guide, which can be read back", async () => {
    for (const kind of IMPORT_KINDS.filter(({ name }) => ["document", "unit", "person"].includes(name))) {
      const browser = kind.name === "document" ? secretary : admin;
      expect((await browser.get(kind.path)).statusCode).toBe(200);
      const file = await browser.get(`${kind.path}/mau.xlsx`);
      const read = await tablesOf(file.rawPayload, ATTACHMENT_TYPES.xlsx);
      if (!read.ok) throw new Error(read.error.message);
      const [sheet, guide] = read.value;
      const columns = await kind.columns(house.portal.db, "2026-11-24");
      expect(sheet!.header).toEqual(columns.map(({ label }) => label));
      expect(guide!.rows.map(([label]) => label)).toEqual(columns.map(({ label }) => label));
    }
  });

  test("a workbook is looked at first, every fault at its cell and nothing written; then good rows go in once", async () => {
    const before = await documents();
    const bytes = await workbook([
      row("120/QĐ-GDTXHP", "2026-11-02"),
      row("120 /qđ-gdtxhp", "2026-11-02"),
      row("xx", "31/02/2026", "Phòng Không Có", ""),
      row("121/QĐ-GDTXHP", "2026-11-03"),
    ]);
    const sent = await send(secretary, path, "bang.xlsx", bytes);
    expect(sent.status).toBe(303);
    const preview = await secretary.get(sent.where);
    expect(preview.body).toContain("2 dòng nhập được, 2 dòng có lỗi, 0 dòng đã có từ trước");
    expect(preview.body).toContain("Trùng với dòng 2.");
    expect(preview.body).toContain("Ô G4: “Phòng Không Có” không có trong danh sách.");
    expect(await documents()).toBe(before);

    expect((await head.get(sent.where)).statusCode, "another person's table").toBe(404);
    await secretary.get(sent.where);
    const entered = await secretary.post(sent.where);
    expect(entered.statusCode).toBe(303);
    const result = await secretary.get(sent.where);
    expect(result.body).toContain("Đã nhập 2 dòng, 1 dòng đã có từ trước, 1 dòng không nhập được.");
    expect(await documents()).toBe(before + 2);
    expect((await secretary.post(sent.where)).statusCode, "entered a second time").toBe(409);

    const again = await send(secretary, path, "bang.xlsx", bytes);
    await secretary.get(again.where);
    await secretary.post(again.where);
    expect((await secretary.get(again.where)).body).toContain("Đã nhập 0 dòng, 3 dòng đã có từ trước");
    expect(await documents()).toBe(before + 2);
    const sheet = await secretary.get(`${again.where}/ket-qua.csv`);
    expect(sheet.body.trim().split("\r\n")).toHaveLength(5);
    expect(failures).toEqual([]);
  });

  test("the list that was downloaded is taken back and doubles nothing", async () => {
    const before = await documents();
    const list = await secretary.get("/ban-bien-tap/van-ban.xlsx");
    const sent = await send(secretary, path, "van-ban.xlsx", list.rawPayload);
    expect((await secretary.get(sent.where)).body).toContain(`0 dòng có lỗi, ${before} dòng đã có từ trước`);
  });

  test("Đ7.k3: people and units are entered by the administrator; each row is an act of his own in the log", async () => {
    const csv = "Họ và tên;Chức danh;Đơn vị;Thuộc\nTrần Thị Bình;Giáo viên Toán;Phòng Đào tạo;\nLê Văn C;;Không có;\n";
    const sent = await send(admin, "/ban-bien-tap/ban-bien-tap/nguoi/nhap", "nguoi.csv", Buffer.from(`\uFEFF${csv}`));
    expect((await admin.get(sent.where)).body).toContain("Ô C3: Không có đơn vị “Không có”.");
    await admin.post(sent.where);
    const people = await house.portal.db.selectFrom("person").select("full_name").execute();
    const names = people.map((one) => one.full_name);
    expect([names.includes("Trần Thị Bình"), names.includes("Lê Văn C")]).toEqual([true, false]);
    const acts = await house.portal.db.selectFrom("evidence").select(["act", "person"]).execute();
    const own = acts.filter(({ person }) => person === house.centre.people.quantri!.id).map(({ act }) => act);
    expect(own.filter((act) => act === "import.start" || act === "person.add")).toEqual(["import.start", "person.add"]);
    expect((await secretary.get("/ban-bien-tap/ban-bien-tap/nguoi/nhap")).statusCode).toBe(403);
  });

  test("what is no table is refused in words that tell what to do", async () => {
    const sentence = async (name: string, bytes: Uint8Array) => {
      const { status, body } = await send(secretary, path, name, bytes);
      return status === 422
        ? (/class="error-summary[\s\S]*?<li>([\s\S]*?)<\/li>/.exec(body)?.[1] ?? body)
        : String(status);
    };
    expect(await sentence("a.csv", Buffer.from("a,b\n1,2"))).toContain("Không thấy hàng tên cột");
    expect(await sentence("a.csv", Buffer.from(`${HEADS.join(";")}\n`))).toContain("chưa có hàng nào");
    expect(await sentence("a.csv", Buffer.from([0x53, 0xed, 0x20]))).toContain("CSV UTF-8");
    expect(await sentence("a.xls", Buffer.from("d0cf11e0a1b11ae1", "hex"))).toContain(".xlsx");
    expect(await sentence("a.xlsx", Buffer.from("PK\u0003\u0004hỏng"))).not.toBe("303");
    const many = [HEADS.join(";"), ...Array.from({ length: 2_001 }, (_, n) => `${n}/QĐ;a;b;c;d;e;f`)].join("\n");
    expect(await sentence("a.csv", Buffer.from(many))).toContain("quá 2000 hàng");
  });
});

test("days, numbers and places of a workbook are read as they are, whatever its formats show", async () => {
  const bytes = await xlsxOf([
    sheetOf(
      "x",
      "x",
      [
        { label: "Bỏ qua", value: () => "" },
        { label: "Ngày", kind: "day", value: () => "2026-02-03" },
        { label: "Số", kind: "number", value: () => 1234.5 },
      ],
      [{}],
    ),
  ]);
  const read = await readSheet(bytes, [
    { key: "so", label: "số", kind: "number", hint: "", example: "", needed: true },
    { key: "ngay", label: "NGÀY", kind: "day", hint: "", example: "", needed: true },
  ]);
  expect(read).toEqual({
    ok: true,
    value: { rows: [{ line: 2, cells: { so: "1234.5", ngay: "2026-02-03" } }], places: { so: "C", ngay: "B" } },
  });
});
