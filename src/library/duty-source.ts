import type { Duty, DutyItem, DutySource } from "../duties/duty.ts";
import { termUntil } from "../duties/rhythm.ts";
import type { Day, Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";
import { LIBRARY_PATHS } from "./paths.ts";

/** Đ13.k1.b, REQ-071. */
const REVIEW: Duty = {
  key: "document-review",
  clause: "Đ13.k1.b",
  name: "Rà soát văn bản",
  hat: "MEMBER",
  when: "Ngày rà soát ghi ở từng văn bản, mỗi năm ít nhất một lần",
  closedBy: "Đơn vị bấm “Vẫn đúng” hoặc đặt ngày rà soát mới",
  remindHours: [7 * 24],
  escalateTo: "SECRETARY",
};

/** Days before its review from which a document counts as one to look at. */
const OPENS_DAYS = 30;

export const LIBRARY_DUTIES: DutySource = {
  duties: [REVIEW],
  async items({ db, from, to, unfinished }) {
    const documents = await db
      .selectFrom("document")
      .select(["id", "number_symbol", "abstract", "unit_id", "review_on"])
      .execute();
    const past = unfinished ? new Map<Id, Review[]>() : await pastReviews(db);
    return documents.flatMap((row) =>
      [...(past.get(row.id) ?? []), { on: row.review_on, doneAt: null }]
        .filter(({ on }) => on >= from && on <= to)
        .map(
          ({ on, doneAt }): DutyItem => ({
            duty: REVIEW.key,
            term: termUntil(on, OPENS_DAYS),
            subject: row.id,
            about: shortened(`${row.number_symbol} ${row.abstract}`),
            unit: row.unit_id,
            people: [],
            doneAt,
            excused: "",
            href: LIBRARY_PATHS.item(row.id),
          }),
        ),
    );
  },
};

/** Characters of a name in a line of the list. */
const LONGEST = 100;

const shortened = (name: string): string =>
  name.length <= LONGEST ? name : `${name.slice(0, name.lastIndexOf(" ", LONGEST))} …`;

interface Review {
  readonly on: Day;
  readonly doneAt: Instant | null;
}

/** Reviews done, by document: each confirmation closed the one that had been set before it. */
async function pastReviews(db: Db): Promise<Map<Id, Review[]>> {
  const rows = await db
    .selectFrom("evidence")
    .select(["subject", "at", "content"])
    .where("act", "in", ["document.add", "document.confirm"])
    .orderBy("seq")
    .execute();
  const reviews = new Map<Id, Review[]>();
  const next = new Map<Id, Day>();
  for (const { subject, at, content } of rows) {
    const id = subject.split(":", 2)[1] ?? "";
    const set = next.get(id);
    if (set) reviews.set(id, [...(reviews.get(id) ?? []), { on: set, doneAt: at }]);
    const { reviewOn } = JSON.parse(content) as { reviewOn?: Day };
    if (reviewOn) next.set(id, reviewOn);
  }
  return reviews;
}
