import type { DutyItem, DutyQuestion } from "../duties/duty.ts";
import { dayOf, endOfDay } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { SlipRoom } from "./slips.ts";

interface SlipStands {
  readonly state: string;
  readonly unit: Id | null;
}

/**
 * Answers owed for the slips of a room. `owedAs` says whose turn it is. A slip is named by its code only: what its
 * sender wrote is to be forgotten one day, and notices are not.
 */
export async function slipItems(
  { db, from, to, unfinished }: DutyQuestion,
  { table, open, paths }: SlipRoom,
  owedAs: (slip: SlipStands) => { readonly duty: string; readonly unit: Id | null },
): Promise<DutyItem[]> {
  let query = db
    .selectFrom(table)
    .select(["id", "code", "unit_id", "received_at", "due_on", "state", "state_since"])
    .where("due_on", ">=", from)
    .where("due_on", "<=", to);
  if (unfinished) query = query.where("state", "in", [...open]);
  const rows = await query.orderBy("received_at").execute();
  return rows.map((row) => ({
    ...owedAs({ state: row.state, unit: row.unit_id }),
    term: {
      period: dayOf(row.received_at),
      opens: row.received_at,
      due: endOfDay(row.due_on),
      gone: null,
    },
    subject: row.id,
    about: `phiếu ${row.code}`,
    people: [],
    doneAt: open.includes(row.state) ? null : row.state_since,
    excused: "",
    href: paths.deskOne(row.id),
  }));
}
