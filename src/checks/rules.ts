import type { Term } from "../duties/rhythm.ts";
import { type Instant, toLocalInput } from "../kernel/clock.ts";
import type { Refusal } from "../kernel/result.ts";
import type { ActingHat } from "../regulation/hats.ts";

export type CheckOutcome = "ok" | "problem";

export interface CheckFacts {
  /** Null when there is no such check: a day off, or no day at all. */
  readonly slot: Term | null;
  readonly isRecorded: boolean;
}

export type CheckCode =
  | "checkNotByMachine"
  | "checkUnknown"
  | "checkTooEarly"
  | "checkDayOver"
  | "checkRecorded"
  | "checkNoteMissing";

const CLAUSE = "Đ12.k2";

/** Why a check cannot be recorded as said; empty when it can. Late is recorded as late, another day never. */
export function checkRefusals(
  { slot, isRecorded }: CheckFacts,
  { outcome, note }: { readonly outcome: CheckOutcome; readonly note: string },
  hat: ActingHat,
  at: Instant,
): Refusal[] {
  if (hat === "SYSTEM") return [{ code: "checkNotByMachine", clause: CLAUSE }];
  if (hat !== "ADMIN") return [{ code: "notThisHat", clause: CLAUSE }];
  if (!slot) return [{ code: "checkUnknown", clause: CLAUSE }];
  const refusals: Refusal[] = [];
  if (at < slot.opens) {
    refusals.push({ code: "checkTooEarly", clause: CLAUSE, detail: { time: toLocalInput(slot.opens).slice(11) } });
  }
  if (slot.gone !== null && at >= slot.gone) refusals.push({ code: "checkDayOver", clause: CLAUSE });
  if (isRecorded) refusals.push({ code: "checkRecorded", clause: CLAUSE });
  if (outcome === "problem" && note === "") refusals.push({ code: "checkNoteMissing", clause: CLAUSE });
  return refusals;
}
