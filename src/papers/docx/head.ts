import type { Paragraph } from "docx";
import { DRAFT, HEAD_COLUMNS, MOTTO, NATION, type PaperText, SIZES } from "../paper-text.ts";
import { widthOf } from "../type-width.ts";
import { columns, type DocxLibrary, type Part, paragraph, rule, TEXT_WIDTH, type Words } from "./pieces.ts";

const { left, right } = HEAD_COLUMNS;
/** Between a third and a half of the text above. */
const SHARE = 0.4;

/** Everything above the body: the two columns of the head, the name of the paper, to whom, on what it rests. */
export function paperHead(docx: DocxLibrary, text: PaperText): Part[] {
  const centred = (words: Words, space = 0, before = 0) =>
    paragraph(docx, [words], { alignment: "center", spacing: { before, after: space }, keepNext: true });
  return [
    headTable(docx, text),
    centred({ text: text.kind, size: SIZES.body, bold: true }, 0, 360),
    ...abstractOf(docx, text.abstract, centred),
    ...addresseesOf(docx, text.addressees),
    ...text.bases.map((base) =>
      paragraph(docx, [{ text: base, size: SIZES.body, italics: true }], {
        alignment: "both",
        indent: { firstLine: 720 },
        spacing: { after: 120, line: 276, lineRule: "auto" },
      }),
    ),
  ];
}

/** Two rows without borders, so that the number and the day stand on one line. */
function headTable(docx: DocxLibrary, text: PaperText): Part {
  const centred = (words: Words, before = 0) =>
    paragraph(docx, [words], { alignment: "center", spacing: { before, after: 0 } });
  const issuer = { size: SIZES.issuer, bold: true } as const;
  const motto = { text: MOTTO, size: SIZES.motto, bold: true } as const;
  const widest = Math.max(0, ...text.issuer.map((line) => widthOf(line, issuer)));
  const issuing: Paragraph[] = [
    ...text.superiorBody.map((line) => centred({ text: line, size: SIZES.issuer })),
    ...text.issuer.map((line) => centred({ text: line, ...issuer })),
    rule(docx, widest * SHARE, left),
  ];
  const state: Paragraph[] = [
    centred({ text: NATION, size: SIZES.nation, bold: true }),
    centred(motto),
    rule(docx, widthOf(MOTTO, motto), right),
  ];
  const number = [centred({ text: text.number, size: SIZES.number }, 60)];
  if (text.draft) {
    const border = { style: "single", size: 6, space: 0, color: "000000" } as const;
    number.push(centred({ text: `\u00a0${DRAFT}\u00a0`, size: SIZES.number, bold: true, border }, 60));
  }
  const day = [centred({ text: text.placeAndDay, size: SIZES.motto, italics: true }, 60)];
  return columns(
    docx,
    [left, right],
    [
      [issuing, state],
      [number, text.placeAndDay === "" ? [] : day],
    ],
  );
}

function abstractOf(
  docx: DocxLibrary,
  abstract: string,
  centred: (words: Words, space?: number) => Paragraph,
): Paragraph[] {
  if (abstract === "") return [];
  const face = { size: SIZES.body, bold: true } as const;
  const length = Math.min(widthOf(abstract, face), TEXT_WIDTH) * SHARE;
  return [
    centred({ text: abstract, ...face }),
    rule(docx, length, TEXT_WIDTH, true),
    paragraph(docx, [], { spacing: { before: 0, after: 120, line: 120, lineRule: "exact" }, keepNext: true }),
  ];
}

/** One in the middle of the line; several under each other with dashes. */
function addresseesOf(docx: DocxLibrary, lines: readonly string[]): Paragraph[] {
  const last = lines.length - 1;
  return lines.map((text, index) =>
    paragraph(docx, [{ text, size: SIZES.body }], {
      ...(last === 0 ? { alignment: "center" } : { indent: { left: index === 0 ? 1700 : 2840 } }),
      spacing: { before: index === 0 ? 120 : 0, after: index === last ? 240 : 0 },
      keepNext: true,
    }),
  );
}
