import { done, type Invalid, type Result, refused } from "../../kernel/result.ts";
import { ATTACHMENT_TYPES } from "../file-name.ts";
import { readCsv } from "./csv.ts";
import { readWord, wordGrids } from "./docx.ts";
import { FAULT_SENTENCES, type ReadFault, type Sheet } from "./file-text.ts";
import { type Grid, sheetOf } from "./grid.ts";
import { MAX_FILE_BYTES, MAX_ROWS } from "./limits.ts";
import { openOffice } from "./office-parts.ts";
import { openGrids, readOpenDocument } from "./open-document.ts";
import { readWorkbook } from "./xlsx.ts";

/**
 * The tables of an XLSX, DOCX, ODS, ODT or CSV file as they are shown there: numbers and days as text, merged cells
 * repeated, hidden parts left out. Refuses, in a sentence for the field `file`, what holds no table or cannot be read.
 */
export async function tablesOf(bytes: Uint8Array, mime: string): Promise<Result<Sheet[], Invalid>> {
  const grids = await readGrids(bytes, mime);
  if (!grids.ok) return because(grids.error);
  const sheets = grids.value.flatMap((grid) => sheetOf(grid) ?? []);
  return sheets.length > 0 ? done(sheets) : because("empty");
}

const because = (fault: ReadFault) => refused({ field: "file", message: FAULT_SENTENCES[fault] });

async function readGrids(bytes: Uint8Array, mime: string): Promise<Result<readonly Grid[], ReadFault>> {
  if (bytes.length > MAX_FILE_BYTES) return refused("tooLarge");
  if (mime === ATTACHMENT_TYPES.csv) return csvGrids(bytes);
  const opened = await openOffice(bytes);
  if (!opened.ok) return opened;
  if (mime === ATTACHMENT_TYPES.xlsx) {
    const book = await readWorkbook(opened.value);
    return book.ok ? done(book.value.grids) : book;
  }
  if (mime === ATTACHMENT_TYPES.docx) {
    const body = await readWord(opened.value);
    return body.ok ? done(wordGrids(body.value)) : body;
  }
  if (mime !== ATTACHMENT_TYPES.ods && mime !== ATTACHMENT_TYPES.odt) return refused("otherType");
  const body = await readOpenDocument(opened.value);
  return body.ok ? done(openGrids(body.value)) : body;
}

function csvGrids(bytes: Uint8Array): Result<readonly Grid[], ReadFault> {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n");
    return done([{ name: "", cells: readCsv(text, MAX_ROWS), merges: [] }]);
  } catch {
    return refused("broken");
  }
}
