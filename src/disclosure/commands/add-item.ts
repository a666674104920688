import type { Command } from "../../act.ts";
import { dayOf } from "../../kernel/clock.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import { normalizeLine, slug } from "../../kernel/vietnamese.ts";
import { readItems, readRegimes } from "../disclosure.queries.ts";
import { type Item, isAsked, type Regime } from "../disclosure.ts";
import { firstYearOf, type Period, schoolYear, schoolYearOf } from "../due.ts";
import { type ItemText, isItemCode, itemTextRefusals, maintains, tidyItem } from "../item-rules.ts";
import { dropDisclosure } from "../notify.ts";
import { no } from "../rules.ts";

export interface NewItem extends ItemText {
  readonly regime: Id;
  /** Its part of the address; made of the title when empty. */
  readonly code: string;
  readonly group: string;
  readonly groupTitle: string;
  readonly period: Period;
  /** First calendar year of the first school year that asks for it. */
  readonly fromYear: number;
}

interface State {
  readonly regime: Regime | undefined;
  readonly items: readonly Item[];
  readonly knowsUnit: boolean;
}

interface Added extends NewItem {
  readonly id: Id;
  readonly position: number;
}

const CLAUSE = "Đ13.k1.c.g1";
const PERIODS: readonly string[] = ["school_year", "fiscal_year", "on_change"];

/** Adds an item to a regime from this school year on, or a later one: no past year is asked for more. */
export const addItem: Command<NewItem, State, Added> = {
  name: "disclosure.addItem",
  async load({ tx }, { regime, unit }) {
    const found = unit
      ? await tx.selectFrom("unit").select("id").where("id", "=", unit).executeTakeFirst()
      : { id: null };
    return {
      regime: (await readRegimes(tx)).find(({ id }) => id === regime),
      items: await readItems(tx),
      knowsUnit: found !== undefined,
    };
  },
  decide({ regime, items, knowsUnit }, input, by, at) {
    const code = input.code.trim() || codeOf(input.title);
    const { fromYear } = input;
    const refusals: Refusal[] = maintains(by) ? [] : [no("notThisHat", CLAUSE)];
    refusals.push(...itemTextRefusals(input, knowsUnit));
    if (code !== "" && !isItemCode(code)) refusals.push(no("disclosureCodeInvalid", CLAUSE));
    // An address is a year and a code, whatever the regime.
    else if (items.some((item) => item.code === code)) refusals.push(no("disclosureCodeTaken", CLAUSE));
    if (!regime || !PERIODS.includes(input.period)) refusals.push(no("disclosureRegimeUnknown", CLAUSE));
    const isYear = Number.isInteger(fromYear) && fromYear <= 2100;
    if (!isYear || fromYear < firstYearOf(schoolYearOf(dayOf(at)))) refusals.push(no("disclosureYearPast", CLAUSE));
    else if (regime && !isAsked({ regime, fromYear, toYear: null }, schoolYear(fromYear))) {
      refusals.push(no("disclosureRegimeOver", CLAUSE));
    }
    if (refusals.length > 0) return refused(refusals);
    const { period } = input;
    const own = items.filter((item) => item.regime.id === input.regime);
    return done({
      ...tidyItem(input),
      id: newId(),
      regime: input.regime,
      code,
      group: normalizeLine(input.group) || (own.at(-1)?.group ?? "ĐP"),
      groupTitle: normalizeLine(input.groupTitle) || (own.at(-1)?.groupTitle ?? "Bổ sung của địa phương"),
      period,
      fromYear,
      position: own.length + 1,
    });
  },
  evidence: ({ id, position: _, ...content }) => ({
    act: "disclosure.addItem",
    subject: `disclosureItem:${id}`,
    clause: CLAUSE,
    content,
  }),
  async write({ tx }, item) {
    await tx
      .insertInto("disclosure_item")
      .values({
        id: item.id,
        regime_id: item.regime,
        code: item.code,
        group_code: item.group,
        group_title: item.groupTitle,
        title: item.title,
        citation: item.citation,
        period: item.period,
        due_month: item.dueMonth,
        due_day: item.dueDay,
        change_days: item.changeDays,
        forms: item.forms,
        unit_id: item.unit,
        note: item.note,
        position: item.position,
        from_year: item.fromYear,
        to_year: null,
      })
      .execute();
    return [dropDisclosure];
  },
};

/** As many whole words of the title as an address holds. */
function codeOf(title: string): string {
  const words = slug(title).split("-");
  while (words.join("-").length > 60) words.pop();
  return words.join("-");
}
