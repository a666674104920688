import { z } from "zod";

/** What each kind of open data looks like. The same definitions check every answer and make `openapi.json`. */

const day = z.iso.date().describe("Ngày, YYYY-MM-DD, giờ Việt Nam");
const instant = z.iso.datetime().describe("Thời điểm, UTC");
const address = z.url().describe("Địa chỉ trên Cổng");
const id = z.string().describe("Mã bền vững");

const file = z.strictObject({
  title: z.string(),
  name: z.string(),
  size: z.number().int().describe("Số byte"),
  sha256: z.string().describe("Mã kiểm tra SHA-256"),
  address,
});

export const documentSchema = z.strictObject({
  id,
  number: z.string().describe("Số, ký hiệu"),
  kind: z.string().describe("Loại văn bản"),
  issuedOn: day,
  issuer: z.string().describe("Cơ quan ban hành"),
  signer: z.string().describe("Người ký"),
  abstract: z.string().describe("Trích yếu"),
  effectiveOn: day,
  effectiveTo: day.nullable(),
  validity: z.enum(["NOT_YET", "IN_FORCE", "AMENDED", "EXPIRED"]).describe("Hiệu lực hôm nay"),
  validityWord: z.string().describe("Hiệu lực bằng lời"),
  field: z.string().describe("Lĩnh vực"),
  unit: z.string().describe("Đơn vị quản lý"),
  publishedAt: instant.nullable(),
  address,
  files: z.array(file),
});

export const itemSchema = z.strictObject({
  id,
  code: z.string().describe("Phần của địa chỉ, không đổi"),
  title: z.string(),
  group: z.string().describe("Nhóm"),
  regime: z.string().describe("Văn bản quy định"),
  citation: z.string().describe("Điều khoản"),
  fromYear: z.number().int().describe("Từ năm học bắt đầu năm"),
  toYear: z.number().int().nullable().describe("Đến năm học bắt đầu năm; null: đến nay"),
  unit: z.string().describe("Đơn vị phụ trách"),
});

export const entrySchema = z.strictObject({
  id,
  item: z.string().describe("Mã mục (code)"),
  itemTitle: z.string(),
  schoolYear: z.string().describe("Năm học, ví dụ 2026-2027"),
  version: z.number().int(),
  status: z.enum(["current", "superseded"]).describe("Bản đang dùng hay đã được bản mới thay thế"),
  title: z.string(),
  text: z.string(),
  changeNote: z.string().describe("Bản này khác bản trước ở đâu"),
  publishedAt: instant,
  unit: z.string(),
  sha256: z.string().describe("Mã băm nội dung"),
  redactedBy: z.string().nullable().describe("Số văn bản yêu cầu che dữ liệu, nếu có"),
  address,
  tables: z.array(z.string()).describe("Mã các bảng, đọc ở /disclosure/tables/{id}"),
  files: z.array(file),
});

export const tableSchema = z.strictObject({
  id,
  entry: z.string().describe("Mã của bản công khai"),
  item: z.string(),
  schoolYear: z.string(),
  version: z.number().int(),
  status: z.enum(["current", "superseded"]),
  number: z.number().int().describe("Bảng thứ mấy của bản"),
  caption: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  csv: address.describe("Bảng này ở dạng CSV"),
});

export const procedureSchema = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  field: z.string(),
  steps: z.array(z.string()).describe("Trình tự thực hiện"),
  dossier: z.array(z.string()).describe("Thành phần hồ sơ"),
  copies: z.string(),
  workingDays: z.number().int().nullable().describe("Thời hạn giải quyết, ngày làm việc"),
  fee: z.string(),
  place: z.string(),
  responsible: z.string(),
  result: z.string(),
  legalBasis: z.string(),
  legalNumbers: z.array(z.string()),
  unit: z.string(),
  reviewOn: day.describe("Đơn vị xem lại trước ngày"),
  expiredOn: day.nullable(),
  address,
  files: z.array(file).describe("Biểu mẫu"),
});

export const serviceSchema = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  field: z.string(),
  level: z.enum(["FULL_ONLINE", "PARTIAL_ONLINE", "INFORMATION_ONLY"]),
  levelWord: z.string(),
  procedure: z.string().nullable().describe("Mã của thủ tục tương ứng"),
  link: z.url().nullable().describe("Nơi nộp hồ sơ, ngoài Cổng"),
  note: z.string(),
  unit: z.string(),
  expiredOn: day.nullable(),
  address,
});

export const articleSchema = z.strictObject({
  id,
  title: z.string(),
  lead: z.string(),
  section: z.string().describe("Chuyên mục"),
  sectionSlug: z.string(),
  unit: z.string(),
  publishedAt: instant,
  updatedAt: instant.nullable(),
  address,
});

export const eventSchema = z.strictObject({
  id,
  kind: z.string().describe("Loại: hội nghị, hội thảo, tập huấn…"),
  title: z.string(),
  place: z.string(),
  unit: z.string().describe("Đơn vị tổ chức"),
  startsAt: instant,
  endsAt: instant,
  sessions: z.array(z.strictObject({ startsAt: instant, endsAt: instant })),
  description: z.string(),
  isCancelled: z.boolean(),
  cancelReason: z.string(),
  address,
});

export const unitSchema = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  duties: z.string(),
  phone: z.string(),
  email: z.string(),
  place: z.string(),
  heads: z.array(z.strictObject({ name: z.string(), position: z.string() })),
  address,
});

/** Where the data comes from and how it may be used; in every answer. */
export const sourceSchema = z.strictObject({
  publisher: z.string(),
  address: z.url(),
  licence: z.string().describe("Điều kiện sử dụng lại"),
  documentation: z.url(),
});

export const problemSchema = z.object({
  type: z.string(),
  title: z.string().describe("Một câu tiếng Việt"),
  status: z.number().int(),
  detail: z.string().describe("Cần làm gì"),
});
