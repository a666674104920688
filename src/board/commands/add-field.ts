import type { Command } from "../../act.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import { readBoard } from "../board.queries.ts";
import type { Board } from "../board.ts";
import { addFieldRefusals, type FieldInput } from "../rules.ts";

export interface AddedField extends FieldInput {
  readonly id: Id;
}

/** Enters a field of work that a deputy can be put in charge of (Đ10). */
export const addField: Command<FieldInput, Board, AddedField> = {
  name: "field.add",
  load: ({ tx }) => readBoard(tx),
  decide(board, typed, by) {
    const input = { code: typed.code, name: normalizeLine(typed.name) };
    const refusals = addFieldRefusals(board, input, by);
    return refusals.length > 0 ? refused(refusals) : done({ ...input, id: newId() });
  },
  evidence: ({ id, ...content }) => ({ act: "field.add", subject: `field:${id}`, clause: "Đ10", content }),
  async write({ tx }, { id, code, name }) {
    await tx.insertInto("field").values({ id, code, name }).execute();
    return [];
  },
};
