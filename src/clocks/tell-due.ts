import { BY_SYSTEM } from "../act.ts";
import { tellDue } from "../duties/commands/tell-due.ts";
import { dueNotices } from "../duties/due-notices.queries.ts";
import type { DutySource } from "../duties/duty.ts";
import type { Portal } from "../portal.ts";

/** Reminds and escalates what has come due; returns how many items were told of. Looks first, so that it rarely writes. */
export async function tellWhatIsDue(portal: Portal, sources?: readonly DutySource[]): Promise<number> {
  if ((await dueNotices(portal.db, portal.clock.now(), sources)).length === 0) return 0;
  const answer = await portal.act(BY_SYSTEM, tellDue, sources ? { sources } : {});
  return answer.ok ? answer.value.length : 0;
}
