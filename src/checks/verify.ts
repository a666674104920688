import { dayOf } from "../kernel/clock.ts";
import { canonicalJson } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";

export interface ChecksVerdict {
  readonly checks: number;
  readonly bad: { readonly row: string; readonly why: string } | null;
}

/** Whether every check is what the log says was recorded, on the day it names (Đ12.k2: none is back-dated). */
export async function verifyChecks(db: Db): Promise<ChecksVerdict> {
  const rows = await db
    .selectFrom("content_check")
    .innerJoin("evidence", "evidence.seq", "content_check.evidence_seq")
    .selectAll("content_check")
    .select(["evidence.content", "evidence.subject"])
    .orderBy("content_check.at")
    .execute();
  for (const { slot, day, at, outcome, note, seen_seq, due_at, content, subject } of rows) {
    const bad = (why: string) => ({ checks: rows.length, bad: { row: `lần kiểm tra ${slot}`, why } });
    if (dayOf(at) !== day) return bad("ghi vào ngày khác với ngày của nó");
    const said = { outcome, note, seen: seen_seq, due: due_at };
    if (subject !== `check:${slot}` || canonicalJson(said) !== canonicalJson(JSON.parse(content)))
      return bad("khác với việc đã ghi trong nhật ký");
  }
  return { checks: rows.length, bad: null };
}
