import type { Day } from "../kernel/clock.ts";
import { dayOf } from "../kernel/clock.ts";

export interface Round {
  readonly at: string;
  readonly addresses: number;
  readonly failed: number;
}

/** `seen`: every address answered each time; `fault`: some did not; `gap`: nobody looked. */
export type DayLook = "seen" | "fault" | "gap";

export interface ProofDay {
  readonly day: Day;
  readonly look: DayLook;
  readonly rounds: number;
  readonly failed: number;
}

/**
 * Every day from the first round, but at most a year, to today: what is not known is told as a gap, never filled in.
 * Today is told once somebody looked: it is not over yet.
 */
export function ribbon(rounds: readonly Round[], today: Day): ProofDay[] {
  const byDay = new Map<Day, { rounds: number; failed: number }>();
  for (const { at, failed } of rounds) {
    const day = dayOf(at);
    const known = byDay.get(day) ?? { rounds: 0, failed: 0 };
    byDay.set(day, { rounds: known.rounds + 1, failed: known.failed + failed });
  }
  const first = [...byDay.keys()].sort()[0];
  if (first === undefined) return [];
  const end = Temporal.PlainDate.from(today);
  const yearAgo = end.subtract({ days: 364 });
  let day = Temporal.PlainDate.from(first);
  if (Temporal.PlainDate.compare(day, yearAgo) < 0) day = yearAgo;
  const days: ProofDay[] = [];
  const last = byDay.has(today) ? end : end.subtract({ days: 1 });
  for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    const { rounds: count, failed } = byDay.get(day.toString()) ?? { rounds: 0, failed: 0 };
    days.push({
      day: day.toString(),
      look: count === 0 ? "gap" : failed > 0 ? "fault" : "seen",
      rounds: count,
      failed,
    });
  }
  return days;
}

export const lookCount = (days: readonly ProofDay[], look: DayLook): number =>
  days.filter((one) => one.look === look).length;

/** "Hiển thị 362 trên 365 ngày đã kiểm tra", in a sentence that also tells the gaps. */
export function proofWords(days: readonly ProofDay[]): string {
  if (days.length === 0) return "Chưa có lần kiểm tra nào";
  const [seen, gap, fault] = (["seen", "gap", "fault"] as const).map((look) => lookCount(days, look));
  return [
    `Hiển thị đầy đủ ${seen} trên ${days.length} ngày`,
    ...(fault ? [`${fault} ngày có lỗi`] : []),
    ...(gap ? [`${gap} ngày không kiểm tra được`] : []),
  ].join(", ");
}
