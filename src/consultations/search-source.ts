import { dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { SearchEntry } from "../search/questions.ts";
import type { SearchSource } from "../search/rebuild.ts";
import type { Tx } from "../storage/database.ts";
import { publicConsultation } from "./consultations.queries.ts";
import { CONSULTATION_PATHS } from "./paths.ts";

/** What the public reads of a consultation and of its report, as search knows it. */
export async function consultationEntry(tx: Tx, id: Id): Promise<SearchEntry> {
  const one = await publicConsultation(tx, { id });
  if (!one) throw new Error(`Consultation ${id} is not public`);
  const { title, lead, body, place, questions } = one.call.content;
  const report = one.report?.content;
  return {
    kind: "consultation",
    id,
    path: CONSULTATION_PATHS.one(one.slug),
    title,
    summary: lead,
    body: [
      body,
      place,
      ...questions.flatMap(({ text, choices }) => [text, ...choices]),
      ...one.call.files.map((file) => file.title),
      report?.lead,
      ...(report?.groups ?? []).flatMap(({ topic, gist, reply }) => [topic, gist, reply]),
    ]
      .filter(Boolean)
      .join("\n\n"),
    day: dayOf(one.report?.liveAt ?? one.publishedAt),
    category: "Lấy ý kiến",
    unit: one.unitName,
  };
}

/** Every consultation that is public, for making the index anew. */
export const CONSULTATIONS: SearchSource = {
  kind: "consultation",
  ids: async (tx) =>
    (
      await tx
        .selectFrom("consultation_text")
        .select("consultation_id")
        .where("part", "=", "call")
        .where("live_version", "is not", null)
        .orderBy("consultation_id")
        .execute()
    ).map(({ consultation_id }) => consultation_id),
  entry: consultationEntry,
};
