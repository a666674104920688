import { addDays, dayOf, type Instant, startOfDay } from "../kernel/clock.ts";
import type { SheetColumn } from "../lists/sheet.ts";
import type { FigureQuestion, FigureSource } from "../reports/figure.ts";
import { figureOfRows, yesNo } from "../reports/list-figure.ts";
import { TAKEDOWN_PATHS } from "./paths.ts";

interface Line {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly receivedAt: Instant;
  readonly dueOn: string;
  readonly verdict: string;
  readonly doneAt: Instant | null;
}

const COLUMNS: readonly SheetColumn<Line>[] = [
  { label: "Phiếu", value: ({ code }) => code },
  { label: "Nội dung đề nghị gỡ", value: ({ title }) => title },
  { label: "Nhận lúc", kind: "time", value: ({ receivedAt }) => receivedAt },
  { label: "Hạn", kind: "day", value: ({ dueOn }) => dueOn },
  { label: "Kết quả", value: ({ verdict }) => verdict },
  { label: "Trả lời lúc", kind: "time", value: ({ doneAt }) => doneAt },
  { label: "Đúng hạn", value: ({ doneAt, dueOn }) => yesNo(doneAt !== null && doneAt < startOfDay(addDays(dueOn, 1))) },
];

/** Đ15.k3: requests to take something down, what became of them, and whether in time. */
export const TAKEDOWN_FIGURES: FigureSource = {
  chapter: "regulation",
  async figures(question) {
    const { since, until } = question;
    const lines = await linesOf(question);
    const href = ({ id }: Line) => TAKEDOWN_PATHS.deskOne(id);
    const isIn = (at: Instant | null) => at !== null && at >= since && at < until;
    const figure = { clause: "Đ15.k3", columns: COLUMNS, href };
    return [
      figureOfRows({
        ...figure,
        key: "go-bo-da-nhan",
        label: "Yêu cầu gỡ bỏ thông tin đã nhận",
        rows: lines.filter(({ receivedAt }) => isIn(receivedAt)),
      }),
      figureOfRows({
        ...figure,
        key: "go-bo-dung-han",
        label: "Yêu cầu gỡ bỏ đã trả lời: tỷ lệ đúng hạn",
        measure: { of: "share", column: 6 },
        rows: lines.filter(({ doneAt }) => isIn(doneAt)),
      }),
      figureOfRows({
        ...figure,
        key: "go-bo-qua-han",
        label: "Yêu cầu gỡ bỏ quá hạn chưa trả lời",
        rows: lines.filter(({ doneAt, dueOn }) => dueOn < dayOf(until) && (doneAt === null || doneAt >= until)),
        asOf: true,
        printed: true,
      }),
    ];
  },
};

async function linesOf({ db, until }: FigureQuestion): Promise<Line[]> {
  const rows = await db
    .selectFrom("takedown_request as r")
    .select(["r.id", "r.code", "r.target_title", "r.received_at", "r.due_on"])
    .where("r.received_at", "<", until)
    .orderBy("r.received_at")
    .execute();
  if (rows.length === 0) return [];
  const moves = await db
    .selectFrom("slip_move")
    .select(["slip_id", "act", "at"])
    .where(
      "slip_id",
      "in",
      rows.map(({ id }) => id),
    )
    .where("act", "in", ["accept", "reject", "answer"])
    .where("at", "<", until)
    .orderBy("evidence_seq")
    .execute();
  return rows.map(({ id, code, target_title, received_at, due_on }) => {
    const own = moves.filter(({ slip_id }) => slip_id === id);
    const verdict = own.findLast(({ act }) => act !== "answer")?.act;
    return {
      ...{ id, code, title: target_title, receivedAt: received_at, dueOn: due_on },
      verdict: verdict === "accept" ? "Chấp nhận" : verdict === "reject" ? "Không chấp nhận" : "Đang xem xét",
      doneAt: own.find(({ act }) => act === "answer")?.at ?? null,
    };
  });
}
