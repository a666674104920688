import { contentFrom } from "../desk/record-fields.ts";
import type { Cells, ImportColumn, ImportKind } from "../imports/import-kind.ts";
import { chosen } from "../imports/read-sheet.ts";
import { fold } from "../kernel/vietnamese.ts";
import { saveEntry } from "./commands/save-entry.ts";
import { ENTRY_CONTROLS } from "./controls.ts";
import { type EntryKind, fieldsOf } from "./fields.ts";
import { LEVEL_CODES, readLevel, SERVICE_LEVELS } from "./levels.ts";
import { deskPaths } from "./paths.ts";
import type { EntryInput } from "./rules.ts";
import { allEntries } from "./services.queries.ts";

const STATES = [
  [true, "Đã công bố"],
  [false, "Bản nháp"],
] as const;

const EXAMPLES: Readonly<Record<string, string>> = {
  name: "Cấp bản sao văn bằng, chứng chỉ từ sổ gốc",
  field: "Văn bằng, chứng chỉ",
  steps: "Nộp hồ sơ\nNhận kết quả",
  dossier: "Đơn đề nghị\nBản sao căn cước",
  copies: "1",
  days: "1",
  fee: "Không",
  place: "Phòng Tổ chức – Hành chính",
  responsible: "Bộ phận văn thư",
  result: "Bản sao văn bằng",
  level: "Một phần",
  link: "https://dichvucong.gov.vn",
};

/** Procedures, or services: new entries of the catalogue, public or as drafts; what has its code already is left. */
export function catalogueImport(kind: EntryKind): ImportKind<EntryInput & { readonly id: null }> {
  const paths = deskPaths(kind);
  const isProcedure = kind === "procedure";
  const fields = fieldsOf(kind);
  return {
    name: kind,
    what: isProcedure ? "thủ tục" : "dịch vụ",
    sheet: isProcedure ? "Thủ tục hành chính" : "Dịch vụ công",
    path: paths.import,
    list: { href: paths.list, label: isProcedure ? "Thủ tục hành chính" : "Dịch vụ công" },
    may: "catalogue.change",
    async columns(db) {
      const units = await db.selectFrom("unit").select("name").orderBy("position").execute();
      const allowed: Readonly<Record<string, readonly string[]>> = {
        level: LEVEL_CODES.map((code) => SERVICE_LEVELS[code].word),
      };
      return [
        {
          key: "ma",
          label: "Mã",
          also: ["Mã thủ tục", "Mã dịch vụ"],
          needed: true,
          hint: "Mỗi mục một mã, không đổi về sau.",
          example: isProcedure ? "TTHC-01" : "DVC-01",
        },
        ...fields.map(
          ({ key, name, label, hint = "", optional, kind: entered }): ImportColumn => ({
            key: name,
            label,
            also: [name, name.replaceAll("-", " ")],
            ...(key === "name" ? { needed: true } : {}),
            kind: entered === "number" ? "number" : "text",
            hint: `${key === "procedure" ? "Mã của thủ tục." : hint}${optional ? " Để trống được." : ""}`.trim(),
            example: EXAMPLES[key] ?? "",
            ...(allowed[key] ? { allowed: allowed[key] } : {}),
          }),
        ),
        {
          key: "don-vi",
          label: "Đơn vị phụ trách",
          hint: "Để trống là đơn vị của bạn.",
          example: units[0]?.name ?? "",
          allowed: units.map(({ name }) => name),
        },
        {
          key: "xem-lai",
          label: "Ngày xem lại",
          kind: "day",
          hint: "Để trống là sau một năm.",
          example: "",
        },
        {
          key: "trang-thai",
          label: "Trạng thái",
          hint: "Để trống là bản nháp.",
          example: "Bản nháp",
          allowed: STATES.map(([, word]) => word),
        },
      ];
    },
    async reader(tx, by, today) {
      const units = (await tx.selectFrom("unit").select(["id", "name"]).execute()).map(
        ({ id, name }) => [id, name] as const,
      );
      const known = await allEntries(tx, kind);
      const procedures = isProcedure ? [] : await allEntries(tx, "procedure");
      const inAYear = Temporal.PlainDate.from(today).add({ years: 1 }).toString();
      return (cells: Cells) => {
        const cell = (name: string) => cells[name] ?? "";
        const faults: Record<string, string> = {};
        const wrong = (name: string) => {
          faults[name] = `“${cell(name)}” không có trong danh sách. Hãy chọn giá trị ở bảng mẫu.`;
        };
        const unit = cell("don-vi") === "" ? (by.units[0] ?? "") : chosen(units, cell("don-vi"));
        if (unit === null) wrong("don-vi");
        const isPublic = cell("trang-thai") === "" ? false : chosen(STATES, cell("trang-thai"));
        if (isPublic === null) wrong("trang-thai");
        const typed = contentFrom(fields, ({ name }) => cell(name));
        const procedure = procedures.find(({ code }) => fold(code) === fold(typed.procedure ?? ""));
        if (typed.procedure && !procedure) wrong("thu-tuc");
        const content = isProcedure
          ? typed
          : { ...typed, level: readLevel(typed.level ?? "") ?? typed.level ?? "", procedure: procedure?.id ?? "" };
        const code = cell("ma").replace(/\s+/g, " ");
        return {
          input: {
            id: null,
            kind,
            code,
            unit: unit ?? "",
            content,
            reviewOn: cell("xem-lai") || inAYear,
            files: [],
            publish: isPublic ?? false,
          },
          faults,
          key: code,
          name: [code, content.name ?? ""].filter(Boolean).join(": "),
          ...(known.some((one) => one.code === code) ? { present: `Danh mục đã có mã ${code}; giữ nguyên.` } : {}),
        };
      };
    },
    command: saveEntry,
    columnOf: ENTRY_CONTROLS,
  };
}
