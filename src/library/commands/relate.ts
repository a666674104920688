import type { Command } from "../../act.ts";
import { isReason } from "../../board/rules.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import type { Relation, RelationKind } from "../document.ts";
import { type Library, readLibrary } from "../documents.queries.ts";
import { LIBRARY_TAG } from "../paths.ts";
import { keeperRefusals, no, type RelationInput, relationRefusals } from "../rules.ts";

/** Says how one document bears on another (REQ-071): validity follows from it. Refuses what makes no sense in time. */
export const relate: Command<RelationInput, Library, Relation> = {
  name: "document.relate",
  load: ({ tx }) => readLibrary(tx),
  decide({ documents, relations }, input, by) {
    const from = documents.find(({ id }) => id === input.from);
    if (!from) return refused([no("docUnknown", "REQ-071")]);
    const refusals = [...keeperRefusals(by, from.unit, from.field), ...relationRefusals(input, documents, relations)];
    if (refusals.length > 0) return refused(refusals);
    const { to, kind, on } = input;
    return done({ id: newId(), from: from.id, to, kind: kind as RelationKind, on: on || from.effectiveOn });
  },
  evidence: ({ id, from, to, kind, on }) => ({
    act: "document.relate",
    subject: `document:${from}`,
    clause: "Đ13.k1.b",
    content: { relation: id, to, kind, on },
  }),
  async write({ tx, at }, { id, from, to, kind, on }, _, seq) {
    await tx
      .insertInto("document_relation")
      .values({
        id,
        from_id: from,
        to_id: to,
        kind,
        on_day: on,
        created_at: at,
        evidence_seq: seq,
        withdrawn_at: null,
        withdraw_reason: null,
      })
      .execute();
    return [{ kind: "pages", tags: [LIBRARY_TAG] }];
  },
};

interface Withdrawal {
  readonly relation: Id;
  readonly reason: string;
}

/** Takes back a relation that was entered by mistake; it stays in the record with the reason. */
export const withdrawRelation: Command<Withdrawal, Library, Relation & { readonly reason: string }> = {
  name: "document.unrelate",
  load: ({ tx }) => readLibrary(tx),
  decide({ documents, relations }, input, by) {
    const relation = relations.find(({ id }) => id === input.relation);
    const from = documents.find(({ id }) => id === relation?.from);
    if (!relation || !from) return refused([no("relationUnknown", "REQ-071")]);
    const reason = normalizeLine(input.reason);
    const refusals = keeperRefusals(by, from.unit, from.field);
    if (!isReason(reason)) refusals.push(no("withdrawReasonShort", "REQ-071"));
    return refusals.length > 0 ? refused(refusals) : done({ ...relation, reason });
  },
  evidence: ({ id, from, to, kind, reason }) => ({
    act: "document.unrelate",
    subject: `document:${from}`,
    clause: "Đ13.k1.b",
    reason,
    content: { relation: id, to, kind },
  }),
  async write({ tx, at }, { id, reason }) {
    await tx
      .updateTable("document_relation")
      .set({ withdrawn_at: at, withdraw_reason: reason })
      .where("id", "=", id)
      .execute();
    return [{ kind: "pages", tags: [LIBRARY_TAG] }];
  },
};
