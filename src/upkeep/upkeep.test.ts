import { afterEach, beforeEach, expect, test } from "vitest";
import { openDesk } from "../../test/support/desk.ts";
import {
  eachEngine,
  type FixedClock,
  fixedClock,
  openTestPortal,
  TEST_NOW,
  type TestPortal,
} from "../../test/support/portals.ts";
import { isRefusedByDatabase, openRaw } from "../../test/support/raw.ts";
import type { By } from "../act.ts";
import { tellWhatIsDue } from "../clocks/tell-due.ts";
import { accountRoutes } from "../desk/account-routes.tsx";
import { deskRoom } from "../desk/room.ts";
import { owedItems } from "../duties/items.queries.ts";
import type { Id } from "../kernel/ids.ts";
import { HAT_NAMES } from "../regulation/hats.ts";
import { expiriesOf, readAssets } from "./assets.queries.ts";
import { retireAsset } from "./commands/retire-asset.ts";
import { type SaveAsset, saveAsset } from "./commands/save-asset.ts";
import { upkeepDesk } from "./desk.tsx";
import { ASSET_KINDS, type AssetKind } from "./kinds.ts";
import { type AssetContent, saveRefusals } from "./rules.ts";
import { verifyUpkeep } from "./verify.ts";

const CONTENT: AssetContent = {
  kind: "domain",
  name: "ttgdtxhaiphong.haiphong.edu.vn",
  detail: "",
  owner: "p",
  supplier: "Nhà đăng ký Mẫu",
  contact: "1900 0000",
  expiresOn: "2027-03-01",
};
const FACTS = { isKnown: true, isRetired: false, version: 0, hasOwner: true };
const codes = (content: Partial<AssetContent>, facts: Partial<typeof FACTS> = {}, seen = 0) =>
  saveRefusals({ ...CONTENT, ...content }, { ...FACTS, ...facts }, seen, "ADMIN").map(({ code }) => code);

test("Đ4.k4, Đ12.k4: a domain without owner or expiry is refused, an asset without owner too; each names its clause", () => {
  expect(codes({})).toEqual([]);
  expect(codes({ expiresOn: "", supplier: "" }, { hasOwner: false })).toEqual([
    "assetOwnerMissing",
    "assetSupplierMissing",
    "assetExpiryMissing",
  ]);
  for (const kind of Object.keys(ASSET_KINDS) as AssetKind[]) {
    const open = codes({ kind, expiresOn: "" });
    expect(open, kind).toEqual(ASSET_KINDS[kind].mustExpire ? ["assetExpiryMissing"] : []);
    expect(saveRefusals({ ...CONTENT, kind, name: "" }, FACTS, 0, "ADMIN")).toEqual([
      { code: "assetNameMissing", clause: ASSET_KINDS[kind].clause },
    ]);
  }
  expect(codes({ expiresOn: "2027-02-29" })).toEqual(["assetDayInvalid"]);
  expect(codes({}, { isRetired: true })).toEqual(["assetRetired"]);
  expect(codes({}, { version: 2 }, 1)).toEqual(["assetChanged"]);
});

test("Đ12.k4: the administrator keeps the register, and nobody else", () => {
  const may = [...HAT_NAMES, "SYSTEM" as const].filter((hat) => saveRefusals(CONTENT, FACTS, 0, hat).length === 0);
  expect(may).toEqual(["ADMIN"]);
});

test("a later day of expiry renews, an earlier one puts a mistake right, none or no more use ends the wait", () => {
  const said = (...days: string[]) =>
    days.map((expiresOn, index) => ({
      version: index + 1,
      content: { ...CONTENT, expiresOn },
      at: `2026-11-2${index}T00:00:00.000Z`,
      name: "",
    }));
  const of = (days: string[], retiredAt: string | null = null) =>
    expiriesOf({ versions: said(...days), retiredAt }).map(({ on, doneAt }) => `${on} ${doneAt?.slice(0, 10) ?? "–"}`);
  expect(of(["2027-03-01"])).toEqual(["2027-03-01 –"]);
  expect(of(["2027-03-01", "2027-03-01", "2028-03-01"])).toEqual(["2027-03-01 2026-11-22", "2028-03-01 –"]);
  expect(of(["2037-03-01", "2027-03-01"])).toEqual(["2027-03-01 –"]);
  expect(of(["2027-03-01", ""])).toEqual(["2027-03-01 2026-11-21"]);
  expect(of(["2027-03-01"], "2026-12-31T00:00:00.000Z")).toEqual(["2027-03-01 2026-12-31"]);
});

