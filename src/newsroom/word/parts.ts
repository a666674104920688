import { done, type Result, refused } from "../../kernel/result.ts";
import { type DroppedKind, startTally, type Tally } from "./dropped.ts";
import { MAX_PICTURE_BYTES, MAX_PICTURES, MAX_PICTURES_BYTES, MAX_SIDE_XML_BYTES, MAX_XML_BYTES } from "./limits.ts";
import type { WordPackage } from "./package.ts";
import type { Media, Reading } from "./reading.ts";
import { type WordRefusal, type WordRefusalCode, wordRefusal } from "./refusal.ts";
import { ofKind, type Relationships, readRelationships, relationshipsPart } from "./relationships.ts";
import { pictureType, saveAsDocx } from "./sniff.ts";
import { elements, firstWords, parseXml, type XmlElement } from "./xml.ts";

/** All that is needed from the archive; nothing is read from it afterwards. */
export interface Parts extends Pick<Reading, "links" | "media" | "notes" | "tally"> {
  readonly body: XmlElement;
  readonly styles: XmlElement | null;
  readonly numbering: XmlElement | null;
}

/** Unpacks what an article can use, one part after the other, each within its limit. */
export async function readParts(file: WordPackage): Promise<Result<Parts, WordRefusal>> {
  const main = await mainPart(file);
  if (!main.ok) return main;
  const parts = await readFrom(file, main.value);
  return parts.ok ? parts : refused(wordRefusal(parts.error));
}

async function mainPart(file: WordPackage): Promise<Result<string, WordRefusal>> {
  if (file.has("xl/workbook.xml") || file.has("xl/workbook.bin"))
    return refused(wordRefusal("notWord", saveAsDocx("tệp Excel")));
  if (file.has("ppt/presentation.xml")) return refused(wordRefusal("notWord", saveAsDocx("tệp PowerPoint")));
  if (file.has("mimetype")) return refused(wordRefusal("notWord", saveAsDocx("tệp OpenDocument (.odt)")));
  const root = await xmlPart(file, "_rels/.rels", MAX_SIDE_XML_BYTES);
  if (!root.ok) return refused(wordRefusal(root.error));
  const name = ofKind(readRelationships(root.value, ""), "officeDocument")[0]?.target ?? "word/document.xml";
  if (file.has(name)) return done(name);
  return refused(wordRefusal(file.has("[Content_Types].xml") && root.value ? "broken" : "notWord"));
}

async function readFrom(file: WordPackage, main: string): Promise<Result<Parts, WordRefusalCode>> {
  const tally = startTally();
  const rels = await xmlPart(file, relationshipsPart(main), MAX_SIDE_XML_BYTES);
  if (!rels.ok) return rels;
  const links = readRelationships(rels.value, main);
  const side = async (kind: string) => {
    const name = ofKind(links, kind)[0]?.target;
    return name === undefined ? done(null) : xmlPart(file, name, MAX_SIDE_XML_BYTES);
  };

  const notes = {
    comment: new Map<string, string>(),
    footnote: new Map<string, string>(),
    endnote: new Map<string, string>(),
  };
  for (const kind of ["comment", "footnote", "endnote"] as const) {
    const part = await side(`${kind}s`);
    if (!part.ok) return part;
    for (const note of elements(part.value ?? undefined)) notes[kind].set(note.attrs["w:id"] ?? "", firstWords(note));
  }
  for (const kind of ["header", "footer"] as const) {
    const wrong = await noteMargins(file, links, kind, tally);
    if (wrong) return refused(wrong);
  }
  if (file.names.some((name) => /vbaproject\.bin$/i.test(name))) tally.add("macro");

  const styles = await side("styles");
  if (!styles.ok) return styles;
  const numbering = await side("numbering");
  if (!numbering.ok) return numbering;
  const document = await xmlPart(file, main, MAX_XML_BYTES);
  if (!document.ok) return document;
  if (document.value?.name !== "w:document") return refused("notWord");
  const body = elements(document.value).find((node) => node.name === "w:body");
  if (!body) return refused("empty");
  const media = await readMedia(file, links);
  if (!media.ok) return media;
  return done({ body, styles: styles.value, numbering: numbering.value, links, notes, tally, media: media.value });
}

async function xmlPart(
  file: WordPackage,
  name: string,
  limit: number,
): Promise<Result<XmlElement | null, WordRefusalCode>> {
  const bytes = await file.read(name, limit);
  if (!bytes.ok) return bytes;
  return bytes.value === null ? done(null) : parseXml(bytes.value);
}

/** Headers and footers repeat what a web page has around it already; the person is told that they are left out. */
async function noteMargins(
  file: WordPackage,
  links: Relationships,
  kind: DroppedKind & ("header" | "footer"),
  tally: Tally,
): Promise<WordRefusalCode | null> {
  const told = new Set<string>();
  for (const { target } of ofKind(links, kind).slice(0, 20)) {
    const part = await xmlPart(file, target, MAX_SIDE_XML_BYTES);
    if (!part.ok) return part.error;
    const words = firstWords(part.value ?? undefined).trim();
    if (!/\p{L}/u.test(words) || told.has(words)) continue;
    told.add(words);
    tally.add(kind, words);
  }
  return null;
}

/** Formats that no browser shows are not even unpacked: some of them are made to be blown up. */
const USELESS = /\.(emf|wmf|emz|wmz|tiff?|bmp|pict|pct|svg|eps|wdp)$/i;

async function readMedia(
  file: WordPackage,
  links: Relationships,
): Promise<Result<Map<string, Media>, WordRefusalCode>> {
  const media = new Map<string, Media>();
  let total = 0;
  for (const { target } of ofKind(links, "image")) {
    if (media.has(target) || !file.has(target)) continue;
    if (USELESS.test(target)) {
      media.set(target, "picture");
      continue;
    }
    const limit = Math.min(MAX_PICTURE_BYTES, MAX_PICTURES_BYTES - total);
    const bytes = media.size < MAX_PICTURES ? await file.read(target, limit) : refused<WordRefusalCode>("tooLarge");
    if (!bytes.ok) {
      if (bytes.error === "bomb") return bytes;
      media.set(target, bytes.error === "tooLarge" ? "largePicture" : "brokenPicture");
      continue;
    }
    const contentType = pictureType(bytes.value ?? Buffer.alloc(0));
    total += bytes.value?.length ?? 0;
    media.set(target, contentType && bytes.value ? { bytes: bytes.value, contentType } : "picture");
  }
  return done(media);
}
