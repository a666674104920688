import type { Refusal } from "../../kernel/result.ts";
import type { SummaryItem } from "../../ui/feedback.tsx";
import { explain } from "../../words/refusals.ts";
import type { TypedStep } from "./actions.ts";

/** A refusal as an error summary prints it. */
export function explainItem(refusal: Refusal): SummaryItem {
  const { text, remedy } = explain(refusal);
  return { text, clause: refusal.clause, ...(remedy ? { remedy } : {}) };
}

/** Fields of the form that a refusal is about. */
const FIELD_OF = {
  reasonGiven: "reason",
  noteGiven: "note",
  addresseeGiven: "addressee",
  addresseeInCharge: "addressee",
  appraisalChecked: "checked",
  approvalChecked: "checked",
  timeInFuture: "publishAt",
  exceptionNotNeeded: "exception",
} as const satisfies Record<string, keyof TypedStep>;

export type StepErrors = Readonly<Partial<Record<keyof TypedStep, string>>>;

const fieldOf = (code: string): keyof TypedStep | undefined => FIELD_OF[code as keyof typeof FIELD_OF];

/** Why a step was refused, each reason leading to its field on the page. */
export function stepRefusals(act: string, refusals: readonly Refusal[]): SummaryItem[] {
  return refusals.map((refusal) => {
    const field = fieldOf(refusal.code);
    return { ...explainItem(refusal), ...(field ? { href: `#${act}-${field}` } : {}) };
  });
}

/** The same reasons at their fields. */
export function stepErrors(refusals: readonly Refusal[]): StepErrors {
  const errors = refusals.flatMap((refusal) => {
    const field = fieldOf(refusal.code);
    const { text, remedy } = explain(refusal);
    return field ? [[field, `${text} ${remedy}`] as const] : [];
  });
  return Object.fromEntries(errors);
}
