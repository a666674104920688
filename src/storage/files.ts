import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import type { Instant } from "../kernel/clock.ts";
import { newId, sha256 } from "../kernel/ids.ts";

/** SHA-256 of a file's bytes, lower-case hex: its name in the store and in its address. */
export type FileHash = string;

/** First and last byte, both included, counted from 0. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Every file the portal keeps, named by the hash of its bytes: a name is a promise about the content, so a
 * file never changes, is kept once however often it is sent, and can be checked at any time.
 */
export interface FileStore {
  /** A file that arrives piece by piece, too large for memory. Nothing of it is kept until it is whole and was judged. */
  begin(): Promise<FileDraft>;
  /** Keeps the bytes. When this returns they are on the disk, whole, under their final name. */
  put(bytes: Uint8Array): Promise<FileHash>;
  has(hash: FileHash): Promise<boolean>;
  /** The bytes, checked against their name: throws `FileDamaged` when the disk changed them. */
  read(hash: FileHash): Promise<Uint8Array>;
  /** For sending to a reader; not checked. Fails on the stream when there is no such file. */
  stream(hash: FileHash, range?: ByteRange): Readable;
  size(hash: FileHash): Promise<number>;
  /** Removes a file for good: only what the law wants erased, once no record names it. */
  erase(hash: FileHash): Promise<void>;
  /** Every kept file, none that is half written, no variant. */
  list(): AsyncIterable<FileHash>;
  /** Where the file lies, for tools that copy it. */
  pathOf(hash: FileHash): string;
  /** Things made from kept files (smaller pictures). They may be deleted at any time and are made again. */
  readonly variants: VariantStore;
  /** Removes what killed processes left half written before the given instant; says how many. */
  clearLeftovers(before: Instant): Promise<number>;
}

/** A file being received. Whoever began it ends it: with `keep`, or with `discard`, which leaves no trace. */
export interface FileDraft {
  /** Bytes so far. */
  readonly size: number;
  write(chunk: Uint8Array): Promise<void>;
  /** At most `length` bytes from `at`, of what was written. */
  read(at: number, length: number): Promise<Uint8Array>;
  /** As `put`: when this returns the file is on the disk, whole, under its final name. */
  keep(): Promise<FileHash>;
  /** After `keep` it does nothing. */
  discard(): Promise<void>;
}

export interface VariantStore {
  put(hash: FileHash, variant: string, bytes: Uint8Array): Promise<void>;
  find(hash: FileHash, variant: string): Promise<Uint8Array | null>;
}

/** The bytes on the disk are not those that were stored. The name says which; a copy from a backup heals it. */
export class FileDamaged extends Error {
  readonly hash: FileHash;

  constructor(hash: FileHash) {
    super(`File ${hash} is damaged: its bytes no longer match its name`);
    this.name = "FileDamaged";
    this.hash = hash;
  }
}

const HASH = /^[0-9a-f]{64}$/;
const VARIANT = /^[0-9a-z.-]{1,32}$/;
/** Unfinished files lie in their own folder, on the same disk so that renaming is one step. */
const UNFINISHED = "tmp";

/**
 * Opens the store in a folder, which is made when the first file arrives.
 *
 * Reading, listing and metadata go through flydrive. The last step of writing does not: flydrive moves by
 * copying and then deleting, so a killed process could leave half a file under a final name.
 */
