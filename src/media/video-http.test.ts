import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fixedClock, TEST_NOW } from "../../test/support/portals.ts";
import { SAMPLE_CAPTIONS, sampleVideo } from "../sample/sample-video.ts";
import { type Database, openDatabase } from "../storage/database.ts";
import { type FileStore, openFileStore } from "../storage/files.ts";
import { migrate } from "../storage/migrations/index.ts";
import { mediaRoutes } from "./site.ts";
import { keepCaptions, keepVideo } from "./upload.ts";

const MP4 = Buffer.from(sampleVideo());
let folder: string;
let files: FileStore;
let database: Database;
let app: FastifyInstance;
let address: string;
let video: string;
let captions: string;
const published = new Set<string>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cong-video-http-"));
  files = openFileStore({ folder: join(folder, "files") });
  database = await openDatabase({ engine: "sqlite", file: join(folder, "portal.db") });
  await migrate(database);
  const desk = { files, database, clock: fixedClock(TEST_NOW) };
  const sent = { stream: Readable.from([MP4]), name: "phim.mp4", by: "lan" };
  const kept = await keepVideo(desk, sent, 1024 * 1024);
  const spoken = await keepCaptions(desk, { bytes: Buffer.from(SAMPLE_CAPTIONS), name: "phim.vtt", by: "lan" });
  if (!kept.ok || !spoken.ok) throw new Error("the sample was not taken");
  video = `/video/${kept.value.file}.mp4`;
  captions = `/phu-de/${spoken.value.file}.vtt`;
  for (const { file } of [kept.value, spoken.value]) published.add(file);
  app = Fastify();
  await app.register(mediaRoutes, {
    files,
    db: database.db,
    isPublic: async (hash: string) => published.has(hash),
    mayPreview: async () => false,
  });
  address = await app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await app.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

/** A request as it stands on the wire: nothing added, nothing followed. */
function ask(path: string, headers: Record<string, string> = {}, method = "GET") {
  const { promise, resolve, reject } = Promise.withResolvers<{
    status: number;
    headers: Record<string, unknown>;
    body: Buffer;
  }>();
  request(`${address}${path}`, { method, headers, agent: false }, async (response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
  })
    .on("error", reject)
    .end();
  return promise;
}

test("a video is sent whole, sealed, and says that parts may be asked for", async () => {
  const { status, headers, body } = await ask(video);
  expect([status, body.equals(MP4)]).toEqual([200, true]);
  expect(headers).toMatchObject({
    "content-type": "video/mp4",
    "content-length": String(MP4.length),
    "accept-ranges": "bytes",
    "cache-control": "public, max-age=31536000, immutable",
    "content-disposition": "inline",
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
  });
});

test.each([
  ["bytes=0-99", 206, 0, 100],
  ["bytes=100-", 206, 100, MP4.length],
  ["bytes=-50", 206, MP4.length - 50, MP4.length],
  [`bytes=5-${MP4.length * 9}`, 206, 5, MP4.length],
  ["bytes=0-0", 206, 0, 1],
])("a player asking for %s gets status %i and just that part", async (range, status, from, to) => {
  const answer = await ask(video, { range });
  expect([answer.status, answer.body.equals(MP4.subarray(from, to))]).toEqual([status, true]);
  expect(answer.headers["content-range"]).toBe(`bytes ${from}-${to - 1}/${MP4.length}`);
  expect(answer.headers["content-length"]).toBe(String(to - from));
});

test("a part behind the end is 416 and names the size", async () => {
  const answer = await ask(video, { range: `bytes=${MP4.length}-` });
  expect([answer.status, answer.body.length, answer.headers["content-range"]]).toEqual([
    416,
    0,
    `bytes */${MP4.length}`,
  ]);
});

test("If-Range gives the part to who has the rest of this file, and the whole to all others", async () => {
  const etag = String((await ask(video)).headers.etag);
  const status = async (ifRange: string) => (await ask(video, { range: "bytes=0-3", "if-range": ifRange })).status;
  expect([await status(etag), await status('"khac"'), await status(`W/${etag}`)]).toEqual([206, 200, 200]);
});

test("HEAD tells size and type and sends nothing; who has the file is told so", async () => {
  const head = await ask(video, {}, "HEAD");
  expect([head.status, head.body.length, head.headers["content-length"]]).toEqual([200, 0, String(MP4.length)]);
  expect((await ask(video, { "if-none-match": String(head.headers.etag) })).status).toBe(304);
});

test("captions come as WebVTT and as nothing else", async () => {
  const answer = await ask(captions);
  expect(answer.headers).toMatchObject({
    "content-type": "text/vtt; charset=utf-8",
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
  });
  expect(answer.body.toString()).toBe(SAMPLE_CAPTIONS);
});

test("a file answers under its own address only, and to nobody before it is public", async () => {
  const wrong = [
    video.replace(".mp4", ".webm"),
    video.replace(".mp4", ".html"),
    video.replace("/video/", "/tep/").replace(".mp4", "/phim.mp4"),
    captions.replace("/phu-de/", "/video/").replace(".vtt", ".mp4"),
    video.replace("/video/", "/phu-de/").replace(".mp4", ".vtt"),
    "/video/..%2f..%2fportal.db",
  ];
  for (const path of wrong) expect([path, (await ask(path)).status]).toEqual([path, 404]);
  const before = [...published];
  published.clear();
  for (const path of [video, captions]) {
    const answer = await ask(path, { range: "bytes=0-3" });
    expect([answer.status, answer.headers["cache-control"], answer.headers.etag]).toEqual([404, "no-store", undefined]);
  }
  for (const hash of before) published.add(hash);
});
