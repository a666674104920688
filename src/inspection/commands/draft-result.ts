import { actWithin, type Command, type Moment } from "../../act.ts";
import { NotFound } from "../../http/errors.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, type Refusal, type Result, refused } from "../../kernel/result.ts";
import { createArticle } from "../../newsroom/commands/create-article.ts";
import { moveEdition } from "../../newsroom/commands/move-edition.ts";
import { saveEdition } from "../../newsroom/commands/save-edition.ts";
import { loadEdition } from "../../newsroom/editions.queries.ts";
import { type Inspection, loadInspection } from "../inspections.queries.ts";
import { inspectionMove } from "../moves.ts";
import { resultArticle } from "../result-article.ts";
import { inspectionRefusal as no, stepRefusals } from "../rules.ts";
import { saveStep } from "../store.ts";

export interface DraftInput {
  readonly inspection: Id;
  readonly category: Id;
}

interface State {
  readonly inspection: Inspection;
  readonly unit: Id | null;
  readonly knowsCategory: boolean;
  /** The edition that the public reads of the article already made; null without one. */
  readonly live: Id | null;
}

interface Drafted extends DraftInput {
  /** What the article says, ready to be edited. */
  readonly content: ReturnType<typeof resultArticle>;
}

/**
 * Begins the article that publishes the result (REQ-151): prefilled, and from there through the four steps as any
 * article. Refused before the Director's conclusion. After a correction of scores it begins the correction of what
 * the public reads, with the notice.
 */
export const draftResult: Command<DraftInput, State, Drafted> = {
  name: "inspection.draft",
  async load({ tx, by }, { inspection: id, category }) {
    const inspection = await loadInspection(tx, id);
    if (!inspection) throw new NotFound(`No inspection ${id}`);
    const person = await tx.selectFrom("person").select("unit_id").where("id", "=", by.person).executeTakeFirst();
    const known = await tx.selectFrom("category").select("id").where("id", "=", category).executeTakeFirst();
    const article = inspection.article
      ? await tx.selectFrom("article").select("live_edition_id").where("id", "=", inspection.article).executeTakeFirst()
      : undefined;
    return {
      inspection,
      unit: person?.unit_id ?? null,
      knowsCategory: known !== undefined,
      live: article?.live_edition_id ?? null,
    };
  },
  decide({ inspection, knowsCategory, unit, live }, input, by) {
    const clause = inspectionMove("draft").clause;
    const standing = { state: inspection.state, team: [], units: inspection.units.map(({ id }) => id) };
    const refusals: Refusal[] = stepRefusals(standing, "draft", by);
    if (inspection.article !== null && !(live && isOutdated(inspection)))
      refusals.push(no("inspectionDrafted", clause));
    if (inspection.article === null && (!knowsCategory || unit === null))
      refusals.push(no("inspectionCategoryMissing", clause));
    return refusals.length > 0 ? refused(refusals) : done({ ...input, content: resultArticle(inspection, newId) });
  },
  evidence: ({ inspection }, state) => ({
    act: "inspection.draft",
    subject: `inspection:${inspection}`,
    clause: inspectionMove("draft").clause,
    content: { version: state.inspection.versions.at(-1)?.version ?? 0 },
  }),
  async write(moment, { inspection, category, content }, state, seq) {
    const { tx, at } = moment;
    const by = { person: moment.by.person, hat: moment.by.hat };
    let article = state.inspection.article;
    if (article === null) {
      const input = { unit: state.unit!, category, isRepublished: false, content };
      article = must(await actWithin(tx, at, by, createArticle, input)).article;
    } else {
      await correctLive(moment, state.live!, state.inspection.versions.at(-1)!.notice, content);
    }
    await saveStep(moment, { inspection, act: "draft", from: "CONCLUDED", to: "CONCLUDED", article }, seq);
    return [];
  },
};

/** The public still reads scores of an older version. */
export const isOutdated = ({ moves, versions }: Pick<Inspection, "moves" | "versions">): boolean =>
  versions.some(
    ({ kind, at }) => kind === "correction" && at > (moves.findLast(({ act }) => act === "draft")?.at ?? ""),
  );

async function correctLive(
  { tx, at, by: actor }: Moment,
  live: Id,
  note: string,
  text: Drafted["content"],
): Promise<void> {
  const by = { person: actor.person, hat: actor.hat };
  const { facts } = (await loadEdition(tx, live))!;
  const moved = must(
    await actWithin(tx, at, by, moveEdition, { edition: live, act: "proposeCorrection", note, hash: facts.hash }),
  );
  const opened = (await loadEdition(tx, moved.result))!;
  const content = { ...opened.content, ...text };
  must(
    await actWithin(tx, at, by, saveEdition, {
      edition: moved.result,
      baseVersion: opened.facts.version,
      content,
      note,
    }),
  );
}

/** All of it is written, or nothing: what the newsroom refuses undoes the whole act. */
function must<T>(answer: Result<T, readonly Refusal[]>): T {
  if (answer.ok) return answer.value;
  throw new Error(`The newsroom refused: ${JSON.stringify(answer.error)}`);
}
