import type { Command } from "../../act.ts";
import { indexUnit } from "../../board/unit-search.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import { type ContactInput, contactRefusals } from "../rules.ts";

interface State {
  /** Unit whose head may enter it: the unit itself, or the person's own. */
  readonly unit: Id | null;
  readonly name: string;
}

/** How a unit or a leader is reached at work (Đ14.k1, REQ-080). */
export const setContact: Command<ContactInput, State, ContactInput & { readonly name: string }> = {
  name: "contact.set",
  async load({ tx }, { subject, id }) {
    if (subject === "unit") {
      const unit = await tx.selectFrom("unit").select(["id", "name"]).where("id", "=", id).executeTakeFirst();
      return { unit: unit?.id ?? null, name: unit?.name ?? "" };
    }
    const person = await tx.selectFrom("person").selectAll().where("id", "=", id).executeTakeFirst();
    return { unit: person?.unit_id ?? null, name: person?.full_name ?? "" };
  },
  decide(state, typed, by) {
    const input = {
      ...typed,
      phone: normalizeLine(typed.phone),
      email: normalizeLine(typed.email),
      place: normalizeLine(typed.place),
      task: normalizeLine(typed.task),
    };
    const refusals = contactRefusals(input, state, by);
    return refusals.length > 0 ? refused(refusals) : done({ ...input, name: state.name });
  },
  evidence: ({ subject, id, name, isShown }) => ({
    act: "contact.set",
    subject: `${subject}:${id}`,
    clause: "Đ14.k1",
    content: { name, isShown },
  }),
  async write({ tx }, { subject, id, phone, email, place, task, isShown }) {
    const values = { phone, email, place, task, is_shown: isShown ? 1 : 0 };
    await tx
      .insertInto("contact")
      .values({ subject, subject_id: id, ...values })
      .onConflict((conflict) => conflict.columns(["subject", "subject_id"]).doUpdateSet(values))
      .execute();
    if (subject === "unit") await indexUnit(tx, id);
    return [{ kind: "pages", tags: ["about"] }];
  },
};
