import type { Sheet, Value } from "../lists/sheet.ts";
import type { FigureGroup, GroupLine, ReportFigure } from "./content.ts";
import { CHAPTERS, type Chapter, type Figure, type FigureQuestion, type FigureSource, numberOf } from "./figure.ts";

/** A figure with the chapter it stands in. */
export interface Told {
  readonly chapter: Chapter;
  readonly figure: Figure;
}

/** What every room tells of a period, chapter by chapter. Two figures under one key are a fault of the rooms. */
export async function askFigures(
  sources: readonly FigureSource[],
  question: FigureQuestion,
  chapters: readonly Chapter[],
): Promise<Told[]> {
  const told: Told[] = [];
  for (const { chapter, figures } of sources) {
    if (!chapters.includes(chapter)) continue;
    for (const figure of await figures(question)) {
      if (told.some((other) => other.figure.key === figure.key))
        throw new Error(`Two figures are called ${figure.key}`);
      told.push({ chapter, figure });
    }
  }
  return inOrder(told);
}

const ORDER = Object.keys(CHAPTERS) as Chapter[];
const inOrder = (told: readonly Told[]): Told[] =>
  told.toSorted((a, b) => ORDER.indexOf(a.chapter) - ORDER.indexOf(b.chapter));

/**
 * Several periods as one: lists are put one after another, what tells of a moment is that of the last period.
 * The order and the words are those of the last period that knows the figure.
 */
export function together(parts: readonly (readonly Told[])[]): Told[] {
  const found = new Map<string, Told>();
  for (const part of parts) {
    for (const next of part) {
      const known = found.get(next.figure.key);
      found.delete(next.figure.key);
      found.set(next.figure.key, known ? { ...next, figure: joined(known.figure, next.figure) } : next);
    }
  }
  return inOrder([...found.values()]);
}

function joined(earlier: Figure, later: Figure): Figure {
  if (later.asOf) return later;
  const rows = [...sameColumns(earlier.list, later.list), ...later.list.rows];
  const by = later.by?.map(({ column, all = [] }) => {
    const before = earlier.by?.find((one) => one.column === column)?.all ?? [];
    return { column, ...(all.length + before.length > 0 ? { all: [...new Set([...all, ...before])] } : {}) };
  });
  return {
    ...later,
    list: { ...later.list, rows },
    links: [...earlier.links, ...later.links],
    ...(by ? { by } : {}),
  };
}

/** Rows of an earlier list under the heads of a later one: an update of the portal may have added a column. */
function sameColumns(earlier: Sheet, later: Sheet): (readonly Value[])[] {
  const places = later.heads.map(({ label }) => earlier.heads.findIndex((head) => head.label === label));
  return earlier.rows.map((row) => places.map((place) => (place < 0 ? null : row[place]!)));
}

/** Figures with their numbers, told apart as they ask for it, beside those of the report before. */
export function counted(told: readonly Told[], before: readonly ReportFigure[]): ReportFigure[] {
  return told.map(({ chapter, figure }) => {
    const earlier = before.find(({ key }) => key === figure.key);
    return {
      ...figure,
      chapter,
      number: numberOf(figure),
      before: earlier?.number ?? null,
      groups: (figure.by ?? []).map(({ column, all = [] }) => groupOf(figure, column, all, earlier)),
    };
  });
}

function groupOf(
  figure: Figure,
  column: number,
  all: readonly string[],
  earlier: ReportFigure | undefined,
): FigureGroup {
  const label = figure.list.heads[column]!.label;
  const before = earlier?.groups.find((group) => group.label === label)?.lines ?? [];
  const lines = [...new Set([...all, ...figure.list.rows.map((row) => valueAt(row, column))])].map(
    (value): GroupLine => ({
      value,
      number: numberOf({ ...figure, list: { ...figure.list, rows: rowsWith(figure.list, column, value) } }),
      // What an earlier report did not tell of was nothing then.
      before: earlier ? (before.find((line) => line.value === value)?.number ?? emptyOf(figure)) : null,
    }),
  );
  return { column, label, lines: all.length > 0 ? lines : lines.toSorted((a, b) => (b.number ?? 0) - (a.number ?? 0)) };
}

const emptyOf = (figure: Figure): number | null => numberOf({ ...figure, list: { ...figure.list, rows: [] } });

export const valueAt = (row: readonly Value[], column: number): string => String(row[column] ?? "");

/** Rows of a list that have this value in this column. */
export const rowsWith = (list: Sheet, column: number, value: string): (readonly Value[])[] =>
  list.rows.filter((row) => valueAt(row, column) === value);

/** "+3", "–2", "0"; "" where there is nothing to compare with. */
export function differenceOf(number: number | null, before: number | null): string {
  if (number === null || before === null) return "";
  const difference = number - before;
  if (difference === 0) return "0";
  return `${difference > 0 ? "+" : "–"}${numberText(Math.abs(difference))}`;
}

const NUMBERS = new Intl.NumberFormat("vi-VN");
const numberText = (value: number): string => NUMBERS.format(value);

/** A number as it stands on screen, in Word and in the summary of the spreadsheet: "1.234", "96%", "–". */
export function figureText(number: number | null, { measure }: Pick<Figure, "measure">): string {
  if (number === null) return "–";
  return measure.of === "share" ? `${number}%` : numberText(number);
}
