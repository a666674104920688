import { actWithin, BY_SYSTEM, type By, type Command } from "../act.ts";
import { addDays, type Day, fromLocalInput } from "../kernel/clock.ts";
import { addMonths, type Month } from "../kernel/months.ts";
import { prepareReport } from "../reports/commands/prepare-report.ts";
import { acceptReport } from "../reports/commands/receive-report.ts";
import { submitReport } from "../reports/commands/submit-report.ts";
import type { KindKey } from "../reports/kinds.ts";
import { openReport } from "../reports/model.ts";
import type { Tx } from "../storage/database.ts";
import type { Act } from "./acts.ts";
import type { SampleCentre } from "./centre.ts";
import type { SampleClock } from "./clock.ts";

/** Monthly reports that were submitted and accepted before today. */
const MONTHS = 3;
const REMARK = "Đồng ý. Đề nghị các đơn vị thực hiện nghiêm các giải pháp đã nêu.";

/**
 * The secretary's reports of the last months (Đ18.k1), each submitted on the 25th and accepted the next day; the one
 * in the middle came a day late. The present one is left to the clock and to whoever tries the portal.
 */
export function sampleReports({ people }: SampleCentre, clock: SampleClock): Act[] {
  const secretary: By = { person: people.thuky!.id, hat: "SECRETARY" };
  const chief: By = { person: people.giamdoc!.id, hat: "CHIEF" };
  return lastMonths(clock.today).flatMap((month, index): Act[] => {
    const told = { id: "" };
    const day = addDays(`${month}-25`, index === 1 ? 1 : 0);
    return [
      at(`${month}-22`, "00:00", async (tx, now) => {
        told.id = (await enter(tx, now, BY_SYSTEM, prepareReport, { kind: "monthly" as KindKey, period: month })).id;
      }),
      at(day, "15:20", async (tx, now) => {
        const open = await openReport(tx, told.id, now);
        const { texts } = open!.content;
        const said = {
          ...texts,
          difficulties: texts.difficulties || "Không có.",
          proposals: texts.proposals || "Không có.",
        };
        await enter(tx, now, secretary, submitReport, { report: told.id, texts: said });
      }),
      at(addDays(day, 1), "08:40", async (tx, now) => {
        await enter(tx, now, chief, acceptReport, { report: told.id, note: index === 2 ? REMARK : "" });
      }),
    ];
  });
}

/** The months whose reports were accepted by the evening before today, oldest first. */
function lastMonths(today: Day): Month[] {
  const month = today.slice(0, 7);
  const last = today > `${month}-27` ? month : addMonths(month, -1);
  return Array.from({ length: MONTHS }, (_, index) => addMonths(last, index - MONTHS + 1));
}

const at = (day: Day, time: string, run: Act["run"]): Act => ({ at: fromLocalInput(`${day}T${time}`)!, run });

async function enter<I, S, C>(tx: Tx, now: string, by: By, command: Command<I, S, C>, input: I): Promise<C> {
  const answer = await actWithin(tx, now, by, command, input);
  if (answer.ok) return answer.value;
  throw new Error(`${command.name}: ${answer.error.map(({ code }) => code).join(", ")}`);
}
