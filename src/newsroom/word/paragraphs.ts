import { legacyOfFont } from "../../kernel/legacy-encodings.ts";
import { readyText } from "./legacy.ts";
import type { Block, Inline, Reading, Span, TextBlock } from "./reading.ts";
import { type Piece, type RunItem, readRuns } from "./runs.ts";
import { listOf, outlineLevel, type Style } from "./styles.ts";
import { child, firstWords, switchOf, val, type XmlElement } from "./xml.ts";

/** A style for headings on a paragraph as long as this is an accident. */
const LONGEST_HEADING = 250;

/**
 * A paragraph as blocks: its text, parted where a picture stands in the line. A picture that floats does not
 * part a sentence; it comes before the paragraph it is anchored in. Empty paragraphs give nothing.
 */
export function readParagraph(paragraph: XmlElement, reading: Reading): Block[] {
  const properties = child(paragraph, "w:pPr");
  const style = reading.styles.paragraph(val(properties, "w:pStyle"));
  if (style.role === "contents") {
    reading.tally.add("contents", firstWords(paragraph));
    return [];
  }
  if (switchOf(properties, "w:pageBreakBefore")) reading.tally.add("pageBreak");

  const blocks: Block[] = [];
  let pending: (Piece | "break")[] = [];
  const flush = () => {
    const inlines = finish(pending, reading);
    if (inlines.length > 0) blocks.push(textBlock(inlines, properties, style));
    pending = [];
  };
  for (const item of readRuns(paragraph, style, reading)) {
    if (!isFigure(item)) {
      pending.push(item);
    } else if (item.floating) {
      blocks.push(item.figure);
    } else {
      flush();
      blocks.push(item.figure);
    }
  }
  flush();
  return numbered(blocks, properties, style, reading);
}

function isFigure(item: RunItem): item is Exclude<RunItem, Piece | "break"> {
  return item !== "break" && "figure" in item;
}

function textBlock(inlines: readonly Inline[], properties: XmlElement | undefined, style: Style): TextBlock {
  const direct = outlineLevel(properties);
  const block: TextBlock = {
    kind: "text",
    role: style.role ?? (direct === undefined ? undefined : "heading"),
    level: direct ?? style.level,
    inlines,
    align: val(properties, "w:jc") ?? style.align,
    mark: null,
  };
  const length = inlines.reduce((sum, inline) => sum + (inline === "break" ? 1 : inline.text.length), 0);
  return block.role === "heading" && length > LONGEST_HEADING ? { ...block, role: undefined } : block;
}

/** The list number belongs to the paragraph's first text; a paragraph without text does not count. */
function numbered(blocks: Block[], properties: XmlElement | undefined, style: Style, reading: Reading): Block[] {
  const list = listOf(properties) ?? style.list;
  const first = blocks.findIndex((block) => block.kind === "text");
  const block = blocks[first];
  if (!list || list.numId === "0" || block?.kind !== "text") return blocks;
  const level = list.level ?? style.list?.level ?? (block.role === "heading" ? Math.min(8, block.level - 1) : 0);
  return blocks.with(first, { ...block, mark: reading.numbering(list.numId, level) });
}

/** Pieces of the same look joined, converted and normalised as a whole, blanks at both ends taken off. */
function finish(pieces: readonly (Piece | "break")[], reading: Reading): Inline[] {
  const joined: (Piece | "break")[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece === "break" || last === undefined || last === "break") joined.push(piece);
    else if (sameLook(last, piece))
      joined[joined.length - 1] = { ...last, text: last.text + piece.text, runs: last.runs + piece.runs };
    else joined.push(piece);
  }
  moveMarksToTheirLetters(joined);
  const inlines = joined.map((piece): Inline => {
    if (piece === "break") return piece;
    const { bold, italic, underline, href } = piece;
    return { text: readyText(piece.text, piece.font, piece.runs, reading.legacy), bold, italic, underline, href };
  });
  return withoutOuterBlanks(inlines);
}

function sameLook(a: Piece, b: Piece): boolean {
  return (
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.underline === b.underline &&
    a.href === b.href &&
    legacyOfFont(a.font) === legacyOfFont(b.font) &&
    a.font.endsWith("H") === b.font.endsWith("H")
  );
}

/** In decomposed text the look may change between a letter and its mark; the mark follows its letter. */
function moveMarksToTheirLetters(pieces: (Piece | "break")[]): void {
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    if (piece === "break" || before === undefined || before === "break") continue;
    const marks = /^\p{M}+/u.exec(piece.text)?.[0];
    if (!marks) continue;
    pieces[index - 1] = { ...before, text: before.text + marks };
    pieces[index] = { ...piece, text: piece.text.slice(marks.length) };
  }
}

function withoutOuterBlanks(inlines: readonly Inline[]): Inline[] {
  const out: Span[][] = [[]];
  for (const inline of inlines) {
    const line = out.at(-1)!;
    if (inline === "break") out.push([]);
    else {
      const flat = inline.text.replace(/[ \t\n]+/g, " ");
      const text = line.length === 0 || line.at(-1)?.text.endsWith(" ") ? flat.replace(/^[ \u00A0]+/, "") : flat;
      if (text !== "") line.push({ ...inline, text });
    }
  }
  const lines = out.map(trimmedEnd);
  const from = lines.findIndex((line) => line.length > 0);
  const to = lines.findLastIndex((line) => line.length > 0);
  return from < 0
    ? []
    : lines.slice(from, to + 1).flatMap((line, index): Inline[] => (index === 0 ? line : ["break", ...line]));
}

function trimmedEnd(line: Span[]): Span[] {
  const last = line.at(-1);
  if (!last) return line;
  const text = last.text.trimEnd();
  return text === "" ? trimmedEnd(line.slice(0, -1)) : line.with(-1, { ...last, text });
}
