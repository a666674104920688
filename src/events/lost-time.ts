import type { Instant } from "../kernel/clock.ts";
import type { State } from "../regulation/states.ts";

/** With whom an article lies, as far as its time goes. */
export const STEPS = {
  unwritten: "Chưa viết bài",
  author: "Người viết",
  head: "Trưởng đơn vị duyệt",
  appraisal: "Thẩm định",
  approval: "Phê duyệt",
  posting: "Đăng lên Cổng",
} as const;
export type StepName = keyof typeof STEPS;
const STEP_NAMES = Object.keys(STEPS) as readonly StepName[];

/** A recorded step of an article's first text. */
export interface Moved {
  readonly at: Instant;
  readonly act: string;
  readonly to: State;
  /** To whom it was sent or given back, where the step says so. */
  readonly addressee: string | null;
}

export interface Lost {
  readonly step: StepName;
  readonly hours: number;
}

/** Who holds an article after a step; null once it was posted or given up. */
function holder({ act, to, addressee }: Moved): StepName | null {
  switch (to) {
    case "DRAFT":
      return "author";
    case "AWAITING_HEAD":
      return "head";
    case "SUBMITTED":
    case "UNDER_REVIEW":
      return "appraisal";
    case "RETURNED":
      return act === "returnUnapproved" && addressee === "SECRETARY" ? "appraisal" : "author";
    case "AWAITING_FINAL":
      return "approval";
    case "APPROVED":
    case "SCHEDULED":
      return "posting";
    default:
      return null;
  }
}

/**
 * Hours that passed at each step from the end of the event until the article was posted, or until now: each step
 * with a time, the longest first. Before there is an article, and once it was given up, nobody has written.
 */
export function lostTime(endsAt: Instant, until: Instant, moves: readonly Moved[]): Lost[] {
  const spent = new Map<StepName, number>();
  const marks = [
    { at: "", step: "unwritten" as StepName },
    ...moves.map((move) => ({ at: move.at, step: holder(move) ?? ("unwritten" as StepName) })),
  ];
  for (const [place, { at, step }] of marks.entries()) {
    const from = at > endsAt ? at : endsAt;
    const next = marks[place + 1]?.at ?? until;
    const to = next < until ? next : until;
    if (to > from) spent.set(step, (spent.get(step) ?? 0) + (Date.parse(to) - Date.parse(from)));
  }
  return STEP_NAMES.flatMap((step) => {
    const time = spent.get(step) ?? 0;
    return time > 0 ? [{ step, time }] : [];
  })
    .sort((a, b) => b.time - a.time)
    .map(({ step, time }) => ({ step, hours: Math.round(time / 360_000) / 10 }));
}
