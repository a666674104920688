import type { Command } from "../../act.ts";
import { isDay } from "../../board/rules.ts";
import { type Day, dayOf } from "../../kernel/clock.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import { readItems } from "../disclosure.queries.ts";
import { type Item, keepsThePast } from "../disclosure.ts";
import { firstYearOf, schoolYearOf } from "../due.ts";
import { type ItemText, itemTextRefusals, maintains, tidyItem } from "../item-rules.ts";
import { dropDisclosure } from "../notify.ts";
import { no } from "../rules.ts";

export interface ItemChange extends ItemText {
  readonly item: Id;
  readonly toYear: number | null;
  /** First day on which a changed due day counts; today when left out. */
  readonly dueFrom?: Day;
}

interface State {
  readonly item: Item | undefined;
  readonly knowsUnit: boolean;
}

type Change = ItemChange & { readonly dueFrom: Day; readonly changedOn: Day };

/**
 * Changes what an item is called, rests on, by when it is due, and who owns it: from a day on, never for a day before.
 * Its code, its group and its regime never change.
 */
export const changeItem: Command<ItemChange, State, Change> = {
  name: "disclosure.changeItem",
  async load({ tx }, { item, unit }) {
    const found = unit
      ? await tx.selectFrom("unit").select("id").where("id", "=", unit).executeTakeFirst()
      : { id: null };
    return { item: (await readItems(tx)).find(({ id }) => id === item), knowsUnit: found !== undefined };
  },
  decide({ item, knowsUnit }, input, by, at) {
    const clause = "Đ13.k1.c.g1";
    const today = dayOf(at);
    const refusals: Refusal[] = maintains(by) ? [] : [no("notThisHat", clause)];
    if (!item) return refused([...refusals, no("disclosureItemUnknown", clause)]);
    refusals.push(...itemTextRefusals(input, knowsUnit));
    const current = firstYearOf(schoolYearOf(today));
    if (!keepsThePast(item, { ...item, toYear: input.toYear }, current)) {
      refusals.push(no("disclosurePastChanged", clause));
    }
    const dueFrom = input.dueFrom ?? today;
    const isNewRule =
      item.dueDay !== input.dueDay || item.dueMonth !== input.dueMonth || item.changeDays !== input.changeDays;
    if (isNewRule && (!isDay(dueFrom) || dueFrom < today)) {
      refusals.push(no("disclosureDueBackdated", "Đ13.k1.c.g2"));
    }
    if (refusals.length > 0) return refused(refusals);
    const { item: id, toYear } = input;
    return done({ ...tidyItem(input), item: id, toYear, changedOn: today, dueFrom: isNewRule ? dueFrom : today });
  },
  evidence: ({ item, ...content }) => ({
    act: "disclosure.changeItem",
    subject: `disclosureItem:${item}`,
    clause: "Đ13.k1.c.g1",
    content,
  }),
  async write({ tx }, change, _, seq) {
    await tx
      .insertInto("disclosure_item_change")
      .values({
        evidence_seq: seq,
        item_id: change.item,
        changed_on: change.changedOn,
        title: change.title,
        citation: change.citation,
        forms: change.forms,
        note: change.note,
        unit_id: change.unit,
        to_year: change.toYear,
        due_from: change.dueFrom,
        due_month: change.dueMonth,
        due_day: change.dueDay,
        change_days: change.changeDays,
      })
      .execute();
    return [dropDisclosure];
  },
};
