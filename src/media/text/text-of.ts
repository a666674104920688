import { done, type Result, refused } from "../../kernel/result.ts";
import { normalizeLine, normalizeText } from "../../kernel/vietnamese.ts";
import { ATTACHMENT_TYPES } from "../file-name.ts";
import { readWord, wordLanguage, wordText } from "./docx.ts";
import { FAULT_SENTENCES, type FileText, type ReadFault } from "./file-text.ts";
import { MAX_FILE_BYTES, MAX_PAGES, MAX_TEXT } from "./limits.ts";
import { openOffice, propertiesOf, stated } from "./office-parts.ts";
import { openText, readOpenDocument } from "./open-document.ts";
import { readPdf } from "./pdf.ts";
import { readWorkbook } from "./xlsx.ts";

/** Letters by which a page counts as text: less is a stamp or a page number on a picture. */
const LETTERS_OF_A_PAGE = 20;

/**
 * The words inside a file, its title and language. Reads PDF, DOCX, XLSX, ODT, ODS, CSV and TXT within hard limits;
 * never throws: what cannot be read is told in `problems`.
 */
export async function textOf(bytes: Uint8Array, mime: string): Promise<FileText> {
  const read = await readText(bytes, mime);
  if (!read.ok) return { text: "", hasTextLayer: false, problems: [FAULT_SENTENCES[read.error]] };
  const { text } = read.value;
  const problems = text.length >= MAX_TEXT ? [...read.value.problems, TOO_MUCH] : read.value.problems;
  return { ...read.value, text: text.slice(0, MAX_TEXT), problems };
}

const TOO_MUCH = "Tệp rất dài: chỉ phần đầu được đưa vào tìm kiếm. Nên chia tệp thành nhiều phần.";

async function readText(bytes: Uint8Array, mime: string): Promise<Result<FileText, ReadFault>> {
  if (bytes.length > MAX_FILE_BYTES) return refused("tooLarge");
  if (mime === ATTACHMENT_TYPES.pdf) return pdfText(bytes);
  if (mime === ATTACHMENT_TYPES.csv || mime === ATTACHMENT_TYPES.txt) return plainFile(bytes);
  return officeText(bytes, mime);
}

function plainFile(bytes: Uint8Array): Result<FileText, ReadFault> {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return done({ text: clean(text), hasTextLayer: true, problems: [] });
  } catch {
    return refused("broken");
  }
}

async function pdfText(bytes: Uint8Array): Promise<Result<FileText, ReadFault>> {
  const read = await readPdf(bytes);
  if (!read.ok) return read;
  const { pages, texts, title, language } = read.value;
  const pictures = texts.flatMap((text, index) => (isWritten(text) ? [] : [index + 1]));
  const problems = [
    ...(pages > MAX_PAGES ? [`Chỉ ${MAX_PAGES} trang đầu trong ${pages} trang được đọc.`] : []),
    ...(pictures.length > 0 && pictures.length * 2 <= texts.length
      ? [`Trang ${listed(pictures)} chỉ có ảnh, không có chữ đọc được.`]
      : []),
  ];
  return done({
    text: clean(texts.join("\n")),
    pages,
    hasTextLayer: texts.length > 0 && pictures.length * 2 <= texts.length,
    problems,
    ...stated(normalizeLine(title), normalizeLine(language)),
  });
}

const isWritten = (text: string) => (text.match(/\p{L}/gu) ?? []).length >= LETTERS_OF_A_PAGE;
const listed = (pages: readonly number[]) => pages.slice(0, 10).join(", ") + (pages.length > 10 ? ", …" : "");

async function officeText(bytes: Uint8Array, mime: string): Promise<Result<FileText, ReadFault>> {
  const opened = await openOffice(bytes);
  if (!opened.ok) return opened;
  const parts = opened.value;
  const properties = await propertiesOf(parts);
  const found = (text: string, language = properties.language) =>
    done({
      text: clean(text),
      hasTextLayer: true,
      problems: [],
      ...stated(properties.title, language),
    });
  if (mime === ATTACHMENT_TYPES.docx) {
    const body = await readWord(parts);
    return body.ok ? found(wordText(body.value), properties.language ?? (await wordLanguage(parts))) : body;
  }
  if (mime === ATTACHMENT_TYPES.xlsx) {
    const book = await readWorkbook(parts);
    if (!book.ok) return book;
    const lines = book.value.grids.flatMap(({ name, cells }) => [
      name,
      ...cells.map((row) => row.filter(Boolean).join("\t")),
    ]);
    return found(lines.filter((line) => line !== "").join("\n"));
  }
  if (mime !== ATTACHMENT_TYPES.odt && mime !== ATTACHMENT_TYPES.ods) return refused("otherType");
  const body = await readOpenDocument(parts);
  return body.ok ? found(openText(body.value)) : body;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
const UNWANTED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Surrogate}/gu;

/** Composed Unicode without control characters; trailing blanks and runs of empty lines dropped. */
function clean(text: string): string {
  return normalizeText(text)
    .replace(UNWANTED, "")
    .replace(/[^\S\n]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
