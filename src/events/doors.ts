import type { DoorSource } from "../site/doors.ts";
import { readEvents } from "./events.queries.ts";
import { monthsTaken } from "./month.ts";
import { EVENT_PATHS, EVENT_TAG } from "./paths.ts";

/** Đ14.k2: the calendar, its months and every public event. */
export const EVENT_DOORS: DoorSource = {
  tags: [EVENT_TAG],
  groups: async () => [
    {
      title: "Tin tức – sự kiện",
      doors: [{ href: EVENT_PATHS.site, label: "Lịch sự kiện" }],
    },
  ],
  async more(db) {
    const events = await readEvents(db, { isPublic: true });
    const months = new Set(events.flatMap(({ content }) => monthsTaken(content.sessions)));
    return [...[...months].sort().map(EVENT_PATHS.month), ...events.map(({ slug }) => EVENT_PATHS.one(slug))];
  },
};
