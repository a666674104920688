import type { Moment } from "../act.ts";
import type { Follow } from "../evidence/outbox.ts";
import { addMonths } from "../kernel/months.ts";
import { freezeQuotaMonth } from "../quota/store.ts";
import type { Report } from "./reports.queries.ts";

/** What the acceptance of a report brings about in other rooms: the month before it is closed for the quota (decision 0020). */
export async function onAccepted(moment: Moment, report: Report, seq: number): Promise<readonly Follow[]> {
  if (report.kind === "monthly") await freezeQuotaMonth(moment, addMonths(report.period, -1), seq);
  return [];
}
