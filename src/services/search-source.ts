import { dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { SearchEntry } from "../search/questions.ts";
import type { SearchSource } from "../search/rebuild.ts";
import type { Tx } from "../storage/database.ts";
import { isLevel, SERVICE_LEVELS } from "./levels.ts";
import { procedureHref, SERVICES } from "./paths.ts";
import { entryById } from "./services.queries.ts";

/** A public procedure or service as search knows it, with what its papers are called. */
export async function catalogueEntry(tx: Tx, id: Id): Promise<SearchEntry> {
  const entry = await entryById(tx, id);
  if (entry?.status !== "PUBLIC") throw new Error(`Entry ${id} is not public`);
  const { name = "", field = "", level = "", ...rest } = entry.content;
  const { steps, dossier, place, responsible, result, legalBasis, legalNumbers, note } = rest as Partial<typeof rest>;
  const words = [steps, dossier, place, responsible, result, legalBasis, legalNumbers, note];
  const over = entry.expiredOn === null ? "" : "Hết hiệu lực.";
  const said =
    entry.kind === "procedure"
      ? `Thủ tục hành chính. Thời hạn ${entry.content.days} ngày làm việc.`
      : `Dịch vụ công, mức độ: ${isLevel(level) ? SERVICE_LEVELS[level].word : ""}.`;
  return {
    kind: "procedure",
    id,
    path: entry.kind === "procedure" ? procedureHref(entry.slug) : SERVICES,
    title: name,
    summary: [over, said].filter(Boolean).join(" "),
    body: [...words, ...entry.files.map(({ title }) => title)].filter(Boolean).join("\n\n"),
    day: dayOf(entry.savedAt),
    category: field,
    unit: entry.unitName,
    number: entry.code,
  };
}

/** Every public procedure and service, for making the index anew. */
export const CATALOGUE: SearchSource = {
  kind: "procedure",
  ids: async (tx) =>
    (await tx.selectFrom("catalogue_entry").select("id").where("status", "=", "PUBLIC").orderBy("id").execute()).map(
      ({ id }) => id,
    ),
  entry: catalogueEntry,
};
