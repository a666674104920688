import { type Sheet, sheetOf } from "../lists/sheet.ts";
import { clauseWords } from "../regulation/clause-words.ts";
import { hatName } from "../regulation/hats.ts";
import type { HeadAcknowledgement } from "./acknowledgements.queries.ts";
import type { ClauseNow } from "./board.queries.ts";
import { chapterOf, TEXT_OF } from "./carried.ts";
import { HOWS } from "./carrying.ts";
import { CLAUSE_STATES } from "./standing.ts";

/** The board of clauses as a spreadsheet; `testsOf` tells how many tests hold a clause, null when none are known. */
export function boardSheet(
  clauses: readonly ClauseNow[],
  lastAt: ReadonlyMap<string, string>,
  testsOf: (clause: string) => number | null,
): Sheet {
  return sheetOf<ClauseNow>(
    "thuc-hien-quy-che",
    "Thực hiện Quy chế",
    [
      { label: "Điều khoản", value: ({ clause }) => clauseWords(clause) },
      { label: "Chương", value: ({ clause }) => chapterOf(clause).title },
      { label: "Nội dung", value: ({ clause }) => TEXT_OF.get(clause)?.text ?? "" },
      { label: "Cách giữ", value: ({ how }) => HOWS[how] },
      { label: "Cổng làm gì", value: ({ does }) => does },
      { label: "Ai", value: ({ who }) => who.map(hatName).join("; ") },
      { label: "Tình trạng", value: ({ state }) => CLAUSE_STATES[state] },
      { label: "Cần xử lý", value: ({ findings }) => findings.map(({ text }) => text).join("; ") },
      { label: "Chứng cứ mới nhất", kind: "time", value: ({ clause }) => lastAt.get(clause) ?? null },
      { label: "Số kiểm thử", kind: "number", value: ({ clause }) => testsOf(clause) },
    ],
    clauses,
  );
}

/** Who acknowledged the regulation, unit by unit. */
export const headsSheet = (heads: readonly HeadAcknowledgement[]): Sheet =>
  sheetOf<HeadAcknowledgement>(
    "xac-nhan-quy-che",
    "Xác nhận Quy chế",
    [
      { label: "Đơn vị", value: ({ unitName }) => unitName },
      { label: "Trưởng đơn vị", value: ({ personName }) => personName },
      { label: "Từ ngày", kind: "day", value: ({ since }) => since },
      { label: "Xác nhận lúc", kind: "time", value: ({ at }) => at },
    ],
    heads,
  );
