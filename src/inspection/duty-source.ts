import type { Duty, DutyItem, DutySource } from "../duties/duty.ts";
import { termsOf } from "../duties/rhythm.ts";
import { dayOf, type Instant } from "../kernel/clock.ts";
import { explainedUnits, type Inspection, loadInspections } from "./inspections.queries.ts";
import { INSPECTION_PATHS } from "./paths.ts";

const YEARLY: Duty = {
  key: "yearly-inspection",
  clause: "Đ22.k1",
  name: "Kiểm tra, đánh giá hằng năm và công khai kết quả",
  hat: "CHIEF",
  when: "Trước hết ngày 31/12 hằng năm (đổi được trong Cài đặt)",
  closedBy: "Bài công khai kết quả đã đăng trên Cổng",
  remindHours: [30 * 24, 7 * 24, 24],
  escalateTo: "DIRECTOR",
};
const EXPLAIN: Duty = {
  key: "inspection-explanation",
  clause: "Đ22.k1",
  name: "Giải trình kết quả kiểm tra",
  hat: "MEMBER",
  when: "Số ngày làm việc theo Cài đặt, từ khi chốt điểm",
  closedBy: "Giải trình của trưởng đơn vị",
  remindHours: [24],
  escalateTo: "DIRECTOR",
};

/** The yearly evaluation, and what units owe an inspection (Đ22). */
export const INSPECTION_DUTIES: DutySource = {
  duties: [YEARLY, EXPLAIN],
  async items({ db, settings, calendar, from, to }) {
    const inspections = await loadInspections(db);
    const [month, day] = settings["inspection.publishBy"].split("-").map(Number) as [number, number];
    const yearly = termsOf({ every: "year", month, day }, from, to, calendar).map((term): DutyItem => {
      const own = inspections.filter(
        (one) => one.type === "yearly" && one.to.startsWith(term.period) && one.state !== "CANCELLED",
      );
      const published = own.flatMap(({ publishedAt }) => publishedAt ?? []).sort();
      return {
        ...{ duty: YEARLY.key, term, subject: "", about: `năm ${term.period}`, unit: null, people: [], excused: "" },
        doneAt: published[0] ?? null,
        href: own[0] ? INSPECTION_PATHS.one(own[0].id) : INSPECTION_PATHS.list,
      };
    });
    const within = ({ term }: DutyItem) => dayOf(term.due) >= from && dayOf(term.due) <= to;
    const asked = inspections.flatMap(explanations);
    return [...yearly, ...asked.filter(within)];
  },
};

const termUntil = (opens: Instant, due: Instant) => ({ period: dayOf(due), opens, due, gone: null });

function explanations(inspection: Inspection): DutyItem[] {
  const { moves, units, id, title, state } = inspection;
  const asked = moves.findLast(({ act }) => act === "present");
  if (!asked || state === "CANCELLED") return [];
  const explained = explainedUnits(inspection);
  const ended = moves.findLast(({ act }) => act === "conclude" || act === "rework");
  return units.map((unit) => {
    const answer = moves.findLast((move) => move.act === "explain" && move.unit_id === unit.id);
    const isDone = explained.includes(unit.id);
    const isOver = !isDone && ended !== undefined && ended.evidence_seq > asked.evidence_seq;
    return {
      duty: EXPLAIN.key,
      term: termUntil(asked.at, asked.due_at),
      subject: `${id}:${unit.id}`,
      about: `${title}, ${unit.name}`,
      unit: unit.id,
      people: [],
      doneAt: isDone ? answer!.at : null,
      // What nobody waits for any more is not owed; a limit that ran out before stays late.
      excused: isOver && ended.at <= asked.due_at ? "Không còn phải giải trình." : "",
      href: INSPECTION_PATHS.one(id),
    };
  });
}
