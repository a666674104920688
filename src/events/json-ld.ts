import { type Instant, ZONE } from "../kernel/clock.ts";
import { officialAddress, type SiteFrame } from "../site/frame.ts";
import type { CentreEvent, EventVersion } from "./events.queries.ts";
import { EVENT_PATHS } from "./paths.ts";

/** With the offset of Vietnam, as schema.org wants a local time. */
const local = (at: Instant): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(ZONE).toString({ smallestUnit: "second", timeZoneName: "never" });

/** An event for machines, in the words of schema.org. `before`: the version before its time was changed last. */
export function eventJsonLd(frame: SiteFrame, event: CentreEvent, before: EventVersion | null): object {
  const { title, place, description, sessions } = event.content;
  const status =
    event.cancelledAt !== null ? "EventCancelled" : before !== null ? "EventRescheduled" : "EventScheduled";
  const organizer = {
    "@type": "Organization",
    name: `${event.unitName}, ${frame.siteName}`,
    url: officialAddress(frame, "/"),
  };
  const location = {
    "@type": "Place",
    name: place,
    address: { "@type": "PostalAddress", streetAddress: frame.footer.address || place, addressCountry: "VN" },
  };
  const common = { location, eventStatus: `https://schema.org/${status}`, organizer };
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    name: title,
    url: officialAddress(frame, EVENT_PATHS.one(event.slug)),
    startDate: local(event.startsAt),
    endDate: local(event.endsAt),
    ...(before ? { previousStartDate: local(before.startsAt) } : {}),
    ...(description ? { description } : {}),
    inLanguage: "vi",
    ...common,
    ...(sessions.length > 1
      ? {
          subEvent: sessions.map(({ startsAt, endsAt }, place_) => ({
            "@type": "Event",
            name: `${title}, buổi ${place_ + 1}`,
            startDate: local(startsAt),
            endDate: local(endsAt),
            ...common,
          })),
        }
      : {}),
  };
}
