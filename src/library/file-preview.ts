import { ATTACHMENT_TYPES } from "../media/file-name.ts";
import { fileTexts } from "../media/store.ts";
import { tablesOf } from "../media/text/tables-of.ts";
import type { FigureTable } from "../newsroom/body/figures.tsx";
import type { Portal } from "../portal.ts";
import type { FileHash } from "../storage/files.ts";
import type { DocumentFile } from "./document.ts";

/** What of a file is shown in the page: its words, or its tables. */
export interface FilePreview {
  readonly paragraphs: readonly string[];
  readonly tables: readonly FigureTable[];
  /** Whether the file holds more than is shown. */
  readonly isCut: boolean;
}

const MOST_LETTERS = 40_000;
const MOST_TABLES = 5;
const MOST_ROWS = 200;
const SHEETS: readonly string[] = [ATTACHMENT_TYPES.xlsx, ATTACHMENT_TYPES.ods, ATTACHMENT_TYPES.csv];

/**
 * What a reader sees of each file without a program for it: spreadsheets as tables, Word and text files as text. A PDF
 * is shown by the browser itself. A file that cannot be read has no preview.
 */
export async function filePreviews(
  portal: Pick<Portal, "db" | "files">,
  files: readonly DocumentFile[],
): Promise<Map<FileHash, FilePreview>> {
  const previews = new Map<FileHash, FilePreview>();
  const shown = files.filter(({ mime }) => mime !== ATTACHMENT_TYPES.pdf);
  const texts = await fileTexts(
    portal.db,
    shown.filter(({ mime }) => !SHEETS.includes(mime)).map(({ hash }) => hash),
  );
  for (const { hash, mime, title } of shown) {
    const preview = SHEETS.includes(mime)
      ? await tablesPreview(portal, hash, mime, title)
      : textPreview(texts.get(hash)?.text ?? "");
    if (preview) previews.set(hash, preview);
  }
  return previews;
}

function textPreview(text: string): FilePreview | null {
  const paragraphs = text
    .slice(0, MOST_LETTERS)
    .split(/\n+/)
    .filter((line) => line.trim() !== "");
  return paragraphs.length > 0 ? { paragraphs, tables: [], isCut: text.length > MOST_LETTERS } : null;
}

async function tablesPreview(
  { files }: Pick<Portal, "files">,
  hash: FileHash,
  mime: string,
  title: string,
): Promise<FilePreview | null> {
  const sheets = await tablesOf(await files.read(hash), mime);
  if (!sheets.ok) return null;
  const tables = sheets.value.slice(0, MOST_TABLES).map(({ name, above, header, rows }) => ({
    caption: above.join(". ") || name || title,
    columns: header.map((column, at) => column || `Cột ${at + 1}`),
    rows: rows.slice(0, MOST_ROWS),
    csvHref: "",
  }));
  const isCut = sheets.value.length > MOST_TABLES || sheets.value.some(({ rows }) => rows.length > MOST_ROWS);
  return { paragraphs: sheets.value.slice(0, MOST_TABLES).flatMap(({ below }) => below), tables, isCut };
}
