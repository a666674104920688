/** The longest name a workbook holds. */
const LONGEST = 31;

/**
 * Names of the sheets of a workbook as it allows them: 31 letters, none of `\ / ? * [ ] :`, no apostrophe at an end,
 * and no two that differ only in capitals.
 */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const plain = title.replace(/[\\/?*[\]:]/g, " ").replace(/^[\s']+|[\s']+$/g, "") || "Danh sách";
    for (let number = 1; ; number += 1) {
      const ending = number === 1 ? "" : ` (${number})`;
      const name = `${cut(plain, LONGEST - ending.length)}${ending}`;
      if (taken.has(name.toLocaleLowerCase("vi"))) continue;
      taken.add(name.toLocaleLowerCase("vi"));
      return name;
    }
  });
}

const cut = (text: string, length: number): string =>
  text
    .slice(0, length)
    .replace(/[\s']+$/, "")
    .toWellFormed()
    .replace(/\ufffd$/, "");
