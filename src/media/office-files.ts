import { fromBufferPromise, type ZipFile } from "yauzl";
import { ATTACHMENT_TYPES } from "./file-name.ts";

/** What is wrong with an office file. */
export type OfficeFault = "otherType" | "locked" | "broken" | "macro" | "program" | "tooMuchInside";

export type OfficeExtension = "docx" | "xlsx" | "pptx" | "odt" | "ods";

const MAX_ENTRIES = 10_000;
const MAX_INSIDE = 300 * 1024 * 1024;
const MAX_READ = 1024 * 1024;

/** How an office file says what it is. OpenDocument has one entry whose whole text is the type. */
const MAIN_PART: Readonly<Record<"docx" | "xlsx" | "pptx", string>> = {
  docx: `${ATTACHMENT_TYPES.docx}.main+xml`,
  xlsx: `${ATTACHMENT_TYPES.xlsx}.main+xml`,
  pptx: `${ATTACHMENT_TYPES.pptx}.main+xml`,
};

const MACRO_ENTRY = /(?:^|\/)vba\w*\.bin$|^xl\/macrosheets\/|\/activeX\/|^(?:Basic|Scripts)\//i;
const PROGRAM_ENTRY = /\.(?:exe|dll|scr|com|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|jar|msi|lnk)$/i;
const TYPES_ENTRY = "[Content_Types].xml";
const TEMPLATE_ENTRY = "word/_rels/settings.xml.rels";
/** A template fetched from elsewhere brings its macros when the document is opened. */
const REMOTE_TEMPLATE = /<Relationship\b(?=[^>]*attachedTemplate)(?=[^>]*Target\s*=\s*["'](?:https?:|ftp:|\\\\))/i;

/**
 * Looks into an office file (a zip of XML) without unpacking it, and says what is wrong, or null.
 *
 * Only lists of types and relations are decompressed, each at most 1 MB; what the rest would unpack to is added
 * up from the directory, so a zip bomb costs nothing. REQ-035: no macros, no programs.
 */
export async function inspectOfficeFile(bytes: Uint8Array, extension: OfficeExtension): Promise<OfficeFault | null> {
  const start = Buffer.from(bytes.subarray(0, 8)).toString("hex");
  // An old Word file, or a new one locked with a password, which is wrapped in the old container.
  if (start === "d0cf11e0a1b11ae1") return "locked";
  if (!start.startsWith("504b0304")) return "otherType";
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      lazyEntries: true,
      strictFileNames: true,
    });
    return await inspectEntries(zip, extension);
  } catch {
    return "broken";
  }
}

async function inspectEntries(zip: ZipFile, extension: OfficeExtension): Promise<OfficeFault | null> {
  if (zip.entryCount > MAX_ENTRIES) return "tooMuchInside";
  let inside = 0;
  let types = "";
  let mimetype = "";
  for await (const entry of zip.eachEntry()) {
    inside += entry.uncompressedSize;
    if (inside > MAX_INSIDE) return "tooMuchInside";
    if (entry.isEncrypted()) return "locked";
    if (MACRO_ENTRY.test(entry.fileName)) return "macro";
    if (PROGRAM_ENTRY.test(entry.fileName)) return "program";
    const name = entry.fileName;
    if (name !== TYPES_ENTRY && name !== TEMPLATE_ENTRY && name !== "mimetype") continue;
    if (entry.uncompressedSize > MAX_READ) return "tooMuchInside";
    const text = await readText(await zip.openReadStreamPromise(entry));
    if (name === TYPES_ENTRY) types = text;
    else if (name === "mimetype") mimetype = text.trim();
    else if (REMOTE_TEMPLATE.test(text)) return "macro";
  }
  if (/macroEnabled|vbaProject/i.test(types)) return "macro";
  if (extension === "odt" || extension === "ods") return mimetype === ATTACHMENT_TYPES[extension] ? null : "otherType";
  return types.includes(MAIN_PART[extension]) ? null : "otherType";
}

async function readText(stream: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}
