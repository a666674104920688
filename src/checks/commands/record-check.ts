import type { Command } from "../../act.ts";
import { actorsOn } from "../../board/actor.ts";
import { readRoster } from "../../board/roster.queries.ts";
import { readWorkCalendar } from "../../calendar/calendar.queries.ts";
import { dayOf } from "../../kernel/clock.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeText } from "../../kernel/vietnamese.ts";
import { tell } from "../../newsroom/notices.ts";
import { readSettings } from "../../settings/settings.queries.ts";
import { type CheckFacts, type CheckOutcome, checkRefusals } from "../rules.ts";
import { slotNamed, slotsBetween } from "../slots.ts";

export interface CheckInput {
  /** `2026-11-24 sang` */
  readonly slot: string;
  readonly outcome: CheckOutcome;
  readonly note: string;
  /** Last row of the log that the page showed. */
  readonly seen: number;
}

interface State extends CheckFacts {
  readonly chiefs: readonly Id[];
  readonly newest: number;
}

/**
 * Records one of the two checks of a working day (Đ12.k2, REQ-066). A problem reaches the head of the board at once.
 * What was seen is never more than the log holds.
 */
export const recordCheck: Command<CheckInput, State, CheckInput & { readonly due: string }> = {
  name: "check.record",
  async load({ tx, at }, { slot }) {
    const today = dayOf(at);
    const named = slotNamed(slot);
    const terms = named ? slotsBetween(named.day, named.day, await readSettings(tx), await readWorkCalendar(tx)) : [];
    const known = await tx.selectFrom("content_check").select("id").where("slot", "=", slot).executeTakeFirst();
    const newest = await tx.selectFrom("evidence").select("seq").orderBy("seq", "desc").limit(1).executeTakeFirst();
    return {
      slot: terms.find(({ period }) => period === slot) ?? null,
      isRecorded: known !== undefined,
      newest: newest?.seq ?? 0,
      chiefs: actorsOn(await readRoster(tx, today), today)
        .filter(({ hat }) => hat === "CHIEF")
        .map(({ person }) => person),
    };
  },
  decide(state, typed, by, at) {
    const input = {
      ...typed,
      note: normalizeText(typed.note).trim().slice(0, 2000),
      seen: Math.min(typed.seen, state.newest),
    };
    const refusals = checkRefusals(state, input, by.hat, at);
    return refusals.length > 0 || !state.slot ? refused(refusals) : done({ ...input, due: state.slot.due });
  },
  evidence: ({ slot, outcome, note, seen, due }) => ({
    act: "check.record",
    subject: `check:${slot}`,
    clause: "Đ12.k2",
    content: { outcome, note, seen, due },
  }),
  async write({ tx, by, at }, { slot, outcome, note, seen, due }, { chiefs }, seq) {
    await tx
      .insertInto("content_check")
      .values({
        id: newId(),
        slot,
        day: slot.slice(0, 10),
        due_at: due,
        outcome,
        note,
        seen_seq: seen,
        person_id: by.person,
        hat: by.hat,
        at,
        evidence_seq: seq,
      })
      .execute();
    if (outcome === "ok") return [];
    return tell({ tx, at }, chiefs, null, { kind: "waiting", text: `Kiểm tra Cổng phát hiện vấn đề: ${note}` });
  },
};
