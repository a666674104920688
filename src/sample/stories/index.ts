import type { Story } from "../story.ts";
import { ADMISSION_STORIES } from "./admission.ts";
import { ALBUM_STORIES } from "./albums.ts";
import { STORIES_BEFORE_APPRAISAL } from "./before-appraisal.ts";
import { EVENT_STORIES } from "./events.ts";
import { PEOPLE_AND_POLICY_STORIES } from "./people-and-policy.ts";
import { TEACHING_STORIES } from "./teaching.ts";
import { STORIES_WITH_THE_BOARD } from "./with-the-board.ts";

/** Every sample article. */
export const STORIES: readonly Story[] = [
  ...EVENT_STORIES,
  ...ALBUM_STORIES,
  ...TEACHING_STORIES,
  ...ADMISSION_STORIES,
  ...PEOPLE_AND_POLICY_STORIES,
  ...STORIES_BEFORE_APPRAISAL,
  ...STORIES_WITH_THE_BOARD,
];
