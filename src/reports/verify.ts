import { sha256 } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";
import { readWritten } from "./content.ts";
import { numberOf } from "./figure.ts";

export interface ReportsVerdict {
  readonly reports: number;
  readonly accepted: number;
  readonly bad: { readonly row: string; readonly why: string } | null;
}

/**
 * Whether every submitted report is what its hash and the log say: the text gives the hash, the hash is the one that
 * was submitted and accepted, every number comes out of its list, and the seal is a row of the log.
 */
export async function verifyReports(db: Db): Promise<ReportsVerdict> {
  const reports = await db.selectFrom("report").selectAll().orderBy("created_at").orderBy("id").execute();
  const verdict = { reports: reports.length, accepted: reports.filter(({ state }) => state === "ACCEPTED").length };
  for (const report of reports) {
    const why = await faultOf(db, report);
    if (why) return { ...verdict, bad: { row: `báo cáo ${report.kind} ${report.period}`, why } };
  }
  return { ...verdict, bad: null };
}

async function faultOf(
  db: Db,
  report: { id: string; state: string; round: number; assessment: string; difficulties: string; proposals: string },
): Promise<string | null> {
  const snapshots = await db
    .selectFrom("report_snapshot as s")
    .innerJoin("evidence as e", "e.seq", "s.seq")
    .leftJoin("evidence as seal", "seal.seq", "s.seal_seq")
    .selectAll("s")
    .select(["e.content as log", "e.act", "e.subject", "seal.hash as sealed"])
    .where("s.report_id", "=", report.id)
    .orderBy("s.round")
    .execute();
  for (const { content, hash, log, act, subject, seal_hash, sealed } of snapshots) {
    if (sha256(content) !== hash) return "nội dung không khớp mã băm";
    const submitted = JSON.parse(log) as { hash?: string };
    if (act !== "report.submit" || subject !== `report:${report.id}` || submitted.hash !== hash)
      return "khác với bản đã nộp ghi trong nhật ký";
    if (seal_hash !== sealed) return "mã niêm phong không phải của dòng nhật ký nó chỉ";
    if (readWritten(content).figures.some((figure) => figure.number !== numberOf(figure)))
      return "có số liệu không khớp danh sách của nó";
  }
  if (report.state !== "SUBMITTED" && report.state !== "ACCEPTED") return null;
  const last = snapshots.at(-1);
  if (last?.round !== report.round) return "đã nộp mà không có bản số liệu";
  const { assessment, difficulties, proposals } = readWritten(last.content).texts;
  if (assessment !== report.assessment || difficulties !== report.difficulties || proposals !== report.proposals)
    return "lời văn khác với bản đã nộp";
  if (report.state !== "ACCEPTED") return null;
  const step = await db
    .selectFrom("report_move")
    .innerJoin("evidence", "evidence.seq", "report_move.seq")
    .select(["evidence.content", "evidence.act"])
    .where("report_id", "=", report.id)
    .where("to_state", "=", "ACCEPTED")
    .where("from_state", "<>", "ACCEPTED")
    .executeTakeFirst();
  const accepted = step && (JSON.parse(step.content) as { hash?: string });
  return accepted?.hash === last.hash ? null : "bản đã nhận khác với bản đang giữ";
}
