import type { Follow } from "../evidence/outbox.ts";
import { dayOf, type Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { dropEntry, indexEntry } from "../search/questions.ts";
import type { Tx } from "../storage/database.ts";
import type { EnquiryRow } from "./enquiries.queries.ts";
import { answerEntry } from "./search-source.ts";

/** Puts a released answer before the public, under the next number. */
export async function publishAnswer(tx: Tx, row: EnquiryRow, at: Instant): Promise<Follow[]> {
  const last = await tx
    .selectFrom("published_answer")
    .select((is) => is.fn.max("number").as("number"))
    .executeTakeFirst();
  const number = Number(last?.number ?? 0) + 1;
  await tx
    .insertInto("published_answer")
    .values({
      number,
      enquiry_id: row.id,
      kind: row.kind,
      unit_id: row.unit_id,
      question: row.public_question,
      answer: row.answer,
      asked_on: dayOf(row.received_at),
      published_at: at,
      taken_down_at: null,
      takedown_reason: null,
    })
    .execute();
  await indexEntry(tx, await answerEntry(tx, String(number)));
  return [{ kind: "pages", tags: ["answers"] }];
}

/** The pages that show the answer to an enquiry, when something beside it changed. */
export async function pagesOf(tx: Tx, enquiry: Id): Promise<Follow[]> {
  const row = await tx
    .selectFrom("published_answer")
    .select("number")
    .where("enquiry_id", "=", enquiry)
    .executeTakeFirst();
  return row ? [{ kind: "pages", tags: [`answer:${row.number}`] }] : [];
}

/** Takes an answer away from the public by decision of the board (Đ15.k3): its address answers 410 from then on. */
export async function hideAnswer(tx: Tx, number: number, reason: string, at: Instant): Promise<Follow[]> {
  await tx
    .updateTable("published_answer")
    .set({ taken_down_at: at, takedown_reason: reason })
    .where("number", "=", number)
    .where("taken_down_at", "is", null)
    .execute();
  await dropEntry(tx, "answer", String(number));
  return [{ kind: "pages", tags: ["answers", `answer:${number}`], forget: true }];
}
