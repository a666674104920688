import { normalizeLine } from "../../kernel/vietnamese.ts";
import type { FigureBlock, Reading } from "./reading.ts";
import { child, descendants, firstWords, type XmlElement } from "./xml.ts";

/** A picture in a run, and whether it stands in the line like a letter or floats beside it. */
export interface DrawnFigure {
  readonly figure: FigureBlock;
  readonly floating: boolean;
}

/** The pictures of a drawing, in order. What else it holds (text boxes, charts, shapes) is noted as not carried over. */
export function readDrawing(drawing: XmlElement, reading: Reading): DrawnFigure[] {
  const boxes = textBoxes(drawing, reading);
  const pictures = descendants(drawing, "pic:pic");
  if (pictures.length === 0) {
    if (boxes === 0) reading.tally.add(kindOfGraphic(drawing), descriptionOf(drawing));
    return [];
  }
  const floating = child(drawing, "wp:anchor") !== undefined;
  const decorative = descendants(drawing, "adec:decorative").some((mark) => mark.attrs.val !== "0");
  const outer = descendants(drawing, "wp:docPr")[0];
  return pictures.flatMap((picture) => {
    const own = descendants(picture, "pic:cNvPr")[0];
    const named = pictures.length > 1 ? own : outer?.attrs.descr ? outer : own;
    const blip = descendants(picture, "a:blip")[0]?.attrs ?? {};
    const figure = place(blip["r:embed"], blip["r:link"], named?.attrs.descr ?? "", decorative, reading);
    return figure ? [{ figure, floating }] : [];
  });
}

/** Pictures of the older drawing language, VML. */
export function readVml(picture: XmlElement, reading: Reading): DrawnFigure[] {
  const boxes = textBoxes(picture, reading);
  const images = descendants(picture, "v:imagedata");
  if (images.length === 0 && boxes === 0) reading.tally.add("drawing");
  return images.flatMap((image) => {
    const alt = descendants(picture, "v:shape")[0]?.attrs.alt ?? "";
    const figure = place(image.attrs["r:id"], image.attrs["r:href"], alt, false, reading);
    return figure ? [{ figure, floating: false }] : [];
  });
}

/** Embedded objects show a preview that is worthless without the program behind it; equations of old Word are such. */
export function noteObject(object: XmlElement, reading: Reading): void {
  const program = descendants(object, "o:OLEObject")[0]?.attrs.ProgID ?? "";
  if (child(object, "w:control")) reading.tally.add("control");
  else if (/^(equation|mathtype)/i.test(program)) reading.tally.add("equation");
  else reading.tally.add("object", program);
}

function place(
  embedded: string | undefined,
  linked: string | undefined,
  description: string,
  decorative: boolean,
  reading: Reading,
): FigureBlock | null {
  const target = reading.links.get(embedded ?? linked ?? "");
  if (target?.external || (!embedded && linked)) {
    reading.tally.add("linkedPicture", target?.target);
    return null;
  }
  const part = target?.target ?? "";
  const media = reading.media.get(part) ?? "brokenPicture";
  if (typeof media === "string") {
    reading.tally.add(media, description || (part.split("/").at(-1) ?? ""));
    return null;
  }
  const picture = {
    key: `import:${reading.pictures.length + 1}`,
    part,
    alt: decorative ? "" : humanAlt(description, reading),
    decorative,
    caption: "",
  };
  reading.pictures.push(picture);
  return { kind: "figure", picture };
}

const MADE_BY_MACHINE =
  /(description automatically generated|mô tả (được )?(tự động tạo|tạo (ra )?tự động)|ai-generated|do ai tạo)/i;
const LONGEST_ALT = 1_000;
const FILE_NAME = /\.(jpe?g|png|gif|webp|bmp|tiff?|hei[cf]|emf|wmf|svg)$/i;

/** A description a person wrote. File names and what Word made up by itself describe nothing to a reader. */
function humanAlt(description: string, reading: Reading): string {
  const alt = normalizeLine(description.slice(0, LONGEST_ALT));
  if (MADE_BY_MACHINE.test(alt)) {
    reading.tally.add("autoAlt", alt);
    return "";
  }
  return FILE_NAME.test(alt) ? "" : alt;
}

function textBoxes(drawing: XmlElement, reading: Reading): number {
  const boxes = descendants(drawing, "w:txbxContent")
    .map((box) => firstWords(box))
    .filter((words) => words.trim() !== "");
  for (const words of boxes) reading.tally.add("textBox", words);
  return boxes.length;
}

function kindOfGraphic(drawing: XmlElement): "chart" | "smartArt" | "drawing" {
  const uri = descendants(drawing, "a:graphicData")[0]?.attrs.uri ?? "";
  if (/chart/i.test(uri)) return "chart";
  return uri.includes("/diagram") ? "smartArt" : "drawing";
}

function descriptionOf(drawing: XmlElement): string {
  return descendants(drawing, "wp:docPr")[0]?.attrs.descr ?? "";
}
