import type { Duty, DutyItem, DutySource } from "../duties/duty.ts";
import { termUntil } from "../duties/rhythm.ts";
import { dayOf } from "../kernel/clock.ts";
import { ABOUT_PATHS } from "./paths.ts";
import { reviewAfter } from "./upkeep.ts";

/** Đ13.k1.b: what the public reads is looked at again by the unit that owns it. */
const REVIEW: Duty = {
  key: "page-review",
  clause: "Đ13.k1.b",
  name: "Rà soát trang giới thiệu, tuyển sinh",
  hat: "MEMBER",
  when: "Một năm sau lần phê duyệt hoặc xác nhận gần nhất",
  closedBy: "Đơn vị bấm “Vẫn đúng” hoặc bản mới được phê duyệt",
  remindHours: [7 * 24],
  escalateTo: "SECRETARY",
};

/** Days before its review from which a page counts as one to look at. */
const OPENS_DAYS = 30;

export const ABOUT_DUTIES: DutySource = {
  duties: [REVIEW],
  async items({ db, from, to }) {
    const looks = await db
      .selectFrom("page_move")
      .innerJoin("page", "page.id", "page_move.page_id")
      .innerJoin("page_version as live", (on) =>
        on.onRef("live.page_id", "=", "page.id").onRef("live.version", "=", "page.live_version"),
      )
      .select(["page.id", "page.unit_id", "page_move.at", "live.content"])
      .where("page_move.to_state", "=", "LIVE")
      .orderBy("page_move.number")
      .execute();
    return looks.flatMap(({ id, unit_id, at, content }, place): DutyItem[] => {
      const reviewOn = reviewAfter(dayOf(at));
      if (reviewOn < from || reviewOn > to) return [];
      return [
        {
          duty: REVIEW.key,
          term: termUntil(reviewOn, OPENS_DAYS),
          subject: id,
          about: (JSON.parse(content) as { title?: string }).title ?? "",
          unit: unit_id,
          people: [],
          // Each look closes the one that the look before had set.
          doneAt: looks.slice(place + 1).find((later) => later.id === id)?.at ?? null,
          excused: "",
          href: ABOUT_PATHS.page(id),
        },
      ];
    });
  },
};
