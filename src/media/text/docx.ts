import { done, type Result, refused } from "../../kernel/result.ts";
import { ofKind, readRelationships } from "../../newsroom/word/relationships.ts";
import { child, elements, isElement, textOf, val, type XmlElement } from "../../newsroom/word/xml.ts";
import type { ReadFault } from "./file-text.ts";
import type { Grid, Merge } from "./grid.ts";
import { MAX_COLUMNS } from "./limits.ts";
import type { OfficeParts } from "./office-parts.ts";

/** The body of a Word file. */
export async function readWord(parts: OfficeParts): Promise<Result<XmlElement, ReadFault>> {
  const root = await parts.xml("_rels/.rels");
  if (!root.ok) return root;
  const main = ofKind(readRelationships(root.value, ""), "officeDocument")[0]?.target ?? "word/document.xml";
  const document = await parts.xml(main);
  if (!document.ok) return document;
  const body = document.value?.name === "w:document" ? child(document.value, "w:body") : undefined;
  return body ? done(body) : refused("otherType");
}

/** The language the styles of the file set for all text. */
export async function wordLanguage(parts: OfficeParts): Promise<string | undefined> {
  const styles = await parts.xml("word/styles.xml");
  if (!styles.ok || !styles.value) return undefined;
  const defaults = child(child(child(styles.value, "w:docDefaults"), "w:rPrDefault"), "w:rPr");
  return val(defaults, "w:lang") || undefined;
}

/** What is left out of a text: taken out by a tracked change, a field's command, a picture's data. */
const UNSEEN = new Set(["w:del", "w:moveFrom", "w:instrText", "w:pPr", "w:rPr", "w:drawing", "w:pict", "w:object"]);

/** The words as Word shows them: one line for each paragraph. */
export function wordText(node: XmlElement): string {
  let text = "";
  for (const inner of node.children) {
    if (!isElement(inner) || UNSEEN.has(inner.name)) continue;
    if (inner.name === "w:t") text += textOf(inner);
    else if (inner.name === "w:tab") text += "\t";
    else if (inner.name === "w:br" || inner.name === "w:cr") text += "\n";
    else text += wordText(inner);
    if (inner.name === "w:p") text += "\n";
  }
  return text;
}

/** Every table of the text that is not inside another. */
export function wordGrids(body: XmlElement): Grid[] {
  return outerTables(body).map((table, index) => readTable(table, `Bảng ${index + 1}`));
}

function outerTables(node: XmlElement): XmlElement[] {
  return elements(node).flatMap((inner) => (inner.name === "w:tbl" ? [inner] : outerTables(inner)));
}

function readTable(table: XmlElement, name: string): Grid {
  const cells: (string | undefined)[][] = [];
  const merges: Merge[] = [];
  /** The merged cell that goes on downwards in each column. */
  const open = new Map<number, { top: number; right: number; bottom: number }>();
  const close = (column: number) => {
    const merge = open.get(column);
    open.delete(column);
    if (merge) merges.push({ left: column, ...merge });
  };
  for (const [at, row] of wrapped(table, "w:tr").entries()) {
    const texts: (string | undefined)[] = [];
    let column = Number(val(child(row, "w:trPr"), "w:gridBefore") ?? 0) || 0;
    for (const cell of wrapped(row, "w:tc")) {
      if (column >= MAX_COLUMNS) break;
      const properties = child(cell, "w:tcPr");
      const span = Math.min(Math.max(1, Math.trunc(Number(val(properties, "w:gridSpan") ?? 1)) || 1), MAX_COLUMNS);
      const merge = child(properties, "w:vMerge");
      const above = open.get(column);
      if (merge && merge.attrs["w:val"] !== "restart" && above) above.bottom = at;
      else {
        close(column);
        texts[column] = wordText(cell).trim();
        if (merge) open.set(column, { top: at, right: column + span - 1, bottom: at });
        else if (span > 1) merges.push({ top: at, bottom: at, left: column, right: column + span - 1 });
      }
      column += span;
    }
    cells.push(texts);
  }
  for (const column of [...open.keys()]) close(column);
  return { name, cells, merges };
}

/** Rows and cells may be wrapped in content controls; those of inner tables are not ours. */
function wrapped(parent: XmlElement, name: "w:tr" | "w:tc"): XmlElement[] {
  return elements(parent).flatMap((node) => {
    if (node.name === name) return [node];
    return node.name === "w:tbl" || node.name === "w:p" ? [] : wrapped(node, name);
  });
}
