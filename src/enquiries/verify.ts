import { actorsOn } from "../board/actor.ts";
import { readRoster } from "../board/roster.queries.ts";
import { dayOf } from "../kernel/clock.ts";
import { sha256 } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";
import { releasersOf } from "./rules.ts";

export interface SlipReport {
  readonly moves: number;
  readonly answers: number;
  /** The first row that is not as the log says. */
  readonly bad: { readonly row: string; readonly why: string } | null;
}

/**
 * Compares every step of questions and take-down requests, and every public answer, with the log: a step nobody took,
 * an answer released by its drafter without an
 * exception, or by one where others could, or changed afterwards, is found. The caller has checked the chain first.
 */
export async function verifySlips(db: Db): Promise<SlipReport> {
  const steps = await db
    .selectFrom("slip_move")
    .leftJoin("evidence", "evidence.seq", "slip_move.evidence_seq")
    .leftJoin("enquiry", "enquiry.id", "slip_move.slip_id")
    .select(["slip_move.id", "slip_id as slip", "slip_move.act", "person_id", "slip_move.hat as worn", "slip_move.at"])
    .select(["exception_reason as exception", "enquiry.id as enquiry", "enquiry.unit_id as unit"])
    .select(["evidence.act as logged", "evidence.subject", "evidence.person", "evidence.hat", "evidence.content"])
    .orderBy("seq")
    .execute();
  const answers = await db.selectFrom("published_answer").select(["number", "enquiry_id", "answer"]).execute();
  const report = (row: string, why: string): SlipReport => ({
    moves: steps.length,
    answers: answers.length,
    bad: { row, why },
  });
  for (const step of steps) {
    const room = step.enquiry ? "enquiry" : "takedown";
    const act = step.act.replace(/^receive.*/, "receive");
    const isSame =
      step.logged === `${room}.${act}` &&
      step.subject === `${room}:${step.slip}` &&
      step.person === step.person_id &&
      step.hat === step.worn &&
      (contentOf(step).exception ?? null) === step.exception;
    if (!isSame) return report(`slip_move ${step.id}`, "khác nhật ký");
    if (step.act !== "release") continue;
    const drafters = steps.filter(({ slip, act }) => slip === step.slip && act === "draft").map((one) => one.person_id);
    if (!drafters.includes(step.person_id)) continue;
    if (step.exception === null) return report(`slip_move ${step.id}`, "do chính người soạn duyệt");
    const day = dayOf(step.at);
    const others = releasersOf({ unit: step.unit, drafters }, actorsOn(await readRoster(db, day), day));
    if (others.length > 0) return report(`slip_move ${step.id}`, "ngoại lệ khi còn người khác duyệt được");
  }
  for (const { number, enquiry_id, answer } of answers) {
    const release = steps.find(({ act, enquiry }) => enquiry === enquiry_id && act === "release");
    if (!release) return report(`published_answer ${number}`, "chưa từng được duyệt");
    if (contentOf(release).answer !== sha256(answer))
      return report(`published_answer ${number}`, "khác câu trả lời đã duyệt");
  }
  return { moves: steps.length, answers: answers.length, bad: null };
}

const contentOf = ({ content }: { readonly content: string | null }) =>
  JSON.parse(content ?? "{}") as { readonly answer?: string; readonly exception?: string };
