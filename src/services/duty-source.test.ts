import { expect, test } from "vitest";
import { fixedClock, openTestPortal, TEST_NOW } from "../../test/support/portals.ts";
import { owedItems } from "../duties/items.queries.ts";
import { fillAbout } from "../sample/about.ts";
import { fillServices } from "../sample/services.ts";
import { confirmEntry } from "./commands/confirm-entry.ts";

test("Đ13.k1.b: a unit looks again at its procedures, services and pages once a year; a look closes the duty until the next", async () => {
  const clock = fixedClock(TEST_NOW);
  const { portal, centre, close } = await openTestPortal("sqlite", { clock });
  await fillServices(portal, centre);
  await fillAbout(portal, centre);
  const owed = async (duty: string) =>
    (await owedItems(portal.db, { from: "2026-11-24", to: "2028-12-31", now: clock.now() })).filter(
      (item) => item.duty === duty,
    );
  const entries = await owed("catalogue-review");
  const pages = await owed("page-review");
  const public_ = await portal.db
    .selectFrom("catalogue_entry")
    .select("id")
    .where("status", "=", "PUBLIC")
    .where("expired_on", "is", null)
    .execute();
  expect(new Set(entries.map(({ subject }) => subject))).toEqual(new Set(public_.map(({ id }) => id)));
  const live = await portal.db.selectFrom("page").select("id").where("live_version", "is not", null).execute();
  expect(new Set(pages.map(({ subject }) => subject))).toEqual(new Set(live.map(({ id }) => id)));
  expect(new Set(pages.map(({ term }) => term.period))).toEqual(new Set(["2027-11-24"]));
  const [first] = entries;
  clock.set(first!.term.due);
  const head = Object.values(centre.people).find(({ unit, hats }) => unit === first!.unit && hats.includes("MEMBER"))!;
  expect((await portal.act({ person: head.id, hat: "MEMBER" }, confirmEntry, { id: first!.subject })).ok).toBe(true);
  const after = (await owed("catalogue-review")).filter(({ subject }) => subject === first!.subject);
  expect(after.map(({ standing }) => standing)).toEqual(["ahead"]);
  expect(after[0]!.term.period > first!.term.period).toBe(true);
  await close();
});
