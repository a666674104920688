import type { Command } from "../../act.ts";
import { actorsOn } from "../../board/actor.ts";
import { readRoster } from "../../board/roster.queries.ts";
import { dayOf } from "../../kernel/clock.ts";
import { canonicalJson, type Id, newId } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine, normalizeText } from "../../kernel/vietnamese.ts";
import { tell } from "../../newsroom/notices.ts";
import { PLAN_PATHS } from "../paths.ts";
import { daysOf, type Period, periodWords } from "../period.ts";
import { readPlan } from "../plan.queries.ts";
import { decidesUnder, MOST_THEMES, type PlanTexts, proposeRefusals, type Theme } from "../rules.ts";

export interface PlanProposal {
  /** Null when no period was chosen. */
  readonly period: Period | null;
  readonly orientation: string;
  /** A theme without a key is a new one. */
  readonly themes: readonly (Omit<Theme, "key"> & { readonly key: Id | "" })[];
  readonly seen: number;
}

interface State extends PlanTexts {
  readonly previous: { readonly orientation: string; readonly themes: readonly Theme[] } | null;
  readonly known: readonly Id[];
  readonly deciders: readonly Id[];
}

interface Proposed {
  readonly period: Period;
  readonly version: number;
  readonly orientation: string;
  readonly themes: readonly Theme[];
}

/** Proposes a plan, or a change of one: a new text beside the old ones, in force only once it is decided (Đ8.k2.g2). */
export const proposePlan: Command<PlanProposal, State, Proposed> = {
  name: "plan.propose",
  async load({ tx, by, at }, { period, orientation, themes }) {
    const plan = period === null ? null : await readPlan(tx, period);
    const latest = plan?.versions[0] ?? null;
    let units = tx.selectFrom("unit").select("id");
    if (period !== null) {
      const { from, to } = daysOf(period);
      units = units
        .where("active_from", "<=", to)
        .where((is) => is.or([is("active_to", "is", null), is("active_to", ">=", from)]));
    }
    const day = dayOf(at);
    const actors = actorsOn(await readRoster(tx, day), day);
    return {
      latest: latest?.version ?? 0,
      outcome: latest?.decision?.outcome ?? null,
      same:
        latest !== null &&
        latest.decision?.outcome !== "returned" &&
        canonicalJson([latest.orientation, latest.themes]) ===
          canonicalJson([cleanText(orientation), themes.map(cleaned)]),
      previous: latest,
      known: plan?.versions.flatMap((text) => text.themes.map(({ key }) => key)) ?? [],
      units: (await units.execute()).map(({ id }) => id),
      deciders: actors.filter((one) => decidesUnder(one).may && one.person !== by.person).map(({ person }) => person),
    };
  },
  decide(state, typed, by, at) {
    const themes = typed.themes
      .slice(0, MOST_THEMES)
      .map(cleaned)
      // A key that no earlier text had is nobody's.
      .map((theme) => ({ ...theme, key: state.known.includes(theme.key) ? theme.key : newId() }));
    const text = { ...typed, orientation: cleanText(typed.orientation), themes };
    const refusals = proposeRefusals(state, text, by, at);
    if (refusals.length > 0 || text.period === null) return refused(refusals);
    return done({ period: text.period, version: state.latest + 1, orientation: text.orientation, themes });
  },
  evidence: ({ period, version, orientation, themes }) => ({
    act: "plan.propose",
    subject: `plan:${period}`,
    clause: "Đ8.k2.g2",
    content: { version, orientation, themes: themes.map((theme) => ({ ...theme })) },
  }),
  async write({ tx, by, at }, { period, version, orientation, themes }, { deciders }, seq) {
    await tx
      .insertInto("plan_version")
      .values({
        period,
        version,
        orientation,
        themes: JSON.stringify(themes),
        person_id: by.person,
        hat: by.hat,
        at,
        evidence_seq: seq,
      })
      .execute();
    const text = `Kế hoạch tuyên truyền ${periodWords(period)} chờ quyết định.`;
    return tell({ tx, at }, deciders, null, { kind: "waiting", text, path: PLAN_PATHS.plan(period) });
  },
};

const cleanText = (text: string) => normalizeText(text).trim().slice(0, 4000);
const cleaned = ({ key, name, unit, target }: PlanProposal["themes"][number]): Theme => ({
  key,
  name: normalizeLine(name).slice(0, 200),
  unit,
  target,
});
