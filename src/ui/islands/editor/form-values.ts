/**
 * The form's own fields are the one truth: body, cover and attachments live in hidden fields as JSON text, the
 * rest in what the reader sees. Every part of the editor writes there and tells the form with an `input` event.
 */

const TEXT_FIELDS = [
  "title",
  "lead",
  "author",
  "onBehalf",
  "source",
  "sourceUrl",
  "sourceDate",
  "category",
  "unit",
] as const;
const JSON_FIELDS = ["cover", "attachments", "body"] as const;

type FieldName = (typeof TEXT_FIELDS)[number] | (typeof JSON_FIELDS)[number];
export type Values = Readonly<Record<FieldName, string>>;

/** Told to every part when fields were filled from outside (Word import, text kept in the browser). */
export const LOADED = "editor:loaded";

function field(form: HTMLFormElement, name: string): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | null {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement || found instanceof HTMLSelectElement
    ? found
    : null;
}

export function fieldValue(form: HTMLFormElement, name: string): string {
  return field(form, name)?.value ?? "";
}

export function readValues(form: HTMLFormElement): Values {
  const names: readonly FieldName[] = [...TEXT_FIELDS, ...JSON_FIELDS];
  return Object.fromEntries(names.map((name) => [name, fieldValue(form, name)])) as Record<FieldName, string>;
}

/** A part's new value, as the person just made it. */
export function writeValue(form: HTMLFormElement, name: FieldName, value: string): void {
  const target = field(form, name);
  if (!target || target.value === value) return;
  target.value = value;
  target.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Fills several fields at once and lets every part show them. */
export function loadValues(form: HTMLFormElement, values: Partial<Values>): void {
  for (const [name, value] of Object.entries(values)) {
    const target = field(form, name);
    if (target && value !== undefined) target.value = value;
  }
  form.dispatchEvent(new CustomEvent(LOADED));
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

/** What the autosave sends: text as text, the rest as the values they stand for. */
export function asContent(values: Values): Record<string, unknown> {
  const content: Record<string, unknown> = { ...values };
  for (const name of JSON_FIELDS) content[name] = readJson(values[name]);
  return content;
}

export function readJson(text: string): unknown {
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whether two fillings of the form say the same, however their JSON is ordered and whatever ids blocks have. */
export function sayTheSame(a: Values, b: Values): boolean {
  return (
    TEXT_FIELDS.every((name) => a[name] === b[name]) &&
    JSON_FIELDS.every((name) => essence(readJson(a[name])) === essence(readJson(b[name])))
  );
}

const ONLY_FOR_SCREENS = new Set(["id", "target", "rel", "class"]);

function essence(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(essence).join()}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value ?? null);
  const parts = Object.entries(value)
    .filter(([key, part]) => !ONLY_FOR_SCREENS.has(key) && part !== null && part !== undefined)
    .map(([key, part]) => [key, essence(part)] as const)
    .filter(([, part]) => part !== "{}")
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${parts.map(([key, part]) => `${key}:${part}`).join()}}`;
}
