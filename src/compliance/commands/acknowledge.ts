import type { Command } from "../../act.ts";
import { isInForce } from "../../board/actor.ts";
import { dayOf } from "../../kernel/clock.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { QUY_CHE_27 } from "../../regulation/quy-che-27.ts";
import { acknowledgedAt, headships } from "../acknowledgements.queries.ts";

interface Headship {
  readonly appointment: Id;
  readonly unit: Id;
}

/** Headships of the person today that are not acknowledged yet; null when he heads no unit. */
type State = readonly Headship[] | null;

export type AcknowledgeCode = "acknowledgeByHead" | "acknowledgedAlready";

const CLAUSE = "QĐ-Đ3";

/**
 * The head of a unit says that he has read the regulation in force and carries it out (QĐ-Đ3, REQ-005): himself, for
 * every unit he heads today. Refuses anybody else, a machine too, and a second time.
 */
export const acknowledge: Command<Record<string, never>, State, readonly Headship[]> = {
  name: "regulation.acknowledge",
  async load({ tx, by, at }) {
    const today = dayOf(at);
    const own = (await headships(tx, today, today)).filter((one) => one.person === by.person && isInForce(one, today));
    if (own.length === 0) return null;
    const known = await acknowledgedAt(tx);
    return own.filter(({ id }) => !known.has(id)).map(({ id, unit }) => ({ appointment: id, unit }));
  },
  decide(state, _, by) {
    if (by.hat !== "MEMBER" || state === null) return refused([{ code: "acknowledgeByHead", clause: CLAUSE }]);
    return state.length === 0 ? refused([{ code: "acknowledgedAlready", clause: CLAUSE }]) : done(state);
  },
  evidence: (heads) => ({
    act: "regulation.acknowledge",
    subject: `regulation:${QUY_CHE_27.number}`,
    clause: CLAUSE,
    content: { regulation: QUY_CHE_27.number, heads },
  }),
  async write({ tx, by, at }, heads, _, seq) {
    for (const { appointment, unit } of heads)
      await tx
        .insertInto("regulation_acknowledgement")
        .values({
          id: newId(),
          regulation: QUY_CHE_27.number,
          appointment_id: appointment,
          unit_id: unit,
          person_id: by.person,
          hat: by.hat,
          at,
          evidence_seq: seq,
        })
        .execute();
    return [];
  },
};
