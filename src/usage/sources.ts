import { ABOUT_USES } from "../about/usage-source.ts";
import { ARRANGEMENT_USES } from "../arrangement/usage-source.ts";
import { BOARD_USES } from "../board/usage-source.ts";
import { CONSULTATION_USES } from "../consultations/usage-source.ts";
import { DISCLOSURE_USES } from "../disclosure/usage-source.ts";
import { EVENT_USES } from "../events/usage-source.ts";
import { LIBRARY_USES } from "../library/usage-source.ts";
import { MATTER_USES } from "../matters/usage-source.ts";
import { ARTICLE_USES } from "../newsroom/usage-source.ts";
import { CATALOGUE_USES } from "../services/usage-source.ts";
import type { UsageSource } from "./usage.ts";

/** Every room that uses files, addresses, sections or units tells of it here. */
export const USAGE_SOURCES: readonly UsageSource[] = [
  ARTICLE_USES,
  LIBRARY_USES,
  DISCLOSURE_USES,
  CATALOGUE_USES,
  ABOUT_USES,
  CONSULTATION_USES,
  EVENT_USES,
  ARRANGEMENT_USES,
  BOARD_USES,
  MATTER_USES,
];
