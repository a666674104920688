import type { Moment } from "../act.ts";
import type { Follow } from "../evidence/outbox.ts";
import type { Id } from "../kernel/ids.ts";
import { tell } from "../newsroom/notices.ts";
import type { SlipRoom } from "./slips.ts";

/** Tells people of the desk that a slip waits for them, with its page; whoever acts himself needs no telling. */
export function tellOfSlip(
  moment: Moment,
  { paths }: SlipRoom,
  slip: Id,
  people: readonly Id[],
  text: string,
): Promise<Follow[]> {
  const others = [...new Set(people)].filter((person) => person !== moment.by.person);
  return tell(moment, others, null, { kind: "waiting", text, path: paths.deskOne(slip) });
}
