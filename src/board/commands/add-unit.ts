import type { Command } from "../../act.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine, normalizeText } from "../../kernel/vietnamese.ts";
import { readBoard } from "../board.queries.ts";
import type { Board } from "../board.ts";
import { addUnitRefusals, type UnitInput } from "../rules.ts";
import { indexUnit } from "../unit-search.ts";

export interface AddedUnit extends UnitInput {
  readonly id: Id;
  readonly position: number;
}

/** Enters a department or an organisation of the centre (REQ-005). Refuses a second standing unit (Đ4.k6). */
export const addUnit: Command<UnitInput, Board, AddedUnit> = {
  name: "unit.add",
  load: ({ tx }) => readBoard(tx),
  decide(board, typed, by) {
    const input = { ...typed, name: normalizeLine(typed.name), duties: normalizeText(typed.duties).trim() };
    const refusals = addUnitRefusals(board, input, by);
    if (refusals.length > 0) return refused(refusals);
    return done({ ...input, id: newId(), position: board.units.length + 1 });
  },
  evidence: ({ id, ...content }) => ({ act: "unit.add", subject: `unit:${id}`, clause: "QĐ-Đ3", content }),
  async write({ tx }, { from, isStanding, ...unit }) {
    await tx
      .insertInto("unit")
      .values({
        id: unit.id,
        code: unit.code,
        name: unit.name,
        kind: unit.kind,
        duties: unit.duties,
        position: unit.position,
        is_standing: isStanding ? 1 : 0,
        active_from: from,
        active_to: null,
      })
      .execute();
    await indexUnit(tx, unit.id);
    return [{ kind: "pages", tags: ["all"] }];
  },
};
