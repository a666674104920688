import { type Block, plain, type TextBlock, wholly } from "./reading.ts";

const LONGEST = 120;

/** Lines that are bold and short and yet no headings: whose picture, whose text, where from. */
const CREDIT = /^(ảnh|bài|tin|bài, ảnh|tin, ảnh|bài và ảnh|tin và ảnh|nguồn|tác giả|người viết|nơi nhận)\s*[:/]/iu;

/** How deep the numbering in front of a heading reaches, in the order of Vietnamese official texts: I. 1. 1.1. a) */
const NUMBERED: readonly (readonly [RegExp, number])[] = [
  [/^[IVXL]+\s*[.)/–-]\s*\S/, 1],
  [/^\d+\.\d+(\.\d+)*\.?\s/, 3],
  [/^\d+\s*[.)/]\s*\S/, 2],
  [/^[a-zđ]\s*[.)]\s*\S/, 4],
];

/**
 * Blocks with their headings settled. Headings set by style are trusted; only a document without any is searched
 * for paragraphs that are wholly bold, short, unpunctuated and followed by ordinary text. The outline then starts
 * at level 2, below the page's title, and never skips a level.
 */
export function settleHeadings(blocks: readonly Block[]): Block[] {
  const styled = blocks.some((block) => block.kind === "text" && block.role === "heading");
  return levelled((styled ? [...blocks] : withBoldHeadings(blocks)).map(numberedHeading));
}

function withBoldHeadings(blocks: readonly Block[]): Block[] {
  return blocks.map((block, index) => {
    if (!isBoldHeading(blocks, index) || block.kind !== "text") return block;
    return { ...block, role: "heading", level: depthOf(labelled(block)) ?? 1 };
  });
}

function isBoldHeading(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index];
  const next = blocks[index + 1];
  if (!isCandidate(block) || next === undefined) return false;
  if (block.mark) return !sameList(blocks[index - 1], block) && !sameList(next, block);
  return depthOf(plain(block)) !== undefined || !isCandidate(next);
}

function isCandidate(block: Block | undefined): block is TextBlock {
  if (block?.kind !== "text" || block.role !== undefined || !wholly(block, "bold")) return false;
  if (block.mark && !block.mark.ordered) return false;
  const text = labelled(block);
  const sign = depthOf(text) === undefined ? /[.,;:!?…”"]$/ : /[.,;!…]$/;
  return text.length <= LONGEST && !sign.test(text) && !CREDIT.test(text) && !/^(right|end)$/.test(block.align ?? "");
}

function sameList(other: Block | undefined, block: TextBlock): boolean {
  return other?.kind === "text" && other.mark !== null && other.mark.level === block.mark?.level;
}

function depthOf(text: string): number | undefined {
  return NUMBERED.find(([pattern]) => pattern.test(text))?.[1];
}

/** A heading numbered by Word gets its number as words, since a heading is no list item. */
function numberedHeading(block: Block): Block {
  if (block.kind !== "text" || block.role !== "heading" || !block.mark) return block;
  const label = { text: `${block.mark.label} `, bold: false, italic: false, underline: false, href: null };
  return { ...block, mark: null, inlines: block.mark.label === "" ? block.inlines : [label, ...block.inlines] };
}

function labelled(block: TextBlock): string {
  return `${block.mark?.label ?? ""} ${plain(block)}`.trim();
}

function levelled(blocks: readonly Block[]): Block[] {
  const open: number[] = [];
  return blocks.map((block) => {
    if (block.kind !== "text" || block.role !== "heading") return block;
    while ((open.at(-1) ?? 0) >= block.level) open.pop();
    open.push(block.level);
    return { ...block, level: Math.min(open.length + 1, 4) };
  });
}
