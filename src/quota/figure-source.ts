import { dayOf } from "../kernel/clock.ts";
import { addMonths, monthsBetween, writtenMonth } from "../kernel/months.ts";
import { type SheetColumn, sheetOf } from "../lists/sheet.ts";
import type { Figure, FigureQuestion, FigureSource } from "../reports/figure.ts";
import { COUNTS, type Count, countOf, type MonthQuota, OUTCOMES, type UnitQuota } from "./count.ts";
import { LEVELS } from "./levels.ts";
import { lateMarks } from "./marks.queries.ts";
import { QUOTA_PATHS, quotaHref } from "./paths.ts";
import { type Publication, publishedWithin, quotaBetween } from "./quota.queries.ts";

/** Articles with their quality, and how every unit stands with its quota (Đ18.k1, REQ-140). */
export const QUOTA_FIGURES: FigureSource = {
  chapter: "articles",
  async figures(question) {
    return [
      ...(await articleFigures(question)),
      ...(await resultFigures(question)),
      ...(await changedFigures(question)),
    ];
  },
};

interface Listed extends Publication {
  readonly quality: string;
  readonly counts: string;
}

const ARTICLE: readonly SheetColumn<Listed>[] = [
  { label: "Tiêu đề", value: ({ title }) => title },
  { label: "Đơn vị", value: ({ unitName }) => unitName },
  { label: "Người viết", value: ({ author }) => author },
  { label: "Đăng lần đầu", kind: "time", value: ({ publishedAt }) => publishedAt },
  { label: "Chất lượng", value: ({ quality }) => quality },
  { label: "Tính vào chỉ tiêu", value: ({ counts }) => counts },
];
const [UNIT, QUALITY] = [1, 4];
const NOT_MARKED = "Chưa đánh giá";

async function articleFigures({ db, settings, since, until }: FigureQuestion): Promise<Figure[]> {
  const countRepublished = settings["quota.countRepublished"];
  const listed = (await publishedWithin(db, since, until)).map((one) => ({
    ...one,
    quality: one.level ? LEVELS[one.level] : NOT_MARKED,
    counts: COUNTS[countOf(one, { countRepublished })],
  }));
  const units = await db
    .selectFrom("unit")
    .select("name")
    .where("kind", "<>", "leadership")
    .orderBy("position")
    .execute();
  const figure = (key: string, label: string, rows: readonly Listed[]): Figure => ({
    key,
    label,
    clause: "Đ18.k1",
    measure: { of: "rows" },
    list: sheetOf(key, label, ARTICLE, rows),
    links: rows.map(({ article }) => QUOTA_PATHS.article(article)),
  });
  return [
    {
      ...figure("bai-theo-chat-luong", "Tin, bài đăng lần đầu, theo đơn vị và chất lượng", listed),
      by: [
        { column: UNIT, all: units.map(({ name }) => name) },
        { column: QUALITY, all: [...Object.values(LEVELS), NOT_MARKED] },
      ],
    },
    figure(
      "bai-dat-chat-luong",
      "Trong đó đạt chất lượng",
      listed.filter(({ level }) => level === "good"),
    ),
  ];
}

interface Row extends UnitQuota {
  readonly month: string;
}

const RESULT: readonly SheetColumn<Row>[] = [
  { label: "Đơn vị", value: ({ name }) => name },
  { label: "Bài đạt", kind: "number", value: ({ good }) => good },
  { label: "Bài tạm tính", kind: "number", value: ({ unmarked }) => unmarked },
  { label: "Chỉ tiêu", kind: "number", value: ({ target, outcome }) => (outcome === "excused" ? null : target) },
  { label: "Kết quả", value: ({ outcome, excused }) => (outcome === "excused" ? excused : OUTCOMES[outcome]) },
  { label: "Đủ chỉ tiêu", value: ({ outcome }) => (outcome === "met" || outcome === "provisional" ? "Có" : "Không") },
];
const REACHED = 5;

/**
 * Months that ended within the period, and the one it ends in, provisionally (decision 0020): the report of month M,
 * due on its 25th, tells the final result of M−1 and how M stands.
 */
async function resultFigures({ db, settings, from, to, now }: FigureQuestion): Promise<Figure[]> {
  if (to < from) return [];
  const today = dayOf(now);
  const months = monthsBetween(addMonths(from.slice(0, 7), from.endsWith("-01") ? -1 : 0), to.slice(0, 7));
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined || first > today.slice(0, 7)) return [];
  return (await quotaBetween(db, first, last, settings, now)).flatMap(monthFigures);
}

function monthFigures({ month, units, frozenAt, isOver }: MonthQuota): Figure[] {
  const how = frozenAt ? "đã chốt" : isOver ? "kết quả" : "tạm tính";
  const rows = units.map((unit) => ({ ...unit, month }));
  const owing = rows.filter(({ outcome }) => outcome !== "excused");
  const excused = rows.filter(({ outcome }) => outcome === "excused");
  const figure = (key: string, label: string, of: readonly Row[], measure: Figure["measure"]): Figure => ({
    key,
    label,
    clause: "Đ16.k3",
    measure,
    list: sheetOf(key, label, RESULT, of),
    links: of.map(({ code }) => quotaHref(QUOTA_PATHS.home, { month, unit: code, count: "" })),
    asOf: true,
    printed: true,
  });
  const named = `tháng ${writtenMonth(month)} (${how})`;
  return [
    figure(`chi-tieu-${month}`, `Đơn vị đủ chỉ tiêu tin, bài ${named}, phần trăm`, owing, {
      of: "share",
      column: REACHED,
    }),
    ...(excused.length > 0
      ? [figure(`mien-chi-tieu-${month}`, `Đơn vị không giao chỉ tiêu tin, bài ${named}`, excused, { of: "rows" })]
      : []),
  ];
}

async function changedFigures({ db, since, until }: FigureQuestion): Promise<Figure[]> {
  const rows = await lateMarks(db, since, until);
  if (rows.length === 0) return [];
  type Changed = (typeof rows)[number];
  const columns: readonly SheetColumn<Changed>[] = [
    { label: "Tiêu đề", value: ({ title }) => title },
    { label: "Đơn vị", value: ({ unit }) => unit },
    { label: "Tháng", value: ({ month }) => writtenMonth(month) },
    { label: "Khi chốt", value: ({ count }) => (count ? COUNTS[count as Count] : "") },
    { label: "Nay", value: ({ level }) => LEVELS[level as keyof typeof LEVELS] },
    { label: "Lý do", value: ({ reason }) => reason },
    { label: "Người đổi", value: ({ person }) => person },
    { label: "Lúc", kind: "time", value: ({ at }) => at },
  ];
  const label = "Đánh giá chất lượng thay đổi sau khi tháng đã khép lại";
  return [
    {
      key: "doi-sau-khi-chot",
      label,
      clause: "Đ11.g2",
      measure: { of: "rows" },
      list: sheetOf("doi-sau-khi-chot", label, columns, rows),
      links: rows.map(({ article }) => QUOTA_PATHS.article(article)),
      printed: true,
    },
  ];
}
