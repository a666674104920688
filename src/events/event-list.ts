import { type Standing, standingOf } from "../duties/standing.ts";
import { dayOf, type Instant } from "../kernel/clock.ts";
import { fold } from "../kernel/vietnamese.ts";
import { type Phase, termOf } from "./event.ts";
import type { CentreEvent } from "./events.queries.ts";
import type { Lost } from "./lost-time.ts";

/** How an event's article stands; "none" where none is owed: cancelled, or before the duty began. */
export type ArticleStanding = Standing | "none";

export interface EventLine {
  readonly event: CentreEvent;
  readonly phase: Phase;
  readonly standing: ArticleStanding;
  /** Where the time went, longest first; only of what is late or was. */
  readonly lost: readonly Lost[];
}

/** How the one-day clock of an event stands (REQ-125). `since`: when articles began to be owed. */
export function articleStanding(event: CentreEvent, since: Instant, now: Instant): ArticleStanding {
  if (event.toldAt === null && event.cancelledAt !== null) return "none";
  if (event.dueAt < since) return "none";
  return standingOf(termOf(event), event.toldAt, now);
}

export const isLate = (standing: ArticleStanding): boolean => standing === "late" || standing === "done-late";

/** Lists of the desk, each with an address of its own. */
export const VIEWS = {
  "": "Tất cả",
  "sap-toi": "Sắp, đang diễn ra",
  "cho-bai": "Chờ tin, bài",
  "tre-han": "Trễ hạn",
  "da-qua": "Đã diễn ra",
  "da-huy": "Đã hủy",
} as const;
export type View = keyof typeof VIEWS;
export const isView = (text: string): text is View => Object.hasOwn(VIEWS, text);

export function isIn(view: View, { phase, standing }: EventLine): boolean {
  switch (view) {
    case "sap-toi":
      return phase === "upcoming" || phase === "running";
    case "cho-bai":
      return standing === "open" || standing === "late";
    case "tre-han":
      return isLate(standing);
    case "da-qua":
      return phase === "over";
    case "da-huy":
      return phase === "cancelled";
    case "":
      return true;
  }
}

/** What a list of events is narrowed to, besides its view; empty texts narrow nothing. */
export interface EventFilter {
  readonly unit: string;
  readonly kind: string;
  /** `YYYY-MM` */
  readonly month: string;
  readonly words: string;
}

export function passes({ unit, kind, month, words }: EventFilter, { event }: EventLine): boolean {
  if (unit && event.unit !== unit) return false;
  if (kind && event.content.kind !== kind) return false;
  if (month && !isInMonth(month, event)) return false;
  const { title, place } = event.content;
  const text = fold(`${title} ${place}`);
  return fold(words)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Whether some part of an event lies in a month. */
export const isInMonth = (month: string, { startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }): boolean =>
  dayOf(startsAt).slice(0, 7) <= month && dayOf(endsAt).slice(0, 7) >= month;

/** What is to come is read from the nearest on; everything else from the latest back. */
export function inReadingOrder(view: View, lines: readonly EventLine[]): EventLine[] {
  const byTime = [...lines].sort((a, b) => a.event.startsAt.localeCompare(b.event.startsAt));
  return view === "sap-toi" ? byTime : byTime.reverse();
}
