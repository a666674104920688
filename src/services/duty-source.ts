import type { Duty, DutyItem, DutySource } from "../duties/duty.ts";
import { termUntil } from "../duties/rhythm.ts";
import { deskPaths } from "./paths.ts";
import { allEntries } from "./services.queries.ts";

/** Đ13.k1.b: procedures and services are looked at again by the unit that owns them. */
const REVIEW: Duty = {
  key: "catalogue-review",
  clause: "Đ13.k1.b",
  name: "Rà soát thủ tục, dịch vụ",
  hat: "MEMBER",
  when: "Ngày xem lại ghi ở từng mục, mỗi năm ít nhất một lần",
  closedBy: "Đơn vị bấm “Vẫn đúng” hoặc lưu bản mới",
  remindHours: [7 * 24],
  escalateTo: "SECRETARY",
};

/** Days before its review from which an entry counts as one to look at. */
const OPENS_DAYS = 30;

export const CATALOGUE_DUTIES: DutySource = {
  duties: [REVIEW],
  async items({ db, from, to }) {
    const entries = [...(await allEntries(db, "procedure")), ...(await allEntries(db, "service"))];
    return entries
      .filter(
        ({ status, expiredOn, reviewOn }) => status === "PUBLIC" && !expiredOn && reviewOn >= from && reviewOn <= to,
      )
      .map(
        ({ id, kind, content, unit, reviewOn }): DutyItem => ({
          duty: REVIEW.key,
          term: termUntil(reviewOn, OPENS_DAYS),
          subject: id,
          about: content.name ?? "",
          unit,
          people: [],
          doneAt: null,
          excused: "",
          href: deskPaths(kind).edit(id),
        }),
      );
  },
};
