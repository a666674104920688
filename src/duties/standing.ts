import type { Instant } from "../kernel/clock.ts";
import type { Term } from "./rhythm.ts";

/** How a term stands. Computed, never kept: a portal that stood still for a week misses nothing. */
export type Standing = "ahead" | "open" | "done" | "done-late" | "late" | "missed";

export const STANDINGS: Readonly<Record<Standing, string>> = {
  ahead: "Chưa đến lượt",
  open: "Đang chờ làm",
  done: "Đúng hạn",
  "done-late": "Làm muộn",
  late: "Quá hạn",
  missed: "Bỏ lỡ",
};

/** How a term stands at an instant, given when it was done. */
export function standingOf({ opens, due, gone }: Term, doneAt: Instant | null, now: Instant): Standing {
  if (doneAt !== null) return doneAt <= due ? "done" : "done-late";
  if (now < opens) return "ahead";
  if (now <= due) return "open";
  return gone !== null && now >= gone ? "missed" : "late";
}
