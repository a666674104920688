import type { RecordField } from "../desk/record-fields.ts";

/** What the catalogue lists: procedures (Đ14.k5.g1) and services with their level (Đ14.k5.g2). */
export type EntryKind = "procedure" | "service";

/** REQ-096, in the order in which a procedure is printed. */
export const PROCEDURE_FIELDS = [
  { key: "name", name: "ten", label: "Tên thủ tục", kind: "line" },
  { key: "field", name: "linh-vuc", label: "Lĩnh vực", kind: "line", hint: "Ví dụ: Văn bằng, chứng chỉ" },
  { key: "steps", name: "trinh-tu", label: "Trình tự thực hiện", kind: "lines", hint: "Mỗi dòng một bước." },
  { key: "dossier", name: "ho-so", label: "Thành phần hồ sơ", kind: "lines", hint: "Mỗi dòng một giấy tờ." },
  { key: "copies", name: "so-bo", label: "Số lượng hồ sơ (bộ)", kind: "number", optional: true },
  {
    key: "days",
    name: "thoi-han",
    label: "Thời hạn giải quyết (ngày làm việc)",
    kind: "number",
    hint: "Chỉ ghi số. Giải quyết ngay trong ngày thì ghi 1.",
  },
  {
    key: "fee",
    name: "le-phi",
    label: "Phí, lệ phí",
    kind: "line",
    hint: "Ghi “Không” nếu không thu.",
    optional: true,
  },
  { key: "place", name: "noi-nop", label: "Nơi tiếp nhận và trả kết quả", kind: "line" },
  { key: "responsible", name: "nguoi-phu-trach", label: "Người hoặc bộ phận phụ trách", kind: "line" },
  { key: "result", name: "ket-qua", label: "Kết quả", kind: "line" },
  { key: "legalBasis", name: "can-cu", label: "Căn cứ pháp lý", kind: "text", optional: true },
  {
    key: "legalNumbers",
    name: "so-van-ban",
    label: "Số, ký hiệu văn bản làm căn cứ",
    kind: "lines",
    hint: "Mỗi dòng một văn bản, ví dụ: 21/2019/TT-BGDĐT. Trang công khai dẫn tới văn bản ấy.",
    optional: true,
  },
] as const satisfies readonly RecordField[];

/** REQ-097. */
export const SERVICE_FIELDS = [
  { key: "name", name: "ten", label: "Tên dịch vụ", kind: "line" },
  { key: "field", name: "linh-vuc", label: "Lĩnh vực", kind: "line", hint: "Ví dụ: Văn bằng, chứng chỉ" },
  { key: "level", name: "muc-do", label: "Mức độ cung cấp", kind: "choice" },
  {
    key: "procedure",
    name: "thu-tuc",
    label: "Thủ tục hành chính tương ứng",
    kind: "choice",
    optional: true,
  },
  {
    key: "link",
    name: "dia-chi-ngoai",
    label: "Địa chỉ trên cổng dịch vụ công",
    kind: "line",
    hint: "Bắt đầu bằng https://. Cổng chỉ dẫn tới nơi nộp hồ sơ, không nhận hồ sơ.",
    optional: true,
  },
  {
    key: "outsideReason",
    name: "ly-do-ngoai",
    label: "Lý do dẫn tới tên miền ngoài danh sách cơ quan nhà nước",
    kind: "line",
    hint: "Chỉ ghi khi tên miền không thuộc danh sách trong Cài đặt.",
    optional: true,
  },
  { key: "note", name: "ghi-chu", label: "Lưu ý cho người sử dụng", kind: "text", optional: true },
] as const satisfies readonly RecordField[];

export const fieldsOf = (kind: EntryKind): readonly RecordField[] =>
  kind === "procedure" ? PROCEDURE_FIELDS : SERVICE_FIELDS;

/** A form to download, as an entry keeps it. */
export interface EntryFile {
  readonly hash: string;
  /** Safe name, part of its address. */
  readonly name: string;
  readonly title: string;
  readonly size: number;
}
