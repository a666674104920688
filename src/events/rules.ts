import type { Actor } from "../board/actor.ts";
import { isReason } from "../board/rules.ts";
import { fromLocalInput, type Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { done, type Refusal, type Result, refused } from "../kernel/result.ts";
import { normalizeLine, normalizeText } from "../kernel/vietnamese.ts";
import { type EventContent, isEventKind, type Session, spanOf } from "./event.ts";
import { isAboveTheDuty, mayKeep, mayReport } from "./permissions.ts";

/** Why something about events is refused. `words.ts` has a sentence for each. */
export type EventCode =
  | "eventNotYours"
  | "eventUnknown"
  | "eventSeenOld"
  | "eventKindUnknown"
  | "eventTitleMissing"
  | "eventPlaceMissing"
  | "eventUnitUnknown"
  | "eventUnitFixed"
  | "eventTextLong"
  | "eventStartMissing"
  | "eventEndMissing"
  | "eventTimeInvalid"
  | "eventInverted"
  | "eventTimeFar"
  | "eventSessionsMany"
  | "eventMoveReasonMissing"
  | "eventOver"
  | "eventCancelled"
  | "eventStaysPublic"
  | "eventReasonMissing"
  | "eventArticleUnknown"
  | "eventArticleOtherUnit"
  | "eventArticleElsewhere"
  | "eventArticleLinked"
  | "eventArticleEarlier"
  | "eventHasArticle"
  | "eventLinkUnknown";

export const CLAUSE = "Đ16.k4.g3";
export const no = (code: EventCode, detail?: Readonly<Record<string, string>>): Refusal<EventCode> =>
  detail ? { code, clause: CLAUSE, detail } : { code, clause: CLAUSE };

export const MOST_SESSIONS = 12;
/** Years around now in which an event may lie: beyond them somebody's finger slipped. */
const YEARS = 3;
const LONGEST = { title: 200, place: 200, description: 5000 } as const;

/** Times as a form sends them, Vietnamese wall time; a pair left empty is no session. */
export interface TypedSession {
  readonly starts: string;
  readonly ends: string;
}

export interface EventInput {
  readonly kind: string;
  readonly title: string;
  readonly place: string;
  readonly unit: Id;
  readonly description: string;
  readonly isPublic: boolean;
  readonly sessions: readonly TypedSession[];
  /** Why its time changes, once it is registered. */
  readonly reason: string;
}

/** What is known when an event is saved; null for a new one. */
export interface EventFacts extends Session {
  readonly unit: Id;
  readonly isPublic: boolean;
  readonly cancelledAt: Instant | null;
  readonly content: EventContent;
  /** An article was linked to it once. */
  readonly wasLinked: boolean;
}

export interface Judged {
  readonly content: EventContent;
  readonly span: Session;
  /** Its sessions are no longer those that were announced. */
  readonly isMoved: boolean;
  readonly reason: string;
}

/** Names of the controls of a session. */
export const startName = (place: number) => `bat-dau-${place + 1}`;
export const endName = (place: number) => `ket-thuc-${place + 1}`;

/** Everything in the way of saving an event (REQ-081, REQ-125), or the event as it is kept. */
export function judgeEvent(
  typed: EventInput,
  facts: EventFacts | null,
  knowsUnit: boolean,
  by: Actor,
  now: Instant,
): Result<Judged, Refusal<EventCode>[]> {
  const refusals: Refusal<EventCode>[] = [];
  const [title, place] = [normalizeLine(typed.title), normalizeLine(typed.place)];
  const description = normalizeText(typed.description).replace(/\r\n?/g, "\n").trim();
  const reason = normalizeLine(typed.reason);
  const { kind } = typed;
  const mine = mayKeep(by, typed.unit) && (facts === null || mayKeep(by, facts.unit));
  if (facts && facts.cancelledAt !== null) refusals.push(no("eventCancelled"));
  if (facts?.wasLinked && facts.unit !== typed.unit) refusals.push(no("eventUnitFixed"));
  if (facts?.isPublic && !typed.isPublic) refusals.push(no("eventStaysPublic"));
  if (!isEventKind(kind)) refusals.push(no("eventKindUnknown"));
  if (!title) refusals.push(no("eventTitleMissing"));
  if (!place) refusals.push(no("eventPlaceMissing"));
  for (const [name, text, most] of [
    ["ten", title, LONGEST.title],
    ["dia-diem", place, LONGEST.place],
    ["mo-ta", description, LONGEST.description],
  ] as const)
    if (text.length > most) refusals.push(no("eventTextLong", { most: String(most), name }));

  if (!knowsUnit) refusals.push(no("eventUnitUnknown"));
  else if (!mine) refusals.push(no("eventNotYours"));
  const times = readSessions(typed.sessions, now);
  if (!times.ok) return refused([...refusals, ...times.error]);
  const span = spanOf(times.value);
  const isMoved = facts !== null && JSON.stringify(facts.content.sessions) !== JSON.stringify(times.value);
  if (isMoved && facts.endsAt <= now && !isAboveTheDuty(by)) refusals.push(no("eventOver"));
  if (isMoved && !isReason(reason)) refusals.push(no("eventMoveReasonMissing"));
  if (refusals.length > 0 || !isEventKind(kind)) return refused(refusals);
  const content: EventContent = { kind, title, place, description, sessions: times.value };
  return done({ content, span, isMoved, reason: isMoved ? reason : "" });
}

/** The sessions in order of time, or what is wrong with each. An event without an end is none (REQ-125). */
function readSessions(typed: readonly TypedSession[], now: Instant): Result<Session[], Refusal<EventCode>[]> {
  const refusals: Refusal<EventCode>[] = [];
  const sessions: Session[] = [];
  if (typed.length > MOST_SESSIONS)
    return refused([no("eventSessionsMany", { most: String(MOST_SESSIONS), name: startName(0) })]);
  const isOne = typed.filter(({ starts, ends }) => starts !== "" || ends !== "").length <= 1;
  for (const [place, { starts, ends }] of typed.entries()) {
    if (starts === "" && ends === "" && (place > 0 || typed.some((one) => one.starts !== "" || one.ends !== "")))
      continue;
    const [startsAt, endsAt] = [instantFrom(starts), instantFrom(ends)];
    const which = isOne ? "Sự kiện" : `Buổi ${place + 1}`;
    const told = (name: string) => ({ which, of: which.toLowerCase(), name });
    if (starts === "") refusals.push(no("eventStartMissing", told(startName(place))));
    else if (startsAt === null) refusals.push(no("eventTimeInvalid", told(startName(place))));
    else if (isFar(startsAt, now)) refusals.push(no("eventTimeFar", told(startName(place))));
    if (ends === "") refusals.push(no("eventEndMissing", told(endName(place))));
    else if (endsAt === null) refusals.push(no("eventTimeInvalid", told(endName(place))));
    else if (isFar(endsAt, now)) refusals.push(no("eventTimeFar", told(endName(place))));
    if (startsAt === null || endsAt === null) continue;
    if (endsAt <= startsAt) refusals.push(no("eventInverted", told(endName(place))));
    sessions.push({ startsAt, endsAt });
  }
  if (typed.length === 0) refusals.push(no("eventEndMissing", { which: "Sự kiện", name: endName(0) }));
  if (refusals.length > 0) return refused(refusals);
  return done(sessions.sort((a, b) => a.startsAt.localeCompare(b.startsAt) || a.endsAt.localeCompare(b.endsAt)));
}

/** A day without an hour says nothing of when it ends. */
const instantFrom = (text: string): Instant | null =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text) ? fromLocalInput(text) : null;

