/** The prefixes an element declares, each with the one this reader uses instead, and those in force around it. */
export interface Scope {
  readonly own: ReadonlyMap<string, string>;
  readonly outer: Scope | undefined;
}

export function prefixIn(scope: Scope, prefix: string): string | undefined {
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    const found = at.own.get(prefix);
    if (found !== undefined) return found;
  }
  return undefined;
}

const OFFICE = "http://schemas.openxmlformats.org/";
const STRICT = "http://purl.oclc.org/ooxml/";
const MICROSOFT = "http://schemas.microsoft.com/office/";

const PREFIXES = new Map([
  [`${OFFICE}wordprocessingml/2006/main`, "w"],
  [`${STRICT}wordprocessingml/main`, "w"],
  [`${OFFICE}officeDocument/2006/relationships`, "r"],
  [`${STRICT}officeDocument/relationships`, "r"],
  [`${OFFICE}officeDocument/2006/math`, "m"],
  [`${STRICT}officeDocument/math`, "m"],
  [`${OFFICE}drawingml/2006/wordprocessingDrawing`, "wp"],
  [`${STRICT}drawingml/wordprocessingDrawing`, "wp"],
  [`${OFFICE}drawingml/2006/main`, "a"],
  [`${STRICT}drawingml/main`, "a"],
  [`${OFFICE}drawingml/2006/picture`, "pic"],
  [`${STRICT}drawingml/picture`, "pic"],
  [`${OFFICE}markup-compatibility/2006`, "mc"],
  [`${MICROSOFT}word/2010/wordprocessingShape`, "wps"],
  [`${MICROSOFT}word/2010/wordprocessingGroup`, "wpg"],
  [`${MICROSOFT}drawing/2017/decorative`, "adec"],
  ["urn:schemas-microsoft-com:vml", "v"],
  ["urn:schemas-microsoft-com:office:office", "o"],
  [`${OFFICE}spreadsheetml/2006/main`, "x"],
  [`${STRICT}spreadsheetml/main`, "x"],
  ["http://purl.org/dc/elements/1.1/", "dc"],
  ["urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"],
  ["urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"],
  ["urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"],
  // Parts with one vocabulary only are read by bare names.
  [`${OFFICE}package/2006/relationships`, ""],
  [`${OFFICE}package/2006/content-types`, ""],
]);

/** The prefix a namespace goes by here; "?" for one that is not read. */
export function canonicalPrefix(namespace: string): string {
  return PREFIXES.get(namespace) ?? "?";
}
