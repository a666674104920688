import type { Command } from "../../act.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import type { ActingHat } from "../../regulation/hats.ts";
import { renameInSearch } from "../../search/questions.ts";

export interface CategoryNames {
  readonly id: Id;
  readonly name: string;
  readonly description: string;
}

/** The same as may add one: see `add-category.ts`. */
const MAY_RENAME: readonly ActingHat[] = ["ADMIN", "DIRECTOR"];

/** Gives a category another name or description. Its address stays: what was public answers for ever. */
export const renameCategory: Command<CategoryNames, Omit<CategoryNames, "id"> | null, CategoryNames> = {
  name: "category.rename",
  async load({ tx }, { id }) {
    const row = await tx.selectFrom("category").select(["name", "description"]).where("id", "=", id).executeTakeFirst();
    return row ?? null;
  },
  decide(before, typed, by) {
    const input = { ...typed, name: normalizeLine(typed.name), description: normalizeLine(typed.description) };
    const refusals: Refusal[] = [];
    if (!MAY_RENAME.includes(by.hat)) refusals.push({ code: "notThisHat", clause: "Đ7.k3" });
    if (!before) refusals.push({ code: "categoryUnknown", clause: "Đ14.k2" });
    if (!input.name) refusals.push({ code: "nameMissing", clause: "Đ14.k2" });
    return refusals.length > 0 ? refused(refusals) : done(input);
  },
  evidence: ({ id, name, description }, before) =>
    before?.name === name && before.description === description
      ? null
      : { act: "category.rename", subject: `category:${id}`, clause: "Đ14.k2", content: { before, name, description } },
  async write({ tx }, { id, name, description }, before) {
    await tx.updateTable("category").set({ name, description }).where("id", "=", id).execute();
    await renameInSearch(tx, "category", ["article"], before?.name ?? "", name);
    return [{ kind: "pages", tags: ["all"] }];
  },
};
