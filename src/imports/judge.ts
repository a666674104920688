import type { Actor } from "../board/actor.ts";
import { dayOf, type Instant } from "../kernel/clock.ts";
import type { Refusal } from "../kernel/result.ts";
import type { Tx } from "../storage/database.ts";
import { explain } from "../words/refusals.ts";
import type { AnyImportKind, RowMeaning } from "./import-kind.ts";
import type { SheetRow } from "./read-sheet.ts";

export interface JudgedRow {
  readonly line: number;
  readonly name: string;
  /** Whole sentences, each with the cell it is about and what to do. */
  readonly faults: readonly string[];
  /** Said when it is there already; then nothing will be done. */
  readonly present: string | null;
}

/** Every row judged by the command that would enter it, as if it stood alone; nothing is written. */
export async function judgeRows(
  tx: Tx,
  kind: AnyImportKind,
  by: Actor,
  at: Instant,
  rows: readonly SheetRow[],
  places: Readonly<Record<string, string>>,
): Promise<JudgedRow[]> {
  const read = await kind.reader(tx, by, dayOf(at));
  const first = new Map<string, number>();
  const judged: JudgedRow[] = [];
  for (const { line, cells } of rows) {
    const meaning: RowMeaning<unknown> = read(cells);
    const { input, key, name, present = null } = meaning;
    const twin = first.get(key);
    const faults = faultsOf(meaning, line, places);
    if (faults.length === 0 && present === null) {
      const answer = kind.command.decide(await kind.command.load({ tx, by, at }, input), input, by, at);
      if (!answer.ok) faults.push(...refusalSentences(kind, answer.error, line, places));
    }
    if (twin !== undefined) faults.push(`Trùng với dòng ${twin}. Hãy bỏ một trong hai dòng.`);
    else first.set(key, line);
    judged.push({ line, name, faults, present: faults.length > 0 ? null : present });
  }
  return judged;
}

/** What the room could not understand, cell by cell. */
export function faultsOf(
  { faults = {} }: Pick<RowMeaning<unknown>, "faults">,
  line: number,
  places: Readonly<Record<string, string>>,
): string[] {
  return Object.entries(faults).map(([column, text]) => at(places[column], line, text));
}

export function refusalSentences(
  { columnOf }: AnyImportKind,
  refusals: readonly Refusal[],
  line: number,
  places: Readonly<Record<string, string>>,
): string[] {
  return refusals.map((refusal) => {
    const { text, clause, remedy } = explain(refusal);
    const column = columnOf[refusal.code] ?? refusal.detail?.column ?? refusal.detail?.name ?? "";
    return at(places[column], line, `${text} (${clause}) ${remedy}`.trim());
  });
}

const at = (letter: string | undefined, line: number, text: string) =>
  letter === undefined ? text : `Ô ${letter}${line}: ${text}`;
