import type { Command } from "../../act.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { refused } from "../../kernel/result.ts";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import { saveTemplateVersion } from "../store.ts";
import { judgeTemplate, type TemplateFields } from "../template.ts";
import { type Template, templateById, templatesOf } from "../templates.queries.ts";

export interface SaveTemplate extends TemplateFields {
  /** Null for a new one. */
  readonly id: Id | null;
}

interface State {
  readonly before: Template | null;
  readonly isTaken: boolean;
}

/** Adds a template or writes its next version; drafts begun before keep what they had. */
export const saveTemplate: Command<SaveTemplate, State, TemplateFields & { id: Id; version: number }> = {
  name: "template.save",
  async load({ tx }, { id, kind, name }) {
    const same = normalizeLine(name).toLowerCase();
    const others = (await templatesOf(tx, kind)).filter((one) => one.id !== id && one.isActive);
    return {
      before: id === null ? null : await templateById(tx, id),
      isTaken: others.some((one) => one.name.toLowerCase() === same),
    };
  },
  decide({ before, isTaken }, { id, ...typed }, by) {
    if (id !== null && before?.kind !== typed.kind) return refused([{ code: "templateUnknown", clause: "Đ11.g1" }]);
    const answer = judgeTemplate(by.hat, typed, isTaken);
    if (!answer.ok) return answer;
    return { ok: true, value: { ...answer.value, id: id ?? newId(), version: (before?.version ?? 0) + 1 } };
  },
  evidence: ({ id, kind, version, name, isActive, title, lead, body }) => ({
    act: "template.save",
    subject: `template:${id}`,
    clause: "Đ11.g1",
    content: { kind, version, name, isActive, title, lead, body },
  }),
  async write({ tx, by, at }, change, _, seq) {
    await saveTemplateVersion(tx, change, { person: by.person, hat: by.hat, at, seq });
    return [];
  },
};
