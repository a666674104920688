import type { Moment } from "../act.ts";
import type { Follow } from "../evidence/outbox.ts";
import type { ReportContent } from "./content.ts";
import type { Report } from "./reports.queries.ts";

/** What the acceptance of a report brings about in other rooms. */
export async function onAccepted(
  _moment: Moment,
  _report: Report,
  _said: ReportContent,
  _seq: number,
): Promise<readonly Follow[]> {
  return [];
}
