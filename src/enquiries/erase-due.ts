import { BY_SYSTEM } from "../act.ts";
import type { Portal } from "../portal.ts";
import { OPEN_ENQUIRIES } from "../regulation/enquiry-moves.ts";
import { eraseEnquiry } from "./commands/erase-enquiry.ts";

/** Months in no month are shorter than so many days: a coarse bound, the rule itself decides. */
const SHORTEST_MONTH = 28;

/** Erases every enquiry whose time is over; answers how many. Found by query, so a stopped server forgets none. */
export async function eraseEnquiriesDue(portal: Portal): Promise<number> {
  const now = portal.clock.now();
  const months = (await portal.settings())["enquiries.keepMonths"];
  const bound = new Date(Date.parse(now) - months * SHORTEST_MONTH * 24 * 3600 * 1000).toISOString();
  const rows = await portal.db
    .selectFrom("enquiry")
    .select("id")
    .where("state", "not in", [...OPEN_ENQUIRIES])
    .where("erased_at", "is", null)
    .where("state_since", "<=", bound)
    .execute();
  let erased = 0;
  for (const { id } of rows) {
    const answer = await portal.act(BY_SYSTEM, eraseEnquiry, { enquiry: id });
    if (!answer.ok) continue;
    erased += 1;
    // After the commit: a file without a record is harmless, a record without its file is not.
    for (const hash of answer.value.files) await portal.files.erase(hash);
  }
  return erased;
}
