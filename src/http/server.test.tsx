import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { Agent, get as httpGet, type IncomingHttpHeaders } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterEach, expect, test } from "vitest";
import { systemClock } from "../kernel/clock.ts";
import { Gone, NotFound, Stale } from "./errors.ts";
import { parseForm } from "./form-body.ts";
import { pageNumber, publicPage } from "./public-page.ts";
import { createHttp, HTTP_LIMITS, type HttpOptions } from "./server.ts";

const OFFICIAL = "https://cong.example.vn";
const host = "cong.example.vn";
const open: FastifyInstance[] = [];

afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

async function portal(options: Partial<HttpOptions> = {}): Promise<FastifyInstance> {
  const app = await createHttp({ official: OFFICIAL, clock: systemClock, secret: "s".repeat(32), ...options });
  open.push(app);
  app.get("/tim-kiem", (_request, reply) => reply.page(<p>Kết quả</p>));
  app.get("/ban-bien-tap", { config: { may: "signed-in" } }, (request, reply) =>
    reply.page(<p data-nonce={request.nonce}>Bàn biên tập</p>, { status: 200 }),
  );
  return app;
}

async function listen(app: FastifyInstance): Promise<number> {
  await app.listen({ host: "127.0.0.1", port: 0 });
  return (app.server.address() as AddressInfo).port;
}

/** Over a real socket; the host is whatever the test says. */
async function ask(port: number, path: string, headers: Record<string, string> = {}, agent: Agent | false = false) {
  const request = httpGet({ host: "127.0.0.1", port, path, headers, agent });
  const [response] = await once(request, "response");
  const text = (await Array.fromAsync(response as AsyncIterable<Buffer>)).map(String).join("");
  return { status: response.statusCode as number, headers: response.headers as IncomingHttpHeaders, text };
}

/** Says exactly these bytes and reads until the server hangs up. */
async function say(port: number, bytes: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.write(bytes);
  let heard = "";
  socket
    .setEncoding("utf8")
    .on("data", (chunk) => (heard += chunk))
    .on("error", () => {});
  await once(socket, "close");
  return heard;
}

test("REQ-013, Đ2.p2: a host that is not ours gets 421, the official address, and nothing of the portal", async () => {
  const app = await portal();
  let rendered = 0;
  publicPage(app, "/", {}, () => ({ body: `<h1>Trang chủ ${++rendered}</h1>`, tags: [] }));
  const port = await listen(app);
  await ask(port, "/", { host });
  for (const foreign of [
    "nhai.example.com",
    "cong.example.vn.evil.com",
    "127.0.0.1",
    "cong.example.vn:8443",
    "",
    "evil@cong.example.vn",
  ]) {
    const answer = await ask(port, "/", { host: foreign });
    expect([foreign, answer.status]).toEqual([foreign, 421]);
    expect(answer.text).toContain(`<a href="${OFFICIAL}/">${OFFICIAL}</a>`);
    expect(answer.text).not.toContain("Trang chủ 1");
  }
  expect(rendered).toBe(1);
});

test("the official host is known in any letter case and with its own port", async () => {
  const app = await portal();
  for (const same of ["cong.example.vn", "CONG.Example.VN", "cong.example.vn:443"]) {
    expect((await app.inject({ url: "/tim-kiem", headers: { host: same } })).statusCode).toBe(200);
  }
});

test("X-Forwarded-Host cannot make a foreign host ours, nor ours foreign", async () => {
  const app = await portal({ trustProxy: 1 });
  const foreign = await app.inject({ url: "/tim-kiem", headers: { host: "evil.com", "x-forwarded-host": host } });
  const ours = await app.inject({ url: "/tim-kiem", headers: { host, "x-forwarded-host": "evil.com" } });
  expect([foreign.statusCode, ours.statusCode]).toEqual([421, 200]);
  expect(ours.body).not.toContain("evil.com");
});

