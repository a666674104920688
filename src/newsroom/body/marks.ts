import type { BodyMark, BodyNode } from "../content.ts";

/** The order of marks, outermost first: the same in the editor's schema, in the hash and on the page. */
const ORDER = ["link", "bold", "italic", "underline"] as const;

/** Each mark once, in the one order. */
export function sortMarks(marks: readonly BodyMark[]): readonly BodyMark[] {
  return ORDER.flatMap((type) => marks.find((mark) => mark.type === type) ?? []);
}

/** True when two pieces of text look alike: the same marks, links to the same address. */
export function sameMarks(a: BodyNode, b: BodyNode): boolean {
  return markKey(a) === markKey(b);
}

/** The address a piece of text links to, or null. */
export function hrefOf(node: BodyNode): string | null {
  return node.marks?.find((mark) => mark.type === "link")?.attrs?.href ?? null;
}

function markKey(node: BodyNode): string {
  return sortMarks(node.marks ?? [])
    .map((mark) => `${mark.type} ${mark.attrs?.href ?? ""}`)
    .join("\n");
}
