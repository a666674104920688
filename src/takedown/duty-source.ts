import type { Duty, DutySource } from "../duties/duty.ts";
import { slipItems } from "../intake/slip-items.ts";
import { TAKEDOWNS } from "./rules.ts";

const SHARED = {
  when: "Trong số ngày làm việc ghi ở Cài đặt, kể từ ngày nhận",
  remindHours: [72, 24],
} as const satisfies Partial<Duty>;

/** Đ15.k3: a request is prepared by the secretary, decided by the head of the board, carried out and answered. */
export const TAKEDOWN_DUTIES: DutySource = {
  duties: [
    {
      ...SHARED,
      key: "takedown-answer",
      clause: "Đ15.k3.g3",
      name: "Xử lý, trả lời yêu cầu gỡ bỏ",
      hat: "SECRETARY",
      closedBy: "Đã trả lời người yêu cầu",
      escalateTo: "CHIEF",
    },
    {
      ...SHARED,
      key: "takedown-decide",
      clause: "Đ15.k3.g1",
      name: "Quyết định về yêu cầu gỡ bỏ",
      hat: "CHIEF",
      closedBy: "Đã quyết định gỡ bỏ hoặc không chấp nhận",
      escalateTo: "DIRECTOR",
    },
  ],
  items: (question) =>
    slipItems(question, TAKEDOWNS, ({ state }) => ({
      duty: state === "CONSIDERED" ? "takedown-decide" : "takedown-answer",
      unit: null,
    })),
};
