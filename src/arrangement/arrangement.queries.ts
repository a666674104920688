import type { Id } from "../kernel/ids.ts";
import type { Db, Tx } from "../storage/database.ts";
import type { Arrangement, Item, Part } from "./arrangement.ts";

export interface Opinion {
  readonly person: Id;
  readonly name: string;
  readonly hat: string;
  readonly text: string;
  readonly at: string;
}

export interface Proposal {
  readonly version: number;
  readonly reason: string;
  readonly name: string;
  readonly at: string;
  readonly opinions: readonly Opinion[];
}

/** Number of the proposal the public sees; null while nobody has arranged anything. */
export async function appliedVersion(db: Db | Tx): Promise<number | null> {
  const row = await db.selectFrom("arrangement_applied").select("version").orderBy("seq", "desc").executeTakeFirst();
  return row?.version ?? null;
}

export async function lastVersion(db: Db | Tx): Promise<number | null> {
  const row = await db.selectFrom("arrangement").select("version").orderBy("version", "desc").executeTakeFirst();
  return row?.version ?? null;
}

export async function readArrangement(db: Db | Tx, version: number): Promise<Arrangement> {
  const rows = await db
    .selectFrom("arrangement_item")
    .select(["part", "key", "label", "shown"])
    .where("version", "=", version)
    .orderBy("position")
    .execute();
  const of = (part: Part): Item[] =>
    rows.flatMap((row) => (row.part === part ? [{ key: row.key, label: row.label, shown: row.shown === 1 }] : []));
  return { menu: of("MENU"), home: of("HOME") };
}

/** What the public sees now; null while nobody has arranged anything. */
export async function arrangementNow(db: Db | Tx): Promise<Arrangement | null> {
  const version = await appliedVersion(db);
  return version === null ? null : readArrangement(db, version);
}

export async function readProposal(db: Db | Tx, version: number): Promise<Proposal | null> {
  const row = await db
    .selectFrom("arrangement")
    .innerJoin("person", "person.id", "arrangement.person_id")
    .select(["version", "reason", "full_name as name", "at"])
    .where("version", "=", version)
    .executeTakeFirst();
  if (!row) return null;
  const opinions = await db
    .selectFrom("arrangement_opinion")
    .innerJoin("person", "person.id", "arrangement_opinion.person_id")
    .select(["person_id as person", "full_name as name", "hat", "text", "at"])
    .where("version", "=", version)
    .orderBy("seq")
    .execute();
  return { ...row, opinions };
}

/** Number of the newest proposal that is not on the portal yet. */
export async function openProposal(db: Db | Tx): Promise<number | null> {
  const [last, applied] = [await lastVersion(db), await appliedVersion(db)];
  return last !== null && last !== applied && last > (applied ?? 0) ? last : null;
}

export interface AppliedRun {
  readonly seq: number;
  readonly version: number;
  readonly reason: string;
  readonly name: string;
  readonly at: string;
}

/** What was put on the portal, newest first: the last ten, or all when `most` is null. */
export function appliedRuns(db: Db, most: number | null = 10): Promise<AppliedRun[]> {
  const runs = db
    .selectFrom("arrangement_applied")
    .innerJoin("arrangement", "arrangement.version", "arrangement_applied.version")
    .innerJoin("person", "person.id", "arrangement_applied.person_id")
    .select([
      "arrangement_applied.seq as seq",
      "arrangement.version as version",
      "reason",
      "full_name as name",
      "arrangement_applied.at as at",
    ])
    .orderBy("arrangement_applied.seq", "desc");
  return (most === null ? runs : runs.limit(most)).execute();
}
