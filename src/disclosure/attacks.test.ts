import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, HOST, openDesk } from "../../test/support/desk.ts";
import { type DisclosureRoom, openDisclosure } from "../../test/support/disclosure.ts";
import { openEmptyPortal } from "../../test/support/portals.ts";
import { BY_SYSTEM } from "../act.ts";
import { changeUnit } from "../board/commands/change-unit.ts";
import { takePageTags } from "../evidence/deliver.ts";
import { readTarget } from "../intake/target.ts";
import { keepAttachment } from "../media/upload.ts";
import { dropEntry } from "../search/questions.ts";
import { completeIndex } from "../search/rebuild.ts";
import { SEARCH_SOURCES } from "../search/sources.ts";
import { backup, CannotRestore, restore } from "../storage/backup.ts";
import { disclosedAddresses } from "./addresses.queries.ts";
import { disclosureSite } from "./site.tsx";
import { faultOf, watchDisclosure } from "./watch.ts";

const ASSETS = { siteCss: "/site.css", deskCss: "/desk.css", fonts: [], islands: {} };
const BASE = "/cong-khai/2025-2026/doi-ngu";

let room: DisclosureRoom;
let desk: Desk;
let folder: string;

beforeAll(async () => {
  room = await openDisclosure("sqlite");
  desk = await openDesk(room.portal, (app) => disclosureSite(app, room.portal, ASSETS));
  folder = await mkdtemp(join(tmpdir(), "disclosure-attacks-"));
  await room.publish("doi-ngu", "2025-2026");
}, 60_000);
afterAll(async () => {
  await desk?.app.close();
  await room?.close();
  await rm(folder, { recursive: true, force: true });
});

const get = async (path: string) => {
  const answer = await desk.app.inject({ url: path, headers: { host: HOST } });
  return { status: answer.statusCode, headers: answer.headers as Record<string, string>, body: answer.body };
};
const hidden = async () => {
  const faults: string[] = [];
  for (const { path, hash } of await disclosedAddresses(room.portal.db)) {
    const fault = faultOf(await get(path), hash);
    if (fault !== "") faults.push(`${path}: ${fault}`);
  }
  return faults;
};

test("cache: a page kept from before is told of as a fault, and publishing itself has it dropped", async () => {
  await takePageTags(room.portal.database, room.portal.clock);
  expect(await hidden()).toEqual([]);
  await room.publish("doi-ngu", "2025-2026", { text: "Số liệu tháng mười." });
  expect(await hidden()).toContain(`${BASE}: nội dung không đúng bản đã phê duyệt`);
  const { drop, forget } = await takePageTags(room.portal.database, room.portal.clock);
  desk.app.pages.forgetTags(forget);
  desk.app.pages.dropTags(drop);
  expect(await hidden()).toEqual([]);
});

test("search: an entry taken out of the index by a script is back at the next start", async () => {
  const found = () =>
    room.portal.db.selectFrom("search_entry").select("path").where("kind", "=", "disclosure").execute();
  const before = await found();
  const rows = await room.portal.db
    .selectFrom("search_entry")
    .select("subject")
    .where("kind", "=", "disclosure")
    .execute();
  await room.portal.database.transact(async (tx) => {
    for (const { subject } of rows) await dropEntry(tx, "disclosure", subject);
  });
  expect(await found()).toEqual([]);
  expect(await hidden()).toEqual([]);
  await completeIndex(room.portal.database, SEARCH_SOURCES);
  expect(await found()).toEqual(before);
});

test("headers: nothing in the answer makes a browser run away, ask again elsewhere or show nothing", async () => {
  const { headers, body } = await get(BASE);
  for (const name of ["refresh", "location", "clear-site-data", "x-robots-tag"]) expect(headers[name]).toBeUndefined();
  expect(headers["content-security-policy"]).not.toContain("sandbox");
  expect(body).not.toMatch(/http-equiv="?refresh/i);
  expect(body.replace(/<script[\s\S]*?<\/script>/g, "")).toContain("Số liệu tháng mười.");
});

test("take down: no address of the section can be asked to be taken down, however it is written", async () => {
  for (const { path } of await disclosedAddresses(room.portal.db)) {
    for (const written of [path, `https://${HOST}${path}`, `${path}/`, path.toUpperCase(), path.replace("c", "%63")]) {
      expect(readTarget(written, [HOST]).kind, written).toBe("disclosure");
    }
  }
});

test("unit: an owner that is renamed, or ends, takes nothing with it", async () => {
  const unit = room.centre.units["dao-tao"]!;
  await room.must(room.portal.act(BY_SYSTEM, changeUnit, { unit, name: "Phòng đã đổi tên" }));
  await room.portal.database.transact((tx) =>
    tx.updateTable("unit").set({ active_to: "2026-11-25" }).where("id", "=", unit).execute(),
  );
  desk.app.pages.dropTags(["all"]);
  room.clock.advance(3 * 24 * 3600);
  expect(await hidden()).toEqual([]);
});

test("file: a disclosed file that does not answer is a fault of the round", async () => {
  const bytes = new TextEncoder().encode("Chỉ tiêu,Số\nGiáo viên,32\n");
  const kept = await keepAttachment(room.portal, { bytes, name: "Đội ngũ.csv", by: room.centre.people.thuky!.id });
  if (!kept.ok) throw new Error(kept.error.message);
  const { file, name, size } = kept.value;
  await room.publish("co-so-vat-chat", "2025-2026", { files: [{ file, name, size, title: "Số liệu" }] });
  desk.app.pages.dropTags(["all"]);
  room.clock.advance(7 * 3600);
  const round = await watchDisclosure(room.portal, (path) =>
    path.startsWith("/tep/") ? Promise.resolve({ status: 404, headers: {}, body: "" }) : get(path),
  );
  expect(round?.failed).toBe(1);
  const faults = await room.portal.db
    .selectFrom("disclosure_check")
    .select("address")
    .where("fault", "<>", "")
    .execute();
  expect(faults).toEqual([{ address: `/tep/${file}/${name}` }]);
});

test("backup: a restored copy has every address of its day; one with a line less is no backup; none goes over a living portal", async () => {
  const { portal } = room;
  const made = await backup(portal.database, portal.files, portal.clock, join(folder, "cu"));
  const place = await openEmptyPortal("sqlite");
  await restore(place.portal.database, place.portal.files, made.folder);
  expect(await disclosedAddresses(place.portal.db)).toEqual(await disclosedAddresses(portal.db));
  await expect(restore(portal.database, portal.files, made.folder)).rejects.toThrow(CannotRestore);
  await place.close();

  const path = join(made.folder, "tables", "disclosure_entry.jsonl");
  const lines = (await readFile(path, "utf8")).trim().split("\n");
  await writeFile(path, `${lines.slice(1).join("\n")}\n`);
  const other = await openEmptyPortal("sqlite");
  await expect(restore(other.portal.database, other.portal.files, made.folder)).rejects.toThrow(CannotRestore);
  await other.close();
});
