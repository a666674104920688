import { normalizeLine } from "../kernel/vietnamese.ts";

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  laquo: "«",
  raquo: "»",
};

/** The accented Latin letters that HTML has names for; older Vietnamese portals write half of theirs so. */
const MARKS: Readonly<Record<string, string>> = {
  grave: "\u0300",
  acute: "\u0301",
  circ: "\u0302",
  tilde: "\u0303",
  uml: "\u0308",
};

/** Named and numbered characters of HTML and XML, once; what is no character stays as it was written. */
export function decodeCharacters(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (written, name: string) => {
    if (name.startsWith("#")) {
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      const isCharacter = code > 0x1f && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
      return isCharacter ? String.fromCodePoint(code) : " ";
    }
    const [, letter = "", mark = ""] = /^([A-Za-z])(grave|acute|circ|tilde|uml)$/.exec(name) ?? [];
    if (letter) return (letter + MARKS[mark]).normalize("NFC");
    return NAMED[name.toLowerCase()] ?? written;
  });
}

/** A title of somebody else's as one line of plain words: no markup, no script, no control or direction signs. */
export function plainTitle(raw: string, longest = 200): string {
  const withoutMarkup = raw
    .replace(/<(script|style)\b[^>]*>[\s\S]*?(<\/\1\s*>|$)/gi, " ")
    .replace(/<!--[\s\S]*?(-->|$)/g, " ")
    .replace(/<\/?[a-z][^>]*(>|$)/gi, " ");
  const words = normalizeLine(
    decodeCharacters(withoutMarkup).replace(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, " "),
  );
  return words.length <= longest ? words : `${words.slice(0, longest - 1).trimEnd()}…`;
}
