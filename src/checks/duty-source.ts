import type { Duty, DutyItem, DutySource } from "../duties/duty.ts";
import { dayOf } from "../kernel/clock.ts";
import { checksBetween } from "./checks.queries.ts";
import { CHECK_PATH } from "./paths.ts";
import { slotsBetween } from "./slots.ts";

/** Đ12.k2, REQ-066. */
export const CONTENT_CHECK: Duty = {
  key: "content-check",
  clause: "Đ12.k2",
  name: "Kiểm tra nội dung Cổng",
  hat: "ADMIN",
  when: "Mỗi ngày làm việc hai lần: đầu giờ buổi sáng, cuối giờ buổi chiều",
  closedBy: "Lần kiểm tra do Quản trị tự ghi trong ngày",
  remindHours: [0.5],
  escalateTo: "CHIEF",
};

export const CHECK_DUTIES: DutySource = {
  duties: [CONTENT_CHECK],
  async items({ db, settings, calendar, from, to, now, unfinished }) {
    // A check cannot be done on another day: none before today still waits.
    const first = unfinished ? [from, dayOf(now)].sort().at(-1)! : from;
    const recorded = await checksBetween(db, first, to);
    return slotsBetween(first, to, settings, calendar).map((term): DutyItem => {
      const check = recorded.get(term.period);
      return {
        duty: CONTENT_CHECK.key,
        // By the hours that were in force when it was recorded.
        term: check ? { ...term, due: check.due_at } : term,
        subject: "",
        about: "",
        unit: null,
        people: [],
        doneAt: check?.at ?? null,
        excused: "",
        href: CHECK_PATH,
      };
    });
  },
};
