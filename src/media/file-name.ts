import { normalizeLine, slug } from "../kernel/vietnamese.ts";

export const ATTACHMENT_TYPES = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  csv: "text/csv",
  txt: "text/plain",
} as const;

export type AttachmentExtension = keyof typeof ATTACHMENT_TYPES;

/** `name` is what a file is called on the way in; `safe` goes into addresses and onto other people's disks. */
export type ReadName =
  | { readonly ok: true; readonly name: string; readonly safe: string; readonly extension: AttachmentExtension }
  | { readonly ok: false; readonly why: string };

const MACRO = new Set(["docm", "dotm", "xlsm", "xltm", "xlam", "xlsb", "pptm", "potm", "ppsm", "ppam"]);
const ARCHIVE = new Set(["zip", "rar", "7z", "gz", "tar", "tgz", "bz2", "xz", "iso", "cab"]);
const OLD_OFFICE = new Set(["doc", "xls", "ppt", "pps", "rtf", "dot"]);
const PICTURE = new Set(["jpg", "jpeg", "png", "gif", "webp", "avif", "heic", "bmp", "tif", "tiff"]);
const RUNNING = new Set(
  (
    "exe com scr pif msi msp dll sys cpl bat cmd ps1 psm1 vbs vbe js mjs jse wsf wsh hta jar apk app deb rpm sh bash py pl rb php phtml " +
    "asp aspx jsp html htm xhtml mht mhtml svg svgz xml xsl swf lnk url reg chm scf inf iqy"
  ).split(" "),
);

/**
 * Reads the name of an uploaded attachment: which type it claims, and the safe name it will have.
 *
 * Refuses names with folders in them, without or with two extensions, and every type that is not allowed
 * (REQ-035), each with the way out. Whether the content keeps the name's promise is judged elsewhere.
 */
export function readAttachmentName(originalName: string): ReadName {
  const name = normalizeLine(originalName);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (/[/\\\u0000-\u001f\u007f]/.test(name) || name.startsWith("..")) return { ok: false, why: why.folder };
  if (name.length > 255) return { ok: false, why: why.long };
  const parts = name.split(".").map((part) => part.trim().toLowerCase());
  const extension = parts.at(-1) ?? "";
  if (parts.length < 2 || extension === "") return { ok: false, why: why.bare };
  if (!isAllowed(extension)) return { ok: false, why: whyNot(extension) };
  const inner = parts.length > 2 ? (parts.at(-2) ?? "") : "";
  if (isKnown(inner)) return { ok: false, why: why.two(inner, extension) };
  const stem = name.slice(0, name.lastIndexOf("."));
  return { ok: true, name, extension, safe: `${slug(stem) || "tep-dinh-kem"}.${extension}` };
}

function isAllowed(extension: string): extension is AttachmentExtension {
  return Object.hasOwn(ATTACHMENT_TYPES, extension);
}

function isKnown(extension: string): boolean {
  return isAllowed(extension) || [MACRO, ARCHIVE, OLD_OFFICE, PICTURE, RUNNING].some((set) => set.has(extension));
}

function whyNot(extension: string): string {
  if (MACRO.has(extension)) return why.macro(extension);
  if (ARCHIVE.has(extension)) return why.archive;
  if (OLD_OFFICE.has(extension)) return why.old(extension);
  if (PICTURE.has(extension)) return why.picture;
  return RUNNING.has(extension) ? why.running(extension) : why.unknown(extension);
}

const ALLOWED = "PDF, DOCX, XLSX, PPTX, ODT, ODS, CSV hoặc TXT";

const why = {
  folder:
    "Tên tệp không được chứa dấu gạch chéo, đường dẫn thư mục hoặc ký tự điều khiển. Hãy đổi tên tệp rồi tải lên lại.",
  long: "Tên tệp dài quá 255 ký tự. Hãy đặt tên ngắn hơn rồi tải lên lại.",
  bare: `Tên tệp không có phần mở rộng nên không biết là loại gì. Hãy lưu lại thành ${ALLOWED} rồi tải lên.`,
  two: (inner: string, extension: string) =>
    `Tên tệp có hai phần mở rộng “.${inner}.${extension}”, dễ làm người tải về nhầm loại tệp. Hãy bỏ “.${inner}” khỏi tên rồi tải lên lại.`,
  macro: (extension: string) =>
    `Cổng không nhận tệp “.${extension}” vì có thể chứa macro. Hãy lưu lại thành DOCX, XLSX hoặc PPTX (không macro) rồi tải lên.`,
  archive: "Cổng không nhận tệp nén vì không kiểm tra được hết bên trong. Hãy giải nén rồi tải lên từng tệp.",
  old: (extension: string) =>
    `Cổng không nhận tệp “.${extension}” đời cũ vì có thể chứa macro. Hãy mở tệp, lưu lại thành DOCX, XLSX, PPTX hoặc PDF rồi tải lên.`,
  picture:
    "Đây là tệp ảnh. Hãy thêm ảnh bằng nút chèn ảnh, có chú thích, tác giả và nguồn; phần đính kèm dành cho tài liệu.",
  running: (extension: string) =>
    `Cổng không nhận tệp “.${extension}” vì có thể chứa mã chạy trên máy người đọc. Hãy đính kèm ${ALLOWED}.`,
  unknown: (extension: string) => `Cổng không nhận tệp “.${extension}”. Hãy lưu lại thành ${ALLOWED} rồi tải lên.`,
} as const;
