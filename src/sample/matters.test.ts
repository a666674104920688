import { join } from "node:path";
import { expect, test } from "vitest";
import { fixedClock, openEmptyPortal } from "../../test/support/portals.ts";
import { dayOf } from "../kernel/clock.ts";
import { verifyMatters } from "../matters/verify.ts";
import { backup, restore } from "../storage/backup.ts";
import { sampleBegin } from "./articles.ts";
import { fillCentre } from "./centre.ts";
import { sampleClock } from "./clock.ts";
import { sampleMatters } from "./matters.ts";

test("Đ8.k2.g8: the sample's matters were made by the real commands, every kind open or over, one task late", async () => {
  const clock = sampleClock(fixedClock("2026-11-24T01:00:00.000Z"));
  const { portal, close } = await openEmptyPortal("sqlite", { clock });
  try {
    clock.set(sampleBegin(clock));
    const centre = await fillCentre(portal);
    const acts = sampleMatters(centre, clock).sort((a, b) => (a.at < b.at ? -1 : 1));
    await portal.database.transact(async (tx) => {
      for (const { at, run } of acts) await run(tx, at);
    });
    clock.live();
    const rows = await portal.db.selectFrom("matter").select(["kind", "state", "due_on"]).execute();
    expect(rows.length).toBe(17);
    const late = rows.filter(({ state, due_on }) => state !== "DONE" && due_on !== null && due_on < dayOf(clock.now()));
    expect(late.map(({ kind }) => kind)).toEqual(["task"]);
    expect(await verifyMatters(portal.db)).toMatchObject({ bad: null });
    // The promises of the database let a backup of all kinds in again.
    const folder = join(portal.config.dataFolder, "sao-luu");
    await backup(portal.database, portal.files, clock, folder);
    const other = await openEmptyPortal("sqlite");
    try {
      await restore(other.portal.database, other.portal.files, folder);
      expect(await verifyMatters(other.portal.db)).toEqual(await verifyMatters(portal.db));
    } finally {
      await other.close();
    }
  } finally {
    await close();
  }
});