test("Đ2.p1: an alias sends readers on to the official address, keeping path and query, and forms with their method", async () => {
  const app = await portal({ aliases: ["www.cong.example.vn"] });
  const headers = { host: "www.cong.example.vn" };
  const read = await app.inject({ url: "/tin-tuc?trang=2", headers });
  expect([read.statusCode, read.headers.location]).toEqual([301, `${OFFICIAL}/tin-tuc?trang=2`]);
  const sent = await app.inject({ method: "POST", url: "/hoi-dap", headers });
  expect([sent.statusCode, sent.headers.location]).toEqual([308, `${OFFICIAL}/hoi-dap`]);
  const tricky = await app.inject({ url: "//evil.com/", headers });
  expect(new URL(String(tricky.headers.location)).host).toBe(host);
});

test("plain http is sent on to https when a trusted proxy says so, also for a page in memory", async () => {
  const app = await portal({ trustProxy: 1 });
  publicPage(app, "/", {}, () => ({ body: "<h1>Trang chủ</h1>", tags: [] }));
  const port = await listen(app);
  expect((await ask(port, "/", { host, "x-forwarded-proto": "https" })).status).toBe(200);
  const plain = await ask(port, "/", { host, "x-forwarded-proto": "http" });
  expect([plain.status, plain.headers.location]).toEqual([301, `${OFFICIAL}/`]);
});

test("loopback is answered on the port listened on, and only when allowed", async () => {
  const demo = await portal({ official: "http://127.0.0.1:8080", loopback: true });
  const port = await listen(demo);
  expect((await ask(port, "/tim-kiem")).status).toBe(200);
  expect((await ask(port, "/tim-kiem", { host: `localhost:${port}` })).status).toBe(200);
  expect((await ask(port, "/tim-kiem", { host: `127.0.0.1:${port + 1}` })).status).toBe(421);

  const real = await portal();
  expect((await ask(await listen(real), "/tim-kiem")).status).toBe(421);
});

test("a probe is answered under any host when its route says so", async () => {
  const app = await portal();
  app.get("/healthz", { config: { anyHost: true } }, () => "ok");
  expect((await app.inject({ url: "/healthz", headers: { host: "10.0.0.5" } })).statusCode).toBe(200);
});

test("Đ2.p2, Đ17.k3: every answer carries the security headers: page, file, error, redirect, cached page, bad address", async () => {
  const app = await portal({ aliases: ["www.cong.example.vn"] });
  app.get("/rss", (_request, reply) => reply.type("application/rss+xml").send("<rss/>"));
  app.get("/hong", () => {
    throw new Error("secret detail");
  });
  publicPage(app, "/", {}, () => ({ body: "<h1>Trang chủ</h1>", tags: [] }));
  const port = await listen(app);
  const asked = ["/", "/", "/rss", "/tim-kiem", "/ban-bien-tap", "/khong-co", "/hong", "/%zz"];
  const answers = await Promise.all(asked.map((path) => ask(port, path, { host })));
  answers.push(await ask(port, "/", { host: "evil.com" }), await ask(port, "/", { host: "www.cong.example.vn" }));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 404, 500, 400, 421, 301]);
  for (const { headers, text } of answers) {
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cross-origin-opener-policy": "same-origin",
      "strict-transport-security": "max-age=31536000",
      "permissions-policy": expect.stringContaining("camera=()"),
      "content-security-policy": expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
    });
    expect(headers["content-security-policy"]).not.toContain("unsafe");
    expect(headers.server ?? headers["x-powered-by"]).toBeUndefined();
    expect(text).not.toMatch(/secret detail|fastify|node_modules/i);
  }
});

test("HSTS is not sent where the official address is plain http", async () => {
  const app = await portal({ official: "http://127.0.0.1:8080" });
  const answer = await app.inject({ url: "/tim-kiem", headers: { host: "127.0.0.1:8080" } });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers["strict-transport-security"]).toBeUndefined();
});

