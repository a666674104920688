import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { by } from "../../test/people.ts";
import { eachEngine, openTestPortal, type TestPortal } from "../../test/support/portals.ts";
import { isRefusedByDatabase, openRaw, type Raw } from "../../test/support/raw.ts";
import { keepAttachment } from "../media/upload.ts";
import { fillServices } from "../sample/services.ts";
import { isPublicFile } from "../site/site.queries.ts";
import { confirmEntry } from "./commands/confirm-entry.ts";
import { expireEntry } from "./commands/expire-entry.ts";
import { saveEntry } from "./commands/save-entry.ts";
import { allEntries, type Entry, entryById, entryVersions, publicEntries } from "./services.queries.ts";

eachEngine("the catalogue of procedures and services", (engine) => {
  let house: TestPortal;
  let raw: Raw;
  const named = async (code: string): Promise<Entry> => {
    const { db } = house.portal;
    const found = [...(await allEntries(db, "procedure")), ...(await allEntries(db, "service"))];
    return found.find((entry) => entry.code === code)!;
  };
  const again = ({ id, kind, code, unit, content, files }: Entry, more: Record<string, string> = {}) => ({
    id,
    kind,
    code,
    unit,
    content: { ...content, ...more },
    reviewOn: "2027-06-30",
    files: files.map(({ hash }) => hash),
    publish: false,
  });

  beforeAll(async () => {
    house = await openTestPortal(engine);
    await fillServices(house.portal, house.centre);
    raw = await openRaw(house.portal);
  });
  afterAll(async () => {
    await raw.close();
    await house.close();
  });

  test("REQ-096, Đ14.k5.g1: the sample's procedures are public, the one that is over last and with its label", async () => {
    const procedures = await publicEntries(house.portal.db, "procedure");
    expect(procedures.length).toBeGreaterThanOrEqual(7);
    expect(procedures.at(-1)).toMatchObject({ code: "TTHC-07", expiredOn: "2026-11-24" });
  });

  test("a change is a new version beside the old one, at the same address", async () => {
    const before = await named("TTHC-02");
    const answer = await house.portal.act(
      by(house.centre, "Sơn"),
      saveEntry,
      again(before, { days: "4", name: "Tên mới" }),
    );
    expect(answer).toMatchObject({ ok: true, value: { version: 2, slug: before.slug, isPublic: true } });
    expect((await entryVersions(house.portal.db, before.id)).map(({ version, name }) => [version, name])).toEqual([
      [2, "Tên mới"],
      [1, "Chỉnh sửa nội dung văn bằng, chứng chỉ"],
    ]);
  });

  test("a head of another unit is refused, and nothing is kept", async () => {
    const before = await named("TTHC-01");
    const answer = await house.portal.act(by(house.centre, "Hoa"), saveEntry, again(before, { days: "9" }));
    expect(answer).toMatchObject({ ok: false, error: [{ code: "entryNotYours", clause: "Đ14.k5.g1" }] });
    expect(await entryById(house.portal.db, before.id)).toEqual(before);
  });

  test("“vẫn đúng” moves the day of the next look by a year, and what is over stays over", async () => {
    const entry = await named("TTHC-03");
    const who = by(house.centre, "Lan", "SECRETARY");
    expect((await house.portal.act(who, confirmEntry, { id: entry.id })).ok).toBe(true);
    expect(await named("TTHC-03")).toMatchObject({ confirmedOn: "2026-11-24", reviewOn: "2027-11-24", version: 1 });
    const over = await named("TTHC-07");
    for (const answer of [
      await house.portal.act(who, confirmEntry, { id: over.id }),
      await house.portal.act(who, saveEntry, again(over)),
      await house.portal.act(who, expireEntry, { id: over.id, on: "2027-01-01", reason: "Lý do khác hẳn" }),
    ]) {
      expect(answer).toMatchObject({ ok: false, error: [{ code: "entryExpired" }] });
    }
  });

  test("a form is public with its procedure and not before; somebody else's file cannot be taken", async () => {
    const { portal, centre } = house;
    const who = by(centre, "Hoa");
    const bytes = new TextEncoder().encode("Phiếu đăng ký học");
    const kept = await keepAttachment(portal, { bytes, name: "Phieu dang ky.txt", by: who.person });
    if (!kept.ok) throw new Error(kept.error.message);
    const hash = kept.value.file;
    const procedure = await named("TTHC-05");
    const draft = { ...again(procedure), id: null, code: "TTHC-99", files: [hash] };
    const taken = await portal.act(by(centre, "Sơn"), saveEntry, {
      ...draft,
      unit: centre.units["to-chuc-hanh-chinh"]!,
    });
    expect(taken).toMatchObject({ ok: false, error: [{ code: "entryFileUnknown" }] });
    const saved = await portal.act(who, saveEntry, draft);
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    expect(await isPublicFile(portal.db, hash)).toBe(false);
    await portal.act(who, saveEntry, { ...draft, id: saved.value.id, publish: true });
    expect(await isPublicFile(portal.db, hash)).toBe(true);
  });

  describe("the database itself refuses", () => {
    test.each([
      ["to delete an entry", "delete from catalogue_entry where code = 'TTHC-01'"],
      ["to hide an entry", "update catalogue_entry set status = 'DRAFT' where code = 'TTHC-01'"],
      ["to move an entry to another address", "update catalogue_entry set slug = 'khac' where code = 'TTHC-01'"],
      ["to bring back what is over", "update catalogue_entry set expired_on = null where code = 'TTHC-07'"],
      ["to show an older version", "update catalogue_entry set version = version - 1 where code = 'TTHC-02'"],
      ["to show a version that is none", "update catalogue_entry set version = 99 where code = 'TTHC-01'"],
      ["to rewrite a version", "update catalogue_version set content = '{}'"],
      ["to delete a version", "delete from catalogue_version"],
      ["to take a form away", "delete from catalogue_file"],
      [
        "a public procedure without time limit",
        "insert into catalogue_version select entry_id, 50, content, files, level, null, dossier_count, person_id, hat, at, seq from catalogue_version where version = 1 and entry_id = (select id from catalogue_entry where code = 'TTHC-01'); update catalogue_entry set version = 50 where code = 'TTHC-01'",
      ],
      [
        "a public service without level",
        "insert into catalogue_version select entry_id, 50, content, files, null, days, dossier_count, person_id, hat, at, seq from catalogue_version where version = 1 and entry_id = (select id from catalogue_entry where code = 'DVC-01'); update catalogue_entry set version = 50 where code = 'DVC-01'",
      ],
    ])("%s", async (_, statement) => {
      await raw.run("begin");
      const error = await raw.run(statement).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      await raw.run("rollback");
      expect(error !== null && isRefusedByDatabase(error)).toBe(true);
    });
  });
});
