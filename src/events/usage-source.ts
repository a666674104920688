import type { UsageSource } from "../usage/usage.ts";
import { readEvents } from "./events.queries.ts";
import { EVENT_PATHS } from "./paths.ts";

/** Events that a unit organises, or whose description leads to an address. */
export const EVENT_USES: UsageSource = {
  async uses(db, thing) {
    if (thing.kind !== "unit" && thing.kind !== "address") return [];
    return (await readEvents(db))
      .filter(({ unit, content }) =>
        thing.kind === "unit" ? unit === thing.id : content.description.includes(thing.href),
      )
      .map(({ id, content, isPublic, cancelledAt }) => ({
        what: "Sự kiện",
        label: content.title,
        href: EVENT_PATHS.event(id),
        note: cancelledAt !== null ? "đã hủy" : isPublic ? "trên lịch công khai" : "nội bộ",
      }));
  },
};
