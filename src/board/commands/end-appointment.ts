import type { Command } from "../../act.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import { type AppointmentEnd, endAppointmentRefusals } from "../appointment-rules.ts";
import { readBoard } from "../board.queries.ts";
import type { Board } from "../board.ts";

/** Closes an appointment on its last day by a numbered paper. Nothing of what it said before is changed. */
export const endAppointment: Command<AppointmentEnd, Board, AppointmentEnd> = {
  name: "appointment.end",
  load: ({ tx }) => readBoard(tx),
  decide(board, typed, by) {
    const input = { ...typed, paper: normalizeLine(typed.paper) };
    const refusals = endAppointmentRefusals(board, input, by);
    return refusals.length > 0 ? refused(refusals) : done(input);
  },
  evidence: ({ appointment, to, paper }, board) => ({
    act: "appointment.end",
    subject: `appointment:${appointment}`,
    clause: "Đ7.k1",
    content: { before: board.appointments.find(({ id }) => id === appointment)?.to ?? null, to, paper },
  }),
  async write({ tx }, { appointment, to }) {
    await tx.updateTable("appointment").set({ to_day: to }).where("id", "=", appointment).execute();
    return [{ kind: "pages", tags: ["board"] }];
  },
};
