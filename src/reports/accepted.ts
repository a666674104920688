import type { Moment } from "../act.ts";
import type { Follow } from "../evidence/outbox.ts";
import { addMonths, monthOf } from "../kernel/months.ts";
import { freezeQuotaMonth } from "../quota/store.ts";
import { type Report, reportFor } from "./reports.queries.ts";

/**
 * What the acceptance of a report brings about in other rooms: the month before it is closed for the quota (decision
 * 0020). A report that is accepted before that month is over, as an early cut day allows, leaves it to the next one.
 */
export async function onAccepted(moment: Moment, { kind, period }: Report, seq: number): Promise<readonly Follow[]> {
  if (kind !== "monthly") return [];
  const earlier = await reportFor(moment.tx, "monthly", addMonths(period, -1));
  const left = earlier?.state === "ACCEPTED" ? [addMonths(period, -2)] : [];
  for (const month of [...left, addMonths(period, -1)]) {
    if (month < monthOf(moment.at)) await freezeQuotaMonth(moment, month, seq);
  }
  return [];
}
