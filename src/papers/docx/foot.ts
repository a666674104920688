import type { Paragraph } from "docx";
import type { PaperSignature } from "../paper.ts";
import { COPIES, type PaperText, SIZES } from "../paper-text.ts";
import { columns, type DocxLibrary, type Part, paragraph, TEXT_WIDTH } from "./pieces.ts";

/** Lines left free to sign in. */
const SIGNING_ROOM = 4;
const COPIES_WIDTH = 4536;

/** Nơi nhận on the left and who signs on the right; several who sign stand side by side above Nơi nhận. */
export function paperFoot(docx: DocxLibrary, { signatures, recipients }: PaperText): Part[] {
  const copies = copiesOf(docx, recipients);
  const signed = signatures.map((one) => signatureOf(docx, one));
  const space = paragraph(docx, [], {
    keepNext: true,
    spacing: { before: 0, after: 0, line: 160, lineRule: "exact" },
  });
  // After a table at the end Word asks for a paragraph; this one takes no room.
  const end = paragraph(docx, [], { spacing: { before: 0, after: 0, line: 20, lineRule: "exact" } });
  if (signed.length < 2) {
    return [space, columns(docx, [COPIES_WIDTH, TEXT_WIDTH - COPIES_WIDTH], [[copies, signed[0] ?? []]]), end];
  }
  const width = Math.floor(TEXT_WIDTH / signed.length);
  return [
    space,
    columns(
      docx,
      signed.map(() => width),
      [signed],
    ),
    paragraph(docx, []),
    ...copies,
  ];
}

function copiesOf(docx: DocxLibrary, recipients: readonly string[]): Paragraph[] {
  return [
    paragraph(docx, [{ text: COPIES, size: SIZES.copiesHead, bold: true, italics: true }], { keepNext: true }),
    ...recipients.map((text, index) =>
      paragraph(docx, [{ text, size: SIZES.copies }], { keepNext: index < recipients.length - 1, keepLines: true }),
    ),
  ];
}

function signatureOf(docx: DocxLibrary, { authority, position, name }: PaperSignature): Paragraph[] {
  const bold = (text: string) =>
    paragraph(docx, text === "" ? [] : [{ text, size: SIZES.body, bold: true }], {
      alignment: "center",
      keepNext: true,
    });
  const blank = Array.from({ length: SIGNING_ROOM }, () => bold(""));
  return [...(authority === "" ? [] : [bold(authority)]), bold(position), ...blank, bold(name)];
}
