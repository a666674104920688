import type { Command } from "../../act.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import { HATS, type Hat } from "../../regulation/hats.ts";
import { type AppointmentInput, appointRefusals } from "../appointment-rules.ts";
import { readBoard } from "../board.queries.ts";
import type { Board } from "../board.ts";

export interface Appointed extends AppointmentInput {
  readonly id: Id;
  readonly hat: Hat;
}

/**
 * Gives a person a hat for a period by a numbered decision (Đ7.k1, Đ8.k1), with what a deputy is in charge of (Đ10).
 * Refuses a second standing deputy (Đ8.k1.g2) and a second full head of a unit (REQ-005).
 */
export const appoint: Command<AppointmentInput, Board, Appointed> = {
  name: "appointment.add",
  load: ({ tx }) => readBoard(tx),
  decide(board, typed, by) {
    const input: AppointmentInput = {
      ...typed,
      decisionNumber: normalizeLine(typed.decisionNumber),
      units: [...new Set(typed.units)],
      fields: [...new Set(typed.fields)],
    };
    const refusals = appointRefusals(board, input, by);
    if (refusals.length > 0) return refused(refusals);
    return done({ ...input, id: newId(), hat: input.hat as Hat });
  },
  evidence: ({ id, ...content }) => ({
    act: "appointment.add",
    subject: `appointment:${id}`,
    clause: HATS[content.hat].clause,
    content,
  }),
  async write({ tx }, change) {
    await tx
      .insertInto("appointment")
      .values({
        id: change.id,
        person_id: change.person,
        hat: change.hat,
        unit_id: change.unit,
        is_acting: change.acting ? 1 : 0,
        from_day: change.from,
        to_day: change.to,
        decision_number: change.decisionNumber,
        decision_day: change.decisionDay,
      })
      .execute();
    const charges = [
      ...change.units.map((unit) => ({ unit_id: unit, field_id: null })),
      ...change.fields.map((field) => ({ unit_id: null, field_id: field })),
    ];
    if (charges.length > 0) {
      await tx
        .insertInto("charge")
        .values(charges.map((charge) => ({ id: newId(), appointment_id: change.id, ...charge })))
        .execute();
    }
    return [{ kind: "pages", tags: ["board"] }];
  },
};