export function openFileStore(config: { readonly folder: string }): FileStore {
  const root = config.folder;
  const disk = new Disk(new FSDriver({ location: root, visibility: "private" }));

  async function writeWhole(key: string, bytes: Uint8Array): Promise<void> {
    const unfinished = `${UNFINISHED}/${newId()}`;
    const final = join(root, key);
    await disk.put(unfinished, bytes);
    await flush(join(root, unfinished));
    await moveTo(final, join(root, unfinished));
  }

  /** Gives a finished file its final name, in one step that survives a cut. */
  async function moveTo(final: string, unfinished: string): Promise<void> {
    const firstMade = await mkdir(dirname(final), { recursive: true });
    await rename(unfinished, final);
    await flush(dirname(final));
    if (firstMade !== undefined) await flushUpTo(dirname(firstMade), dirname(final));
  }

  async function bytesAt(key: string): Promise<Uint8Array | null> {
    try {
      return await readFile(join(root, key));
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async function namesIn(folder: string): Promise<string[]> {
    const { objects } = await disk.listAll(folder);
    return [...objects].map((object) => object.name).sort();
  }

  async function begin(): Promise<FileDraft> {
    const path = join(root, UNFINISHED, newId());
    await mkdir(dirname(path), { recursive: true });
    const handle = await open(path, "wx+");
    const hash = createHash("sha256");
    let [size, isOpen] = [0, true];
    const close = async () => {
      if (isOpen) await handle.close();
      isOpen = false;
    };
    return {
      get size() {
        return size;
      },
      async write(chunk) {
        hash.update(chunk);
        await handle.writeFile(chunk);
        size += chunk.length;
      },
      async read(at, length) {
        const { buffer, bytesRead } = await handle.read(
          new Uint8Array(Math.max(0, length)),
          0,
          Math.max(0, length),
          at,
        );
        return buffer.subarray(0, bytesRead);
      },
      async keep() {
        await handle.sync();
        await close();
        const name = hash.digest("hex");
        await moveTo(join(root, keyOf(name)), path);
        return name;
      },
      async discard() {
        await close();
        await rm(path, { force: true });
      },
    };
  }

  return {
    begin,

    async put(bytes) {
      const hash = sha256(bytes);
      const kept = await bytesAt(keyOf(hash));
      // A damaged file is written again: whoever sends the same bytes once more has healed it.
      if (kept === null || sha256(kept) !== hash) await writeWhole(keyOf(hash), bytes);
      return hash;
    },

    has: async (hash) => HASH.test(hash) && disk.exists(keyOf(hash)),

    async read(hash) {
      const bytes = await readFile(join(root, keyOf(hash)));
      if (sha256(bytes) !== hash) throw new FileDamaged(hash);
      return bytes;
    },

    stream: (hash, range) => createReadStream(join(root, keyOf(hash)), range),

    erase: async (hash) => disk.delete(keyOf(hash)),

    size: async (hash) => (await disk.getMetaData(keyOf(hash))).contentLength,

    async *list() {
      for (const first of await namesIn("/")) {
        if (!/^[0-9a-f]{2}$/.test(first)) continue;
        for (const second of await namesIn(first)) {
          for (const name of await namesIn(`${first}/${second}`)) if (HASH.test(name)) yield name;
        }
      }
    },

    pathOf: (hash) => join(root, keyOf(hash)),

    variants: {
      put: async (hash, variant, bytes) => writeWhole(variantKey(hash, variant), bytes),
      find: async (hash, variant) => bytesAt(variantKey(hash, variant)),
    },

    async clearLeftovers(before) {
      let cleared = 0;
      for (const name of await namesIn(UNFINISHED)) {
        const key = `${UNFINISHED}/${name}`;
        const { lastModified } = await disk.getMetaData(key);
        if (lastModified.toISOString() >= before) continue;
        await disk.delete(key);
        cleared += 1;
      }
      return cleared;
    },
  };
}

/** Two levels of folders keep each folder small. A name that is no hash never becomes a path. */
function keyOf(hash: FileHash): string {
  if (!HASH.test(hash)) throw new RangeError("Not a file hash");
  return `${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`;
}

function variantKey(hash: FileHash, variant: string): string {
  if (!VARIANT.test(variant)) throw new RangeError("Not a variant's name");
  return `variants/${keyOf(hash)}-${variant}`;
}

/** Returns only when the disk has the file's bytes, or the folder's list of names. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** New folders are names in the folders above them, which must reach the disk as well. */
async function flushUpTo(top: string, from: string): Promise<void> {
  for (let folder = from; folder !== top && folder !== dirname(folder); ) {
    folder = dirname(folder);
    await flush(folder);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
