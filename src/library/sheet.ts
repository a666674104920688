import { type Sheet, type SheetColumn, sheetOf } from "../lists/sheet.ts";
import { DOCUMENT_KINDS } from "./document.ts";
import type { ShelvedDocument } from "./shelf.ts";
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
