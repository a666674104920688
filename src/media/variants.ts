import sharp from "sharp";
import type { FileHash, FileStore } from "../storage/files.ts";
import type { VariantFormat, VariantWidth } from "./addresses.ts";
import { oneAtATime } from "./queue.ts";

/** The bytes of a picture in one width and format. Throws `QueueFull` when too many are waiting to be made. */
export type PictureVariants = (hash: FileHash, width: VariantWidth, format: VariantFormat) => Promise<Uint8Array>;

/**
 * Makes the smaller forms of pictures when they are first asked for, and keeps them beside the file.
 *
 * One is made at a time; many readers asking for the same one wait for the same work. A picture narrower than
 * the width is not enlarged. Transparent parts become white in JPEG.
 */
export function pictureVariants(files: FileStore, waiting = 200): PictureVariants {
  const queue = oneAtATime(waiting);
  const beingMade = new Map<string, Promise<Uint8Array>>();

  async function make(hash: FileHash, width: VariantWidth, format: VariantFormat): Promise<Uint8Array> {
    const resized = sharp(await files.read(hash)).resize({ width, withoutEnlargement: true });
    const encoded =
      format === "webp"
        ? resized.webp({ quality: 78 })
        : resized.flatten({ background: "#ffffff" }).jpeg({ quality: 80, progressive: true });
    const bytes = await encoded.toBuffer();
    await files.variants.put(hash, `${width}.${format}`, bytes);
    return bytes;
  }

  async function findOrMake(hash: FileHash, width: VariantWidth, format: VariantFormat): Promise<Uint8Array> {
    return (await files.variants.find(hash, `${width}.${format}`)) ?? queue(() => make(hash, width, format));
  }

  return (hash, width, format) => {
    const key = `${hash}-${width}.${format}`;
    const running = beingMade.get(key);
    if (running) return running;
    const made = findOrMake(hash, width, format).finally(() => beingMade.delete(key));
    beingMade.set(key, made);
    return made;
  };
}
