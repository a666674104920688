import { dayOf } from "../kernel/clock.ts";
import { type SheetColumn, sheetOf } from "../lists/sheet.ts";
import { MATTER_KINDS, type MatterKindName } from "../regulation/matter-kinds.ts";
import type { Chapter, Figure, FigureQuestion, FigureSource } from "../reports/figure.ts";
import { lineOf, type MatterLine, type Names } from "./lines.ts";
import type { Matter } from "./matter.ts";
import { dueBetween, lastWords, openAt, raisedBetween } from "./matters.queries.ts";
import { readNames } from "./names.queries.ts";
import { MATTER_PATHS } from "./paths.ts";

/** A matter in the list of a figure. */
interface Row extends MatterLine {
  readonly answer: string;
  /** Whether it was done by its day. */
  readonly onTime: string;
}

const COLUMNS: readonly SheetColumn<Row>[] = [
  { label: "Số", value: ({ code }) => code },
  { label: "Việc", value: ({ title }) => title },
  { label: "Người nêu", value: ({ raiser }) => raiser },
  { label: "Đơn vị", value: ({ unitName }) => unitName },
  { label: "Người nhận, giải quyết", value: ({ to }) => to },
  { label: "Nêu lúc", kind: "time", value: ({ raisedAt }) => raisedAt },
  { label: "Hạn", kind: "day", value: ({ due }) => due },
  { label: "Tình trạng", value: ({ stateName }) => stateName },
  { label: "Đúng hạn", value: ({ onTime }) => onTime },
  { label: "Trả lời, kết quả", value: ({ answer }) => answer },
];
const [STATE, ON_TIME] = [7, 8];
/** What fits on paper: what, by whom, how it stands, the answer. */
const PRINTED = [1, 2, STATE, 9];

interface Told {
  readonly kind: MatterKindName;
  readonly key: string;
  readonly label: string;
  /** `raised`, `due` in the period; `open` at its end. */
  readonly of: "raised" | "due" | "open";
  readonly share?: true;
  readonly printed?: readonly number[];
}

/** What each chapter tells, as data. */
const TOLD: Readonly<Partial<Record<Chapter, readonly Told[]>>> = {
  regulation: [
    { kind: "task", key: "nhiem-vu-den-han", label: "Nhiệm vụ đến hạn trong kỳ", of: "due" },
    { kind: "task", key: "nhiem-vu-dung-han", label: "Nhiệm vụ đến hạn làm xong đúng hạn", of: "due", share: true },
    { kind: "reminder", key: "don-doc", label: "Lần đôn đốc đơn vị, cá nhân", of: "raised" },
    { kind: "authority", key: "yeu-cau-co-quan", label: "Yêu cầu của cơ quan chức năng đã vào sổ", of: "raised" },
  ],
  portal: [
    { kind: "ticket", key: "yeu-cau-ho-tro", label: "Yêu cầu hỗ trợ nhận được", of: "raised" },
    {
      kind: "ticket",
      key: "ho-tro-dung-han",
      label: "Yêu cầu hỗ trợ đến hạn trả lời đúng hạn",
      of: "due",
      share: true,
    },
    { kind: "ticket", key: "ho-tro-con-cho", label: "Yêu cầu hỗ trợ còn chờ cuối kỳ", of: "open" },
    { kind: "upgrade", key: "yeu-cau-nang-cap", label: "Yêu cầu nâng cấp, thay đổi", of: "raised" },
    { kind: "review", key: "ra-soat-nam", label: "Hồ sơ rà soát nâng cấp hằng năm đã trình", of: "raised" },
    {
      kind: "workplan",
      key: "cong-trong-ke-hoach-nam",
      label: "Nội dung về Cổng trình vào kế hoạch công tác năm",
      of: "raised",
    },
  ],
  matters: [
    { kind: "difficulty", key: "vuong-mac", label: "Khó khăn, vướng mắc được báo", of: "raised", printed: PRINTED },
    { kind: "difficulty", key: "vuong-mac-con-cho", label: "Khó khăn, vướng mắc chưa trả lời cuối kỳ", of: "open" },
    { kind: "proposal", key: "de-xuat", label: "Đề xuất biện pháp", of: "raised", printed: PRINTED },
  ],
};

const sourceOf = (chapter: Chapter): FigureSource => ({
  chapter,
  async figures(question) {
    const names = await readNames(question.db);
    const figures: Figure[] = [];
    for (const told of TOLD[chapter] ?? []) figures.push(await figureOf(question, told, names));
    return figures;
  },
});

/** What the board raised, answered and ended, in the chapters where a report tells it (REQ-050, 053, 054, 065, 069, 141, 146, 150). */
export const MATTER_FIGURES: readonly FigureSource[] = (Object.keys(TOLD) as Chapter[]).map(sourceOf);

async function figureOf(question: FigureQuestion, told: Told, names: Names): Promise<Figure> {
  const { key, label, share, printed } = told;
  const found = await foundFor(question, told);
  const answers = await lastWords(
    question.db,
    found.map(({ id }) => id),
  );
  const rows = found.map((matter) => rowOf(matter, names, answers.get(matter.id) ?? ""));
  return {
    key,
    label,
    clause: MATTER_KINDS[told.kind].clause,
    measure: share ? { of: "share", column: ON_TIME } : { of: "rows" },
    list: sheetOf(key, label, COLUMNS, rows),
    links: rows.map(({ code }) => MATTER_PATHS.one(code)),
    ...(told.of === "open" ? { asOf: true as const } : {}),
    ...(told.of === "raised" && !share ? { by: [{ column: STATE }] } : {}),
    ...(printed ? { printed } : {}),
  };
}

/** What is over counts by its last day; what was taken back is nobody's. */
async function foundFor(
  { db, since, until, from, to }: FigureQuestion,
  { kind, of }: Told,
): Promise<readonly Matter[]> {
  if (of === "open") return openAt(db, kind, until);
  const found =
    of === "raised"
      ? await raisedBetween(db, [kind], since, until)
      : to < from
        ? []
        : await dueBetween(db, [kind], from, to);
  return found.filter(({ state }) => state !== "WITHDRAWN");
}

function rowOf(matter: Matter, names: Names, answer: string): Row {
  const line = lineOf(matter, names);
  const isDone = !line.isOpen && (matter.due === null || dayOf(matter.stateSince) <= matter.due);
  return { ...line, answer: line.isOpen ? "" : answer, onTime: isDone ? "Có" : "Không" };
}
