import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { namesVersion } from "../http/negotiate.ts";
import type { FileHash, FileStore } from "../storage/files.ts";
import { VARIANT_FORMATS, VARIANT_WIDTHS } from "./addresses.ts";
import { readByteRange } from "./byte-range.ts";
import { ATTACHMENT_TYPES } from "./file-name.ts";
import { QueueFull } from "./queue.ts";
import { findFile } from "./store.ts";
import type { FileKind, FileRow, MediaDb } from "./tables.ts";
import { type PictureVariants, pictureVariants } from "./variants.ts";

export interface MediaOptions {
  readonly files: FileStore;
  readonly db: MediaDb;
  /** Whether the file belongs to something the public may read now. */
  isPublic(hash: FileHash): Promise<boolean>;
  /** Whether this request comes from somebody signed in who may see files before they are public. */
  mayPreview(request: FastifyRequest): Promise<boolean>;
}

/** The content of a hash never changes, so a browser that has it need never ask again. */
const FOR_ALL = "public, max-age=31536000, immutable";
const FOR_STAFF = "private, no-store";

/** A file runs nothing, loads nothing and belongs to no origin, whatever is in it. */
const SEALED = "sandbox; default-src 'none'";

/**
 * Sends attachments (`/tep/<hash>/<name>`), pictures (`/anh/<hash>-<width>.<webp|jpg>`), videos (`/video/<hash>.<mp4|webm>`)
 * and captions (`/phu-de/<hash>.vtt`).
 *
 * A file is "not found" for the public unless it belongs to published content; staff see it under the same address,
 * and no cache keeps what they saw. Pictures come only in the widths of `addresses.ts`.
 */
export async function mediaRoutes(app: FastifyInstance, options: MediaOptions): Promise<void> {
  const variants = pictureVariants(options.files);

  app.get<{ Params: { hash: string; name: string } }>("/tep/:hash/:name", async (request, reply) => {
    const { hash, name } = request.params;
    const opened = await open(options, request, hash, "attachment");
    if (!opened || !isNameOf(opened.file, name)) return notFound(reply);
    const { file } = opened;
    return sendFile(options.files, opened, request, reply, {
      type: file.mime.startsWith("text/") ? `${file.mime}; charset=utf-8` : file.mime,
      disposition: disposition(file, name),
    });
  });

  app.get<{ Params: { video: string } }>("/video/:video", async (request, reply) => {
    const [, hash, ending] = /^([0-9a-f]{64})\.(mp4|webm)$/.exec(request.params.video) ?? [];
    const opened = hash ? await open(options, request, hash, "video") : null;
    if (opened?.file.mime !== `video/${ending}`) return notFound(reply);
    return sendFile(options.files, opened, request, reply, { type: opened.file.mime, disposition: "inline" });
  });

  app.get<{ Params: { captions: string } }>("/phu-de/:captions", async (request, reply) => {
    const [, hash] = /^([0-9a-f]{64})\.vtt$/.exec(request.params.captions) ?? [];
    const opened = hash ? await open(options, request, hash, "captions") : null;
    if (!opened) return notFound(reply);
    return sendFile(options.files, opened, request, reply, { type: "text/vtt; charset=utf-8", disposition: "inline" });
  });

  app.get<{ Params: { picture: string } }>("/anh/:picture", async (request, reply) => {
    const asked = readPictureName(request.params.picture);
    const opened = asked && (await open(options, request, asked.hash, "picture"));
    if (!opened) return notFound(reply);
    return sendPicture(variants, opened, asked, request, reply);
  });
}

interface Opened {
  readonly file: FileRow;
  readonly cache: typeof FOR_ALL | typeof FOR_STAFF;
}

/** The file, when it exists, is of this kind, and may be seen by whoever asks. */
async function open(
  { db, isPublic, mayPreview }: MediaOptions,
  request: FastifyRequest,
  hash: string,
  kind: FileKind,
): Promise<Opened | null> {
  const file = await findFile(db, hash);
  if (file?.kind !== kind) return null;
  if (await isPublic(hash)) return { file, cache: FOR_ALL };
  return (await mayPreview(request)) ? { file, cache: FOR_STAFF } : null;
}

