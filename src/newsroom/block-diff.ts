import { canonicalJson } from "../kernel/ids.ts";
import { align, alignEqual, type Pair } from "./align.ts";
import { hrefOf } from "./body/marks.ts";
import { embedOf, isTextblock, pictureOf, videoOf } from "./body/normal.ts";
import { type Block, type BlockKind, blocks, figuresIn, textOf } from "./body/text.ts";
import type { BodyDoc, BodyNode } from "./content.ts";
import { type Change, diffPictures, type PictureDiff } from "./picture-diff.ts";
import { added, diffText, removed, type Stretch } from "./word-diff.ts";

/** A paragraph, an item of a list, or a row of a table. */
export interface LineDiff {
  readonly change: Change;
  /** How deep an item stands in a list; 0 elsewhere. */
  readonly depth: number;
  /** One for a paragraph or an item, one for each cell of a row. */
  readonly cells: readonly (readonly Stretch[])[];
}

/** What a block is: its kind and, for a heading, its level. */
export interface BlockShape {
  readonly kind: BlockKind;
  readonly level: number | null;
}

export interface BlockDiff {
  readonly change: Change;
  /** The block's id after; before, for one that went. */
  readonly id: string;
  readonly before: BlockShape | null;
  readonly after: BlockShape | null;
  readonly lines: readonly LineDiff[];
  readonly pictures: readonly PictureDiff[];
  /** Addresses of links that came and went. */
  readonly links: { readonly added: readonly string[]; readonly removed: readonly string[] };
  /** It only stands elsewhere: it went here and came there. */
  readonly moved: boolean;
  /** The words stayed and only their look changed (bold, level, numbering, joined cells). */
  readonly restyled: boolean;
}

interface Line {
  readonly depth: number;
  readonly cells: readonly string[];
}

/**
 * The blocks of two normalised bodies side by side in reading order: first by id, then equal ones, then those
 * that are most alike (a text imported again has new ids); words compared within each.
 */
export function diffBlocks(before: BodyDoc, after: BodyDoc): readonly BlockDiff[] {
  const [some, others] = [blocks(before), blocks(after)];
  const inBoth = new Set(some.map(({ id }) => id)).intersection(new Set(others.map(({ id }) => id)));
  inBoth.delete("");
  // An id that only one side has must equal nothing on the other.
  const byId = (block: Block, side: string) =>
    inBoth.has(block.id) ? `= ${block.id}` : `${side} ${block.number} ${block.kind}`;
  const pairs = alignEqual(some, others, byId, (left, right) =>
    align(left, right, {
      key: (block) => bareJson(block.node),
      words: (block) => (inBoth.has(block.id) ? "" : textOf(block.node)),
    }),
  );
  return pairs.map((pair) => diffBlock(pair, inBoth));
}

function diffBlock([before, after]: Pair<Block>, inBoth: ReadonlySet<string>): BlockDiff {
  const one = before?.node ?? null;
  const other = after?.node ?? null;
  const lines = diffLines(one ? blockLines(one, 0) : [], other ? blockLines(other, 0) : []);
  const pictures = diffPictures(picturesOf(one), picturesOf(other));
  const id = after?.id ?? before?.id ?? "";
  const equal = one !== null && other !== null && bareJson(one) === bareJson(other);
  const change: Change = one === null ? "added" : other === null ? "removed" : equal ? "same" : "changed";
  const quiet = [...lines, ...pictures].every((part) => part.change === "same");
  const links = diffLinks(one, other);
  return {
    change,
    id,
    before: shapeOf(before),
    after: shapeOf(after),
    lines,
    pictures,
    links,
    moved: (one === null || other === null) && inBoth.has(id),
    restyled: change === "changed" && quiet && links.added.length + links.removed.length === 0,
  };
}

