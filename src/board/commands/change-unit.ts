import type { Command } from "../../act.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine, normalizeText } from "../../kernel/vietnamese.ts";
import { SEARCH_KINDS } from "../../search/kinds.ts";
import { renameInSearch } from "../../search/questions.ts";
import { readBoard } from "../board.queries.ts";
import type { Board } from "../board.ts";
import { changeUnitRefusals, type UnitChange } from "../rules.ts";
import { indexUnit } from "../unit-search.ts";

/**
 * Renames a unit, restates its duties, gives it its last day, or makes it the standing unit in place of the present
 * one. Refuses to leave the board without a standing unit (Đ4.k6).
 */
export const changeUnit: Command<UnitChange, Board, UnitChange> = {
  name: "unit.change",
  load: ({ tx }) => readBoard(tx),
  decide(board, typed, by) {
    const input = {
      ...typed,
      ...(typed.name === undefined ? {} : { name: normalizeLine(typed.name) }),
      ...(typed.duties === undefined ? {} : { duties: normalizeText(typed.duties).trim() }),
    };
    const refusals = changeUnitRefusals(board, input, by);
    if (refusals.length > 0) return refused(refusals);
    const before = board.units.find(({ id }) => id === input.unit)!;
    const { name, duties, to, isStanding } = input;
    return done({
      unit: input.unit,
      ...(name !== undefined && name !== before.name ? { name } : {}),
      ...(duties !== undefined && duties !== before.duties ? { duties } : {}),
      ...(to !== undefined && to !== before.to ? { to } : {}),
      ...(isStanding && !before.isStanding ? { isStanding } : {}),
    });
  },
  evidence({ unit, ...after }, board) {
    if (Object.keys(after).length === 0) return null;
    const before = board.units.find(({ id }) => id === unit)!;
    const old = { name: before.name, duties: before.duties, to: before.to, isStanding: before.isStanding };
    return {
      act: "unit.change",
      subject: `unit:${unit}`,
      clause: after.isStanding ? "Đ4.k6" : "QĐ-Đ3",
      content: Object.fromEntries(
        Object.entries(after).map(([key, value]) => [key, { before: old[key as keyof typeof old], after: value }]),
      ),
    };
  },
  async write({ tx }, { unit, name, duties, to, isStanding }, board) {
    if (isStanding) await tx.updateTable("unit").set({ is_standing: 0 }).where("is_standing", "=", 1).execute();
    await tx
      .updateTable("unit")
      .set({
        ...(name === undefined ? {} : { name }),
        ...(duties === undefined ? {} : { duties }),
        ...(to === undefined ? {} : { active_to: to }),
        ...(isStanding ? { is_standing: 1 } : {}),
      })
      .where("id", "=", unit)
      .execute();
    const before = board.units.find(({ id }) => id === unit)?.name ?? "";
    if (name !== undefined) await renameInSearch(tx, "unit", SEARCH_KINDS, before, name);
    await indexUnit(tx, unit);
    return [{ kind: "pages", tags: ["all"] }];
  },
};
