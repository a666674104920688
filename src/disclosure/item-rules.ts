import type { Id } from "../kernel/ids.ts";
import type { Refusal } from "../kernel/result.ts";
import { normalizeLine } from "../kernel/vietnamese.ts";
import type { DueRule } from "./due.ts";
import { type DisclosureCode, no } from "./rules.ts";

/** What people write of an item. */
export interface ItemText extends DueRule {
  readonly title: string;
  readonly citation: string;
  readonly forms: string;
  readonly note: string;
  readonly unit: Id | null;
}

const MAINTAINERS: readonly string[] = ["ADMIN", "SECRETARY", "SYSTEM"];

/** Who keeps the lists of disclosure (Đ11, Đ12). */
export const maintains = ({ hat }: { readonly hat: string }): boolean => MAINTAINERS.includes(hat);

export const tidyItem = ({ title, citation, forms, note, unit, dueMonth, dueDay, changeDays }: ItemText): ItemText => ({
  title: normalizeLine(title),
  citation: normalizeLine(citation),
  forms: normalizeLine(forms),
  note: normalizeLine(note),
  unit,
  dueMonth,
  dueDay,
  changeDays,
});

/** What is wrong with an item as written. */
export function itemTextRefusals(input: ItemText, knowsUnit: boolean): Refusal<DisclosureCode>[] {
  const clause = "Đ13.k1.c.g1";
  return [
    ...(knowsUnit ? [] : [no("disclosureUnitMissing", clause)]),
    ...(input.title.trim() ? [] : [no("disclosureTitleMissing", clause)]),
    ...(isDue(input) ? [] : [no("disclosureDueInvalid", "Đ13.k1.c.g2")]),
  ];
}

/** A day that exists in every year, 29 February being read as the last of the month. */
function isDue({ dueMonth, dueDay, changeDays }: DueRule): boolean {
  if (![dueMonth, dueDay, changeDays].every(Number.isInteger)) return false;
  if (dueMonth < 1 || dueMonth > 12 || changeDays < 1 || changeDays > 60) return false;
  const { daysInMonth } = Temporal.PlainYearMonth.from({ year: 2024, month: dueMonth });
  return dueDay >= 1 && dueDay <= daysInMonth;
}

/** Part of an address for ever: small letters, digits, hyphens; never the word of another page of the section. */
export const isItemCode = (code: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(code) && code.length <= 60;
