import { type Day, dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";

/** A step that leaves a public page where it is: its owner looked and it is still right. */
export const CONFIRM = "confirm";

/** A page is looked at again a year after it was approved or confirmed. */
export const reviewAfter = (day: Day): Day => Temporal.PlainDate.from(day).add({ years: 1 }).toString();

export interface Upkeep {
  /** Day on which it was last approved or said to be still right. */
  readonly confirmedOn: Day;
  readonly reviewOn: Day;
}

/** When each public page was last looked at and when it is to be again, by its id. */
export async function upkeepOfPages(db: Db, id?: Id): Promise<ReadonlyMap<Id, Upkeep>> {
  let asked = db
    .selectFrom("page_move")
    .select((is) => ["page_id", is.fn.max("at").as("at")])
    .where("to_state", "=", "LIVE")
    .groupBy("page_id");
  if (id !== undefined) asked = asked.where("page_id", "=", id);
  const rows = await asked.execute();
  return new Map(
    rows.map(({ page_id, at }) => {
      const confirmedOn = dayOf(String(at));
      return [page_id, { confirmedOn, reviewOn: reviewAfter(confirmedOn) }];
    }),
  );
}
