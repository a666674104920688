import type { Duty, DutyItem, DutyQuestion, DutySource } from "../duties/duty.ts";
import { type Rhythm, termsOf } from "../duties/rhythm.ts";
import { endOfDay, startOfDay } from "../kernel/clock.ts";
import type { MatterKindName } from "../regulation/matter-kinds.ts";
import { isOpen, type Matter } from "./matter.ts";
import { dueBetween, lastWords, yearlyRecords } from "./matters.queries.ts";
import { MATTER_PATHS } from "./paths.ts";

type DatedKind = Extract<MatterKindName, "task" | "ticket" | "difficulty" | "authority" | "upgrade">;

/** Kinds with a day of their own, and as which duty each is owed. */
const DATED: Readonly<Record<DatedKind, Duty>> = {
  task: {
    ...{ key: "task", clause: "Đ8.k2.g8", name: "Nhiệm vụ được giao", hat: "MEMBER" },
    ...{ when: "Hạn ghi khi giao nhiệm vụ", closedBy: "Người được giao đã ghi kết quả" },
    ...{ remindHours: [72, 24], escalateTo: "CHIEF" },
  },
  ticket: {
    ...{ key: "support-ticket", clause: "Đ12.k2", name: "Trả lời yêu cầu hỗ trợ", hat: "ADMIN" },
    ...{ when: "Trong số ngày làm việc ghi ở Cài đặt, kể từ ngày nhận", closedBy: "Quản trị đã trả lời" },
    ...{ remindHours: [24], escalateTo: "CHIEF" },
  },
  difficulty: {
    ...{ key: "difficulty", clause: "Đ18.k2", name: "Trả lời khó khăn, vướng mắc", hat: "SECRETARY" },
    ...{ when: "Trong số ngày làm việc ghi ở Cài đặt, kể từ ngày báo", closedBy: "Đã trả lời người báo" },
    ...{ remindHours: [72, 24], escalateTo: "CHIEF" },
  },
  authority: {
    ...{ key: "authority-request", clause: "Đ21.k3", name: "Xử lý yêu cầu của cơ quan chức năng", hat: "SECRETARY" },
    ...{ when: "Hạn ghi trong văn bản của cơ quan", closedBy: "Thư ký đã ghi kết quả, văn bản trả lời" },
    ...{ remindHours: [72, 24], escalateTo: "CHIEF" },
  },
  upgrade: {
    ...{ key: "upgrade-planned", clause: "Đ12.k5", name: "Thực hiện nâng cấp đã lên lịch", hat: "ADMIN" },
    ...{ when: "Ngày Quản trị đã lên lịch", closedBy: "Quản trị đã ghi kết quả, phiên bản" },
    ...{ remindHours: [24], escalateTo: "CHIEF" },
  },
};

const END_OF_YEAR: Rhythm = { every: "year", month: 12, day: 31 };
const YEARLY_SHARED = { when: "Quý IV, chậm nhất 31 tháng 12", remindHours: [720, 168, 24] } as const;

/** What comes back every year: prepared by the secretary, decided by the head (requirements §8: task in Q4). */
const YEARLY = [
  {
    kind: "review",
    /** The record is of the year in which it is due. */
    ahead: 0,
    prepare: {
      ...YEARLY_SHARED,
      ...{ key: "upgrade-review", clause: "Đ8.k2.g7", hat: "SECRETARY", escalateTo: "CHIEF" },
      name: "Rà soát, đề xuất phương án nâng cấp Cổng và đầu tư trang thiết bị",
      closedBy: "Hồ sơ rà soát của năm đã có quyết định",
    },
    decide: {
      ...YEARLY_SHARED,
      ...{ key: "upgrade-review-decide", clause: "Đ8.k2.g7", hat: "CHIEF", escalateTo: "DIRECTOR" },
      name: "Quyết định về hồ sơ rà soát, nâng cấp của năm",
      closedBy: "Hồ sơ rà soát của năm đã có quyết định",
    },
  },
  {
    kind: "workplan",
    /** The plan is of the year after. */
    ahead: 1,
    prepare: {
      ...YEARLY_SHARED,
      ...{ key: "workplan-item", clause: "Đ20.k2", hat: "SECRETARY", escalateTo: "CHIEF" },
      name: "Đưa nội dung về Cổng vào kế hoạch công tác năm sau",
      closedBy: "Nội dung đã vào kế hoạch, có số kế hoạch",
    },
    decide: {
      ...YEARLY_SHARED,
      ...{ key: "workplan-item-decide", clause: "Đ20.k2", hat: "CHIEF", escalateTo: "DIRECTOR" },
      name: "Ghi nội dung về Cổng đã vào kế hoạch công tác năm sau",
      closedBy: "Nội dung đã vào kế hoạch, có số kế hoạch",
    },
  },
] as const satisfies readonly { kind: MatterKindName; ahead: number; prepare: Duty; decide: Duty }[];

/** Answers, results and yearly records that the board owes (Đ8.k2, Đ12, Đ18.k2, Đ20.k2, Đ21.k3). */
export const MATTER_DUTIES: DutySource = {
  duties: [...Object.values(DATED), ...YEARLY.flatMap(({ prepare, decide }) => [prepare, decide])],
  async items(question) {
    const items = [...(await datedItems(question)), ...(await yearlyItems(question))];
    return question.unfinished ? items.filter(({ doneAt, excused }) => doneAt === null && excused === "") : items;
  },
};

async function datedItems({ db, from, to, unfinished }: DutyQuestion): Promise<DutyItem[]> {
  const kinds = Object.keys(DATED) as DatedKind[];
  const found = await dueBetween(db, kinds, from, to, unfinished ?? false);
  const withdrawn = found.filter(({ state }) => state === "WITHDRAWN").map(({ id }) => id);
  const reasons = await lastWords(db, withdrawn);
  return found.map((matter) => ({
    duty: DATED[matter.kind as DatedKind].key,
    term: {
      // A day that is set anew is reminded of anew.
      period: `${matter.code} ${matter.due}`,
      opens: matter.raisedAt,
      due: endOfDay(matter.due!),
      gone: null,
    },
    subject: matter.id,
    about: `${matter.code} “${matter.title}”`,
    unit: null,
    people: matter.people,
    doneAt: isOpen(matter) ? null : matter.stateSince,
    excused: reasons.has(matter.id) ? `Đã hủy, rút: ${reasons.get(matter.id)}` : "",
    href: MATTER_PATHS.one(matter.code),
  }));
}

async function yearlyItems({ db, calendar, from, to }: DutyQuestion): Promise<DutyItem[]> {
  const terms = termsOf(END_OF_YEAR, from, to, calendar);
  if (terms.length === 0) return [];
  const items: DutyItem[] = [];
  for (const { kind, ahead, prepare, decide } of YEARLY) {
    const records = await yearlyRecords(db, kind);
    for (const term of terms) {
      const year = Number(term.period) + ahead;
      const record = records.find((one) => one.year === year);
      items.push({
        duty: (record ? decide : prepare).key,
        // A task of the last quarter; a record made earlier counts as well.
        term: { ...term, opens: record?.raisedAt ?? startOfDay(`${term.period}-10-01`) },
        subject: "",
        about: `năm ${year}`,
        unit: null,
        people: [],
        doneAt: doneAtOf(record),
        excused: "",
        href: record ? MATTER_PATHS.one(record.code) : `${MATTER_PATHS.create}?loai=${kind}`,
      });
    }
  }
  return items;
}

const doneAtOf = (record: Matter | undefined) => (record?.state === "DONE" ? record.stateSince : null);
