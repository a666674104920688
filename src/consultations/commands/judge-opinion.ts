import type { Command } from "../../act.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import { type Consultation, consultationById } from "../consultations.queries.ts";
import { type Judging, judgeRefusals, no } from "../rules.ts";

export interface JudgeOpinion extends Judging {
  readonly opinion: Id;
}

interface State {
  readonly one: Consultation | null;
  readonly number: number;
}

/** Takes an opinion into a group of the report, or sets it aside with a reason. Its words are never touched. */
export const judgeOpinion: Command<JudgeOpinion, State, JudgeOpinion> = {
  name: "opinion.judge",
  async load({ tx }, { opinion }) {
    const row = await tx.selectFrom("opinion").select("consultation_id").where("id", "=", opinion).executeTakeFirst();
    const last = await tx
      .selectFrom("opinion_judgement")
      .select((is) => is.fn.max("number").as("number"))
      .where("opinion_id", "=", opinion)
      .executeTakeFirst();
    return { one: row ? await consultationById(tx, row.consultation_id) : null, number: Number(last?.number ?? 0) + 1 };
  },
  decide({ one }, typed, by) {
    if (!one) return refused([no("opinionUnknown")]);
    const isTaken = typed.verdict === "taken";
    const topic = isTaken ? normalizeLine(typed.topic) : "";
    const input = { ...typed, topic, reason: isTaken ? "" : normalizeLine(typed.reason) };
    const { report } = one;
    const isReported = report !== null && (report.liveVersion !== null || report.state !== "DRAFT");
    const refusals = judgeRefusals(input, { unit: one.unit, isReported }, by);
    return refusals.length > 0 ? refused(refusals) : done(input);
  },
  evidence: ({ opinion, verdict, topic, reason }) => ({
    act: "opinion.judge",
    subject: `opinion:${opinion}`,
    clause: "Đ14.k7",
    reason: reason || null,
    content: { verdict, topic },
  }),
  async write({ tx, by, at }, { opinion, verdict, topic, reason }, { number }, seq) {
    await tx
      .insertInto("opinion_judgement")
      .values({ opinion_id: opinion, number, verdict, topic, reason, person_id: by.person, hat: by.hat, at, seq })
      .execute();
    return [];
  },
};
