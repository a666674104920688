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
import { h } from "preact";
import sharp from "sharp";
import { build } from "vite";
import { type DeskFrame, DeskLayout } from "../../../desk/layout.view.tsx";
import { newId, sha256 } from "../../../kernel/ids.ts";
import { renderBody } from "../../../newsroom/body/render.tsx";
import type { BodyDoc } from "../../../newsroom/content.ts";
import { EMPTY_BODY } from "../../../newsroom/content.ts";
import { type ContentEcho, readContent } from "../../../newsroom/content-reader.ts";
import { EditorForm, type EditorFormView } from "../../../newsroom/editor-form.view.tsx";
import { type Assets, assetsFrom } from "../../assets.ts";
import { Button } from "../../button.tsx";
import { renderDocument } from "../../document.tsx";
import { TextArea } from "../../field.tsx";
import type { Presence, SaidNo, WordImported } from "./wire.ts";

/** A desk with one article, for the browser tests: the real form, the real reader, nothing but memory behind. */
export interface TryDesk {
  readonly url: string;
  /** What was posted and accepted, newest last. */
  readonly autosaves: ReturnType<typeof readContent>[];
  readonly saves: Record<string, string>[];
  readonly wordPosts: Record<string, string>[];
  /** What the next answers say. */
  presence: Presence;
  word: WordImported | SaidNo;
  view: Partial<EditorFormView>;
  /** `down`: connections are cut, as when the network is lost. */
  down: boolean;
  close(): Promise<void>;
}

export const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";
const SAVED_PAGE = "<!doctype html><title>Đã lưu</title><link rel=icon href=/favicon.svg><h1>Đã lưu</h1>";
const FRAME = {
  siteName: "Trung tâm Giáo dục thường xuyên Hải Phòng",
  shortName: "GDTX Hải Phòng",
  personName: "Nguyễn Thị Lan",
  hats: [{ value: "ctv", label: "Cộng tác viên Phòng Đào tạo" }],
  nav: [{ items: [{ href: "/viec", label: "Việc của tôi", icon: "inbox", current: true }] }],
  notifications: { href: "/thong-bao", count: 2 },
} satisfies Omit<DeskFrame, "csrf" | "assets">;
const CSRF = "khoa-cua-bieu-mau";

export const EMPTY_VALUES: ContentEcho = {
  title: "",
  lead: "",
  author: "Nguyễn Thị Lan",
  onBehalf: "",
  source: "",
  sourceUrl: "",
  sourceDate: "",
  category: "",
  unit: "dao-tao",
  cover: "",
  attachments: "[]",
  body: JSON.stringify(EMPTY_BODY),
};

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
    word: { ok: false, message: "Tệp này không phải tệp Word." },
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
    renderDocument(
      DeskLayout({
        desk: { ...FRAME, csrf: CSRF, assets: { css: assets.deskCss } },
        title: "Sửa bài",
        wide: true,
        scripts: [assets.islands.editor ?? ""],
        children: [h("h1", {}, "Sửa bài"), h(EditorForm, { view: viewOf(desk, values, errors) })],
      }),
    );

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
  app.post("/word", async (request) => {
    const file = await fileOf(request);
    const bytes = await file.toBuffer();
    const converted = file.fields.convertLegacy;
    desk.wordPosts.push({
      name: file.filename,
      size: String(bytes.length),
      convertLegacy: converted && "value" in converted ? String(converted.value) : "",
    });
    return desk.word;
  });

  await app.listen({ host: "127.0.0.1", port: 0 });
  return Object.assign(desk, { url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}` });
}

/** A page as the desk has them, with a form that asks first and paragraphs that can be commented on. */
function reviewPage(assets: Assets): string {
  const body: BodyDoc = {
    type: "doc",
    content: ["Đoạn thứ nhất.", "Đoạn thứ hai."].map((words, index) => ({
      type: "paragraph",
      attrs: { id: `d${index + 1}` },
      content: [{ type: "text", text: words }],
    })),
  };
  const secret = h("input", { type: "hidden", name: "csrf", value: CSRF });
  return renderDocument(
    DeskLayout({
      desk: { ...FRAME, csrf: CSRF, assets: { css: assets.deskCss } },
      title: "Duyệt bài",
      scripts: [assets.islands.desk ?? ""],
      children: [
        h("h1", {}, "Duyệt bài"),
        h("div", { "data-commentable": "" }, renderBody(body, { pictureSrc: () => ({ src: "" }), anchors: true })),
        h("form", { method: "post", action: "/duyet", "data-comment-form": "" }, [
          secret,
          h("input", { type: "hidden", name: "block" }),
          h(TextArea, { name: "comment", label: "Nhận xét" }),
          h(Button, { children: "Gửi nhận xét" }),
        ]),
        h("form", { method: "post", action: "/duyet", "data-confirm": "Bài bị hủy sẽ không mở lại được." }, [
          secret,
          h(Button, { kind: "danger", name: "act", value: "cancel", children: "Hủy bài" }),
        ]),
      ],
    }),
  );
}

async function fileOf(request: FastifyRequest): Promise<MultipartFile> {
  const file = await request.file();
  if (!file) throw new Error("no file");
  return file;
}

function viewOf(desk: TryDesk, values: ContentEcho, errors: Record<string, string>): EditorFormView {
  return {
    edition: "an-ban-1",
    action: "/sua",
    csrf: CSRF,
    baseVersion: "3",
    reading: renderBody(JSON.parse(values.body) as BodyDoc, {
      pictureSrc: ({ file }) => ({ src: `/anh/${file}` }),
    }),
    categories: [
      { value: "tin-hoat-dong", label: "Tin hoạt động" },
      { value: "tuyen-sinh", label: "Tuyển sinh" },
    ],
    units: [{ value: "dao-tao", label: "Phòng Đào tạo" }],
    people: [],
    autosaveUrl: "/luu-tam",
    presenceUrl: "/hien-dien",
    uploadPictureUrl: "/anh",
    uploadFileUrl: "/tep",
    wordImportUrl: "/word",
    pictureUrl: "/anh/{file}",
    ...desk.view,
    values,
    errors,
  };
}
