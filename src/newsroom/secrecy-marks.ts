/**
 * Finds a mark of state secrecy (Đ5.k1, REQ-030): "MẬT", "TỐI MẬT", "TUYỆT MẬT" set as a stamp or a heading is.
 * The ordinary words of the language ("bí mật", "bảo mật", "mật khẩu", "mật ong") are none.
 */

/** "TUYET MAT" and "TOI MAT" are taken for marks too; a bare "MAT" is not, it may be any word. */
const LEVELS = /(?:TUYỆT|TUYET)[\s_-]*(?:MẬT|MAT)|(?:TỐI|TOI)[\s_-]*(?:MẬT|MAT)|MẬT/;
const LINE_LEVEL = new RegExp(`^(?:${LEVELS.source}|[Tt]uyệt mật|[Tt]ối mật)$`, "u");

/** "Độ mật: …" at any place, unless it says that there is none. */
const DECLARED = /(?<!\p{L})độ\s+mật\s*[:：]\s*([^\n;,.]*)/iu;
const DECLARED_NONE = /^(?:không|thường|bình thường|công khai)(?!\p{L})/iu;

/** Words that make an ordinary one of "mật" when they stand before or after it. */
const BEFORE = new Set("bí bảo cơ thân trù nội túi sỏi ống dịch gan đường rỉ viêm cẩn rậm nguyên lấy hũ lọ".split(" "));
const AFTER = new Set(
  (
    "khẩu mã ong thiết độ thư vụ mía đàm nghị báo tấu tông gấu heo lợn cá ngọt hoa đường danh lệnh thám ước chỉ hiệu " +
    "khu thất truyền phong giáo sơn ninh"
  ).split(" "),
);

/** A line of the text that is nothing but a mark, or declares a level of secrecy. Returns the words of the mark. */
export function secrecyMarkInLine(line: string): string | null {
  const bare = joinSpaced(
    line
      .replace(/[^\p{L}\s]+/gu, " ")
      .replace(/\s+/g, " ")
      .trim(),
  );
  if (LINE_LEVEL.test(bare)) return bare;
  const declared = DECLARED.exec(line);
  return declared && !DECLARED_NONE.test(declared[1]?.trim() ?? "") ? declared[0].trim() : null;
}

/**
 * A mark inside a title, a heading or the name of a file: the two-word levels in capitals anywhere; "MẬT" in
 * capitals where it stands apart from its neighbours: "[MẬT] Kế hoạch", "KH-01_MẬT.docx", "Công văn MẬT số 5".
 */
export function secrecyMarkInName(name: string): string | null {
  const alone = secrecyMarkInLine(name) ?? secrecyMarkInLine(name.replace(/\.[a-z0-9]{1,5}$/i, ""));
  if (alone) return alone;
  const words = [...name.matchAll(/\p{L}+/gu)].map((match) => ({ text: match[0], start: match.index }));
  for (const [at, word] of words.entries()) {
    const two = /^(?:TUYỆT|TUYET|TỐI|TOI)(?:MẬT|MAT)$/.exec(word.text);
    if (two) return two[0];
    const before = words[at - 1];
    const after = words[at + 1];
    if (/^(?:MẬT|MAT)$/.test(word.text) && before && /^(?:TUYỆT|TUYET|TỐI|TOI)$/.test(before.text)) {
      if (/^[\s_-]*$/.test(name.slice(before.start + before.text.length, word.start)))
        return `${before.text} ${word.text}`;
    }
    if (word.text !== "MẬT") continue;
    if (before && BEFORE.has(before.text.toLowerCase())) continue;
    if (after && AFTER.has(after.text.toLowerCase())) continue;
    const apart = (neighbour: string, gap: string) => neighbour !== neighbour.toUpperCase() || /[^\s]/.test(gap);
    const left = !before || apart(before.text, name.slice(before.start + before.text.length, word.start));
    const right = !after || apart(after.text, name.slice(word.start + word.text.length, after.start));
    if (left && right) return "MẬT";
  }
  return null;
}

/** "M Ậ T" and "T U Y Ệ T  M Ậ T" are stamps set wide. */
function joinSpaced(text: string): string {
  const letters = text.split(" ");
  return letters.length > 2 && letters.every((letter) => letter.length === 1) ? letters.join("") : text;
}
