import type { Db } from "../storage/database.ts";
import { type Chain, type ChainLink, chainOf } from "./chain.ts";
import type { ArticleContent } from "./content.ts";
import { loadEdition } from "./editions.queries.ts";
import { filesOf } from "./files.ts";
import { differs, Finding, hashOf } from "./verify-finding.ts";

/** What the public reads is the very text that was approved and posted last, all of it and nothing else (promise 1). */
export async function verifyPublic(db: Db): Promise<number> {
  const rows = await db.selectFrom("published_article").selectAll().orderBy("article_id").execute();
  for (const row of rows) {
    const name = `published_article ${row.article_id}`;
    const loaded = await loadEdition(db, row.edition_id);
    if (!loaded) throw new Finding(name, "công khai một bản không có");
    const { facts, article } = loaded;
    if (facts.state !== "PUBLISHED" || article.publication !== "LIVE" || article.live_edition_id !== row.edition_id) {
      throw new Finding(name, "công khai một bản không ở trạng thái đã đăng");
    }
    const content = JSON.parse(row.content) as ArticleContent;
    const hash = hashOf(row.content);
    if (hash !== row.content_hash || hash !== facts.approval?.hash) {
      throw new Finding(name, "nội dung công khai khác bản đã duyệt");
    }
    const other = differs(row, {
      title: content.title,
      lead: content.lead,
      category_id: content.category,
      unit_id: article.unit_id,
      slug: article.slug,
      published_at: article.first_published_at,
    });
    if (other) throw new Finding(name, `${other} khác bản đã duyệt`);
    const stranger = strangerIn(JSON.parse(row.chain) as Chain, loaded);
    if (stranger) throw new Finding(name, `người chịu trách nhiệm (${stranger}) khác lịch sử`);
    await verifyFiles(db, row.article_id, content);
  }
  await noneHidden(db);
  return rows.length;
}

/** A link of the responsible chain that names another than the history (REQ-032). */
function strangerIn(chain: Chain, { facts, entries }: NonNullable<Awaited<ReturnType<typeof loadEdition>>>) {
  const posted = entries.findLast(
    (entry) => entry.kind === "move" && entry.to === "PUBLISHED" && entry.from !== entry.to,
  );
  const scheduled = entries.findLast((entry) => entry.kind === "move" && entry.act === "schedule");
  const poster = posted?.person === "system" ? scheduled?.person : posted?.person;
  const should = Object.entries(chainOf(facts, poster ?? "")) as [ChainLink, string][];
  return should.find(([link, person]) => chain[link]?.person !== person)?.[0];
}

async function verifyFiles(db: Db, article: string, content: ArticleContent): Promise<void> {
  const rows = await db.selectFrom("published_file").select("hash").where("article_id", "=", article).execute();
  const given = rows.map(({ hash }) => hash).sort();
  if (given.join() !== filesOf(content).sort().join()) {
    throw new Finding(`published_file ${article}`, "tệp công khai khác bản đã duyệt");
  }
}

async function noneHidden(db: Db): Promise<void> {
  const live = await db
    .selectFrom("article")
    .leftJoin("published_article", "published_article.article_id", "article.id")
    .select("article.id")
    .where("article.publication", "=", "LIVE")
    .where("published_article.article_id", "is", null)
    .executeTakeFirst();
  if (live) throw new Finding(`article ${live.id}`, "đã đăng nhưng người đọc không còn thấy");
  const stray = await db
    .selectFrom("published_file")
    .leftJoin("published_article", "published_article.article_id", "published_file.article_id")
    .select("published_file.hash")
    .where("published_article.article_id", "is", null)
    .executeTakeFirst();
  if (stray) throw new Finding(`published_file ${stray.hash}`, "tệp công khai không thuộc bài nào đang đăng");
}
