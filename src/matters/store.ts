import type { Moment } from "../act.ts";
import type { Day } from "../kernel/clock.ts";
import { canonicalJson, type Id, newId, sha256 } from "../kernel/ids.ts";
import type { NamedFile } from "../media/named-files.ts";
import type { MatterContent } from "./fields.ts";
import type { Addressed, MatterStep } from "./rules.ts";
import type { MatterTable } from "./tables.ts";

/** What a version says and whom it names, as the log holds it. */
export const contentHash = (content: Partial<MatterContent>, { people, units }: Addressed): string =>
  sha256(canonicalJson({ content, people, units }));

/** What a step says, as the log holds it. */
export const saidHash = (words: string, said: Readonly<Record<string, string>>): string =>
  sha256(canonicalJson({ words, said }));

export interface KeptStep {
  readonly matter: Id;
  readonly number: number;
  readonly step: MatterStep;
  readonly words: string;
  readonly said: Readonly<Record<string, string>>;
  readonly due: Day | null;
  readonly files: readonly NamedFile[];
}

type Moved = Pick<MatterTable, "state" | "moves" | "last_move_id" | "due_on"> &
  Partial<Pick<MatterTable, "state_since">>;

/** Keeps a step with its files; answers what it changes of its matter. */
export async function keepMove({ tx, by, at }: Moment, kept: KeptStep, seq: number): Promise<Moved> {
  const { matter, number, step, words, said, due, files } = kept;
  const id = newId();
  await tx
    .insertInto("matter_move")
    .values({
      id,
      matter_id: matter,
      number,
      rule: step.rule,
      act: step.act,
      from_state: step.from,
      to_state: step.to,
      words,
      said: canonicalJson(said),
      due_on: due,
      person_id: by.person,
      hat: by.hat,
      delegation_id: step.delegation,
      at,
      clause: step.clause,
      evidence_seq: seq,
    })
    .execute();
  if (files.length > 0) {
    const rows = files.map(({ hash, name, title, size }) => ({
      matter_id: matter,
      move_id: id,
      hash,
      name,
      title,
      size,
    }));
    await tx.insertInto("matter_file").values(rows).execute();
  }
  return {
    state: step.to,
    moves: number,
    last_move_id: id,
    due_on: due,
    ...(step.from === step.to ? {} : { state_since: at }),
  };
}

/** Keeps what a version says and whom it names. */
export async function keepVersion(
  { tx }: Moment,
  matter: Id,
  version: number,
  content: Partial<MatterContent>,
  { people, units }: Addressed,
  seq: number,
): Promise<void> {
  await tx
    .insertInto("matter_version")
    .values({ matter_id: matter, version, content: canonicalJson(content), evidence_seq: seq })
    .execute();
  const rows = [
    ...people.map((person) => ({ person_id: person, unit_id: null })),
    ...units.map((unit) => ({ person_id: null, unit_id: unit })),
  ].map((to, place) => ({ matter_id: matter, version, place, ...to }));
  if (rows.length > 0) await tx.insertInto("matter_addressee").values(rows).execute();
}
