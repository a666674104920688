import type { Command, Moment } from "../../act.ts";
import { actorsOn } from "../../board/actor.ts";
import { readRoster } from "../../board/roster.queries.ts";
import { readWorkCalendar } from "../../calendar/calendar.queries.ts";
import type { Follow } from "../../evidence/outbox.ts";
import { NotFound } from "../../http/errors.ts";
import { dayOf, endOfDay, type Instant } from "../../kernel/clock.ts";
import { type Id, sha256 } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeText } from "../../kernel/vietnamese.ts";
import { addWorkingDays } from "../../kernel/working-days.ts";
import { tell } from "../../newsroom/notices.ts";
import { readSettings } from "../../settings/settings.queries.ts";
import { formatDateTime } from "../../ui/format.ts";
import { articlesBetween } from "../articles.queries.ts";
import { rankAuthors } from "../authors.queries.ts";
import { type AuthorRank, explainedUnits, type Inspection, loadInspection } from "../inspections.queries.ts";
import { missingMarks, scoresOf } from "../measure.ts";
import { type InspectionState, inspectionMove } from "../moves.ts";
import { INSPECTION_PATHS } from "../paths.ts";
import { explanationRefusals, inspectionRefusal as no, stepRefusals } from "../rules.ts";
import { drawSample } from "../sample.ts";
import type { Score } from "../scores.ts";
import { digestOf, saveStep, saveVersion } from "../store.ts";

export interface StepInput {
  readonly inspection: Id;
  readonly act: "draw" | "present" | "explain" | "rework" | "conclude" | "correct" | "cancel";
  /** `explain`: the unit; `correct`: the unit whose score changes. */
  readonly unit?: Id;
  readonly text?: string;
  /** `correct`: what changes, and what it is from now on. */
  readonly criterion?: string;
  readonly reached?: number;
}

interface Drawn {
  readonly unit: Id;
  readonly article: Id;
  readonly title: string;
  readonly hash: string;
}

interface State {
  readonly inspection: Inspection;
  readonly sample: readonly Drawn[];
  readonly scores: readonly Score[];
  readonly authors: readonly AuthorRank[];
  readonly explainDue: Instant;
  readonly heads: readonly { readonly person: Id; readonly unit: Id }[];
  readonly directors: readonly Id[];
  readonly secretaries: readonly Id[];
}

interface Stepped extends StepInput {
  readonly from: InspectionState;
  readonly to: InspectionState;
  readonly text: string;
  readonly sample: readonly Drawn[];
  readonly scores: readonly Score[];
  readonly authors: readonly AuthorRank[];
  readonly dueAt: string;
}

/**
 * Every step of an inspection but the order, the marks and the article: drawing, presenting to the units, explaining,
 * looking again, concluding, correcting with a notice, cancelling. Judged by `INSPECTION_MOVES`.
 */
export const stepInspection: Command<StepInput, State, Stepped> = {
  name: "inspection.step",
  async load({ tx, at }, { inspection: id, act }) {
    const inspection = await loadInspection(tx, id);
    if (!inspection) throw new NotFound(`No inspection ${id}`);
    const today = dayOf(at);
    const settings = await readSettings(tx);
    const actors = actorsOn(await readRoster(tx, today), today);
    const wearing = (hat: string) => actors.filter((actor) => actor.hat === hat).map(({ person }) => person);
    const last = addWorkingDays(today, settings["inspection.explainDays"], await readWorkCalendar(tx));
    return {
      inspection,
      sample: act === "draw" ? await drawn(tx, inspection) : [],
      scores: act === "present" ? await scoresOf(tx, inspection, at) : [],
      authors: act === "present" ? await rankAuthors(tx, inspection.from, inspection.to) : [],
      explainDue: endOfDay(last),
      heads: actors.flatMap(({ person, hat, units }) =>
        hat === "MEMBER" ? units.map((unit) => ({ person, unit })) : [],
      ),
      directors: wearing("DIRECTOR"),
      secretaries: wearing("SECRETARY"),
    };
  },
  decide(state, typed, by, at) {
    const { inspection } = state;
    const input = {
      ...typed,
      text: normalizeText(typed.text ?? "")
        .trim()
        .slice(0, 10_000),
    };
    const { act, text } = input;
    const unit = act === "explain" ? (input.unit ?? null) : null;
    const units = inspection.units.map(({ id }) => id);
    const standing = { state: inspection.state, team: inspection.team.map(({ id }) => id), units };
    const refusals = stepRefusals(standing, act, by, { unit, text });
    const clause = inspectionMove(act).clause;
    if (act === "draw" || act === "present") {
      if (dayOf(at) <= inspection.to) refusals.push(no("inspectionPeriodNotOver", clause));
    }
    if (act === "draw" && inspection.isDrawn) refusals.push(no("inspectionDrawn", clause));
    if (act === "present") {
      if (!inspection.isDrawn && inspection.sampleSize > 0) refusals.push(no("inspectionNotDrawn", clause));
      const [missing] = missingMarks(inspection);
      if (missing) refusals.push(no("inspectionMarksMissing", clause, missing));
    }
    if (act === "conclude" && inspection.explainDue !== "") {
      refusals.push(...explanationRefusals(units, explainedUnits(inspection), inspection.explainDue, at));
    }
    const corrected = act === "correct" ? correction(inspection, input, at) : null;
    if (act === "correct" && inspection.state === "CONCLUDED" && !Array.isArray(corrected)) {
      refusals.push(no(corrected ?? "inspectionNoSuchScore", clause));
    }
    if (refusals.length > 0) return refused(refusals);
    return done({
      ...input,
      from: inspection.state,
      to: inspectionMove(act).to,
      sample: state.sample,
      scores: act === "present" ? state.scores : Array.isArray(corrected) ? corrected : [],
      authors: act === "present" ? state.authors : (inspection.versions.at(-1)?.authors ?? []),
      dueAt: act === "present" ? state.explainDue : "",
    });
  },
  evidence: ({ inspection, act, text, unit, sample, scores, authors, dueAt, criterion, reached }) => ({
    act: `inspection.${act}`,
    subject: `inspection:${inspection}`,
    clause: inspectionMove(act).clause,
    content: {
      ...(text ? { text: sha256(text) } : {}),
      ...(unit && act !== "present" ? { unit } : {}),
      ...(act === "draw" ? { sample: sample.map(({ unit, article }) => ({ unit, article })) } : {}),
      ...(scores.length > 0 ? { digest: digestOf(scores, authors) } : {}),
      ...(dueAt ? { dueAt } : {}),
      ...(act === "correct" ? { criterion, reached } : {}),
    },
  }),
  async write(moment, step, state, seq) {
    const { inspection } = state;
    const { act, text, sample, dueAt } = step;
    if (sample.length > 0) {
      const places = new Map<Id, number>();
      const rows = sample.map(({ unit, article, title, hash }) => {
        const position = (places.get(unit) ?? 0) + 1;
        places.set(unit, position);
        return {
          ...{ inspection_id: inspection.id, unit_id: unit, position },
          article_id: article,
          title,
          rank_hash: hash,
        };
      });
      await moment.tx.insertInto("inspection_sample").values(rows).execute();
    }
    const unit = act === "explain" ? step.unit! : null;
    await saveStep(moment, { inspection: inspection.id, act, from: step.from, to: step.to, unit, text, dueAt }, seq);
    if (step.scores.length > 0) {
      const kind = act === "present" ? "presented" : "correction";
      await saveVersion(moment, inspection, { kind, notice: kind === "correction" ? text : "", ...step }, seq);
    }
    return follow(moment, step, state);
  },
};

