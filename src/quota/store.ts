import type { Moment } from "../act.ts";
import { record } from "../evidence/log.ts";
import { canonicalJson, sha256 } from "../kernel/ids.ts";
import { type Month, monthOf } from "../kernel/months.ts";
import { readSettings } from "../settings/settings.queries.ts";
import type { MonthQuota } from "./count.ts";
import { isFrozen } from "./marks.queries.ts";
import { quotaOf } from "./quota.queries.ts";
import type { QuotaArticleTable, QuotaResultTable } from "./tables.ts";

/**
 * Freezes the result of a month that is over, in the act that accepts a report (decision 0020: the report of month M
 * freezes M−1). `seq` is the row of the log of that act. A month is frozen once: later reports leave
 * it as it is. Throws on a month that is not over.
 */
export async function freezeQuotaMonth(moment: Moment, month: Month, seq: number): Promise<void> {
  const { tx, by, at } = moment;
  if (month >= monthOf(at)) throw new Error(`The month ${month} is not over at ${at}`);
  if (await isFrozen(tx, month)) return;
  const { results, articles } = rowsOf(await quotaOf(tx, month, await readSettings(tx), at));
  const digest = digestOf(results, articles);
  const own = await record(tx, by, at, {
    act: "quota.freeze",
    subject: `quota:${month}`,
    clause: "Đ16.k3",
    content: { digest, report: seq, units: results.length, articles: articles.length },
  });
  const sealed = { evidence_seq: own };
  if (results.length > 0)
    await tx
      .insertInto("quota_result")
      .values(results.map((row) => ({ ...row, ...sealed })))
      .execute();
  if (articles.length > 0)
    await tx
      .insertInto("quota_article")
      .values(articles.map((row) => ({ ...row, ...sealed })))
      .execute();
  await tx
    .insertInto("quota_month")
    .values({ month, digest, person_id: by.person, hat: by.hat, at, ...sealed })
    .execute();
}

type ResultRow = Omit<QuotaResultTable, "evidence_seq">;
type ArticleRow = Omit<QuotaArticleTable, "evidence_seq">;

function rowsOf({ month, units }: MonthQuota): { results: ResultRow[]; articles: ArticleRow[] } {
  return {
    results: units.map(({ unit, target, good, unmarked, outcome, excused }) => ({
      month,
      unit_id: unit,
      target,
      good,
      unmarked,
      outcome,
      excused,
    })),
    articles: units.flatMap(({ unit, articles }) =>
      articles.map(({ article, edition, title, author, count, publishedAt }) => ({
        month,
        article_id: article,
        unit_id: unit,
        edition_id: edition,
        title,
        author,
        count,
        published_at: publishedAt,
      })),
    ),
  };
}

/** What stands for everything frozen of a month, whatever the order of its rows. */
export function digestOf(results: readonly ResultRow[], articles: readonly ArticleRow[]): string {
  const texts = [...results, ...articles].map(canonicalJson).sort();
  return sha256(texts.join("\n"));
}
