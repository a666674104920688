import type { FileHash } from "../storage/files.ts";

/** Widths a picture is served in; no other width is ever made. */
export const VARIANT_WIDTHS = [480, 960, 1600] as const;
/** WebP for browsers that know it, JPEG for all others. AVIF costs seconds per picture on a small machine. */
export const VARIANT_FORMATS = ["webp", "jpg"] as const;

export type VariantWidth = (typeof VARIANT_WIDTHS)[number];
export type VariantFormat = (typeof VARIANT_FORMATS)[number];

export function pictureAddress(hash: FileHash, width: VariantWidth, format: VariantFormat): string {
  return `/anh/${hash}-${width}.${format}`;
}

/** The address of one of our own videos. */
export function videoAddress({ file, mime }: { readonly file: FileHash; readonly mime: string }): string {
  return `/video/${file}.${mime === "video/webm" ? "webm" : "mp4"}`;
}

export function captionsAddress(file: FileHash): string {
  return `/phu-de/${file}.vtt`;
}

/** How the body of an article finds its videos. */
export const VIDEO_SRC = { video: videoAddress, captions: captionsAddress } as const;

/** The address of an attachment; `name` is the safe name of `receiveAttachment`. */
export function attachmentAddress(hash: FileHash, name: string): string {
  return `/tep/${hash}/${encodeURIComponent(name)}`;
}

/** The values a view puts on `<picture>`, `<source type="image/webp">` and `<img>`. */
export interface PictureMarkup {
  readonly src: string;
  readonly srcset: string;
  readonly webpSrcset: string;
  readonly sizes: string;
  /** The largest form, to be looked at alone. */
  readonly large: string;
  /** The stored picture's own measures, so that the page does not jump while it loads. */
  readonly width: number;
  readonly height: number;
}

/**
 * How a picture is offered to a browser, which chooses the smallest that is sharp enough.
 *
 * Pictures are never enlarged: the first width that covers the whole picture is the last one offered, and it
 * is announced with the width it really has. `sizes` says how wide the picture stands in the page.
 */
export function pictureMarkup(
  picture: { readonly file: FileHash; readonly width: number; readonly height: number },
  sizes: string,
): PictureMarkup {
  const covering = VARIANT_WIDTHS.findIndex((width) => width >= picture.width);
  const offered = covering === -1 ? VARIANT_WIDTHS : VARIANT_WIDTHS.slice(0, covering + 1);
  const srcset = (format: VariantFormat) =>
    offered
      .map((width) => `${pictureAddress(picture.file, width, format)} ${Math.min(width, picture.width)}w`)
      .join(", ");
  return {
    src: pictureAddress(picture.file, offered[1] ?? VARIANT_WIDTHS[0], "jpg"),
    srcset: srcset("jpg"),
    webpSrcset: srcset("webp"),
    sizes,
    large: pictureAddress(picture.file, offered.at(-1)!, "jpg"),
    width: picture.width,
    height: picture.height,
  };
}
