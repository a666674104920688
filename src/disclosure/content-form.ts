import type { Fields } from "../http/form-body.ts";
import { many, one } from "../http/form-state.ts";
import type { Id } from "../kernel/ids.ts";
import { tablesOf } from "../media/text/tables-of.ts";
import { keepAttachment } from "../media/upload.ts";
import type { Portal } from "../portal.ts";
import type { DisclosureContent, DisclosureFile, DisclosureTable } from "./content.ts";
import { gridFromPaste, tableFrom } from "./table-text.ts";

/** A file as it came with the form; `control` says for what. */
export interface SentFile {
  readonly control: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadContent {
  readonly content: DisclosureContent;
  /** Whole sentences about files that were not taken. */
  readonly problems: readonly string[];
}

/**
 * The content of the form: words, tables as pasted, files kept and added. A form to read figures from becomes tables
 * and stays beside them as the original. What cannot be read is told; the rest is not lost.
 */
export async function contentFromForm(
  portal: Portal,
  before: DisclosureContent,
  fields: Fields,
  files: readonly SentFile[],
  by: Id,
): Promise<ReadContent> {
  const problems: string[] = [];
  const kept = new Set(many(fields, "giu-tep"));
  const added: DisclosureFile[] = [];
  const read: DisclosureTable[] = [];
  const notes: string[] = [];
  for (const { control, name, bytes } of files) {
    const answer = await keepAttachment(portal, { bytes, name, by });
    if (!answer.ok) {
      problems.push(`${name}: ${answer.error.message}`);
      continue;
    }
    const { file, name: safe, size, mime } = answer.value;
    added.push({ file, name: safe, title: name.replace(/\.[a-z]+$/i, ""), size });
    if (control !== "tep-bang") continue;
    const sheets = await tablesOf(bytes, mime);
    if (!sheets.ok) problems.push(`${name}: ${sheets.error.message}`);
    else {
      for (const sheet of sheets.value) {
        const caption = sheet.above.join(". ") || sheet.name;
        const table = tableFrom([sheet.header, ...sheet.rows], caption, file);
        if (table) read.push(table);
        if (sheet.below.length > 0) notes.push(`${caption}: ${sheet.below.join(" ")}`);
      }
    }
  }
  const typed = tableNumbers(fields).flatMap((number) => {
    const source = before.tables[number - 1]?.source ?? null;
    return tableFrom(gridFromPaste(raw(fields, `bang-${number}`)), one(fields, `bang-${number}-ten`), source) ?? [];
  });
  const offered = [...before.files.filter(({ file }) => kept.has(file)), ...added];
  return {
    problems,
    content: {
      title: one(fields, "tieu-de"),
      text: [one(fields, "noi-dung"), ...notes].filter((part) => part !== "").join("\n\n"),
      tables: [...typed, ...read],
      files: offered
        .filter(({ file }, index) => offered.findIndex((other) => other.file === file) === index)
        .map((file) => ({ ...file, title: one(fields, `tep-${file.file}`) || file.title })),
      changedOn: one(fields, "ngay-thay-doi"),
      changeNote: one(fields, "diem-thay-doi"),
    },
  };
}

const tableNumbers = (fields: Fields): number[] =>
  Object.keys(fields)
    .flatMap((name) => Number(/^bang-(\d{1,2})$/.exec(name)?.[1] ?? 0) || [])
    .sort((a, b) => a - b);

/** Untrimmed: an empty first cell is a cell. */
function raw(fields: Fields, name: string): string {
  const value = fields[name];
  return Array.isArray(value) ? (value[0] ?? "") : (value ?? "");
}
