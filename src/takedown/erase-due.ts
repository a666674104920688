import { BY_SYSTEM } from "../act.ts";
import type { Portal } from "../portal.ts";
import { eraseRequest } from "./commands/erase-request.ts";

const SHORTEST_MONTH = 28;

/** Erases every answered request whose time is over; answers how many. */
export async function eraseRequestsDue(portal: Portal): Promise<number> {
  const now = portal.clock.now();
  const months = (await portal.settings())["enquiries.keepMonths"];
  const bound = new Date(Date.parse(now) - months * SHORTEST_MONTH * 24 * 3600 * 1000).toISOString();
  const rows = await portal.db
    .selectFrom("takedown_request")
    .select("id")
    .where("state", "=", "ANSWERED")
    .where("erased_at", "is", null)
    .where("state_since", "<=", bound)
    .execute();
  let erased = 0;
  for (const { id } of rows) {
    const answer = await portal.act(BY_SYSTEM, eraseRequest, { request: id });
    if (!answer.ok) continue;
    erased += 1;
    for (const hash of answer.value.files) await portal.files.erase(hash);
  }
  return erased;
}
