import { actorsOn } from "../board/actor.ts";
import { readRoster } from "../board/roster.queries.ts";
import type { Day, Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";
import { type InspectionAct, type InspectionState, type InspectionType, TEAM_HATS } from "./moves.ts";
import type { Belonging } from "./rules.ts";
import type { CheckedArticle, Criterion, Score, ScoreLine } from "./scores.ts";
import type { InspectionMarkTable, InspectionMoveTable } from "./tables.ts";

export interface CriteriaSet {
  readonly id: Id;
  readonly name: string;
  readonly from: Day;
  readonly at: Instant;
  readonly criteria: readonly Criterion[];
}

/** Every set of criteria, the one that counts last at the end. */
export async function readCriteria(db: Db): Promise<CriteriaSet[]> {
  const sets = await db.selectFrom("criteria_set").selectAll().orderBy("from_day").orderBy("evidence_seq").execute();
  const criteria = await db.selectFrom("criterion").selectAll().orderBy("position").execute();
  return sets.map(({ id, name, from_day, at }) => ({
    id,
    name,
    from: from_day,
    at,
    criteria: criteria
      .filter(({ set_id }) => set_id === id)
      .map(({ key, name, weight, source, guide }) => ({ key, name, weight, source, guide })),
  }));
}

/** The set in force on a day. */
export const criteriaOn = (sets: readonly CriteriaSet[], day: Day): CriteriaSet | undefined =>
  sets.findLast(({ from }) => from <= day);

export interface InspectedUnit {
  readonly id: Id;
  readonly name: string;
}

/** Units that supply: all but the leadership, if they existed in the period. */
export async function inspectableUnits(db: Db, from: Day, to: Day): Promise<InspectedUnit[]> {
  return db
    .selectFrom("unit")
    .select(["id", "name"])
    .where("kind", "<>", "leadership")
    .where("active_from", "<=", to)
    .where((is) => is.or([is("active_to", "is", null), is("active_to", ">=", from)]))
    .orderBy("position")
    .orderBy("name")
    .execute();
}

/** To which units everybody belongs or belonged: by his own unit, by heading one, by writing for one. */
export async function readBelongings(db: Db): Promise<Belonging[]> {
  const own = await db.selectFrom("person").select(["id", "unit_id"]).where("unit_id", "is not", null).execute();
  const papers = await db
    .selectFrom("appointment")
    .select(["person_id", "unit_id", "to_day"])
    .where("unit_id", "is not", null)
    .execute();
  return [
    ...own.map(({ id, unit_id }) => ({ person: id, unit: unit_id!, to: null })),
    ...papers.map(({ person_id, unit_id, to_day }) => ({ person: person_id, unit: unit_id!, to: to_day })),
  ];
}

export interface Inspector {
  readonly id: Id;
  readonly name: string;
  readonly position: string;
}

/** Those who wear a hat that inspects on a day. */
export async function inspectorsOn(db: Db, day: Day): Promise<Inspector[]> {
  const worn = actorsOn(await readRoster(db, day), day).filter(({ hat }) => TEAM_HATS.some((one) => one === hat));
  const ids = [...new Set(worn.map(({ person }) => person))];
  if (ids.length === 0) return [];
  const people = await db.selectFrom("person").select(["id", "full_name", "position"]).where("id", "in", ids).execute();
  return ids.flatMap((id) => {
    const person = people.find((one) => one.id === id);
    return person ? [{ id, name: person.full_name, position: person.position }] : [];
  });
}

export interface TeamMember extends Inspector {
  readonly isLead: boolean;
}

export type InspectionMoveRow = Omit<InspectionMoveTable, "act"> & {
  readonly act: InspectionAct;
  readonly name: string;
};
export type InspectionMarkRow = InspectionMarkTable & { readonly name: string };

export interface SampledArticle {
  readonly unit: Id;
  readonly article: Id;
  readonly title: string;
  readonly hash: string;
}

export interface ScoreVersion {
  readonly version: number;
  readonly kind: "presented" | "correction";
  readonly notice: string;
  readonly at: Instant;
  readonly scores: readonly Score[];
  readonly authors: readonly AuthorRank[];
  readonly digest: string;
}

/** What one author did in a period, as it is ranked. */
export interface AuthorRank {
  readonly person: Id;
  readonly name: string;
  readonly unit: string;
  readonly published: number;
  readonly good: number;
  readonly faulty: number;
}

export interface Inspection {
  readonly id: Id;
  readonly type: InspectionType;
  readonly title: string;
  readonly from: Day;
  readonly to: Day;
  readonly decision: string;
  readonly seed: string;
  readonly sampleSize: number;
  readonly orderedAt: Instant;
  readonly set: CriteriaSet;
  readonly units: readonly InspectedUnit[];
  readonly team: readonly TeamMember[];
  readonly state: InspectionState;
  readonly moves: readonly InspectionMoveRow[];
  readonly isDrawn: boolean;
  readonly sample: readonly SampledArticle[];
  readonly marks: readonly InspectionMarkRow[];
  /** In order; the last one counts. */
  readonly versions: readonly ScoreVersion[];
  /** Last instant for explanations; "" before they are asked for. */
  readonly explainDue: Instant | "";
  /** The article that publishes the result. */
  readonly article: Id | null;
  /** When the public could read it first. */
  readonly publishedAt: Instant | null;
  readonly slug: string | null;
}

/** An inspection with everything that happened to it, or null when there is none of this id. */
export async function loadInspection(db: Db, id: Id): Promise<Inspection | null> {
  return (await loadInspections(db, id))[0] ?? null;
}

/** Every inspection, the newest period first. */
export async function loadInspections(db: Db, id?: Id): Promise<Inspection[]> {
  let asked = db.selectFrom("inspection").selectAll();
  if (id !== undefined) asked = asked.where("id", "=", id);
  const rows = await asked.orderBy("to_day", "desc").orderBy("evidence_seq", "desc").execute();
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const sets = await readCriteria(db);
  const units = await db
    .selectFrom("inspection_unit")
    .innerJoin("unit", "unit.id", "inspection_unit.unit_id")
    .select(["inspection_id", "unit.id", "unit.name"])
    .where("inspection_id", "in", ids)
    .orderBy("unit.position")
    .execute();
  const team = await db
    .selectFrom("inspection_member")
    .innerJoin("person", "person.id", "inspection_member.person_id")
    .select(["inspection_id", "person.id", "full_name", "position", "is_lead"])
    .where("inspection_id", "in", ids)
    .orderBy("is_lead", "desc")
    .orderBy("full_name")
    .execute();
  const moves = await db
    .selectFrom("inspection_move")
    .innerJoin("person", "person.id", "inspection_move.person_id")
    .selectAll("inspection_move")
    .select("person.full_name as name")
    .where("inspection_id", "in", ids)
    .orderBy("evidence_seq")
    .execute();
  const sample = await db
    .selectFrom("inspection_sample")
    .selectAll()
    .where("inspection_id", "in", ids)
    .orderBy("position")
    .execute();
  const marks = await db
    .selectFrom("inspection_mark")
    .innerJoin("person", "person.id", "inspection_mark.person_id")
    .selectAll("inspection_mark")
    .select("person.full_name as name")
    .where("inspection_id", "in", ids)
    .orderBy("evidence_seq")
    .execute();
  const versions = await db
    .selectFrom("inspection_version")
    .innerJoin("evidence", "evidence.seq", "inspection_version.evidence_seq")
    .selectAll("inspection_version")
    .select("evidence.at")
    .where("inspection_id", "in", ids)
    .orderBy("version")
    .execute();
  const scores = await db.selectFrom("inspection_score").selectAll().where("inspection_id", "in", ids).execute();
  const articleIds = moves.flatMap(({ article_id }) => article_id ?? []);
  const articles =
    articleIds.length === 0
      ? []
      : await db
          .selectFrom("article")
          .select(["id", "slug", "first_published_at"])
          .where("id", "in", articleIds)
          .execute();
  return rows.map((row) => {
    const mine = <Row extends { inspection_id: Id }>(all: readonly Row[]) =>
      all.filter((one) => one.inspection_id === row.id);
    const steps = mine(moves) as unknown as InspectionMoveRow[];
    const article = articles.find(({ id }) => id === steps.findLast(({ act }) => act === "draft")?.article_id);
    return {
      id: row.id,
      type: row.type as InspectionType,
      title: row.title,
      from: row.from_day,
      to: row.to_day,
      decision: row.decision,
      seed: row.seed,
      sampleSize: row.sample_size,
      orderedAt: row.at,
      set: sets.find((set) => set.id === row.set_id)!,
      units: mine(units).map(({ id, name }) => ({ id, name })),
      team: mine(team).map(({ id, full_name, position, is_lead }) => ({
        ...{ id, name: full_name, position, isLead: is_lead === 1 },
      })),
      state: steps.at(-1)!.to_state as InspectionState,
      moves: steps,
      isDrawn: steps.some(({ act }) => act === "draw"),
      sample: mine(sample).map(({ unit_id, article_id, title, rank_hash }) => ({
        ...{ unit: unit_id, article: article_id, title, hash: rank_hash },
      })),
      marks: mine(marks) as InspectionMarkRow[],
      versions: mine(versions).map(({ version, kind, notice, at, authors, digest }) => ({
        version,
        kind: kind as ScoreVersion["kind"],
        notice,
        at,
        digest,
        authors: JSON.parse(authors) as AuthorRank[],
        scores: mine(scores)
          .filter((score) => score.version === version)
          .map(({ unit_id, criterion, weight, reached, lines }) => ({
            ...{ unit: unit_id, criterion, weight, reached, lines: JSON.parse(lines) as ScoreLine[] },
          })),
      })),
      explainDue: steps.findLast(({ act }) => act === "present")?.due_at ?? "",
      article: article?.id ?? null,
      publishedAt: article?.first_published_at ?? null,
      slug: article?.slug ?? null,
    };
  });
}

/** The last mark of a criterion in a unit. */
export const markOf = (
  { marks }: Pick<Inspection, "marks">,
  unit: Id,
  criterion: string,
): InspectionMarkRow | undefined =>
  marks.findLast((mark) => mark.unit_id === unit && mark.criterion === criterion && criterion !== "");

/** What was said last of each article of the sample. */
export function checkedOf({ marks, sample }: Pick<Inspection, "marks" | "sample">): CheckedArticle[] {
  return sample.flatMap(({ article }) => {
    const mark = marks.findLast(({ article_id }) => article_id === article);
    return mark ? [{ article, isRight: mark.value === 100, note: mark.note }] : [];
  });
}

/** Units that have explained since they were last asked. */
export function explainedUnits({ moves }: Pick<Inspection, "moves">): Id[] {
  const asked = moves.findLastIndex(({ act }) => act === "present");
  return moves.slice(asked + 1).flatMap(({ act, unit_id }) => (act === "explain" && unit_id ? [unit_id] : []));
}