function diffLines(before: readonly Line[], after: readonly Line[]): readonly LineDiff[] {
  const pairs = align(before, after, {
    key: (line) => canonicalJson(line),
    words: (line) => line.cells.join(" "),
    pairLone: true,
  });
  return pairs.map(([one, other]) => {
    const cells = diffCells(one?.cells ?? null, other?.cells ?? null);
    const quiet = cells.every((cell) => cell.every((stretch) => stretch.change === "kept"));
    const change = one === null ? "added" : other === null ? "removed" : quiet ? "same" : "changed";
    return { change, depth: (other ?? one)!.depth, cells };
  });
}

/** Cells stand opposite by column; where a column came or went, by likeness. */
function diffCells(before: readonly string[] | null, after: readonly string[] | null): readonly (readonly Stretch[])[] {
  const pairs: readonly Pair<string>[] =
    before !== null && before.length === after?.length
      ? before.map((cell, at): Pair<string> => [cell, after[at]!])
      : align(before ?? [], after ?? [], { key: (cell) => cell, words: (cell) => cell });
  return pairs.map(([one, other]) => {
    if (one !== null && other !== null) return diffText(one, other);
    return [one === null ? added(other ?? "") : removed(one)].filter(({ text }) => text !== "");
  });
}

/** The lines of a block, pictures left out: they are compared as pictures. */
function blockLines(node: BodyNode, depth: number): readonly Line[] {
  if (isTextblock(node)) return [{ depth, cells: [textOf(node)] }];
  const children = node.content ?? [];
  switch (node.type) {
    case "table":
      return children.map((row) => ({ depth, cells: (row.content ?? []).map(wordsOf) }));
    case "video":
    case "embed":
      return mediaLines(node).map((cell) => ({ depth, cells: [cell] }));
    case "bulletList":
    case "orderedList":
      return children.flatMap((item) => blockLines(item, depth + 1));
    default:
      return children.flatMap((child) => blockLines(child, depth));
  }
}

/** All that can change of a video, a line each: also what is no word of it. */
function mediaLines(node: BodyNode): readonly string[] {
  const { title, author, source } = node.type === "video" ? videoOf(node) : embedOf(node);
  const words = [`Tên: ${title}`, `Tác giả: ${author}`, `Nguồn: ${source}`];
  if (node.type === "embed") return [...words, `Địa chỉ: ${embedOf(node).url}`];
  const { file, mime, size, width, height, poster, captions, uncaptioned } = videoOf(node);
  return [
    ...words,
    `Tệp video: ${mime}, ${size} byte, ${width} × ${height}, mã ${file}`,
    poster ? `Ảnh chờ: ${poster.width} × ${poster.height}, mã ${poster.file}` : "Ảnh chờ: chưa có",
    captions ? `Phụ đề: mã ${captions}` : `Phụ đề: không có (${uncaptioned})`,
  ];
}

function wordsOf(cell: BodyNode): string {
  return blockLines(cell, 0)
    .flatMap((line) => line.cells)
    .join("\n");
}

function diffLinks(before: BodyNode | null, after: BodyNode | null) {
  const [some, others] = [linksIn(before), linksIn(after)];
  return { added: [...others.difference(some)], removed: [...some.difference(others)] };
}

function linksIn(node: BodyNode | null): Set<string> {
  if (node === null) return new Set();
  const own = hrefOf(node);
  return new Set([...(own === null ? [] : [own]), ...(node.content ?? []).flatMap((child) => [...linksIn(child)])]);
}

function picturesOf(node: BodyNode | null) {
  return node === null ? [] : figuresIn(node).map(pictureOf);
}

function shapeOf(block: Block | null): BlockShape | null {
  return block && { kind: block.kind, level: block.kind === "heading" ? Number(block.node.attrs?.level) : null };
}

/** A node as text, without its id. */
function bareJson(node: BodyNode): string {
  const { id: _, ...attrs } = { ...node.attrs };
  return canonicalJson({ ...node, attrs });
}
