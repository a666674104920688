import type { Command } from "../../act.ts";
import { actorsOn } from "../../board/actor.ts";
import { readRoster } from "../../board/roster.queries.ts";
import { NotFound } from "../../http/errors.ts";
import { dayOf } from "../../kernel/clock.ts";
import { type Id, sha256 } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeText } from "../../kernel/vietnamese.ts";
import { tell } from "../../newsroom/notices.ts";
import { VIOLATION_PATHS } from "../paths.ts";
import { type ViolationStep, violationStepRefusals } from "../rules.ts";
import { readViolations, type Violation } from "../violations.queries.ts";

export interface ViolationStepInput extends ViolationStep {
  readonly violation: Id;
}

interface State {
  readonly violation: Violation;
  readonly heads: readonly Id[];
  readonly directors: readonly Id[];
}

/** The unit's explanation, and the Director's conclusion (Đ19.k2). */
export const stepViolation: Command<ViolationStepInput, State, ViolationStepInput> = {
  name: "violation.step",
  async load({ tx, at }, { violation: id }) {
    const [violation] = await readViolations(tx, id);
    if (!violation) throw new NotFound(`No violation ${id}`);
    const today = dayOf(at);
    const actors = actorsOn(await readRoster(tx, today), today);
    return {
      violation,
      heads: actors
        .filter(({ hat, units }) => hat === "MEMBER" && units.includes(violation.unit))
        .map(({ person }) => person),
      directors: actors.filter(({ hat }) => hat === "DIRECTOR").map(({ person }) => person),
    };
  },
  decide({ violation }, typed, by, at) {
    const input = { ...typed, text: normalizeText(typed.text).trim().slice(0, 10_000) };
    const refusals = violationStepRefusals(violation, input, by, at);
    return refusals.length > 0 ? refused(refusals) : done(input);
  },
  evidence: ({ violation, act, text, outcome }) => ({
    act: `violation.${act}`,
    subject: `violation:${violation}`,
    clause: "Đ19.k2",
    content: { text: sha256(text), ...(act === "conclude" ? { outcome } : {}) },
  }),
  async write({ tx, by, at }, { violation, act, text, outcome }, { heads, directors }, seq) {
    await tx
      .insertInto("violation_move")
      .values({
        ...{ evidence_seq: seq, violation_id: violation, act, text, outcome: act === "conclude" ? outcome : "" },
        ...{ person_id: by.person, hat: by.hat, at },
      })
      .execute();
    const path = VIOLATION_PATHS.violation(violation);
    if (act === "explain") {
      const text = "Đơn vị đã giải trình một vi phạm quy chế, chờ kết luận.";
      return tell({ tx, at }, directors, null, { kind: "waiting", text, path });
    }
    return tell({ tx, at }, heads, null, { kind: "outcome", text: "Giám đốc đã kết luận vi phạm quy chế.", path });
  },
};