eachEngine("Đ4.k4, Đ12.k4: the register of what the portal runs on", (engine) => {
  let clock: FixedClock;
  let house: TestPortal;
  let admin: By;
  let owner: Id;
  beforeEach(async () => {
    clock = fixedClock(TEST_NOW);
    house = await openTestPortal(engine, { clock });
    owner = house.centre.people.quantri!.id;
    admin = { person: owner, hat: "ADMIN" };
  });
  afterEach(() => house.close());

  const save = async (more: Partial<SaveAsset> = {}, content: Partial<AssetContent> = {}) => {
    const answer = await house.portal.act(admin, saveAsset, {
      id: null,
      seen: 0,
      ...more,
      content: { ...CONTENT, owner, ...content },
    });
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return answer.value.id;
  };
  const owed = () => owedItems(house.portal.db, { from: "2026-11-01", to: "2028-12-31", now: clock.now() });

  test("whoever answers for a domain is reminded 60, 30 and 7 days before it ends, and renewing it closes the duty", async () => {
    const id = await save();
    const duty = async () => (await owed()).filter(({ subject }) => subject === id).map(({ standing }) => standing);
    const told = async () => {
      const rows = await house.portal.db.selectFrom("duty_notice").selectAll().where("subject", "=", id).execute();
      return rows.map(({ minutes_ahead, told }) => [minutes_ahead / (24 * 60), ...JSON.parse(told)]);
    };
    expect(await duty()).toEqual(["ahead"]);
    const days = ["2026-12-31", "2027-01-30", "2027-02-22"];
    for (const day of days) {
      clock.set(`${day}T03:00:00.000Z`);
      await tellWhatIsDue(house.portal);
    }
    expect((await told()).sort()).toEqual([60, 30, 7].map((ahead) => [ahead, owner]).sort());
    expect(await duty()).toEqual(["open"]);
    await save({ id, seen: 1 }, { expiresOn: "2028-03-01" });
    expect(await duty()).toEqual(["done", "ahead"]);
    expect(await verifyUpkeep(house.portal.db)).toEqual({ assets: 1, bad: null });
  });

  test("a version begun from an older one is refused, what is retired stays, and nothing is lost", async () => {
    const id = await save({}, { kind: "hardware", expiresOn: "" });
    await save({ id, seen: 1 }, { kind: "hardware", expiresOn: "", detail: "RAM 32 GB" });
    const stale = await house.portal.act(admin, saveAsset, { id, seen: 1, content: { ...CONTENT, owner } });
    expect(stale).toMatchObject({ error: [{ code: "assetChanged" }] });
    const retire = (reason: string) => house.portal.act(admin, retireAsset, { id, reason });
    expect(await retire("  ")).toMatchObject({ error: [{ code: "assetReasonMissing", clause: "Đ12.k4" }] });
    expect((await retire("Đã thay bằng máy mới")).ok).toBe(true);
    expect(await retire("lần nữa")).toMatchObject({ error: [{ code: "assetRetired" }] });
    const [asset] = await readAssets(house.portal.db, id);
    expect(asset).toMatchObject({ version: 2, retiredReason: "Đã thay bằng máy mới", versions: [{}, {}] });
  });

  test("no script takes the owner or the expiry away, changes what was said, or deletes", async () => {
    const id = await save();
    const raw = await openRaw(house.portal);
    const attacks = [
      `delete from asset where id = '${id}'`,
      `delete from asset_version`,
      `update asset_version set content = '{}'`,
      `update asset set expires_on = null where id = '${id}'`,
      `update asset set version = 9 where id = '${id}'`,
      `update asset set retired_at = '2026-11-24T01:00:00.000Z' where id = '${id}'`,
      `insert into asset_version select asset_id, 2, content, person_id, 'SECRETARY', at, seq from asset_version`,
      `insert into asset values ('x', 'domain', 1, '${owner}', '2027-01-01', null, null)`,
    ];
    for (const attack of attacks) await expect(raw.run(attack), attack).rejects.toSatisfy(isRefusedByDatabase);
    await raw.close();
  });
});

test("Đ12.k4: on the desk a refused form keeps what was typed, and the list tells the days left", async () => {
  const { portal, centre, close } = await openTestPortal("sqlite", { clock: fixedClock(TEST_NOW) });
  const desk = await openDesk(portal, (app, access) => {
    accountRoutes(app, access);
    upkeepDesk(app, deskRoom(portal));
  });
  await desk.giveAccounts({ quantri: centre.people.quantri!.id, thanhtra: centre.people.thanhtra!.id });
  const admin = await desk.signedIn("quantri");
  await admin.get("/ban-bien-tap/tai-san/moi");
  const form = { ban: "0", loai: "domain", ten: "ten-mien.edu.vn", nguoi: centre.people.quantri!.id, noi: "VNNIC" };
  const refused = await admin.post("/ban-bien-tap/tai-san/moi", { ...form, "het-han": "" });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain("Chưa ghi ngày hết hạn");
  expect(refused.body).toContain('value="ten-mien.edu.vn"');
  expect((await admin.post("/ban-bien-tap/tai-san/moi", { ...form, "het-han": "2026-12-04" })).statusCode).toBe(303);
  expect((await admin.get("/ban-bien-tap/tai-san")).body).toContain("Còn 10 ngày");
  const inspector = await desk.signedIn("thanhtra");
  expect((await inspector.get("/ban-bien-tap/tai-san")).body).toContain("ten-mien.edu.vn");
  expect((await inspector.get("/ban-bien-tap/tai-san/moi")).statusCode).toBe(403);
  const [asset] = await readAssets(portal.db);
  const one = await inspector.get(`/ban-bien-tap/tai-san/muc/${asset!.id}`);
  expect(one.body).toContain("hãy báo Quản trị");
  expect(one.body).not.toContain('name="het-han"');
  await close();
});
