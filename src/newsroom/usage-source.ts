import { sql } from "kysely";
import { STATES, type State } from "../regulation/states.ts";
import type { UsageSource, Use } from "../usage/usage.ts";
import { visibleTo } from "./visibility.queries.ts";

const MOST = 50;
const OVER: readonly State[] = ["SUPERSEDED", "CANCELLED", "WITHDRAWN"];

/** Articles whose text, pictures or files name a thing, or that stand in a section or come from a unit. */
export const ARTICLE_USES: UsageSource = {
  async uses(db, thing, by) {
    const base = db
      .selectFrom("edition")
      .innerJoin("article", "article.id", "edition.article_id")
      .innerJoin("category", "category.id", "edition.category_id")
      .innerJoin("edition_version", (join) =>
        join
          .onRef("edition_version.edition_id", "=", "edition.id")
          .onRef("edition_version.version", "=", "edition.version"),
      )
      .where("edition.state", "not in", [...OVER]);
    const words = thing.kind === "file" ? `"${thing.hash}"` : thing.kind === "address" ? `"${thing.href}"` : null;
    const using =
      words !== null
        ? base.where("edition_version.content", "like", `%${words}%`)
        : thing.kind === "section"
          ? base.where("edition.category_id", "=", thing.id)
          : thing.kind === "unit"
            ? base.where("edition.unit_id", "=", thing.id)
            : base;
    const total = Number((await using.select(sql<number>`count(*)`.as("total")).executeTakeFirstOrThrow()).total);
    if (total === 0) return [];
    const rows = await using
      .where(visibleTo(by))
      .select(["edition.id", "edition.state", "edition.title"])
      .orderBy("edition.id", "desc")
      .limit(MOST)
      .execute();
    const named: Use[] = rows.map(({ id, state, title }) => ({
      what: "Bài",
      label: title || "(chưa có tiêu đề)",
      href: `/ban-bien-tap/bai/${id}`,
      note: STATES[state as State].toLowerCase(),
    }));
    const rest = total - rows.length;
    if (rest === 0) return named;
    return [...named, { what: "Bài", label: `và ${rest} bài khác`, href: null, note: "" }];
  },
};
