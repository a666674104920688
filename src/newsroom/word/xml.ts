import { done, type Result, refused } from "../../kernel/result.ts";
import { MAX_XML_ATTRIBUTES, MAX_XML_DEPTH, MAX_XML_NODES } from "./limits.ts";
import { canonicalPrefix, prefixIn, type Scope } from "./namespaces.ts";
import type { WordRefusalCode } from "./refusal.ts";

/** An element with its name and attributes under the usual prefixes (`w:p`, `r:embed`), whatever the file calls them. */
export interface XmlElement {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});

/**
 * Reads one XML part in a single pass. There is no DOCTYPE in Office files, so one is refused, and with it
 * every entity but the five of XML itself. Depth, number of nodes and of attributes are bounded. Of
 * `mc:AlternateContent` only the first choice is kept, so that no picture or text box counts twice.
 */
export function parseXml(bytes: Buffer): Result<XmlElement, WordRefusalCode> {
  const text = decode(bytes);
  return text === null ? refused("broken") : parseText(text);
}

function decode(bytes: Buffer): string | null {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const OPEN = /<([^\s/><&"']+)/y;
const ATTRIBUTE = /\s+([^\s=/><"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const OPEN_END = /\s*(\/?)>/y;

interface Level {
  readonly element: XmlElement;
  readonly rawName: string;
  readonly scope: Scope;
}

function parseText(text: string): Result<XmlElement, WordRefusalCode> {
  const stack: Level[] = [];
  let root: XmlElement | null = null;
  let nodes = 0;
  let at = 0;

  const addText = (raw: string, decoded: string | null = decodeEntities(raw)): WordRefusalCode | null => {
    const parent = stack.at(-1);
    if (decoded === null) return "entities";
    if (!parent) return raw.trim() === "" ? null : "broken";
    nodes += 1;
    parent.element.children.push(decoded);
    return null;
  };

  while (at < text.length) {
    const lt = text.indexOf("<", at);
    const end = lt < 0 ? text.length : lt;
    if (end > at) {
      const wrong = addText(text.slice(at, end));
      if (wrong) return refused(wrong);
    }
    if (lt < 0) break;
    if (nodes > MAX_XML_NODES) return refused("tooLarge");

    const skip = skipTo(text, lt);
    if (skip) {
      if (skip.end < 0) return refused("broken");
      if (skip.cdata !== null) {
        const wrong = addText(skip.cdata, skip.cdata);
        if (wrong) return refused(wrong);
      }
      at = skip.end;
      continue;
    }
    if (text.startsWith("<!", lt)) return refused("entities");

    if (text.startsWith("</", lt)) {
      const gt = text.indexOf(">", lt);
      const level = stack.pop();
      if (gt < 0 || !level || text.slice(lt + 2, gt).trimEnd() !== level.rawName) return refused("broken");
      chooseAlternative(stack.at(-1)?.element, level.element);
      at = gt + 1;
      continue;
    }

    const tag = openTag(text, lt, stack.at(-1)?.scope);
    if (!tag.ok) return tag;
    const { level, closed } = tag.value;
    nodes += 1;
    const parent = stack.at(-1);
    if (parent) parent.element.children.push(level.element);
    else if (root) return refused("broken");
    else root = level.element;
    if (!closed && stack.push(level) > MAX_XML_DEPTH) return refused("broken");
    at = tag.value.end;
  }
  return root && stack.length === 0 ? done(root) : refused("broken");
}

/** Comments, processing instructions and CDATA; null for anything else. `end` is -1 when it never closes. */
function skipTo(text: string, lt: number): { end: number; cdata: string | null } | null {
  for (const [start, close] of [
    ["<!--", "-->"],
    ["<?", "?>"],
    ["<![CDATA[", "]]>"],
  ] as const) {
    if (!text.startsWith(start, lt)) continue;
    const found = text.indexOf(close, lt + start.length);
    const cdata = start === "<![CDATA[" && found >= 0 ? text.slice(lt + start.length, found) : null;
    return { end: found < 0 ? -1 : found + close.length, cdata };
  }
  return null;
}

type OpenTag = { level: Level; closed: boolean; end: number };

function openTag(text: string, lt: number, outer: Scope | undefined): Result<OpenTag, WordRefusalCode> {
  OPEN.lastIndex = lt;
  const rawName = OPEN.exec(text)?.[1];
  if (rawName === undefined) return refused("broken");
  const raw: [string, string][] = [];
  const declared: [string, string][] = [];
  let end = OPEN.lastIndex;
  for (ATTRIBUTE.lastIndex = end; ; ATTRIBUTE.lastIndex = end) {
    const found = ATTRIBUTE.exec(text);
    if (!found) break;
    end = ATTRIBUTE.lastIndex;
    const [, name = "", double, single] = found;
    const value = decodeEntities(double ?? single ?? "");
    if (value === null) return refused("entities");
    if (name === "xmlns" || name.startsWith("xmlns:")) {
      if (declared.push([name.slice(6), canonicalPrefix(value)]) > MAX_XML_ATTRIBUTES) return refused("broken");
    } else if (raw.push([name, value]) > MAX_XML_ATTRIBUTES) return refused("broken");
  }
  OPEN_END.lastIndex = end;
  const close = OPEN_END.exec(text);
  if (!close) return refused("broken");
  const names: Scope = declared.length > 0 || !outer ? { own: new Map(declared), outer } : outer;
  const element = { name: elementName(rawName, names), attrs: attributes(raw, names), children: [] };
  return done({ level: { element, rawName, scope: names }, closed: close[1] === "/", end: OPEN_END.lastIndex });
}

function elementName(raw: string, scope: Scope): string {
  const colon = raw.indexOf(":");
  const prefix = prefixIn(scope, colon < 0 ? "" : raw.slice(0, colon)) ?? (colon < 0 ? "" : "?");
  return prefix === "" ? raw : `${prefix}:${raw.slice(colon + 1)}`;
}

/** Attributes of namespaces nobody here reads, and Word's revision ids, are not kept. */
function attributes(raw: readonly [string, string][], scope: Scope): Readonly<Record<string, string>> {
  let kept: Record<string, string> | null = null;
  for (const [name, value] of raw) {
    const colon = name.indexOf(":");
    const prefix = colon < 0 ? "" : name.startsWith("xml:") ? "xml" : (prefixIn(scope, name.slice(0, colon)) ?? "?");
    const local = name.slice(colon + 1);
    if (prefix === "?" || local.startsWith("rsid")) continue;
    kept ??= Object.create(null) as Record<string, string>;
    kept[prefix === "" ? local : `${prefix}:${local}`] = value;
  }
  return kept ?? NO_ATTRIBUTES;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Null when the text uses an entity that only a DOCTYPE could have declared, or a stray `&`. */
function decodeEntities(text: string): string | null {
  if (!text.includes("&")) return text;
  let sound = true;
  const decoded = text.replace(
    /&(?:#x([0-9a-fA-F]{1,6});|#(\d{1,7});|(\w+);)?/g,
    (_, hex?: string, decimal?: string, name?: string) => {
      const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : null;
      if (code !== null) return code > 0x10ffff ? "\uFFFD" : String.fromCodePoint(code).toWellFormed();
      const char = name ? NAMED[name] : undefined;
      if (char === undefined) sound = false;
      return char ?? "";
    },
  );
  return sound ? decoded : null;
}

/** Puts the content of the branch that is read in the place of the whole `mc:AlternateContent`. */
function chooseAlternative(parent: XmlElement | undefined, element: XmlElement): void {
  if (!parent || element.name !== "mc:AlternateContent") return;
  const branch = child(element, "mc:Choice") ?? child(element, "mc:Fallback");
  parent.children.pop();
  for (const node of branch?.children ?? []) parent.children.push(node);
}

export function isElement(node: XmlElement | string): node is XmlElement {
  return typeof node !== "string";
}

export function elements(parent: XmlElement | undefined): XmlElement[] {
  return parent ? parent.children.filter(isElement) : [];
}

export function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((node): node is XmlElement => isElement(node) && node.name === name);
}

const WORDS = ["w:t", "w:delText"];

/** The first words of the texts below, deleted ones too, a blank between paragraphs: as much as a report needs. */
export function firstWords(parent: XmlElement | undefined, names: readonly string[] = WORDS, most = 500): string {
  let words = "";
  for (const node of elements(parent)) {
    if (words.length >= most) break;
    words += names.includes(node.name) ? textOf(node) : firstWords(node, names, most - words.length);
    if (node.name === "w:p") words += " ";
  }
  return words.slice(0, most);
}

/** Every element of that name below, in document order, those inside a found one included. */
export function descendants(parent: XmlElement, name: string): XmlElement[] {
  return elements(parent).flatMap((node) =>
    node.name === name ? [node, ...descendants(node, name)] : descendants(node, name),
  );
}

/** `w:val` of a child, the usual way of Word to state one fact; undefined when the child is missing. */
export function val(parent: XmlElement | undefined, name: string): string | undefined {
  const found = child(parent, name);
  return found && (found.attrs["w:val"] ?? "");
}

/** An on/off property: true, false, or undefined when nothing is said. */
export function switchOf(parent: XmlElement | undefined, name: string): boolean | undefined {
  const value = val(parent, name);
  return value === undefined ? undefined : !["0", "false", "off", "none"].includes(value);
}

export function textOf(node: XmlElement): string {
  return node.children.map((inner) => (isElement(inner) ? textOf(inner) : inner)).join("");
}