test("a desk page allows its own scripts by a nonce that never repeats, and is stored nowhere", async () => {
  const app = await portal();
  const seen = new Set<string>();
  for (let n = 0; n < 3; n += 1) {
    const { headers, body } = await app.inject({ url: "/ban-bien-tap", headers: { host } });
    const nonce = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1];
    expect(body).toBe(`<!doctype html><p data-nonce="${nonce}">Bàn biên tập</p>`);
    expect(headers["cache-control"]).toBe("no-store");
    seen.add(nonce!);
  }
  expect(seen.size).toBe(3);
});

test("a public page names its data for search engines by hash, and nothing in its body", async () => {
  const app = await portal();
  const data = '{"@type":"NewsArticle"}';
  const script = `<script type="application/ld+json">${data}</script>`;
  publicPage(app, "/co", {}, () => ({ body: `<html><head>${script}</head><body></body></html>`, tags: [] }));
  publicPage(app, "/khong", {}, () => ({ body: `<html><head></head><body>${script}</body></html>`, tags: [] }));
  const policy = async (url: string) =>
    String((await app.inject({ url, headers: { host } })).headers["content-security-policy"]);
  // printf %s '{"@type":"NewsArticle"}' | openssl dgst -sha256 -binary | base64
  expect(await policy("/co")).toContain("script-src 'self' 'sha256-2wXffI2Q5Rim5zn5rovtNoeHlux0eXRtKnvG7I/8DaI=';");
  expect(await policy("/khong")).toContain("script-src 'self';");
});

test("a public page is kept under its canonical address: other query strings show it and make no other", async () => {
  const app = await portal();
  const asked: object[] = [];
  publicPage(app, "/tin-tuc/:section", { trang: pageNumber }, (ask) => {
    asked.push(ask);
    return { body: `<p>${ask.params.section} ${ask.query.trang ?? "1"}</p>`, tags: [] };
  });
  const port = await listen(app);
  const text = async (path: string) => (await ask(port, path, { host })).text;
  for (const same of [
    "/tin-tuc/th%C3%B4ng-b%C3%A1o",
    "/tin-tuc/th%c3%b4ng-b%c3%a1o?trang=1&fbclid=x",
    "/tin-tuc/th%C3%B4ng-b%C3%A1o/?trang=01",
    "/tin-tuc/th%C3%B4ng-b%C3%A1o?trang=2&trang=3",
  ]) {
    expect(await text(same)).toBe("<p>thông-báo 1</p>");
  }
  expect(await text("/tin-tuc/th%C3%B4ng-b%C3%A1o?x=1&trang=2")).toBe("<p>thông-báo 2</p>");
  expect(await text("/tin-tuc/th%C3%B4ng-b%C3%A1o?trang=2")).toBe("<p>thông-báo 2</p>");
  expect(asked).toHaveLength(2);
  expect(app.pages.size().pages).toBe(2);
});

test("a hot page is answered before Fastify's router sees it", async () => {
  const app = await portal();
  let routed = 0;
  app.addHook("onRequest", async () => {
    routed += 1;
  });
  publicPage(app, "/", {}, () => ({ body: "<h1>Trang chủ</h1>", tags: [] }));
  const port = await listen(app);
  await ask(port, "/", { host });
  expect((await ask(port, "/", { host })).status).toBe(200);
  expect(routed).toBe(1);
});

test("closing ends although readers keep asking for hot pages on open connections", async () => {
  const app = await portal();
  publicPage(app, "/", {}, () => ({ body: "<h1>Trang chủ</h1>", tags: [] }));
  const port = await listen(app);
  const gate = Promise.withResolvers<void>();
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  await ask(port, "/", { host }, agent);

  const statuses: number[] = [];
  const reader = async () => {
    for (;;) {
      statuses.push((await ask(port, "/", { host }, agent)).status);
      if (statuses.length === 200) gate.resolve();
    }
  };
  const readers = Promise.allSettled(Array.from({ length: 20 }, reader));
  await gate.promise;
  await app.close();
  await readers;
  expect(statuses.slice(0, 200)).toEqual(Array(200).fill(200));
  agent.destroy();
});

