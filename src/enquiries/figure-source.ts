import { addDays, dayOf, type Instant, startOfDay } from "../kernel/clock.ts";
import type { SheetColumn } from "../lists/sheet.ts";
import type { FigureQuestion, FigureSource } from "../reports/figure.ts";
import { figureOfRows, yesNo } from "../reports/list-figure.ts";
import { ENQUIRY_PATHS } from "./paths.ts";
import { ENQUIRY_KINDS, type EnquiryKind } from "./rules.ts";

interface Line {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly topic: string;
  readonly unit: string;
  readonly receivedAt: Instant;
  readonly dueOn: string;
  readonly doneAt: Instant | null;
}

/** Nobody's words or name: a report is kept for ever, what somebody wrote is forgotten one day. */
const COLUMNS: readonly SheetColumn<Line>[] = [
  { label: "Phiếu", value: ({ code }) => code },
  { label: "Loại", value: ({ kind }) => ENQUIRY_KINDS[kind as EnquiryKind] },
  { label: "Chủ đề", value: ({ topic }) => topic },
  { label: "Đơn vị", value: ({ unit }) => unit },
  { label: "Nhận lúc", kind: "time", value: ({ receivedAt }) => receivedAt },
  { label: "Hạn", kind: "day", value: ({ dueOn }) => dueOn },
  { label: "Trả lời lúc", kind: "time", value: ({ doneAt }) => doneAt },
  { label: "Đúng hạn", value: (line) => yesNo(isInTime(line)) },
];

const isInTime = ({ doneAt, dueOn }: Line): boolean => doneAt !== null && doneAt < startOfDay(addDays(dueOn, 1));

/** Đ16.k2: what the public asked, and whether it was answered in time. */
export const ENQUIRY_FIGURES: FigureSource = {
  chapter: "regulation",
  async figures(question) {
    const { since, until } = question;
    const lines = await linesOf(question);
    const href = ({ id }: Line) => ENQUIRY_PATHS.deskOne(id);
    const isIn = (at: Instant | null) => at !== null && at >= since && at < until;
    return [
      figureOfRows({
        key: "hoi-dap-da-nhan",
        label: "Câu hỏi, góp ý đã nhận",
        clause: "Đ16.k2",
        columns: COLUMNS,
        rows: lines.filter(({ receivedAt }) => isIn(receivedAt)),
        href,
      }),
      figureOfRows({
        key: "hoi-dap-dung-han",
        label: "Câu hỏi, góp ý đã trả lời: tỷ lệ đúng hạn",
        clause: "Đ16.k2",
        measure: { of: "share", column: 7 },
        columns: COLUMNS,
        rows: lines.filter(({ doneAt }) => isIn(doneAt)),
        by: [{ column: 3 }],
        href,
      }),
      figureOfRows({
        key: "hoi-dap-qua-han",
        label: "Câu hỏi, góp ý quá hạn chưa trả lời",
        clause: "Đ16.k2",
        columns: COLUMNS,
        rows: lines.filter(({ doneAt, dueOn }) => dueOn < dayOf(until) && (doneAt === null || doneAt >= until)),
        asOf: true,
        printed: true,
        href,
      }),
    ];
  },
};

async function linesOf({ db, until }: FigureQuestion): Promise<Line[]> {
  const rows = await db
    .selectFrom("enquiry as e")
    .leftJoin("unit as u", "u.id", "e.unit_id")
    .select(["e.id", "e.code", "e.kind", "e.topic", "u.name as unit", "e.received_at", "e.due_on"])
    .select((is) =>
      is
        .selectFrom("slip_move as m")
        .select((move) => move.fn.min("m.at").as("at"))
        .whereRef("m.slip_id", "=", "e.id")
        .where("m.act", "in", ["release", "decline"])
        .as("done_at"),
    )
    .where("e.received_at", "<", until)
    .orderBy("e.received_at")
    .execute();
  return rows.map(({ id, code, kind, topic, unit, received_at, due_on, done_at }) => ({
    ...{ id, code, kind, topic, receivedAt: received_at, dueOn: due_on, doneAt: done_at },
    unit: unit ?? "",
  }));
}
