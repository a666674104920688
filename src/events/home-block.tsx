import { dayOf } from "../kernel/clock.ts";
import { PartHead } from "../site/home.view.tsx";
import type { HomeBlockSource } from "../site/home-block.ts";
import { readEvents } from "./events.queries.ts";
import { EVENT_PATHS, EVENT_TAG } from "./paths.ts";
import { itemOf } from "./site.tsx";
import { EventLines } from "./site.view.tsx";

const SHOWN = 4;

/** On the home page: what takes place next (REQ-081). */
export const EVENTS_BLOCK: HomeBlockSource = {
  key: "events",
  tags: [EVENT_TAG],
  async block({ db, clock }) {
    const now = clock.now();
    // The page is kept for a day at most: whatever ends today stays on it today.
    const next = (await readEvents(db, { isPublic: true }))
      .filter(({ endsAt, cancelledAt }) => dayOf(endsAt) >= dayOf(now) && cancelledAt === null)
      .reverse()
      .slice(0, SHOWN);
    if (next.length === 0) return null;
    return (
      <section class="home-part" aria-labelledby="khoi-su-kien">
        <PartHead id="khoi-su-kien" name="Sự kiện sắp tới" href={EVENT_PATHS.site} more="Lịch sự kiện" />
        <ul class="home-events">
          <EventLines items={next.map((event) => ({ ...itemOf(event, now), phase: "upcoming" }))} />
        </ul>
      </section>
    );
  },
};
