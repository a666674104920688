import { dayOf } from "../kernel/clock.ts";
import type { SearchEntry } from "../search/questions.ts";
import type { SearchSource } from "../search/rebuild.ts";
import type { Tx } from "../storage/database.ts";
import { answerByNumber } from "./answers.queries.ts";
import { ENQUIRY_PATHS } from "./paths.ts";

/** A released answer as search knows it: the question as the public reads it, and the answer. */
export async function answerEntry(tx: Tx, number: string): Promise<SearchEntry> {
  const answer = await answerByNumber(tx, Number(number));
  if (!answer || answer.takenDownAt !== null) throw new Error(`Answer ${number} is not public`);
  return {
    kind: "answer",
    id: number,
    path: ENQUIRY_PATHS.answer(answer.number),
    title: answer.question.replace(/\s+/g, " ").slice(0, 200),
    body: `${answer.question}\n\n${answer.answer}`,
    day: dayOf(answer.publishedAt),
    unit: answer.unit ?? "",
  };
}

/** Every released answer, for making the index anew. */
export const ANSWERS: SearchSource = {
  kind: "answer",
  ids: async (tx) =>
    (await tx.selectFrom("published_answer").select("number").where("taken_down_at", "is", null).execute()).map(
      ({ number }) => String(number),
    ),
  entry: answerEntry,
};
