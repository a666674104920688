/// <reference types="node" />
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import formbody from "@fastify/formbody";
import multipart, { type MultipartFile } from "@fastify/multipart";
import fastifyStatic from "@fastify/static";
import Fastify, { type FastifyRequest } from "fastify";
import sharp from "sharp";
import { build } from "vite";
import { newId, sha256 } from "../../../kernel/ids.ts";
import type { BodyDoc } from "../../../newsroom/content.ts";
import { type ContentEcho, readContent } from "../../../newsroom/content-reader.ts";
import type { EditorFormView } from "../../../newsroom/editor-form.view.tsx";
import { type ImportedPicture, importWord } from "../../../newsroom/word/import.ts";
import { assetsFrom } from "../../assets.ts";
import { CSRF, EMPTY_VALUES, editorPage, reviewPage, SAVED_PAGE } from "./try-pages.ts";
import type { Presence } from "./wire.ts";

/**
 * A desk with one article, for the browser tests: the real form, the real readers of what it posts, and memory in place
 * of the stores.
 */
export interface TryDesk {
  readonly url: string;
  /** What was posted and accepted, newest last. */
  readonly autosaves: ReturnType<typeof readContent>[];
  readonly saves: Record<string, string>[];
  readonly wordPosts: { readonly name: string; readonly convertLegacy: boolean }[];
  /** What the next answers say. */
  presence: Presence;
  view: Partial<EditorFormView>;
  /** `down`: connections are cut, as when the network is lost. */
  down: boolean;
  close(): Promise<void>;
}

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

/** Builds the islands as they are shipped and serves the form on a free port of this machine. */
export async function openTryDesk(): Promise<TryDesk> {
  const folder = await mkdtemp(join(tmpdir(), "cong-islands-"));
  await build({ logLevel: "warn", build: { outDir: folder, emptyOutDir: true } });
  const assets = assetsFrom(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")));
  const pictures = new Map<string, Buffer>();
  const app = Fastify({ forceCloseConnections: true });
  await app.register(formbody);
  await app.register(multipart);
  await app.register(fastifyStatic, { root: folder, prefix: "/assets/" });

  const desk: TryDesk = {
    url: "",
    autosaves: [],
    saves: [],
    wordPosts: [],
    presence: { others: [], version: "3" },
    view: {},
    down: false,
    async close() {
      await app.close();
      await rm(folder, { recursive: true });
    },
  };

  app.addHook("onRequest", async (request, reply) => {
    if (desk.down && request.method === "POST") {
      reply.hijack();
      request.raw.socket.destroy();
      return;
    }
    reply.header("content-security-policy", CSP);
  });
  app.addHook("preHandler", async (request, reply) => {
    if (request.method !== "POST" || request.headers["x-csrf"] === CSRF) return;
    const body = request.body as Record<string, unknown> | undefined;
    if (!request.isMultipart() && body?.csrf !== CSRF)
      return reply.code(403).send({ ok: false, message: "Phiên đã hết." });
  });

  const page = (values: ContentEcho, errors: Record<string, string> = {}) =>
    editorPage(assets, desk.view, values, errors);

  app.get("/sua", (_request, reply) =>
    reply.type("text/html; charset=utf-8").send(page({ ...EMPTY_VALUES, ...desk.view.values })),
  );
  app.get("/duyet", (_request, reply) => reply.type("text/html; charset=utf-8").send(reviewPage(assets)));
  app.post("/duyet", (request, reply) => {
    desk.saves.push(request.body as Record<string, string>);
    return reply.redirect("/xong", 303);
  });
  app.get("/xong", (_request, reply) => reply.type("text/html; charset=utf-8").send(SAVED_PAGE));
  app.get("/favicon.svg", (_request, reply) =>
    reply.type("image/svg+xml").send("<svg xmlns='http://www.w3.org/2000/svg'/>"),
  );
  app.post("/sua", (request, reply) => {
    const reading = readContent(request.body, newId);
    if (!reading.ok) {
      const errors = Object.fromEntries(reading.error.map(({ field, message }) => [field, message]));
      return reply.code(422).type("text/html; charset=utf-8").send(page(reading.echo, errors));
    }
    desk.saves.push(request.body as Record<string, string>);
    return reply.redirect("/xong", 303);
  });
  app.post("/bo", (_request, reply) => reply.redirect("/xong", 303));
  app.post("/luu-tam", (request, reply) => {
    const reading = readContent(request.body, newId);
    if (!reading.ok) return reply.code(422).send({ ok: false, message: reading.error[0]?.message });
    desk.autosaves.push(reading);
    return { savedAt: new Date().toISOString(), ...desk.presence };
  });
  app.post("/hien-dien", () => desk.presence);
  app.post("/anh", async (request, reply) => {
    const bytes = await (await fileOf(request)).toBuffer();
    try {
      const { width, height } = await sharp(bytes).metadata();
      pictures.set(sha256(bytes), bytes);
      return { ok: true, picture: { file: sha256(bytes), width, height } };
    } catch {
      return reply.code(422).send({ ok: false, message: "Tệp này không phải ảnh. Hãy chọn ảnh JPG, PNG hoặc WebP." });
    }
  });
  app.get<{ Params: { file: string } }>("/anh/:file", ({ params }, reply) =>
    reply.type("image/png").send(pictures.get(params.file)),
  );
  app.post("/tep", async (request) => {
    const file = await fileOf(request);
    const bytes = await file.toBuffer();
    const name = file.filename.replace(/[^\w.-]+/g, "-");
    return { ok: true, attachment: { file: sha256(bytes), name, mime: file.mimetype, size: bytes.length } };
  });
  app.post("/word", async (request, reply) => {
    const file = await fileOf(request);
    const convertLegacy = "convertLegacy" in file.fields;
    desk.wordPosts.push({ name: file.filename, convertLegacy });
    const reading = await importWord(await file.toBuffer(), { convertLegacy });
    if (!reading.ok) return reply.code(422).send({ ok: false, message: reading.error.message });
    const { pictures: found, ...text } = reading.value;
    return { ok: true, import: { ...text, body: await keepPictures(text.body, found) } };
  });

  /** Stores what came with a Word file and puts the stored names into the body. */
  async function keepPictures(body: BodyDoc, found: readonly ImportedPicture[]): Promise<BodyDoc> {
    let text = JSON.stringify(body);
    for (const { key, bytes } of found) {
      const { width, height } = await sharp(bytes).metadata();
      pictures.set(sha256(bytes), Buffer.from(bytes));
      const figure = `"file":"${sha256(bytes)}","width":${width},"height":${height}`;
      text = text.replace(new RegExp(`"file":"${key}","width":0,"height":0`), figure);
    }
    return JSON.parse(text);
  }

  await app.listen({ host: "127.0.0.1", port: 0 });
  return Object.assign(desk, { url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}` });
}

async function fileOf(request: FastifyRequest): Promise<MultipartFile> {
  const file = await request.file();
  if (!file) throw new Error("no file");
  return file;
}
