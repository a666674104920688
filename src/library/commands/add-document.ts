import type { Command } from "../../act.ts";
import { dayOf } from "../../kernel/clock.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { type DocumentContent, documentHash } from "../document.ts";
import { readShelves } from "../documents.queries.ts";
import { type DocumentInput, judgeDocument, keeperRefusals, reviewRefusals, type Shelves } from "../rules.ts";
import { columnsOf, saveWording } from "../store.ts";

export interface NewDocument extends DocumentInput {
  readonly reviewOn: string;
}

interface Added {
  readonly id: Id;
  readonly content: DocumentContent;
  readonly reviewOn: string;
}

/** Enters a document of the library, not yet public (REQ-082). Refuses whatever `judgeDocument` finds. */
export const addDocument: Command<NewDocument, Shelves, Added> = {
  name: "document.add",
  load: ({ tx }) => readShelves(tx),
  decide(shelves, input, by, at) {
    const { content, refusals } = judgeDocument(input, shelves);
    const all = [
      ...keeperRefusals(by, content.unit, content.field),
      ...refusals,
      ...reviewRefusals(input.reviewOn, dayOf(at)),
    ];
    return all.length > 0 ? refused(all) : done({ id: newId(), content, reviewOn: input.reviewOn });
  },
  evidence: ({ id, content, reviewOn }) => ({
    act: "document.add",
    subject: `document:${id}`,
    clause: "Đ14.k3",
    content: { number: content.number, unit: content.unit, hash: documentHash(content), reviewOn },
  }),
  async write({ tx, by, at }, { id, content, reviewOn }, _, seq) {
    await saveWording(tx, { document: id, version: 1, content, by, at, note: "", seq });
    await tx
      .insertInto("document")
      .values({
        id,
        slug: null,
        state: "DRAFT",
        version: 1,
        ...columnsOf(content),
        review_on: reviewOn,
        confirmed_at: null,
        confirmed_by: null,
        created_at: at,
        published_at: null,
      })
      .execute();
    return [];
  },
};
