/** A part of a page's text. */
export type TextBlock =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] };

/** The parts of a text as it is typed: `##` begins a heading, `-` an item of a list, a blank line a new paragraph. */
export function blocksOf(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let paragraph: string[] = [];
  let items: string[] = [];
  const close = () => {
    if (paragraph.length > 0) blocks.push({ kind: "paragraph", text: paragraph.join(" ") });
    if (items.length > 0) blocks.push({ kind: "list", items });
    [paragraph, items] = [[], []];
  };
  for (const line of text.split("\n").map((one) => one.trim())) {
    const heading = /^##+\s*(.+)$/.exec(line)?.[1];
    const item = /^[-–•+]\s+(.+)$/.exec(line)?.[1];
    if (heading !== undefined) {
      close();
      blocks.push({ kind: "heading", text: heading });
    } else if (item !== undefined) {
      if (paragraph.length > 0) close();
      items.push(item);
    } else if (line === "") close();
    else {
      if (items.length > 0) close();
      paragraph.push(line);
    }
  }
  close();
  return blocks;
}
