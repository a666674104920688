import { findBadCharacter, normalizeText } from "../../kernel/vietnamese.ts";
import { readAttachmentName } from "../file-name.ts";
import type { FileText } from "./file-text.ts";

/** One thing found about a file that is to be disclosed (REQ-073). */
export interface FileFinding {
  readonly code: "format" | "renamed" | "unreadable" | "scanOnly" | "notUnicode" | "noTitle" | "noLanguage" | "partly";
  /** `must`: the file does not meet Đ13.k1.c.g2 as it is. `should`: better for readers, the file may stay. */
  readonly level: "must" | "should";
  /** A whole Vietnamese sentence that says what to do. */
  readonly message: string;
}

/**
 * Judges a file for disclosure (Đ13.k1.c.g2 "lưu ý định dạng, phông chữ"): an allowed format, words a machine can
 * read, in Unicode, with title and language stated. `name` is the name it was sent under, `read` what `textOf` gave.
 */
export function checkFile(name: string, read: FileText): FileFinding[] {
  const file = readAttachmentName(name);
  if (!file.ok) return [{ code: "format", level: "must", message: file.why }];
  const isPdf = file.extension === "pdf";
  const isPlain = file.extension === "txt" || file.extension === "csv";
  const findings: FileFinding[] = [];
  if (file.safe !== file.name.toLowerCase()) {
    findings.push({ code: "renamed", level: "should", message: sentences.renamed(file.safe) });
  }
  if (read.text === "" && !read.hasTextLayer && read.pages === undefined) {
    return [...findings, { code: "unreadable", level: "must", message: read.problems[0] ?? sentences.unreadable }];
  }
  if (isPdf && !read.hasTextLayer) findings.push({ code: "scanOnly", level: "must", message: sentences.scanOnly });
  else for (const message of read.problems) findings.push({ code: "partly", level: "should", message });
  const around = notUnicode(read.text);
  if (around !== null) findings.push({ code: "notUnicode", level: "must", message: sentences.notUnicode(around) });
  if (!isPlain && !read.title) findings.push({ code: "noTitle", level: "should", message: sentences.noTitle });
  if (!isPlain && !read.language) findings.push({ code: "noLanguage", level: "should", message: sentences.noLanguage });
  return findings;
}

/** Bullets of Word's symbol fonts are the one use of private characters that harms nobody. */
const SYMBOL = /(?<=^|\s)[\uF000-\uF0FF](?=\s|$)/gm;

/** The words around the first letter that is not proper Unicode Vietnamese, or null. */
function notUnicode(text: string): string | null {
  return findBadCharacter(normalizeText(text.replace(SYMBOL, "•")))?.around ?? null;
}

const sentences = {
  renamed: (safe: string) => `Tên tệp có dấu hoặc khoảng trắng; Cổng sẽ cung cấp tệp dưới tên “${safe}”.`,
  unreadable: "Không đọc được nội dung tệp. Hãy mở tệp để kiểm tra, lưu lại rồi tải lên lần nữa.",
  scanOnly:
    "Tệp PDF chỉ là ảnh chụp (bản quét), máy không đọc được chữ nên người đọc không tìm kiếm hay nghe đọc được. Hãy tải lên thêm bản có chữ: tệp Word, Excel gốc hoặc PDF lưu từ bản gốc.",
  notUnicode: (around: string) =>
    `Chữ trong tệp không dùng bảng mã Unicode ở chỗ “${around}”. Hãy chuyển tệp sang phông Unicode (ví dụ Times New Roman) rồi tải lên lại.`,
  noTitle:
    "Tệp chưa có tiêu đề. Hãy điền ô Tiêu đề (Title) trong phần Thuộc tính của tệp rồi lưu lại, để người đọc biết tệp nói về gì.",
  noLanguage:
    "Tệp chưa ghi ngôn ngữ. Hãy chọn tiếng Việt làm ngôn ngữ của tài liệu rồi lưu lại, để trình đọc màn hình đọc đúng giọng.",
} as const;
