import type { Duty, DutyItem, DutySource } from "../duties/duty.ts";
import { addDays, dayOf, startOfDay } from "../kernel/clock.ts";
import { kindOf, PERIODIC_KINDS, type REPORT_KINDS } from "./kinds.ts";
import { REPORT_PATHS } from "./paths.ts";
import { periodsDue, periodWords } from "./periods.ts";
import { listReports, type Report } from "./reports.queries.ts";

const CLOSED = "Báo cáo đã nộp";
const REMIND = [72, 24];

const duty = (key: string, name: string, when: string, more: Pick<Duty, "clause" | "hat" | "escalateTo">): Duty => ({
  ...{ key, name, when, closedBy: CLOSED, remindHours: REMIND },
  ...more,
});

const board = { clause: "Đ8.k2.g6", hat: "CHIEF", escalateTo: "DIRECTOR" } as const;
const technical = { clause: "Đ12.k3", hat: "ADMIN", escalateTo: "CHIEF" } as const;

const QUARTER = "Ngày cuối cùng của quý, hoặc số ngày sau đó ghi ở Cài đặt";
const YEAR = "Ngày 31 tháng 12, hoặc số ngày sau đó ghi ở Cài đặt";

/** Requirements §8: the reports of the regulation. The 25th stays the 25th on a day off. */
export const REPORT_DUTIES: DutySource = {
  duties: [
    duty("report-monthly", "Báo cáo tháng gửi Trưởng Ban biên tập", "Ngày 25 hằng tháng (đổi được ở Cài đặt)", {
      ...{ clause: "Đ18.k1", hat: "SECRETARY", escalateTo: "CHIEF" },
    }),
    duty("report-quarterly", "Báo cáo quý của Ban biên tập gửi Giám đốc", QUARTER, board),
    duty("report-yearly", "Báo cáo năm của Ban biên tập gửi Giám đốc", YEAR, board),
    duty("report-technical-quarterly", "Báo cáo đánh giá quý của Quản trị", QUARTER, technical),
    duty("report-technical-yearly", "Báo cáo đánh giá năm của Quản trị", YEAR, technical),
    duty("report-ad-hoc", "Báo cáo đột xuất", "Hạn do Trưởng Ban hoặc Giám đốc ghi khi yêu cầu", {
      ...{ clause: "Đ11.g3", hat: "SECRETARY", escalateTo: "CHIEF" },
    }),
    duty("report-authority", "Báo cáo theo yêu cầu của Sở", "Hạn ghi trong văn bản của Sở", {
      ...{ clause: "Đ20.k3", hat: "SECRETARY", escalateTo: "DIRECTOR" },
    }),
  ],
  async items({ db, settings, from, to, unfinished }) {
    const reports = await listReports(db);
    const known = new Map(reports.map((report) => [`${report.kind} ${report.period}`, report]));
    const items: DutyItem[] = [];
    for (const kind of PERIODIC_KINDS) {
      for (const { key, from: first, to: last, opens, due } of periodsDue(kind, from, to, settings)) {
        // By the day that counted when its draft was made.
        const report = known.get(`${kind} ${key}`);
        const term = { period: key, opens, due: report?.due ?? due, gone: null };
        items.push(itemOf(kind, term, report, periodWords(kind, key, first, last)));
      }
    }
    const [first, after] = [startOfDay(from), startOfDay(addDays(to, 1))];
    for (const report of reports) {
      if (kindOf(report.kind).every !== null || report.due < first || report.due >= after) continue;
      const term = { period: dayOf(report.due), opens: report.createdAt, due: report.due, gone: null };
      items.push({ ...itemOf(report.kind, term, report, report.topic), subject: report.id });
    }
    return unfinished ? items.filter(({ doneAt }) => doneAt === null) : items;
  },
};

function itemOf(
  kind: keyof typeof REPORT_KINDS,
  term: DutyItem["term"],
  report: Report | undefined,
  about: string,
): DutyItem {
  return {
    duty: `report-${kind}`,
    term,
    ...{ subject: "", about, unit: null, people: [], excused: "" },
    // A report that was returned was in time when it was first submitted; putting it right has no day of its own.
    doneAt: report?.firstSubmittedAt ?? null,
    href: report ? REPORT_PATHS.one(report.id) : REPORT_PATHS.list,
  };
}
