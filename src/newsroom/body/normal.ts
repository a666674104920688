import { normalizeLine, normalizeText } from "../../kernel/vietnamese.ts";
import type { BodyDoc, BodyNode, Embed, Picture, Video } from "../content.ts";
import { withoutDefaults } from "./attributes.ts";
import { sameMarks, sortMarks } from "./marks.ts";

/**
 * The body without differences that nobody can see: empty paragraphs, blanks at the ends of lines and runs of
 * blanks, split text, the order of marks, attributes that only repeat a default.
 *
 * The hash, the page and the comparison all start from this form: what hashes equal is shown equal.
 * Ids of top-level blocks are kept; nested ones are not.
 */
export function normalizeBody(body: BodyDoc): BodyDoc {
  const content = body.content
    .map((block) => normalizeBlock(block, block.attrs?.id))
    .filter((block) => !isBlank(block));
  return { type: "doc", content: content.length > 0 ? content : [{ type: "paragraph" }] };
}

/** A picture as it will be shown: decorative ones have no description. */
export function normalizePicture(picture: Picture): Picture {
  return {
    file: picture.file,
    width: picture.width,
    height: picture.height,
    alt: picture.decorative ? "" : normalizeLine(picture.alt),
    decorative: picture.decorative,
    caption: normalizeLine(picture.caption),
    author: normalizeLine(picture.author),
    source: normalizeLine(picture.source),
  };
}

/** The picture a figure node holds. */
export function pictureOf(node: BodyNode): Picture {
  const { id: _, ...picture } = { ...node.attrs };
  return picture as unknown as Picture;
}

/** The video a node holds. */
export function videoOf(node: BodyNode): Video {
  const { id: _, ...video } = { ...node.attrs };
  return video as unknown as Video;
}

/** The embedded video a node holds. */
export function embedOf(node: BodyNode): Embed {
  const { id: _, ...embed } = { ...node.attrs };
  return embed as unknown as Embed;
}

function normalizeVideo(video: Video): Video {
  const { file, mime, size, width, height, poster, captions } = video;
  return {
    ...{ file, mime, size, width, height },
    title: normalizeLine(video.title),
    author: normalizeLine(video.author),
    source: normalizeLine(video.source),
    poster: poster && { file: poster.file, width: poster.width, height: poster.height },
    captions,
    // With captions nobody is told why there are none.
    uncaptioned: captions ? "" : normalizeLine(video.uncaptioned),
  };
}

function normalizeEmbed({ url, title, author, source }: Embed): Embed {
  return { url, title: normalizeLine(title), author: normalizeLine(author), source: normalizeLine(source) };
}

function normalizeBlock(node: BodyNode, id?: unknown): BodyNode {
  const known = typeof id === "string" && id !== "" ? { id } : {};
  if (node.type === "figure") return { type: "figure", attrs: { ...normalizePicture(pictureOf(node)), ...known } };
  if (node.type === "video") return { type: "video", attrs: { ...normalizeVideo(videoOf(node)), ...known } };
  if (node.type === "embed") return { type: "embed", attrs: { ...normalizeEmbed(embedOf(node)), ...known } };
  const { id: _, colwidth: __, ...given } = { ...node.attrs };
  const attrs = { ...withoutDefaults(given), ...known };
  const content = isTextblock(node) ? normalizeInline(node.content ?? []) : normalizeChildren(node);
  return {
    type: node.type,
    ...(Object.keys(attrs).length > 0 && { attrs }),
    ...(content.length > 0 && { content }),
  };
}

function normalizeChildren(node: BodyNode): readonly BodyNode[] {
  const children = (node.content ?? []).map((child) => normalizeBlock(child));
  // A list item must begin with a paragraph; a cell or a quotation must hold something.
  const kept = children.filter((child, index) => !isBlank(child) || (node.type === "listItem" && index === 0));
  return kept.length > 0 ? kept : children.slice(0, 1);
}

/** Text and line breaks of a paragraph, so that equal looks give equal values. */
function normalizeInline(nodes: readonly BodyNode[]): readonly BodyNode[] {
  const out: BodyNode[] = [];
  for (const node of joinText(nodes)) {
    if (node.type === "hardBreak") {
      trimEnd(out);
      out.push({ type: "hardBreak" });
    } else {
      addText(out, node);
    }
  }
  do trimEnd(out);
  while (out.at(-1)?.type === "hardBreak" && out.pop());
  return out;
}

/** Pieces with equal marks as one, normalised only then: a letter and its mark may have stood in two. */
export function joinText(nodes: readonly BodyNode[]): readonly BodyNode[] {
  const joined: BodyNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === "text" && last?.type === "text" && sameMarks(last, node)) {
      joined[joined.length - 1] = { ...last, text: (last.text ?? "") + (node.text ?? "") };
    } else {
      joined.push(node);
    }
  }
  return joined
    .map((node) => (node.type === "text" ? { ...node, text: normalizeText(node.text ?? "") } : node))
    .filter((node) => node.text !== "");
}

function addText(out: BodyNode[], node: BodyNode): void {
  const last = out.at(-1);
  const flat = (node.text ?? "").replace(/[ \t\n]+/g, " ");
  const text = last?.type !== "text" || last.text?.endsWith(" ") ? flat.replace(/^ /, "") : flat;
  if (text === "") return;
  const marks = sortMarks(node.marks ?? []).map(({ type, attrs }) =>
    type === "link" ? { type, attrs: { href: attrs?.href ?? "" } } : { type },
  );
  if (last?.type === "text" && sameMarks(last, node)) {
    out[out.length - 1] = { ...last, text: last.text + text };
  } else {
    out.push({ type: "text", text, ...(marks.length > 0 && { marks }) });
  }
}

function trimEnd(out: BodyNode[]): void {
  for (let last = out.at(-1); last?.type === "text"; last = out.at(-1)) {
    const text = (last.text ?? "").trimEnd();
    out.pop();
    if (text !== "") {
      out.push({ ...last, text });
      return;
    }
  }
}

export function isTextblock(node: BodyNode): boolean {
  return node.type === "paragraph" || node.type === "heading";
}

function isBlank(node: BodyNode): boolean {
  return isTextblock(node) && (node.content ?? []).length === 0;
}
