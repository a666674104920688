import type { LongSheet } from "../lists/long-download.ts";
import { rowOf, type SheetColumn } from "../lists/sheet.ts";
import type { Db } from "../storage/database.ts";
import { countArticles, type Section } from "./site.queries.ts";
import { articleHref } from "./site-frame.ts";

const AT_ONCE = 500;

interface NewsRow {
  readonly slug: string;
  readonly title: string;
  readonly section: string;
  readonly unit: string;
  readonly published_at: string;
  readonly updated_at: string | null;
}

/** The articles of a section, or of all, as a spreadsheet: what its pages list, latest first. */
export async function newsSheet(db: Db, section: Section | null, origin: string): Promise<LongSheet> {
  const columns: readonly SheetColumn<NewsRow>[] = [
    { label: "Tiêu đề", value: ({ title }) => title },
    { label: "Đăng lúc", kind: "time", value: ({ published_at }) => published_at },
    { label: "Cập nhật lúc", kind: "time", value: ({ updated_at }) => updated_at },
    { label: "Chuyên mục", value: ({ section: name }) => name },
    { label: "Đơn vị", value: ({ unit }) => unit },
    { label: "Địa chỉ", value: ({ slug }) => origin + articleHref(slug) },
  ];
  return {
    name: section ? `tin-tuc-${section.slug}` : "tin-tuc",
    title: section?.name ?? "Tin tức",
    heads: columns.map(({ label, kind = "text" }) => ({ label, kind })),
    total: await countArticles(db, { category: section?.id }),
    async *parts() {
      for await (const rows of newsInParts(db, section)) yield rows.map((row) => rowOf(columns, row));
    },
  };
}

async function* newsInParts(db: Db, section: Section | null): AsyncGenerator<readonly NewsRow[]> {
  for (let last: { published_at: string; article_id: string } | undefined; ; ) {
    let query = db
      .selectFrom("published_article as a")
      .innerJoin("unit as u", "u.id", "a.unit_id")
      .innerJoin("category as c", "c.id", "a.category_id")
      .select(["a.article_id", "a.slug", "a.title", "a.published_at", "a.updated_at"])
      .select(["u.name as unit", "c.name as section"]);
    if (section) query = query.where("a.category_id", "=", section.id);
    const after = last;
    if (after) {
      query = query.where((is) =>
        is.or([
          is("a.published_at", "<", after.published_at),
          is.and([is("a.published_at", "=", after.published_at), is("a.article_id", "<", after.article_id)]),
        ]),
      );
    }
    const rows = await query.orderBy("a.published_at", "desc").orderBy("a.article_id", "desc").limit(AT_ONCE).execute();
    if (rows.length === 0) return;
    yield rows;
    last = rows.at(-1);
  }
}
