import type { BulkAction, BulkList } from "../bulk/bulk.ts";
import type { Act } from "../regulation/article-moves.ts";
import { STATES } from "../regulation/states.ts";
import { moveEdition } from "./commands/move-edition.ts";
import { paths } from "./desk/paths.ts";
import { titleOr } from "./desk/words.ts";
import { loadEdition } from "./editions.queries.ts";
import { visibleTo } from "./visibility.queries.ts";

/** The step is for the text that was looked at: `mark` is its hash. */
const step = (act: Act, name: string, label: string, hint: string): BulkAction => ({
  name,
  label,
  hint,
  run: (portal, by, { id, mark }, { reason }) => portal.act(by, moveEdition, { edition: id, act, hash: mark, reason }),
});

/**
 * Articles: only steps that judge no text. Appraising, approving and returning are done on the article itself, with its
 * text in sight (Đ15.k2.b2 to b4).
 */
export const ARTICLE_BULK: BulkList = {
  name: "bai",
  what: "bài",
  may: "article.create",
  list: { href: paths.articles, label: "Tất cả bài" },
  async find({ db }, by, ids) {
    if (ids.length === 0) return [];
    const rows = await db
      .selectFrom("edition")
      .innerJoin("article", "article.id", "edition.article_id")
      .select(["edition.id", "edition.title"])
      .where(visibleTo(by))
      .where("edition.id", "in", [...ids])
      .execute();
    const found = await Promise.all(
      rows.map(async ({ id, title }) => {
        const loaded = await loadEdition(db, id);
        return loaded ? [{ id, name: titleOr(title), state: STATES[loaded.facts.state], mark: loaded.facts.hash }] : [];
      }),
    );
    return found.flat();
  },
  actions: [
    step("publish", "dang", "Đăng ngay", "Thư ký đăng các bài đã được phê duyệt, đúng nguyên văn bản đã duyệt."),
    step("withdraw", "rut", "Rút bài", "Người viết rút bài của mình khi còn là bản nháp hoặc chưa ai thẩm định."),
  ],
};
