import type { Command } from "../../act.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import type { Period } from "../period.ts";
import { articlesOf, linkedArticles, type Plan, type PlanArticle, readPlan } from "../plan.queries.ts";

export interface LinkInput {
  readonly period: Period;
  readonly theme: Id;
  /** Articles the form offered; others are left as they are. */
  readonly offered: readonly Id[];
  /** Those of them that stand under the theme. */
  readonly ticked: readonly Id[];
}

interface State {
  readonly plan: Plan | null;
  readonly articles: readonly PlanArticle[];
  readonly linked: readonly Id[];
}

interface Links {
  readonly period: Period;
  readonly theme: Id;
  readonly added: readonly Id[];
  readonly removed: readonly Id[];
}

/** Puts articles under a theme of a decided plan: the writer his own, the secretary every one (REQ-048). */
export const linkArticles: Command<LinkInput, State, Links> = {
  name: "plan.link",
  load: async ({ tx }, { period, theme }) => ({
    plan: await readPlan(tx, period),
    articles: await articlesOf(tx, period),
    linked: (await linkedArticles(tx, period)).get(theme) ?? [],
  }),
  decide({ plan, articles, linked }, { period, theme, offered, ticked }, by) {
    const no = (code: string): { ok: false; error: Refusal[] } => refused([{ code, clause: "Đ21.k2" }]);
    if (by.hat === "SYSTEM") return no("notThisHat");
    if (!plan?.inForce) return no("planNotDecided");
    if (!plan.inForce.themes.some(({ key }) => key === theme)) return no("planThemeUnknown");
    const added = [...new Set(ticked)].filter((article) => !linked.includes(article));
    const removed = linked.filter((article) => offered.includes(article) && !ticked.includes(article));
    const isMine = (id: Id) => {
      const found = articles.find(({ article }) => article === id);
      return found !== undefined && (by.hat === "SECRETARY" || found.authorId === by.person);
    };
    if (![...added, ...removed].every(isMine)) return no("planArticleNotYours");
    return done({ period, theme, added, removed });
  },
  evidence: ({ period, theme, added, removed }) =>
    added.length + removed.length === 0
      ? null
      : {
          act: "plan.link",
          subject: `plan:${period}`,
          clause: "Đ21.k2",
          content: { theme, added: [...added], removed: [...removed] },
        },
  async write({ tx, by, at }, { period, theme, added, removed }, _, seq) {
    const row = (article: Id, linked: number) => ({
      id: newId(),
      period,
      theme,
      article_id: article,
      linked,
      person_id: by.person,
      hat: by.hat,
      at,
      evidence_seq: seq,
    });
    await tx
      .insertInto("plan_link")
      .values([...added.map((id) => row(id, 1)), ...removed.map((id) => row(id, 0))])
      .execute();
    return [];
  },
};
