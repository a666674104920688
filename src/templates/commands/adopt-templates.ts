import type { Command } from "../../act.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { SEED_TEMPLATES } from "../seed.ts";
import { saveTemplateVersion } from "../store.ts";
import type { TemplateFields } from "../template.ts";

type Adopted = readonly (TemplateFields & { readonly id: Id })[];

/** Writes the first templates into a portal that has none; what is there stays as the secretary made it. */
export const adoptTemplates: Command<object, boolean, Adopted> = {
  name: "template.adopt",
  load: async ({ tx }) => (await tx.selectFrom("template").select("id").limit(1).executeTakeFirst()) !== undefined,
  decide(hasSome, _, by) {
    if (by.hat !== "SYSTEM") return refused([{ code: "templateNotYours", clause: "Đ11.g1" }]);
    return done(hasSome ? [] : SEED_TEMPLATES.map((template) => ({ ...template, id: newId() })));
  },
  evidence: (templates) =>
    templates.length === 0
      ? null
      : {
          act: "template.adopt",
          subject: "portal",
          clause: "Đ11.g1",
          content: { templates: templates.map(({ id, name }) => ({ id, name })) },
        },
  async write({ tx, by, at }, templates, _, seq) {
    for (const template of templates)
      await saveTemplateVersion(tx, { ...template, version: 1 }, { person: by.person, hat: by.hat, at, seq });
    return [];
  },
};
