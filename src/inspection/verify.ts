import { canonicalJson } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";
import { loadInspections, readBelongings } from "./inspections.queries.ts";
import { isInterested } from "./rules.ts";
import { drawSample } from "./sample.ts";
import { digestOf } from "./store.ts";

export interface InspectionVerdict {
  readonly inspections: number;
  readonly bad: { readonly row: string; readonly why: string } | null;
}

/**
 * Whether scores are those that the log sealed, samples those that the seed draws among what was drawn from, and marks
 * disinterested (Đ22).
 */
export async function verifyInspections(db: Db): Promise<InspectionVerdict> {
  const inspections = await loadInspections(db);
  const belongings = await readBelongings(db);
  const verdict = (row: string, why: string): InspectionVerdict => ({
    inspections: inspections.length,
    bad: { row, why },
  });
  const rows = await db
    .selectFrom("evidence")
    .select(["seq", "content"])
    .where("act", "like", "inspection.%")
    .execute();
  const log = new Map(rows.map(({ seq, content }) => [seq, JSON.parse(content) as Record<string, unknown>]));
  for (const { id, title, seed, from, units, sampleSize, moves, sample, marks, versions } of inspections) {
    const name = `cuộc kiểm tra ${title}`;
    const said = (act: string) =>
      moves.filter((move) => move.act === act).map(({ evidence_seq }) => log.get(evidence_seq));
    if (said("plan")[0]?.seed !== seed) return verdict(name, "số gốc rút mẫu khác với nhật ký");
    const drawn = said("draw")[0]?.sample ?? [];
    const kept = sample.map(({ unit, article }) => ({ unit, article }));
    if (sortedJson(drawn as object[]) !== sortedJson(kept)) return verdict(name, "mẫu bài khác với nhật ký");
    for (const unit of units) {
      const own = sample.filter((one) => one.unit === unit.id);
      const again = drawSample(
        seed,
        own.map(({ article }) => ({ id: article })),
        sampleSize,
      );
      if (again.some(({ article, hash }, place) => article.id !== own[place]?.article || hash !== own[place]?.hash))
        return verdict(name, "mẫu bài không theo thứ tự của số gốc");
    }
    if (marks.some(({ person_id, unit_id }) => isInterested(belongings, person_id, unit_id, from)))
      return verdict(name, "có người chấm đơn vị của chính mình");
    const sealed = [...said("present"), ...said("correct")].flatMap((content) => content?.digest ?? []);
    for (const { version, scores, authors, digest } of versions) {
      if (digestOf(scores, authors) !== digest || !sealed.includes(digest))
        return verdict(`${name} (${id}), bản điểm ${version}`, "điểm khác với bản đã chốt trong nhật ký");
    }
  }
  return { inspections: inspections.length, bad: null };
}

const sortedJson = (items: readonly object[]): string => canonicalJson(items.map((item) => canonicalJson(item)).sort());
