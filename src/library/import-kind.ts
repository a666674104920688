import { isDay, readable } from "../board/rules.ts";
import type { Cells, ImportColumn, ImportKind } from "../imports/import-kind.ts";
import { chosen } from "../imports/read-sheet.ts";
import { normalizeLine } from "../kernel/vietnamese.ts";
import { addDocument, type NewDocument } from "./commands/add-document.ts";
import { nextReview } from "./commands/confirm-still-right.ts";
import { DOCUMENT_KINDS } from "./document.ts";
import { readShelves, shelfNames } from "./documents.queries.ts";
import { parseNumberSymbol } from "./number-symbol.ts";
import { LIBRARY_PATHS } from "./paths.ts";

/** The columns of `sheet.ts` that can be entered; keys are the labels, as refusals of the library name them. */
const text = (label: string, hint: string, example: string, more: Partial<ImportColumn> = {}): ImportColumn => ({
  ...{ key: label, label, hint, example },
  ...more,
});
const needed = { needed: true } as const;

/** Documents of the library, entered as drafts: files are added to each, then it is published. */
export const DOCUMENT_IMPORT: ImportKind<NewDocument> = {
  name: "document",
  what: "văn bản",
  sheet: "Văn bản",
  path: LIBRARY_PATHS.import,
  list: { href: LIBRARY_PATHS.desk, label: "Văn bản" },
  may: "library.change",
  async columns(db, today) {
    const { units, fields } = await shelfNames(db);
    return [
      text("Loại", "Một trong các loại.", "Quyết định", { ...needed, allowed: Object.values(DOCUMENT_KINDS) }),
      text("Số, ký hiệu", "Đầy đủ như trên văn bản.", "27/QĐ-GDTXHP", needed),
      text("Ngày ban hành", "Ngày/tháng/năm.", "09/05/2023", { ...needed, kind: "day" }),
      text("Cơ quan ban hành", "Tên đầy đủ.", "Trung tâm GDTX Hải Phòng", needed),
      text("Người ký", "Họ và tên.", "Nguyễn Văn An", needed),
      text("Trích yếu", "Như trên văn bản.", "Ban hành Quy chế hoạt động của Cổng thông tin điện tử", needed),
      text("Ngày có hiệu lực", "Để trống là từ ngày ban hành.", "09/05/2023", { kind: "day" }),
      text("Ngày hết hiệu lực", "Để trống khi còn hiệu lực.", "", { kind: "day" }),
      text("Lĩnh vực", "Để trống được.", "", { allowed: [...fields.values()] }),
      text("Đơn vị quản lý", "Để trống là đơn vị của bạn.", [...units.values()][0] ?? "", {
        allowed: [...units.values()],
      }),
      text("Ngày rà soát", "Để trống là sau một năm.", readable(nextReview(today)), { kind: "day" }),
    ];
  },
  async reader(tx, by, today) {
    const { units, fields } = await shelfNames(tx);
    const { documents } = await readShelves(tx);
    return (cells: Cells) => {
      const cell = (label: string) => cells[label] ?? "";
      const faults: Record<string, string> = {};
      const choice = <Value>(label: string, choices: Iterable<readonly [Value, string]>, empty: Value): Value => {
        if (cell(label) === "") return empty;
        const found = chosen(choices, cell(label));
        if (found === null) faults[label] = `“${cell(label)}” không có trong danh sách. Hãy chọn giá trị ở bảng mẫu.`;
        return found ?? empty;
      };
      const input = {
        kind: choice("Loại", Object.entries(DOCUMENT_KINDS), ""),
        number: cell("Số, ký hiệu"),
        issuedOn: cell("Ngày ban hành"),
        issuer: normalizeLine(cell("Cơ quan ban hành")),
        signer: cell("Người ký"),
        abstract: cell("Trích yếu"),
        effectiveOn: cell("Ngày có hiệu lực"),
        effectiveTo: cell("Ngày hết hiệu lực"),
        field: choice("Lĩnh vực", fields, ""),
        unit: choice("Đơn vị quản lý", units, by.units[0] ?? ""),
        earlyReason: "",
        text: "",
        reviewOn: cell("Ngày rà soát") || nextReview(today),
      };
      const number = parseNumberSymbol(input.number) ?? input.number;
      const twin = documents.find(
        (one) => one.number === number && one.issuedOn === input.issuedOn && one.issuer === input.issuer,
      );
      const day = isDay(input.issuedOn) ? readable(input.issuedOn) : input.issuedOn;
      return {
        input,
        faults,
        key: `${number}|${input.issuedOn}|${input.issuer}`,
        name: input.number ? `${input.number} (${day})` : input.abstract,
        ...(twin ? { present: `Thư viện đã có ${twin.number} ngày ${readable(twin.issuedOn)}; giữ nguyên.` } : {}),
      };
    };
  },
  command: addDocument,
  columnOf: {
    numberMalformed: "Số, ký hiệu",
    numberTaken: "Số, ký hiệu",
    docKindMissing: "Loại",
    issueDayInvalid: "Ngày ban hành",
    effectDayInvalid: "Ngày có hiệu lực",
    effectBeforeIssue: "Ngày có hiệu lực",
    effectEndInvalid: "Ngày hết hiệu lực",
    effectEndsBeforeBegin: "Ngày hết hiệu lực",
    ownerUnitMissing: "Đơn vị quản lý",
    notYourLibrary: "Đơn vị quản lý",
    docFieldUnknown: "Lĩnh vực",
    reviewDayInvalid: "Ngày rà soát",
  },
};
