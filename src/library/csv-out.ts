import { readable } from "../board/rules.ts";
import { csv } from "../newsroom/desk/csv.ts";
import { DOCUMENT_KINDS } from "./document.ts";
import type { ShelvedDocument } from "./shelf.ts";
import { VALIDITY_WORDS } from "./validity-words.ts";

/** Heads of the spreadsheet; the first eleven are what the import reads back. */
export const CSV_HEADS = [
  "Loại",
  "Số, ký hiệu",
  "Ngày ban hành",
  "Cơ quan ban hành",
  "Người ký",
  "Trích yếu",
  "Ngày có hiệu lực",
  "Ngày hết hiệu lực",
  "Lĩnh vực",
  "Đơn vị quản lý",
  "Ngày rà soát",
] as const;

/** The list as a spreadsheet: days as they are written in Vietnam, what validity is reckoned to be, the address. */
export function documentsCsv(documents: readonly ShelvedDocument[], origin: string): string {
  const rows = documents.map((one) => [
    DOCUMENT_KINDS[one.kind],
    one.number,
    readable(one.issuedOn),
    one.issuer,
    one.signer,
    one.abstract,
    readable(one.effectiveOn),
    one.effectiveTo ? readable(one.effectiveTo) : "",
    one.fieldName,
    one.unitName,
    readable(one.reviewOn),
    VALIDITY_WORDS[one.validity.state].word,
    one.slug ? `${origin}/van-ban/${one.slug}` : "",
  ]);
  return csv([[...CSV_HEADS, "Hiệu lực", "Địa chỉ"], ...rows]);
}
