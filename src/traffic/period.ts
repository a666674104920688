import { isDay } from "../board/rules.ts";
import { addDays, type Day } from "../kernel/clock.ts";

export interface Period {
  readonly from: Day;
  readonly to: Day;
  /** What was asked for and cannot be; "" when all is well. */
  readonly fault: string;
}

/** Days shown when nothing is asked for. */
const USUAL = 30;
/** More days than this are asked for by several pages. */
const MOST = 1100;

/** The days a page is about, as its address says them. What cannot be is told, and the usual days stand instead. */
export function periodAsked(tu: string, den: string, today: Day): Period {
  const usual = { from: addDays(today, 1 - USUAL), to: today };
  if (tu === "" && den === "") return { ...usual, fault: "" };
  const from = tu === "" ? usual.from : tu;
  const to = den === "" ? today : den;
  if (!isDay(from) || !isDay(to)) return { ...usual, fault: "Ngày chưa đúng. Hãy chọn lại từ lịch." };
  if (from > to) return { ...usual, fault: "Ngày đầu ở sau ngày cuối. Hãy chọn lại." };
  if (from > today) return { ...usual, fault: "Khoảng thời gian chưa đến. Hãy chọn lại." };
  if (addDays(from, MOST) < to) return { ...usual, fault: "Khoảng thời gian dài hơn 3 năm. Hãy chọn ngắn hơn." };
  return { from, to: to > today ? today : to, fault: "" };
}
