import type { Term } from "../duties/rhythm.ts";
import { addDays, dayOf, endOfDay, type Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";

/** What the centre organises, as Đ16.k4.g3 names it. */
export const EVENT_KINDS = {
  activity: "Hoạt động",
  event: "Sự kiện",
  conference: "Hội nghị",
  seminar: "Hội thảo",
  training: "Tập huấn, bồi dưỡng",
  exam: "Kỳ thi",
  contest: "Cuộc thi",
} as const;
export type EventKind = keyof typeof EVENT_KINDS;
export const EVENT_KIND_NAMES = Object.keys(EVENT_KINDS) as readonly EventKind[];
export const isEventKind = (text: string): text is EventKind => Object.hasOwn(EVENT_KINDS, text);

export interface Session {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

export interface EventContent {
  readonly kind: EventKind;
  readonly title: string;
  readonly place: string;
  readonly description: string;
  /** In order of time; at least one. */
  readonly sessions: readonly Session[];
}

/** From its first beginning to the end of its last session: the end that the one day counts from. */
export function spanOf(sessions: readonly Session[]): Session {
  const starts = sessions.map(({ startsAt }) => startsAt).sort();
  const ends = sessions.map(({ endsAt }) => endsAt).sort();
  return { startsAt: starts[0]!, endsAt: ends.at(-1)! };
}

/** Last instant on time: the end of the calendar day so many days after the day of the end (REQ-125, A-11). */
export const dueAfter = (endsAt: Instant, days: number): Instant => endOfDay(addDays(dayOf(endsAt), days));

export interface Timed extends Session {
  readonly cancelledAt: Instant | null;
}

export const PHASES = {
  upcoming: "Sắp diễn ra",
  running: "Đang diễn ra",
  over: "Đã diễn ra",
  cancelled: "Đã hủy",
} as const;
export type Phase = keyof typeof PHASES;

/** Where an event stands. It is over once its last session has ended. */
export function phaseOf({ startsAt, endsAt, cancelledAt }: Timed, now: Instant): Phase {
  if (cancelledAt !== null) return "cancelled";
  if (now < startsAt) return "upcoming";
  return now < endsAt ? "running" : "over";
}

/** The one time that an event's article is owed. A postponed event is another term, so reminders begin anew. */
export const termOf = ({ endsAt, dueAt }: { readonly endsAt: Instant; readonly dueAt: Instant }): Term => ({
  period: dayOf(endsAt),
  opens: endsAt,
  due: dueAt,
  gone: null,
});

/** What is known of an article that tells of an event. */
export interface TellingArticle {
  readonly article: Id;
  /** When it was first posted; stays when it was taken down later. */
  readonly firstPublishedAt: Instant | null;
}

/**
 * The article that closes the duty: the first posted since the event began. One posted before is an announcement and
 * closes nothing; one posted before the end tells of it and does (Đ16.k4.g3 asks for "chậm nhất").
 */
export function tellingArticle<Article extends TellingArticle>(
  startsAt: Instant,
  articles: readonly Article[],
): (Article & { readonly firstPublishedAt: Instant }) | null {
  const told = articles.filter(
    (one): one is Article & { readonly firstPublishedAt: Instant } =>
      one.firstPublishedAt !== null && one.firstPublishedAt >= startsAt,
  );
  return told.sort((a, b) => (a.firstPublishedAt < b.firstPublishedAt ? -1 : 1))[0] ?? null;
}
