import type { Command } from "../../act.ts";
import { readWorkCalendar } from "../../calendar/calendar.queries.ts";
import { newCode } from "../../intake/code.ts";
import { type IntakeFile, keepIntakeFiles } from "../../intake/files.ts";
import { type Earlier, earlierSending, type Marks, paceRefusals, rememberSending } from "../../intake/intake.ts";
import { judgeSlip } from "../../intake/moves.ts";
import { dayOf } from "../../kernel/clock.ts";
import { type Id, newId, sha256 } from "../../kernel/ids.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import { addWorkingDays, type WorkCalendar } from "../../kernel/working-days.ts";
import { tell } from "../../newsroom/notices.ts";
import { ENQUIRY_MOVES, type EnquiryState } from "../../regulation/enquiry-moves.ts";
import { readSettings } from "../../settings/settings.queries.ts";
import type { Settings } from "../../settings/settings.ts";
import { formatDate } from "../../ui/format.ts";
import { answerersOn, askableUnits } from "../enquiries.queries.ts";
import { receiptMail } from "../mails.ts";
import { cleanEnquiry, ENQUIRY_KINDS, type Enquiry, type EnquiryKind, enquiryRefusals } from "../rules.ts";
import { saveEnquiryMove } from "../store.ts";

export interface NewEnquiry extends Enquiry {
  readonly marks: Marks;
  readonly files: readonly IntakeFile[];
}

export interface ReceivedEnquiry extends NewEnquiry {
  readonly enquiry: Id;
  readonly code: string;
  readonly state: EnquiryState;
  readonly rule: string;
  readonly act: string;
  readonly due: string;
  /** Sent a second time from the same place: the first receipt stands and nothing is written. */
  readonly again: boolean;
}

interface State {
  readonly settings: Settings;
  readonly calendar: WorkCalendar;
  readonly knowsUnit: boolean;
  readonly heads: readonly Id[];
  readonly secretaries: readonly Id[];
  readonly pace: readonly Refusal[];
  readonly earlier: Earlier | null;
}

/** Takes in a question or an opinion of the public (REQ-016, REQ-121): its way begins at the unit's head or the secretary. */
export const receiveEnquiry: Command<NewEnquiry, State, ReceivedEnquiry> = {
  name: "enquiry.receive",
  async load({ tx, at }, { unit, marks }) {
    const day = dayOf(at);
    const units = await askableUnits(tx, day);
    const { heads, secretaries } = await answerersOn(tx, day, unit);
    return {
      settings: await readSettings(tx),
      calendar: await readWorkCalendar(tx),
      knowsUnit: unit === null || units.some(({ id }) => id === unit),
      heads,
      secretaries,
      pace: await paceRefusals(tx, marks, at),
      earlier: await earlierSending(tx, marks, at),
    };
  },
  decide({ settings, calendar, knowsUnit, heads, pace, earlier }, typed, by, at) {
    const input = { ...typed, ...cleanEnquiry(typed) };
    const act = input.unit !== null && heads.length > 0 ? "receiveForUnit" : "receive";
    const step = judgeSlip(ENQUIRY_MOVES, { state: null, unit: input.unit }, act, by, {
      ...NOT_ASKED,
      unitHasHead: () => heads.length > 0,
    });
    const again = earlier?.isSamePlace === true;
    const refusals = [
      ...(step.ok ? [] : step.error),
      ...enquiryRefusals(input, knowsUnit),
      ...(earlier && !again ? [{ code: "sentBefore", clause: "Đ17.k3" }] : []),
      ...(again ? [] : pace),
    ];
    if (!step.ok || refusals.length > 0) return refused(refusals);
    return done({
      ...input,
      enquiry: newId(),
      code: again ? earlier.code : newCode(),
      state: step.value.to,
      rule: step.value.rule,
      act,
      due: addWorkingDays(dayOf(at), settings["enquiries.answerDays"], calendar),
      again,
    });
  },
  evidence: (change) =>
    change.again
      ? null
      : {
          act: "enquiry.receive",
          subject: `enquiry:${change.enquiry}`,
          clause: "Đ16.k2",
          content: {
            kind: change.kind,
            unit: change.unit,
            code: sha256(change.code),
            content: sha256(change.content),
            files: change.files.map(({ hash }) => hash),
            due: change.due,
            state: change.state,
          },
        },
  async write(moment, change, { settings, heads, secretaries }, seq) {
    const { tx, at } = moment;
    const step = { rule: change.rule, act: change.act, from: null, to: change.state, clause: "Đ16.k2", reason: null };
    const move = await saveEnquiryMove(moment, change.enquiry, step, seq);
    await tx
      .insertInto("enquiry")
      .values({
        id: change.enquiry,
        code: change.code,
        kind: change.kind,
        unit_id: change.unit,
        topic: change.topic,
        sender_name: change.name,
        sender_email: change.email,
        sender_phone: change.phone,
        content: change.content,
        content_hash: sha256(change.content),
        consent_at: at,
        received_at: at,
        due_on: change.due,
        state: change.state,
        state_since: at,
        last_move_id: move,
        public_question: "",
        answer: "",
        is_public: 0,
        drafted_by: null,
        released_by: null,
        erased_at: null,
      })
      .execute();
    await keepIntakeFiles(tx, change.files, at);
    if (change.files.length > 0) {
      await tx
        .insertInto("enquiry_file")
        .values(change.files.map(({ hash, name, size }) => ({ enquiry_id: change.enquiry, hash, name, size })))
        .execute();
    }
    await rememberSending(tx, change.marks, change.code, at);
    const kind = ENQUIRY_KINDS[change.kind as EnquiryKind];
    const text = `${kind} mới của công chúng, hạn trả lời ${formatDate(`${change.due}T00:00:00Z`)}. Mở mục Hỏi đáp, góp ý.`;
    return [
      ...receiptMail(settings, change, change.due),
      ...(await tell(moment, change.state === "ASSIGNED" ? heads : secretaries, null, { kind: "waiting", text })),
    ];
  },
};

const no = () => false;
/** Needs of later steps: the first step asks none of them. */
const NOT_ASKED = {
  unitHasHead: no,
  reasonGiven: no,
  answerGiven: no,
  sameDraft: no,
  notDrafter: no,
  publicClean: no,
  retentionOver: no,
};
