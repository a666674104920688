import type { Refusal } from "../kernel/result.ts";
import { MATTER_KINDS } from "../regulation/matter-kinds.ts";
import type { WholeMatter } from "./matter.ts";

/** Whether somebody did something since a form was opened: then nothing is written over, and nothing typed is lost. */
export function staleRefusals({ kind, moves, history }: WholeMatter, seen: number, lastBy: string): Refusal[] {
  if (seen === moves) return [];
  const { clause, moves: rows } = MATTER_KINDS[kind];
  const label = rows.find(({ act }) => act === history.at(-1)!.act)?.label.toLowerCase() ?? "";
  return [{ code: "matterMoved", clause, detail: { label, who: lastBy } }];
}
