import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDisclosure } from "../../test/support/disclosure.ts";
import { eachEngine, openEmptyPortal } from "../../test/support/portals.ts";
import { openRaw } from "../../test/support/raw.ts";
import { tableSums } from "../../test/support/rows.ts";
import { backup, restore } from "../storage/backup.ts";
import { confirmRedaction, executeRedaction, proposeRedaction } from "./commands/redact.ts";
import { readEntry } from "./disclosure.queries.ts";
import { verifyDisclosure } from "./verify.ts";
import { watchDisclosure } from "./watch.ts";

async function openWithHistory(engine: "sqlite" | "postgres") {
  const room = await openDisclosure(engine);
  const { portal, publish, must, by } = room;
  await publish("doi-ngu", "2025-2026");
  const live = await publish("doi-ngu", "2025-2026", { text: "Số liệu mới" });
  const { content } = (await readEntry(portal.db, live))!;
  const order = {
    entry: live,
    orderNumber: "15/CV-CA",
    orderDay: "2026-11-20",
    orderIssuer: "Công an thành phố",
    reason: "Bảo vệ dữ liệu cá nhân",
    content: { ...content, text: "[đã che theo quy định]" },
  };
  const { id: redaction } = await must(portal.act(by("thuky", "SECRETARY"), proposeRedaction, order));
  await must(portal.act(by("giamdoc", "DIRECTOR"), confirmRedaction, { redaction }));
  await room.delegateRedaction();
  await must(portal.act(by("thuongtruc", "STANDING_DEPUTY"), confirmRedaction, { redaction }));
  await must(portal.act(by("thuky", "SECRETARY"), executeRedaction, { redaction }));
  await watchDisclosure(portal, async () => ({ status: 200, headers: {}, body: "" }));
  return room;
}

eachEngine("disclosure that was superseded and redacted", (engine) => {
  test.each(["sqlite", "postgres"] as const)("comes back whole from a backup into %s", async (into) => {
    const { portal, close } = await openWithHistory(engine);
    const folder = await mkdtemp(join(tmpdir(), "portal-disclosure-"));
    const made = await backup(portal.database, portal.files, portal.clock, join(folder, "sao-luu"));
    const place = await openEmptyPortal(into);
    await restore(place.portal.database, place.portal.files, made.folder);
    const [before, after] = [await tableSums(portal.db), await tableSums(place.portal.db)];
    for (const table of Object.keys(before).filter((name) => name.startsWith("disclosure_"))) {
      expect(after[table], table).toBe(before[table]);
    }
    expect(await verifyDisclosure(place.portal.db)).toEqual({ entries: 2, bad: null });
    await place.close();
    await close();
    await rm(folder, { recursive: true, force: true });
  });
});

test.each([
  [
    "a text",
    "drop trigger disclosure_entry_frozen; update disclosure_entry set content = replace(content, 'mới', 'cũ')",
  ],
  ["a step", "drop trigger disclosure_move_no_delete; delete from disclosure_move where act = 'approve'"],
  [
    "who approved",
    "drop trigger disclosure_move_no_update; update disclosure_move set hat = 'CHIEF' where act = 'approve'",
  ],
  ["the proof", "drop trigger disclosure_round_no_update; update disclosure_round set failed = 0"],
])("verify finds %s that somebody changed after removing our promises", async (_, statement) => {
  const { portal, close } = await openWithHistory("sqlite");
  const raw = await openRaw(portal);
  expect((await verifyDisclosure(portal.db)).bad).toBeNull();
  await raw.run(statement);
  expect((await verifyDisclosure(portal.db)).bad).not.toBeNull();
  await raw.close();
  await close();
});
