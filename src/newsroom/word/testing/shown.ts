import type { BodyDoc, BodyNode } from "../../content.ts";
import { importWord, type WordImport } from "../import.ts";
import { type RawDocument, rawDocx } from "./docx.ts";

/** The article a file gives; the test fails when it is refused. */
export async function imported(
  file: RawDocument | Uint8Array,
  options?: { convertLegacy?: boolean },
): Promise<WordImport> {
  const outcome = await importWord(file instanceof Uint8Array ? file : rawDocx(file), options);
  if (!outcome.ok) throw new Error(`refused: ${outcome.error.code}: ${outcome.error.message}`);
  return outcome.value;
}

/** A body as short lines, to be read in a test: `h2 Kết quả`, `* một`, `1) hai`, `> trích`, `[import:1] alt | caption`. */
export function shown(body: BodyDoc): string[] {
  return body.content.flatMap((node) => lines(node));
}

function lines(node: BodyNode): string[] {
  const children = node.content ?? [];
  const attrs = node.attrs ?? {};
  switch (node.type) {
    case "heading":
      return [`h${attrs.level} ${inline(node)}`];
    case "figure":
      return [`[${attrs.file}] ${attrs.alt} | ${attrs.caption}`];
    case "blockquote":
      return children.flatMap(lines).map((line) => `> ${line}`);
    case "bulletList":
      return children.flatMap((item) => itemLines(item, "*"));
    case "orderedList":
      return children.flatMap((item, index) => itemLines(item, `${Number(attrs.start) + index}${attrs.type ?? ""})`));
    case "table":
      return children.map((row) => `| ${(row.content ?? []).map(cell).join(" | ")} |`);
    default:
      return [inline(node)];
  }
}

function itemLines(item: BodyNode, sign: string): string[] {
  const [first = "", ...rest] = (item.content ?? []).flatMap(lines);
  return [`${sign} ${first}`, ...rest.map((line) => `  ${line}`)];
}

function cell(node: BodyNode): string {
  const { colspan, rowspan } = node.attrs ?? {};
  const span = `${Number(colspan) > 1 ? `→${colspan} ` : ""}${Number(rowspan) > 1 ? `↓${rowspan} ` : ""}`;
  return `${node.type === "tableHeader" ? "# " : ""}${span}${(node.content ?? []).flatMap(lines).join(" / ")}`;
}

const SIGNS = { bold: "**", italic: "_", underline: "~" } as const;

function inline(node: BodyNode): string {
  return (node.content ?? [])
    .map((item) => {
      if (item.type === "hardBreak") return "⏎";
      return (item.marks ?? []).reduceRight(
        (text, mark) =>
          mark.type === "link" ? `<${mark.attrs?.href} ${text}>` : SIGNS[mark.type] + text + SIGNS[mark.type],
        item.text ?? "",
      );
    })
    .join("");
}
