import { afterAll, beforeAll, expect, test } from "vitest";
import { type DisclosureRoom, openDisclosure } from "../../test/support/disclosure.ts";
import { eachEngine } from "../../test/support/portals.ts";
import { isRefusedByDatabase, openRaw, type Raw } from "../../test/support/raw.ts";
import { tableSums } from "../../test/support/rows.ts";
import { keepAttachment } from "../media/upload.ts";
import { proposeRedaction } from "./commands/redact.ts";
import { EMPTY_CONTENT } from "./content.ts";

/** How a script might make something disclosed vanish. `{live}`, `{old}`, `{draft}`, `{file}`, `{order}` are ids. */
const ATTACKS: readonly (readonly [name: string, statement: string])[] = [
  ["delete: the published entry", "delete from disclosure_entry where id = {live}"],
  ["delete: the superseded entry", "delete from disclosure_entry where id = {old}"],
  ["delete: every entry", "delete from disclosure_entry"],
  ["delete: its item", "delete from disclosure_item"],
  ["delete: its regime", "delete from disclosure_regime"],
  ["delete: its steps", "delete from disclosure_move where entry_id = {live}"],
  ["delete: the list of its files", "delete from disclosure_file"],
  ["delete: a file that it offers", "delete from file where hash = {file}"],
  ["delete: a record of the proof", "delete from disclosure_round"],
  ["delete: a notice to Sở", "delete from disclosure_notice"],
  ["hide: back to draft", "update disclosure_entry set state = 'DRAFT' where id = {live}"],
  ["hide: back to the queue", "update disclosure_entry set state = 'AWAITING_FINAL' where id = {live}"],
  ["hide: a state that the pages do not know", "update disclosure_entry set state = 'HIDDEN' where id = {live}"],
  ["hide: taken down", "update disclosure_entry set state = 'TAKEN_DOWN' where id = {live}"],
  ["hide: superseded by nothing", "update disclosure_entry set state = 'SUPERSEDED' where id = {live}"],
  [
    "hide: superseded by itself",
    "update disclosure_entry set state = 'SUPERSEDED', superseded_by = id where id = {live}",
  ],
  [
    "hide: superseded by a draft",
    "update disclosure_entry set state = 'SUPERSEDED', superseded_by = {draft} where id = {live}",
  ],
  [
    "hide: superseded by an entry of another item",
    "update disclosure_entry set state = 'SUPERSEDED', superseded_by = {other} where id = {live}",
  ],
  [
    "hide: superseded by the older version",
    "update disclosure_entry set state = 'SUPERSEDED', superseded_by = {old} where id = {live}",
  ],
  [
    "hide: the superseded one un-published",
    "update disclosure_entry set state = 'DRAFT', superseded_by = null where id = {old}",
  ],
  ["hide: moved to another year", "update disclosure_entry set school_year = '1999-2000' where id = {live}"],
  [
    "hide: moved under another item",
    "update disclosure_entry set item_id = (select item_id from disclosure_entry where id = {other}) where id = {live}",
  ],
  ["hide: its number changed", "update disclosure_entry set version = 999 where id = {live}"],
  [
    "redirect: the item's address",
    "update disclosure_item set code = 'khac' where id = (select item_id from disclosure_entry where id = {live})",
  ],
  [
    "redirect: the item under another regime",
    "update disclosure_item set regime_id = 'dia-phuong' where id = (select item_id from disclosure_entry where id = {live})",
  ],
  ["empty: the text", "update disclosure_entry set content = '{}' where id = {live}"],
  ["empty: the text of the superseded one", "update disclosure_entry set content = '{}' where id = {old}"],
  [
    "empty: another text under a new hash",
    "update disclosure_entry set content = '{\"title\":\"\"}', content_hash = approved_hash || '' where id = {live}",
  ],
  [
    "empty: the item's title",
    "update disclosure_item set title = ' ' where id = (select item_id from disclosure_entry where id = {live})",
  ],
  ["empty: the file becomes another", "update file set mime = 'text/html' where hash = {file}"],
  ["empty: the file's name", "update file set hash = 'f' || substr(hash, 2) where hash = {file}"],
  [
    "expire: published in the future",
    "update disclosure_entry set published_at = '2999-01-01T00:00:00.000Z' where id = {live}",
  ],
  ["expire: never published", "update disclosure_entry set published_at = null where id = {live}"],
  [
    "expire: approval withdrawn",
    "update disclosure_entry set approved_at = null, approved_hash = null where id = {live}",
  ],
  ["re-date: published earlier", "update disclosure_entry set published_at = approved_at where id = {live}"],
  [
    "publish: a draft without approval",
    "update disclosure_entry set state = 'PUBLISHED', published_at = '2026-11-24T09:00:00.000Z' where id = {draft}",
  ],
  [
    "publish: a draft with an invented approval",
    "update disclosure_entry set state = 'PUBLISHED', approved_hash = content_hash, approved_at = '2026-11-24T08:00:00.000Z', published_at = '2026-11-24T09:00:00.000Z' where id = {draft}",
  ],
  [
    "redact: without two persons",
    "update disclosure_redaction set executed_at = '2026-11-24T09:00:00.000Z' where id = {order}",
  ],
  ["redact: another text", "update disclosure_redaction set content = '{\"a\":1}' where id = {order}"],
  [
    "redact: an invented second confirmation of the same person",
    "insert into disclosure_confirmation (redaction_id, person_id, hat, at) select redaction_id, person_id, 'DIRECTOR', at from disclosure_confirmation",
  ],
  [
    "redact: confirmed by the administrator",
    "insert into disclosure_confirmation (redaction_id, person_id, hat, at) values ({order}, 'x', 'ADMIN', '2026-11-24T09:00:00.000Z')",
  ],
  ["redact: without a number of the order", "update disclosure_redaction set order_number = ' ' where id = {order}"],
  ["proof: a fault painted over", "update disclosure_round set failed = 0"],
  ["proof: a check painted over", "update disclosure_check set fault = ''"],
  [
    "notice: without a number",
    "insert into disclosure_notice (id, address, sent_on, document_number, note, recorded_by, recorded_at) values ('x', 'https://x/cong-khai', '2026-11-24', ' ', '', 'x', '2026-11-24T09:00:00.000Z')",
  ],
];

