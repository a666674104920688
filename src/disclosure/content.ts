import { canonicalJson, sha256 } from "../kernel/ids.ts";
import type { FileHash } from "../storage/files.ts";

/** A table of figures: what a form or a spreadsheet says, as rows under named columns. */
export interface DisclosureTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The file it was read from; null when it was typed. */
  readonly source: FileHash | null;
}

export interface DisclosureFile {
  readonly file: FileHash;
  /** Safe name of its address. */
  readonly name: string;
  readonly title: string;
  /** Bytes. */
  readonly size: number;
}

/** What an entry says. Its hash is what is approved, published and shown to the reader. */
export interface DisclosureContent {
  readonly title: string;
  /** Paragraphs, with an empty line between them. */
  readonly text: string;
  readonly tables: readonly DisclosureTable[];
  readonly files: readonly DisclosureFile[];
  /** Day of the official change that made this version due; "" for the yearly one. */
  readonly changedOn: string;
  /** What differs from the version before; "" for the first. */
  readonly changeNote: string;
}

export const EMPTY_CONTENT: DisclosureContent = {
  title: "",
  text: "",
  tables: [],
  files: [],
  changedOn: "",
  changeNote: "",
};

export const contentHash = (content: DisclosureContent): string => sha256(canonicalJson(content));

export const readContent = (stored: string): DisclosureContent => JSON.parse(stored) as DisclosureContent;

/** Says something: words, figures or a file. */
export const isFilled = ({ text, tables, files }: DisclosureContent): boolean =>
  text.trim() !== "" || tables.some(({ rows }) => rows.length > 0) || files.length > 0;

/** Every file an entry offers, and the files its tables were read from. */
export const filesOf = ({ files, tables }: DisclosureContent): FileHash[] => [
  ...new Set([...files.map(({ file }) => file), ...tables.flatMap(({ source }) => source ?? [])]),
];
