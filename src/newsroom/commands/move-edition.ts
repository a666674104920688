import type { Command, Moment } from "../../act.ts";
import type { Follow } from "../../evidence/outbox.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { refused } from "../../kernel/result.ts";
import { type Act, ARTICLE_MOVES } from "../../regulation/article-moves.ts";
import { type LoadedEdition, loadEdition } from "../editions.queries.ts";
import type { EditionFacts, MoveInput } from "../facts.ts";
import { foldHistory, type HistoryEntry } from "../history.ts";
import { type Notice, nextPersons, noticeText, tell } from "../notices.ts";
import { publishEdition, takeDown } from "../publishing.ts";
import { insertEdition, saveMove, saveVersion } from "../store.ts";
import { type Context, readContext } from "../surroundings.queries.ts";
import { decide, type Transition } from "../workflow.ts";

export interface MoveRequest extends MoveInput {
  readonly edition: Id;
}

/** What happened: the edition to go on with (the new one where the move opened one). */
export interface Moved extends Transition {
  readonly result: Id;
}

/** Rows of the table that are no step by themselves: they come with a text, or with the step of another edition. */
const NO_STEPS: readonly Act[] = ["create", "edit", "supersede"];

interface State {
  readonly loaded: LoadedEdition;
  readonly context: Context;
}

/** Thrown when a page or a form names an edition that does not exist. */
export class NoSuchEdition extends Error {}

/**
 * Every step of an edition through Đ15.k2 and back: one command, judged by the table of moves. What follows the
 * step (the public page, notices, mails) is written in the same transaction.
 */
export const moveEdition: Command<MoveRequest, State, Moved> = {
  name: "edition.move",
  async load({ tx, by, at }, input) {
    const loaded = await loadEdition(tx, input.edition);
    if (!loaded) throw new NoSuchEdition(input.edition);
    return { loaded, context: await readContext(tx, loaded, by.person, input.act, at) };
  },
  decide({ loaded, context }, { edition: _, ...input }, by, at) {
    if (NO_STEPS.includes(input.act)) return refused([{ code: "notAtThisStep", clause: "Đ15.k2" }]);
    const answer = decide({ facts: loaded.facts, around: context.around, input, by, at });
    if (!answer.ok) return answer;
    const result = answer.value.opensEdition ? newId() : answer.value.edition;
    return { ok: true, value: { ...answer.value, result } };
  },
  evidence: (change) => ({
    act: `edition.${change.act}`,
    subject: `edition:${change.result}`,
    clause: change.clause,
    reason: change.input.reason ?? null,
    delegation: change.delegation,
    content: {
      from: change.from,
      to: change.to,
      hash: change.hash,
      rule: change.rule,
      exception: change.exception,
      input: change.input,
      ...(change.opensEdition ? { source: change.edition } : {}),
    },
  }),
  async write(moment, change, { loaded, context }, seq) {
    if (change.opensEdition) return openEdition(moment, change, loaded, context, seq);
    const { tx, at } = moment;
    const move = await saveMove(tx, { ...stepOf(moment, change, seq), edition: loaded.row.id });
    const facts = foldHistory(loaded.identity, [...loaded.entries, entryOf(moment, change, seq)]);
    await tx
      .updateTable("edition")
      .set({
        state: facts.state,
        ...(change.from === change.to ? {} : { state_since: at }),
        last_move_id: move,
        claimed_by: facts.claimedBy,
        submitted_to: facts.submittedTo,
        returned_to: facts.returnedTo,
        publish_at: facts.schedule?.at ?? null,
        approved_hash: facts.approval?.hash ?? null,
        approved_at: facts.approval?.at ?? null,
        ...(change.to === "SUBMITTED" && change.act !== "release" ? { submitted_at: at } : {}),
        ...(change.to === "PUBLISHED" && change.from !== "PUBLISHED" ? { published_at: at } : {}),
      })
      .where("id", "=", loaded.row.id)
      .execute();
    const follows: Follow[] = [];
    if (change.to === "PUBLISHED" && change.from !== "PUBLISHED") {
      follows.push(...(await publishEdition(moment, loaded, facts, seq)));
    }
    if (change.act === "executeTakedown") follows.push(...(await takeDown(moment, loaded)));
    follows.push(...(await notify(moment, change, loaded, context, facts)));
    return follows;
  },
};

