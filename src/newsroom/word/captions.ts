import { type Block, type FigureBlock, plain, type TextBlock, wholly } from "./reading.ts";

const LONGEST_CAPTION = 300;

/** "Ảnh: …", "Hình 2. …": words with which only a caption begins, when it stands right below a picture. */
const BEGINS_LIKE_CAPTION = /^(ảnh|hình|hình ảnh|chú thích|chú thích ảnh)( \d+)?\s*[:.–-]/iu;

/**
 * Takes captions from the paragraphs into their pictures. A paragraph in a caption style belongs to the picture
 * before it, or to the one after it where a group of pictures begins with a caption and ends with a picture.
 * Without a style, only a short paragraph right below a picture counts, and only when it is centred and in
 * italics or begins as captions do.
 */
export function joinCaptions(blocks: readonly Block[]): Block[] {
  const taken = new Set<Block>();
  const join = (block: TextBlock, figure: FigureBlock | null): void => {
    if (!figure || taken.has(block)) return;
    figure.picture.caption = plain(block);
    taken.add(block);
  };
  for (const group of captionGroups(blocks)) {
    const captionsAbove = isCaption(group[0]) && group.at(-1)?.kind === "figure";
    for (const [index, block] of group.entries()) {
      if (!isCaption(block)) continue;
      join(block, captionsAbove ? bare(group[index + 1]) : bare(group[index - 1]));
      join(block, captionsAbove ? bare(group[index - 1]) : bare(group[index + 1]));
    }
  }
  for (const [index, block] of blocks.entries()) {
    const above = bare(blocks[index - 1]);
    if (above && block.kind === "text" && looksLikeCaption(block)) join(block, above);
  }
  return blocks.filter((block) => !taken.has(block));
}

/** Pictures and captions that follow each other with nothing else between. */
function captionGroups(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [[]];
  for (const block of blocks) {
    if (block.kind === "figure" || isCaption(block)) groups.at(-1)!.push(block);
    else groups.push([]);
  }
  return groups;
}

/** In the caption style; but what is written under or over a table stays where it is. */
function isCaption(block: Block | undefined): block is TextBlock {
  return block?.kind === "text" && block.role === "caption" && !/^(bảng|biểu) \d/iu.test(plain(block));
}

function bare(block: Block | undefined): FigureBlock | null {
  return block?.kind === "figure" && block.picture.caption === "" ? block : null;
}

function looksLikeCaption(block: TextBlock): boolean {
  const text = plain(block);
  if (block.role !== undefined || block.mark || text.length > LONGEST_CAPTION) return false;
  return BEGINS_LIKE_CAPTION.test(text) || (block.align === "center" && wholly(block, "italic"));
}
