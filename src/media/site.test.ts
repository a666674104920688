import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify, { type FastifyInstance } from "fastify";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Database, openDatabase } from "../storage/database.ts";
import { type FileStore, openFileStore } from "../storage/files.ts";
import { migrate } from "../storage/migrations/index.ts";
import { type ReceivedAttachment, receiveAttachment } from "./attachments.ts";
import { receivePicture } from "./pictures.ts";
import { mediaRoutes } from "./site.ts";
import { findFile, insertFile } from "./store.ts";

let folder: string;
let files: FileStore;
let database: Database;
let app: FastifyInstance;
let pdf: string;
let csv: string;
let picture: string;
const published = new Set<string>();

const PDF = Buffer.from("%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n");

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "media-"));
  files = openFileStore({ folder: join(folder, "files") });
  database = await openDatabase({ engine: "sqlite", file: join(folder, "portal.db") });
  await migrate(database);
  pdf = await keepAttachment(PDF, "Quyết định 27 (bản ký).pdf");
  csv = await keepAttachment(Buffer.from("Họ tên,Lớp\n"), "Danh sách.csv");
  picture = await keepPicture(
    await sharp({ create: { width: 700, height: 500, channels: 3, background: "#036" } })
      .png()
      .toBuffer(),
  );
  app = Fastify();
  await app.register(mediaRoutes, {
    files,
    db: database.db,
    isPublic: async (hash: string) => published.has(hash),
    mayPreview: async (request) => request.headers["x-signed-in"] === "yes",
  });
});
afterAll(async () => {
  await app.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  published.clear();
  for (const hash of [pdf, csv, picture]) published.add(hash);
});

const by = { uploaded_by: "lan", uploaded_at: "2026-11-24T01:00:00.000Z", text_checked: null };

async function keepAttachment(bytes: Uint8Array, name: string): Promise<string> {
  const { value } = (await receiveAttachment(bytes, name)) as { value: ReceivedAttachment };
  const hash = await files.put(value.bytes);
  const { mime, size, originalName } = value;
  const row = { hash, mime, size, width: null, height: null, original_name: originalName, kind: "attachment" as const };
  await database.transact((tx) => insertFile(tx, { ...row, ...by }));
  return hash;
}

async function keepPicture(bytes: Uint8Array): Promise<string> {
  const result = await receivePicture(bytes);
  if (!result.ok) throw new Error(result.error.message);
  const { width, height, mime } = result.value;
  const hash = await files.put(result.value.bytes);
  const row = { hash, mime, size: result.value.bytes.length, width, height, original_name: "anh.png" };
  await database.transact((tx) => insertFile(tx, { ...row, ...by, kind: "picture" }));
  return hash;
}

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

test("a published PDF opens in the browser under its Vietnamese name, and is kept for ever", async () => {
  const answer = await get(`/tep/${pdf}/quyet-dinh-27-ban-ky.pdf`);
  expect(answer.statusCode).toBe(200);
  expect(answer.rawPayload).toEqual(PDF);
  expect(answer.headers).toMatchObject({
    "content-type": "application/pdf",
    "content-length": String(PDF.length),
    "content-disposition": `inline; filename="quyet-dinh-27-ban-ky.pdf"; filename*=UTF-8''Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%2027%20%28b%E1%BA%A3n%20k%C3%BD%29.pdf`,
    "cache-control": "public, max-age=31536000, immutable",
    etag: `"${pdf}"`,
    "accept-ranges": "bytes",
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
  });
});

test("every other attachment is saved, not opened, and sealed", async () => {
  const answer = await get(`/tep/${csv}/danh-sach.csv`);
  expect(answer.headers).toMatchObject({
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": "attachment; filename=\"danh-sach.csv\"; filename*=UTF-8''Danh%20s%C3%A1ch.csv",
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
  });
});

test("a browser that has the file is told so", async () => {
  const answer = await get(`/tep/${pdf}/a.pdf`, { "if-none-match": `W/"x", "${pdf}"` });
  expect([answer.statusCode, answer.body]).toEqual([304, ""]);
});

test("HEAD tells the size and sends nothing", async () => {
  const answer = await app.inject({ method: "HEAD", url: `/tep/${pdf}/a.pdf` });
  expect([answer.statusCode, answer.headers["content-length"], answer.body]).toEqual([200, String(PDF.length), ""]);
});

