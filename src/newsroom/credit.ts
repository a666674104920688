/** What people write when they do not know the author or the source, or do not want to (REQ-036). */
const EMPTY_WORDS = [
  "internet",
  "mạng",
  "net",
  "web",
  "website",
  "google",
  "st",
  "s t",
  "s/t",
  "n/a",
  "none",
  "null",
  "khong ro",
  "suu tam",
  "sưu tầm",
  "không rõ",
  "không biết",
  "không có",
  "chưa rõ",
  "chưa biết",
  "chưa có",
  "đang cập nhật",
  "cập nhật sau",
  "mạng xã hội",
  "nhiều nguồn",
  "tổng hợp",
  "tong hop",
  "xxx",
  "test",
]
  .map((words) => ` ${words} `)
  // "mạng xã hội" before "mạng".
  .sort((a, b) => b.length - a.length);

/** Words that add nothing to those: "Nguồn: sưu tầm từ internet". Accents count: "Anh Tú" is a name. */
const FILLERS = /(?<!\p{L})(?:nguồn|tác giả|ảnh|hình ảnh|hình|bài|theo|từ|trên|qua|và|ở|các)(?!\p{L})/giu;

/**
 * True for an author or a source that names nobody: "…", "internet", "sưu tầm", "st", "không rõ", "N/A", or no
 * letter at all. False for an empty text, which is missing rather than a pretence.
 */
export function isPlaceholder(text: string): boolean {
  if (text.trim() === "") return false;
  if (!/\p{L}/u.test(text)) return true;
  let rest = ` ${text.toLowerCase().replace(FILLERS, " ")} `.replace(/[^\p{L}\p{N}/]+/gu, " ");
  if (rest.trim() === "") return true;
  for (const words of EMPTY_WORDS) while (rest.includes(words)) rest = rest.replace(words, " ");
  return rest.replace(/[\s/]+/g, "") === "";
}
