/** Shows a spreadsheet's number the way the spreadsheet does, with Vietnamese separators: 1.234,5 · 26/07/2026. */

/** Formats that spreadsheets know by number; all others are written out in the file. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  14: "dd/mm/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "dd/mm/yyyy h:mm",
  37: "#,##0;(#,##0)",
  38: "#,##0;(#,##0)",
  39: "#,##0.00;(#,##0.00)",
  40: "#,##0.00;(#,##0.00)",
  45: "mm:ss",
  47: "mm:ss",
};

export function builtInFormat(id: number): string {
  return BUILT_IN[id] ?? "General";
}

/** `since1904` is how old Macintosh files count days. */
export function showNumber(value: number, format: string, since1904 = false): string {
  const sections = bare(format).split(";");
  const section = value < 0 && sections[1] !== undefined ? sections[1] : (sections[0] ?? "General");
  if (/[dmyhs]/i.test(withoutTexts(section)) && !/general/i.test(section)) return showDate(value, section, since1904);
  const signed = value < 0 && sections[1] !== undefined ? -value : value;
  return showPlain(signed, section);
}

/** Whether a format shows a number as a day. */
export function isDayFormat(format: string): boolean {
  const section = withoutTexts(bare(format).split(";")[0] ?? "");
  return /[dy]/i.test(section) && !/general/i.test(section);
}

/** Colours, conditions and languages in brackets do not show; `_x` and `*x` are blanks of some width. */
const bare = (format: string) => format.replace(/\[[^\]]*\]/g, "").replace(/[_*]./g, "");
const withoutTexts = (section: string) => section.replace(/"[^"]*"|\\./g, "");

function showPlain(value: number, section: string): string {
  const places = withoutTexts(section);
  if (places.includes("@") || /general/i.test(places) || !/[0#?]/.test(places)) {
    return separated(Number(value.toPrecision(11)), 0, 10, false);
  }
  const percent = places.includes("%");
  const decimals = /\.([0#?]+)/.exec(places)?.[1] ?? "";
  const least = (decimals.match(/0/g) ?? []).length;
  const grouped = /[0#],[0#]/.test(places);
  const text = separated(percent ? value * 100 : value, least, decimals.length, grouped);
  const first = section.search(/(?<!\\)[0#?]/);
  const last = section.length - [...section].reverse().findIndex((char) => /[0#?.]/.test(char));
  const side = (part: string) => part.replace(/"([^"]*)"|\\(.)/g, "$1$2");
  return (side(section.slice(0, first)) + text + side(section.slice(last))).trim();
}

function separated(value: number, least: number, most: number, grouped: boolean): string {
  return new Intl.NumberFormat("vi-VN", {
    minimumFractionDigits: Math.min(least, 20),
    maximumFractionDigits: Math.min(most, 20),
    useGrouping: grouped,
  }).format(value);
}

const DAY = 86_400_000;

function showDate(value: number, section: string, since1904: boolean): string {
  // Spreadsheets believe in a 29 February 1900.
  const days = since1904 ? value + 1462 : value < 60 ? value + 1 : value;
  const date = new Date(Date.UTC(1899, 11, 30) + Math.round((days * DAY) / 1000) * 1000);
  if (Number.isNaN(date.getTime())) return String(value);
  const half = /am\/pm/i.test(section);
  let afterHour = false;
  return section
    .replace(/"([^"]*)"|\\(.)|am\/pm|d+|m+|y+|h+|s+(?:\.0+)?/gi, (token, text?: string, char?: string) => {
      if (text !== undefined || char !== undefined) return text ?? char ?? "";
      const letter = token[0]!.toLowerCase();
      const isMinute = letter === "m" && (afterHour || /^m{1,2}:?s/i.test(section.slice(section.indexOf(token))));
      afterHour = letter === "h" || (afterHour && letter === "m");
      return letter === "a"
        ? date.getUTCHours() < 12
          ? "SA"
          : "CH"
        : part(date, letter, token.length, isMinute, half);
    })
    .trim();
}

function part(date: Date, letter: string, length: number, isMinute: boolean, half: boolean): string {
  const padded = (number: number) => String(number).padStart(Math.min(length, 2), "0");
  if (letter === "y") return length > 2 ? String(date.getUTCFullYear()) : String(date.getUTCFullYear()).slice(2);
  if (letter === "d") return length > 2 ? WEEKDAYS[date.getUTCDay()]! : padded(date.getUTCDate());
  if (letter === "h") return padded(half ? date.getUTCHours() % 12 || 12 : date.getUTCHours());
  if (letter === "s") return padded(date.getUTCSeconds());
  return isMinute ? padded(date.getUTCMinutes()) : padded(date.getUTCMonth() + 1);
}

const WEEKDAYS = ["Chủ nhật", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy"];
