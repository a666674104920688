import { sha256 } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";

export interface SlipReport {
  readonly moves: number;
  readonly answers: number;
  /** The first row that is not as the log says. */
  readonly bad: { readonly row: string; readonly why: string } | null;
}

/**
 * Compares every step of questions and take-down requests, and every public answer, with the log: a step nobody took,
 * an answer released by its drafter or changed afterwards is found. The caller has checked the chain first.
 */
export async function verifySlips(db: Db): Promise<SlipReport> {
  const steps = [
    ...(
      await db
        .selectFrom("enquiry_move")
        .leftJoin("evidence", "evidence.seq", "enquiry_move.evidence_seq")
        .select(["enquiry_move.id", "enquiry_id as slip", "enquiry_move.act", "person_id", "enquiry_move.hat as worn"])
        .select(["evidence.act as logged", "evidence.subject", "evidence.person", "evidence.hat", "evidence.content"])
        .orderBy("seq")
        .execute()
    ).map((step) => ({ ...step, room: "enquiry" as const })),
    ...(
      await db
        .selectFrom("takedown_move")
        .leftJoin("evidence", "evidence.seq", "takedown_move.evidence_seq")
        .select([
          "takedown_move.id",
          "request_id as slip",
          "takedown_move.act",
          "person_id",
          "takedown_move.hat as worn",
        ])
        .select(["evidence.act as logged", "evidence.subject", "evidence.person", "evidence.hat", "evidence.content"])
        .orderBy("seq")
        .execute()
    ).map((step) => ({ ...step, room: "takedown" as const })),
  ];
  const answers = await db.selectFrom("published_answer").select(["number", "enquiry_id", "answer"]).execute();
  const report = (row: string, why: string): SlipReport => ({
    moves: steps.length,
    answers: answers.length,
    bad: { row, why },
  });
  for (const step of steps) {
    const act = step.act.replace(/^receive.*/, "receive");
    const isSame =
      step.logged === `${step.room}.${act}` &&
      step.subject === `${step.room}:${step.slip}` &&
      step.person === step.person_id &&
      step.hat === step.worn;
    if (!isSame) return report(`${step.room}_move ${step.id}`, "khác nhật ký");
  }
  for (const { number, enquiry_id, answer } of answers) {
    const mine = steps.filter(({ room, slip }) => room === "enquiry" && slip === enquiry_id);
    const release = mine.find(({ act }) => act === "release");
    if (!release) return report(`published_answer ${number}`, "chưa từng được duyệt");
    if ((JSON.parse(release.content ?? "{}") as { answer?: string }).answer !== sha256(answer))
      return report(`published_answer ${number}`, "khác câu trả lời đã duyệt");
    if (mine.some(({ act, person_id }) => act === "draft" && person_id === release.person_id))
      return report(`published_answer ${number}`, "do chính người soạn duyệt");
  }
  return { moves: steps.length, answers: answers.length, bad: null };
}
