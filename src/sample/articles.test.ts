import { afterAll, beforeAll, expect, test } from "vitest";
import { fixedClock, openEmptyPortal, TEST_NOW } from "../../test/support/portals.ts";
import { actorOn } from "../board/actor.ts";
import { verifyBoard } from "../board/verify.ts";
import { verifyChain } from "../evidence/verify.ts";
import { dayOf } from "../kernel/clock.ts";
import { newId } from "../kernel/ids.ts";
import { checkBody } from "../newsroom/body/schema.ts";
import { loadEdition } from "../newsroom/editions.queries.ts";
import { readOpenEditions } from "../newsroom/open-editions.queries.ts";
import { contentProblems } from "../newsroom/surroundings.queries.ts";
import { verifyNewsroom } from "../newsroom/verify.ts";
import { waitingFor } from "../newsroom/waiting.ts";
import type { Portal } from "../portal.ts";
import { STATE_NAMES } from "../regulation/states.ts";
import { fillArticles, sampleBegin } from "./articles.ts";
import { fillCentre, type SampleCentre } from "./centre.ts";
import { sampleClock } from "./clock.ts";

let portal: Portal;
let centre: SampleCentre;
let close: () => Promise<void>;
beforeAll(async () => {
  const clock = sampleClock(fixedClock(TEST_NOW));
  ({ portal, close } = await openEmptyPortal("sqlite", { clock }));
  clock.set(sampleBegin(clock));
  centre = await fillCentre(portal);
  await fillArticles(portal, centre, clock);
  clock.live();
});
afterAll(() => close());

test("there is an article in every state", async () => {
  const rows = await portal.db.selectFrom("edition").select("state").distinct().execute();
  expect(rows.map(({ state }) => state).toSorted()).toEqual(STATE_NAMES.toSorted());
});

test("the log, every decision and every public page stand up to verification", async () => {
  expect(await verifyChain(portal.db)).toMatchObject({ bad: null });
  expect(await verifyBoard(portal.db)).toMatchObject({ bad: null });
  expect(await verifyNewsroom(portal.db)).toMatchObject({ bad: null });
});

test("what is recorded never goes back in time and lies in the past", async () => {
  const rows = await portal.db.selectFrom("evidence").select("at").orderBy("seq").execute();
  const times = rows.map(({ at }) => at);
  expect(times).toEqual(times.toSorted());
  expect(times.at(-1)! < TEST_NOW).toBe(true);
});

test("every article that was sent on is complete, published ones among them", async () => {
  const rows = await portal.db
    .selectFrom("edition")
    .select(["id", "state", "title"])
    .where("state", "not in", ["DRAFT", "WITHDRAWN", "CANCELLED"])
    .execute();
  expect(rows.filter(({ state }) => state === "PUBLISHED").length).toBeGreaterThanOrEqual(22);
  for (const { id, title } of rows) {
    const loaded = (await loadEdition(portal.db, id))!;
    expect(await contentProblems(portal.db, loaded), title).toEqual([]);
    expect(checkBody(loaded.content.body, newId), title).toMatchObject({ ok: true });
  }
});

test("one article was corrected in public, one taken down, one taken over with its source", async () => {
  const live = await portal.db.selectFrom("published_article").selectAll().execute();
  expect(live.filter(({ update_note }) => update_note !== null)).toHaveLength(1);
  const down = await portal.db.selectFrom("article").select("slug").where("publication", "=", "TAKEN_DOWN").execute();
  expect(down).toHaveLength(1);
  const taken = live.map(({ content }) => JSON.parse(content)).filter(({ sourceUrl }) => sourceUrl !== "");
  expect(taken).toMatchObject([{ sourceDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) }]);
});

test("work waits for everybody who carries articles on, or stands among his own", async () => {
  const now = portal.clock.now();
  const open = await readOpenEditions(portal.db, now);
  for (const [username, { id, hats }] of Object.entries(centre.people)) {
    if (["quantri", "thanhtra"].includes(username)) continue;
    const waiting = hats.flatMap((hat) => {
      const actor = actorOn(open.roster, id, hat, dayOf(now));
      return actor ? waitingFor(actor, open, now) : [];
    });
    const own = open.editions.filter(({ facts }) => facts.author === id);
    expect(waiting.length + own.length, username).toBeGreaterThan(0);
  }
});
