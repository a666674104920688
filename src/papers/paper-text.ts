import type { Day } from "../kernel/clock.ts";
import { xmlText } from "../kernel/xml-text.ts";
import type { Paper, PaperBlock, PaperSignature } from "./paper.ts";
import { evenLines } from "./type-width.ts";

/** As the law spells them; no function may touch their letters. */
export const NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
export const MOTTO = "Độc lập - Tự do - Hạnh phúc";
export const COPIES = "Nơi nhận:";
export const DRAFT = "BẢN THẢO";
const END = "./.";

/** A digest or an address fills a line by itself: words before it would be torn apart if both margins were even. */
export const isTornWhenEven = (text: string): boolean => /\S{40}/.test(text);

/** Widths of the two columns of the head, in twentieths of a point; together the width between the margins. */
export const HEAD_COLUMNS = { left: 3799, right: 5272 } as const;
/** Room that stays free between the two. */
const GAP = 100;
export const SIZES = {
  nation: 12,
  motto: 13,
  body: 14,
  number: 13,
  copiesHead: 12,
  copies: 11,
  issuer: 12,
  page: 13,
} as const;

/** A paper with every word as it is printed, the same for Word and for the browser. */
export interface PaperText {
  readonly superiorBody: readonly string[];
  readonly issuer: readonly string[];
  readonly number: string;
  readonly placeAndDay: string;
  readonly draft: boolean;
  readonly kind: string;
  readonly abstract: string;
  readonly addressees: readonly string[];
  readonly bases: readonly string[];
  readonly body: readonly PaperBlock[];
  readonly signatures: readonly PaperSignature[];
  readonly recipients: readonly string[];
}

/** Sets numbers, endings and end mark as Nghị định 30/2020 wants them, and leaves nothing in that a file cannot hold. */
export function paperText(paper: Paper): PaperText {
  const place = plain(paper.place);
  const name = (text: string, bold: boolean) =>
    evenLines(plain(text), { size: SIZES.issuer, bold }, HEAD_COLUMNS.left - GAP, place);
  return {
    superiorBody: name(paper.superiorBody, false),
    issuer: name(paper.issuer, true),
    number: `Số: ${paper.number === null ? "     " : twoDigits(paper.number)}/${plain(paper.symbol)}`,
    placeAndDay: place === "" ? "" : `${place}, ${dayInWords(paper.day)}`,
    draft: paper.draft === true,
    kind: plain(paper.kind),
    abstract: plain(paper.abstract),
    addressees: addressed(some(paper.addressees)),
    bases: ended(some(paper.bases).map(bare)),
    body: withEnd(paper.body.flatMap(printed)),
    signatures: paper.signatures.map(({ authority, position, name }) => ({
      authority: plain(authority),
      position: plain(position),
      name: plain(name),
    })),
    recipients: ended(some(paper.recipients).map((one) => `- ${bare(one)}`)),
  };
}

/** Numbers below ten, days below ten and the months January and February have a zero before them. */
const twoDigits = (number: number): string => String(number).padStart(2, "0");

function dayInWords(day: Day | null): string {
  if (day === null) return "ngày      tháng      năm         ";
  const { year, month, day: date } = Temporal.PlainDate.from(day);
  return `ngày ${twoDigits(date)} tháng ${month < 3 ? twoDigits(month) : month} năm ${year}`;
}

const addressed = (names: readonly string[]): string[] =>
  names.length < 2
    ? names.map((name) => `Kính gửi: ${name}`)
    : ["Kính gửi:", ...ended(names.map((name) => `- ${bare(name)}`))];

/** Each line with `;`, the last with a full stop. */
const ended = (lines: readonly string[]): string[] =>
  lines.map((line, index) => line + (index === lines.length - 1 ? "." : ";"));

/** Without the ending a writer may have set himself. */
const bare = (text: string): string => text.replace(/[\s.;,]+$/, "");

const some = (texts: readonly string[]): string[] => texts.map(plain).filter((text) => text !== "");

/** One line of text. */
const plain = (text: string): string => xmlText(text).normalize("NFC").replace(/\s+/g, " ").trim();

/** The lines of a text that may have several. */
export const linesOf = (text: string): string[] => some(text.split(/\r\n|[\n\r\u0085\u2028\u2029]/));

function printed(block: PaperBlock): PaperBlock[] {
  switch (block.kind) {
    case "heading":
      return some([block.text]).map((text) => ({ ...block, text }));
    case "paragraph":
      return linesOf(block.text).map((text) => ({ kind: "paragraph", text }));
    case "item":
      return linesOf(block.text).map((text, index) => ({ kind: index === 0 ? "item" : "paragraph", text }));
    case "table":
      return [
        {
          ...block,
          caption: plain(block.caption),
          heads: block.heads.map((head) => ({ ...head, label: plain(head.label) })),
          rows: block.rows.map((row) => row.map((cell) => linesOf(cell).join("\n"))),
        },
      ];
  }
}

/** The body with the end mark at its last sentence; after a table it stands by itself. */
function withEnd(body: readonly PaperBlock[]): PaperBlock[] {
  const last = body.at(-1);
  if (!last) return [];
  if (last.kind === "table") return [...body, { kind: "paragraph", text: END }];
  return [...body.slice(0, -1), { ...last, text: last.text.replace(/[\s./;,]+$/, "") + END }];
}
