import type { Command } from "../../act.ts";
import { dayOf } from "../../kernel/clock.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import { readBoard } from "../board.queries.ts";
import type { Board } from "../board.ts";
import { addPersonRefusals, type PersonInput, unitOfPerson } from "../rules.ts";

export interface AddedPerson extends PersonInput {
  readonly id: Id;
  readonly unit: Id;
}

/**
 * Enters a member of the staff with his unit, or an external contributor with the unit that sponsors him.
 * Refuses anybody without a unit or class (REQ-011).
 */
export const addPerson: Command<PersonInput, Board, AddedPerson> = {
  name: "person.add",
  load: ({ tx }) => readBoard(tx),
  decide(board, typed, by, at) {
    const input: PersonInput = {
      fullName: normalizeLine(typed.fullName),
      position: normalizeLine(typed.position),
      email: typed.email.trim(),
      unit: typed.unit,
      isExternal: typed.isExternal,
    };
    const refusals = addPersonRefusals(board, input, by, dayOf(at));
    if (refusals.length > 0) return refused(refusals);
    return done({ ...input, id: newId(), unit: unitOfPerson(board, input)! });
  },
  evidence: ({ id, fullName, position, unit, isExternal }) => ({
    act: "person.add",
    subject: `person:${id}`,
    clause: "Đ1.k2",
    content: { fullName, position, unit, isExternal },
  }),
  async write({ tx, at }, person) {
    await tx
      .insertInto("person")
      .values({
        id: person.id,
        full_name: person.fullName,
        position: person.position,
        email: person.email,
        unit_id: person.unit,
        is_external: person.isExternal ? 1 : 0,
        created_at: at,
        left_on: null,
      })
      .execute();
    return [];
  },
};
