import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BackupReport, backup, restore } from "../src/storage/backup.ts";
import { verifyPortal } from "../src/verify.ts";
import { openEmptyPortal } from "./support/portals.ts";
import { openWholePortal } from "./support/whole-portal.ts";

let made: BackupReport;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "portal-whole-"));
  const { portal, close } = await openWholePortal();
  made = await backup(portal.database, portal.files, portal.clock, join(folder, "sao-luu"));
  await close();
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(["sqlite", "postgres"] as const)(
  "Đ4.k1, Đ5.k3: a portal in which every room has lived is restored whole into an empty %s portal, past every guard",
  async (engine) => {
    const place = await openEmptyPortal(engine);
    const report = await restore(place.portal.database, place.portal.files, made.folder);
    expect([report.rows, report.files, report.head]).toEqual([made.rows, made.files, made.head]);
    const { chain, bad } = await verifyPortal(place.portal);
    expect([chain.head, bad]).toEqual([made.head, null]);
    await place.close();
  },
  60_000,
);
