/** What was read of a file, for search and for the checks of REQ-073. */
export interface FileText {
  /** Words in reading order, NFC, paragraphs as lines. Empty when nothing could be read. */
  readonly text: string;
  readonly pages?: number;
  /** As the file itself states it, for example `vi-VN`. */
  readonly language?: string;
  readonly title?: string;
  /** False for a PDF whose pages are mostly pictures of text. */
  readonly hasTextLayer: boolean;
  /** Whole Vietnamese sentences about what could not be read, and what to do. */
  readonly problems: readonly string[];
}

/** One table of a file, as a reader sees it: hidden sheets, rows and columns left out, merged cells repeated. */
export interface Sheet {
  readonly name: string;
  /** Lines that stand above the table: its title, its unit of measure. */
  readonly above: readonly string[];
  readonly header: readonly string[];
  /** Each as long as `header`. */
  readonly rows: readonly (readonly string[])[];
  /** Notes that stand under the table. */
  readonly below: readonly string[];
}

/** Why a file could not be read. */
export type ReadFault = "otherType" | "broken" | "locked" | "tooLarge" | "tooLong" | "empty";

export const FAULT_SENTENCES: Readonly<Record<ReadFault, string>> = {
  otherType: "Cổng không đọc được chữ trong loại tệp này. Hãy lưu lại thành PDF, DOCX, XLSX, ODT, ODS, CSV hoặc TXT.",
  broken: "Không đọc được tệp vì tệp bị hỏng hoặc chưa chép đủ. Hãy mở tệp để kiểm tra, lưu lại rồi tải lên lần nữa.",
  locked: "Tệp đang khóa bằng mật khẩu nên không đọc được. Hãy bỏ mật khẩu, lưu lại rồi tải lên.",
  tooLarge: "Nội dung bên trong tệp quá lớn nên không đọc hết được. Hãy chia tệp thành nhiều phần rồi tải lên.",
  tooLong:
    "Đọc tệp mất quá nhiều thời gian nên đã dừng. Hãy lưu lại tệp (in thành PDF mới) hoặc chia thành nhiều phần.",
  empty: "Tệp không có bảng nào. Hãy chọn tệp có bảng số liệu, hoặc nhập bảng ngay trên Cổng.",
};
