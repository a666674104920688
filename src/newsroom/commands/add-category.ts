import type { Command } from "../../act.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import type { ActingHat } from "../../regulation/hats.ts";

export interface NewCategory {
  /** Last part of its address, kept for ever. */
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  /** Field that decides which deputy is in charge; null for none (Đ10). */
  readonly field: Id | null;
  /** T5: whether board members may send straight to the board here. */
  readonly allowsBoard: boolean;
}

export interface AddedCategory extends NewCategory {
  readonly id: Id;
  readonly position: number;
}

interface State {
  readonly slugs: readonly string[];
  readonly knowsField: boolean;
}

/** Đ7.k3: the technical contact arranges the portal; Đ5.k2: the Director directs it. */
const MAY_ADD: readonly ActingHat[] = ["ADMIN", "DIRECTOR", "SYSTEM"];

/** Adds a category of news (Đ14.k2) behind the others. Refuses an address that is taken or is none. */
export const addCategory: Command<NewCategory, State, AddedCategory> = {
  name: "category.add",
  async load({ tx }, { field }) {
    const taken = await tx.selectFrom("category").select("slug").execute();
    const found = await tx
      .selectFrom("field")
      .select("id")
      .where("id", "=", field ?? "")
      .executeTakeFirst();
    return { slugs: taken.map(({ slug }) => slug), knowsField: field === null || found !== undefined };
  },
  decide(state, typed, by) {
    const input = {
      ...typed,
      name: normalizeLine(typed.name),
      description: normalizeLine(typed.description),
    };
    const refusals: Refusal[] = [];
    if (!MAY_ADD.includes(by.hat)) refusals.push({ code: "notThisHat", clause: "Đ7.k3" });
    if (!input.name) refusals.push({ code: "nameMissing", clause: "Đ14.k2" });
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(input.slug) || input.slug.length > 80) {
      refusals.push({ code: "codeInvalid", clause: "Đ14.k2", detail: { code: input.slug } });
    } else if (state.slugs.includes(input.slug)) {
      refusals.push({ code: "codeTaken", clause: "Đ14.k2", detail: { code: input.slug } });
    }
    if (!state.knowsField) refusals.push({ code: "fieldUnknown", clause: "Đ10" });
    if (refusals.length > 0) return refused(refusals);
    return done({ ...input, id: newId(), position: state.slugs.length + 1 });
  },
  evidence: ({ id, ...content }) => ({ act: "category.add", subject: `category:${id}`, clause: "Đ14.k2", content }),
  async write({ tx }, category) {
    await tx
      .insertInto("category")
      .values({
        id: category.id,
        slug: category.slug,
        name: category.name,
        description: category.description,
        field_id: category.field,
        allows_board: category.allowsBoard ? 1 : 0,
        position: category.position,
      })
      .execute();
    return [{ kind: "pages", tags: ["all"] }];
  },
};
