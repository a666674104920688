import type { Command } from "../../act.ts";
import type { Follow } from "../../evidence/outbox.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { tell } from "../../newsroom/notices.ts";
import { type DueNotice, dueNotices } from "../due-notices.queries.ts";
import type { DutySource } from "../duty.ts";
import { digestOf, type ToldLine } from "../notice-words.ts";
import { DUTY_PATH } from "../paths.ts";

/** Rows in one statement. */
const AT_ONCE = 200;

/**
 * Tells everybody of what is due, late or missed now (Đ8.k2.g5, Đ11.g2). What is to be told is found again inside the
 * transaction, where no other process can tell it at the same time: each stage of an item reaches each person once.
 */
export const tellDue: Command<
  { readonly sources?: readonly DutySource[] },
  readonly DueNotice[],
  readonly DueNotice[]
> = {
  name: "duty.tell",
  load: ({ tx, at }, { sources }) => dueNotices(tx, at, sources),
  decide: (notices, _, by) =>
    by.hat === "SYSTEM" ? done(notices) : refused([{ code: "notThisHat", clause: "Đ8.k2.g5" }]),
  evidence: (notices) =>
    notices.length === 0
      ? null
      : {
          act: "duty.tell",
          subject: "duty:notices",
          clause: "Đ8.k2.g5",
          content: {
            told: notices.map(({ item, stage, owners, escalated }) => ({
              duty: item.duty,
              subject: item.subject,
              period: item.term.period,
              ahead: stage.ahead,
              people: [...owners, ...escalated],
            })),
          },
        },
  async write({ tx, at }, notices, _, seq) {
    const names = new Map(
      (await tx.selectFrom("person").select(["id", "full_name"]).execute()).map((row) => [row.id, row.full_name]),
    );
    const rows = notices.map(({ item, stage, owners, escalated }) => ({
      duty: item.duty,
      subject: item.subject,
      period: item.term.period,
      minutes_ahead: stage.ahead,
      due_at: item.term.due,
      told: JSON.stringify([...owners, ...escalated]),
      at,
      evidence_seq: seq,
    }));
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      await tx
        .insertInto("duty_notice")
        .values(rows.slice(from, from + AT_ONCE))
        .execute();
    }
    const lines = new Map<Id, ToldLine[]>();
    for (const { item, owners, escalated } of notices) {
      const people = [...owners, ...escalated];
      for (const person of people) {
        const of = escalated.includes(person) ? owners.flatMap((id) => names.get(id) ?? []) : null;
        lines.set(person, [...(lines.get(person) ?? []), { item, owedBy: of }]);
      }
    }
    const follows: Follow[] = [];
    for (const [person, told] of lines) {
      const { text, details } = digestOf(told);
      const path = told.length === 1 && told[0]!.owedBy === null ? told[0]!.item.href : DUTY_PATH;
      follows.push(...(await tell({ tx, at }, [person], null, { kind: "waiting", text, path, details })));
    }
    return follows;
  },
};
