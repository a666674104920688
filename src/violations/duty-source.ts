import type { Duty, DutyItem, DutySource } from "../duties/duty.ts";
import { dayOf } from "../kernel/clock.ts";
import { VIOLATION_PATHS } from "./paths.ts";
import { readViolations, type Violation } from "./violations.queries.ts";

const ANSWER: Duty = {
  key: "violation-explanation",
  clause: "Đ19.k2",
  name: "Giải trình vi phạm",
  hat: "MEMBER",
  when: "Số ngày làm việc theo Cài đặt, từ khi ghi vi phạm",
  closedBy: "Giải trình của trưởng đơn vị",
  remindHours: [24],
  escalateTo: "DIRECTOR",
};

/** What units owe to a violation that was recorded of them (Đ19.k2). */
export const VIOLATION_DUTIES: DutySource = {
  duties: [ANSWER],
  async items({ db, from, to }) {
    const answers = (await readViolations(db)).map(answerOf);
    return answers.filter(({ term }) => dayOf(term.due) >= from && dayOf(term.due) <= to);
  },
};

function answerOf({ id, unit, unitName, at, explainDue, moves }: Violation): DutyItem {
  return {
    duty: ANSWER.key,
    term: { period: dayOf(explainDue), opens: at, due: explainDue, gone: null },
    subject: id,
    about: unitName,
    unit,
    people: [],
    doneAt: moves.find(({ act }) => act === "explain")?.at ?? null,
    excused: "",
    href: VIOLATION_PATHS.violation(id),
  };
}
