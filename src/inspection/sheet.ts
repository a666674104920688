import { type Sheet, type SheetColumn, sheetOf } from "../lists/sheet.ts";
import type { AuthorRank, Inspection } from "./inspections.queries.ts";
import { INSPECTION_STATES, INSPECTION_TYPES } from "./moves.ts";
import type { RankedUnit } from "./result-article.ts";
import { type Criterion, pointsOf, type Score, type ScoreLine } from "./scores.ts";

const INSPECTIONS: readonly SheetColumn<Inspection>[] = [
  { label: "Cuộc kiểm tra", value: ({ title }) => title },
  { label: "Loại", value: ({ type }) => INSPECTION_TYPES[type].name },
  { label: "Từ ngày", kind: "day", value: ({ from }) => from },
  { label: "Đến ngày", kind: "day", value: ({ to }) => to },
  { label: "Số đơn vị", kind: "number", value: ({ units }) => units.length },
  { label: "Tình trạng", value: ({ state }) => INSPECTION_STATES[state] },
  { label: "Công khai lúc", kind: "time", value: ({ publishedAt }) => publishedAt },
];
export const inspectionSheet = (rows: readonly Inspection[]): Sheet =>
  sheetOf("kiem-tra-danh-gia", "Kiểm tra, đánh giá", INSPECTIONS, rows);

const LINES: readonly SheetColumn<ScoreLine>[] = [
  { label: "Nội dung", value: ({ what }) => what },
  { label: "Ngày", kind: "day", value: ({ day }) => day },
  { label: "Đạt", value: ({ isMet }) => (isMet ? "Có" : "Không") },
  { label: "Ghi chú", value: ({ note }) => note },
];
export const lineSheet = (rows: readonly ScoreLine[]): Sheet => sheetOf("diem", "Căn cứ của điểm", LINES, rows);

/** The ranking of units, one column a criterion; says in every row whether it is final. */
export function rankingSheet(
  units: readonly RankedUnit[],
  criteria: readonly Criterion[],
  scores: readonly Score[],
  isFinal: boolean,
): Sheet {
  const columns: SheetColumn<RankedUnit>[] = [
    { label: "Hạng", kind: "number", value: ({ place }) => place },
    { label: "Đơn vị", value: ({ unit }) => unit.name },
    ...criteria.map(
      ({ key, name, weight }): SheetColumn<RankedUnit> => ({
        label: `${name} (${weight})`,
        kind: "number",
        value: ({ unit }) => {
          const score = scores.find((one) => one.unit === unit.id && one.criterion === key);
          return score ? pointsOf(score) : null;
        },
      }),
    ),
    { label: "Tổng", kind: "number", value: ({ total }) => total },
    { label: "Tính chất", value: () => (isFinal ? "Chính thức" : "Tạm tính") },
  ];
  return sheetOf("thi-dua-don-vi", "Thi đua đơn vị", columns, units);
}

export function authorSheet(authors: readonly (AuthorRank & { readonly place: number })[], isFinal: boolean): Sheet {
  const columns: SheetColumn<AuthorRank & { readonly place: number }>[] = [
    { label: "Hạng", kind: "number", value: ({ place }) => place },
    { label: "Người viết", value: ({ name }) => name },
    { label: "Đơn vị", value: ({ unit }) => unit },
    { label: "Bài có chất lượng", kind: "number", value: ({ good }) => good },
    { label: "Bài đã đăng", kind: "number", value: ({ published }) => published },
    { label: "Phải đính chính, bị gỡ", kind: "number", value: ({ faulty }) => faulty },
    { label: "Tính chất", value: () => (isFinal ? "Chính thức" : "Tạm tính") },
  ];
  return sheetOf("thi-dua-nguoi-viet", "Thi đua người viết", columns, authors);
}
