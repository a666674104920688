import { done, type Result, refused } from "../../kernel/result.ts";
import { child, elements, isElement, type XmlElement } from "../../newsroom/word/xml.ts";
import type { ReadFault } from "./file-text.ts";
import type { Grid, Merge } from "./grid.ts";
import { MAX_COLUMNS, MAX_ROWS, MAX_SHEETS } from "./limits.ts";
import type { OfficeParts } from "./office-parts.ts";

/** The content of an ODT or ODS file: `office:text` or `office:spreadsheet`. */
export async function readOpenDocument(parts: OfficeParts): Promise<Result<XmlElement, ReadFault>> {
  const content = await parts.xml("content.xml");
  if (!content.ok) return content;
  const body = elements(child(content.value ?? undefined, "office:body"))[0];
  return body ? done(body) : refused("otherType");
}

/** One line for each paragraph or heading; notes of reviewers are left out. */
export function openText(node: XmlElement): string {
  let text = "";
  for (const inner of node.children) {
    if (!isElement(inner)) text += node.name.startsWith("text:") ? inner : "";
    else if (inner.name === "text:s") text += " ";
    else if (inner.name === "text:tab") text += "\t";
    else if (inner.name === "text:line-break") text += "\n";
    else if (inner.name !== "office:annotation" && inner.name !== "text:tracked-changes") text += openText(inner);
    if (isElement(inner) && (inner.name === "text:p" || inner.name === "text:h")) text += "\n";
  }
  return text;
}

export function openGrids(body: XmlElement): Grid[] {
  return tables(body).slice(0, MAX_SHEETS).map(readGrid);
}

function tables(node: XmlElement): XmlElement[] {
  return elements(node).flatMap((inner) => (inner.name === "table:table" ? [inner] : tables(inner)));
}

function readGrid(table: XmlElement): Grid {
  const cells: (string | undefined)[][] = [];
  const merges: Merge[] = [];
  for (const row of within(table, ["table:table-row"])) {
    if (row.attrs["table:visibility"] === "collapse") continue;
    const texts: (string | undefined)[] = [];
    let column = 0;
    for (const cell of within(row, ["table:table-cell", "table:covered-table-cell"])) {
      const text = openText(cell).trim();
      const times = count(cell.attrs["table:number-columns-repeated"], MAX_COLUMNS - column);
      for (let copy = 0; copy < times; copy += 1) texts[column + copy] = text;
      const [down, right] = [
        count(cell.attrs["table:number-rows-spanned"], MAX_ROWS),
        count(cell.attrs["table:number-columns-spanned"], MAX_COLUMNS),
      ];
      const top = cells.length;
      if (down > 1 || right > 1) merges.push({ top, left: column, bottom: top + down - 1, right: column + right - 1 });
      column += times;
      if (column >= MAX_COLUMNS) break;
    }
    // Sheets end with one empty row that stands for a million.
    const isEmpty = texts.every((text) => !text);
    const times = isEmpty ? 1 : count(row.attrs["table:number-rows-repeated"], MAX_ROWS - cells.length);
    for (let copy = 0; copy < times; copy += 1) cells.push(texts);
    if (cells.length >= MAX_ROWS) break;
  }
  return { name: table.attrs["table:name"] ?? "", cells, merges };
}

const count = (value: string | undefined, most: number) =>
  Math.max(1, Math.min(Math.trunc(Number(value ?? 1)) || 1, Math.max(1, most)));

function within(parent: XmlElement, names: readonly string[]): XmlElement[] {
  return elements(parent).flatMap((node) => {
    if (names.includes(node.name)) return [node];
    return node.name === "table:table" || node.name.startsWith("text:") ? [] : within(node, names);
  });
}
