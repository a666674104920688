import { normalizeText } from "../kernel/vietnamese.ts";

/** One field of a record that is filled in on a form: procedures, services, pages, admissions. */
export interface RecordField<Key extends string = string> {
  readonly key: Key;
  /** Name of its control on the form and of its column in a spreadsheet. */
  readonly name: string;
  readonly label: string;
  /** `lines`: one thing a line. `text`: paragraphs. */
  readonly kind: "line" | "lines" | "text" | "number" | "date" | "choice";
  readonly hint?: string;
  /** May be left empty when the record is published. */
  readonly optional?: boolean;
}

/** What was entered, by key; everything is text until a rule reads it. */
export type RecordContent<Key extends string = string> = Readonly<Record<Key, string>>;

/** Longest value that any field takes. Characters. */
export const LONGEST = 20_000;

/** The content of a form or a row of a spreadsheet: every field there, in composed Unicode, trimmed, never cut. */
export function contentFrom<Key extends string>(
  fields: readonly RecordField<Key>[],
  value: (field: RecordField<Key>) => string,
): RecordContent<Key> {
  return Object.fromEntries(
    fields.map((field) => {
      const text = normalizeText(value(field)).trim();
      const oneLine = field.kind !== "text" && field.kind !== "lines";
      return [field.key, oneLine ? text.replace(/\s+/g, " ") : text.replace(/\r\n?/g, "\n")];
    }),
  ) as RecordContent<Key>;
}

/** The things of a field that holds one a line. */
export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim().replace(/^[-–•+](\s+|$)/, ""))
    .filter(Boolean);
