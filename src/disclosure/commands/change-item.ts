import type { Command } from "../../act.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import { readItems } from "../disclosure.queries.ts";
import type { Item } from "../disclosure.ts";
import { dropDisclosure } from "../notify.ts";
import { no } from "../rules.ts";

export interface ItemChange {
  readonly item: Id;
  readonly title: string;
  readonly citation: string;
  readonly forms: string;
  readonly note: string;
  readonly unit: Id | null;
  readonly dueMonth: number;
  readonly dueDay: number;
  readonly changeDays: number;
}

interface State {
  readonly item: Item | undefined;
  readonly knowsUnit: boolean;
}

/** Corrects what an item is called, rests on, and who owns it. Its code, its year and its place never change. */
export const changeItem: Command<ItemChange, State, ItemChange> = {
  name: "disclosure.changeItem",
  async load({ tx }, { item, unit }) {
    const found = unit
      ? await tx.selectFrom("unit").select("id").where("id", "=", unit).executeTakeFirst()
      : { id: null };
    return { item: (await readItems(tx)).find(({ id }) => id === item), knowsUnit: found !== undefined };
  },
  decide({ item, knowsUnit }, input, by) {
    const clause = "Đ13.k1.c.g1";
    const refusals: Refusal[] = [];
    if (!["ADMIN", "SECRETARY", "SYSTEM"].includes(by.hat)) refusals.push(no("notThisHat", clause));
    if (!item) refusals.push(no("disclosureItemUnknown", clause));
    if (!knowsUnit) refusals.push(no("disclosureUnitMissing", clause));
    if (!input.title.trim()) refusals.push(no("disclosureTitleMissing", clause));
    if (!isDue(input)) refusals.push(no("disclosureDueInvalid", "Đ13.k1.c.g2"));
    if (refusals.length > 0) return refused(refusals);
    const line = (text: string) => normalizeLine(text);
    return done({
      ...input,
      title: line(input.title),
      citation: line(input.citation),
      forms: line(input.forms),
      note: line(input.note),
    });
  },
  evidence: ({ item, ...content }) => ({
    act: "disclosure.changeItem",
    subject: `disclosureItem:${item}`,
    clause: "Đ13.k1.c.g1",
    content,
  }),
  async write({ tx }, change) {
    await tx
      .updateTable("disclosure_item")
      .set({
        title: change.title,
        citation: change.citation,
        forms: change.forms,
        note: change.note,
        unit_id: change.unit,
        due_month: change.dueMonth,
        due_day: change.dueDay,
        change_days: change.changeDays,
      })
      .where("id", "=", change.item)
      .execute();
    return [dropDisclosure];
  },
};

function isDue({ dueMonth, dueDay, changeDays }: ItemChange): boolean {
  const isWhole = [dueMonth, dueDay, changeDays].every(Number.isInteger);
  return (
    isWhole && dueMonth >= 1 && dueMonth <= 12 && dueDay >= 1 && dueDay <= 31 && changeDays >= 1 && changeDays <= 60
  );
}
