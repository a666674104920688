import { BY_SYSTEM, type By } from "../act.ts";
import type { Call } from "../consultations/call.ts";
import { judgeOpinion } from "../consultations/commands/judge-opinion.ts";
import { moveText } from "../consultations/commands/move-text.ts";
import { receiveOpinion } from "../consultations/commands/receive-opinion.ts";
import { saveCall } from "../consultations/commands/save-call.ts";
import { saveReport } from "../consultations/commands/save-report.ts";
import type { Part } from "../consultations/consultations.queries.ts";
import { opinionsOf } from "../consultations/opinions.queries.ts";
import { fromLocalInput, type Instant, toLocalInput } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { keepAttachment } from "../media/upload.ts";
import type { Portal } from "../portal.ts";
import type { WholeAct } from "./acts.ts";
import type { SampleCentre } from "./centre.ts";
import type { SampleClock } from "./clock.ts";
import {
  DRAFT_RULES,
  EVENING_CLASSES,
  EVENING_OPINIONS,
  EVENING_REPORT,
  RULES_OPINIONS,
  type SampleOpinion,
  STUDENT_RULES,
} from "./consultations-text.ts";
import { daysFrom } from "./days.ts";
import { docx } from "./sample-files.ts";

/** Working days before today: when the past consultation was opened, and when it closed. */
const OPENED = 62;
const CLOSED = 30;

/** Of the past: asked, and answered over some weeks. What became of it is told later. */
export function pastConsultationActs(portal: Portal, centre: SampleCentre, clock: SampleClock): WholeAct[] {
  const days = daysFrom(clock.today);
  const told = { id: "" };
  const asked = {
    at: days.at(OPENED + 1, "10:30"),
    async whole() {
      const window = { opensAt: days.at(OPENED, "08:00"), closesAt: days.at(CLOSED, "17:00"), files: [] };
      told.id = await ask(portal, centre, "dao-tao", EVENING_CLASSES, window);
    },
  };
  const answered = EVENING_OPINIONS.map((opinion, place) => ({
    at: days.at(OPENED - place, "19:15"),
    whole: () => answer(portal, told.id, opinion, `gio-hoc-${place}`),
  }));
  return [asked, ...answered];
}

/** What became of the past one, and one that is open now. */
export async function fillConsultations(portal: Portal, centre: SampleCentre, clock: SampleClock): Promise<void> {
  await reportPast(portal, centre);
  const [hash, now] = [await draft(portal, centre), clock.now()];
  const closesAt = daysFrom(clock.today).at(-15, "17:00");
  const window = { opensAt: minute(now), closesAt, files: [hash] };
  const id = await ask(portal, centre, "to-chuc-hanh-chinh", STUDENT_RULES, window);
  for (const [place, opinion] of RULES_OPINIONS.entries()) await answer(portal, id, opinion, `noi-quy-${place}`);
}

async function reportPast(portal: Portal, centre: SampleCentre): Promise<void> {
  const past = await portal.db.selectFrom("consultation").select("id").executeTakeFirstOrThrow();
  const head = headOf(centre, "dao-tao");
  for (const [place, opinion] of (await opinionsOf(portal.db, past.id)).entries()) {
    const topic = EVENING_OPINIONS[place]!.topic;
    const judged = { opinion: opinion.id, verdict: topic ? "taken" : "aside", topic: topic ?? "" };
    const reason = topic ? "" : "Nội dung quảng cáo, không phải ý kiến về giờ học.";
    done(await portal.act(head, judgeOpinion, { ...judged, reason }));
  }
  done(await portal.act(head, saveReport, { id: past.id, ...EVENING_REPORT }));
  await publish(portal, centre, head, past.id, "report");
}

async function ask(
  portal: Portal,
  centre: SampleCentre,
  unit: string,
  call: Call,
  { files, ...window }: { opensAt: Instant; closesAt: Instant; files: readonly string[] },
): Promise<Id> {
  const head = headOf(centre, unit);
  const input = { id: null, unit: centre.units[unit]!, call, reason: "", files, ...window };
  const { id } = done(await portal.act(head, saveCall, input));
  await publish(portal, centre, head, id, "call");
  return id;
}

async function publish(portal: Portal, centre: SampleCentre, head: By, id: Id, part: Part): Promise<void> {
  const approver: By = { person: centre.people.thuongtruc!.id, hat: "STANDING_DEPUTY" };
  const step = { id, part, reason: "", version: 1 };
  done(await portal.act(head, moveText, { ...step, act: "submit" }));
  done(await portal.act(approver, moveText, { ...step, act: "approve" }));
}

async function answer(portal: Portal, consultation: Id, opinion: SampleOpinion, mark: string): Promise<void> {
  const input = {
    consultation,
    name: "",
    email: "",
    content: opinion.content,
    answers: ["", opinion.words],
    choices: [opinion.choice, null],
    consent: false,
    files: [],
    marks: { origin: `mau ${mark}`, words: `mau ${mark}` },
  };
  done(await portal.act(BY_SYSTEM, receiveOpinion, input));
}

async function draft(portal: Portal, centre: SampleCentre): Promise<string> {
  const { person } = headOf(centre, "to-chuc-hanh-chinh");
  const name = "Dự thảo Nội quy học viên.docx";
  return done(await keepAttachment(portal, { bytes: docx([...DRAFT_RULES]), name, by: person })).file;
}

function headOf(centre: SampleCentre, code: string): By {
  const unit = centre.units[code]!;
  const head = Object.values(centre.people).find((one) => one.hats.includes("MEMBER") && one.unit === unit);
  return { person: head!.id, hat: "MEMBER" };
}

/** A moment as a form can hold it. */
const minute = (at: Instant): Instant => fromLocalInput(toLocalInput(at))!;

/** The sample obeys the rules; when it does not, the sample is wrong. */
function done<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error));
}
