import type { Id } from "../kernel/ids.ts";
import type { BodyDoc, BodyMark, BodyNode, Picture, Video } from "../newsroom/content.ts";

/**
 * The body of a sample article from a short notation, blocks parted by an empty line: `## ` heading, `- ` and `1. `
 * lists, `> ` quotation, `| a | b |` table with a head, `![picture] caption`, several such lines an
 * album, `!video` the sample's video; within a line `**bold**`, `*italic*`
 * and `[text](address)`. `ids` gives each block its id, so that a later version keeps them.
 */
export function bodyFrom(
  text: string,
  ids: readonly Id[],
  pictureNamed: (name: string, caption: string) => Picture,
  video: Video,
): BodyDoc {
  const content = text
    .trim()
    .split(/\n\s*\n/)
    .map((block, index) => {
      const node = blockFrom(
        block.split("\n").map((line) => line.trim()),
        pictureNamed,
        video,
      );
      return { ...node, attrs: { ...node.attrs, id: ids[index]! } };
    });
  return { type: "doc", content };
}

function blockFrom(
  lines: readonly string[],
  pictureNamed: (name: string, caption: string) => Picture,
  video: Video,
): BodyNode {
  const first = lines[0]!;
  if (first === "!video") return { type: "video", attrs: { ...video } };
  if (lines.length > 1 && lines.every((line) => line.startsWith("!["))) {
    return { type: "gallery", content: lines.map((line) => blockFrom([line], pictureNamed, video)) };
  }
  const figure = /^!\[([^\]]+)\]\s*(.*)$/.exec(first);
  if (figure) return { type: "figure", attrs: { ...pictureNamed(figure[1]!, figure[2]!) } };
  const heading = /^(#{2,4}) (.+)$/.exec(first);
  if (heading) return { type: "heading", attrs: { level: heading[1]!.length }, content: inline(heading[2]!) };
  if (first.startsWith("> ")) {
    return { type: "blockquote", content: lines.map((line) => paragraph(line.replace(/^> /, ""))) };
  }
  if (first.startsWith("- ")) return { type: "bulletList", content: lines.map((line) => item(line.slice(2))) };
  if (/^\d+\. /.test(first)) {
    return { type: "orderedList", content: lines.map((line) => item(line.replace(/^\d+\. /, ""))) };
  }
  if (first.startsWith("|")) return { type: "table", content: lines.map(row) };
  return paragraph(lines.join(" "));
}

const paragraph = (text: string): BodyNode => ({ type: "paragraph", content: inline(text) });
const item = (text: string): BodyNode => ({ type: "listItem", content: [paragraph(text)] });

function row(line: string, index: number): BodyNode {
  const type = index === 0 ? "tableHeader" : "tableCell";
  const cells = line.replace(/^\||\|$/g, "").split("|");
  return { type: "tableRow", content: cells.map((cell) => ({ type, content: [paragraph(cell.trim())] })) };
}

const PIECES = /\*\*(.+?)\*\*|\*(.+?)\*|\[(.+?)\]\((.+?)\)/g;

function inline(text: string): BodyNode[] {
  const nodes: BodyNode[] = [];
  const add = (piece: string, mark?: BodyMark) => {
    if (piece !== "") nodes.push({ type: "text", text: piece, ...(mark && { marks: [mark] }) });
  };
  let from = 0;
  for (const found of text.matchAll(PIECES)) {
    add(text.slice(from, found.index));
    const [whole, bold, italic, label, href] = found;
    if (bold) add(bold, { type: "bold" });
    else if (italic) add(italic, { type: "italic" });
    else add(label!, { type: "link", attrs: { href: href! } });
    from = found.index + whole.length;
  }
  add(text.slice(from));
  return nodes;
}
