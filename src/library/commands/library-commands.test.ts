import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { by } from "../../../test/people.ts";
import { eachEngine, openEmptyPortal, openTestPortal, type TestPortal } from "../../../test/support/portals.ts";
import { isRefusedByDatabase, openRaw, type Raw } from "../../../test/support/raw.ts";
import { tableSums } from "../../../test/support/rows.ts";
import type { Id } from "../../kernel/ids.ts";
import { keepAttachment } from "../../media/upload.ts";
import { isPublicFile } from "../../site/site.queries.ts";
import { backup, restore } from "../../storage/backup.ts";
import { documentById, filesOfDocument, readLibrary, wordings } from "../documents.queries.ts";
import { validityOn } from "../validity.ts";
import { verifyLibrary } from "../verify.ts";
import { addDocument, type NewDocument } from "./add-document.ts";
import { changeDocument } from "./change-document.ts";
import { confirmStillRight } from "./confirm-still-right.ts";
import { publishDocument } from "./publish-document.ts";
import { addFile, replaceFile } from "./put-file.ts";
import { relate, withdrawRelation } from "./relate.ts";

eachEngine("the library", (engine) => {
  let opened: TestPortal;
  let raw: Raw;
  beforeAll(async () => {
    opened = await openTestPortal(engine);
    raw = await openRaw(opened.portal);
  }, 60_000);
  afterAll(async () => {
    await raw.close();
    await opened.close();
  });

  const secretary = () => by(opened.centre, "Lan", "SECRETARY");
  const input = (over: Partial<NewDocument> = {}): NewDocument => ({
    kind: "DECISION",
    number: "12 /qđ-gdtxhp",
    issuedOn: "2026-03-02",
    issuer: "Trung tâm Giáo dục thường xuyên Hải Phòng",
    signer: "Nguyễn Văn Minh",
    abstract: "Ban hành Quy chế chi tiêu nội bộ",
    effectiveOn: "",
    effectiveTo: "",
    field: "",
    unit: opened.centre.units["to-chuc-hanh-chinh"]!,
    earlyReason: "",
    text: "",
    reviewOn: "2027-03-02",
    ...over,
  });
  let number = 100;
  const add = async (over: Partial<NewDocument> = {}): Promise<Id> => {
    number += 1;
    const answer = await opened.portal.act(secretary(), addDocument, input({ number: `${number}/QĐ-GDTXHP`, ...over }));
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return answer.value.id;
  };
  const receive = async (words: string): Promise<string> => {
    const bytes = new TextEncoder().encode(words);
    const kept = await keepAttachment(opened.portal, { bytes, name: "Toàn văn.txt", by: secretary().person });
    if (!kept.ok) throw new Error(kept.error.message);
    return kept.value.file;
  };
  const publish = async (over: Partial<NewDocument> = {}): Promise<{ id: Id; file: string }> => {
    const id = await add(over);
    const file = await receive(`Toàn văn của văn bản thứ ${number}.`);
    const put = { document: id, file, title: "Toàn văn", language: "vi", note: "" };
    expect(await opened.portal.act(secretary(), addFile, put)).toMatchObject({ ok: true });
    expect(await opened.portal.act(secretary(), publishDocument, { document: id })).toMatchObject({ ok: true });
    return { id, file };
  };
  const codes = (answer: { ok: boolean; error?: readonly { code: string }[] }) => answer.error?.map(({ code }) => code);

  test("REQ-082, A-26: a document is kept under its canonical number, and as it was typed", async () => {
    const answer = await opened.portal.act(secretary(), addDocument, input());
    const document = await documentById(opened.portal.db, answer.ok ? answer.value.id : "");
    expect(document).toMatchObject({ number: "12/QĐ-GDTXHP", typed: "12 /qđ-gdtxhp", effectiveOn: "2026-03-02" });
  });

  test.each<[string, Partial<NewDocument>, string]>([
    ["a malformed number", { number: "số mười hai" }, "numberMalformed"],
    ["effect before issue without a reason", { effectiveOn: "2026-01-01" }, "effectBeforeIssue"],
    ["an end before its beginning", { effectiveTo: "2026-03-01" }, "effectEndsBeforeBegin"],
    ["no owner unit", { unit: "" }, "ownerUnitMissing"],
    ["no day of review", { reviewOn: "" }, "reviewDayInvalid"],
    ["a day that does not exist", { issuedOn: "2026-02-30" }, "issueDayInvalid"],
    ["an unknown kind", { kind: "toString" }, "docKindMissing"],
    ["no signer", { signer: " " }, "docTextMissing"],
    ["text in a legacy encoding", { abstract: "Céng hoµ x· héi chñ nghÜa ViÖt Nam" }, "docTextLegacy"],
    ["an abstract of 10,000 letters", { abstract: "a ".repeat(5000) }, "docTextLong"],
    ["the same number, day and issuer again", {}, "numberTaken"],
  ])("REQ-082: refuses %s", async (_, over, code) => {
    expect(codes(await opened.portal.act(secretary(), addDocument, input(over)))).toContain(code);
  });

  test("Đ16.k1, Đ13.k1.b: a document that no unit answers for, or without a day of review, is refused", async () => {
    const refused = async (over: Partial<NewDocument>) =>
      codes(await opened.portal.act(secretary(), addDocument, input({ number: "999/QĐ-GDTXHP", ...over })));
    expect(await refused({ unit: "" })).toEqual(["ownerUnitMissing"]);
    expect(await refused({ unit: "khong-co" })).toEqual(["ownerUnitMissing"]);
    expect(await refused({ reviewOn: "" })).toEqual(["reviewDayInvalid"]);
  });

  test("REQ-082: effect before issue is taken with a named reason, which is kept", async () => {
    const id = await add({ effectiveOn: "2026-01-01", earlyReason: "Áp dụng cho năm ngân sách 2026" });
    expect((await documentById(opened.portal.db, id))?.earlyReason).toBe("Áp dụng cho năm ngân sách 2026");
  });

  test.each([
    ["Sơn", "MEMBER", true],
    ["Hoa", "MEMBER", false],
    ["Thúy", "STANDING_DEPUTY", true],
    ["Minh", "CHIEF", true],
    ["Lan", "SECRETARY", true],
    ["Bảo", "ADMIN", false],
    ["Trang", "CONTRIBUTOR", false],
    ["Oanh", "INSPECTOR", false],
    ["Minh", "DIRECTOR", false],
  ] as const)("law.md §11: %s as %s may keep a document of Tổ chức – Hành chính: %s", async (name, hat, may) => {
    number += 1;
    const person = by(opened.centre, name, hat);
    const answer = await opened.portal.act(person, addDocument, input({ number: `${number}/QĐ-GDTXHP` }));
    expect(answer.ok).toBe(may);
  });

  test("REQ-082: nothing is public without a file; then it has an address for ever", async () => {
    const id = await add();
    expect(codes(await opened.portal.act(secretary(), publishDocument, { document: id }))).toEqual(["docFileMissing"]);
    const { id: other } = await publish({ number: "27 /QĐ - GDTXHP", issuedOn: "2023-05-09" });
    expect((await documentById(opened.portal.db, other))?.slug).toBe("quyet-dinh-27-qd-gdtxhp-2023");
    expect(codes(await opened.portal.act(secretary(), publishDocument, { document: other }))).toEqual([
      "docAlreadyPublic",
    ]);
  });

  test("a public document changes only with a note, and only from its newest version", async () => {
    const { id } = await publish();
    const { number: own } = (await documentById(opened.portal.db, id))!;
    const change = { ...input({ number: own, abstract: "Trích yếu đã sửa" }), document: id, baseVersion: 1, note: "" };
    expect(codes(await opened.portal.act(secretary(), changeDocument, change))).toEqual(["changeNoteShort"]);
    const note = "Sửa lỗi chính tả ở trích yếu";
    expect((await opened.portal.act(secretary(), changeDocument, { ...change, note })).ok).toBe(true);
    const again = { ...change, note, abstract: "Sửa lần nữa" };
    expect(codes(await opened.portal.act(secretary(), changeDocument, again))).toEqual(["docChangedMeanwhile"]);
    expect((await wordings(opened.portal.db, id)).map(({ version, note }) => [version, note])).toEqual([
      [2, note],
      [1, ""],
    ]);
  });

  test("a replaced file keeps its place, and both versions stay public", async () => {
    const { id, file } = await publish();
    const newer = await receive("Toàn văn đã sửa lỗi.");
    const put = { document: id, file: newer, title: "Toàn văn", language: "vi", note: "Bản quét rõ hơn", slot: 1 };
    expect(await opened.portal.act(secretary(), replaceFile, put)).toMatchObject({ ok: true });
    expect(codes(await opened.portal.act(secretary(), replaceFile, put))).toEqual(["fileSame"]);
    expect((await filesOfDocument(opened.portal.db, id)).map(({ slot, version }) => [slot, version])).toEqual([
      [1, 1],
      [1, 2],
    ]);
    expect(await isPublicFile(opened.portal.db, file)).toBe(true);
    expect(await isPublicFile(opened.portal.db, newer)).toBe(true);
  });

  test("REQ-071: replacing ends the old one, in no circle, not backwards, and can be taken back", async () => {
    const { id: old } = await publish({ issuedOn: "2024-01-10" });
    const { id: middle } = await publish({ issuedOn: "2025-01-10" });
    const { id: newest } = await publish({ issuedOn: "2025-01-10" });
    const tried = async (from: Id, to: Id, kind = "REPLACES", on = "") =>
      opened.portal.act(secretary(), relate, { from, to, kind, on });
    expect(codes(await tried(old, old))).toEqual(["relationSelf"]);
    expect(codes(await tried(old, middle))).toEqual(["relationOlder"]);
    const made = await tried(middle, old);
    expect(made.ok).toBe(true);
    expect(codes(await tried(newest, middle, "REPLACES", "2025-01-09"))).toEqual(["relationDayEarly"]);
    expect((await tried(newest, middle, "REPLACES", "2025-06-01")).ok).toBe(true);
    expect(codes(await tried(middle, newest, "ABOLISHES"))).toEqual(["relationCircle"]);
    expect(codes(await tried(middle, old))).toEqual(["relationTaken"]);
    const state = async () => {
      const { documents, relations } = await readLibrary(opened.portal.db);
      return validityOn(documents, relations, "2026-11-24").get(old)!.state;
    };
    expect(await state()).toBe("EXPIRED");
    const relation = made.ok ? made.value.id : "";
    const withdraw = (reason: string) => opened.portal.act(secretary(), withdrawRelation, { relation, reason });
    expect(codes(await withdraw("sai"))).toEqual(["withdrawReasonShort"]);
    expect((await withdraw("Chọn nhầm văn bản cũ")).ok).toBe(true);
    expect(codes(await withdraw("Chọn nhầm văn bản cũ"))).toEqual(["relationUnknown"]);
    expect(await state()).toBe("IN_FORCE");
  });

  test("Đ13.k1.b: “vẫn đúng” puts the review a year ahead and is kept in the log", async () => {
    const id = await add({ reviewOn: "2026-11-25" });
    expect((await opened.portal.act(secretary(), confirmStillRight, { document: id })).ok).toBe(true);
    expect((await documentById(opened.portal.db, id))?.reviewOn).toBe("2027-11-24");
  });

  describe("the database keeps the library", () => {
    test.each([
      ["no document is deleted", "delete from document"],
      ["no public document is hidden", "update document set state = 'DRAFT' where state = 'PUBLIC'"],
      ["no public document loses its address", "update document set slug = 'khac' where state = 'PUBLIC'"],
      ["…nor is left without one", "update document set slug = null where state = 'PUBLIC'"],
      ["no wording changes without a version", "update document set abstract = 'khác'"],
      ["no end of validity is slipped in", "update document set effective_to = '2026-03-02'"],
      ["no owner is taken away", "update document set unit_id = ''"],
      ["no version is rewritten", "update document_version set content = '{}'"],
      ["no version is deleted", "delete from document_version"],
      ["no file is deleted", "delete from document_file"],
      ["no file is exchanged in its row", "update document_file set hash = 'x'"],
      [
        "no file is slipped in",
        "insert into document_file select document_id, slot, version + 1, 'x', name, title, language, is_primary, mime, size, note, added_by, '2026-01-01', evidence_seq from document_file",
      ],
      [
        "no draft is made public by a script",
        "update document set state = 'PUBLIC', slug = 'x' || id, published_at = 'x' where state = 'DRAFT'",
      ],
      ["no relation is deleted", "delete from document_relation"],
      ["no relation is turned round", "update document_relation set kind = 'ABOLISHES' where kind = 'REPLACES'"],
      ["no relation is withdrawn silently", "update document_relation set withdrawn_at = 'x', withdraw_reason = 'x'"],
      [
        "no relation is slipped in",
        "insert into document_relation select 'x', to_id, from_id, 'AMENDS', on_day, created_at, evidence_seq, null, null from document_relation limit 1",
      ],
      [
        "none to itself",
        "insert into document_relation select 'x', from_id, from_id, kind, on_day, created_at, evidence_seq, null, null from document_relation limit 1",
      ],
    ])("REQ-071: %s", async (_, statement) => {
      const before = await tableSums(opened.portal.db);
      let error: unknown;
      try {
        await raw.run(statement);
      } catch (thrown) {
        error = thrown;
      }
      expect(error, "the attack went through").toBeDefined();
      expect(isRefusedByDatabase(error), String(error)).toBe(true);
      expect(await tableSums(opened.portal.db)).toEqual(before);
    });
  });

  test("a backup brings every document back under the same promises", async () => {
    const folder = await mkdtemp(join(tmpdir(), "library-backup-"));
    const { database, files, clock } = opened.portal;
    await backup(database, files, clock, join(folder, "kept"));
    const empty = await openEmptyPortal(engine);
    await restore(empty.portal.database, empty.portal.files, join(folder, "kept"));
    expect(await readLibrary(empty.portal.db)).toEqual(await readLibrary(opened.portal.db));
    expect((await verifyLibrary(empty.portal.db)).bad).toBeNull();
    await empty.close();
    await rm(folder, { recursive: true });
  });

  test("verify finds the library as the log has it", async () => {
    expect((await verifyLibrary(opened.portal.db)).bad).toBeNull();
  });
});