/** A correction, or a wish to post again: a new edition that begins as a copy; the public sees no change (T17, T21). */
async function openEdition(
  moment: Moment,
  change: Moved,
  loaded: LoadedEdition,
  context: Context,
  seq: number,
): Promise<Follow[]> {
  const { tx, by, at } = moment;
  const id = change.result;
  const { content, article, row } = loaded;
  const last = await tx
    .selectFrom("edition")
    .select((is) => is.fn.max("number").as("number"))
    .where("article_id", "=", article.id)
    .executeTakeFirstOrThrow();
  const number = Number(last.number) + 1;
  const note = change.input.note ?? change.input.reason ?? "";
  const hash = await saveVersion(tx, { edition: id, version: 1, content, by, at, inState: "PUBLISHED", note, seq });
  const move = await saveMove(tx, { ...stepOf(moment, change, seq), edition: id });
  const author = change.to === "DRAFT" ? by.person : article.author_id;
  const identity = { ...loaded.identity, edition: id, number, author };
  const facts = foldHistory(identity, [
    {
      kind: "version",
      seq,
      version: 1,
      hash,
      person: by.person,
      inState: "PUBLISHED",
      field: loaded.facts.field,
    },
    entryOf(moment, change, seq),
  ]);
  await insertEdition(tx, {
    id,
    article: article.id,
    number,
    state: change.to,
    move,
    content,
    hash,
    unit: row.unit_id,
    author,
    claimedBy: facts.claimedBy,
    note: change.act === "proposeCorrection" ? note : null,
    at,
  });
  return notify(moment, change, loaded, context, facts);
}

/** Tells exactly those who can act next; where nobody can, whoever wrote it learns how it ended. */
async function notify(
  moment: Moment,
  change: Moved,
  loaded: LoadedEdition,
  { around, actors }: Context,
  facts: EditionFacts,
): Promise<Follow[]> {
  const { by, at } = moment;
  if (change.from === change.to && change.act !== "decideTakedown") return [];
  const isLive = facts.state === "PUBLISHED";
  const next = nextPersons(facts, { ...around, isLive }, actors, at).filter((person) => person !== by.person);
  const label = ARTICLE_MOVES.find(({ id }) => id === change.rule)?.label ?? change.act;
  const name = await nameOf(moment, by.person);
  const said = noticeText(loaded.content.title, label, name, facts);
  // What the clock has to say about a missed hour, or the reason it went back.
  const remark = by.hat === "SYSTEM" ? (change.input.note ?? change.input.reason ?? "") : "";
  const text = remark ? `${said} ${remark}` : said;
  const waiting: Notice = { kind: "waiting", text };
  const follows = await tell(moment, next, facts.edition, waiting);
  if (!ENDS.includes(change.act)) return follows;
  const concerned = [loaded.article.author_id, loaded.row.author_id, facts.unitApprover];
  // Whoever set the hour learns how it went.
  if (by.hat === "SYSTEM") concerned.push(loaded.facts.schedule?.by ?? null);
  const told = [...new Set(concerned.filter((person) => person !== null))];
  const others = told.filter((person) => person !== by.person && !next.includes(person));
  return [...follows, ...(await tell(moment, others, facts.edition, { kind: "outcome", text }))];
}

const ENDS: readonly string[] = [
  "publish",
  "publishScheduled",
  "cancel",
  "executeTakedown",
  "missSchedule",
  "schedule",
];

async function nameOf({ tx }: Moment, person: Id): Promise<string> {
  const row = await tx.selectFrom("person").select("full_name").where("id", "=", person).executeTakeFirst();
  return row?.full_name ?? "Hệ thống";
}

function stepOf({ by, at }: Moment, change: Moved, seq: number) {
  return {
    rule: change.rule,
    act: change.act,
    from: change.from,
    to: change.to,
    by,
    delegation: change.delegation,
    at,
    hash: change.hash,
    clause: change.clause,
    reason: change.input.reason ?? null,
    input: change.input,
    exception: change.exception,
    seq,
  };
}

function entryOf({ by, at }: Moment, change: Moved, seq: number): HistoryEntry {
  return {
    kind: "move",
    seq,
    act: change.act,
    from: change.from,
    to: change.to,
    person: by.person,
    hash: change.hash,
    at,
    input: change.input,
  };
}
