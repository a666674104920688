import { done, type Invalid, type Result, refused } from "../kernel/result.ts";
import { ATTACHMENT_TYPES, type AttachmentExtension, readAttachmentName } from "./file-name.ts";
import { inspectOfficeFile, type OfficeFault } from "./office-files.ts";
import { inspectPdf, type PdfFault } from "./pdf-files.ts";
import { findSecrecyMark } from "./secrecy-mark.ts";
import { inspectText, type TextFault } from "./text-files.ts";

/** An attachment ready to be kept: its bytes as sent, its type as found. */
export interface ReceivedAttachment {
  readonly bytes: Uint8Array;
  /** Under which it is offered and saved by readers: ASCII, one extension. */
  readonly name: string;
  /** As sent, in one line of composed Unicode. */
  readonly originalName: string;
  readonly mime: string;
  readonly size: number;
}

/** A refusal that rests on a named rule carries it, so that the evidence can say so. */
export interface InvalidAttachment extends Invalid {
  readonly clause?: "REQ-030";
}

const MAX_BYTES = 30 * 1024 * 1024;

/**
 * Judges an uploaded attachment by name and content, which must agree: PDF, DOCX, XLSX, PPTX, ODT, ODS, CSV, TXT.
 *
 * Refuses macros, scripts, programs, web pages, archives, locked and broken files (REQ-035), files over 30 MB,
 * text that is not Unicode (REQ-037), and names marked with a secrecy level (REQ-030). Changes nothing in the file.
 */
export async function receiveAttachment(
  bytes: Uint8Array,
  originalName: string,
): Promise<Result<ReceivedAttachment, InvalidAttachment>> {
  const mark = findSecrecyMark(originalName);
  if (mark) return refused({ field: "attachment", message: why.secret(mark), clause: "REQ-030" });
  const read = readAttachmentName(originalName);
  if (!read.ok) return no(read.why);
  if (bytes.length === 0) return no(why.empty);
  if (bytes.length > MAX_BYTES) return no(why.tooHeavy(bytes.length));
  const fault = await inspect(bytes, read.extension);
  if (fault) return no(sentence(fault, read.extension));
  return done({
    bytes,
    name: read.safe,
    originalName: read.name,
    mime: ATTACHMENT_TYPES[read.extension],
    size: bytes.length,
  });
}

type Fault = OfficeFault | PdfFault | TextFault;

async function inspect(bytes: Uint8Array, extension: AttachmentExtension): Promise<Fault | null> {
  if (extension === "pdf") return inspectPdf(bytes);
  if (extension === "csv" || extension === "txt") return inspectText(bytes);
  return inspectOfficeFile(bytes, extension);
}

function no(message: string): { ok: false; error: InvalidAttachment } {
  return refused({ field: "attachment", message });
}

function sentence(fault: Fault, extension: AttachmentExtension): string {
  const words = why[fault];
  return typeof words === "string" ? words : words(extension.toUpperCase());
}

const inMegabytes = (bytes: number) => Math.ceil(bytes / (1024 * 1024));

const why = {
  secret: (mark: string) =>
    `Tên tệp mang dấu độ mật “${mark}”. Tài liệu chứa bí mật nhà nước không được đưa lên Cổng. Nếu tài liệu không mật, hãy đổi tên tệp rồi tải lên lại.`,
  empty: "Tệp đính kèm trống. Hãy chọn lại tệp rồi tải lên.",
  tooHeavy: (bytes: number) =>
    `Tệp nặng ${inMegabytes(bytes)} MB, quá mức ${inMegabytes(MAX_BYTES)} MB. Hãy giảm dung lượng hoặc chia thành nhiều tệp rồi tải lên lại.`,
  otherType: (type: string) =>
    `Nội dung tệp không phải là ${type} như tên tệp ghi. Hãy mở tệp bằng phần mềm đã tạo ra nó, lưu lại thành ${type} rồi tải lên.`,
  broken: (type: string) =>
    `Không đọc được tệp ${type} này vì tệp bị hỏng hoặc chưa được chép đủ. Hãy mở tệp trên máy để kiểm tra, lưu lại rồi tải lên lần nữa.`,
  locked: (type: string) =>
    `Tệp ${type} này đặt mật khẩu, bị khóa hoặc ở định dạng cũ nên Cổng không kiểm tra được. Hãy bỏ mật khẩu, lưu lại thành ${type} rồi tải lên.`,
  macro: "Tệp có chứa macro hoặc điều khiển chạy mã. Hãy lưu lại thành bản không có macro rồi tải lên.",
  program: "Trong tệp có nhúng chương trình chạy được. Hãy bỏ phần nhúng đó, lưu lại rồi tải lên.",
  tooMuchInside:
    "Nội dung bên trong tệp lớn bất thường nên Cổng không nhận. Hãy giảm bớt nội dung hoặc lưu lại thành PDF rồi tải lên.",
  script: "Tệp PDF có chứa mã JavaScript. Hãy in lại thành PDF (chọn “In” rồi “Lưu thành PDF”) và tải lên bản mới.",
  launch:
    "Tệp PDF có lệnh mở chương trình trên máy người đọc. Hãy in lại thành PDF (chọn “In” rồi “Lưu thành PDF”) và tải lên bản mới.",
  unreadable:
    "Tệp PDF có phần Cổng không kiểm tra được. Hãy in lại thành PDF (chọn “In” rồi “Lưu thành PDF”) và tải lên bản mới.",
  notText: (type: string) =>
    `Nội dung tệp không phải là văn bản như tên tệp ghi. Hãy lưu lại thành ${type} rồi tải lên.`,
  notUnicode:
    "Văn bản trong tệp không dùng bảng mã Unicode UTF-8. Hãy mở tệp, chọn “Lưu thành” với bảng mã UTF-8 rồi tải lên lại.",
  code: "Nội dung tệp là trang web hoặc mã lệnh, không phải văn bản thường. Hãy đính kèm bản PDF thay cho tệp này.",
} as const;
