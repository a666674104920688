import type { Duty, DutyItem, DutyQuestion, DutySource } from "../duties/duty.ts";
import { addDays, type Day, dayOf, endOfDay, startOfDay } from "../kernel/clock.ts";
import { addressChanges, readNotices } from "./address.queries.ts";
import { disclosureAddress } from "./address-task.ts";
import { readEntries, readItems } from "./disclosure.queries.ts";
import { isAsked, isPublic, titleIn } from "./disclosure.ts";
import {
  changeDue,
  firstYearOf,
  ruleOfDay,
  ruleOfYear,
  type SchoolYear,
  schoolYear,
  schoolYearOf,
  yearlyDue,
} from "./due.ts";
import { DESK_PATHS } from "./paths.ts";

const ADDRESS: Duty = {
  key: "disclosure-address",
  clause: "Đ13.k1.c.g4",
  name: "Báo Sở địa chỉ chuyên mục Công khai",
  hat: "SECRETARY",
  when: "Trong số ngày ghi ở Cài đặt (Điều 13: 05 ngày) từ khi địa chỉ thay đổi",
  closedBy: "Lần báo Sở có ngày gửi và số văn bản",
  remindHours: [48, 24],
  escalateTo: "CHIEF",
};

const YEARLY: Duty = {
  key: "disclosure-yearly",
  clause: "Đ13.k1.c.g2",
  name: "Công khai hằng năm",
  hat: "MEMBER",
  when: "Trước 30/6 hằng năm, hoặc ngày ghi ở danh mục công khai",
  closedBy: "Nội dung đã đăng ở chuyên mục Công khai",
  remindHours: [30 * 24, 7 * 24, 24],
  escalateTo: "SECRETARY",
};

const UNASSIGNED: Duty = {
  ...YEARLY,
  key: "disclosure-unassigned",
  name: "Công khai hằng năm, mục chưa giao đơn vị",
  hat: "SECRETARY",
  escalateTo: "CHIEF",
};

const CHANGE: Duty = {
  key: "disclosure-change",
  clause: "Đ13.k1.c.g2",
  name: "Cập nhật nội dung công khai khi có thay đổi",
  hat: "MEMBER",
  when: "Trong 10 ngày làm việc từ ngày thay đổi, hoặc số ngày ghi ở danh mục công khai",
  closedBy: "Bản thay thế đã đăng",
  remindHours: [72, 24],
  escalateTo: "SECRETARY",
};

export const DISCLOSURE_DUTIES: DutySource = {
  duties: [ADDRESS, YEARLY, UNASSIGNED, CHANGE],
  items: async (question) => [...(await addressItems(question)), ...(await registerItems(question))],
};

/** Every address the section has had, each to be told to Sở; one that was replaced meanwhile can no longer be told. */
async function addressItems({ db, settings, from, to }: DutyQuestion): Promise<DutyItem[]> {
  const changes = await addressChanges(db, settings["site.canonicalHost"]);
  const notices = await readNotices(db);
  return changes.flatMap(({ host, at }, index): DutyItem[] => {
    const day = addDays(dayOf(at), settings["disclosure.noticeDays"]);
    if (day < from || day > to) return [];
    const replaced = changes[index + 1]?.at ?? null;
    const address = disclosureAddress({ ...settings, "site.canonicalHost": host });
    const told = notices
      .filter((notice) => notice.address === address && notice.recordedAt >= at)
      .map(({ recordedAt }) => recordedAt)
      .sort()[0];
    const inTime = replaced !== null && replaced <= endOfDay(day);
    return [
      {
        duty: ADDRESS.key,
        term: { period: at, opens: at, due: endOfDay(day), gone: replaced },
        subject: "",
        about: address,
        unit: null,
        people: [],
        doneAt: told ?? null,
        excused: inTime ? "Địa chỉ đã đổi tiếp trước khi đến hạn" : "",
        href: DESK_PATHS.notices,
      },
    ];
  });
}

/** What the lists of disclosure ask for, by the rules of their days; one version for each change besides. */
async function registerItems({ db, calendar, from, to, unfinished }: DutyQuestion): Promise<DutyItem[]> {
  const items = await readItems(db);
  const years = yearsBetween(from, to);
  const entries = await readEntries(db);
  const owed: DutyItem[] = [];
  for (const item of items) {
    for (const year of years) {
      const versions = entries.filter((entry) => entry.item === item.id && entry.year === year);
      const first = versions.find(isPublic);
      const on = yearlyDue(ruleOfYear(item.rules, year), year);
      const base = { subject: item.id, people: [], excused: "" };
      const about = `${titleIn(item, year)}, năm học ${year.replace("-", "–")}`;
      if (isAsked(item, year) && on >= from && on <= to && !(unfinished && first)) {
        owed.push({
          ...base,
          duty: item.unit === null ? UNASSIGNED.key : YEARLY.key,
          term: { period: year, opens: startOfDay(`${firstYearOf(year)}-08-01`), due: endOfDay(on), gone: null },
          about: titleIn(item, year),
          unit: item.unit,
          doneAt: first?.publishedAt ?? null,
          href: DESK_PATHS.year(year),
        });
      }
      for (const entry of versions) {
        const { changedOn } = entry.content;
        if (!changedOn) continue;
        const due = changeDue(ruleOfDay(item.rules, changedOn), changedOn, calendar);
        if (due < from || due > to) continue;
        owed.push({
          ...base,
          duty: CHANGE.key,
          term: {
            period: `${changedOn} ${entry.version}`,
            opens: startOfDay(changedOn),
            due: endOfDay(due),
            gone: null,
          },
          subject: entry.id,
          about,
          unit: entry.unit,
          doneAt: entry.publishedAt,
          href: DESK_PATHS.entry(entry.id),
        });
      }
    }
  }
  return owed;
}

/** School years whose yearly day, or a change in them, may be due within these days. */
function yearsBetween(from: Day, to: Day): SchoolYear[] {
  const [first, last] = [firstYearOf(schoolYearOf(from)) - 1, firstYearOf(schoolYearOf(to))];
  return Array.from({ length: last - first + 1 }, (_, n) => schoolYear(first + n));
}
