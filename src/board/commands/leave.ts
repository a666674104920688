import type { Command } from "../../act.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import { readBoard } from "../board.queries.ts";
import type { Board } from "../board.ts";
import { type Leaving, leaveRefusals } from "../rules.ts";

export interface Left extends Leaving {
  /** Appointments that ran longer and now end with the last day. */
  readonly closed: readonly Id[];
}

/** A person left the centre: every hat ends with the last day, and nothing may be done in his name afterwards (REQ-024). */
export const leave: Command<Leaving, Board, Left> = {
  name: "person.leave",
  load: ({ tx }) => readBoard(tx),
  decide(board, typed, by) {
    const input = { ...typed, paper: normalizeLine(typed.paper) };
    const refusals = leaveRefusals(board, input, by);
    if (refusals.length > 0) return refused(refusals);
    const closed = board.appointments.filter(
      ({ person, from, to }) => person === input.person && from <= input.on && (to === null || to > input.on),
    );
    return done({ ...input, closed: closed.map(({ id }) => id) });
  },
  evidence: ({ person, on, paper, closed }) => ({
    act: "person.leave",
    subject: `person:${person}`,
    clause: "Đ4.k6",
    content: { on, paper, closed },
  }),
  async write({ tx }, { person, on, closed }) {
    await tx.updateTable("person").set({ left_on: on }).where("id", "=", person).execute();
    if (closed.length > 0) {
      await tx
        .updateTable("appointment")
        .set({ to_day: on })
        .where("id", "in", [...closed])
        .execute();
    }
    return [{ kind: "pages", tags: ["board"] }];
  },
};
