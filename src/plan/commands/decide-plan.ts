import type { Command } from "../../act.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine, normalizeText } from "../../kernel/vietnamese.ts";
import { tell } from "../../newsroom/notices.ts";
import { PLAN_PATHS } from "../paths.ts";
import { periodWords } from "../period.ts";
import { type Decision, decideRefusals, decidesUnder, type PlanTexts } from "../rules.ts";

export interface PlanDecision extends Decision {
  /** Number of the paper, where there is one. */
  readonly number: string;
}

interface State extends Pick<PlanTexts, "latest" | "outcome"> {
  readonly proposer: Id | null;
}

/**
 * Decides a proposed plan, or gives it back (Đ9.k2). The head of the board does it, the standing deputy under a paper
 * that names this power; what was decided never changes, a change is a new text and a new decision.
 */
export const decidePlan: Command<PlanDecision, State, PlanDecision & { readonly delegation: Id | null }> = {
  name: "plan.decide",
  async load({ tx }, { period }) {
    const latest = await tx
      .selectFrom("plan_version")
      .select(["version", "person_id"])
      .where("period", "=", period)
      .orderBy("version", "desc")
      .limit(1)
      .executeTakeFirst();
    const decided = await tx
      .selectFrom("plan_decision")
      .select("outcome")
      .where("period", "=", period)
      .where("version", "=", latest?.version ?? 0)
      .executeTakeFirst();
    return {
      latest: latest?.version ?? 0,
      outcome: (decided?.outcome as "decided" | "returned" | undefined) ?? null,
      proposer: latest?.person_id ?? null,
    };
  },
  decide(state, typed, by, at) {
    const decision = {
      ...typed,
      note: normalizeText(typed.note).trim().slice(0, 1000),
      number: normalizeLine(typed.number).slice(0, 100),
    };
    const refusals = decideRefusals(state, decision, by, at);
    return refusals.length > 0 ? refused(refusals) : done({ ...decision, delegation: decidesUnder(by).delegation });
  },
  evidence: ({ period, version, outcome, number, note, delegation }) => ({
    act: "plan.decide",
    subject: `plan:${period}`,
    clause: "Đ9.k2",
    reason: note || null,
    delegation,
    content: { version, outcome, number },
  }),
  async write({ tx, by, at }, { period, version, outcome, number, note, delegation }, { proposer }, seq) {
    await tx
      .insertInto("plan_decision")
      .values({
        period,
        version,
        outcome,
        decision_number: number,
        note,
        person_id: by.person,
        hat: by.hat,
        delegation_id: delegation,
        at,
        evidence_seq: seq,
      })
      .execute();
    const said = outcome === "decided" ? "đã được quyết định" : `được trả lại: ${note}`;
    const text = `Kế hoạch tuyên truyền ${periodWords(period)} ${said}.`;
    const told = proposer === null || proposer === by.person ? [] : [proposer];
    return tell({ tx, at }, told, null, { kind: "outcome", text, path: PLAN_PATHS.plan(period) });
  },
};
