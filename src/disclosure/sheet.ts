import { dayOf } from "../kernel/clock.ts";
import { type Sheet, type SheetColumn, sheetOf } from "../lists/sheet.ts";
import { type SchoolYear, yearWords } from "./due.ts";
import { PUBLIC_PATHS } from "./paths.ts";
import { type RegisterLine, STANDING_WORDS } from "./register.ts";

/** The register of a year as a spreadsheet: item, where it stands, since when, and its permanent address. */
export function registerSheet(year: SchoolYear, lines: readonly RegisterLine[], origin: string): Sheet {
  const columns: readonly SheetColumn<RegisterLine>[] = [
    { label: "Mã", value: ({ item }) => item.code },
    { label: "Nội dung", value: ({ item }) => item.title },
    { label: "Tình trạng", value: ({ standing }) => STANDING_WORDS[standing] },
    { label: "Hạn", kind: "day", value: ({ due }) => due },
    { label: "Số bản đã đăng", kind: "number", value: ({ published }) => published.length },
    { label: "Đăng lần cuối", kind: "day", value: ({ published }) => lastDay(published.at(-1)?.publishedAt) },
    {
      label: "Địa chỉ",
      value: ({ item, published }) => (published.length > 0 ? `${origin}${PUBLIC_PATHS.item(year, item.code)}` : ""),
    },
  ];
  return sheetOf(`cong-khai-${year}`, `Công khai ${yearWords(year)}`, columns, lines);
}

const lastDay = (at: string | null | undefined) => (at ? dayOf(at) : null);
