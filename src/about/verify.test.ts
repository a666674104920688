import { afterAll, beforeAll, expect, test } from "vitest";
import { eachEngine, openTestPortal, type TestPortal } from "../../test/support/portals.ts";
import { breakIn, type Intruder } from "../../test/support/tamper.ts";
import { fillAbout } from "../sample/about.ts";
import { fillServices } from "../sample/services.ts";
import { verifyCatalogue } from "../services/verify.ts";
import { verifyAbout } from "./verify.ts";

eachEngine("what was rewritten behind the guards is found", (engine) => {
  let house: TestPortal;
  let intruder: Intruder;

  beforeAll(async () => {
    house = await openTestPortal(engine);
    await fillServices(house.portal, house.centre);
    await fillAbout(house.portal, house.centre);
    intruder = await breakIn(house.portal);
  });
  afterAll(() => house.close());

  const found = async () =>
    (await verifyAbout(house.portal.db)).bad?.why ?? (await verifyCatalogue(house.portal.db)).bad?.why ?? null;

  test("the sample itself is whole", async () => expect(await found()).toBeNull());

  test.each([
    ["a page's text", "page_version", { version: 1 }, { content: '{"title":"khác"}' }],
    ["who approved", "page_move", { act: "approve" }, { hat: "CHIEF" }],
    ["a step", "page_move", { act: "submit" }, { act: "headApprove" }],
    ["what is public", "page", { slug: "lich-su" }, { live_version: null }],
    ["where a page stands", "page", { slug: "lich-su" }, { state: "DRAFT" }],
    ["a procedure's text", "catalogue_version", { days: 5 }, { content: '{"name":"khác"}' }],
    ["a form", "catalogue_version", { days: 5 }, { files: '[{"hash":"x"}]' }],
    ["whether it is public", "catalogue_entry", { code: "TTHC-01" }, { status: "DRAFT" }],
    ["whether it is over", "catalogue_entry", { code: "TTHC-07" }, { expired_on: null }],
    ["whose it is", "catalogue_entry", { code: "TTHC-01" }, { expired_reason: "khác" }],
  ])("%s", async (_, table, where, changes) => {
    const undo = await intruder.update(table, where, changes);
    const why = await found();
    await undo();
    expect(why).not.toBeNull();
    expect(await found()).toBeNull();
  });
});
