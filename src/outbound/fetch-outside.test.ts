import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fetchOutside, type OutsideRequest } from "./fetch-outside.ts";
import { mayReach } from "./public-address.ts";

describe("where a request may go", () => {
  test.each([
    "127.0.0.1",
    "127.9.9.9",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.100.100.200",
    "192.0.0.192",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.9",
    "203.0.113.9",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "168.63.129.16",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "::ffff:7f00:1",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::a00:1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "localhost",
    "0x7f.1",
    "2130706433",
    "",
  ])("not to %s", (address) => {
    expect(mayReach(address, "public")).toBe(false);
  });

  test.each(["8.8.8.8", "172.32.0.1", "100.128.0.1", "2404:6800:4005:80e::2004", "2001:4860:4860::8888"])(
    "to %s",
    (address) => {
      expect(mayReach(address, "public")).toBe(true);
    },
  );

  test("loopback is granted by the caller alone, and nothing else with it", () => {
    expect(mayReach("127.0.0.1", "public-and-loopback")).toBe(true);
    expect(mayReach("::1", "public-and-loopback")).toBe(true);
    for (const other of ["127.0.0.2", "10.0.0.1", "169.254.169.254", "::ffff:127.0.0.1"]) {
      expect(mayReach(other, "public-and-loopback")).toBe(false);
    }
  });
});

describe("a request to a machine of others", () => {
  const PATHS: Readonly<Record<string, RequestListener>> = {
    "/": (request, response) => response.end(`xin chào ${request.headers.host}`),
    "/hang": () => {},
    "/drip": (_, response) => {
      const timer = setInterval(() => response.write("x"), 20);
      response.on("close", () => clearInterval(timer));
    },
    "/huge": (_, response) => {
      const write = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536))) {}
      };
      response.on("drain", write);
      write();
    },
    "/bomb": (_, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(5_000_000))),
    "/bomb-br": (_, response) =>
      response.writeHead(200, { "content-encoding": "br" }).end(brotliCompressSync(Buffer.alloc(5_000_000))),
    "/packed": (_, response) => response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("đã nén")),
    "/broken": (_, response) => response.writeHead(200, { "content-encoding": "gzip" }).end("không phải gzip"),
    "/strange": (_, response) => response.writeHead(200, { "content-encoding": "zstd" }).end("gì đó"),
    "/cut": (_, response) => {
      response.writeHead(200, { "content-length": "100" }).write("nửa");
      setImmediate(() => response.destroy());
    },
    "/there": (_, response) => response.writeHead(302, { location: "/" }).end(),
    "/round": (_, response) => response.writeHead(302, { location: "/round" }).end(),
    "/to-metadata": (_, response) =>
      response.writeHead(302, { location: "http://169.254.169.254/latest/meta-data/" }).end(),
    "/to-mapped": (_, response) => response.writeHead(307, { location: "http://[::ffff:10.0.0.1]/" }).end(),
    "/to-file": (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
    "/echo": (request, response) => {
      let text = "";
      request.on("data", (part) => (text += part)).on("end", () => response.end(`${request.method} ${text}`));
    },
  };
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    server = createServer((request, response) => PATHS[request.url!]!(request, response));
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  const ask = (url: string, more: Partial<OutsideRequest> = {}) =>
    fetchOutside({ url, reach: "public-and-loopback", maxBytes: 100_000, timeoutMs: 5000, ...more });

  test("the answer comes with its bytes, unpacked, and the host is named as it was asked", async () => {
    const answer = await ask(`${origin}/`);
    expect(answer.ok && answer.value.body.toString()).toBe(`xin chào ${origin.slice(7)}`);
    const packed = await ask(`${origin}/packed`);
    expect(packed.ok && packed.value.body.toString()).toBe("đã nén");
    const sent = await ask(`${origin}/echo`, { method: "POST", body: "nội dung" });
    expect(sent.ok && sent.value.body.toString()).toBe("POST nội dung");
  });

  test.each([
    ["a receiver that never answers", "/hang", "tooSlow"],
    ["an answer that drips for ever", "/drip", "tooSlow"],
    ["an answer without end", "/huge", "tooLarge"],
    ["a gzip bomb", "/bomb", "tooLarge"],
    ["a brotli bomb", "/bomb-br", "tooLarge"],
    ["a broken packing", "/broken", "unreadable"],
    ["an unknown packing", "/strange", "unreadable"],
    ["an answer cut off", "/cut", "unreachable"],
    ["a redirect in a circle", "/round", "redirected"],
    ["a redirect to the metadata of a cloud", "/to-metadata", "addressNotPublic"],
    ["a redirect to a private address in IPv6 clothes", "/to-mapped", "addressNotPublic"],
    ["a redirect to a file", "/to-file", "addressInvalid"],
  ])("%s ends in a reason", async (_, path, problem) => {
    const isSlow = problem === "tooSlow";
    const answer = await ask(origin + path, { redirects: 3, timeoutMs: isSlow ? 300 : 5000 });
    expect(answer).toEqual({ ok: false, error: problem });
  });

  test("a redirect is followed only where the caller allows it", async () => {
    expect(await ask(`${origin}/there`, { redirects: 1 })).toMatchObject({ ok: true, value: { url: `${origin}/` } });
    expect(await ask(`${origin}/there`)).toMatchObject({ ok: true, value: { status: 302 } });
  });

  test.each([
    "ftp://example.org/",
    "file:///etc/passwd",
    "gopher://example.org/",
    "javascript:alert(1)",
    "//example.org/",
    "http://ten:matkhau@example.org/",
    "khong phai dia chi",
    "",
  ])("%s is no address to ask", async (url) => {
    expect(await ask(url)).toEqual({ ok: false, error: "addressInvalid" });
  });

  test.each([
    "http://127.1/",
    "http://0x7f000001/",
    "http://2130706433/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
  ])("%s is this machine, however it is written", async (url) => {
    expect(await ask(url, { reach: "public" })).toEqual({ ok: false, error: "addressNotPublic" });
  });

  test("a name is resolved once and the connection goes to the judged address: rebinding finds nothing", async () => {
    const { port } = new URL(origin);
    const answers = [["127.0.0.1"], ["10.0.0.1"]];
    let times = 0;
    const resolve = async () => answers[times++]!;
    const answer = await ask(`http://doi-dia-chi.invalid:${port}/`, { resolve });
    expect(answer.ok && answer.value.body.toString()).toBe(`xin chào doi-dia-chi.invalid:${port}`);
    expect(times).toBe(1);
  });

  test("one private address among those of a name is enough to refuse; a name without any is unknown", async () => {
    const mixed = async () => ["8.8.8.8", "192.168.1.9"];
    expect(await ask("http://lan.invalid/", { resolve: mixed })).toEqual({ ok: false, error: "addressNotPublic" });
    expect(await ask("http://khong.invalid/", { resolve: async () => [] })).toEqual({
      ok: false,
      error: "addressUnknown",
    });
    const never = () => new Promise<readonly string[]>(() => {});
    expect(await ask("http://cham.invalid/", { resolve: never, timeoutMs: 100 })).toEqual({
      ok: false,
      error: "tooSlow",
    });
  });

  test("nobody listens: a reason, no exception", async () => {
    expect(await ask("http://127.0.0.1:1/")).toEqual({ ok: false, error: "unreachable" });
  });
});
