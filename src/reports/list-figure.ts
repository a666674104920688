import { type SheetColumn, sheetOf } from "../lists/sheet.ts";
import type { Figure, Measure } from "./figure.ts";

interface ListFigure<Row> extends Pick<Figure, "key" | "label" | "clause" | "asOf" | "by" | "printed"> {
  /** As many as there are rows, unless said otherwise. */
  readonly measure?: Measure;
  readonly columns: readonly SheetColumn<Row>[];
  readonly rows: readonly Row[];
  /** Page of the desk a row leads to. */
  href?(row: Row): string;
}

/** A figure from the rows it counts. */
export function figureOfRows<Row>({ measure, columns, rows, href, ...figure }: ListFigure<Row>): Figure {
  return {
    ...figure,
    measure: measure ?? { of: "rows" },
    list: sheetOf(figure.key, figure.label, columns, rows),
    links: rows.map((row) => href?.(row) ?? ""),
  };
}

/** What a column of yes and no says; the share of a figure counts the first. */
export const yesNo = (yes: boolean): string => (yes ? "Có" : "Không");
