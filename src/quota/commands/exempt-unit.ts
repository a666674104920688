import type { Command } from "../../act.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import type { Month } from "../../kernel/months.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine, normalizeText } from "../../kernel/vietnamese.ts";
import { exemptions } from "../quota.queries.ts";
import { decisionRefusals, type ExemptionFacts, type ExemptionInput, exemptionRefusals } from "../rules.ts";

export interface ExemptionChange {
  readonly id: Id;
  readonly unit: Id;
  readonly from: Month;
  readonly to: Month;
  readonly decision: string;
  readonly decisionDay: string;
  readonly reason: string;
  readonly revokes: Id | null;
}

/** Lets a unit off its articles for some months, by a decision of the head of the board or the Director (REQ-123). */
export const exemptUnit: Command<ExemptionInput, ExemptionFacts, ExemptionChange> = {
  name: "quota.exempt",
  async load({ tx }, { unit }) {
    const found = await tx
      .selectFrom("unit")
      .select("name")
      .where("id", "=", unit)
      .where("kind", "<>", "leadership")
      .executeTakeFirst();
    const frozen = await tx.selectFrom("quota_month").select("month").orderBy("month").execute();
    return { unit: found ?? null, existing: await exemptions(tx), frozen: frozen.map(({ month }) => month) };
  },
  decide(facts, typed, by, at) {
    const input = { ...typed, ...paperOf(typed) };
    const refusals = exemptionRefusals(facts, input, by, at);
    const { from, to } = input;
    if (refusals.length > 0 || from === null || to === null) return refused(refusals);
    return done({ ...input, from, to, id: newId(), revokes: null });
  },
  evidence,
  write,
};

export interface RevokeInput extends Pick<ExemptionInput, "decision" | "decisionDay" | "reason"> {
  readonly exemption: Id;
}

type Existing = Awaited<ReturnType<typeof exemptions>>;

/** Takes such a decision back by another one. Frozen months keep what they were frozen with. */
export const revokeExemption: Command<RevokeInput, Existing, ExemptionChange> = {
  name: "quota.revokeExemption",
  load: ({ tx }) => exemptions(tx),
  decide(existing, typed, by, at) {
    const paper = paperOf(typed);
    const refusals = decisionRefusals(paper, by, at);
    const found = existing.find(({ id }) => id === typed.exemption);
    if (!found) refusals.push({ code: "exemptGone", clause: "Đ16.k3" });
    if (refusals.length > 0 || !found) return refused(refusals);
    const { unit, from, to } = found;
    return done({ unit, from, to, ...paper, id: newId(), revokes: found.id });
  },
  evidence,
  write,
};

const paperOf = ({ decision, decisionDay, reason }: Pick<ExemptionInput, "decision" | "decisionDay" | "reason">) => ({
  decision: normalizeLine(decision).slice(0, 100),
  decisionDay,
  reason: normalizeText(reason).trim().slice(0, 1000),
});

function evidence({ id, ...change }: ExemptionChange) {
  return {
    act: "quota.exempt",
    subject: `exemption:${id}`,
    clause: "Đ16.k3",
    reason: change.reason,
    content: change,
  };
}

async function write(
  { tx, by, at }: Parameters<(typeof exemptUnit)["write"]>[0],
  change: ExemptionChange,
  _: unknown,
  seq: number,
): Promise<[]> {
  await tx
    .insertInto("quota_exemption")
    .values({
      id: change.id,
      unit_id: change.unit,
      from_month: change.from,
      to_month: change.to,
      decision_number: change.decision,
      decision_day: change.decisionDay,
      reason: change.reason,
      revokes: change.revokes,
      person_id: by.person,
      hat: by.hat,
      at,
      evidence_seq: seq,
    })
    .execute();
  return [];
}
