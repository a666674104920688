import { crc32 } from "node:zlib";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { done, type Result, refused } from "../../kernel/result.ts";
import { MAX_DECLARED_BYTES, MAX_ENTRIES, MAX_RATIO, RATIO_MATTERS_FROM } from "./limits.ts";
import type { WordRefusalCode } from "./refusal.ts";

/** A `.docx` as the set of named parts it is. Nothing is unpacked until it is asked for. */
export interface WordPackage {
  has(name: string): boolean;
  /** Names as stored, without a leading slash. */
  readonly names: readonly string[];
  /** The part's bytes, never more than `limit`; null when there is no such part. Refuses to unpack beyond what was declared. */
  read(name: string, limit: number): Promise<Result<Buffer | null, WordRefusalCode>>;
}

/** Opens the archive and looks only at its directory: how many parts, how large they claim to be. */
export async function openPackage(bytes: Buffer): Promise<Result<WordPackage, WordRefusalCode>> {
  let zip: ZipFile;
  const entries = new Map<string, Entry>();
  let declared = 0;
  try {
    zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
    if (zip.entryCount > MAX_ENTRIES) return refused("bomb");
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) return refused("encrypted");
      declared += entry.uncompressedSize;
      if (declared > MAX_DECLARED_BYTES || isOverblown(entry)) return refused("bomb");
      const key = partKey(entry.fileName);
      if (!entries.has(key)) entries.set(key, entry);
    }
  } catch {
    return refused("broken");
  }
  return done({
    has: (name) => entries.has(partKey(name)),
    names: [...entries.values()].map((entry) => entry.fileName),
    read: async (name, limit) => {
      const entry = entries.get(partKey(name));
      if (!entry) return done(null);
      return entry.uncompressedSize > limit ? refused("tooLarge") : inflate(zip, entry);
    },
  });
}

/** Part names do not mind case. */
function partKey(name: string): string {
  return name.replace(/^\//, "").toLowerCase();
}

function isOverblown(entry: Entry): boolean {
  return entry.uncompressedSize > RATIO_MATTERS_FROM && entry.uncompressedSize > entry.compressedSize * MAX_RATIO;
}

/** Counts while it unpacks: the first byte beyond the declared size ends it. */
async function inflate(zip: ZipFile, entry: Entry): Promise<Result<Buffer, WordRefusalCode>> {
  const bytes = Buffer.allocUnsafe(entry.uncompressedSize);
  let length = 0;
  try {
    const raw = await zip.openReadStreamPromise(entry);
    // The reader's own count reports an overrun as a mere error; an overrun is an attack and is called so.
    for await (const chunk of raw as AsyncIterable<Buffer>) {
      if (length + chunk.length > bytes.length) return refused("bomb");
      length += chunk.copy(bytes, length);
    }
  } catch (error) {
    return refused(error instanceof Error && error.message.startsWith("too many bytes") ? "bomb" : "broken");
  }
  return length === bytes.length && crc32(bytes) === entry.crc32 ? done(bytes) : refused("broken");
}