test("when a public page cannot be rendered the last good one is sent, and the log has the reason", async () => {
  const lines: string[] = [];
  const app = await portal({ log: { level: "error", stream: { write: (line) => lines.push(line) } } });
  publicPage(app, "/", {}, () => {
    if (lines.length === 0 && app.pages.size().pages === 1) throw new Error("database is closed");
    return { body: "<h1>Bản tốt cuối</h1>", tags: ["home"] };
  });
  const home = () => app.inject({ url: "/", headers: { host } });
  await home();
  app.pages.dropTags(["home"]);
  expect((await home()).body).toBe("<h1>Bản tốt cuối</h1>");
  expect(lines.join("")).toMatch(/database is closed.*"reference":"[0-9A-Z]{4}-[0-9A-Z]{4}"/);
});

test("closing waits for what is being answered", async () => {
  const app = await portal();
  const [started, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  app.get("/cham", async () => {
    started.resolve();
    await gate.promise;
    return "xong";
  });
  const port = await listen(app);
  const answer = ask(port, "/cham", { host });
  await started.promise;
  const closed = app.close();
  gate.resolve();
  expect((await answer).text).toBe("xong");
  await closed;
});

test("thrown answers and failures become pages: 404, 410, 409 with a way back, 500 with a reference", async () => {
  const lines: string[] = [];
  const app = await portal({ log: { level: "info", stream: { write: (line) => lines.push(line) } } });
  const thrown: Record<string, unknown> = {
    "/khong-thay": new NotFound(),
    "/da-go": new Gone(),
    "/cu": new Stale("edition moved on", "/ban-bien-tap/tin-bai/7"),
    "/hong": new Error("duplicate key: nguyen.van.a"),
    "/la": "not even an error",
  };
  for (const [path, error] of Object.entries(thrown)) {
    app.get(path, () => {
      throw error;
    });
  }
  const answers: Record<string, { statusCode: number; body: string }> = {};
  for (const url of Object.keys(thrown)) answers[url] = await app.inject({ url, headers: { host } });
  expect(Object.values(answers).map(({ statusCode }) => statusCode)).toEqual([404, 410, 409, 500, 500]);
  expect(answers["/cu"]!.body).toContain('<a href="/ban-bien-tap/tin-bai/7">Xem bản mới nhất</a>');
  for (const url of ["/hong", "/la"]) {
    const reference = /<strong>([0-9A-Z]{4}-[0-9A-Z]{4})<\/strong>/.exec(answers[url]!.body)?.[1];
    expect(reference).toBeDefined();
    expect(lines.filter((line) => line.includes(reference!))).toHaveLength(1);
    expect(answers[url]!.body).not.toContain("duplicate");
  }
});

test("a public page that throws NotFound is 404 and not kept; once it exists it is shown", async () => {
  const app = await portal();
  let exists = false;
  publicPage(app, "/bai-viet/:slug", {}, () => {
    if (!exists) throw new NotFound();
    return { body: "<p>Bài</p>", tags: [] };
  });
  const status = async () => (await app.inject({ url: "/bai-viet/moi", headers: { host } })).statusCode;
  expect(await status()).toBe(404);
  exists = true;
  expect(await status()).toBe(200);
});

test("an address that exists answers another method with 405 and says which it takes", async () => {
  const app = await portal();
  publicPage(app, "/bai-viet/:slug", {}, () => ({ body: "", tags: [] }));
  const answer = await app.inject({ method: "POST", url: "/bai-viet/mot?x=1", headers: { host } });
  expect([answer.statusCode, answer.headers.allow]).toEqual([405, "GET, HEAD"]);
  expect((await app.inject({ method: "POST", url: "/bai-viet/mot/hai", headers: { host } })).statusCode).toBe(404);
});

test("a script is told in JSON what a person is told on a page", async () => {
  const app = await portal();
  const answer = await app.inject({ url: "/khong-co", headers: { host, accept: "application/json" } });
  expect(answer.json()).toMatchObject({
    ok: false,
    problem: "notFound",
    message: expect.stringContaining("không có trên cổng"),
  });
});

test("the portal's own problem page is used, and the plain one when that fails", async () => {
  let broken = false;
  const app = await portal({
    problemPage: (view, nonce) => {
      if (broken) throw new Error("no settings");
      return (
        <main class={view.place} data-nonce={nonce}>
          {view.title}
        </main>
      );
    },
  });
  const at = async (url: string, as = host) => (await app.inject({ url, headers: { host: as } })).body;
  expect(await at("/ban-bien-tap/khong-co")).toMatch(/<main class="desk" data-nonce=".+">Không tìm thấy trang<\/main>/);
  expect(await at("/khong-co")).toContain('class="site"');
  expect(await at("/khong-co", "evil.com")).not.toContain('class="site"');
  broken = true;
  expect(await at("/khong-co")).toContain("<h1>Không tìm thấy trang</h1>");
});

test("logs carry route and reference, never address, query, cookie or what the database says of a row", async () => {
  const lines: string[] = [];
  const app = await portal({ log: { level: "debug", stream: { write: (line) => lines.push(line) } } });
  app.get("/hong/:id", () => {
    throw Object.assign(new Error("unique constraint"), { detail: "Key (email)=(lan@example.vn)" });
  });
  const headers = { host, cookie: "session=bi-mat", "user-agent": "trình duyệt" };
  await app.inject({ url: "/hong/ho-so-rieng?q=tim-rieng", headers, remoteAddress: "203.0.113.9" });
  const log = lines.join("");
  expect(log).toContain("/hong/:id");
  expect(log).toContain("unique constraint");
  for (const personal of ["203.0.113.9", "tim-rieng", "ho-so-rieng", "bi-mat", "trình duyệt", "lan@example.vn"]) {
    expect(log).not.toContain(personal);
  }
});

test("a desk route that does not say who may use it stops the start, as does an unknown permission", async () => {
  const app = await portal({ permissions: new Set(["article.approve"]) });
  const handler = () => "";
  expect(() => app.post("/ban-bien-tap/x", handler)).toThrow("POST /ban-bien-tap/x does not say who may use it");
  expect(() => app.get("/ban-bien-tap/x", { config: { may: "article.aprove" } }, handler)).toThrow('"article.aprove"');
  app.post("/ban-bien-tap/y", { config: { may: "article.approve" } }, handler);
  app.get("/ban-bien-tap-khac", handler);
  expect(app.declaredRoutes).toContainEqual({
    method: "POST",
    url: "/ban-bien-tap/y",
    may: "article.approve",
    isKept: false,
  });
});

test("a zero byte, which PostgreSQL cannot even be asked for, is a bad address, and in a form the mark of what was unreadable", async () => {
  const app = await portal();
  app.get("/bai/:id", () => "đã tìm");
  for (const url of ["/bai/%00", "/bai/x%00y", "/tim-kiem?q=%00"]) {
    const answer = await app.inject({ url, headers: { host } });
    expect([url, answer.statusCode, answer.headers["x-frame-options"]]).toEqual([url, 400, "DENY"]);
  }
  expect(parseForm("ten=a%00b&the=%00&the=c")).toEqual({ ten: "a\uFFFDb", the: ["\uFFFD", "c"] });
});

test("after a form the browser is sent on with 303, and only within the portal", async () => {
  const app = await portal();
  app.get("/di", (request, reply) => reply.redirectAfterPost((request.query as { toi: string }).toi));
  const to = (toi: string) => app.inject({ url: "/di", query: { toi }, headers: { host } });
  const good = await to("/ban-bien-tap/tin-bai/7?xem=1#y-kien");
  expect([good.statusCode, good.headers.location]).toEqual([303, "/ban-bien-tap/tin-bai/7?xem=1#y-kien"]);
  expect((await to("/a\r\nSet-Cookie: x=1")).headers["set-cookie"]).toBeUndefined();
  for (const bad of [
    "https://evil.com/",
    "//evil.com",
    "/\\evil.com",
    "/\t/evil.com",
    "/x/..//evil.com",
    "javascript:alert(1)",
    "",
    "tin-bai",
  ]) {
    const answer = await to(bad);
    expect([bad, answer.statusCode, answer.headers.location]).toEqual([bad, 500, undefined]);
  }
});

test("built files are kept for ever by browsers, in the compressed form where it was built", async () => {
  const folder = await mkdtemp(join(tmpdir(), "assets-"));
  await writeFile(join(folder, "site-a1b2.css"), "body{color:red}");
  await writeFile(join(folder, "site-a1b2.css.br"), "nén");
  const app = await portal({ assets: folder });
  const plain = await app.inject({ url: "/assets/site-a1b2.css", headers: { host } });
  expect(plain.statusCode).toBe(200);
  expect(plain.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(plain.headers["content-type"]).toContain("text/css");
  const br = await app.inject({ url: "/assets/site-a1b2.css", headers: { host, "accept-encoding": "br" } });
  expect([br.headers["content-encoding"], br.body]).toEqual(["br", "nén"]);
  for (const url of ["/assets/khong.css", "/assets/../server.ts", "/assets/%2e%2e/package.json", "/assets/"]) {
    expect([url, (await app.inject({ url, headers: { host } })).statusCode]).toEqual([url, 404]);
  }
  await rm(folder, { recursive: true });
});

test("a body beyond the limit is 413 with a page, read to its end so that the browser shows it", async () => {
  const app = await portal({ limits: { bodyBytes: 1000 } });
  app.post("/hoi-dap", () => "nhận");
  const port = await listen(app);
  const body = `noi-dung=${"a".repeat(3_000_000)}`;
  const head = `POST /hoi-dap HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n`;
  const answer = await say(port, `${head}Content-Length: ${body.length}\r\n\r\n${body}`);
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer).toContain("Nội dung gửi lên quá lớn");
});

test("a body of another kind is 415, a broken one 400", async () => {
  const app = await portal();
  app.post("/hoi-dap", () => "nhận");
  const send = (type: string, payload: string) =>
    app.inject({ method: "POST", url: "/hoi-dap", headers: { host, "content-type": type }, payload });
  expect((await send("application/xml", "<x/>")).statusCode).toBe(415);
  expect((await send("application/json", "{")).statusCode).toBe(400);
});

test("a client that is slow with its headers is hung up on", async () => {
  const app = await portal({ limits: { headersMs: 30 } });
  const port = await listen(app);
  expect(await say(port, `GET / HTTP/1.1\r\nHost: ${host}\r\nX-Slow: `)).toMatch(/^HTTP\/1\.1 408 /);
});

test("headers beyond the limit and a body of two lengths are refused before any route", async () => {
  const app = await portal();
  const port = await listen(app);
  const long = await say(port, `GET /tim-kiem HTTP/1.1\r\nHost: ${host}\r\nCookie: ${"x".repeat(20_000)}\r\n\r\n`);
  expect(long).toMatch(/^HTTP\/1\.1 431 /);
  const smuggled = await say(
    port,
    `POST /tim-kiem HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  );
  expect(smuggled).toMatch(/^HTTP\/1\.1 400 /);
});

test("the time-outs and limits are those of the settings", async () => {
  const app = await portal();
  expect(app.server.headersTimeout).toBe(HTTP_LIMITS.headersMs);
  expect(app.server.requestTimeout).toBe(HTTP_LIMITS.requestMs);
  expect(app.server.keepAliveTimeout).toBe(HTTP_LIMITS.idleMs);
  expect(app.initialConfig.bodyLimit).toBe(HTTP_LIMITS.bodyBytes);
});

test("a short secret, or an official address with more than a host, stops the start", async () => {
  await expect(portal({ secret: "ngắn" })).rejects.toThrow("32 characters");
  for (const official of ["https://cong.example.vn/tin", "ftp://cong.example.vn", "https://a@cong.example.vn"]) {
    await expect(portal({ official })).rejects.toThrow("official address");
  }
});
