import { once } from "node:events";
import { request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import type { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { systemClock } from "../kernel/clock.ts";
import { readForm } from "./form-body.ts";
import { formToken } from "./form-token.ts";
import { createHttp } from "./server.ts";

const host = "cong.example.vn";
const origin = `https://${host}`;
const SECRET = "một bí mật đủ dài để ký các biểu mẫu";

let app: FastifyInstance;
/** What handlers were given; nothing may reach them without a right token. */
let handled: unknown[];

beforeEach(async () => {
  handled = [];
  app = await createHttp({
    official: origin,
    clock: systemClock,
    secret: SECRET,
    sessionOf: ({ headers }) => (headers["x-session"] as string | undefined) ?? null,
    limits: { fileBytes: 1000, files: 2, bodyBytes: 5000 },
  });
  app.get("/bieu-mau", (request) => ({ csrf: request.csrf }));
  for (const method of ["POST", "PUT", "PATCH", "DELETE"] as const) {
    app.route({
      method,
      url: "/gui",
      handler: (request) => {
        handled.push(request.body);
        return "nhận";
      },
    });
  }
  app.post("/tep", async (request) => {
    const form = await readForm(request, async ({ filename, file }) => ({
      filename,
      text: (await file.toArray()).join(""),
    }));
    handled.push(form);
    return "nhận";
  });
  app.post("/tep-nho", { config: { upload: { fileSize: 4 } } }, async (request) => {
    handled.push(await readForm(request, ({ file }) => file.toArray()));
    return "nhận";
  });
});

afterEach(() => app.close());

/** Opens a page with a form, as a browser would: comes back with the cookie and the token. */
async function openForm(session?: string) {
  const answer = await app.inject({ url: "/bieu-mau", headers: { host, ...(session && { "x-session": session }) } });
  const { name, value } = answer.cookies[0]!;
  return {
    cookie: `${name}=${value}`,
    csrf: answer.json().csrf as string,
    setCookie: String(answer.headers["set-cookie"]),
  };
}

function send(fields: Record<string, string>, headers: Record<string, string>, url = "/gui") {
  const payload = new URLSearchParams(fields).toString();
  const type = { "content-type": "application/x-www-form-urlencoded" };
  return app.inject({ method: "POST", url, headers: { host, ...type, ...headers }, payload });
}

async function sendFiles(url: string, entries: [string, string | File][], headers: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  const encoded = new Response(form);
  const payload = Buffer.from(await encoded.arrayBuffer());
  return app.inject({
    method: "POST",
    url,
    headers: { host, "content-type": encoded.headers.get("content-type")!, ...headers },
    payload,
  });
}

test("a form of ours passes, before any session, with its words in NFC", async () => {
  const { cookie, csrf } = await openForm();
  const answer = await send({ csrf, ten: "Hòa".normalize("NFD") }, { cookie, origin, "sec-fetch-site": "same-origin" });
  expect(answer.body).toBe("nhận");
  expect(handled).toEqual([expect.objectContaining({ ten: "Hòa".normalize("NFC") })]);
});

test("the cookie is bound to this host, hidden from scripts, and given once", async () => {
  const { cookie, setCookie } = await openForm();
  expect(setCookie).toMatch(/^__Host-form=\w{26}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  const again = await app.inject({ url: "/bieu-mau", headers: { host, cookie } });
  expect(again.headers["set-cookie"]).toBeUndefined();
});

test("a browser without Sec-Fetch-Site and Origin is judged by its token alone", async () => {
  const { cookie, csrf } = await openForm();
  expect((await send({ csrf }, { cookie })).statusCode).toBe(200);
});

const own = { origin, "sec-fetch-site": "same-origin" };
test.each<[string, (form: { cookie: string; csrf: string }) => [Record<string, string>, Record<string, string>]]>([
  ["without a token", ({ cookie }) => [{}, { cookie, ...own }]],
  ["with an empty token", ({ cookie }) => [{ csrf: "" }, { cookie, ...own }]],
  ["with a token cut short", ({ cookie, csrf }) => [{ csrf: csrf.slice(1) }, { cookie, ...own }]],
  ["without the cookie", ({ csrf }) => [{ csrf }, own]],
  ["with another browser's cookie", ({ csrf }) => [{ csrf }, { cookie: "__Host-form=khac", ...own }]],
  ["with the cookie's own value as token", ({ cookie }) => [{ csrf: cookie.split("=")[1]! }, { cookie, ...own }]],
  [
    "with a token of another secret",
    ({ cookie }) => [{ csrf: formToken("khác", cookie.split("=")[1]!, null) }, { cookie, ...own }],
  ],
  [
    "with a token fetched before signing in",
    ({ cookie, csrf }) => [{ csrf }, { cookie, ...own, "x-session": "phien-1" }],
  ],
  [
    "from another site, even with everything else right",
    ({ cookie, csrf }) => [{ csrf }, { cookie, origin: "https://evil.com", "sec-fetch-site": "cross-site" }],
  ],
  ["from a sister site", ({ cookie, csrf }) => [{ csrf }, { cookie, "sec-fetch-site": "same-site" }]],
  ["from an unknown origin", ({ cookie, csrf }) => [{ csrf }, { cookie, origin: "null" }]],
  ["from our name without https", ({ cookie, csrf }) => [{ csrf }, { cookie, origin: `http://${host}` }]],
])("a form %s is refused before any of the route's code", async (_, forge) => {
  const answer = await send(...forge(await openForm()));
  expect(answer.statusCode).toBe(403);
  expect(answer.body).toContain("Biểu mẫu chưa được nhận");
  expect(handled).toEqual([]);
});

test.each(["POST", "PUT", "PATCH", "DELETE"] as const)("%s needs a token whatever it carries", async (method) => {
  const bodies = [{}, { payload: { csrf: { $ne: "" } } }, { payload: "x", headers: { "content-type": "text/plain" } }];
  for (const { headers = {}, ...body } of bodies as { headers?: object; payload?: object }[]) {
    const answer = await app.inject({ method, url: "/gui", headers: { host, ...own, ...headers }, ...body });
    expect(answer.statusCode).toBe(403);
  }
  expect(handled).toEqual([]);
});

test("a token is good for the session it was given in", async () => {
  const { cookie, csrf } = await openForm("phien-1");
  expect((await send({ csrf }, { cookie, ...own, "x-session": "phien-1" })).statusCode).toBe(200);
  expect((await send({ csrf }, { cookie, ...own, "x-session": "phien-2" })).statusCode).toBe(403);
});

test("nothing typed is lost: a stale form comes back whole behind one button, and then passes", async () => {
  const typed = { tieu_de: 'Họp "phụ huynh" & <lớp 12>', noi_dung: "Dòng một\r\nDòng hai" };
  const stale = await send({ csrf: "cũ", ...typed }, own, "/gui?buoc=2");
  expect(stale.statusCode).toBe(403);
  expect(stale.body).toContain("Gửi lại");
  expect(stale.body).toContain('<form method="post" action="/gui?buoc=2">');
  expect(stale.body).not.toContain("<lớp 12>");

  const again = Object.fromEntries(
    Array.from(stale.body.matchAll(/<input type="hidden" name="(.*?)" value="(.*?)"\/?>/gs), ([, name, value]) => [
      name!,
      value!.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
    ]),
  );
  const { name, value } = stale.cookies[0]!;
  expect((await send(again, { cookie: `${name}=${value}`, ...own }, "/gui?buoc=2")).statusCode).toBe(200);
  expect(handled).toEqual([expect.objectContaining(typed)]);
});

test("a form given back before signing in passes once it is sent again, unchanged, from the same browser", async () => {
  const typed = { tieu_de: "Trả lại", noi_dung: "Dòng một\r\nDòng hai" };
  const { cookie } = await openForm("phien-cu");
  const refusedForm = await send({ csrf: "cũ", ...typed }, { cookie, ...own });
  const csrf = /name="csrf" value="([^"]+)"/.exec(refusedForm.body)![1]!;
  const signedIn = { cookie, ...own, "x-session": "phien-moi" };
  for (const [words, headers, url] of [
    [{ ...typed, noi_dung: "Khác" }, signedIn, "/gui"],
    [{ ...typed, them: "1" }, signedIn, "/gui"],
    [typed, signedIn, "/gui?khac=1"],
    [typed, { ...signedIn, cookie: "__Host-form=khac" }, "/gui"],
    [typed, { cookie, "x-session": "phien-moi" }, "/gui"],
    [typed, { cookie, "x-session": "phien-moi", origin: "https://evil.com", "sec-fetch-site": "cross-site" }, "/gui"],
  ] as [Record<string, string>, Record<string, string>, string][])
    expect((await send({ csrf, ...words }, headers, url)).statusCode).toBe(403);
  expect(handled).toEqual([]);
  expect((await send({ csrf, ...typed, noi_dung: "Dòng một\nDòng hai" }, signedIn)).statusCode).toBe(200);
});

test("a password is never sent back: it is asked for again", async () => {
  const answer = await send({ csrf: "cũ", tai_khoan: "thuky", password: "bí mật 1", mat_khau_moi: "bí mật 2" }, own);
  expect(answer.body).toContain('value="thuky"');
  expect(answer.body).not.toContain("bí mật");
  expect(answer.body).toMatch(/<input type="password" name="password"[^>]*>/);
  expect(answer.body).toMatch(/<input type="password" name="mat_khau_moi"[^>]*>/);
});

test("a stranger's form is not offered for sending again", async () => {
  const { cookie } = await openForm();
  const forged = { csrf: "đoán", tieu_de: "Lời của kẻ khác" };
  for (const from of [{ origin: "https://evil.com" }, { "sec-fetch-site": "cross-site" }, {}]) {
    const answer = await send(forged, { cookie, ...from } as Record<string, string>);
    expect(answer.statusCode).toBe(403);
    expect(answer.body).not.toContain("Lời của kẻ khác");
    expect(answer.body).not.toContain("<form");
  }
});

test("a script sends its token in a header, and gets a fresh one when it was stale", async () => {
  const { cookie, csrf } = await openForm();
  const post = (token: string) =>
    app.inject({
      method: "POST",
      url: "/gui",
      headers: { host, cookie, ...own, accept: "application/json", "x-csrf": token },
      payload: { title: "Bản nháp" },
    });
  const stale = await post("cũ");
  expect(stale.statusCode).toBe(403);
  expect(stale.json()).toMatchObject({ ok: false, problem: "forged", csrf });
  expect((await post(stale.json().csrf)).body).toBe("nhận");
  expect(handled).toEqual([{ title: "Bản nháp" }]);
});

test("a form with files carries its token first; fields and files then arrive in order", async () => {
  const { cookie, csrf } = await openForm();
  const entries: [string, string | File][] = [
    ["csrf", csrf],
    ["ten", "Hòa".normalize("NFD")],
    ["the", "a"],
    ["the", "b"],
    ["tep", new File(["nội dung"], "bài.docx")],
    ["tep", new File([], "")],
  ];
  expect((await sendFiles("/tep", entries, { cookie, ...own })).body).toBe("nhận");
  expect(handled).toEqual([
    { fields: { ten: "Hòa".normalize("NFC"), the: ["a", "b"] }, files: [{ filename: "bài.docx", text: "nội dung" }] },
  ]);
});

test("a form with files may carry its token in the header instead", async () => {
  const { cookie, csrf } = await openForm();
  const answer = await sendFiles("/tep", [["tep", new File(["x"], "a.txt")]], { cookie, ...own, "x-csrf": csrf });
  expect(answer.statusCode).toBe(200);
});

test("a form with files and a stale or late token is refused; its words come back, its files must be chosen again", async () => {
  const { cookie, csrf } = await openForm();
  for (const entries of [
    [
      ["csrf", "cũ"],
      ["ten", "Tin mới"],
      ["tep", new File(["x"], "a.txt")],
    ],
    [
      ["ten", "Tin mới"],
      ["tep", new File(["x"], "a.txt")],
      ["csrf", csrf],
    ],
    [
      ["tep", new File(["x"], "a.txt")],
      ["ten", "Tin mới"],
    ],
  ] as [string, string | File][][]) {
    const answer = await sendFiles("/tep", entries, { cookie, ...own });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('name="ten" value="Tin mới"');
    expect(answer.body).toContain("chọn lại tệp");
  }
  expect(
    (await sendFiles("/tep", [["tep", new File(["x"], "a.txt")]], { cookie, origin: "https://evil.com" })).statusCode,
  ).toBe(403);
  expect(handled).toEqual([]);
});

test.each<[string, string, [string, string | File][]]>([
  ["a file beyond the limit", "/tep", [["tep", new File(["x".repeat(1001)], "a.txt")]]],
  ["a file beyond the route's own limit", "/tep-nho", [["tep", new File(["12345"], "a.txt")]]],
  ["too many files", "/tep", [1, 2, 3].map((n) => ["tep", new File(["x"], `${n}.txt`)])],
  ["a text beyond the limit", "/tep", [["noi_dung", "x".repeat(5001)]]],
])("%s is 413, never cut", async (_, url, entries) => {
  const { cookie, csrf } = await openForm();
  const answer = await sendFiles(url, [["csrf", csrf], ...entries], { cookie, ...own });
  expect(answer.statusCode).toBe(413);
  expect(answer.body).toContain("quá lớn");
  expect(handled).toEqual([]);
});

test("a huge upload that is refused is read to its end, so that the browser gets the answer and keeps its connection", async () => {
  await app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const { cookie, csrf } = await openForm();
  const boundary = "ranh-gioi";
  const part = (name: string, extra: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${extra}\r\n\r\n${value}\r\n`;
  for (const [token, status] of [
    [csrf, 413],
    ["cũ", 403],
  ] as const) {
    const request = httpRequest({
      ...{ host: "127.0.0.1", port, path: "/tep", method: "POST", agent: false },
      headers: { host, cookie, ...own, "content-type": `multipart/form-data; boundary=${boundary}` },
    });
    request.write(part("csrf", "", token) + part("ten", "", "Tin mới"));
    request.end(`${part("tep", '; filename="a.bin"', "x".repeat(4_000_000))}--${boundary}--\r\n`);
    const [response] = await once(request, "response");
    expect(response.statusCode).toBe(status);
    const page = (await (response as Readable).toArray()).join("");
    if (status === 403) expect(page).toContain('name="ten" value="Tin mới"');
  }
  expect(handled).toEqual([]);
});

test("a name of a built-in is a field like any other, and changes nothing", async () => {
  const { cookie, csrf } = await openForm();
  await send({ csrf, __proto__x: "1", constructor: "2", toString: "3" }, { cookie, ...own });
  expect(Object.getPrototypeOf(handled[0])).toBe(null);
  expect(({} as Record<string, unknown>).__proto__x).toBeUndefined();
});
