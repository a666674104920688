import type { IParagraphOptions, IRunOptions, Paragraph, Table, TableCell } from "docx";

/** The library, loaded only when a paper is written. */
export type DocxLibrary = typeof import("docx");
/** A part of the page from top to bottom. */
export type Part = Paragraph | Table;

export const FONT = "Times New Roman";
/** 160 mm between the margins, in twentieths of a point. */
export const TEXT_WIDTH = 9071;

/** Words of one look; `size` in points. */
export type Words = Omit<IRunOptions, "size" | "text"> & { readonly text: string; readonly size: number };

type Placing = Omit<IParagraphOptions, "children" | "text" | "run">;

export function paragraph(docx: DocxLibrary, words: readonly Words[], placing: Placing = {}): Paragraph {
  return new docx.Paragraph({
    ...placing,
    children: words.map(({ text, size, ...look }) => new docx.TextRun({ ...look, text, size: size * 2 })),
  });
}

/** One line of text made of several. */
export const line = (parts: readonly string[]): string => parts.filter((part) => part !== "").join(" ");

/** A solid line in the middle of `room`, a paragraph of its own: it stands under a text without being part of it. */
export function rule(docx: DocxLibrary, length: number, room: number, keepNext = false): Paragraph {
  const side = Math.max(0, Math.round((room - length) / 2));
  return new docx.Paragraph({
    keepNext,
    indent: { left: side, right: side },
    spacing: { before: 0, after: 0, line: 60, lineRule: "exact" },
    border: { bottom: { style: "single", size: 6, space: 0, color: "000000" } },
    children: [],
  });
}

const NOTHING = { style: "nil", size: 0 } as const;
const NO_BORDERS = {
  top: NOTHING,
  bottom: NOTHING,
  left: NOTHING,
  right: NOTHING,
  insideHorizontal: NOTHING,
  insideVertical: NOTHING,
} as const;

/** Columns without borders and without room of their own; no row is torn over two pages. */
export function columns(
  docx: DocxLibrary,
  widths: readonly number[],
  rows: readonly (readonly (readonly Paragraph[])[])[],
): Table {
  return new docx.Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: "dxa" },
    columnWidths: [...widths],
    layout: "fixed",
    borders: NO_BORDERS,
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    rows: rows.map(
      (cells) =>
        new docx.TableRow({
          cantSplit: true,
          children: cells.map((parts, index) => cell(docx, parts, widths[index]!)),
        }),
    ),
  });
}

/** A cell is never without a paragraph: Word would call the file damaged. */
const cell = (docx: DocxLibrary, parts: readonly Paragraph[], width: number): TableCell =>
  new docx.TableCell({
    width: { size: width, type: "dxa" },
    children: parts.length > 0 ? [...parts] : [new docx.Paragraph({ children: [] })],
  });
