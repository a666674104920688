import { canonicalJson } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";

export interface PlanVerdict {
  readonly texts: number;
  readonly bad: { readonly row: string; readonly why: string } | null;
}

/** Whether every text of a plan and every decision on it is what the log says. */
export async function verifyPlans(db: Db): Promise<PlanVerdict> {
  const texts = await db
    .selectFrom("plan_version as v")
    .innerJoin("evidence", "evidence.seq", "v.evidence_seq")
    .selectAll("v")
    .select("evidence.content")
    .orderBy("v.evidence_seq")
    .execute();
  const decisions = await db
    .selectFrom("plan_decision as d")
    .innerJoin("evidence", "evidence.seq", "d.evidence_seq")
    .selectAll("d")
    .select(["evidence.content", "evidence.reason as given"])
    .orderBy("d.evidence_seq")
    .execute();
  const told = (row: string) => ({
    texts: texts.length,
    bad: { row: `kế hoạch ${row}`, why: "khác với việc đã ghi trong nhật ký" },
  });
  for (const { period, version, orientation, themes, content } of texts) {
    const said = { version, orientation, themes: JSON.parse(themes) as unknown };
    if (canonicalJson(said) !== canonicalJson(JSON.parse(content))) return told(`${period}, bản ${version}`);
  }
  for (const { period, version, outcome, decision_number, note, content, given } of decisions) {
    const said = { version, outcome, number: decision_number };
    if (canonicalJson(said) !== canonicalJson(JSON.parse(content)) || note !== (given ?? ""))
      return told(`${period}, quyết định về bản ${version}`);
  }
  return { texts: texts.length, bad: null };
}