const isFar = (at: Instant, now: Instant) => Math.abs(Number(at.slice(0, 4)) - Number(now.slice(0, 4))) > YEARS;

/**
 * Whether an event may be cancelled. Once it should have been over, only those above the people who owe its article
 * may say that it never took place: nobody excuses himself.
 */
export function cancelRefusals(
  facts: Pick<EventFacts, "unit" | "endsAt" | "cancelledAt">,
  reason: string,
  by: Actor,
  now: Instant,
): Refusal<EventCode>[] {
  const refusals: Refusal<EventCode>[] = [];
  if (!mayKeep(by, facts.unit)) refusals.push(no("eventNotYours"));
  if (facts.cancelledAt !== null) refusals.push(no("eventCancelled"));
  else if (facts.endsAt <= now && !isAboveTheDuty(by)) refusals.push(no("eventOver"));
  if (!isReason(reason)) refusals.push(no("eventReasonMissing"));
  return refusals;
}

/** An article as far as the rules ask. */
export interface ArticleFacts {
  readonly unit: Id;
  readonly author: Id;
  readonly firstPublishedAt: Instant | null;
  /** The event it tells of already. */
  readonly event: { readonly id: Id; readonly title: string } | null;
}

/** Everything in the way of saying that an article tells of an event (REQ-125: not one of a different event). */
export function linkRefusals(
  event: Pick<EventFacts, "unit" | "startsAt" | "cancelledAt"> & { readonly id: Id },
  article: ArticleFacts | null,
  by: Actor,
): Refusal<EventCode>[] {
  const refusals: Refusal<EventCode>[] = [];
  if (!mayReport(by, event.unit)) refusals.push(no("eventNotYours"));
  if (event.cancelledAt !== null) refusals.push(no("eventCancelled"));
  if (!article) return [...refusals, no("eventArticleUnknown")];
  // Those who only write say it of what is their own.
  if (by.hat === "CONTRIBUTOR" && article.author !== by.person) return [...refusals, no("eventArticleUnknown")];
  if (article.event?.id === event.id) return [...refusals, no("eventArticleLinked")];
  if (article.event) refusals.push(no("eventArticleElsewhere", { event: article.event.title }));
  if (article.unit !== event.unit) refusals.push(no("eventArticleOtherUnit"));
  if (article.firstPublishedAt !== null && article.firstPublishedAt < event.startsAt)
    refusals.push(no("eventArticleEarlier"));
  return refusals;
}
