import type { Moment } from "../act.ts";
import { canonicalJson, type Id, sha256 } from "../kernel/ids.ts";
import type { AuthorRank, Inspection } from "./inspections.queries.ts";
import type { InspectionAct, InspectionState } from "./moves.ts";
import type { Score } from "./scores.ts";

export interface Step {
  readonly inspection: Id;
  readonly act: InspectionAct;
  readonly from: InspectionState | "";
  readonly to: InspectionState;
  readonly unit?: Id | null;
  readonly text?: string;
  readonly dueAt?: string;
  readonly article?: Id | null;
}

export async function saveStep({ tx, by, at }: Moment, step: Step, seq: number): Promise<void> {
  await tx
    .insertInto("inspection_move")
    .values({
      evidence_seq: seq,
      inspection_id: step.inspection,
      act: step.act,
      from_state: step.from,
      to_state: step.to,
      unit_id: step.unit ?? null,
      text: step.text ?? "",
      due_at: step.dueAt ?? "",
      article_id: step.article ?? null,
      person_id: by.person,
      hat: by.hat,
      at,
    })
    .execute();
}

/** What stands for a version of scores in the log. */
export const digestOf = (scores: readonly Score[], authors: readonly AuthorRank[]): string =>
  sha256(
    canonicalJson({
      scores: [...scores].sort((a, b) => (`${a.unit} ${a.criterion}` < `${b.unit} ${b.criterion}` ? -1 : 1)),
      authors,
    }),
  );

/** Keeps a version of the scores: its parts first, then the row that seals them. */
export async function saveVersion(
  { tx }: Moment,
  { id, versions }: Pick<Inspection, "id" | "versions">,
  kept: {
    readonly kind: "presented" | "correction";
    readonly notice: string;
    readonly scores: readonly Score[];
    readonly authors: readonly AuthorRank[];
  },
  seq: number,
): Promise<void> {
  const version = (versions.at(-1)?.version ?? 0) + 1;
  if (kept.scores.length > 0) {
    await tx
      .insertInto("inspection_score")
      .values(
        kept.scores.map(({ unit, criterion, weight, reached, lines }) => ({
          inspection_id: id,
          version,
          unit_id: unit,
          criterion,
          weight,
          reached,
          lines: JSON.stringify(lines),
        })),
      )
      .execute();
  }
  await tx
    .insertInto("inspection_version")
    .values({
      inspection_id: id,
      version,
      kind: kept.kind,
      notice: kept.notice,
      authors: JSON.stringify(kept.authors),
      digest: digestOf(kept.scores, kept.authors),
      evidence_seq: seq,
    })
    .execute();
}
