import type { Portal } from "../portal.ts";
import type { JobKind } from "./job.ts";

/** Work on the portal itself that the administrator may begin. */
export interface Upkeep {
  readonly kind: string;
  readonly title: string;
  readonly hint: string;
  readonly job: JobKind;
  /** How many things there are to do now. */
  total(portal: Portal): Promise<number>;
}
