import { beganAt } from "../checks/checks.queries.ts";
import type { DutyItem, DutySource } from "../duties/duty.ts";
import { addDays, type Day, dayOf, endOfDay, startOfDay } from "../kernel/clock.ts";
import { addWorkingDays } from "../kernel/working-days.ts";
import { QUY_CHE_27 } from "../regulation/quy-che-27.ts";
import { acknowledgedAt, headships } from "./acknowledgements.queries.ts";
import { COMPLIANCE_PATHS } from "./paths.ts";

const DUTY = "regulation-acknowledge";

/** Heads acknowledge the regulation in force within working days of their appointment (QĐ-Đ3, REQ-005). */
export const COMPLIANCE_DUTIES: DutySource = {
  duties: [
    {
      key: DUTY,
      clause: "QĐ-Đ3",
      name: "Xác nhận đã đọc và thực hiện Quy chế",
      hat: "MEMBER",
      when: "Trong 10 ngày làm việc từ ngày được phân công (đổi được trong Cài đặt)",
      closedBy: "Trưởng đơn vị tự xác nhận trên Cổng",
      remindHours: [72, 24],
      escalateTo: "CHIEF",
    },
  ],
  async items({ db, settings, calendar, now, from, to }) {
    const began = dayOf((await beganAt(db)) ?? now);
    const known = await acknowledgedAt(db);
    const heads = await headships(db, QUY_CHE_27.effectiveOn, to);
    return heads.flatMap((head): DutyItem[] => {
      // Nobody could acknowledge before there was a regulation, nor before there was a portal.
      const since: Day = [head.from, QUY_CHE_27.effectiveOn, began].sort().at(-1)!;
      const due = addWorkingDays(since, settings["compliance.acknowledgeDays"], calendar);
      if (due < from || due > to) return [];
      const doneAt = known.get(head.id) ?? null;
      return [
        {
          duty: DUTY,
          term: {
            period: since,
            opens: startOfDay(since),
            due: endOfDay(due),
            // Whoever no longer heads the unit cannot do it any more; that it was late is not undone by his leaving.
            gone: head.to === null ? null : startOfDay(addDays([head.to, due].sort()[1]!, 1)),
          },
          subject: head.id,
          about: `Quy chế ${QUY_CHE_27.number}`,
          unit: head.unit,
          people: [head.person],
          doneAt,
          excused: head.to !== null && head.to < due && head.to < dayOf(now) ? "Không còn đứng đầu đơn vị" : "",
          href: COMPLIANCE_PATHS.heads,
        },
      ];
    });
  },
};
