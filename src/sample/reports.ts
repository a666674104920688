import { actWithin, BY_SYSTEM, type By, type Command } from "../act.ts";
import { addDays, addSeconds, type Day, dayOf, fromLocalInput } from "../kernel/clock.ts";
import { prepareReport } from "../reports/commands/prepare-report.ts";
import { acceptReport } from "../reports/commands/receive-report.ts";
import { submitReport } from "../reports/commands/submit-report.ts";
import type { ReportTexts } from "../reports/content.ts";
import { type KindKey, PERIODIC_KINDS } from "../reports/kinds.ts";
import { openReport } from "../reports/model.ts";
import { periodsDue, type ReportPeriod } from "../reports/periods.ts";
import { settingsFrom } from "../settings/settings.ts";
import type { Tx } from "../storage/database.ts";
import type { Act } from "./acts.ts";
import type { SampleCentre } from "./centre.ts";
import type { SampleClock } from "./clock.ts";

/** So many of the last monthly reports speak of their own figures; what older ones say is short. */
const OWN_WORDS = 3;
/** The monthly report, counted from the last one, that came a day late. */
const LATE = 2;
const REMARK = "Đồng ý. Đề nghị các đơn vị thực hiện nghiêm các giải pháp đã nêu.";
const SHORT: ReportTexts = {
  assessment: "Cổng hoạt động ổn định; tin, bài được duyệt và đăng đúng quy trình bốn bước của Quy chế.",
  difficulties: "Không có.",
  proposals: "Các đơn vị tiếp tục chủ động viết và gửi tin, bài về hoạt động của mình.",
};

/**
 * Every report of the centre's past (Đ8.k2.g6, Đ12.k3, Đ18.k1): monthly ones submitted on the 25th and accepted the
 * next day, one of them late; then those of quarters and years. The present month is left to the clock and to whoever
 * tries the portal.
 */
export function sampleReports(centre: SampleCentre, clock: SampleClock, from: Day): Act[] {
  const settings = settingsFrom([]);
  return PERIODIC_KINDS.flatMap((kind) => {
    const periods = periodsDue(kind, addDays(from, 1), addDays(clock.today, -3), settings);
    return periods.flatMap((period, index) => actsOf(centre, kind, period, periods.length - index));
  });
}

function actsOf(
  { people }: SampleCentre,
  kind: KindKey,
  { key: period, opens, due }: ReportPeriod,
  back: number,
): Act[] {
  const by = (name: string, hat: By["hat"]): By => ({ person: people[name]!.id, hat });
  const isMonthly = kind === "monthly";
  const day = addDays(dayOf(due), isMonthly && back === LATE ? 1 : 0);
  const isBoard = kind === "quarterly" || kind === "yearly";
  const author = isMonthly ? by("thuky", "SECRETARY") : isBoard ? by("giamdoc", "CHIEF") : by("quantri", "ADMIN");
  const told = { id: "" };
  const submitted: Act[] = [
    {
      at: addSeconds(opens, 45),
      run: async (tx, now) => {
        told.id = (await enter(tx, now, BY_SYSTEM, prepareReport, { kind, period })).id;
      },
    },
    act(day, isMonthly ? "15:20" : "16:10", async (tx, now) => {
      const texts = isMonthly && back <= OWN_WORDS ? await ownWords(tx, told.id, now) : SHORT;
      await enter(tx, now, author, submitReport, { report: told.id, texts });
    }),
  ];
  // The head of the board is the Director: he signs his own once, for both hats.
  if (isBoard) return submitted;
  const accepted = act(addDays(day, 1), "08:40", async (tx, now) => {
    const note = isMonthly && back === 1 ? REMARK : "";
    await enter(tx, now, by("giamdoc", "CHIEF"), acceptReport, { report: told.id, note });
  });
  return [...submitted, accepted];
}

async function ownWords(tx: Tx, report: string, now: string): Promise<ReportTexts> {
  const { texts } = (await openReport(tx, report, now))!.content;
  return {
    assessment: texts.assessment || SHORT.assessment,
    difficulties: texts.difficulties || SHORT.difficulties,
    proposals: texts.proposals || SHORT.proposals,
  };
}

const act = (day: Day, time: string, run: Act["run"]): Act => ({ at: fromLocalInput(`${day}T${time}`)!, run });

async function enter<I, S, C>(tx: Tx, now: string, by: By, command: Command<I, S, C>, input: I): Promise<C> {
  const answer = await actWithin(tx, now, by, command, input);
  if (answer.ok) return answer.value;
  throw new Error(`${command.name} ${JSON.stringify(input)}: ${answer.error.map(({ code }) => code).join(", ")}`);
}
