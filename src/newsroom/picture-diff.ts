import { align } from "./align.ts";
import type { Picture } from "./content.ts";
import { diffText, type Stretch } from "./word-diff.ts";

export type Change = "same" | "added" | "removed" | "changed";

/** The words of a picture that can change, in the order of its dialog. */
export type PictureField = "alt" | "caption" | "author" | "source" | "decorative" | "size";

export interface PictureDiff {
  readonly change: Change;
  readonly before: Picture | null;
  readonly after: Picture | null;
  /** Another picture stands in the place. */
  readonly replaced: boolean;
  /** What changed in its words; empty for one that came or went whole. */
  readonly words: readonly { readonly field: PictureField; readonly stretches: readonly Stretch[] }[];
}

const FIELDS: readonly (readonly [PictureField, (picture: Picture) => string])[] = [
  ["caption", (picture) => picture.caption],
  ["author", (picture) => picture.author],
  ["source", (picture) => picture.source],
  ["alt", (picture) => picture.alt],
  ["decorative", (picture) => (picture.decorative ? "có" : "không")],
  ["size", (picture) => `${picture.width} × ${picture.height}`],
];

/** Compares the picture of one place; null where there is none. */
export function diffPicture(before: Picture | null, after: Picture | null): PictureDiff | null {
  if (before === null && after === null) return null;
  if (before === null || after === null) {
    return { change: before === null ? "added" : "removed", before, after, replaced: false, words: [] };
  }
  const replaced = before.file !== after.file;
  const words = FIELDS.filter(([, read]) => read(before) !== read(after)).map(([field, read]) => ({
    field,
    stretches: diffText(read(before), read(after)),
  }));
  return { change: replaced || words.length > 0 ? "changed" : "same", before, after, replaced, words };
}

/** Compares the pictures of one block, in reading order. */
export function diffPictures(before: readonly Picture[], after: readonly Picture[]): readonly PictureDiff[] {
  const pairs = align(before, after, {
    key: (picture) => picture.file,
    words: ({ caption, alt }) => `${caption} ${alt}`,
    pairLone: true,
  });
  return pairs.flatMap(([one, other]) => diffPicture(one, other) ?? []);
}
