import type { BodyMark, BodyNode } from "../content.ts";
import { type Block, type Cell, type Inline, plain, type Span, type TextBlock } from "./reading.ts";

/** Blocks as nodes of the article's body. */
export function bodyNodes(blocks: readonly Block[]): BodyNode[] {
  const nodes: BodyNode[] = [];
  for (let index = 0; index < blocks.length; ) {
    const block = blocks[index]!;
    const same = groupFrom(blocks, index);
    if (block.kind === "figure") nodes.push(figureNode(block.picture));
    else if (block.kind === "table") nodes.push(tableNode(block.rows));
    else if (block.role === "heading") nodes.push(headingNode(block));
    else if (block.mark) nodes.push(...listNodes(same));
    else if (block.role === "quote") nodes.push({ type: "blockquote", content: same.map(paragraphNode) });
    else nodes.push(paragraphNode(block));
    index += Math.max(1, same.length);
  }
  return nodes;
}

/** List items, or paragraphs of one quotation, that follow each other. */
function groupFrom(blocks: readonly Block[], start: number): TextBlock[] {
  const group: TextBlock[] = [];
  const first = blocks[start];
  if (first?.kind !== "text" || first.role === "heading" || (!first.mark && first.role !== "quote")) return group;
  for (let index = start; index < blocks.length; index += 1) {
    const block = blocks[index]!;
    if (block.kind !== "text" || block.role === "heading" || (first.mark === null) !== (block.mark === null)) break;
    if (!first.mark && block.role !== "quote") break;
    group.push(block);
  }
  return group;
}

function figureNode(picture: { key: string; alt: string; decorative: boolean; caption: string }): BodyNode {
  const { key, alt, decorative, caption } = picture;
  return {
    type: "figure",
    attrs: { file: key, width: 0, height: 0, alt, decorative, caption, author: "", source: "" },
  };
}

function headingNode(block: TextBlock): BodyNode {
  const inlines = block.inlines.map((inline) =>
    inline === "break" ? inline : { ...inline, bold: false, underline: false },
  );
  return withContent({ type: "heading", attrs: { level: block.level } }, inlineNodes(inlines));
}

function paragraphNode(block: TextBlock): BodyNode {
  return withContent({ type: "paragraph" }, inlineNodes(block.inlines));
}

/** Items deeper than the first belong to the item before them. A list goes on while its kind and its count go on. */
function listNodes(items: readonly TextBlock[]): BodyNode[] {
  const lists: { node: BodyNode; content: BodyNode[]; last: TextBlock }[] = [];
  for (let index = 0; index < items.length; ) {
    const item = items[index]!;
    let end = index + 1;
    while (end < items.length && items[end]!.mark!.level > item.mark!.level) end += 1;
    const inner = items.slice(index + 1, end);
    const node: BodyNode = { type: "listItem", content: [paragraphNode(item), ...listNodes(inner)] };
    const open = lists.at(-1);
    if (open && continues(open.last, item)) {
      open.content.push(node);
      open.last = item;
    } else {
      const content = [node];
      lists.push({ node: { ...listStart(item), content }, content, last: item });
    }
    index = end;
  }
  return lists.map((list) => list.node);
}

function continues(last: TextBlock, item: TextBlock): boolean {
  const [a, b] = [last.mark!, item.mark!];
  if (a.ordered !== b.ordered) return false;
  return !b.ordered || (a.type === b.type && b.number === a.number + 1);
}

function listStart({ mark }: TextBlock): BodyNode {
  if (!mark?.ordered) return { type: "bulletList" };
  return { type: "orderedList", attrs: { start: mark.number, ...(mark.type && { type: mark.type }) } };
}

function tableNode(rows: readonly (readonly Cell[])[]): BodyNode {
  return { type: "table", content: rows.map((row) => withContent({ type: "tableRow" }, row.map(cellNode))) };
}

function cellNode({ header, colspan, rowspan, blocks }: Cell): BodyNode {
  // Headings have no place in a table: they would break the outline of the page.
  const content = bodyNodes(blocks.map((block) => (block.kind === "text" ? { ...block, role: undefined } : block)));
  return {
    type: header ? "tableHeader" : "tableCell",
    attrs: { colspan, rowspan },
    content: content.length > 0 ? content : [{ type: "paragraph" }],
  };
}

function inlineNodes(inlines: readonly Inline[]): BodyNode[] {
  return inlines.map((inline) => (inline === "break" ? { type: "hardBreak" } : textNode(inline)));
}

function textNode({ text, ...look }: Span): BodyNode {
  const marks: BodyMark[] = [];
  if (look.href !== null) marks.push({ type: "link", attrs: { href: look.href } });
  for (const type of ["bold", "italic", "underline"] as const) if (look[type]) marks.push({ type });
  return { type: "text", text, ...(marks.length > 0 && { marks }) };
}

function withContent(node: BodyNode, content: readonly BodyNode[]): BodyNode {
  return content.length > 0 ? { ...node, content } : node;
}

/** Whether the blocks hold a word or a picture at all. */
export function hasSubstance(blocks: readonly Block[]): boolean {
  return blocks.some((block) => {
    if (block.kind === "table") return block.rows.some((row) => row.some((cell) => hasSubstance(cell.blocks)));
    return block.kind === "figure" || plain(block) !== "";
  });
}
