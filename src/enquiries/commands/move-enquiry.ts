import type { Command, Moment } from "../../act.ts";
import type { Follow } from "../../evidence/outbox.ts";
import { NotFound } from "../../http/errors.ts";
import { type FoundArticle, liveArticle } from "../../intake/correction.queries.ts";
import { correctionMail } from "../../intake/letter.ts";
import type { SlipStep } from "../../intake/moves.ts";
import { cleanWords } from "../../intake/sender.ts";
import { keepStep } from "../../intake/slips.store.ts";
import { senderOf } from "../../intake/slips.ts";
import { tellOfSlip } from "../../intake/tell.ts";
import { dayOf } from "../../kernel/clock.ts";
import { type Id, sha256 } from "../../kernel/ids.ts";
import type { EnquiryAct, EnquiryState } from "../../regulation/enquiry-moves.ts";
import { readSettings } from "../../settings/settings.queries.ts";
import type { Settings } from "../../settings/settings.ts";
import { answerersOn, type LoadedEnquiry, loadEnquiry } from "../enquiries.queries.ts";
import { answerMail, declineMail } from "../mails.ts";
import { pagesOf, publishAnswer } from "../publish.ts";
import {
  decideEnquiry,
  ENQUIRIES,
  ENQUIRY_KINDS,
  type EnquiryAround,
  type EnquiryInput,
  type EnquiryKind,
  releasersOf,
} from "../rules.ts";

export interface EnquiryRequest extends EnquiryInput {
  readonly enquiry: Id;
  readonly act: Exclude<EnquiryInput["act"], "erase">;
}

export interface MovedEnquiry extends SlipStep<EnquiryState, EnquiryAct> {
  readonly input: EnquiryRequest;
}

interface State {
  readonly loaded: LoadedEnquiry;
  readonly around: EnquiryAround;
  readonly settings: Settings;
  readonly article: FoundArticle | null;
}

/** Every step of a question between its receipt and its erasure: assign, hand back, draft, send back, release, decline. */
export const moveEnquiry: Command<EnquiryRequest, State, MovedEnquiry> = {
  name: "enquiry.move",
  async load({ tx, by, at }, { enquiry, act, unit, article: typed = "" }) {
    const loaded = await loadEnquiry(tx, enquiry);
    if (!loaded) throw new NotFound(`No enquiry ${enquiry}`);
    const settings = await readSettings(tx);
    const { actors, heads } = await answerersOn(tx, dayOf(at), unit ?? null);
    const article = act === "link" ? await liveArticle(tx, settings, typed) : null;
    const around = {
      unitHasHead: heads.length > 0,
      somebodyElse: releasersOf(loaded.facts, actors).some((person) => person !== by.person),
      articleLive: article !== null,
    };
    return { loaded, around, settings, article };
  },
  decide({ loaded, around }, typed, by, at) {
    const { draft } = typed;
    const cleaned = draft && { ...draft, question: cleanWords(draft.question), answer: cleanWords(draft.answer) };
    const input = { ...typed, ...(cleaned ? { draft: cleaned } : {}) };
    const answer = decideEnquiry(loaded.facts, input, by, at, around);
    return answer.ok ? { ok: true, value: { ...answer.value, input } } : answer;
  },
  evidence: (change, { loaded, article }) => ({
    act: `enquiry.${change.act}`,
    subject: `enquiry:${loaded.row.id}`,
    clause: change.clause,
    // A reason told to the sender may speak of him; the log keeps only its hash.
    content: {
      from: change.from,
      to: change.to,
      rule: change.rule,
      ...(change.exception ? { exception: change.exception } : {}),
      ...(article ? { article: article.id } : {}),
      ...(change.input.reason ? { reason: sha256(change.input.reason) } : {}),
      ...(change.input.unit ? { unit: change.input.unit } : {}),
      ...(change.input.draft
        ? { answer: sha256(change.input.draft.answer), isPublic: change.input.draft.isPublic }
        : {}),
      ...(change.act === "release" ? { answer: sha256(loaded.row.answer), isPublic: loaded.row.is_public === 1 } : {}),
    },
  }),
  async write(moment, change, state, seq) {
    const { tx, by } = moment;
    const { row } = state.loaded;
    const { input } = change;
    const stepped = await keepStep(moment, row.id, change, input.reason?.trim() || null, seq);
    await tx
      .updateTable("enquiry")
      .set({
        ...stepped,
        ...(state.article ? { article_id: state.article.id } : {}),
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
      .where("id", "=", row.id)
      .execute();
    return [...(await outward(moment, change, state)), ...(await inward(moment, change, state.loaded))];
  },
};

/** What the sender and the public learn. */
async function outward(moment: Moment, { act, input }: MovedEnquiry, state: State): Promise<Follow[]> {
  const { settings, loaded, article } = state;
  const { row } = loaded;
  const to = { ...senderOf(row), code: row.code, kind: row.kind };
  if (act === "decline") return declineMail(settings, to, input.reason ?? "");
  if (act === "link") {
    return [...correctionMail(settings, ENQUIRIES, to, article!), ...(await pagesOf(moment.tx, row.id))];
  }
  if (act !== "release") return [];
  return [
    ...answerMail(settings, to, row.answer),
    ...(row.is_public === 1 ? await publishAnswer(moment.tx, row, moment.at) : []),
  ];
}

/** Who is to act next at the desk; no personal data leaves it. */
async function inward(moment: Moment, change: MovedEnquiry, { row, facts }: LoadedEnquiry): Promise<Follow[]> {
  const unit = change.act === "assign" ? change.input.unit! : row.unit_id;
  const { heads, secretaries, actors } = await answerersOn(moment.tx, dayOf(moment.at), unit);
  const drafted = { unit, drafters: [...facts.drafters, moment.by.person] };
  const next: Partial<Record<EnquiryAct, readonly Id[]>> = {
    assign: heads,
    handBack: secretaries,
    draft: releasersOf(drafted, actors),
    sendBack: heads,
  };
  const text = `${ENQUIRY_KINDS[row.kind as EnquiryKind]} mã ${row.code.slice(0, 4)}…: ${WAITS[change.to]}`;
  return tellOfSlip(moment, ENQUIRIES, row.id, next[change.act] ?? [], text);
}

const WAITS: Readonly<Record<EnquiryState, string>> = {
  RECEIVED: "chờ phân công đơn vị.",
  ASSIGNED: "chờ đơn vị soạn câu trả lời.",
  DRAFTED: "chờ duyệt câu trả lời.",
  RELEASED: "đã trả lời.",
  DECLINED: "không trả lời.",
};
