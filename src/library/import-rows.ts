import type { Actor } from "../board/actor.ts";
import { isDay } from "../board/rules.ts";
import type { Day } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Refusal } from "../kernel/result.ts";
import { fold, normalizeLine } from "../kernel/vietnamese.ts";
import { readCsv } from "../media/text/csv.ts";
import { CSV_HEADS } from "./sheet.ts";
import { DOCUMENT_KINDS, type LibraryDocument } from "./document.ts";
import { type DocumentInput, judgeDocument, keeperRefusals, reviewRefusals, type Shelves } from "./rules.ts";

/** More rows than one person checks at a time. */
export const MOST_ROWS = 500;

export interface ImportRow {
  /** As the spreadsheet counts: the heads are line 1. */
  readonly line: number;
  readonly input: DocumentInput & { readonly reviewOn: string };
  readonly refusals: readonly Refusal[];
}

export interface ReadTable {
  readonly rows: readonly ImportRow[];
  /** Heads that were looked for and not found. */
  readonly missing: readonly string[];
  readonly isCut: boolean;
}

export interface ImportAround {
  readonly shelves: Shelves;
  readonly units: ReadonlyMap<Id, string>;
  readonly fields: ReadonlyMap<Id, string>;
  readonly by: Actor;
  readonly today: Day;
  /** Day of review where a row names none. */
  readonly reviewOn: Day;
}

const NEEDED: readonly string[] = CSV_HEADS.slice(0, 6);

/**
 * Reads a spreadsheet saved as CSV and judges each row by the rules of the form, writing nothing. Columns are found by
 * their heads, in any order; a row that repeats an earlier good one is refused like one that repeats the library.
 */
export function readTable(text: string, around: ImportAround): ReadTable {
  const [heads = [], ...lines] = readCsv(text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"), MOST_ROWS + 2);
  const places = new Map(heads.map((head, index) => [key(head), index]));
  const missing = NEEDED.filter((head) => !places.has(key(head)));
  if (missing.length > 0) return { rows: [], missing, isCut: false };
  const taken: LibraryDocument[] = [...around.shelves.documents];
  const rows: ImportRow[] = [];
  for (const [index, cells] of lines.slice(0, MOST_ROWS).entries()) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    const row = judgeRow(index + 2, (head) => unguarded(cells[places.get(key(head)) ?? -1] ?? ""), around, taken);
    rows.push(row);
  }
  return { rows, missing: [], isCut: lines.length > MOST_ROWS };
}

function judgeRow(
  line: number,
  cell: (head: (typeof CSV_HEADS)[number]) => string,
  { shelves, units, fields, by, today, reviewOn }: ImportAround,
  taken: LibraryDocument[],
): ImportRow {
  const input = {
    kind: named(Object.entries(DOCUMENT_KINDS), cell("Loại")),
    number: cell("Số, ký hiệu"),
    issuedOn: dayOfCell(cell("Ngày ban hành")),
    issuer: cell("Cơ quan ban hành"),
    signer: cell("Người ký"),
    abstract: cell("Trích yếu"),
    effectiveOn: dayOfCell(cell("Ngày có hiệu lực")),
    effectiveTo: dayOfCell(cell("Ngày hết hiệu lực")),
    field: cell("Lĩnh vực") === "" ? "" : named([...fields], cell("Lĩnh vực")) || "?",
    unit: cell("Đơn vị quản lý") === "" ? (by.units[0] ?? "") : named([...units], cell("Đơn vị quản lý")),
    earlyReason: "",
    text: "",
    reviewOn: dayOfCell(cell("Ngày rà soát")) || reviewOn,
  };
  const { content, refusals } = judgeDocument(input, { ...shelves, documents: taken });
  const all = [
    ...refusals,
    ...(shelves.units.has(content.unit) ? keeperRefusals(by, content.unit, content.field) : []),
    ...reviewRefusals(input.reviewOn, today),
  ];
  if (all.length === 0) {
    const bare = { id: `line-${line}`, slug: null, isPublic: false, version: 1, reviewOn: input.reviewOn };
    taken.push({ ...content, ...bare, confirmedAt: null, publishedAt: null });
  }
  return { line, input, refusals: all };
}

const key = (head: string) => fold(normalizeLine(head)).replace(/[^a-z0-9]+/g, "");
/** What the way out put before a cell that looks like a formula. */
const unguarded = (cell: string) => normalizeLine(cell).replace(/^'(?=[=+\-@])/, "");

function named(choices: readonly (readonly [value: string, label: string])[], text: string): string {
  return choices.find(([, label]) => key(label) === key(text))?.[0] ?? "";
}

/** "09/05/2023", "9/5/2023" or "2023-05-09"; what is no day stays as it is and is refused. */
function dayOfCell(text: string): string {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(iso) ? iso : text;
}
