import { BY_SYSTEM } from "../act.ts";
import { moveEdition } from "../newsroom/commands/move-edition.ts";
import type { Portal } from "../portal.ts";
import { explain } from "../words/refusals.ts";

/** An hour missed by more than this was missed: the server stood still. Seconds. */
const LATE_AFTER = 120;

export interface PublishedOnTime {
  readonly edition: string;
  readonly published: boolean;
  /** Seconds after the hour that was set. */
  readonly late: number;
}

/**
 * Posts every edition whose hour has come (T15). What is due is found by query, so a stopped server misses nothing:
 * at the next start it is caught up, and the secretary is told how late. Rights are judged again at the hour; where
 * the rules now say no, the edition goes back to APPROVED with the reasons.
 */
export async function publishDue(portal: Portal): Promise<PublishedOnTime[]> {
  const now = portal.clock.now();
  const due = await portal.db
    .selectFrom("edition")
    .select(["id", "publish_at"])
    .where("state", "=", "SCHEDULED")
    .where("publish_at", "<=", now)
    .orderBy("publish_at")
    .orderBy("id")
    .execute();
  const outcomes: PublishedOnTime[] = [];
  for (const { id, publish_at } of due) {
    const late = Math.round((Date.parse(now) - Date.parse(publish_at!)) / 1000);
    const note =
      late > LATE_AFTER ? `Đăng muộn ${Math.round(late / 60)} phút so với giờ hẹn vì máy chủ không chạy.` : "";
    const answer = await portal.act(BY_SYSTEM, moveEdition, { edition: id, act: "publishScheduled", note });
    if (!answer.ok) {
      const reason = answer.error.map((refusal) => explain(refusal).text).join(" ");
      await portal.act(BY_SYSTEM, moveEdition, { edition: id, act: "missSchedule", reason });
    }
    outcomes.push({ edition: id, published: answer.ok, late });
  }
  return outcomes;
}
