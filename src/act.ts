import { type Actor, actorOn, SYSTEM_ACTOR } from "./board/actor.ts";
import { readRoster } from "./board/roster.queries.ts";
import type { Evidence } from "./evidence/chain.ts";
import { record } from "./evidence/log.ts";
import { addToOutbox, type Follow } from "./evidence/outbox.ts";
import { type Clock, dayOf, type Instant } from "./kernel/clock.ts";
import type { Id } from "./kernel/ids.ts";
import { type Refusal, type Result, refused } from "./kernel/result.ts";
import type { ActingHat, Hat } from "./regulation/hats.ts";
import type { Database, Tx } from "./storage/database.ts";

/** A person and the one hat he acts in now; `system` for the clocks. */
export interface By {
  readonly person: Id;
  readonly hat: ActingHat;
}

export const BY_SYSTEM: By = { person: "system", hat: "SYSTEM" };

/** What a command's parts are given: the transaction, who acts with what his hat reaches today, and the time. */
export interface Moment {
  readonly tx: Tx;
  readonly by: Actor;
  readonly at: Instant;
}

/**
 * One act of a room. `load` reads, `decide` judges without I/O, `write` changes the room's own tables; `evidence`
 * says what is kept of it. `write` returns what must follow the commit.
 */
export interface Command<Input, State, Change> {
  readonly name: string;
  load(moment: Moment, input: Input): Promise<State>;
  decide(state: State, input: Input, by: Actor, at: Instant): Result<Change, Refusal[]>;
  /** Null when the act turned out to change nothing: then nothing is written and nothing kept. */
  evidence(change: Change, state: State): Evidence | null;
  write(moment: Moment, change: Change, state: State, seq: number): Promise<readonly Follow[]>;
}

/** So long the same words from the same person are the same form sent twice, not a second thing. */
export const SAME_FORM_SECONDS = 600;

/** What the one door needs of the portal. */
export interface Door {
  readonly database: Database;
  readonly clock: Clock;
  /** Told after each commit that something may follow; must not throw. */
  readonly follow?: () => void;
}

/**
 * The one door (REQ-049): every change, from a form, an importer, a clock or the command line, passes here. The hat
 * is checked against the board of the day; then the change, its evidence and what must follow are kept together or
 * lost together.
 */
export async function act<Input, State, Change>(
  door: Door,
  by: By,
  command: Command<Input, State, Change>,
  input: Input,
): Promise<Result<Change, Refusal[]>> {
  const answer = await door.database.transact((tx) => actWithin(tx, door.clock.now(), by, command, input));
  if (answer.ok) door.follow?.();
  return answer;
}

/** The same door inside a transaction that a larger act already owns. */
export async function actWithin<Input, State, Change>(
  tx: Tx,
  at: Instant,
  by: By,
  command: Command<Input, State, Change>,
  input: Input,
): Promise<Result<Change, Refusal[]>> {
  const actor = await wearer(tx, by, at);
  if (!actor) return refused([{ code: "hatNotWorn", clause: "Đ7.k1" }]);
  const moment: Moment = { tx, by: actor, at };
  const state = await command.load(moment, input);
  const answer = command.decide(state, input, actor, at);
  if (!answer.ok) return answer;
  const evidence = command.evidence(answer.value, state);
  if (!evidence) return answer;
  const seq = await record(tx, by, at, evidence);
  await addToOutbox(tx, at, await command.write(moment, answer.value, state, seq));
  return answer;
}

/** The person in his hat as of now, or null when he does not wear it today (REQ-024, forged hats). */
async function wearer(tx: Tx, by: By, at: Instant): Promise<Actor | null> {
  if (by.hat === "SYSTEM") return by.person === "system" ? SYSTEM_ACTOR : null;
  const day = dayOf(at);
  return actorOn(await readRoster(tx, day), by.person, by.hat as Hat, day);
}
