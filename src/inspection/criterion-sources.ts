import type { CriterionSource } from "./scores.ts";
import { ACCURACY } from "./sources/accuracy.ts";
import { DISCLOSURE } from "./sources/disclosure.ts";
import { QUOTA } from "./sources/quota.ts";
import { TIMELINESS } from "./sources/timeliness.ts";

/** Every criterion that the portal computes by itself. */
export const CRITERION_SOURCES: readonly CriterionSource[] = [QUOTA, TIMELINESS, ACCURACY, DISCLOSURE];
