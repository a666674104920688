import { canonicalJson } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";
import { digestOf } from "./store.ts";

export interface QuotaVerdict {
  readonly marks: number;
  readonly months: number;
  readonly bad: { readonly row: string; readonly why: string } | null;
}

/** Whether every mark and exemption is what the log says was decided, and every frozen month what was frozen. */
export async function verifyQuota(db: Db): Promise<QuotaVerdict> {
  const marks = await db
    .selectFrom("quality_mark as mark")
    .innerJoin("evidence", "evidence.seq", "mark.evidence_seq")
    .selectAll("mark")
    .select(["evidence.content", "evidence.reason as given"])
    .orderBy("mark.evidence_seq")
    .execute();
  const exempt = await db
    .selectFrom("quota_exemption as exempt")
    .innerJoin("evidence", "evidence.seq", "exempt.evidence_seq")
    .selectAll("exempt")
    .select("evidence.content")
    .execute();
  const months = await db
    .selectFrom("quota_month as sealed")
    .innerJoin("evidence", "evidence.seq", "sealed.evidence_seq")
    .selectAll("sealed")
    .select("evidence.content")
    .orderBy("month")
    .execute();
  const told = (bad: QuotaVerdict["bad"]) => ({ marks: marks.length, months: months.length, bad });
  for (const { id, version, month, level, unmet, note, reason, content, given } of marks) {
    const said = { version, month, level, note, unmet: JSON.parse(unmet) as string[] };
    if (canonicalJson(said) !== canonicalJson(JSON.parse(content)) || reason !== (given ?? ""))
      return told({ row: `đánh giá chất lượng ${id}`, why: "khác với việc đã ghi trong nhật ký" });
  }
  for (const row of exempt) {
    const said = {
      unit: row.unit_id,
      from: row.from_month,
      to: row.to_month,
      decision: row.decision_number,
      decisionDay: row.decision_day,
      reason: row.reason,
      revokes: row.revokes,
    };
    if (canonicalJson(said) !== canonicalJson(JSON.parse(row.content)))
      return told({ row: `quyết định miễn ${row.decision_number}`, why: "khác với việc đã ghi trong nhật ký" });
  }
  for (const { month, digest, content } of months) {
    const of = <Row extends { month: string; evidence_seq: number }>(rows: readonly Row[]) =>
      rows.map(({ evidence_seq: _, ...row }) => row);
    const results = of(await db.selectFrom("quota_result").selectAll().where("month", "=", month).execute());
    const articles = of(await db.selectFrom("quota_article").selectAll().where("month", "=", month).execute());
    if (digestOf(results, articles) !== digest || (JSON.parse(content) as { digest?: string }).digest !== digest)
      return told({ row: `chỉ tiêu tháng ${month}`, why: "khác với kết quả đã chốt" });
  }
  return told(null);
}