const ONLY_SQLITE: typeof ATTACKS = [
  [
    "replace: the published entry by an empty one",
    "insert or replace into disclosure_entry select id, item_id, school_year, version, 'DRAFT', '{\"a\":1}', content_hash, unit_id, prepared_by, prepared_at, null, null, null, null, null, null, null, null from disclosure_entry where id = {live}",
  ],
  [
    "replace: pushed out by its unique number",
    "insert or replace into disclosure_entry select 'neu', item_id, school_year, version, 'DRAFT', content, content_hash, unit_id, prepared_by, prepared_at, null, null, null, null, null, null, null, null from disclosure_entry where id = {live}",
  ],
  ["replace: the item", "insert or replace into disclosure_item select * from disclosure_item"],
];
const ONLY_POSTGRES: typeof ATTACKS = [
  ["truncate: the entries", "truncate disclosure_entry cascade"],
  ["truncate: the proof", "truncate disclosure_round cascade"],
];

eachEngine("Đ13.k1.c.g3: the database refuses", (engine) => {
  let room: DisclosureRoom;
  let raw: Raw;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    room = await openDisclosure(engine);
    const { portal, centre, publish, by, must } = room;
    const kept = await keepAttachment(portal, {
      bytes: new TextEncoder().encode("Chỉ tiêu,Số\nGiáo viên,32\n"),
      name: "Đội ngũ.csv",
      by: centre.people.thuky!.id,
    });
    if (!kept.ok) throw new Error(kept.error.message);
    const { file, name, size } = kept.value;
    const files = [{ file, name, size, title: "Đội ngũ" }];
    ids.file = file;
    ids.old = await publish("doi-ngu", "2025-2026", { files });
    ids.live = await publish("doi-ngu", "2025-2026", { files, text: "Số liệu mới" });
    ids.other = await publish("co-so-vat-chat", "2025-2026");
    const item = await room.itemOf("ket-qua-giao-duc");
    const { prepareEntry } = await import("./commands/prepare-entry.ts");
    ids.draft = (
      await must(portal.act(by("thuky", "SECRETARY"), prepareEntry, { item: item.id, year: "2025-2026" }))
    ).id;
    const { confirmRedaction } = await import("./commands/redact.ts");
    const order = await must(
      portal.act(by("thuky", "SECRETARY"), proposeRedaction, {
        entry: ids.live,
        orderNumber: "15/CV-CA",
        orderDay: "2026-11-20",
        orderIssuer: "Công an thành phố",
        reason: "Bảo vệ dữ liệu cá nhân",
        content: { ...EMPTY_CONTENT, title: "Đội ngũ", text: "[đã che theo quy định]" },
      }),
    );
    ids.order = order.id;
    await must(portal.act(by("giamdoc", "CHIEF"), confirmRedaction, { redaction: order.id }));
    const { watchDisclosure } = await import("./watch.ts");
    await watchDisclosure(portal, async () => ({ status: 500, headers: {}, body: "" }));
    const { recordNotice } = await import("./commands/record-notice.ts");
    await must(
      portal.act(by("thuky", "SECRETARY"), recordNotice, { sentOn: "2026-11-24", documentNumber: "45/GDTX", note: "" }),
    );
    raw = await openRaw(portal);
  }, 60_000);

  afterAll(async () => {
    await raw?.close();
    await room?.close();
  });

  test.each([...ATTACKS, ...(engine === "sqlite" ? ONLY_SQLITE : ONLY_POSTGRES)])("%s", async (_, statement) => {
    const placed = statement.replace(
      /\{(live|old|other|draft|file|order)\}/g,
      (_found, name: string) => `'${ids[name]}'`,
    );
    const before = await tableSums(room.portal.db);
    let error: unknown;
    await raw.run("begin");
    try {
      await raw.run(placed);
      await raw.run("commit");
    } catch (thrown) {
      error = thrown;
      await raw.run("rollback");
    }
    expect(error, "the attack went through").toBeDefined();
    expect(isRefusedByDatabase(error), String(error)).toBe(true);
    expect(await tableSums(room.portal.db)).toEqual(before);
  });
});
