import type { Paragraph, Table } from "docx";
import { columnWidths, tableSize } from "../column-widths.ts";
import type { PaperBlock, PaperHead } from "../paper.ts";
import { isTornWhenEven, SIZES } from "../paper-text.ts";
import { type DocxLibrary, type Part, paragraph, TEXT_WIDTH } from "./pieces.ts";

type TableBlock = Extract<PaperBlock, { kind: "table" }>;

/** Between paragraphs 6 points, lines a little apart, the first line 1.27 cm in. */
const SPACING = { after: 120, line: 276, lineRule: "auto" } as const;
const INDENT = { firstLine: 720 } as const;
/** Room left and right of the words in a cell. */
const CELL_ROOM = 85;

/** The body. Its last block stays on the page where the signature begins, so that no signature stands alone. */
export function paperBody(docx: DocxLibrary, blocks: readonly PaperBlock[]): Part[] {
  return blocks.flatMap((block, index): Part[] => {
    const keepNext = index === blocks.length - 1;
    if (block.kind === "table") return [...captionOf(docx, block), tableOf(docx, block), afterTable(docx)];
    const heading = block.kind === "heading";
    return [
      paragraph(
        docx,
        [
          {
            text: block.kind === "item" ? `- ${block.text}` : block.text,
            size: SIZES.body,
            ...(heading && { bold: true }),
          },
        ],
        {
          ...(heading && { heading: block.level === 1 ? "Heading1" : "Heading2" }),
          alignment: isTornWhenEven(block.text) ? "left" : "both",
          indent: INDENT,
          spacing: { ...SPACING, before: heading ? 120 : 0 },
          keepNext: keepNext || heading,
        },
      ),
    ];
  });
}

function captionOf(docx: DocxLibrary, { caption }: TableBlock): Paragraph[] {
  if (caption === "") return [];
  const words = [{ text: caption, size: SIZES.number, bold: true }];
  return [paragraph(docx, words, { alignment: "center", spacing: { before: 60, after: 60 }, keepNext: true })];
}

const afterTable = (docx: DocxLibrary) =>
  paragraph(docx, [], { spacing: { before: 0, after: 120, line: 120, lineRule: "exact" } });

function tableOf(docx: DocxLibrary, { heads, rows }: TableBlock): Table {
  const size = tableSize(heads.length);
  const widths = columnWidths(heads, rows, size, TEXT_WIDTH, CELL_ROOM);
  const row = (cells: readonly string[], head: boolean) =>
    new docx.TableRow({
      cantSplit: true,
      ...(head && { tableHeader: true }),
      children: heads.map(
        (column, index) =>
          new docx.TableCell({
            width: { size: widths[index]!, type: "dxa" },
            verticalAlign: "center",
            children: (cells[index] ?? "").split("\n").map((text) =>
              paragraph(docx, [{ text, size, ...(head && { bold: true }) }], {
                alignment: head ? "center" : alignmentOf(column),
                spacing: { before: 20, after: 20 },
                ...(head && { keepNext: true }),
              }),
            ),
          }),
      ),
    });
  return new docx.Table({
    width: { size: TEXT_WIDTH, type: "dxa" },
    columnWidths: widths,
    layout: "fixed",
    margins: { left: CELL_ROOM, right: CELL_ROOM, top: 0, bottom: 0 },
    rows: [
      row(
        heads.map(({ label }) => label),
        true,
      ),
      ...rows.map((cells) => row(cells, false)),
    ],
  });
}

const alignmentOf = ({ align = "left" }: PaperHead) => align;
