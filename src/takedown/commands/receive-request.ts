import type { Command } from "../../act.ts";
import { readWorkCalendar } from "../../calendar/calendar.queries.ts";
import { newCode } from "../../intake/code.ts";
import { type IntakeFile, keepIntakeFiles } from "../../intake/files.ts";
import { type Earlier, earlierSending, type Marks, paceRefusals, rememberSending } from "../../intake/intake.ts";
import { judgeSlip, type SlipStep } from "../../intake/moves.ts";
import { dayOf } from "../../kernel/clock.ts";
import { type Id, newId, sha256 } from "../../kernel/ids.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import { addWorkingDays, type WorkCalendar } from "../../kernel/working-days.ts";
import { tell } from "../../newsroom/notices.ts";
import { TAKEDOWN_MOVES, type TakedownAct, type TakedownState } from "../../regulation/takedown-moves.ts";
import { readSettings } from "../../settings/settings.queries.ts";
import type { Settings } from "../../settings/settings.ts";
import { formatDate } from "../../ui/format.ts";
import { requestMail } from "../mails.ts";
import { decidersOn, type FoundTarget, findTarget } from "../requests.queries.ts";
import { cleanTakedown, type TakedownForm, takedownRefusals } from "../rules.ts";
import { saveTakedownMove } from "../store.ts";
import { readTarget, type Target } from "../target.ts";

export interface NewRequest extends TakedownForm {
  /** The unit in whose name its head asks; null for the public. */
  readonly unit: Id | null;
  /** For telling floods; null from inside. */
  readonly marks: Marks | null;
  readonly files: readonly IntakeFile[];
}

export interface ReceivedRequest extends NewRequest {
  readonly request: Id;
  readonly code: string;
  readonly step: SlipStep<TakedownState, TakedownAct>;
  readonly found: FoundTarget;
  readonly kind: string;
  readonly due: string;
  /** Sent a second time from the same place: the first receipt stands and nothing is written. */
  readonly again: boolean;
}

interface State {
  readonly settings: Settings;
  readonly calendar: WorkCalendar;
  readonly target: Target;
  readonly found: FoundTarget;
  readonly pace: readonly Refusal[];
  readonly earlier: Earlier | null;
  readonly secretaries: readonly Id[];
}

/** Takes in a request to take something down, of the public or of a unit (REQ-111): it reaches the board by its secretary. */
export const receiveRequest: Command<NewRequest, State, ReceivedRequest> = {
  name: "takedown.receive",
  async load({ tx, at }, { address, marks }) {
    const settings = await readSettings(tx);
    const target = readTarget(address, ownHosts(settings));
    return {
      settings,
      calendar: await readWorkCalendar(tx),
      target,
      found: await findTarget(tx, target),
      pace: marks ? await paceRefusals(tx, marks, at) : [],
      earlier: marks ? await earlierSending(tx, marks, at) : null,
      secretaries: (await decidersOn(tx, dayOf(at))).secretaries,
    };
  },
  decide({ settings, calendar, target, found, pace, earlier }, typed, by, at) {
    const input = { ...typed, ...cleanTakedown(typed) };
    const act = input.unit === null ? "receive" : "receiveInside";
    const step = judgeSlip(TAKEDOWN_MOVES, { state: null, unit: input.unit }, act, by, NOT_ASKED);
    const again = earlier?.isSamePlace === true;
    const refusals = [
      ...(step.ok ? [] : step.error),
      ...takedownRefusals(input, target, found.standing),
      ...(earlier && !again ? [{ code: "sentBefore", clause: "Đ17.k3" }] : []),
      ...(again ? [] : pace),
    ];
    if (!step.ok || refusals.length > 0) return refused(refusals);
    return done({
      ...input,
      request: newId(),
      code: again ? earlier.code : newCode(),
      step: step.value,
      found,
      kind: target.kind,
      due: addWorkingDays(dayOf(at), settings["takedown.answerDays"], calendar),
      again,
    });
  },
  evidence: (change) =>
    change.again
      ? null
      : {
          act: "takedown.receive",
          subject: `takedown:${change.request}`,
          clause: change.step.clause,
          content: {
            code: sha256(change.code),
            unit: change.unit,
            target: change.found.path,
            reasonClass: change.reasonClass,
            content: sha256(change.content),
            files: change.files.map(({ hash }) => hash),
            due: change.due,
          },
        },
  async write(moment, change, { settings, secretaries }, seq) {
    const { tx, by, at } = moment;
    const { request, found } = change;
    const move = await saveTakedownMove(moment, request, change.step, null, seq);
    await tx
      .insertInto("takedown_request")
      .values({
        id: request,
        code: change.code,
        unit_id: change.unit,
        requester_name: change.name,
        requester_email: change.email,
        requester_phone: change.phone,
        target_kind: change.kind,
        target_id: found.id,
        target_path: found.path,
        target_title: found.title,
        reason_class: change.reasonClass,
        content: change.content,
        content_hash: sha256(change.content),
        consent_at: at,
        received_at: at,
        due_on: change.due,
        state: change.step.to,
        state_since: at,
        last_move_id: move,
        decided_class: null,
        answer: "",
        erased_at: null,
      })
      .execute();
    await keepIntakeFiles(tx, change.files, at);
    if (change.files.length > 0) {
      await tx
        .insertInto("takedown_file")
        .values(change.files.map(({ hash, name, size }) => ({ request_id: request, hash, name, size })))
        .execute();
    }
    if (change.marks) await rememberSending(tx, change.marks, change.code, at);
    const text = `Yêu cầu gỡ bỏ mới, hạn trả lời ${formatDate(`${change.due}T00:00:00Z`)}. Mở mục Yêu cầu gỡ bỏ.`;
    const told = secretaries.filter((person) => person !== by.person);
    return [
      ...requestMail(settings, { ...change, path: found.path }, change.due),
      ...(await tell(moment, told, null, { kind: "waiting", text })),
    ];
  },
};

/** Hosts under which the portal's own pages are known. */
export const ownHosts = (settings: Settings): string[] => [settings["site.canonicalHost"], ...settings["site.aliases"]];

const no = () => false;
/** Needs of later steps: the first step asks none of them. */
const NOT_ASKED = {
  noteGiven: no,
  reasonGiven: no,
  classGiven: no,
  newsroomAgrees: no,
  answerGiven: no,
  retentionOver: no,
};
