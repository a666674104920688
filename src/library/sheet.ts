import type { Day } from "../kernel/clock.ts";
import { type Sheet, type SheetColumn, sheetOf } from "../lists/sheet.ts";
import { isExpiredBasis } from "./bases.queries.ts";
import { DOCUMENT_KINDS } from "./document.ts";
import type { ShelvedDocument } from "./shelf.ts";
import type { LegalBasisTable } from "./tables.ts";
import { VALIDITY_WORDS } from "./validity-words.ts";

/** What an import reads back; the rest of the sheet is reckoned. */
const ENTERED: readonly SheetColumn<ShelvedDocument>[] = [
  { label: "Loại", value: ({ kind }) => DOCUMENT_KINDS[kind] },
  { label: "Số, ký hiệu", value: ({ number }) => number },
  { label: "Ngày ban hành", kind: "day", value: ({ issuedOn }) => issuedOn },
  { label: "Cơ quan ban hành", value: ({ issuer }) => issuer },
  { label: "Người ký", value: ({ signer }) => signer },
  { label: "Trích yếu", value: ({ abstract }) => abstract },
  { label: "Ngày có hiệu lực", kind: "day", value: ({ effectiveOn }) => effectiveOn },
  { label: "Ngày hết hiệu lực", kind: "day", value: ({ effectiveTo }) => effectiveTo },
  { label: "Lĩnh vực", value: ({ fieldName }) => fieldName },
  { label: "Đơn vị quản lý", value: ({ unitName }) => unitName },
  { label: "Ngày rà soát", kind: "day", value: ({ reviewOn }) => reviewOn },
];

/** The list as a spreadsheet: as entered, then what validity is reckoned to be, and the address. */
export function documentsSheet(documents: readonly ShelvedDocument[], origin: string): Sheet {
  const columns = [
    ...ENTERED,
    { label: "Hiệu lực", value: ({ validity }: ShelvedDocument) => VALIDITY_WORDS[validity.state].word },
    { label: "Địa chỉ", value: ({ slug }: ShelvedDocument) => (slug ? `${origin}/van-ban/${slug}` : "") },
  ];
  return sheetOf("van-ban", "Văn bản", columns, documents);
}

/** What the portal rests on, with what has become of each by this day (REQ-002). */
export function basesSheet(bases: readonly LegalBasisTable[], today: Day): Sheet {
  const columns: readonly SheetColumn<LegalBasisTable>[] = [
    { label: "Số, ký hiệu", value: ({ number_symbol }) => number_symbol },
    { label: "Tên văn bản", value: ({ title }) => title },
    { label: "Cơ quan ban hành", value: ({ issuer }) => issuer },
    { label: "Dùng cho", value: ({ topic }) => topic },
    { label: "Ngày ban hành", kind: "day", value: ({ issued_on }) => issued_on },
    { label: "Có hiệu lực từ", kind: "day", value: ({ in_force_from }) => in_force_from },
    { label: "Ngày cuối còn hiệu lực", kind: "day", value: ({ in_force_to }) => in_force_to },
    { label: "Hiệu lực", value: (basis) => (isExpiredBasis(basis, today) ? "Hết hiệu lực" : "Còn hiệu lực") },
    { label: "Văn bản thay thế", value: ({ replaced_by }) => replaced_by },
    { label: "Ghi chú", value: ({ note }) => note },
    { label: "Đối chiếu ngày", kind: "day", value: ({ checked_on }) => checked_on },
  ];
  return sheetOf("can-cu", "Căn cứ pháp lý", columns, bases);
}
