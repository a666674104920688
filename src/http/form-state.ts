import type { Refusal } from "../kernel/result.ts";
import type { SummaryItem } from "../ui/feedback.tsx";
import { explain } from "../words/refusals.ts";

/** A form as it was typed, by control name. */
export type Typed = Readonly<Record<string, string>>;

/** What a form page shows again after a refusal: everything typed, and every reason beside its control. */
export interface FormState {
  readonly typed: Typed;
  /** Values of ticked boxes, by control name. */
  readonly ticked: Readonly<Record<string, readonly string[]>>;
  readonly items: readonly SummaryItem[];
  readonly errors: Readonly<Record<string, string>>;
}

export const EMPTY_FORM: FormState = { typed: {}, ticked: {}, items: [], errors: {} };

/** One value of a form body or query, trimmed; "" when it was not sent. */
export function one(fields: unknown, name: string): string {
  const value = (fields as Record<string, unknown> | null | undefined)?.[name];
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === "string" ? first.trim() : "";
}

/** Every value sent under a name. */
export function many(fields: unknown, name: string): string[] {
  const value = (fields as Record<string, unknown> | null | undefined)?.[name];
  return [value ?? []].flat().filter((item): item is string => typeof item === "string" && item !== "");
}

/**
 * The state of a form that was refused. `controls` says beside which control a code is shown; the others are told only
 * at the top.
 */
export function refusedForm(
  body: unknown,
  names: readonly string[],
  lists: readonly string[],
  refusals: readonly Refusal[],
  controls: Readonly<Record<string, string>>,
): FormState {
  const items = refusals.map((refusal) => {
    const control = controls[refusal.code];
    const { text, clause, remedy } = explain(refusal);
    return { text, clause, remedy, ...(control ? { href: `#${control}` } : {}) };
  });
  const errors = Object.fromEntries(
    refusals.flatMap((refusal) => {
      const control = controls[refusal.code];
      return control ? [[control, explain(refusal).text]] : [];
    }),
  );
  return {
    typed: Object.fromEntries(names.map((name) => [name, one(body, name)])),
    ticked: Object.fromEntries(lists.map((name) => [name, many(body, name)])),
    items,
    errors,
  };
}
