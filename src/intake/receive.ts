import type { Moment } from "../act.ts";
import { readWorkCalendar } from "../calendar/calendar.queries.ts";
import type { Evidence } from "../evidence/chain.ts";
import { dayOf, type Instant } from "../kernel/clock.ts";
import { type Id, newId, sha256 } from "../kernel/ids.ts";
import { done, type Refusal, type Result, refused } from "../kernel/result.ts";
import { addWorkingDays, type WorkCalendar } from "../kernel/working-days.ts";
import { readSettings } from "../settings/settings.queries.ts";
import type { Settings } from "../settings/settings.ts";
import { newCode } from "./code.ts";
import type { IntakeFile } from "./files.ts";
import { type Earlier, earlierSending, type Marks, paceRefusals } from "./intake.ts";
import type { SlipStep } from "./moves.ts";
import type { Sender } from "./sender.ts";
import type { SlipRoom } from "./slips.ts";

/** Whatever comes in as a slip. */
export interface Sent extends Sender {
  readonly unit: Id | null;
  readonly content: string;
  readonly files: readonly IntakeFile[];
  /** For telling floods and repetitions; null from inside. */
  readonly marks: Marks | null;
}

/** What must be known before anything is taken in. */
export interface Arrival {
  readonly settings: Settings;
  readonly calendar: WorkCalendar;
  readonly pace: readonly Refusal[];
  readonly earlier: Earlier | null;
}

export async function readArrival({ tx, at }: Moment, marks: Marks | null): Promise<Arrival> {
  return {
    settings: await readSettings(tx),
    calendar: await readWorkCalendar(tx),
    pace: marks ? await paceRefusals(tx, marks, at) : [],
    earlier: marks ? await earlierSending(tx, marks, at) : null,
  };
}

export interface Arrived<Input extends Sent = Sent> {
  readonly slip: Id;
  readonly code: string;
  readonly sent: Input;
  readonly step: SlipStep<string, string>;
  readonly due: string;
  /** Sent a second time from the same place: the first receipt stands and nothing is written. */
  readonly again: boolean;
}

/**
 * Takes a slip in when its first step is allowed and nothing is wrong with it: under a new code, due by the working
 * days of the settings. A second press of the button answers with the first code; a flood is told when to come back.
 */
export function takeIn<Input extends Sent>(
  room: SlipRoom,
  { settings, calendar, pace, earlier }: Arrival,
  sent: Input,
  step: Result<SlipStep<string, string>, Refusal[]>,
  wrong: readonly Refusal[],
  at: Instant,
): Result<Arrived<Input>, Refusal[]> {
  const again = earlier?.isSamePlace === true;
  const refusals = [
    ...(step.ok ? [] : step.error),
    ...wrong,
    ...(earlier && !again ? [{ code: "sentBefore", clause: "Đ17.k3" }] : []),
    ...(again ? [] : pace),
  ];
  if (!step.ok || refusals.length > 0) return refused(refusals);
  const due = addWorkingDays(dayOf(at), settings[room.days], calendar);
  return done({ slip: newId(), code: again ? earlier.code : newCode(), sent, step: step.value, due, again });
}

/** What the log keeps of a slip that came in: no word of it and no name, only their hashes. */
export function arrivalEvidence(
  { subject }: SlipRoom,
  { slip, code, sent, step, due, again }: Arrived,
  own: Evidence["content"],
): Evidence | null {
  if (again) return null;
  return {
    act: `${subject}.receive`,
    subject: `${subject}:${slip}`,
    clause: step.clause,
    content: {
      code: sha256(code),
      unit: sent.unit,
      content: sha256(sent.content),
      files: sent.files.map(({ hash }) => hash),
      due,
      state: step.to,
      ...own,
    },
  };
}
