import { expect, test } from "vitest";
import { fixedClock, openEmptyPortal, TEST_NOW } from "../../test/support/portals.ts";
import { verifyChain } from "../evidence/verify.ts";
import { plainText } from "../newsroom/body/text.ts";
import { verifyNewsroom } from "../newsroom/verify.ts";
import { fillCentre } from "./centre.ts";
import { sampleClock } from "./clock.ts";
import { fillMany } from "./many.ts";
import { generatedText } from "./many-text.ts";

test("many articles are published over years, and every step of them stands up to verification", async () => {
  const clock = sampleClock(fixedClock(TEST_NOW));
  const { portal, close } = await openEmptyPortal("sqlite", { clock });
  clock.set("2024-01-02T01:00:00.000Z");
  await fillMany(portal, await fillCentre(portal), 90, clock);
  clock.live();
  expect(await verifyChain(portal.db)).toMatchObject({ bad: null });
  expect(await verifyNewsroom(portal.db)).toMatchObject({ bad: null, published: 90, moves: 540 });
  const live = await portal.db.selectFrom("published_article").select(["published_at", "slug"]).execute();
  expect(new Set(live.map(({ published_at }) => published_at.slice(0, 4)))).toEqual(new Set(["2024", "2025", "2026"]));
  expect(new Set(live.map(({ slug }) => slug)).size).toBe(90);
  await close();
});

test("a generated article has 400 to 900 words", () => {
  const lengths = Array.from({ length: 300 }, (_, number) => {
    const { lead, body } = generatedText(number, 2026);
    return `${lead} ${plainText(body)}`.split(/\s+/).length;
  });
  expect(Math.min(...lengths)).toBeGreaterThanOrEqual(350);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(950);
});
