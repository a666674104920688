import { expect, test } from "vitest";
import { fixedClock, openEmptyPortal, TEST_NOW } from "../../../test/support/portals.ts";
import { verifyChain } from "../../evidence/verify.ts";
import { newId } from "../../kernel/ids.ts";
import { plainText } from "../../newsroom/body/text.ts";
import { verifyNewsroom } from "../../newsroom/verify.ts";
import { fillCentre } from "../centre.ts";
import { sampleClock } from "../clock.ts";
import { daysFrom } from "../days.ts";
import { bodyFrom } from "../markup.ts";
import { fillLife } from "./life.ts";
import { lifeStories } from "./stories.ts";

const TODAY = "2026-11-24";

test("the same seed tells the same life, another seed another one", () => {
  const told = (seed: number) =>
    lifeStories({ seed, articles: 60, from: 250, until: 10, today: TODAY }).map(({ road, write, unit }) => [
      unit,
      write(daysFrom(TODAY)).title,
      road,
    ]);
  expect(told(27)).toEqual(told(27));
  expect(told(27)).not.toEqual(told(28));
});

test("however long a life is, no two articles have one title, and each has 300 to 950 words", () => {
  const stories = lifeStories({ seed: 3, articles: 3_000, from: 900, until: 2, today: TODAY });
  const texts = stories.map(({ write }) => write(daysFrom(TODAY)));
  expect(new Set(texts.map(({ title }) => title)).size).toBe(3_000);
  const ids = Array.from({ length: 30 }, newId);
  const none = () => {
    throw new Error("no picture stands in a generated text");
  };
  const lengths = texts
    .slice(0, 300)
    .map(({ lead, body }) => `${lead} ${plainText(bodyFrom(body, ids, none, {} as never))}`.split(/\s+/).length);
  expect(Math.min(...lengths)).toBeGreaterThanOrEqual(300);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(950);
});

test("a year goes all ways through the board, and every step of it stands up to verification", async () => {
  const clock = sampleClock(fixedClock(TEST_NOW));
  const { portal, close } = await openEmptyPortal("sqlite", { clock });
  clock.set(daysFrom(clock.today).at(251, "08:00"));
  await fillLife(portal, await fillCentre(portal), clock, { seed: 27, articles: 120, from: 250, until: 8 });
  clock.live();
  expect(await verifyChain(portal.db)).toMatchObject({ bad: null });
  expect(await verifyNewsroom(portal.db)).toMatchObject({ bad: null });
  const ends = await portal.db
    .selectFrom("edition")
    .select((is) => ["state", is.fn.countAll<number>().as("count")])
    .groupBy("state")
    .execute();
  const count = Object.fromEntries(ends.map((end) => [end.state, Number(end.count)]));
  expect(count.PUBLISHED).toBeGreaterThan(90);
  expect(Object.keys(count)).toEqual(expect.arrayContaining(["CANCELLED", "PUBLISHED", "TAKEN_DOWN"]));
  const acts = await portal.db.selectFrom("edition_move").select("act").distinct().execute();
  expect(acts.map(({ act }) => act)).toEqual(
    expect.arrayContaining(["returnUnapproved", "resubmit", "sendBack", "rework", "returnToAuthor", "schedule"]),
  );
  const months = await portal.db.selectFrom("published_article").select("published_at").execute();
  expect(new Set(months.map(({ published_at }) => published_at.slice(0, 7))).size).toBeGreaterThanOrEqual(12);
  await close();
});
