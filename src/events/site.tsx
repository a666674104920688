import type { FastifyInstance } from "fastify";
import { NotFound } from "../http/errors.ts";
import type { PublicPage } from "../http/kept-page.ts";
import { publicPage } from "../http/public-page.ts";
import { addDays, dayOf, type Instant, startOfDay } from "../kernel/clock.ts";
import type { Portal } from "../portal.ts";
import { officialAddress, type SiteFrame } from "../site/frame.ts";
import { readFrame } from "../site/pages.ts";
import { articleHref } from "../site/site-frame.ts";
import type { Assets } from "../ui/assets.ts";
import { renderDocument } from "../ui/document.tsx";
import { formatDate, formatDateTime } from "../ui/format.ts";
import { EVENT_KINDS, phaseOf } from "./event.ts";
import { whenWords } from "./event-words.ts";
import { type CentreEvent, eventVersions, readEvents } from "./events.queries.ts";
import { type Appointment, calendarFile } from "./ics.ts";
import { eventJsonLd } from "./json-ld.ts";
import { besideMonth, isMonth, monthOf, monthsTaken } from "./month.ts";
import { EVENT_PATHS, EVENT_TAG } from "./paths.ts";
import { type EventItem, EventMonthPage, EventPage, EventsPage, type EventView } from "./site.view.tsx";

/** How many that are over stand on the first page; all stand under their months. */
const PAST_SHOWN = 8;
/** Days for which the feed still tells of what is over. */
const FEED_DAYS = 366;
/** An article on the page comes and goes with the lists of news. */
const TAGS = ["all", EVENT_TAG, "lists", "board"] as const;

/** The public calendar: lists, months, each event at its own address, and calendar files (REQ-081). */
export function eventSite(app: FastifyInstance, portal: Portal, assets: Assets): void {
  const { db } = portal;
  const now = () => portal.clock.now();
  const frameNow = () => readFrame(portal, assets);
  const publicEvents = () => readEvents(db, { isPublic: true });

  publicPage(app, EVENT_PATHS.site, {}, async () => {
    const [frame, events, at] = [await frameNow(), await publicEvents(), now()];
    const items = (ahead: boolean) =>
      events.filter(({ endsAt }) => (ahead ? endsAt > at : endsAt <= at)).map((event) => itemOf(event, at));
    const counts = new Map<string, number>();
    for (const { content } of events)
      for (const month of monthsTaken(content.sessions)) counts.set(month, (counts.get(month) ?? 0) + 1);
    const view = {
      upcoming: items(true).reverse(),
      past: items(false).slice(0, PAST_SHOWN),
      months: [...counts].map(([month, count]) => ({ month, count })).sort((a, b) => b.month.localeCompare(a.month)),
      feedAddress: officialAddress(frame, EVENT_PATHS.feed),
    };
    return kept(renderDocument(<EventsPage frame={frame} view={view} />), events, at);
  });

  publicPage(app, EVENT_PATHS.month(":month"), {}, async ({ params }) => {
    const month = params.month!;
    const [events, at] = [await publicEvents(), now()];
    const all = [
      ...new Set([monthOf(dayOf(at)), ...events.flatMap(({ content }) => monthsTaken(content.sessions))]),
    ].sort();
    // Months without an end would be pages without an end.
    if (!isMonth(month) || month < all[0]! || month > all.at(-1)!) throw new NotFound();
    const shown = events.filter(({ content }) => monthsTaken(content.sessions).includes(month));
    const view = {
      month,
      today: dayOf(at),
      events: shown.map(({ slug, content, cancelledAt }) => ({
        href: EVENT_PATHS.one(slug),
        title: content.title,
        sessions: content.sessions,
        isCancelled: cancelledAt !== null,
        note: "",
      })),
      before: month > all[0]! ? EVENT_PATHS.month(besideMonth(month, -1)) : null,
      after: month < all.at(-1)! ? EVENT_PATHS.month(besideMonth(month, 1)) : null,
    };
    return kept(renderDocument(<EventMonthPage frame={await frameNow()} view={view} />), events, at);
  });

  publicPage(app, EVENT_PATHS.one(":slug"), {}, async ({ params }) => {
    const [frame, event, at] = [await frameNow(), await oneOf(params.slug!), now()];
    const versions = await eventVersions(db, event.id);
    const movedBy = versions.filter(({ reason }) => reason !== "");
    const moved = movedBy.map(({ version, at: on, reason }) => ({
      on: formatDateTime(on),
      from: whenWords(versions.find((one) => one.version === version - 1)!),
      reason,
    }));
    const before = movedBy[0] ? (versions.find(({ version }) => version === movedBy[0]!.version - 1) ?? null) : null;
    const view = { ...viewOf(event, at), moved };
    const page = <EventPage frame={frame} view={view} jsonLd={eventJsonLd(frame, event, before)} />;
    return kept(renderDocument(page), [event], at);
  });

  publicPage(app, EVENT_PATHS.feed, {}, async () => {
    const [frame, at] = [await frameNow(), now()];
    const since = startOfDay(addDays(dayOf(at), -FEED_DAYS));
    const events = (await publicEvents()).filter(({ endsAt }) => endsAt >= since).reverse();
    return { ...kept(fileOf(frame, `Lịch sự kiện ${frame.shortName}`, events), [], at), type: CALENDAR };
  });

  publicPage(app, EVENT_PATHS.ics(":slug"), {}, async ({ params }) => {
    const [frame, event] = [await frameNow(), await oneOf(params.slug!)];
    return { body: fileOf(frame, event.content.title, [event]), tags: TAGS, type: CALENDAR };
  });

  async function oneOf(slug: string): Promise<CentreEvent> {
    const event = (await readEvents(db, { isPublic: true, slug }))[0];
    if (!event) throw new NotFound();
    return event;
  }
}

