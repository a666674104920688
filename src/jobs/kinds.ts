import { IMPORTING } from "../imports/import-job.ts";
import { READ_FILES } from "../media/text-job.ts";
import { REINDEX } from "../search/rebuild-job.ts";
import type { JobKind } from "./job.ts";
import type { Upkeep } from "./upkeep.ts";

export const UPKEEP: readonly Upkeep[] = [REINDEX, READ_FILES];

/** Every kind of long work. */
export const JOB_KINDS: readonly JobKind[] = [IMPORTING, ...UPKEEP.map(({ job }) => job)];
