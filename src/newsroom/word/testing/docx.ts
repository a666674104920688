import { type ZipEntry, zip } from "./zip.ts";

/** Word files written as XML, for what no library writes. */

const OFFICE = "http://schemas.openxmlformats.org/";
const RELATIONSHIPS = `${OFFICE}officeDocument/2006/relationships`;

const NAMESPACES = [
  `xmlns:w="${OFFICE}wordprocessingml/2006/main"`,
  `xmlns:r="${RELATIONSHIPS}"`,
  `xmlns:m="${OFFICE}officeDocument/2006/math"`,
  `xmlns:wp="${OFFICE}drawingml/2006/wordprocessingDrawing"`,
  `xmlns:a="${OFFICE}drawingml/2006/main"`,
  `xmlns:pic="${OFFICE}drawingml/2006/picture"`,
  `xmlns:mc="${OFFICE}markup-compatibility/2006"`,
  `xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`,
  `xmlns:v="urn:schemas-microsoft-com:vml"`,
  `xmlns:o="urn:schemas-microsoft-com:office:office"`,
].join(" ");

export interface RawDocument {
  /** XML inside `w:body`. */
  readonly body: string;
  /** XML inside `w:styles` and `w:numbering`. */
  readonly styles?: string;
  readonly numbering?: string;
  /** Further relationships of the document: id, kind, target, external or not. */
  readonly links?: readonly (readonly [id: string, kind: string, target: string, external?: boolean])[];
  readonly files?: readonly ZipEntry[];
  /** Put between the XML declaration and the root of the document. */
  readonly prolog?: string;
}

export function rawDocx(document: RawDocument): Uint8Array {
  return zip(rawParts(document));
}

export function rawParts({
  body,
  styles = "",
  numbering = "",
  links = [],
  files = [],
  prolog = "",
}: RawDocument): ZipEntry[] {
  const all = [["styles", "styles", "styles.xml"], ["numbering", "numbering", "numbering.xml"], ...links] as const;
  return [
    { name: "[Content_Types].xml", data: `<Types xmlns="${OFFICE}package/2006/content-types"/>` },
    { name: "_rels/.rels", data: relationships([["doc", "officeDocument", "word/document.xml"]]) },
    { name: "word/_rels/document.xml.rels", data: relationships(all) },
    { name: "word/styles.xml", data: `<w:styles ${NAMESPACES}>${styles}</w:styles>` },
    { name: "word/numbering.xml", data: `<w:numbering ${NAMESPACES}>${numbering}</w:numbering>` },
    {
      name: "word/document.xml",
      data: `<?xml version="1.0" encoding="UTF-8"?>${prolog}<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    },
    ...files,
  ];
}

function relationships(all: NonNullable<RawDocument["links"]>): string {
  const items = all.map(
    ([id, kind, target, external]) =>
      `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${kind}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`,
  );
  return `<Relationships xmlns="${OFFICE}package/2006/relationships">${items.join("")}</Relationships>`;
}

/** A paragraph: text or XML of runs, with paragraph properties. */
export function p(content: string, properties = ""): string {
  const runs = content.startsWith("<") ? content : r(content);
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
}

/** A run of text with run properties. */
export function r(text: string, properties = ""): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

export const bold = "<w:b/>";
export const centred = '<w:jc w:val="center"/>';

export function font(name: string): string {
  return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
}

export function styled(id: string): string {
  return `<w:pStyle w:val="${id}"/>`;
}

/** An inline picture of the relationship `id`. */
export function picture(id: string, description = ""): string {
  const blip = `<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="x"/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic>`;
  return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${description}"/><a:graphic><a:graphicData uri="x">${blip}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

/** A compound file (OLE) with just the header and a directory that names the streams. */
export function compoundFile(...streams: string[]): Uint8Array {
  const bytes = Buffer.alloc(512 + 128 * (streams.length + 1));
  bytes.write("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 0, "latin1");
  for (const [index, name] of ["Root Entry", ...streams].entries()) {
    const at = 512 + index * 128;
    bytes.write(name, at, "utf16le");
    bytes.writeUInt16LE(name.length * 2 + 2, at + 64);
  }
  return new Uint8Array(bytes);
}
