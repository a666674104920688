import { ClauseMark } from "../ui/feedback.tsx";
import { formatDateTime, formatRelative } from "../ui/format.ts";
import type { IconName } from "../ui/icon.tsx";
import { Tag } from "../ui/status.tsx";
import { ITEM_STANDINGS, type ItemStanding } from "./owed.ts";

export const STANDING_LOOKS: Readonly<
  Record<ItemStanding, { icon: IconName; tone: "quiet" | "wait" | "good" | "back" | "stop" }>
> = {
  ahead: { icon: "schedule", tone: "quiet" },
  open: { icon: "schedule", tone: "wait" },
  done: { icon: "check", tone: "good" },
  "done-late": { icon: "alert", tone: "back" },
  late: { icon: "alert", tone: "stop" },
  missed: { icon: "cancelled", tone: "stop" },
  excused: { icon: "withdrawn", tone: "quiet" },
};

export function StandingTag({ standing }: { readonly standing: ItemStanding }) {
  return <Tag {...STANDING_LOOKS[standing]}>{ITEM_STANDINGS[standing]}</Tag>;
}

/** One line of work: what, where it is done, by when. */
export interface DueLine {
  readonly key: string;
  /** "Báo cáo tháng gửi Trưởng Ban biên tập, tháng 11/2026" */
  readonly what: string;
  readonly clause: string;
  /** "" where the hat may not open it. */
  readonly href: string;
  readonly due: string;
  readonly standing: ItemStanding;
  readonly doneAt: string | null;
  readonly excused: string;
  /** Names of those who owe it. */
  readonly who: string;
  /** "Thư ký Ban biên tập", "Ủy viên …, Phòng Đào tạo" */
  readonly hat: string;
}

export function WhatCell({ line: { what, clause, href, excused } }: { readonly line: DueLine }) {
  return (
    <>
      {href ? <a href={href}>{what}</a> : what}
      <ClauseMark clause={clause} />
      {excused && <span class="cell-note">{excused}</span>}
    </>
  );
}

export function DueTime({ due, now }: { readonly due: string; readonly now: string }) {
  const distance = formatRelative(due, now);
  return (
    <>
      <time dateTime={due}>{formatDateTime(due)}</time>
      {/* Long ago is the day itself, which stands there already. */}
      {!distance.includes("/") && <span class="cell-note">{distance}</span>}
    </>
  );
}
