import { writtenMonth } from "../kernel/months.ts";
import { type Sheet, type SheetColumn, sheetOf } from "../lists/sheet.ts";
import { COUNTS, type CountedArticle, forecastWords, type MonthQuota, OUTCOMES, type UnitQuota } from "./count.ts";

/** An article of the month with its unit. */
export interface MonthArticle extends CountedArticle {
  readonly unit: string;
}

const UNITS: readonly SheetColumn<UnitQuota>[] = [
  { label: "Đơn vị", value: ({ name }) => name },
  { label: "Chỉ tiêu", kind: "number", value: ({ target, excused }) => (excused ? null : target) },
  { label: "Bài đạt", kind: "number", value: ({ good }) => good },
  { label: "Bài tạm tính", kind: "number", value: ({ unmarked }) => unmarked },
  { label: "Bài khác", kind: "number", value: (unit) => notCounted(unit) },
  { label: "Bài đang ở Ban biên tập", kind: "number", value: ({ coming }) => coming.length },
  { label: "Kết quả", value: ({ outcome }) => OUTCOMES[outcome] },
  { label: "Ghi chú", value: (unit) => unit.excused || forecastWords(unit) },
];

const ARTICLES: readonly SheetColumn<MonthArticle>[] = [
  { label: "Tiêu đề", value: ({ title }) => title },
  { label: "Đơn vị", value: ({ unit }) => unit },
  { label: "Người viết", value: ({ author }) => author },
  { label: "Đăng lần đầu", kind: "time", value: ({ publishedAt }) => publishedAt },
  { label: "Cách tính", value: ({ count }) => COUNTS[count] },
  { label: "Đổi sau khi chốt", value: ({ changedTo }) => (changedTo ? COUNTS[changedTo] : "") },
];

/** Articles of the unit that count neither for good nor provisionally. */
export const notCounted = ({ articles, good, unmarked }: UnitQuota): number => articles.length - good - unmarked;

export const unitsSheet = ({ month }: MonthQuota, units: readonly UnitQuota[]): Sheet =>
  sheetOf(`chi-tieu-${month}`, `Chỉ tiêu ${writtenMonth(month).replace("/", "-")}`, UNITS, units);

export const articlesSheet = ({ month }: MonthQuota, articles: readonly MonthArticle[]): Sheet =>
  sheetOf(`bai-tinh-chi-tieu-${month}`, `Bài ${writtenMonth(month).replace("/", "-")}`, ARTICLES, articles);
