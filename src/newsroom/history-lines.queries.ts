import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Act } from "../regulation/article-moves.ts";
import type { State } from "../regulation/states.ts";
import type { Db } from "../storage/database.ts";
import type { MoveInput } from "./facts.ts";

/** A step as it was recorded, with the names of that day's persons and paper. */
export interface MoveLine {
  readonly kind: "move";
  readonly seq: number;
  readonly id: Id;
  readonly act: Act;
  readonly rule: string;
  readonly from: State | null;
  readonly to: State;
  readonly name: string;
  readonly hat: string;
  readonly at: Instant;
  readonly clause: string;
  readonly reason: string | null;
  readonly exception: string | null;
  readonly input: MoveInput;
  /** "thay mặt" whom, by which paper. */
  readonly onBehalf: { readonly name: string; readonly hat: string; readonly document: string } | null;
  /** The addressee's name, where a person was addressed. */
  readonly addressee: string | null;
}

export interface VersionLine {
  readonly kind: "version";
  readonly seq: number;
  readonly version: number;
  readonly name: string;
  readonly hat: string;
  readonly at: Instant;
  readonly inState: State;
  readonly note: string;
  readonly hash: string;
}

export type HistoryLine = MoveLine | VersionLine;

/** What happened to an edition, for people to read, in the order in which it happened. */
export async function readHistoryLines(db: Db, edition: Id): Promise<HistoryLine[]> {
  const moves = await db
    .selectFrom("edition_move")
    .leftJoin("person", "person.id", "edition_move.person_id")
    .leftJoin("delegation", "delegation.id", "edition_move.delegation_id")
    .leftJoin("person as giver", "giver.id", "delegation.from_person")
    .selectAll("edition_move")
    .select([
      "person.full_name as name",
      "giver.full_name as giver_name",
      "delegation.from_hat as giver_hat",
      "delegation.document_number as document",
    ])
    .where("edition_id", "=", edition)
    .execute();
  const versions = await db
    .selectFrom("edition_version")
    .innerJoin("person", "person.id", "edition_version.saved_by")
    .select(["version", "hash", "hat", "saved_at", "in_state", "note", "evidence_seq", "person.full_name as name"])
    .where("edition_id", "=", edition)
    .execute();
  const inputs = moves.map(({ input }) => JSON.parse(input) as MoveInput);
  const names = await namesOf(db, inputs);
  const lines: HistoryLine[] = [
    ...versions.map(
      (row): VersionLine => ({
        kind: "version",
        seq: row.evidence_seq,
        version: row.version,
        name: row.name,
        hat: row.hat,
        at: row.saved_at,
        inState: row.in_state as State,
        note: row.note,
        hash: row.hash,
      }),
    ),
    ...moves.map(
      (row, index): MoveLine => ({
        kind: "move",
        seq: row.evidence_seq,
        id: row.id,
        act: row.act as Act,
        rule: row.rule,
        from: row.from_state as State | null,
        to: row.to_state as State,
        name: row.name ?? "Hệ thống",
        hat: row.hat,
        at: row.at,
        clause: row.clause,
        reason: row.reason,
        exception: row.exception_reason,
        input: inputs[index]!,
        onBehalf: row.giver_name
          ? { name: row.giver_name, hat: row.giver_hat ?? "", document: row.document ?? "" }
          : null,
        addressee: names.get(inputs[index]!.addressee ?? "") ?? null,
      }),
    ),
  ];
  const rank = ({ kind }: HistoryLine) => (kind === "version" ? 0 : 1);
  return lines.sort((a, b) => a.seq - b.seq || rank(a) - rank(b));
}

async function namesOf(db: Db, inputs: readonly MoveInput[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(inputs.flatMap(({ addressee }) => addressee ?? []))];
  if (ids.length === 0) return new Map();
  const people = await db.selectFrom("person").select(["id", "full_name"]).where("id", "in", ids).execute();
  return new Map(people.map(({ id, full_name }) => [id, full_name]));
}