test.each([
  ["bytes=0-7", 206, "%PDF-1.7", `bytes 0-7/${PDF.length}`],
  ["bytes=-6", 206, "%%EOF\n", `bytes ${PDF.length - 6}-${PDF.length - 1}/${PDF.length}`],
  [`bytes=${PDF.length - 2}-`, 206, "F\n", `bytes ${PDF.length - 2}-${PDF.length - 1}/${PDF.length}`],
  [`bytes=${PDF.length - 2}-99999`, 206, "F\n", `bytes ${PDF.length - 2}-${PDF.length - 1}/${PDF.length}`],
  [`bytes=${PDF.length}-`, 416, "", `bytes */${PDF.length}`],
  ["bytes=-0", 416, "", `bytes */${PDF.length}`],
  ["bytes=0-1,4-5", 200, PDF.toString(), undefined],
  ["bytes=5-2", 200, PDF.toString(), undefined],
  ["lines=1-2", 200, PDF.toString(), undefined],
])("a reader asking for %s gets status %i and the right bytes", async (range, status, body, contentRange) => {
  const answer = await get(`/tep/${pdf}/a.pdf`, { range });
  expect([answer.statusCode, answer.body, answer.headers["content-range"]]).toEqual([status, body, contentRange]);
});

test("a part is sent only to who holds the rest of the same file", async () => {
  const ask = (ifRange: string) => get(`/tep/${pdf}/a.pdf`, { range: "bytes=0-3", "if-range": ifRange });
  expect((await ask(`"${pdf}"`)).statusCode).toBe(206);
  expect((await ask('"another"')).statusCode).toBe(200);
});

test("a picture is sent in the widths and formats it is offered in", async () => {
  const answer = await get(`/anh/${picture}-480.webp`);
  expect(answer.headers).toMatchObject({
    "content-type": "image/webp",
    "cache-control": "public, max-age=31536000, immutable",
    "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    etag: `"${picture}-480.webp"`,
  });
  expect(await sharp(answer.rawPayload).metadata()).toMatchObject({ mediaType: "image/webp", width: 480 });
  expect((await get(`/anh/${picture}-1600.jpg`)).headers["content-type"]).toBe("image/jpeg");
  expect((await get(`/anh/${picture}-480.webp`, { "if-none-match": `"${picture}-480.webp"` })).statusCode).toBe(304);
});

test("addresses that were never offered do not exist", async () => {
  const addresses = [
    `/anh/${picture}-481.webp`,
    `/anh/${picture}-0480.webp`,
    `/anh/${picture}-480.png`,
    `/anh/${picture}.webp`,
    `/anh/${pdf}-480.webp`,
    `/anh/${"0".repeat(64)}-480.webp`,
    "/anh/..%2f..%2fportal.db",
    `/tep/${picture}/anh.png`,
    `/tep/${pdf}/quyet-dinh.exe`,
    `/tep/${pdf}/quyet-dinh.docx`,
    `/tep/${pdf}/Quy%E1%BA%BFt.pdf`,
    `/tep/${pdf}/a%22%3B.pdf`,
    `/tep/${"0".repeat(64)}/a.pdf`,
    "/tep/..%2f..%2fportal.db/a.pdf",
  ];
  for (const address of addresses) expect([address, (await get(address)).statusCode]).toEqual([address, 404]);
});

test("what is not published is not found by the public, with nothing kept and nothing given away", async () => {
  published.clear();
  for (const address of [`/tep/${pdf}/a.pdf`, `/anh/${picture}-480.webp`]) {
    const answer = await get(address, { "if-none-match": `"${pdf}", "${picture}-480.webp"` });
    expect(answer.statusCode).toBe(404);
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.headers.etag).toBeUndefined();
  }
});

test("staff see what is not published under the same address, and no cache keeps it", async () => {
  published.clear();
  for (const address of [`/tep/${pdf}/a.pdf`, `/anh/${picture}-480.webp`]) {
    const answer = await get(address, { "x-signed-in": "yes" });
    expect([answer.statusCode, answer.headers["cache-control"]]).toEqual([200, "private, no-store"]);
  }
});

test("a file that leaves the public is not found the next moment", async () => {
  expect((await get(`/tep/${csv}/a.csv`)).statusCode).toBe(200);
  published.delete(csv);
  expect((await get(`/tep/${csv}/a.csv`)).statusCode).toBe(404);
});

test("the same bytes sent by a second person keep the first record", async () => {
  await keepAttachment(PDF, "Bản sao.pdf");
  expect(await findFile(database.db, pdf)).toMatchObject({ original_name: "Quyết định 27 (bản ký).pdf" });
});

test("the database itself refuses a file of an unknown kind and a picture without measures", async () => {
  const row = { hash: "f".repeat(64), mime: "image/png", size: 1, width: 1, height: 1, original_name: "a", ...by };
  const insert = (changed: object) =>
    database.transact((tx) => insertFile(tx, { ...row, kind: "picture", ...changed }));
  await expect(insert({ kind: "program" })).rejects.toThrow();
  await expect(insert({ width: null })).rejects.toThrow();
  await expect(insert({ size: 0 })).rejects.toThrow();
  await expect(insert({ hash: "short" })).rejects.toThrow();
  await insert({});
});
