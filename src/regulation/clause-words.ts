const PARTS: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/^QĐ-Đ(\d+)$/, (n) => `Điều ${n} Quyết định 27/QĐ-GDTXHP`],
  [/^Đ(\d+)$/, (n) => `Điều ${n}`],
  [/^k(\d+)$/, (n) => `khoản ${n}`],
  [/^b(\d+)$/, (n) => `bước ${n}`],
  [/^g(\d+)$/, (n) => `gạch đầu dòng ${n}`],
  [/^p(\d+)$/, (n) => `đoạn ${n}`],
  [/^([a-eg-jl-zđ])$/, (letter) => `điểm ${letter}`],
];

/** A clause's short form as a lawyer would say it: `Đ15.k2.b3` is "bước 3 khoản 2 Điều 15". Other marks stay as they are. */
export function clauseWords(clause: string): string {
  const words = clause.split(".").map((part) => {
    for (const [pattern, say] of PARTS) {
      const found = pattern.exec(part)?.[1];
      if (found) return say(found);
    }
    return undefined;
  });
  return words.some((word) => word === undefined) ? clause : words.reverse().join(" ");
}
