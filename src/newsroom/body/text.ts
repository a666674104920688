import type { BodyDoc, BodyNode, Embed, Picture, Video } from "../content.ts";
import { embedOf, isTextblock, pictureOf, videoOf } from "./normal.ts";

export type BlockKind =
  | "paragraph"
  | "heading"
  | "quote"
  | "list"
  | "table"
  | "figure"
  | "gallery"
  | "video"
  | "embed"
  | "rule";

/** One top-level block of the body, as a person counts them: "Đoạn 3", "Bảng 1". */
export interface Block {
  /** Stays with the block through edits; empty only in content that never passed `checkBody`. */
  readonly id: string;
  readonly kind: BlockKind;
  /** Its number among blocks of the same kind, from 1. */
  readonly number: number;
  /** Its words in reading order, a line for every paragraph, item or cell; a picture's caption, a video's title. */
  readonly text: string;
  readonly node: BodyNode;
}

/** A picture of the body with its number in reading order. */
export interface PlacedPicture {
  readonly number: number;
  readonly picture: Picture;
  /** The top-level block it stands in. */
  readonly blockId: string;
}

const KINDS: Readonly<Record<string, BlockKind>> = {
  heading: "heading",
  blockquote: "quote",
  bulletList: "list",
  orderedList: "list",
  table: "table",
  figure: "figure",
  gallery: "gallery",
  video: "video",
  embed: "embed",
  horizontalRule: "rule",
};

const KIND_WORDS: Readonly<Record<BlockKind, string>> = {
  paragraph: "Đoạn",
  heading: "Đề mục",
  quote: "Trích dẫn",
  list: "Danh sách",
  table: "Bảng",
  figure: "Ảnh",
  gallery: "Bộ ảnh",
  video: "Video",
  embed: "Video nhúng",
  rule: "Đường kẻ",
};

/** Their numbers were counted with what stands inside other blocks. */
const COUNTED_INSIDE: ReadonlySet<BlockKind> = new Set(["figure", "table", "gallery", "video", "embed"]);

export function kindOf(node: BodyNode): BlockKind {
  return KINDS[node.type] ?? "paragraph";
}

/** The blocks of a body in reading order. Empty paragraphs, which nobody sees, are not counted. */
export function blocks(body: BodyDoc): readonly Block[] {
  const counts = new Map<BlockKind, number>();
  return body.content.flatMap((node) => {
    const kind = kindOf(node);
    const text = textOf(node);
    if ((kind === "paragraph" || kind === "heading") && text.trim() === "") return [];
    const number = (counts.get(kind) ?? 0) + 1;
    // What stands inside others counts too, so that "Ảnh 2" means the same everywhere.
    counts.set("figure", (counts.get("figure") ?? 0) + figuresIn(node).length);
    for (const inner of ["table", "gallery", "video", "embed"] as const) {
      counts.set(inner, (counts.get(inner) ?? 0) + nodesIn(node, inner).length);
    }
    if (!COUNTED_INSIDE.has(kind)) counts.set(kind, number);
    return [{ id: idOf(node), kind, number, text, node }];
  });
}

/** The pictures of a body in reading order, those inside tables and quotations too. */
export function pictures(body: BodyDoc): readonly PlacedPicture[] {
  return body.content
    .flatMap((block) => figuresIn(block).map((figure) => ({ picture: pictureOf(figure), blockId: idOf(block) })))
    .map((placed, index) => ({ ...placed, number: index + 1 }));
}

/** The portal's own videos of a body in reading order, numbered from 1. */
export function videos(body: BodyDoc): readonly { readonly number: number; readonly video: Video }[] {
  return nodesOf(body, "video").map((node, index) => ({ number: index + 1, video: videoOf(node) }));
}

/** The embedded videos of a body in reading order, numbered from 1. */
export function embeds(body: BodyDoc): readonly { readonly number: number; readonly embed: Embed }[] {
  return nodesOf(body, "embed").map((node, index) => ({ number: index + 1, embed: embedOf(node) }));
}

/** Where a block is, for a person who has to find it: `Đoạn 3: “Sáng nay, Trung tâm…”`. */
export function placeOf(block: Pick<Block, "kind" | "number" | "text">): string {
  const words = excerpt(block.text, 60);
  return `${KIND_WORDS[block.kind]} ${block.number}${words === "" ? "" : `: “${words}”`}`;
}

/** Every word of the body, blocks parted by an empty line. Used for search, mail and descriptions. */
export function plainText(body: BodyDoc): string {
  return blocks(body)
    .map((block) => block.text)
    .filter((text) => text !== "")
    .join("\n\n");
}

/** The beginning of a text on one line, cut between words, with "…" when something was left out. */
export function excerpt(text: string, max: number): string {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.length <= max) return flat;
  const cut = flat.slice(0, max);
  const end = /\s/.test(flat[max] ?? "") ? max : cut.lastIndexOf(" ");
  return `${cut.slice(0, end > 0 ? end : max).replace(/[\s,;:.–-]+$/, "")}…`;
}

/** The lines of a node: a paragraph each, a line break in it begins another. Captions are lines too. */
export function linesOf(node: BodyNode): readonly string[] {
  if (node.type === "figure") return [pictureOf(node).caption ?? ""].filter((caption) => caption !== "");
  if (node.type === "video") return [videoOf(node).title].filter((title) => title !== "");
  if (node.type === "embed") return [embedOf(node).title].filter((title) => title !== "");
  if (isTextblock(node)) return inlineText(node).split("\n");
  return (node.content ?? []).flatMap(linesOf);
}

/** The words of a node in reading order, a line for each paragraph in it. */
export function textOf(node: BodyNode): string {
  return linesOf(node).join("\n");
}

function inlineText(node: BodyNode): string {
  return (node.content ?? []).map((child) => (child.type === "hardBreak" ? "\n" : (child.text ?? ""))).join("");
}

/** The pictures of a node in reading order, at any depth. */
export function figuresIn(node: BodyNode): readonly BodyNode[] {
  return nodesIn(node, "figure");
}

const nodesOf = (body: BodyDoc, type: string) => body.content.flatMap((block) => nodesIn(block, type));

function nodesIn(node: BodyNode, type: string): readonly BodyNode[] {
  return [...(node.type === type ? [node] : []), ...(node.content ?? []).flatMap((child) => nodesIn(child, type))];
}

function idOf(node: BodyNode): string {
  return typeof node.attrs?.id === "string" ? node.attrs.id : "";
}
