import type { Clock } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { done, type Invalid, type Result } from "../kernel/result.ts";
import { normalizeLine } from "../kernel/vietnamese.ts";
import type { Database } from "../storage/database.ts";
import type { FileHash, FileStore } from "../storage/files.ts";
import { receiveAttachment } from "./attachments.ts";
import { receiveCaptions } from "./captions.ts";
import { receivePicture } from "./pictures.ts";
import { insertFile, insertFileText } from "./store.ts";
import { textOf } from "./text/text-of.ts";
import { receiveVideo } from "./videos.ts";

/** What an upload needs of the portal. */
export interface UploadDesk {
  readonly files: FileStore;
  readonly database: Database;
  readonly clock: Clock;
}

export interface Upload {
  readonly bytes: Uint8Array;
  /** As the sender's computer names it. */
  readonly name: string;
  readonly by: Id;
}

export interface KeptPicture {
  readonly file: FileHash;
  readonly width: number;
  readonly height: number;
}

export interface KeptAttachment {
  readonly file: FileHash;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
}

/** Keeps a picture that `receivePicture` accepts. It is nobody's until an article shows it, and public only with one. */
export async function keepPicture(
  desk: UploadDesk,
  { bytes, name, by }: Upload,
): Promise<Result<KeptPicture, Invalid>> {
  const received = await receivePicture(bytes);
  if (!received.ok) return received;
  const { width, height, mime, bytes: clean } = received.value;
  const hash = await desk.files.put(clean);
  await desk.database.transact((tx) =>
    insertFile(tx, {
      hash,
      mime,
      size: clean.length,
      width,
      height,
      original_name: normalizeLine(name).slice(0, 255),
      kind: "picture",
      uploaded_by: by,
      uploaded_at: desk.clock.now(),
      text_checked: null,
    }),
  );
  return done({ file: hash, width, height });
}

/** Keeps an attachment that `receiveAttachment` accepts (REQ-030, REQ-035), byte for byte as it was sent, and its words for search. */
export async function keepAttachment(
  desk: UploadDesk,
  { bytes, name, by }: Upload,
): Promise<Result<KeptAttachment, Invalid>> {
  const received = await receiveAttachment(bytes, name);
  if (!received.ok) return received;
  const { mime, size, originalName, name: safe } = received.value;
  const hash = await desk.files.put(bytes);
  // Reading may take seconds, so it is done before the transaction.
  const read = await textOf(bytes, mime);
  await desk.database.transact(async (tx) => {
    await insertFile(tx, {
      hash,
      mime,
      size,
      width: null,
      height: null,
      original_name: originalName,
      kind: "attachment",
      uploaded_by: by,
      uploaded_at: desk.clock.now(),
      text_checked: null,
    });
    await insertFileText(tx, hash, read);
  });
  return done({ file: hash, name: safe, mime, size });
}

export interface KeptVideo {
  readonly file: FileHash;
  readonly mime: "video/mp4" | "video/webm";
  readonly size: number;
  readonly width: number;
  readonly height: number;
}

/** Keeps a video that `receiveVideo` accepts, as it arrives and byte for byte. Of one that is refused nothing is left. */
export async function keepVideo(
  desk: UploadDesk,
  sent: { readonly stream: AsyncIterable<Uint8Array>; readonly name: string; readonly by: Id },
  maxBytes: number,
): Promise<Result<KeptVideo, Invalid>> {
  const received = await receiveVideo(desk.files, sent.stream, sent.name, maxBytes);
  if (!received.ok) return received;
  const { hash, size, mime, width, height } = received.value;
  await desk.database.transact((tx) =>
    insertFile(tx, {
      ...{ hash, mime, size, width, height },
      original_name: normalizeLine(sent.name).slice(0, 255),
      kind: "video",
      uploaded_by: sent.by,
      uploaded_at: desk.clock.now(),
      text_checked: null,
    }),
  );
  return done({ file: hash, mime, size, width, height });
}

/** Keeps captions that `receiveCaptions` accepts, in the form it makes of them, and their words for search. */
export async function keepCaptions(
  desk: UploadDesk,
  { bytes, name, by }: Upload,
): Promise<Result<{ readonly file: FileHash; readonly cues: number }, Invalid>> {
  const received = receiveCaptions(bytes);
  if (!received.ok) return received;
  const hash = await desk.files.put(received.value.bytes);
  await desk.database.transact(async (tx) => {
    await insertFile(tx, {
      hash,
      mime: "text/vtt",
      size: received.value.bytes.length,
      width: null,
      height: null,
      original_name: normalizeLine(name).slice(0, 255),
      kind: "captions",
      uploaded_by: by,
      uploaded_at: desk.clock.now(),
      text_checked: null,
    });
    await insertFileText(tx, hash, { text: received.value.text, hasTextLayer: true, problems: [] });
  });
  return done({ file: hash, cues: received.value.cues });
}
