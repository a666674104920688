import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Instant } from "../kernel/clock.ts";
import { createPageCache, type PageCache, type PublicPage } from "./page-cache.ts";

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
}

let now: Instant = "2026-11-24T01:00:00.000Z";
let server: Server;
let cache: PageCache;
let arrived = 0;
let hot = 0;
let whenArrived: (() => void) | undefined;
let failures: [string, unknown][] = [];
let renders: string[] = [];
let render: (key: string) => Promise<PublicPage> | PublicPage;

class NoSuchPage extends Error {}

beforeEach(async () => {
  [arrived, hot, failures, renders, whenArrived, now] = [0, 0, [], [], undefined, "2026-11-24T01:00:00.000Z"];
  render = (key) => pageOf(`Trang ${key}`, ["home"]);
  await open(1_000_000);
});

afterEach(() => server.close());

/** As a route would: the key is the path, and of the query only `trang`. */
async function open(maxBytes: number) {
  cache = createPageCache({
    maxBytes,
    clock: { now: () => now },
    headers: () => ["X-Content-Type-Options", "nosniff"],
    isAnswer: (error) => error instanceof NoSuchPage,
    onLastGood: (key, error) => failures.push([key, error]),
  });
  server?.close();
  server = createServer(async (request, response) => {
    arrived += 1;
    whenArrived?.();
    if (cache.serve(request, response)) {
      hot += 1;
      return;
    }
    const url = new URL(request.url!, "http://portal.invalid");
    const page = url.searchParams.get("trang");
    const key = url.pathname + (page === null ? "" : `?trang=${page}`);
    try {
      await cache.answer(key, request, response, async () => {
        renders.push(key);
        return render(key);
      });
    } catch (error) {
      response.writeHead(error instanceof NoSuchPage ? 404 : 500).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
}

function pageOf(title: string, tags: string[]): PublicPage {
  return { body: `<!doctype html><h1>${title}</h1><p>${"Trung tâm thông báo lịch học. ".repeat(60)}</p>`, tags };
}

function get(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const { port } = server.address() as AddressInfo;
  httpRequest({ host: "127.0.0.1", port, path, method, headers, agent: false }, (response) => {
    const chunks: Buffer[] = [];
    response.on("data", (chunk: Buffer) => chunks.push(chunk));
    response.on("end", () => {
      const bytes = Buffer.concat(chunks);
      resolve({ status: response.statusCode!, headers: response.headers, bytes, text: bytes.toString("utf8") });
    });
  })
    .on("error", reject)
    .end();
  return promise;
}

function requestsToArrive(count: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  whenArrived = () => arrived >= count && resolve();
  whenArrived();
  return promise;
}

test("a page is rendered once and then answered from memory, with the headers it was kept with", async () => {
  const first = await get("/");
  const second = await get("/");
  expect(first.text).toContain("Trang /");
  expect(second.text).toBe(first.text);
  expect(renders).toEqual(["/"]);
  expect(hot).toBe(1);
  for (const { headers } of [first, second]) {
    expect(headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "x-content-type-options": "nosniff",
      vary: "Accept-Encoding",
      "content-length": String(first.bytes.length),
    });
    expect(headers["cache-control"]).toMatch(
      /^public, max-age=0, s-maxage=\d+, stale-while-revalidate=\d+, stale-if-error=\d+$/,
    );
  }
});

test("each encoding holds the same text under its own strong ETag", async () => {
  const plain = await get("/");
  const gzip = await get("/", { "accept-encoding": "gzip, deflate" });
  const br = await get("/", { "accept-encoding": "gzip, deflate, br, zstd" });
  expect([plain, gzip, br].map(({ headers }) => headers["content-encoding"])).toEqual([undefined, "gzip", "br"]);
  expect(gunzipSync(gzip.bytes).toString()).toBe(plain.text);
  expect(brotliDecompressSync(br.bytes).toString()).toBe(plain.text);
  expect(br.bytes.length).toBeLessThan(plain.bytes.length / 4);
  const tags = [plain, gzip, br].map(({ headers }) => headers.etag);
  expect(new Set(tags).size).toBe(3);
  for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/);
  expect(renders).toEqual(["/"]);
});

test("a page too small to gain from compression is sent as it is", async () => {
  render = () => ({ body: "<p>Ngắn</p>", tags: [] });
  const answer = await get("/", { "accept-encoding": "br" });
  expect(answer.headers["content-encoding"]).toBeUndefined();
  expect(answer.text).toBe("<p>Ngắn</p>");
});

test("If-None-Match gives 304 without a body, also for weakened tags, lists and before the page is hot", async () => {
  const etag = (await get("/", { "accept-encoding": "br" })).headers.etag!;
  for (const known of [etag, `W/${etag}`, `"khác", ${etag}`, "*"]) {
    const answer = await get("/", { "accept-encoding": "br", "if-none-match": known });
    expect(answer.status).toBe(304);
    expect(answer.bytes.length).toBe(0);
    expect(answer.headers.etag).toBe(etag);
    expect(answer.headers["content-type"]).toBeUndefined();
  }
  const otherEncoding = await get("/", { "accept-encoding": "gzip", "if-none-match": etag });
  expect(otherEncoding.status).toBe(200);

  cache.dropTags(["home"]);
  expect((await get("/", { "accept-encoding": "br", "if-none-match": etag })).status).toBe(304);
});

test("HEAD tells what GET would, without the body, cold and hot", async () => {
  const cold = await get("/", {}, "HEAD");
  const warm = await get("/", {}, "HEAD");
  const full = await get("/");
  for (const head of [cold, warm]) {
    expect(head.status).toBe(200);
    expect(head.bytes.length).toBe(0);
    expect(head.headers["content-length"]).toBe(String(full.bytes.length));
    expect(head.headers.etag).toBe(full.headers.etag);
  }
});

test("a post is never answered from memory", async () => {
  await get("/");
  const before = renders.length;
  render = () => Promise.reject(new NoSuchPage());
  cache.dropTags(["home"]);
  expect((await get("/", {}, "POST")).status).toBe(404);
  expect(renders.length).toBe(before + 1);
});

test("fifty readers of a cold page wait for one rendering", async () => {
  const gate = Promise.withResolvers<PublicPage>();
  render = () => gate.promise;
  const readers = Array.from({ length: 50 }, () => get("/", { "accept-encoding": "br" }));
  await requestsToArrive(50);
  gate.resolve(pageOf("Kết quả kỳ thi", []));
  const answers = await Promise.all(readers);
  expect(renders).toEqual(["/"]);
  expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(1);
  expect(answers.every(({ status }) => status === 200)).toBe(true);
});

test("dropping a tag renders again only the pages made from it", async () => {
  render = (key) => pageOf(`Trang ${key} lần ${renders.length}`, key === "/" ? ["home", "article:7"] : ["article:8"]);
  await get("/");
  await get("/bai-viet/tam");
  cache.dropTags(["article:7"]);
  expect((await get("/")).text).toContain("lần 3");
  await get("/bai-viet/tam");
  expect(renders).toEqual(["/", "/bai-viet/tam", "/"]);
});

test("a rendering that began before its tag was dropped is not kept, and not shown to who came after", async () => {
  const before = Promise.withResolvers<PublicPage>();
  render = () => (renders.length === 1 ? before.promise : pageOf("Bản mới", ["article:7"]));
  const early = get("/bai-viet/bay");
  await requestsToArrive(1);
  cache.dropTags(["article:7"]);
  const late = get("/bai-viet/bay");
  await requestsToArrive(2);
  before.resolve(pageOf("Bản cũ", ["article:7"]));

  expect((await early).text).toContain("Bản cũ");
  expect((await late).text).toContain("Bản mới");
  expect((await get("/bai-viet/bay")).text).toContain("Bản mới");
  expect(renders.length).toBe(2);
});

test("a rendering is kept although another page's tag was dropped meanwhile", async () => {
  const gate = Promise.withResolvers<PublicPage>();
  render = () => gate.promise;
  const reader = get("/");
  await requestsToArrive(1);
  cache.dropTags(["article:8"]);
  gate.resolve(pageOf("Trang chủ", ["article:7"]));
  await reader;
  await get("/");
  expect(renders.length).toBe(1);
});

test("clearing while a page is rendered keeps nothing of before", async () => {
  const gate = Promise.withResolvers<PublicPage>();
  render = () => gate.promise;
  const reader = get("/");
  await requestsToArrive(1);
  cache.clear();
  gate.resolve(pageOf("Trang chủ", []));
  await reader;
  expect(cache.size()).toEqual({ pages: 0, bytes: 0 });
});

test("a page found missing before it was published is looked for again by who comes after", async () => {
  const before = Promise.withResolvers<PublicPage>();
  render = () => (renders.length === 1 ? before.promise : pageOf("Vừa đăng", ["article:9"]));
  const early = get("/bai-viet/chin");
  await requestsToArrive(1);
  cache.dropTags(["article:9"]);
  const late = get("/bai-viet/chin");
  await requestsToArrive(2);
  before.reject(new NoSuchPage());
  expect((await early).status).toBe(404);
  expect((await late).text).toContain("Vừa đăng");
});

test("when a page cannot be rendered the last good one is sent and the failure is told", async () => {
  await get("/");
  cache.dropTags(["home"]);
  const broken = new Error("database is closed");
  render = () => Promise.reject(broken);
  const answer = await get("/");
  expect(answer.status).toBe(200);
  expect(answer.text).toContain("Trang /");
  expect(failures).toEqual([["/", broken]]);

  render = () => pageOf("Trang chủ sửa xong", ["home"]);
  expect((await get("/")).text).toContain("sửa xong");
});

test("without a last good page the failure reaches the caller, and the next reader tries again", async () => {
  render = () => {
    throw new Error("database is closed");
  };
  expect((await get("/")).status).toBe(500);
  render = () => pageOf("Trang chủ", []);
  expect((await get("/")).status).toBe(200);
});

test("Đ15.k3: what was taken down is not sent as last good, even when rendering fails", async () => {
  render = () => pageOf("Bài bị gỡ", ["article:7"]);
  await get("/bai-viet/bay");
  cache.forgetTags(["article:7"]);
  render = () => Promise.reject(new Error("database is closed"));
  expect((await get("/bai-viet/bay")).status).toBe(500);
});

test("a page that no longer exists is forgotten", async () => {
  await get("/");
  cache.dropTags(["home"]);
  render = () => Promise.reject(new NoSuchPage());
  expect((await get("/")).status).toBe(404);
  expect(cache.size()).toEqual({ pages: 0, bytes: 0 });
});

test("a page with an end is rendered again once that time has come", async () => {
  render = () => ({ ...pageOf(`Hôm nay, lần ${renders.length}`, []), until: "2026-11-24T17:00:00.000Z" });
  await get("/");
  now = "2026-11-24T16:59:59.999Z";
  expect((await get("/")).text).toContain("lần 1");
  now = "2026-11-24T17:00:00.000Z";
  expect((await get("/")).text).toContain("lần 2");
});

test("unknown query strings neither render nor keep anything new", async () => {
  for (let n = 0; n < 30; n += 1) await get(`/?fbclid=${n}&x=${n}`);
  expect(renders).toEqual(["/"]);
  expect(cache.size().pages).toBe(1);
});

test("memory stays within its bound; the page that is still read stays, the others leave oldest first", async () => {
  await open(40_000);
  for (let n = 0; n < 40; n += 1) {
    await get(`/bai-viet/${n}`, { "accept-encoding": "br" });
    await get("/bai-viet/0", { "accept-encoding": "br" });
    expect(cache.size().bytes).toBeLessThanOrEqual(40_000);
  }
  expect(renders.filter((key) => key === "/bai-viet/0")).toHaveLength(1);
  await get("/bai-viet/39");
  await get("/bai-viet/1");
  expect(renders.filter((key) => key === "/bai-viet/39")).toHaveLength(1);
  expect(renders.filter((key) => key === "/bai-viet/1")).toHaveLength(2);
});

test("the count of bytes returns to nothing when every page has left, whatever encodings were made together", async () => {
  const readers = ["br", "br", "gzip", "gzip", "identity"].map((encoding) => get("/", { "accept-encoding": encoding }));
  await Promise.all(readers);
  expect(cache.size().bytes).toBeGreaterThan(2000);
  cache.forgetTags(["home"]);
  expect(cache.size()).toEqual({ pages: 0, bytes: 0 });
});

test("a page larger than the whole memory is answered and not kept", async () => {
  render = () => ({ body: "x".repeat(1_000_001), tags: [] });
  expect((await get("/")).bytes.length).toBe(1_000_001);
  expect(cache.size()).toEqual({ pages: 0, bytes: 0 });
});

test("a moved address and a gone one are kept with their status, and never answered 304", async () => {
  render = (key) =>
    key === "/cu"
      ? { status: 301, location: "/moi", body: "", tags: [] }
      : { status: 410, body: "<h1>Bài đã gỡ</h1>", tags: [] };
  for (const headers of [{}, { "if-none-match": "*" }]) {
    expect(await get("/cu", headers)).toMatchObject({ status: 301, headers: { location: "/moi" } });
    expect(await get("/go", headers)).toMatchObject({ status: 410 });
  }
  expect(renders).toEqual(["/cu", "/go"]);
});
