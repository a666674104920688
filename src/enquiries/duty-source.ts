import type { Duty, DutySource } from "../duties/duty.ts";
import { slipItems } from "../intake/slip-items.ts";
import { ENQUIRIES } from "./rules.ts";

const WHEN = "Trong số ngày làm việc ghi ở Cài đặt, kể từ ngày nhận";

const duty = (key: string, name: string, hat: Duty["hat"], closedBy: string, escalateTo: Duty["hat"]): Duty => ({
  key,
  clause: "Đ16.k2",
  name,
  hat,
  when: WHEN,
  closedBy,
  remindHours: [72, 24],
  escalateTo,
});

/** Đ16.k2: the head of the unit answers through the board; each step of it is owed by whoever has the slip. */
export const ENQUIRY_DUTIES: DutySource = {
  duties: [
    duty(
      "enquiry-assign",
      "Phân công đơn vị trả lời câu hỏi",
      "SECRETARY",
      "Câu hỏi đã phân công hoặc đã trả lời",
      "CHIEF",
    ),
    duty(
      "enquiry-answer",
      "Trả lời câu hỏi, góp ý",
      "MEMBER",
      "Câu trả lời đã gửi, hoặc lý do không trả lời",
      "SECRETARY",
    ),
    duty("enquiry-release", "Duyệt và gửi câu trả lời", "SECRETARY", "Câu trả lời đã gửi, hoặc đã trả lại", "CHIEF"),
  ],
  items: (question) =>
    slipItems(question, ENQUIRIES, ({ state, unit }) => {
      if (state === "RECEIVED") return { duty: "enquiry-assign", unit: null };
      if (state === "DRAFTED") return { duty: "enquiry-release", unit: null };
      return unit === null ? { duty: "enquiry-assign", unit } : { duty: "enquiry-answer", unit };
    }),
};
