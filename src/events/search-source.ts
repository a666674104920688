import { dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { SearchEntry } from "../search/questions.ts";
import type { SearchSource } from "../search/rebuild.ts";
import type { Tx } from "../storage/database.ts";
import { formatDateTime } from "../ui/format.ts";
import { EVENT_KINDS } from "./event.ts";
import { eventById } from "./events.queries.ts";
import { EVENT_PATHS } from "./paths.ts";

/** A public event as search knows it. */
export async function eventEntry(tx: Tx, id: Id): Promise<SearchEntry> {
  const event = await eventById(tx, id);
  if (!event?.isPublic) throw new Error(`Event ${id} is not public`);
  const { kind, title, place, description } = event.content;
  const over = event.cancelledAt === null ? "" : `Đã hủy: ${event.cancelReason}`;
  return {
    kind: "event",
    id,
    path: EVENT_PATHS.one(event.slug),
    title,
    summary: [over, `${formatDateTime(event.startsAt)}, ${place}`].filter(Boolean).join(". "),
    body: description,
    day: dayOf(event.startsAt),
    category: EVENT_KINDS[kind],
    unit: event.unitName,
  };
}

/** Every public event, for making the index anew. */
export const EVENTS: SearchSource = {
  kind: "event",
  ids: async (tx) =>
    (await tx.selectFrom("event").select("id").where("is_public", "=", 1).orderBy("id").execute()).map(({ id }) => id),
  entry: eventEntry,
};
