import { promisify } from "node:util";
import { constants, inflate } from "node:zlib";

/** What is wrong with a PDF. */
export type PdfFault = "otherType" | "broken" | "locked" | "script" | "launch" | "unreadable";

const inflateAsync = promisify(inflate);

/** What all hidden object lists together may unpack to. */
const MAX_INSIDE = 64 * 1024 * 1024;
/** Readers look for the end mark near the end; what is put behind it is not part of the document. */
const END_WITHIN = 2048;

/** What follows a key that holds an object: a dictionary or a reference to one; comments may stand between. */
const DICTIONARY = "(?:[\\s\\0]|%[^\\r\\n]*[\\r\\n])*(?:<<|\\d+\\s+\\d+\\s+R)";

/** A PDF name: any letter may also be written as `#xx`. */
function name(word: string): string {
  const letters = [...word].map((letter) => {
    const [high, low = ""] = letter.charCodeAt(0).toString(16);
    return `(?:${letter}|#${high}[${low}${low.toUpperCase()}])`;
  });
  return `/${letters.join("")}`;
}

/** A name standing as a key or as the kind of an action; not "HTML/JavaScript" in the title of a lesson. */
function used(word: string): RegExp {
  const whole = `${name(word)}(?![A-Za-z0-9])`;
  return new RegExp(`(?<![A-Za-z0-9])${whole}|${name("S")}${whole}|${whole}${DICTIONARY}`);
}

const SCRIPT = used("JavaScript");
const LAUNCH = used("Launch");
const LOCK = new RegExp(`${name("Encrypt")}${DICTIONARY}`);

/**
 * Looks for what a PDF must not do when it is opened (REQ-035), and says what is wrong, or null: scripts and
 * commands that start programs, also where the objects are packed away in compressed lists or the names are
 * written in disguise. Locked files are refused because nobody can look into them, and files that are cut off or
 * have another file put before or behind the document are no PDF to us.
 */
export async function inspectPdf(bytes: Uint8Array): Promise<PdfFault | null> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = buffer.toString("latin1");
  if (!text.startsWith("%PDF-")) return "otherType";
  if (text.indexOf("%%EOF", Math.max(0, text.length - END_WITHIN)) === -1) return "broken";
  if (LOCK.test(text)) return "locked";
  const fault = faultIn(text);
  if (fault) return fault;

  let inside = 0;
  for (const list of objectLists(text)) {
    if (list.packed === "unknown") return "unreadable";
    if (list.packed === "no") continue;
    try {
      const unpacked = await inflateAsync(buffer.subarray(list.start, list.end), {
        finishFlush: constants.Z_SYNC_FLUSH,
        maxOutputLength: MAX_INSIDE,
      });
      inside += unpacked.length;
      if (inside > MAX_INSIDE) return "unreadable";
      const hidden = faultIn(unpacked.toString("latin1"));
      if (hidden) return hidden;
    } catch {
      return "unreadable";
    }
  }
  return null;
}

function faultIn(text: string): "script" | "launch" | null {
  if (SCRIPT.test(text)) return "script";
  return LAUNCH.test(text) ? "launch" : null;
}

interface ObjectList {
  /** Whether it is compressed the one usual way, not at all, or in a way we do not read. */
  readonly packed: "yes" | "no" | "unknown";
  readonly start: number;
  readonly end: number;
}

/** Streams that hold other objects, known by their type or, as lenient readers do, by their two required keys. */
function* objectLists(text: string): Generator<ObjectList> {
  const opening = /(?<!end)stream\r?\n/g;
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const before = text.slice(Math.max(0, found.index - 4096), found.index);
    const from = Math.max(before.lastIndexOf("endobj"), before.lastIndexOf("endstream"), 0);
    const head = before
      .slice(from)
      .replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    const start = opening.lastIndex;
    const end = text.indexOf("endstream", start);
    if (end === -1) return;
    opening.lastIndex = end;
    if (!/\/ObjStm\b/.test(head) && !(/\/First\b/.test(head) && /\/N\b/.test(head))) continue;
    yield { packed: packing(head), start, end };
  }
}

function packing(head: string): ObjectList["packed"] {
  if (!/\/Filter\b/.test(head)) return "no";
  const filters = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(head)?.[1]?.match(/\w+/g) ?? [];
  const usual = filters.length === 1 && /^(?:FlateDecode|Fl)$/.test(filters[0] ?? "");
  return usual && !/\/Predictor\s+(?!1\b)/.test(head) ? "yes" : "unknown";
}
