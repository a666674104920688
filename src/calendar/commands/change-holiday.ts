import type { Command } from "../../act.ts";
import { isDay } from "../../board/rules.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import { normalizeLine } from "../../kernel/vietnamese.ts";

export interface HolidayInput {
  readonly day: string;
  readonly name: string;
  readonly isOff: boolean;
}

export type CalendarCode = "holidayDayInvalid" | "holidayNameMissing";

/** Enters a day off, or a day worked in exchange; the last word on a day counts. Due days already given stay (Đ7.k3). */
export const changeHoliday: Command<HolidayInput, null, HolidayInput> = {
  name: "holiday.change",
  load: async () => null,
  decide(_, input, by) {
    const refusals: Refusal[] = [];
    if (!["ADMIN", "DIRECTOR", "SECRETARY", "SYSTEM"].includes(by.hat))
      refusals.push({ code: "notThisHat", clause: "Đ7.k3" });
    if (!isDay(input.day)) refusals.push({ code: "holidayDayInvalid", clause: "Đ7.k3" });
    const name = normalizeLine(input.name).slice(0, 120);
    if (name === "") refusals.push({ code: "holidayNameMissing", clause: "Đ7.k3" });
    return refusals.length > 0 ? refused(refusals) : done({ ...input, name });
  },
  evidence: ({ day, ...content }) => ({ act: "holiday.change", subject: `holiday:${day}`, clause: "Đ7.k3", content }),
  async write({ tx, by, at }, { day, name, isOff }) {
    const row = { name, is_off: isOff ? 1 : 0, changed_at: at, changed_by: by.person };
    await tx
      .insertInto("holiday")
      .values({ day, ...row })
      .onConflict((conflict) => conflict.column("day").doUpdateSet(row))
      .execute();
    return [];
  },
};
