import type { Sentence } from "../newsroom/move-words.ts";
import type { CalendarCode } from "./commands/change-holiday.ts";

export const calendarSentences: Readonly<Record<CalendarCode, Sentence>> = {
  holidayDayInvalid: { text: "Ngày nhập vào chưa đúng.", remedy: "Hãy nhập đủ ngày, tháng, năm." },
  holidayNameMissing: { text: "Chưa ghi tên ngày nghỉ hoặc lý do làm bù.", remedy: "Ví dụ: Nghỉ Tết theo thông báo." },
};
