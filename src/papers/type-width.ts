/** Advance widths of Times New Roman in thousandths of its size: characters by width. Letters with marks are as wide as
 * without; only the horn of ơ and ư widens. */
const REGULAR: Readonly<Record<number, string>> = {
  180: "'",
  200: "|",
  250: " ,.",
  278: "/:;\\ijlt",
  333: "!()-I[]`fr‘’",
  350: "•",
  389: "Js",
  408: '"',
  444: "?acez“”",
  469: "^",
  480: "{}",
  529: "ơ",
  541: "~",
  542: "ư",
  556: "FPS",
  564: "+<=>×",
  611: "ELTZ",
  667: "BCR",
  722: "ADGHKNOQUVXYwĐƠ",
  776: "Ư",
  778: "&m",
  833: "%",
  889: "M",
  921: "@",
  944: "W",
  1000: "—…",
};
const BOLD: Readonly<Record<number, string>> = {
  220: "|",
  250: " ,.",
  278: "'/\\il",
  333: "!()-:;[]`fjt‘’",
  350: "•",
  389: "Is",
  394: "{}",
  444: "cerz",
  520: "~",
  554: "ơ",
  555: '"',
  556: "Sbdhknpquđ",
  570: "+<=>×",
  581: "^",
  600: "ư",
  611: "FP",
  667: "BELTZ",
  722: "ACDNRUVXYwĐ",
  778: "GHKOQƠ",
  796: "Ư",
  833: "&m",
  930: "@",
  944: "M",
  1000: "%W—…",
};
/** Digits, and whatever the tables do not name. */
const USUAL = 500;
/** All but the horn, with which a letter is wider. */
const MARKS = /[\u0300-\u031a\u031c-\u036f]/g;

const widthsOf = (table: Readonly<Record<number, string>>) =>
  new Map(
    Object.entries(table).flatMap(([width, letters]) => [...letters].map((one) => [one, Number(width)] as const)),
  );
const regular = widthsOf(REGULAR);
const bold = widthsOf(BOLD);

export interface Face {
  /** Points. */
  readonly size: number;
  readonly bold?: boolean;
}

/** How wide a line stands on the page, in twentieths of a point, as Word counts. */
export function widthOf(text: string, face: Face): number {
  const table = face.bold ? bold : regular;
  let thousandths = 0;
  for (const letter of text.normalize("NFD").replace(MARKS, "").normalize("NFC"))
    thousandths += table.get(letter) ?? USUAL;
  return Math.round((thousandths * face.size) / 50);
}

/** Syllables of the names of bodies that belong together; a line does not end between them, nor after "và". */
const TOGETHER = [
  "giáo dục",
  "đào tạo",
  "thường xuyên",
  "trung tâm",
  "ủy ban",
  "nhân dân",
  "thành phố",
  "ban biên tập",
];

/**
 * A name in as few lines as fit into `room`, as even as can be, without tearing words or the name of the `place` apart.
 * A word wider than the room stands alone.
 */
export function evenLines(text: string, face: Face, room: number, place: string): string[] {
  const parts = inParts(text, place);
  const width = (from: number, to: number) => widthOf(parts.slice(from, to).join(" "), face);
  // best[n] = the first n parts: fewest lines, then the shortest longest line.
  const best: { lines: number; widest: number; from: number }[] = [{ lines: 0, widest: 0, from: 0 }];
  for (let to = 1; to <= parts.length; to += 1) {
    for (let from = to - 1; from >= 0; from -= 1) {
      const here = width(from, to);
      if (here > room && from < to - 1) break;
      const one = { lines: best[from]!.lines + 1, widest: Math.max(best[from]!.widest, here), from };
      const known = best[to];
      if (!known || one.lines < known.lines || (one.lines === known.lines && one.widest < known.widest)) best[to] = one;
    }
  }
  const lines: string[] = [];
  for (let to = parts.length; to > 0; to = best[to]!.from) lines.unshift(parts.slice(best[to]!.from, to).join(" "));
  return lines;
}

function inParts(text: string, place: string): string[] {
  const words = text.split(" ").filter((word) => word !== "");
  const pairs = [...TOGETHER, place.toLocaleLowerCase("vi")].map((pair) => pair.split(" "));
  const parts: string[] = [];
  for (let at = 0; at < words.length; ) {
    const rest = words.slice(at).map((word) => word.toLocaleLowerCase("vi"));
    const start = rest[0] === "và" && rest.length > 1 ? 1 : 0;
    const pair = pairs.find((one) => one.every((word, index) => rest[start + index] === word));
    const take = start + (pair?.length ?? 1);
    parts.push(words.slice(at, at + take).join(" "));
    at += take;
  }
  return parts;
}
