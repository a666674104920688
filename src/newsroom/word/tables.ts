import { type Block, type Cell, plain, type Reading, type TableBlock, wholly } from "./reading.ts";
import { child, elements, firstWords, switchOf, val, type XmlElement } from "./xml.ts";

/** Word itself allows no more columns. */
const MAX_COLUMNS = 63;
const MAX_ROWSPAN = 1_000;
const LONGEST_CAPTION = 200;

/** Reads what stands in a cell. */
type ReadCell = (cell: XmlElement) => readonly Block[];

/**
 * A table as one block, with merged cells, every row as wide as the widest. Tables that only arrange things
 * become what they arrange: a box of one cell, and pictures set side by side with their captions. A table
 * within a table is read as its text.
 */
export function readTable(table: XmlElement, reading: Reading, inTable: boolean, readCell: ReadCell): Block[] {
  const rows = readRows(table, reading, readCell);
  const cells = rows.flat();
  if (inTable) reading.tally.add("nestedTable");
  if (inTable || cells.length <= 1 || cells.some((cell) => cell.column + cell.colspan > MAX_COLUMNS)) {
    return cells.flatMap((cell) => cell.blocks);
  }
  const pictures = picturesSideBySide(rows);
  if (pictures) return pictures;
  return [{ kind: "table", rows: withHeader(padded(rows)) } satisfies TableBlock];
}

function readRows(table: XmlElement, reading: Reading, readCell: ReadCell): Cell[][] {
  const merging = new Map<number, Cell>();
  return within(table, "w:tr").flatMap((row) => {
    const properties = child(row, "w:trPr");
    if (child(properties, "w:del")) {
      reading.tally.add("deletion", firstWords(row));
      return [];
    }
    const header = switchOf(properties, "w:tblHeader") ?? false;
    return [readCells(row, count(val(properties, "w:gridBefore"), 0), header, merging, readCell)];
  });
}

function readCells(
  row: XmlElement,
  offset: number,
  header: boolean,
  merging: Map<number, Cell>,
  readCell: ReadCell,
): Cell[] {
  const cells: Cell[] = offset > 0 ? [emptyCell(0, offset, header)] : [];
  let column = offset;
  for (const node of within(row, "w:tc")) {
    const properties = child(node, "w:tcPr");
    const colspan = count(val(properties, "w:gridSpan"), 1);
    const merge = child(properties, "w:vMerge");
    const above = merge && merge.attrs["w:val"] !== "restart" ? merging.get(column) : undefined;
    if (above && above.colspan === colspan && above.rowspan < MAX_ROWSPAN) {
      above.rowspan += 1;
    } else {
      const cell: Cell = { column, colspan, rowspan: 1, header, blocks: readCell(node) };
      cells.push(cell);
      if (merge) merging.set(column, cell);
      else merging.delete(column);
    }
    column += colspan;
  }
  return cells;
}

/** Rows and cells may be wrapped (content controls, tracked changes); those of inner tables are not ours. */
function within(parent: XmlElement, name: "w:tr" | "w:tc"): XmlElement[] {
  return elements(parent).flatMap((node) => {
    if (node.name === name) return [node];
    return node.name === "w:tbl" || node.name === "w:p" ? [] : within(node, name);
  });
}

function count(value: string | undefined, least: number): number {
  const number = Math.trunc(Number(value ?? least));
  return number >= least && number <= MAX_COLUMNS ? number : least;
}

function emptyCell(column: number, colspan: number, header: boolean): Cell {
  return { column, colspan, rowspan: 1, header, blocks: [] };
}

/** Rows that end early, or start late, get an empty cell, so that columns stay one below the other. */
function padded(rows: readonly (readonly Cell[])[]): Cell[][] {
  const width = rows.flat().reduce((widest, cell) => Math.max(widest, cell.column + cell.colspan), 0);
  const taken = rows.map((row) => row.reduce((sum, cell) => sum + cell.colspan, 0));
  for (const [index, row] of rows.entries()) {
    for (const cell of row) {
      for (let below = index + 1; below < index + cell.rowspan && below < rows.length; below += 1) {
        taken[below] = (taken[below] ?? 0) + cell.colspan;
      }
    }
  }
  return rows.map((row, index) => {
    const missing = width - (taken[index] ?? 0);
    return missing > 0 ? [...row, emptyCell(width - missing, missing, row[0]?.header ?? false)] : [...row];
  });
}

/** The first row names the columns when Word marks it so, or when it alone is written all in bold. */
function withHeader(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const [first = [], ...rest] = rows;
  if (rows.flat().some((cell) => cell.header) || rest.length === 0) return rows;
  const named = first.every(isBold) && rest.some((row) => !row.every(isBold));
  return named && first.length > 1 ? [first.map((cell) => ({ ...cell, header: true })), ...rest] : rows;
}

function isBold(cell: Cell): boolean {
  return cell.blocks.length > 0 && cell.blocks.every((block) => block.kind === "text" && wholly(block, "bold"));
}

/** Every column pictures, each with at most one short text under it: a layout, read column by column in row order. */
function picturesSideBySide(rows: readonly (readonly Cell[])[]): Block[] | null {
  if (rows.flat().some((cell) => cell.colspan > 1 || cell.rowspan > 1)) return null;
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const columns = Array.from({ length: width }, (_, column) => rows.flatMap((row) => row[column]?.blocks ?? []));
  const sound = columns.every((blocks) =>
    blocks.every((block, index) => block.kind === "figure" || (block.kind === "text" && isUnderPicture(blocks, index))),
  );
  if (!sound || !columns.flat().some((block) => block.kind === "figure")) return null;
  for (const blocks of columns) {
    for (const [index, block] of blocks.entries()) {
      const above = blocks[index - 1];
      if (block.kind === "text" && above?.kind === "figure") above.picture.caption = plain(block);
    }
  }
  return rows.flatMap((row) => row.flatMap((cell) => cell.blocks.filter((block) => block.kind === "figure")));
}

function isUnderPicture(blocks: readonly Block[], index: number): boolean {
  const [above, block] = [blocks[index - 1], blocks[index]];
  return (
    above?.kind === "figure" &&
    above.picture.caption === "" &&
    block?.kind === "text" &&
    plain(block).length <= LONGEST_CAPTION
  );
}