/** Articles of every unit in the order of the seed (REQ-152). */
async function drawn(db: Moment["tx"], { seed, sampleSize, units, from, to }: Inspection): Promise<Drawn[]> {
  const articles = await articlesBetween(db, from, to);
  return units.flatMap(({ id }) =>
    drawSample(
      seed,
      articles.filter(({ unit }) => unit === id),
      sampleSize,
    ).map(({ article, hash }) => ({ unit: id, article: article.id, title: article.title, hash })),
  );
}

/** The scores after a correction, or why there is none. */
function correction(inspection: Inspection, input: StepInput & { readonly text: string }, at: Instant) {
  const before = inspection.versions.at(-1)?.scores ?? [];
  const { unit, criterion, reached } = input;
  const found = before.find((score) => score.unit === unit && score.criterion === criterion);
  if (!found) return "inspectionNoSuchScore" as const;
  if (reached === undefined || !Number.isInteger(reached) || reached < 0 || reached > 100)
    return "inspectionMarkOutOfRange" as const;
  if (reached === found.reached) return "inspectionSameScore" as const;
  const line = {
    what: `Đính chính: từ ${found.reached}/100 thành ${reached}/100`,
    day: dayOf(at),
    isMet: reached >= found.reached,
    note: input.text,
    href: "",
  };
  return before.map((score) => (score === found ? { ...score, reached, lines: [...score.lines, line] } : score));
}

async function follow(moment: Moment, { act, dueAt, unit }: Stepped, state: State): Promise<Follow[]> {
  const { inspection, heads, directors, secretaries } = state;
  const path = INSPECTION_PATHS.one(inspection.id);
  const units = inspection.units.map(({ id }) => id);
  const concerned = heads.filter((head) => units.includes(head.unit)).map(({ person }) => person);
  const say = (people: readonly Id[], kind: "waiting" | "outcome", text: string) =>
    tell(moment, [...new Set(people)], null, { kind, text: `${inspection.title}: ${text}`, path });
  if (act === "present") return say(concerned, "waiting", `đề nghị đơn vị giải trình trước ${formatDateTime(dueAt)}.`);
  if (act === "explain") {
    const name = inspection.units.find(({ id }) => id === unit)?.name ?? "đơn vị";
    return say(
      inspection.team.map(({ id }) => id),
      "outcome",
      `${name} đã giải trình.`,
    );
  }
  if (act === "conclude") {
    return [
      ...(await say(concerned, "outcome", "Giám đốc đã kết luận.")),
      ...(await say(secretaries, "waiting", "đã có kết luận, chờ soạn bài công khai kết quả.")),
    ];
  }
  if (act === "correct") return say([...concerned, ...secretaries], "outcome", "điểm được đính chính có thông báo.");
  if (act === "rework")
    return say([...inspection.team.map(({ id }) => id), ...directors], "outcome", "được kiểm tra lại.");
  return [];
}
