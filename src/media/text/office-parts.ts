import { done, type Result, refused } from "../../kernel/result.ts";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import { openPackage, type WordPackage } from "../../newsroom/word/package.ts";
import type { WordRefusalCode } from "../../newsroom/word/refusal.ts";
import { child, parseXml, textOf, type XmlElement } from "../../newsroom/word/xml.ts";
import type { ReadFault } from "./file-text.ts";
import { MAX_PART_BYTES } from "./limits.ts";

/** An office file as its parts, each unpacked within its limit when asked for. */
export type OfficeParts = Pick<WordPackage, "has" | "names"> & {
  xml(name: string): Promise<Result<XmlElement | null, ReadFault>>;
};

export async function openOffice(bytes: Uint8Array): Promise<Result<OfficeParts, ReadFault>> {
  const start = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  if (start === "d0cf11e0") return refused("locked");
  const file = await openPackage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (!file.ok) return refused(FAULT[file.error]);
  const { has, names, read } = file.value;
  return done({
    has,
    names,
    xml: async (name) => {
      const part = await read(name, MAX_PART_BYTES);
      if (!part.ok) return refused(FAULT[part.error]);
      if (part.value === null) return done(null);
      const root = parseXml(part.value);
      return root.ok ? root : refused(FAULT[root.error]);
    },
  });
}

const FAULT: Readonly<Record<WordRefusalCode, ReadFault>> = {
  notWord: "otherType",
  oldDoc: "locked",
  encrypted: "locked",
  empty: "broken",
  tooLarge: "tooLarge",
  bomb: "tooLarge",
  broken: "broken",
  entities: "broken",
};

export interface Properties {
  readonly title?: string;
  readonly language?: string;
}

/** Title and language, as the file's own properties state them. A part that cannot be read states nothing. */
export async function propertiesOf(parts: OfficeParts): Promise<Properties> {
  for (const name of ["docProps/core.xml", "meta.xml"]) {
    const part = await parts.xml(name);
    if (!part.ok || !part.value) continue;
    const root = child(part.value, "office:meta") ?? part.value;
    return stated(propertyOf(root, "dc:title"), propertyOf(root, "dc:language"));
  }
  return {};
}

export function stated(title: string | undefined, language: string | undefined): Properties {
  return { ...(title ? { title } : {}), ...(language ? { language } : {}) };
}

function propertyOf(root: XmlElement, name: string): string {
  const found = child(root, name);
  return found ? normalizeLine(textOf(found)) : "";
}
