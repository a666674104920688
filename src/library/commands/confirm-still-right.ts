import type { Command } from "../../act.ts";
import { type Day, dayOf } from "../../kernel/clock.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import type { LibraryDocument } from "../document.ts";
import { documentById } from "../documents.queries.ts";
import { keeperRefusals, no, reviewRefusals } from "../rules.ts";

/** Months until the next review when nothing else is asked for. */
const MONTHS = 12;

interface Confirmation {
  readonly document: Id;
  /** The version that was looked at, where that was on an earlier page: what was changed since is not confirmed. */
  readonly seen?: number;
  /** Next day of review; a year from today when left out. */
  readonly reviewOn?: string;
}

interface Confirmed {
  readonly document: Id;
  readonly number: string;
  readonly reviewOn: Day;
}

export const nextReview = (today: Day): Day => Temporal.PlainDate.from(today).add({ months: MONTHS }).toString();

/** "Vẫn đúng": the owner has looked at the document again and it holds (Đ13.k1.b, REQ-071). */
export const confirmStillRight: Command<Confirmation, LibraryDocument | null, Confirmed> = {
  name: "document.confirm",
  load: ({ tx }, { document }) => documentById(tx, document),
  decide(document, input, by, at) {
    if (!document) return refused([no("docUnknown", "Đ13.k1.b")]);
    const { version } = document;
    if (input.seen !== undefined && input.seen !== version) {
      return refused([no("docChangedMeanwhile", "Đ13.k1.b", { version: String(version) })]);
    }
    const today = dayOf(at);
    const reviewOn = input.reviewOn || nextReview(today);
    const refusals = [...keeperRefusals(by, document.unit, document.field), ...reviewRefusals(reviewOn, today)];
    return refusals.length > 0 ? refused(refusals) : done({ document: document.id, number: document.number, reviewOn });
  },
  evidence: ({ document, number, reviewOn }) => ({
    act: "document.confirm",
    subject: `document:${document}`,
    clause: "Đ13.k1.b",
    content: { number, reviewOn },
  }),
  async write({ tx, by, at }, { document, reviewOn }) {
    await tx
      .updateTable("document")
      .set({ review_on: reviewOn, confirmed_at: at, confirmed_by: by.person })
      .where("id", "=", document)
      .execute();
    return [];
  },
};