const CALENDAR = "text/calendar; charset=utf-8";

const fileOf = (frame: SiteFrame, name: string, events: readonly CentreEvent[]): string =>
  calendarFile(
    name,
    events.flatMap((event) => appointmentsOf(frame, event)),
  );

/** Each session is an appointment of its own, so that a calendar shows when people have to be there. */
export function appointmentsOf(frame: SiteFrame, event: CentreEvent): Appointment[] {
  const { title, place, description, sessions } = event.content;
  return sessions.map(({ startsAt, endsAt }, number) => ({
    uid: `${event.id}-${number + 1}@su-kien`,
    stamp: event.cancelledAt ?? event.savedAt,
    sequence: event.version - 1 + (event.cancelledAt === null ? 0 : 1),
    startsAt,
    endsAt,
    title: sessions.length > 1 ? `${title} (buổi ${number + 1}/${sessions.length})` : title,
    place,
    description: [event.cancelReason && `Đã hủy: ${event.cancelReason}`, description].filter(Boolean).join("\n\n"),
    url: officialAddress(frame, EVENT_PATHS.one(event.slug)),
    isCancelled: event.cancelledAt !== null,
  }));
}

/** A page that says "đang diễn ra" and "hôm nay" is kept until the next moment at which it says something else. */
function kept(body: string, events: readonly CentreEvent[], at: Instant): PublicPage {
  const midnight = startOfDay(addDays(dayOf(at), 1));
  const changes = events.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]).filter((one) => one > at);
  return { body, tags: TAGS, until: [midnight, ...changes].sort()[0]! };
}

export const itemOf = (event: CentreEvent, at: Instant): EventItem => ({
  href: EVENT_PATHS.one(event.slug),
  title: event.content.title,
  day: dayOf(event.startsAt),
  when: whenWords(event),
  place: event.content.place,
  phase: phaseOf(event, at),
});

function viewOf(event: CentreEvent, at: Instant): Omit<EventView, "moved"> {
  const { kind, title, place, description, sessions } = event.content;
  return {
    path: EVENT_PATHS.one(event.slug),
    title,
    kind: EVENT_KINDS[kind],
    when: whenWords(event),
    sessions: sessions.map(whenWords),
    place,
    unit: event.unitName,
    description,
    phase: phaseOf(event, at),
    cancelled: event.cancelledAt === null ? "" : `Hủy ngày ${formatDate(event.cancelledAt)}: ${event.cancelReason}`,
    articles: event.articles.flatMap((article) =>
      article.slug === null ? [] : [{ href: articleHref(article.slug), title: article.title }],
    ),
    icsHref: EVENT_PATHS.ics(event.slug),
  };
}
