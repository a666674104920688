import type { Command, Moment } from "../../act.ts";
import type { Follow } from "../../evidence/outbox.ts";
import { NotFound } from "../../http/errors.ts";
import type { SlipStep } from "../../intake/moves.ts";
import { cleanWords } from "../../intake/sender.ts";
import { dayOf } from "../../kernel/clock.ts";
import { type Id, sha256 } from "../../kernel/ids.ts";
import { tell } from "../../newsroom/notices.ts";
import type { EnquiryAct, EnquiryState } from "../../regulation/enquiry-moves.ts";
import { readSettings } from "../../settings/settings.queries.ts";
import { answerersOn, type LoadedEnquiry, loadEnquiry } from "../enquiries.queries.ts";
import { answerMail, declineMail } from "../mails.ts";
import { publishAnswer } from "../publish.ts";
import { decideEnquiry, type EnquiryInput } from "../rules.ts";
import { saveEnquiryMove } from "../store.ts";

export interface EnquiryRequest extends EnquiryInput {
  readonly enquiry: Id;
  readonly act: Exclude<EnquiryInput["act"], "erase">;
}

export interface MovedEnquiry extends SlipStep<EnquiryState, EnquiryAct> {
  readonly input: EnquiryRequest;
}

interface State {
  readonly loaded: LoadedEnquiry;
  readonly unitHasHead: boolean;
}

/** Every step of a question between its receipt and its erasure: assign, hand back, draft, send back, release, decline. */
export const moveEnquiry: Command<EnquiryRequest, State, MovedEnquiry> = {
  name: "enquiry.move",
  async load({ tx, at }, { enquiry, unit }) {
    const loaded = await loadEnquiry(tx, enquiry);
    if (!loaded) throw new NotFound(`No enquiry ${enquiry}`);
    const { heads } = await answerersOn(tx, dayOf(at), unit ?? null);
    return { loaded, unitHasHead: heads.length > 0 };
  },
  decide({ loaded, unitHasHead }, typed, by, at) {
    const { draft } = typed;
    const cleaned = draft && { ...draft, question: cleanWords(draft.question), answer: cleanWords(draft.answer) };
    const input = { ...typed, ...(cleaned ? { draft: cleaned } : {}) };
    const answer = decideEnquiry(loaded.facts, input, by, at, unitHasHead);
    return answer.ok ? { ok: true, value: { ...answer.value, input } } : answer;
  },
  evidence: (change, { loaded }) => ({
    act: `enquiry.${change.act}`,
    subject: `enquiry:${loaded.row.id}`,
    clause: change.clause,
    // A reason told to the sender may speak of him; the log keeps only its hash.
    content: {
      from: change.from,
      to: change.to,
      rule: change.rule,
      ...(change.input.reason ? { reason: sha256(change.input.reason) } : {}),
      ...(change.input.unit ? { unit: change.input.unit } : {}),
      ...(change.input.draft
        ? { answer: sha256(change.input.draft.answer), isPublic: change.input.draft.isPublic }
        : {}),
      ...(change.act === "release" ? { answer: sha256(loaded.row.answer), isPublic: loaded.row.is_public === 1 } : {}),
    },
  }),
  async write(moment, change, { loaded }, seq) {
    const { tx, by, at } = moment;
    const { input } = change;
    const step = { ...change, reason: input.reason?.trim() || null };
    const move = await saveEnquiryMove(moment, loaded.row.id, step, seq);
    await tx
      .updateTable("enquiry")
      .set({
        state: change.to,
        state_since: at,
        last_move_id: move,
        ...(change.act === "assign" ? { unit_id: input.unit! } : {}),
        ...(change.act === "handBack" ? { unit_id: null } : {}),
        ...(change.act === "draft"
          ? {
              public_question: input.draft!.question,
              answer: input.draft!.answer,
              is_public: input.draft!.isPublic ? 1 : 0,
              drafted_by: by.person,
            }
          : {}),
        ...(change.act === "release" ? { released_by: by.person } : {}),
      })
      .where("id", "=", loaded.row.id)
      .execute();
    return [...(await outward(moment, change, loaded)), ...(await inward(moment, change, loaded))];
  },
};

/** What the sender and the public learn. */
async function outward(moment: Moment, change: MovedEnquiry, { row }: LoadedEnquiry): Promise<Follow[]> {
  const settings = await readSettings(moment.tx);
  const to = { name: row.sender_name, email: row.sender_email, code: row.code, kind: row.kind };
  if (change.act === "decline") return declineMail(settings, to, change.input.reason ?? "");
  if (change.act !== "release") return [];
  return [
    ...answerMail(settings, to, row.answer),
    ...(row.is_public === 1 ? await publishAnswer(moment.tx, row, moment.at) : []),
  ];
}

/** Who is to act next at the desk; no personal data leaves it. */
async function inward(moment: Moment, change: MovedEnquiry, { row }: LoadedEnquiry): Promise<Follow[]> {
  const unit = change.act === "assign" ? change.input.unit! : row.unit_id;
  const { heads, secretaries, releasers } = await answerersOn(moment.tx, dayOf(moment.at), unit);
  const next: Partial<Record<EnquiryAct, readonly Id[]>> = {
    assign: heads,
    handBack: secretaries,
    draft: releasers,
    sendBack: heads,
  };
  const people = [...new Set(next[change.act] ?? [])].filter((person) => person !== moment.by.person);
  const text = `Hỏi đáp, góp ý mã ${row.code.slice(0, 4)}…: ${WAITS[change.to]} Mở mục Hỏi đáp, góp ý.`;
  return tell(moment, people, null, { kind: "waiting", text });
}

const WAITS: Readonly<Record<EnquiryState, string>> = {
  RECEIVED: "chờ phân công đơn vị.",
  ASSIGNED: "chờ đơn vị soạn câu trả lời.",
  DRAFTED: "chờ duyệt câu trả lời.",
  RELEASED: "đã trả lời.",
  DECLINED: "không trả lời.",
};
