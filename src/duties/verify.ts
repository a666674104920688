import type { Db } from "../storage/database.ts";

export interface DutiesVerdict {
  readonly notices: number;
  readonly bad: { readonly row: string; readonly why: string } | null;
}

interface Told {
  readonly duty: string;
  readonly subject: string;
  readonly period: string;
  readonly ahead: number;
  readonly people: readonly string[];
}

/** Whether everything that was told stands in the log just so, and nothing of the log is missing (Đ8.k2.g5). */
export async function verifyDuties(db: Db): Promise<DutiesVerdict> {
  const logged = await db.selectFrom("evidence").select(["seq", "content"]).where("act", "=", "duty.tell").execute();
  const told = logged.flatMap(({ seq, content }) =>
    (JSON.parse(content) as { told: readonly Told[] }).told.map((one) => [keyOf(seq, one), one] as const),
  );
  const rows = await db.selectFrom("duty_notice").selectAll().execute();
  const kept = new Set(
    rows.map(({ evidence_seq, minutes_ahead: ahead, told: people, ...row }) =>
      keyOf(evidence_seq, { ...row, ahead, people: JSON.parse(people) as string[] }),
    ),
  );
  const known = new Map(told);
  const strange = [...kept].find((key) => !known.has(key)) ?? [...known.keys()].find((key) => !kept.has(key));
  const bad =
    strange === undefined ? null : { row: `lần nhắc việc ${strange}`, why: "khác với việc đã ghi trong nhật ký" };
  return { notices: rows.length, bad };
}

const keyOf = (seq: number, { duty, subject, period, ahead, people }: Told) =>
  JSON.stringify([seq, duty, subject, period, ahead, people]);
