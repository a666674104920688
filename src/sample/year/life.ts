import type { Portal } from "../../portal.ts";
import { type Act, play, type WholeAct } from "../acts.ts";
import { keepMedia, storyActs } from "../articles.ts";
import type { SampleCentre } from "../centre.ts";
import type { SampleClock } from "../clock.ts";
import { daysFrom } from "../days.ts";
import type { SampleMedia } from "../media.ts";
import { type LifeOf, lifeStories } from "./stories.ts";

/** Working days of the year that the demonstration has lived before its last weeks. */
export const YEAR_BEGUN = 250;

/**
 * Lives the life of the sample centre from its first article to its last, by the commands that forms use, other acts
 * of the same time among them. Expects the centre to have been filled before. Returns the pictures it received.
 */
export async function fillLife(
  portal: Portal,
  centre: SampleCentre,
  clock: SampleClock,
  life: Omit<LifeOf, "today">,
  others: readonly (Act | WholeAct)[] = [],
): Promise<SampleMedia> {
  const { today } = clock;
  const media = await keepMedia(portal, centre);
  const stories = lifeStories({ ...life, today });
  await play(portal, clock, [...storyActs(stories, { days: daysFrom(today), centre, media }), ...others]);
  return media;
}
