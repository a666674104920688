import { type Block, type FigureBlock, plain, type TextBlock, wholly } from "./reading.ts";

const LONGEST_CAPTION = 300;

/** "Ảnh: …", "Hình 2. …": words with which only a caption begins, when it stands right below a picture. */
const BEGINS_LIKE_CAPTION = /^(ảnh|hình|hình ảnh|chú thích|chú thích ảnh)( \d+)?\s*[:.–-]/iu;

/**
 * Takes captions from the paragraphs into their pictures. A paragraph in a caption style belongs to the picture
 * right before it, else to the one right after it. Without a style, only a short paragraph right below a picture
 * counts, and only when it is centred and in italics or begins as captions do.
 */
export function joinCaptions(blocks: readonly Block[]): Block[] {
  const kept: Block[] = [];
  for (const [index, block] of blocks.entries()) {
    const figure = block.kind === "text" ? figureOf(block, kept.at(-1), blocks[index + 1], blocks[index + 2]) : null;
    if (figure && block.kind === "text") figure.picture.caption = plain(block);
    else kept.push(block);
  }
  return kept;
}

function figureOf(
  block: TextBlock,
  before: Block | undefined,
  after: Block | undefined,
  next: Block | undefined,
): FigureBlock | null {
  const above = bare(before);
  if (block.role !== "caption") return above && looksLikeCaption(block) ? above : null;
  if (/^(bảng|biểu) \d/iu.test(plain(block))) return null;
  const below = next?.kind === "text" && next.role === "caption" ? null : bare(after);
  return above ?? below;
}

function bare(block: Block | undefined): FigureBlock | null {
  return block?.kind === "figure" && block.picture.caption === "" ? block : null;
}

function looksLikeCaption(block: TextBlock): boolean {
  const text = plain(block);
  if (block.role !== undefined || block.mark || text.length > LONGEST_CAPTION) return false;
  return BEGINS_LIKE_CAPTION.test(text) || (block.align === "center" && wholly(block, "italic"));
}
