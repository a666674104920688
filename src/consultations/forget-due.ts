import { BY_SYSTEM } from "../act.ts";
import { keptUntil } from "../intake/slips.ts";
import type { Portal } from "../portal.ts";
import { forgetSenders } from "./commands/forget-senders.ts";
import { publicConsultations } from "./consultations.queries.ts";

/** Forgets the senders of every consultation whose time is over; answers how many. Found by query, so none is missed. */
export async function forgetSendersDue(portal: Portal): Promise<number> {
  const now = portal.clock.now();
  const months = (await portal.settings())["enquiries.keepMonths"];
  const rows = await portal.db
    .selectFrom("opinion")
    .select("consultation_id")
    .where("erased_at", "is", null)
    .distinct()
    .execute();
  const kept = new Set(rows.map(({ consultation_id }) => consultation_id));
  if (kept.size === 0) return 0;
  let forgotten = 0;
  for (const { id, closesAt } of await publicConsultations(portal.db)) {
    if (!kept.has(id) || now < keptUntil(closesAt, months)) continue;
    const answer = await portal.act(BY_SYSTEM, forgetSenders, { consultation: id });
    if (!answer.ok) continue;
    forgotten += answer.value.opinions.length;
    // After the commit: a file without a record is harmless, a record without its file is not.
    for (const hash of answer.value.files) await portal.files.erase(hash);
  }
  return forgotten;
}
