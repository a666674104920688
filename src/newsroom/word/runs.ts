import { legacyOfFont } from "../../kernel/legacy-encodings.ts";
import { type DrawnFigure, noteObject, readDrawing, readVml } from "./drawings.ts";
import { keptHref, linkOfField } from "./links.ts";
import type { Link, Reading } from "./reading.ts";
import { runFacts, type Style } from "./styles.ts";
import { raisedOrLowered, symbolOf } from "./symbols.ts";
import { child, elements, firstWords, switchOf, textOf, val, type XmlElement } from "./xml.ts";

/** Text of one run with its look, still as the file has it. */
export interface Piece {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly href: string | null;
  /** Named only when it decides how the text is encoded. */
  readonly font: string;
  readonly runs: number;
}

export type RunItem = Piece | "break" | DrawnFigure;

/** Everything a paragraph holds, in order: links opened, tracked changes settled, all else noted in the report. */
export function readRuns(paragraph: XmlElement, style: Style, reading: Reading): RunItem[] {
  const items: RunItem[] = [];
  const walk = (node: XmlElement, link: Link | null): void => {
    switch (node.name) {
      case "w:pPr":
      case "w:sdtPr":
        return;
      case "w:r":
        for (const item of readRun(node, style, link, reading)) items.push(item);
        return;
      case "w:del":
      case "w:moveFrom":
        if (holdsRun(node)) reading.tally.add("deletion", firstWords(node));
        return;
      case "w:ins":
      case "w:moveTo":
        if (holdsRun(node)) reading.tally.add("insertion", firstWords(node));
        break;
      case "w:hyperlink":
        each(node, { href: hrefOfHyperlink(node, reading) });
        return;
      case "w:fldSimple":
        each(node, linkOfField(node.attrs["w:instr"] ?? "", reading) ?? link);
        return;
      case "m:oMath":
        reading.tally.add("equation", firstWords(node, ["m:t"]));
        return;
      case "w:subDoc":
        reading.tally.add("otherFile");
        return;
    }
    each(node, link);
  };
  const each = (node: XmlElement, link: Link | null): void => {
    for (const inner of elements(node)) walk(inner, link);
  };
  each(paragraph, null);
  return items;
}

/** A tracked change of a paragraph's end or of a property holds no run, and nothing that a reader would miss. */
function holdsRun(node: XmlElement): boolean {
  return elements(node).some((inner) => inner.name === "w:r" || holdsRun(inner));
}

function hrefOfHyperlink(node: XmlElement, reading: Reading): string | null {
  const target = reading.links.get(node.attrs["r:id"] ?? "");
  if (target) return keptHref(target.target, firstWords(node), reading);
  // Word links every line of a table of contents and every cross-reference this way.
  if (node.attrs["w:anchor"] && !/^_(toc|ref|hlk)/i.test(node.attrs["w:anchor"])) reading.tally.add("innerLink");
  return null;
}

function readRun(run: XmlElement, paragraph: Style, linked: Link | null, reading: Reading): RunItem[] {
  const properties = child(run, "w:rPr");
  const own = runFacts(properties);
  const named = reading.styles.run(val(properties, "w:rStyle"));
  if (own.hidden ?? named.hidden ?? paragraph.hidden) {
    const words = firstWords(run);
    if (words.trim() !== "") reading.tally.add("hidden", words);
    return [];
  }
  noteLook(run, properties, reading);

  const font = own.font ?? named.font ?? paragraph.font ?? "";
  const legacy = legacyOfFont(font) !== null;
  const script = val(properties, "w:vertAlign");
  const items: RunItem[] = [];

  const add = (text: string, textFont = font): void => {
    const field = reading.fields.at(-1);
    if (text === "" || reading.fields.some((open) => !open.showing)) return;
    const link = linked ?? field?.link ?? null;
    items.push({
      text,
      bold: own.bold ?? named.bold ?? paragraph.bold ?? false,
      italic: own.italic ?? named.italic ?? paragraph.italic ?? false,
      // The line under a link is the link's own look.
      underline: link === null && (own.underline ?? named.underline ?? paragraph.underline ?? false),
      href: link?.href ?? null,
      font: legacyOfFont(textFont) ? textFont : "",
      runs: 1,
    });
  };

  for (const node of elements(run)) {
    switch (node.name) {
      case "w:t":
        add(readText(textOf(node), font, script, reading));
        break;
      case "w:tab":
      case "w:ptab":
        add(" ");
        break;
      case "w:noBreakHyphen":
        add("-");
        break;
      case "w:softHyphen":
        // In TCVN3 this is the letter ư.
        if (legacy) add("\u00AD");
        break;
      case "w:sym":
        addSymbol(node, add, reading);
        break;
      case "w:cr":
        items.push("break");
        break;
      case "w:br":
        if (node.attrs["w:type"] === "page" || node.attrs["w:type"] === "column") reading.tally.add("pageBreak");
        else items.push("break");
        break;
      case "w:drawing":
        for (const figure of readDrawing(node, reading)) items.push(figure);
        break;
      case "w:pict":
        for (const figure of readVml(node, reading)) items.push(figure);
        break;
      case "w:object":
        noteObject(node, reading);
        break;
      case "w:ruby":
        add(firstWords(child(node, "w:rubyBase"), ["w:t"]));
        break;
      default:
        readFieldPart(node, reading);
        noteReference(node, reading);
    }
  }
  return items;
}

