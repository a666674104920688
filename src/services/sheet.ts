import { type Sheet, type SheetColumn, sheetOf } from "../lists/sheet.ts";
import { type EntryKind, fieldsOf } from "./fields.ts";
import { isLevel, SERVICE_LEVELS } from "./levels.ts";
import type { Entry } from "./services.queries.ts";

const TITLES: Readonly<Record<EntryKind, { name: string; title: string }>> = {
  procedure: { name: "thu-tuc", title: "Thủ tục hành chính" },
  service: { name: "dich-vu", title: "Dịch vụ công" },
};

/**
 * The catalogue as a spreadsheet: the columns an import reads, then who answers for each entry. `procedureCode` tells
 * the code of the procedure that a service carries out.
 */
export function catalogueSheet(
  kind: EntryKind,
  entries: readonly Entry[],
  procedureCode: ReadonlyMap<string, string>,
  { isDesk }: { readonly isDesk: boolean },
): Sheet {
  const columns: SheetColumn<Entry>[] = [
    { label: "Mã", value: ({ code }) => code },
    ...fieldsOf(kind).map(({ key, label, kind: entered }) => ({
      label,
      kind: entered === "number" ? ("number" as const) : ("text" as const),
      value: ({ content }: Entry) => {
        const text = content[key] ?? "";
        if (key === "procedure") return procedureCode.get(text) ?? "";
        if (entered === "number") return text === "" ? null : Number(text);
        return key === "level" && isLevel(text) ? SERVICE_LEVELS[text].word : text;
      },
    })),
    { label: "Đơn vị phụ trách", value: ({ unitName }) => unitName },
    { label: "Hết hiệu lực từ", kind: "day", value: ({ expiredOn }) => expiredOn },
  ];
  const forDesk: SheetColumn<Entry>[] = [
    { label: "Ngày xem lại", kind: "day", value: ({ reviewOn }) => reviewOn },
    { label: "Trạng thái", value: ({ status }) => (status === "PUBLIC" ? "Đã công bố" : "Bản nháp") },
  ];
  const { name, title } = TITLES[kind];
  return sheetOf(name, title, isDesk ? [...columns, ...forDesk] : columns, entries);
}
