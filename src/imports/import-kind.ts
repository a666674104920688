import type { Command } from "../act.ts";
import type { Day } from "../kernel/clock.ts";
import type { ColumnKind } from "../lists/sheet.ts";
import type { Db, Tx } from "../storage/database.ts";

/** One column of a spreadsheet that is entered, found by its head in whatever order. */
export interface ImportColumn {
  readonly key: string;
  readonly label: string;
  /** Further heads that mean the same. */
  readonly also?: readonly string[];
  readonly kind?: Exclude<ColumnKind, "time">;
  /** Without it the spreadsheet cannot be read at all. */
  readonly needed?: true;
  readonly hint: string;
  readonly example: string;
  /** What may stand there today, when only that may. */
  readonly allowed?: readonly string[];
}

/** The cells of a row by column key; days as `YYYY-MM-DD` where they could be read. */
export type Cells = Readonly<Record<string, string>>;

/** A row as its room understands it. */
export interface RowMeaning<Input> {
  readonly input: Input;
  /** What makes it one and the same thing: twice in a table is once too often. */
  readonly key: string;
  /** How it is spoken of. */
  readonly name: string;
  /** What could not be understood, by column: the command would only say that something is missing. */
  readonly faults?: Readonly<Record<string, string>>;
  /** Said when the portal holds this already: then the row is left out and nothing is doubled. */
  readonly present?: string;
}

/** How rows of one kind are entered: read by the room, judged and written by the command that the form uses. */
export interface ImportKind<Input = never> {
  readonly name: string;
  /** "văn bản" */
  readonly what: string;
  /** Title of the sheet in the template. */
  readonly sheet: string;
  /** Address of the import on the desk, and of the list it belongs to. */
  readonly path: string;
  readonly list: { readonly href: string; readonly label: string };
  readonly may: string;
  columns(db: Db, today: Day): Promise<readonly ImportColumn[]>;
  /** Reads once what rows are compared with; the function it returns understands one row. */
  reader(tx: Tx, by: ReaderBy, today: Day): Promise<(cells: Cells) => RowMeaning<Input>>;
  // biome-ignore lint/suspicious/noExplicitAny: what a command loads and changes is its own affair
  readonly command: Command<Input, any, any>;
  /** Beside which column a refusal of the command stands. */
  readonly columnOf: Readonly<Record<string, string>>;
}

export interface ReaderBy {
  readonly units: readonly string[];
}

/** Kinds of different inputs in one list: each is only ever given what its own reader made. */
// biome-ignore lint/suspicious/noExplicitAny: see above
export type AnyImportKind = ImportKind<any>;
