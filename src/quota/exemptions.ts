import { readable } from "../board/rules.ts";
import type { Day } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { type Month, writtenMonth } from "../kernel/months.ts";

/** A decision that lets a unit off for some months. */
export interface Exemption {
  readonly id: Id;
  readonly unit: Id;
  readonly from: Month;
  readonly to: Month;
  readonly decision: string;
  readonly decisionDay: Day;
  readonly reason: string;
}

/** Which of these lets the unit off in this month. */
export const exemptionFor = (exemptions: readonly Exemption[], unit: Id, month: Month): Exemption | undefined =>
  exemptions.find((one) => one.unit === unit && one.from <= month && month <= one.to);

export const exemptionWords = ({ decision, decisionDay, reason }: Exemption): string =>
  `Miễn theo ${decision} ngày ${readable(decisionDay)}: ${reason}`;

export const monthsWords = ({ from, to }: Pick<Exemption, "from" | "to">): string =>
  from === to ? `tháng ${writtenMonth(from)}` : `từ tháng ${writtenMonth(from)} đến tháng ${writtenMonth(to)}`;