/** Not kept by any cache: the file may be published in a minute. */
function notFound(reply: FastifyReply): FastifyReply {
  reply.header("Cache-Control", "no-store").callNotFound();
  return reply;
}

/** A safe name of the file's own type; which words it has is up to the article that links to it. */
function isNameOf(file: FileRow, name: string): boolean {
  const [, extension = ""] = /^[a-z0-9-]+\.([a-z]+)$/.exec(name) ?? [];
  return Object.entries(ATTACHMENT_TYPES).some(([key, mime]) => key === extension && mime === file.mime);
}

/** A file, or the part of it that was asked for (RFC 9110): a player fetches what it shows, and can leap ahead. */
async function sendFile(
  files: FileStore,
  { file, cache }: Opened,
  request: FastifyRequest,
  reply: FastifyReply,
  told: { readonly type: string; readonly disposition: string },
): Promise<FastifyReply> {
  const etag = `"${file.hash}"`;
  reply.headers({
    "Cache-Control": cache,
    ETag: etag,
    "Accept-Ranges": "bytes",
    "Content-Security-Policy": SEALED,
    "X-Content-Type-Options": "nosniff",
    // Our own pages show it in themselves; nobody else's do.
    ...(file.mime === ATTACHMENT_TYPES.pdf ? { "X-Frame-Options": "SAMEORIGIN" } : {}),
  });
  if (namesVersion(request.headers["if-none-match"] ?? "", etag)) return reply.code(304).send();

  const size = await files.size(file.hash);
  // A part is only of use to who holds the rest of the same file.
  const ifRange = request.headers["if-range"];
  const range = ifRange === undefined || ifRange === etag ? readByteRange(request.headers.range, size) : null;
  if (range === "unsatisfiable") return reply.code(416).header("Content-Range", `bytes */${size}`).send();
  if (range) reply.code(206).header("Content-Range", `bytes ${range.start}-${range.end}/${size}`);
  return reply
    .header("Content-Type", told.type)
    .header("Content-Length", range ? range.end - range.start + 1 : size)
    .header("Content-Disposition", told.disposition)
    .send(files.stream(file.hash, range ?? undefined));
}

/** The safe name for old programs, the name people gave it for all others (RFC 6266, RFC 5987). */
function disposition(file: FileRow, safe: string): string {
  const kind = file.mime === ATTACHMENT_TYPES.pdf ? "inline" : "attachment";
  const encoded = encodeURIComponent(file.original_name.toWellFormed()).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${safe}"; filename*=UTF-8''${encoded}`;
}

/** A picture opened alone is laid out by the browser's own style, which is written into the page it makes of it. */
const SEALED_PICTURE = `${SEALED}; style-src 'unsafe-inline'`;

type AskedPicture = ReturnType<typeof readPictureName> & {};

function readPictureName(text: string) {
  const [, hash, digits, ending] = /^([0-9a-f]{64})-(\d{3,4})\.(\w{3,4})$/.exec(text) ?? [];
  const width = VARIANT_WIDTHS.find((allowed) => String(allowed) === digits);
  const format = VARIANT_FORMATS.find((allowed) => allowed === ending);
  return hash && width && format ? { hash, width, format } : null;
}

async function sendPicture(
  variants: PictureVariants,
  { cache }: Opened,
  { hash, width, format }: AskedPicture,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const etag = `"${hash}-${width}.${format}"`;
  reply.headers({
    "Cache-Control": cache,
    ETag: etag,
    "Content-Security-Policy": SEALED_PICTURE,
    "X-Content-Type-Options": "nosniff",
  });
  if (namesVersion(request.headers["if-none-match"] ?? "", etag)) return reply.code(304).send();
  try {
    const bytes = await variants(hash, width, format);
    return reply.type(format === "webp" ? "image/webp" : "image/jpeg").send(bytes);
  } catch (error) {
    if (!(error instanceof QueueFull)) throw error;
    return reply
      .code(503)
      .removeHeader("ETag")
      .headers({ "Cache-Control": "no-store", "Retry-After": "5" })
      .type("text/plain; charset=utf-8")
      .send("Ảnh đang được chuẩn bị. Xin tải lại trang sau giây lát.");
  }
}
