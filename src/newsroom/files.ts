import { pictures, videos } from "./body/text.ts";
import type { ArticleContent, FileHash, PictureFile } from "./content.ts";

/** Every stored file that a text shows or offers: cover, pictures and videos of the body, attachments. */
export function filesOf(content: ArticleContent): FileHash[] {
  const used = [
    ...(content.cover ? [content.cover.file] : []),
    ...pictures(content.body).map(({ picture }) => picture.file),
    ...videos(content.body).flatMap(({ video: { file, poster, captions } }) => [
      file,
      ...(poster ? [poster.file] : []),
      ...(captions ? [captions] : []),
    ]),
    ...content.attachments.map(({ file }) => file),
  ];
  return [...new Set(used)];
}

/** What was received under a hash, as the media room recorded it. */
export interface ReceivedFile {
  readonly hash: FileHash;
  readonly kind: string;
  readonly mime: string;
  readonly size: number;
  readonly width: number | null;
  readonly height: number | null;
}

/**
 * Files that a text names but that were never received, or not as the text describes them: kind, type and measures
 * are what was found in the bytes, never what a form says.
 */
export function unknownFiles(content: ArticleContent, received: readonly ReceivedFile[]): FileHash[] {
  const found = (hash: FileHash) => received.find((file) => file.hash === hash);
  const ours = videos(content.body).map(({ video }) => video);
  const shown: readonly PictureFile[] = [
    ...(content.cover ? [content.cover] : []),
    ...pictures(content.body).map(({ picture }) => picture),
    ...ours.flatMap(({ poster }) => poster ?? []),
  ];
  return [
    ...shown.filter(({ file, width, height }) => {
      const real = found(file);
      return real?.kind !== "picture" || real.width !== width || real.height !== height;
    }),
    ...ours.filter(({ file, mime, size, width, height }) => {
      const real = found(file);
      const isSame = real?.mime === mime && real.size === size && real.width === width && real.height === height;
      return real?.kind !== "video" || !isSame;
    }),
    ...ours.flatMap(({ captions }) => (captions && found(captions)?.kind !== "captions" ? [{ file: captions }] : [])),
    ...content.attachments.filter(({ file, mime, size }) => {
      const real = found(file);
      return real?.kind !== "attachment" || real.mime !== mime || real.size !== size;
    }),
  ].map(({ file }) => file);
}
