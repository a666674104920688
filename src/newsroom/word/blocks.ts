import { joinCaptions } from "./captions.ts";
import { readParagraph } from "./paragraphs.ts";
import type { Block, Reading } from "./reading.ts";
import { readTable } from "./tables.ts";
import { child, elements, firstWords, val, type XmlElement } from "./xml.ts";

/** The blocks of a document or of a table cell, in order, captions joined to their pictures. */
export function readBlocks(container: XmlElement, reading: Reading, inTable = false): Block[] {
  return joinCaptions(readAll(container, reading, inTable));
}

function readAll(container: XmlElement, reading: Reading, inTable: boolean): Block[] {
  const blocks: Block[] = [];
  let dropCap: XmlElement | null = null;
  for (const node of elements(container)) {
    if (node.name === "w:p") {
      if (dropCap === null && isDropCap(node)) {
        dropCap = node;
        continue;
      }
      blocks.push(...readParagraph(dropCap ? withDropCap(dropCap, node) : node, reading));
      dropCap = null;
    } else if (node.name === "w:tbl") {
      append(
        blocks,
        readTable(node, reading, inTable, (cell) => readBlocks(cell, reading, true)),
      );
    } else {
      append(blocks, readOther(node, reading, inTable));
    }
  }
  return dropCap ? [...blocks, ...readParagraph(dropCap, reading)] : blocks;
}

/** Not by spreading: a file may hold more blocks than a call may have arguments. */
function append(blocks: Block[], more: readonly Block[]): void {
  for (const block of more) blocks.push(block);
}

function readOther(node: XmlElement, reading: Reading, inTable: boolean): Block[] {
  switch (node.name) {
    case "w:sdt":
      if (isContents(node)) {
        reading.tally.add("contents");
        return [];
      }
      break;
    case "w:del":
    case "w:moveFrom":
      reading.tally.add("deletion", firstWords(node));
      return [];
    case "w:altChunk":
    case "w:subDoc":
      reading.tally.add("otherFile");
      return [];
    case "m:oMathPara":
    case "m:oMath":
      reading.tally.add("equation", firstWords(node, ["m:t"]));
      return [];
    case "w:sectPr":
    case "w:sdtPr":
    case "w:tcPr":
      return [];
  }
  return readAll(node, reading, inTable);
}

function isContents(node: XmlElement): boolean {
  const part = child(child(node, "w:sdtPr"), "w:docPartObj");
  return /table of contents/i.test(val(part, "w:docPartGallery") ?? "");
}

/** The large first letter of a text is a paragraph of its own in Word. */
function isDropCap(paragraph: XmlElement): boolean {
  const kind = child(child(paragraph, "w:pPr"), "w:framePr")?.attrs["w:dropCap"];
  return kind === "drop" || kind === "margin";
}

function withDropCap(letter: XmlElement, paragraph: XmlElement): XmlElement {
  const runs = elements(letter).filter((node) => node.name !== "w:pPr");
  const [properties, rest] = [child(paragraph, "w:pPr"), paragraph.children];
  return {
    ...paragraph,
    children: [...(properties ? [properties] : []), ...runs, ...rest.filter((node) => node !== properties)],
  };
}
