import { type Sheet, type SheetColumn, sheetOf } from "../lists/sheet.ts";
import { clauseWords } from "../regulation/clause-words.ts";
import { hatName } from "../regulation/hats.ts";
import type { Duty } from "./duty.ts";
import { ITEM_STANDINGS, type OwedItem } from "./owed.ts";
import { periodWords, remindWords } from "./words.ts";

/** An item with the names of those who owe it. */
export interface ItemRow {
  readonly item: OwedItem;
  readonly names: readonly string[];
  readonly unit: string;
}

const COLUMNS: readonly SheetColumn<ItemRow>[] = [
  { label: "Nhiệm vụ", value: ({ item }) => item.rule.name },
  { label: "Nội dung", value: ({ item }) => item.about },
  { label: "Kỳ", value: ({ item }) => periodWords(item.term.period) },
  { label: "Căn cứ", value: ({ item }) => clauseWords(item.rule.clause) },
  { label: "Vai trò", value: ({ item }) => hatName(item.rule.hat) },
  { label: "Đơn vị", value: ({ unit }) => unit },
  { label: "Người phụ trách", value: ({ names }) => names.join("; ") },
  { label: "Hạn", kind: "time", value: ({ item }) => item.term.due },
  { label: "Tình trạng", value: ({ item }) => ITEM_STANDINGS[item.standing] },
  { label: "Làm xong lúc", kind: "time", value: ({ item }) => item.doneAt },
  { label: "Ghi chú", value: ({ item }) => item.excused },
];

export const itemsSheet = (rows: readonly ItemRow[]): Sheet => sheetOf("viec-den-han", "Việc đến hạn", COLUMNS, rows);

const DUTY_COLUMNS: readonly SheetColumn<Duty>[] = [
  { label: "Căn cứ", value: ({ clause }) => clauseWords(clause) },
  { label: "Nhiệm vụ", value: ({ name }) => name },
  { label: "Ai làm", value: ({ hat }) => hatName(hat) },
  { label: "Khi nào", value: ({ when }) => when },
  { label: "Xong khi có", value: ({ closedBy }) => closedBy },
  { label: "Nhắc", value: ({ remindHours }) => remindWords(remindHours) },
  { label: "Quá hạn thì báo", value: ({ escalateTo }) => (escalateTo === null ? "" : hatName(escalateTo)) },
];

export const dutiesSheet = (duties: readonly Duty[]): Sheet =>
  sheetOf("nhiem-vu-theo-quy-che", "Nhiệm vụ theo Quy chế", DUTY_COLUMNS, duties);
