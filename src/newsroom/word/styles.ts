import { child, elements, switchOf, val, type XmlElement } from "./xml.ts";

/** What a paragraph is for, as far as its style's name says so. */
export type Role = "title" | "lead" | "heading" | "caption" | "quote" | "contents";

/** What a style gives to text that says nothing itself; undefined where the style is silent too. */
export interface Style {
  readonly role: Role | undefined;
  /** 1 for "Heading 1". */
  readonly level: number;
  readonly bold: boolean | undefined;
  readonly italic: boolean | undefined;
  readonly underline: boolean | undefined;
  readonly hidden: boolean | undefined;
  /** "" when the theme decides, which never names a legacy font. */
  readonly font: string | undefined;
  readonly align: string | undefined;
  readonly list: { readonly numId: string; readonly level: number | undefined } | undefined;
}

export interface Styles {
  /** The style of a paragraph, the default one when it names none. */
  paragraph(id: string | undefined): Style;
  run(id: string | undefined): Style;
}

const PLAIN: Style = {
  role: undefined,
  level: 1,
  bold: undefined,
  italic: undefined,
  underline: undefined,
  hidden: undefined,
  font: undefined,
  align: undefined,
  list: undefined,
};

const MAX_CHAIN = 20;

/** Built-in styles keep their English names in every language of Word; a few Vietnamese ones are common besides. */
const ROLES: readonly (readonly [RegExp, Role])[] = [
  [/^(title|tiêu đề bài( viết)?)$/, "title"],
  [/^(subtitle|lead|sapo|sa pô|tóm tắt)$/, "lead"],
  [/^(caption|illustration|figure|chú thích( ảnh| hình)?)$/, "caption"],
  [/^(quote|intense quote|block text|quotations|trích dẫn)$/, "quote"],
  [/^(toc \d|toc heading|table of figures|contents \d|contents heading)$/, "contents"],
];

/** Styles with all that they inherit, looked up by id. */
export function readStyles(root: XmlElement | null): Styles {
  const all = elements(root ?? undefined).filter((node) => node.name === "w:style");
  const byId = new Map(all.map((node) => [node.attrs["w:styleId"] ?? "", node]));
  const defaults = {
    ...PLAIN,
    ...facts(undefined, child(child(child(root ?? undefined, "w:docDefaults"), "w:rPrDefault"), "w:rPr")),
  };
  const standard = all.find(
    (node) => node.attrs["w:type"] === "paragraph" && /^(1|true|on)$/.test(node.attrs["w:default"] ?? ""),
  );
  const known = new Map<string, Style>();

  const resolve = (id: string | undefined, base: Style, depth = 0): Style => {
    const node = id === undefined ? undefined : byId.get(id);
    if (!node || id === undefined || depth > MAX_CHAIN) return base;
    const cached = known.get(id);
    if (cached) return cached;
    const parent = resolve(val(node, "w:basedOn"), base, depth + 1);
    const style = { ...parent, ...roleOf(node), ...facts(child(node, "w:pPr"), child(node, "w:rPr")) };
    known.set(id, style);
    return style;
  };

  return {
    paragraph: (id) => resolve(id !== undefined && byId.has(id) ? id : standard?.attrs["w:styleId"], defaults),
    run: (id) => resolve(id, PLAIN),
  };
}

function roleOf(node: XmlElement): Partial<Style> {
  const name = (val(node, "w:name") ?? "").toLowerCase().normalize("NFC");
  const heading = /^heading ([1-9])$/.exec(name);
  if (heading) return { role: "heading", level: Number(heading[1]) };
  const role = ROLES.find(([pattern]) => pattern.test(name))?.[1];
  if (role) return { role };
  const outline = outlineLevel(child(node, "w:pPr"));
  return outline === undefined ? {} : { role: "heading", level: outline };
}

/** 1 to 9 for text that stands in Word's outline; undefined for body text. */
export function outlineLevel(properties: XmlElement | undefined): number | undefined {
  const value = Number(val(properties, "w:outlineLvl") ?? Number.NaN);
  return value >= 0 && value <= 8 ? value + 1 : undefined;
}

function facts(paragraph: XmlElement | undefined, run: XmlElement | undefined): Partial<Style> {
  const given = { ...runFacts(run), align: val(paragraph, "w:jc"), list: listOf(paragraph) };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** What run properties say about text, from a style or from the run itself. */
export function runFacts(properties: XmlElement | undefined) {
  const underline = val(properties, "w:u");
  return {
    bold: switchOf(properties, "w:b"),
    italic: switchOf(properties, "w:i"),
    underline: underline === undefined ? undefined : underline !== "none",
    hidden: switchOf(properties, "w:vanish"),
    font: fontOf(properties),
  };
}

/** Letters beyond ASCII, where the legacy encodings live, are drawn in the `hAnsi` font. */
function fontOf(properties: XmlElement | undefined): string | undefined {
  const fonts = child(properties, "w:rFonts")?.attrs;
  if (!fonts) return undefined;
  if (fonts["w:hAnsiTheme"] ?? fonts["w:asciiTheme"]) return "";
  return fonts["w:hAnsi"] ?? fonts["w:ascii"];
}

export function listOf(properties: XmlElement | undefined): Style["list"] {
  const numbering = child(properties, "w:numPr");
  const numId = val(numbering, "w:numId");
  if (numId === undefined) return undefined;
  const level = val(numbering, "w:ilvl");
  return { numId, level: level === undefined ? undefined : Math.min(8, Math.max(0, Number(level) || 0)) };
}
