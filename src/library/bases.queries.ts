import type { Day } from "../kernel/clock.ts";
import type { Db } from "../storage/database.ts";
import type { LegalBasisTable } from "./tables.ts";

/** Every legal basis, by topic, those in force first. */
export function legalBases(db: Db): Promise<LegalBasisTable[]> {
  return db.selectFrom("legal_basis").selectAll().orderBy("topic").orderBy("number_symbol").execute();
}

export const isExpiredBasis = ({ in_force_to }: Pick<LegalBasisTable, "in_force_to">, today: Day): boolean =>
  in_force_to !== null && in_force_to < today;
