import type { Day, Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";
import type { ViolationState, ViolationType } from "./names.ts";
import type { ViolationMoveTable } from "./tables.ts";

export interface Violation {
  readonly id: Id;
  readonly unit: Id;
  readonly unitName: string;
  readonly type: ViolationType;
  readonly what: string;
  readonly day: Day;
  readonly evidence: string;
  readonly sourceKey: string;
  readonly explainDue: Instant;
  readonly recordedBy: string;
  readonly hat: string;
  readonly at: Instant;
  readonly state: ViolationState;
  readonly moves: readonly (ViolationMoveTable & { readonly name: string })[];
}

/** Every violation with what was said to it, the newest first. */
export async function readViolations(db: Db, id?: Id): Promise<Violation[]> {
  let asked = db
    .selectFrom("violation")
    .innerJoin("unit", "unit.id", "violation.unit_id")
    .innerJoin("person", "person.id", "violation.person_id")
    .selectAll("violation")
    .select(["unit.name as unit_name", "person.full_name as name"]);
  if (id !== undefined) asked = asked.where("violation.id", "=", id);
  const rows = await asked.orderBy("violation.evidence_seq", "desc").execute();
  if (rows.length === 0) return [];
  const moves = await db
    .selectFrom("violation_move")
    .innerJoin("person", "person.id", "violation_move.person_id")
    .selectAll("violation_move")
    .select("person.full_name as name")
    .orderBy("evidence_seq")
    .execute();
  return rows.map((row) => {
    const own = moves.filter(({ violation_id }) => violation_id === row.id);
    const outcome = own.findLast(({ act }) => act === "conclude")?.outcome as ViolationState | undefined;
    return {
      id: row.id,
      unit: row.unit_id,
      unitName: row.unit_name,
      type: row.type as ViolationType,
      what: row.what,
      day: row.happened_on,
      evidence: row.evidence_href,
      sourceKey: row.source_key,
      explainDue: row.explain_due,
      recordedBy: row.name,
      hat: row.hat,
      at: row.at,
      state: outcome ?? (own.length > 0 ? "explained" : "waiting"),
      moves: own,
    };
  });
}

/** Violations that the Director found to be so and that happened in the period. */
export async function upheldViolations(db: Db, from: Day, to: Day, type: ViolationType): Promise<Violation[]> {
  const all = await readViolations(db);
  return all.filter((one) => one.state === "upheld" && one.type === type && one.day >= from && one.day <= to);
}
