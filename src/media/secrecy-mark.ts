import { normalizeLine } from "../kernel/vietnamese.ts";

/** Words with "mật" that have nothing to do with state secrets: what stands before it, and what after. */
const BEFORE = "bảo|bí|cơ|thân|cẩn|túi|sỏi|ống|rỉ";
const AFTER = "khẩu|độ|ong|mã|thiết|vụ|thư|thám|ngữ|ước|nghị|tông|hoa|mía|gấu";

const LEVELS: readonly (readonly [mark: string, pattern: RegExp])[] = [
  ["Tuyệt mật", /(?<!\p{L})tuy[eệ]t ?m[aậ]t(?!\p{L})/u],
  ["Tối mật", /(?<!\p{L})t[oố]i ?m[aậ]t(?!\p{L})/u],
  ["Mật", new RegExp(`(?<!\\p{L})(?<!(?<!\\p{L})(?:${BEFORE}) )mật(?!\\p{L})(?! (?:${AFTER})(?!\\p{L}))`, "u")],
];

/**
 * The secrecy level a file's name is marked with (REQ-030), or null.
 *
 * Tuyệt mật and Tối mật are also found without their marks ("tuyet-mat"). Mật alone is found only with them:
 * "mat" is a dozen harmless words. "Bảo mật", "mật khẩu", "mật ong" are not marks.
 */
export function findSecrecyMark(fileName: string): string | null {
  const words = normalizeLine(fileName)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ");
  return LEVELS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
