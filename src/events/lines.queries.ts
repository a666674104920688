import type { Instant } from "../kernel/clock.ts";
import type { Db } from "../storage/database.ts";
import { phaseOf } from "./event.ts";
import { articleStanding, type EventLine, isLate } from "./event-list.ts";
import { type EventScope, lostTimes, owedSince, readEvents } from "./events.queries.ts";

/** Events with how their articles stand, and of late ones where the time went. */
export async function eventLines(db: Db, now: Instant, scope: EventScope = {}): Promise<EventLine[]> {
  const since = await owedSince(db);
  const judged = (await readEvents(db, scope)).map((event) => ({
    event,
    phase: phaseOf(event, now),
    standing: articleStanding(event, since, now),
  }));
  const late = judged.filter(({ standing }) => isLate(standing)).map(({ event }) => event);
  const lost = await lostTimes(db, late, now);
  return judged.map((line) => ({ ...line, lost: lost.get(line.event.id) ?? [] }));
}
