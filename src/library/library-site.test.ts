import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, type Desk, HOST, openDesk } from "../../test/support/desk.ts";
import { fixedClock, openTestPortal, TEST_NOW, type TestPortal } from "../../test/support/portals.ts";
import { rawPdf } from "../media/text/testing/pdf.ts";
import { keepAttachment } from "../media/upload.ts";
import { fillLibrary } from "../sample/library.ts";
import { indexEntry } from "../search/questions.ts";
import { siteRoutes } from "../site/site.tsx";
import { staleCitations } from "./citations.ts";
import { citingTexts } from "./citing-texts.queries.ts";
import { addFile } from "./commands/put-file.ts";
import { readLibrary, shelfNames } from "./documents.queries.ts";
import { readFilter } from "./filter.ts";
import { shelve } from "./shelf.ts";
import { librarySite } from "./site.tsx";
import { tellStaleDue } from "./tell-stale-due.ts";
import { verifyLibrary } from "./verify.ts";

const assets = { siteCss: "/assets/site.css", deskCss: "/assets/desk.css", fonts: [], islands: {} };

describe("the library as the public reads it", () => {
  let opened: TestPortal;
  let desk: Desk;
  let reader: Browser;
  beforeAll(async () => {
    const clock = fixedClock(TEST_NOW);
    opened = await openTestPortal("sqlite", { clock });
    // The sample is filled with a clock of its own, which stands in the past.
    const past = { today: "2026-11-24", now: () => "2026-09-21T00:50:00.000Z", set: () => {}, live: () => {} };
    await fillLibrary(opened.portal, opened.centre, past);
    desk = await openDesk(opened.portal, (app) => {
      siteRoutes(app, opened.portal, assets);
      librarySite(app, opened.portal, assets);
    });
    reader = desk.browser();
  }, 60_000);
  afterAll(async () => {
    await desk.app.close();
    await opened.close();
  });

  const counted = (body: string) => Number(/([\d.]+) văn bản/.exec(body.slice(body.indexOf("section-facts")))?.[1]);
  const listed = (body: string) => [...body.matchAll(/role="rowheader"/g)].length;

  test("the sample library is what the log says", async () => {
    expect(await verifyLibrary(opened.portal.db)).toMatchObject({ documents: 26, bad: null });
  });

  test.each([
    ["/van-ban?loai=thong-tu", ["36/2017/TT-BGDĐT", "37/2020/TT-BGDĐT", "09/2024/TT-BGDĐT"]],
    ["/van-ban?so=27%2Fqd-gdtxhp", ["27/QĐ-GDTXHP"]],
    ["/van-ban?so=27+%2F+Q%C4%90+-+GDTXHP", ["27/QĐ-GDTXHP"]],
    ["/van-ban?nam=2017", ["36/2017/TT-BGDĐT"]],
    ["/van-ban?co-quan=chinh-phu&hieu-luc=het", ["42/2022/NĐ-CP"]],
    ["/van-ban?nguoi-ky=nguyen-van-thien", ["27/QĐ-GDTXHP"]],
    ["/van-ban?linh-vuc=tuyen-sinh&hieu-luc=het", ["102/GDTXHP-ĐT"]],
    ["/van-ban?hieu-luc=chua", ["88/QĐ-GDTXHP"]],
    ["/van-ban?hieu-luc=sua-doi", ["60/QĐ-GDTXHP"]],
    ["/van-ban?tu-khoa=quy+che+dan+chu", ["60/QĐ-GDTXHP", "21/QĐ-GDTXHP"]],
  ])("REQ-082: %s lists what it asks for, and counts it", async (path, numbers) => {
    const { statusCode, body } = await reader.get(path);
    expect(statusCode).toBe(200);
    expect([counted(body), listed(body)]).toEqual([numbers.length, numbers.length]);
    for (const number of numbers) expect(body).toContain(`>${number}</a>`);
  });

  test("pages are numbered, keep the filter, and end", async () => {
    const first = await reader.get("/van-ban?sap-xep=cu");
    expect([counted(first.body), listed(first.body)]).toEqual([25, 20]);
    expect(first.body).toContain('href="/van-ban?sap-xep=cu&amp;trang=2"');
    expect(listed((await reader.get("/van-ban?sap-xep=cu&trang=2")).body)).toBe(5);
    expect((await reader.get("/van-ban?trang=3")).statusCode).toBe(404);
  });

  test("a draft is in no list, at no address, in no spreadsheet", async () => {
    expect((await reader.get("/van-ban?so=93")).body).not.toContain("93/QĐ-GDTXHP</a>");
    expect((await reader.get("/van-ban/quyet-dinh-93-qd-gdtxhp-2026")).statusCode).toBe(404);
    expect((await reader.get("/van-ban.csv")).body).not.toContain("93/QĐ-GDTXHP");
  });

  test("REQ-071: an expired document says since when and by what, on the day asked for", async () => {
    const path = "/van-ban/thong-tu-36-2017-tt-bgddt";
    const now = (await reader.get(path)).body;
    expect(now).toContain("Hết hiệu lực từ 19/07/2024: bị thay thế bởi");
    expect(now).toContain("Thông tư số 09/2024/TT-BGDĐT");
    const then = (await reader.get(`${path}?ngay=2024-07-18`)).body;
    expect(then).toContain("Tính đến ngày 18/07/2024");
    expect(then).not.toContain("Hết hiệu lực từ");
    expect((await reader.get(`${path}?ngay=2024-02-31`)).body).toContain("Hết hiệu lực từ 19/07/2024");
  });

  test("REQ-001, Đ7.k2: the regulation is a document with its words, and /quy-che leads to it", async () => {
    const path = "/van-ban/quyet-dinh-27-qd-gdtxhp-2023";
    expect((await reader.get("/quy-che")).body).toContain(`href="${path}"`);
    const { body } = await reader.get(path);
    expect(body).toContain("Nguyễn Văn Thiện");
    expect(body).toContain("Thành lập Ban biên tập");
    expect(body).toContain("SHA-256");
    expect(body).toMatch(/"@type":"Legislation"/);
    expect(body).not.toMatch(/<script(?! type="application\/ld\+json")/);
  });

  test("a file has an address that stays", async () => {
    const { statusCode, headers } = await reader.get("/van-ban/quyet-dinh-27-qd-gdtxhp-2023/tep/1");
    expect(statusCode).toBe(302);
    expect(headers.location).toMatch(/^\/tep\/[0-9a-f]{64}\/27-qd-gdtxhp\.docx$/);
    expect((await reader.get("/van-ban/quyet-dinh-27-qd-gdtxhp-2023/tep/9")).statusCode).toBe(404);
  });

  test("the spreadsheet has the heads of the import and answers the same filter", async () => {
    const { body, headers } = await reader.get("/van-ban.csv?loai=thong-tu");
    expect(headers["content-type"]).toContain("text/csv");
    expect(body.trim().split("\r\n")).toHaveLength(4);
    expect(body).toContain("36/2017/TT-BGDĐT");
  });

  test("what is no filter says nothing, and markup stays words", async () => {
    expect(
      readFilter({ loai: "toString", nam: "20266", "hieu-luc": "constructor", "sap-xep": "x", "co-quan": ["a"] }),
    ).toEqual(readFilter({}));
    const { body } = await reader.get(`/van-ban?tu-khoa=${encodeURIComponent('"><script>x</script>')}`);
    expect(body).not.toContain("<script>x");
    expect((await reader.get(`/van-ban?tu-khoa=${"a".repeat(10_000)}`)).statusCode).toBe(200);
  });

  test("REQ-082, Đ14.k3: a file is seen in its page: a spreadsheet as a table, a Word file as text, a PDF by the browser", async () => {
    const { portal, centre } = opened;
    const by = { person: centre.people.thuky!.id, hat: "SECRETARY" } as const;
    const { id } = await portal.db
      .selectFrom("document")
      .select("id")
      .where("number_symbol", "=", "27/QĐ-GDTXHP")
      .executeTakeFirstOrThrow();
    const put = async (bytes: Uint8Array, name: string) => {
      const kept = await keepAttachment(portal, { bytes, name, by: by.person });
      if (!kept.ok) throw new Error(kept.error.message);
      const answer = await portal.act(by, addFile, {
        document: id,
        file: kept.value.file,
        title: name,
        language: "vi",
        note: "Bổ sung tệp để đọc",
      });
      if (!answer.ok) throw new Error(JSON.stringify(answer.error));
      return kept.value;
    };
    const sheet = new TextEncoder().encode("Lớp,Sĩ số\nLớp 10A,41\nGhi chú: số liệu tháng 9,\n");
    await put(sheet, "Sĩ số.csv");
    const pdf = await put(rawPdf({ pages: [["Phụ lục về học phí"]], title: "Phụ lục" }), "Phụ lục.pdf");
    desk.app.pages.dropTags(["all"]);
    const { body, headers } = await reader.get("/van-ban/quyet-dinh-27-qd-gdtxhp-2023");
    expect(body).toContain('<th scope="row">Lớp 10A</th><td class="align-right figure-cell">41</td>');
    expect(body).toContain("<p>Ghi chú: số liệu tháng 9</p>");
    expect(body).toContain(`data="/tep/${pdf.file}/${pdf.name}"`);
    expect(body).toContain("mở tệp Phụ lục.pdf</a> hoặc tải về");
    expect(headers["content-security-policy"]).toContain("object-src 'self'");
  });

  test("REQ-071: the owner of a text that cites an expired document is told, once", async () => {
    const { portal, centre } = opened;
    const told = await tellStaleDue(portal);
    const texts = staleCitations(
      await citingTexts(portal.db),
      shelve(await readLibrary(portal.db, { isPublic: true }), await shelfNames(portal.db), "2026-11-24"),
    );
    expect(told).toBe(texts.length);
    const unit = await portal.db
      .selectFrom("unit")
      .select("name")
      .where("id", "=", centre.units["dao-tao"]!)
      .executeTakeFirstOrThrow();
    await portal.database.transact((tx) =>
      indexEntry(tx, {
        kind: "page",
        id: "thu",
        path: "/gioi-thieu/thu",
        title: "Trang thử",
        body: "Theo Thông tư số 36/2017/TT-BGDĐT.",
        day: "2026-11-24",
        unit: unit.name,
      }),
    );
    expect(await tellStaleDue(portal)).toBe(1);
    const notes = await portal.db
      .selectFrom("notification")
      .select("person_id")
      .where("text", "like", "“Trang thử” đang trích dẫn Thông tư số 36/2017/TT-BGDĐT%")
      .execute();
    expect(notes.map(({ person_id }) => person_id)).toEqual([centre.people["truong.dao-tao"]!.id]);
    expect(await tellStaleDue(portal)).toBe(0);
  });

  test("the site map and the menu lead to the library", async () => {
    expect((await reader.get("/sitemap.xml")).body).toContain(`${HOST}/van-ban/quyet-dinh-27-qd-gdtxhp-2023`);
    expect((await reader.get("/van-ban")).body).toMatch(/<a href="\/van-ban" aria-current="page">/);
  });
});
