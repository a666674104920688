import { actWithin, type Command, type Moment } from "../../act.ts";
import { hideAnswer } from "../../enquiries/publish.ts";
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
import type { Refusal } from "../../kernel/result.ts";
import { moveEdition } from "../../newsroom/commands/move-edition.ts";
import { loadEdition } from "../../newsroom/editions.queries.ts";
import { readContext } from "../../newsroom/surroundings.queries.ts";
import { decide } from "../../newsroom/workflow.ts";
import type { TakedownAct, TakedownState } from "../../regulation/takedown-moves.ts";
import { readSettings } from "../../settings/settings.queries.ts";
import type { Settings } from "../../settings/settings.ts";
import { requestAnswerMail } from "../mails.ts";
import { decidersOn, type LoadedRequest, liveEdition, loadRequest } from "../requests.queries.ts";
import { decideTakedown, TAKEDOWNS, type TakedownInput } from "../rules.ts";

export interface RequestStep extends TakedownInput {
  readonly request: Id;
  readonly act: Exclude<TakedownInput["act"], "erase">;
}

export interface MovedRequest extends SlipStep<TakedownState, TakedownAct> {
  readonly input: RequestStep;
}

interface State {
  readonly loaded: LoadedRequest;
  /** The article's edition that the step reaches; null for an answer. */
  readonly edition: Id | null;
  /** Why the newsroom would not follow. */
  readonly newsroom: readonly Refusal[];
  readonly settings: Settings;
  /** By which it was answered before everybody. */
  readonly article: FoundArticle | null;
}

/** Acts of the newsroom that go with a step here, in the same transaction. */
const TOGETHER = { accept: "decideTakedown", execute: "executeTakedown" } as const;

/** Every step of a request between its receipt and its erasure (Đ15.k3): complete, accept or reject, execute, answer. */
export const moveRequest: Command<RequestStep, State, MovedRequest> = {
  name: "takedown.move",
  async load(moment, input) {
    const loaded = await loadRequest(moment.tx, input.request);
    if (!loaded) throw new NotFound(`No request ${input.request}`);
    const { row } = loaded;
    const settings = await readSettings(moment.tx);
    const article = input.act === "link" ? await liveArticle(moment.tx, settings, input.article ?? "") : null;
    const known = { loaded, settings, article };
    const concerns = row.target_kind === "article" && (input.act === "accept" || input.act === "execute");
    if (!concerns) return { ...known, edition: null, newsroom: [] };
    const edition = await liveEdition(moment.tx, row.target_id);
    if (!edition) return { ...known, edition, newsroom: [{ code: "isLive", clause: "Đ15.k3.g3" }] };
    return { ...known, edition, newsroom: await newsroomRefusals(moment, edition, input) };
  },
  decide({ loaded, newsroom, article }, typed, by, at) {
    const input = { ...typed, ...(typed.answer === undefined ? {} : { answer: cleanWords(typed.answer) }) };
    const answer = decideTakedown(loaded.facts, input, by, at, newsroom, article !== null);
    return answer.ok ? { ok: true, value: { ...answer.value, input } } : answer;
  },
  evidence: (change, { loaded, article }) => ({
    act: `takedown.${change.act}`,
    subject: `takedown:${loaded.row.id}`,
    clause: change.clause,
    delegation: change.delegation,
    content: {
      from: change.from,
      to: change.to,
      rule: change.rule,
      target: loaded.row.target_path,
      ...(article ? { article: article.id } : {}),
      ...(change.input.reasonClass ? { reasonClass: change.input.reasonClass } : {}),
      ...(change.input.reason ? { reason: sha256(change.input.reason) } : {}),
      ...(change.input.answer ? { answer: sha256(change.input.answer) } : {}),
    },
  }),
  async write(moment, change, state, seq) {
    const { tx, at } = moment;
    const { edition, article } = state;
    const { row } = state.loaded;
    const { input } = change;
    const said = (input.reason ?? input.note ?? "").trim();
    const stepped = await keepStep(moment, row.id, change, said || null, seq);
    await tx
      .updateTable("takedown_request")
      .set({
        ...stepped,
        ...(article ? { article_id: article.id } : {}),
        ...(change.act === "accept" ? { decided_class: input.reasonClass! } : {}),
        ...(change.act === "answer" ? { answer: input.answer! } : {}),
      })
      .where("id", "=", row.id)
      .execute();
    if (edition) await follow(moment, edition, input);
    return [
      ...(change.act === "execute" && row.target_kind === "answer"
        ? await hideAnswer(tx, Number(row.target_id), row.decided_class ?? "other", at)
        : []),
      ...outward(change, state),
      ...(await inward(moment, change, row.id)),
    ];
  },
};

/** The same step in the newsroom's own words. */
function editionStep(edition: Id, { act, reason = "", reasonClass = "" }: RequestStep) {
  const newsroomAct = TOGETHER[act as keyof typeof TOGETHER];
  return { edition, act: newsroomAct, ...(act === "accept" ? { reason, note: reasonClass } : {}) };
}

async function newsroomRefusals({ tx, by, at }: Moment, edition: Id, input: RequestStep): Promise<readonly Refusal[]> {
  const loaded = await loadEdition(tx, edition);
  const { edition: _, ...step } = editionStep(edition, input);
  const { around } = await readContext(tx, loaded!, by.person, step.act, at);
  const answer = decide({ facts: loaded!.facts, around, input: step, by, at });
  if (answer.ok) return [];
  // Said once, by this room's own rules.
  return answer.error.filter(({ code }) => !["reasonGiven", "notThisHat", "noDelegation"].includes(code));
}

/** Both are written, or neither: what the newsroom refuses now undoes the whole act. */
async function follow({ tx, by, at }: Moment, edition: Id, input: RequestStep): Promise<void> {
  const answer = await actWithin(tx, at, { person: by.person, hat: by.hat }, moveEdition, editionStep(edition, input));
  if (!answer.ok) throw new Error(`The newsroom refused what it had allowed: ${JSON.stringify(answer.error)}`);
}

function outward({ act, from, input }: MovedRequest, { settings, article, loaded: { row } }: State): Follow[] {
  const to = { ...senderOf(row), code: row.code, path: row.target_path };
  if (act === "link") return correctionMail(settings, TAKEDOWNS, to, article!);
  return act === "answer" ? requestAnswerMail(settings, to, from === "EXECUTED", input.answer ?? "") : [];
}

async function inward(moment: Moment, change: MovedRequest, request: Id): Promise<Follow[]> {
  const { secretaries, deciders } = await decidersOn(moment.tx, dayOf(moment.at));
  const isEnd = change.act === "answer" || change.act === "link";
  const next = change.act === "consider" ? deciders : isEnd ? [] : secretaries;
  return tellOfSlip(moment, TAKEDOWNS, request, next, `Yêu cầu gỡ bỏ: ${NEXT[change.to]}`);
}

const NEXT: Readonly<Record<TakedownState, string>> = {
  RECEIVED: "chờ Thư ký xem.",
  CONSIDERED: "chờ quyết định.",
  ACCEPTED: "đã được chấp nhận, chờ gỡ.",
  REJECTED: "không được chấp nhận, chờ trả lời.",
  EXECUTED: "đã gỡ, chờ trả lời.",
  ANSWERED: "đã trả lời.",
};
