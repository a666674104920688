import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { SlipMove } from "../regulation/slip-moves.ts";
import type { Sender } from "./sender.ts";
import type { SlipTable } from "./tables.ts";

/** One kind of slip: a question or an opinion, a request to take something down. What rooms share is told by this. */
export interface SlipRoom<State extends string = string> {
  readonly table: "enquiry" | "takedown_request";
  /** Its word in the log. */
  readonly subject: "enquiry" | "takedown";
  readonly moves: readonly SlipMove<State, string, string>[];
  readonly states: Readonly<Record<State, string>>;
  /** States in which something still waits. */
  readonly open: readonly State[];
  /** Settings' name of its working days. */
  readonly days: "enquiries.answerDays" | "takedown.answerDays";
  /** What else may name somebody, and so is emptied with the rest. */
  readonly personal: Readonly<Record<string, "">>;
  readonly paths: {
    readonly lookUp: string;
    readonly receipt: (code: string) => string;
    readonly desk: string;
    readonly deskOne: (id: string) => string;
  };
}

/** What every rule must know of a slip that exists. */
export interface SlipStanding<State extends string> {
  readonly state: State;
  readonly unit: Id | null;
  readonly erased: boolean;
  /** When the personal data may no longer be kept; null while it is open. */
  readonly keepUntil: Instant | null;
}

export function standingOf<State extends string>(
  room: SlipRoom<State>,
  row: SlipTable,
  months: number,
): SlipStanding<State> {
  const state = row.state as State;
  return {
    state,
    unit: row.unit_id,
    erased: row.erased_at !== null,
    keepUntil: room.open.includes(state) ? null : keptUntil(row.state_since, months),
  };
}

export const senderOf = (row: SlipTable): Sender => ({
  name: row.sender_name,
  email: row.sender_email,
  phone: row.sender_phone,
});

/** Personal data may be kept so many months after the end, and not a day longer (law.md §7). */
export function keptUntil(endedAt: Instant, months: number): Instant {
  const end = Temporal.Instant.from(endedAt).toZonedDateTimeISO("UTC").add({ months });
  return end.toInstant().toString({ smallestUnit: "millisecond" });
}

export const retentionOver = (
  { erased, keepUntil }: Pick<SlipStanding<string>, "erased" | "keepUntil">,
  at: Instant,
): boolean => !erased && keepUntil !== null && keepUntil <= at;
