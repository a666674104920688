import { afterAll, beforeAll, expect, test } from "vitest";
import { fixedClock, openEmptyPortal, TEST_NOW } from "../../test/support/portals.ts";
import { BY_SYSTEM } from "../act.ts";
import { changeUnit } from "../board/commands/change-unit.ts";
import { renameCategory } from "../newsroom/commands/rename-category.ts";
import type { Portal } from "../portal.ts";
import { fillAbout } from "../sample/about.ts";
import { play } from "../sample/acts.ts";
import { fillArticles, sampleBegin } from "../sample/articles.ts";
import { fillCentre } from "../sample/centre.ts";
import { sampleClock } from "../sample/clock.ts";
import { fillConsultations, pastConsultationActs } from "../sample/consultations.ts";
import { disclosureActs, disclosureBegin, finishDisclosure } from "../sample/disclosure.ts";
import { answerActs } from "../sample/enquiries.ts";
import { sampleEvents } from "../sample/events.ts";
import { fillLibrary } from "../sample/library.ts";
import { fillServices } from "../sample/services.ts";
import { readQuery } from "./query.ts";
import { disagreements, rebuildIndex } from "./rebuild.ts";
import { search } from "./search.queries.ts";
import { SEARCH_SOURCES } from "./sources.ts";

let portal: Portal;
let close: () => Promise<void>;

/** The whole sample, every room through its own commands, as the demo is filled. */
beforeAll(async () => {
  const clock = sampleClock(fixedClock(TEST_NOW));
  ({ portal, close } = await openEmptyPortal("sqlite", { clock }));
  clock.set(disclosureBegin(clock));
  const centre = await fillCentre(portal);
  const begin = sampleBegin(clock);
  const acts = [
    ...disclosureActs(portal, centre, clock, begin),
    ...pastConsultationActs(portal, centre, clock),
    ...answerActs(portal, centre, clock, 100),
    ...sampleEvents(centre, clock),
  ];
  await play(
    portal,
    clock,
    acts.filter(({ at }) => at < begin),
  );
  await fillLibrary(portal, centre, clock);
  await fillArticles(
    portal,
    centre,
    clock,
    acts.filter(({ at }) => at >= begin),
  );
  clock.live();
  await fillServices(portal, centre);
  await fillAbout(portal, centre);
  clock.set(TEST_NOW);
  await finishDisclosure(portal, centre, clock);
  await fillConsultations(portal, centre, clock);
}, 90_000);
afterAll(() => close());

test("everything that any room made public is found, and nothing else", async () => {
  await portal.database.transact(async (tx) => {
    expect(await disagreements(tx, SEARCH_SOURCES)).toEqual([]);
    for (const source of SEARCH_SOURCES) expect((await source.ids(tx)).length).toBeGreaterThan(0);
  });
});

test("a renamed unit or section is found by its new name, and the index stays true", async () => {
  const unit = await portal.db.selectFrom("unit").selectAll().where("code", "=", "dao-tao").executeTakeFirstOrThrow();
  const section = await portal.db
    .selectFrom("search_entry")
    .innerJoin("category", "category.name", "search_entry.category")
    .select(["category.id", "category.name", "category.description"])
    .where("kind", "=", "article")
    .where("category.name", "=", "Tuyển sinh")
    .executeTakeFirstOrThrow();
  const named = (what: "unit" | "category", name: string) =>
    portal.db.selectFrom("search_entry").select("path").where(what, "=", name);
  const ofUnitNamed = async (name: string) => (await named("unit", name).execute()).length;
  // Admissions and notices have words of their own that a section of the news may be called too.
  const ofSectionNamed = async (name: string) =>
    (await named("category", name).where("kind", "=", "article").execute()).length;
  const [ofUnit, ofSection] = [await ofUnitNamed(unit.name), await ofSectionNamed(section.name)];
  expect(ofUnit).toBeGreaterThan(3);
  const renamed = await portal.act(BY_SYSTEM, changeUnit, { unit: unit.id, name: "Phòng Học vụ Khảo thí" });
  expect(renamed).toMatchObject({ ok: true });
  const admin = { person: (await personInHat("ADMIN")).id, hat: "ADMIN" } as const;
  const renaming = { id: section.id, name: "Chuyện học đường", description: section.description };
  expect(await portal.act(admin, renameCategory, renaming)).toMatchObject({ ok: true });
  expect([await ofUnitNamed(unit.name), await ofSectionNamed(section.name)]).toEqual([0, 0]);
  expect([await ofUnitNamed("Phòng Học vụ Khảo thí"), await ofSectionNamed("Chuyện học đường")]).toEqual([
    ofUnit,
    ofSection,
  ]);
  const found = await search(portal.db, readQuery("phong hoc vu khao thi"), {}, 1);
  expect(found.hits.map(({ path }) => path)).toContain("/co-cau-to-chuc/dao-tao");
  await portal.database.transact(async (tx) => expect(await disagreements(tx, SEARCH_SOURCES)).toEqual([]));
});

const personInHat = (hat: string) =>
  portal.db.selectFrom("appointment").select("person_id as id").where("hat", "=", hat).executeTakeFirstOrThrow();

test("made anew, the index is the same as it grew by itself", async () => {
  const entries = () =>
    portal.db
      .selectFrom("search_entry")
      .select(["kind", "subject", "path", "title", "summary", "body", "day", "category", "unit", "number_symbol"])
      .orderBy("kind")
      .orderBy("subject")
      .execute();
  const grown = await entries();
  expect(await rebuildIndex(portal.database, SEARCH_SOURCES)).toBe(grown.length);
  expect(await entries()).toEqual(grown);
});

test.each([
  ["quy chế dân chủ và các quy định nội bộ", "disclosure"],
  ["27/QĐ-GDTXHP", "document"],
  ["cấp bản sao văn bằng", "procedure"],
  ["quá trình hình thành và phát triển", "page"],
])("of the sample, “%s” finds a %s first", async (typed, kind) => {
  const { hits } = await search(portal.db, readQuery(typed), {}, 1);
  expect(hits[0]?.kind).toBe(kind);
});
