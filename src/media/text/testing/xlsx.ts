import { type ZipEntry, zip } from "../../../newsroom/word/testing/zip.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export interface RawSheet {
  readonly name: string;
  /** XML of the rows. */
  readonly rows: string;
  readonly merges?: readonly string[];
  readonly cols?: string;
  readonly state?: "hidden";
}

/** A workbook written as XML. `formats` are the number formats of cell styles 1, 2, 3 … */
export function rawXlsx(
  sheets: readonly RawSheet[],
  {
    strings = [],
    formats = [],
    core = "",
  }: { strings?: readonly string[]; formats?: readonly string[]; core?: string } = {},
): Uint8Array {
  const files: ZipEntry[] = [
    {
      name: "[Content_Types].xml",
      data: `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    },
    {
      name: "xl/workbook.xml",
      data: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name, state }, at) => `<sheet name="${name}" sheetId="${at + 1}" ${state ? `state="${state}"` : ""} r:id="rId${at + 1}"/>`).join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join("")}</Relationships>`,
    },
    {
      name: "xl/sharedStrings.xml",
      data: `${HEAD}<sst xmlns="${MAIN}">${strings.map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`,
    },
    {
      name: "xl/styles.xml",
      data: `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code.replaceAll('"', "&quot;")}"/>`).join("")}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`).join("")}</cellXfs></styleSheet>`,
    },
    ...sheets.map(({ rows, merges = [], cols = "" }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      data: `${HEAD}<worksheet xmlns="${MAIN}">${cols}<sheetData>${rows}</sheetData><mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells></worksheet>`,
    })),
    ...(core
      ? [
          {
            name: "docProps/core.xml",
            data: `${HEAD}<c xmlns="x" xmlns:dc="http://purl.org/dc/elements/1.1/">${core}</c>`,
          },
        ]
      : []),
  ];
  return zip(files);
}

/** A row of texts and numbers; `null` leaves a cell out. */
export function row(number: number, cells: readonly (string | number | null)[], more = ""): string {
  const written = cells.map((cell, at) => {
    const ref = `${String.fromCharCode(65 + at)}${number}`;
    if (cell === null) return "";
    if (typeof cell === "number") return `<c r="${ref}"><v>${cell}</v></c>`;
    return `<c r="${ref}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  });
  return `<row r="${number}" ${more}>${written.join("")}</row>`;
}