function readText(text: string, font: string, script: string | undefined, reading: Reading): string {
  if (script === "superscript" || script === "subscript") {
    const drawn = raisedOrLowered(text.trim(), script);
    if (drawn !== null) return text.replace(text.trim(), drawn);
    reading.tally.add("script", text);
  }
  if (legacyOfFont(font)) return text;
  return text.replace(/[\uE000-\uF8FF]/g, (char) => {
    const symbol = symbolOf(font, char.charCodeAt(0));
    if (symbol === null) reading.tally.add("symbol");
    return symbol ?? "";
  });
}

function addSymbol(node: XmlElement, add: (text: string, font: string) => void, reading: Reading): void {
  const font = node.attrs["w:font"] ?? "";
  const code = Number.parseInt(node.attrs["w:char"] ?? "", 16) || 0;
  if (legacyOfFont(font)) {
    add(String.fromCharCode(code), font);
    return;
  }
  const symbol =
    symbolOf(font, code) ??
    (code > 0x20 && code < 0xd800 && !/wingdings|webdings|symbol/i.test(font) ? String.fromCharCode(code) : null);
  if (symbol === null) reading.tally.add("symbol");
  else add(symbol, "");
}

function readFieldPart(node: XmlElement, reading: Reading): void {
  const { fields } = reading;
  if (node.name === "w:instrText") {
    const field = fields.at(-1);
    if (field && !field.showing && field.instruction.length < 4_000) field.instruction += textOf(node);
  }
  if (node.name !== "w:fldChar") return;
  const type = node.attrs["w:fldCharType"];
  if (type === "begin" && fields.length < 50)
    fields.push({ instruction: "", showing: false, link: fields.at(-1)?.link ?? null });
  const field = fields.at(-1);
  if (type === "separate" && field) {
    field.showing = true;
    field.link = linkOfField(field.instruction, reading) ?? field.link;
  }
  if (type === "end") {
    if (field && /^\s*EQ\s/i.test(field.instruction)) reading.tally.add("equation", field.instruction);
    fields.pop();
  }
}

const REFERENCES = {
  "w:commentReference": "comment",
  "w:footnoteReference": "footnote",
  "w:endnoteReference": "endnote",
} as const;

function noteReference(node: XmlElement, reading: Reading): void {
  if (!(node.name in REFERENCES)) return;
  const kind = REFERENCES[node.name as keyof typeof REFERENCES];
  reading.tally.add(kind, reading.notes[kind].get(node.attrs["w:id"] ?? ""));
}

function noteLook(run: XmlElement, properties: XmlElement | undefined, reading: Reading): void {
  if (!properties || !child(run, "w:t")) return;
  const colour = val(properties, "w:color");
  const fill = child(properties, "w:shd")?.attrs["w:fill"];
  const coloured = (colour && !/^(auto|000000)$/i.test(colour)) || (fill && !/^(auto|ffffff)$/i.test(fill));
  if (coloured || child(properties, "w:highlight") || child(properties, "w:rFonts") || child(properties, "w:sz")) {
    reading.tally.add("look");
  }
  if (switchOf(properties, "w:strike") || switchOf(properties, "w:dstrike")) {
    reading.tally.add("strike", firstWords(run));
  }
}
