/**
 * Keeps the public pages a reader has visited, to be read where there is no network. While there is one, every page comes
 * from the server: what is kept is shown only when the server cannot be reached at all. What the portal moved or took down
 * is forgotten the next time it is asked for. The newsroom's desk is never touched.
 */

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asking extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
const worker = self as unknown as {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(name: "install" | "activate", listener: (event: Lasting) => void): void;
  addEventListener(name: "fetch", listener: (event: Asking) => void): void;
};

/** Raised when what is kept changes its shape: the worker of the new shape drops the old. */
const PAGES = "trang-1";
const FILES = "tep-1";
const MOST: Readonly<Record<string, number>> = { [PAGES]: 60, [FILES]: 160 };
const OFFLINE = "/ngoai-tuyen";
const NOT_PUBLIC = /^\/(ban-bien-tap|thiet-lap)(\/|$)/;

worker.addEventListener("install", (event) => event.waitUntil(prepare().then(() => worker.skipWaiting())));
worker.addEventListener("activate", (event) => event.waitUntil(begin()));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== worker.location.origin || NOT_PUBLIC.test(url.pathname)) return;
  // A name with a hash in it never means anything else.
  if (url.pathname.startsWith("/assets/")) event.respondWith(keptFirst(request));
  else if (request.mode === "navigate") event.respondWith(page(event, url));
  else if (request.destination === "image") event.respondWith(picture(event));
});

async function prepare(): Promise<void> {
  const answer = await fetch(OFFLINE);
  if (!answer.ok) throw new Error("no offline page");
  const files = [...(await answer.clone().text()).matchAll(/"(\/assets\/[^"]+)"/g)].map(([, file = ""]) => file);
  await Promise.all([keep(PAGES, OFFLINE, answer), ...files.map((file) => keptFirst(new Request(file)))]);
}

async function begin(): Promise<void> {
  for (const name of await caches.keys()) if (!(name in MOST)) await caches.delete(name);
  await worker.clients.claim();
}

async function page(event: Asking, url: URL): Promise<Response> {
  const address = url.pathname + url.search;
  try {
    // Asked of the server itself: the browser's own store may answer with what was good a second ago.
    const answer = await fetch(event.request, { cache: "no-cache" });
    event.waitUntil(remember(address, answer.clone()));
    return address === OFFLINE ? await withList(answer) : answer;
  } catch {
    const kept = await (await caches.open(PAGES)).match(address);
    if (kept && address !== OFFLINE) return marked(kept);
    const offline = await (await caches.open(PAGES)).match(OFFLINE);
    return offline ? withList(offline) : Response.error();
  }
}

const isGone = ({ status }: Response) => status === 404 || status === 410;
/** Pictures of a draft, and pages made for one reader, stay nowhere. */
const mayStay = ({ headers }: Response) => !headers.get("cache-control")?.includes("no-store");

/** A good page is kept; one that is no longer at its address is forgotten. */
async function remember(address: string, answer: Response): Promise<void> {
  if (answer.type === "opaqueredirect" || isGone(answer)) {
    await (await caches.open(PAGES)).delete(address);
    return;
  }
  const isPage = answer.headers.get("content-type")?.startsWith("text/html");
  if (answer.status === 200 && isPage && mayStay(answer)) await keep(PAGES, address, answer);
}

async function picture(event: Asking): Promise<Response> {
  try {
    const answer = await fetch(event.request);
    if (isGone(answer)) event.waitUntil(caches.open(FILES).then((cache) => cache.delete(event.request.url)));
    else if (answer.status === 200 && mayStay(answer)) {
      event.waitUntil(keep(FILES, event.request.url, answer.clone()));
    }
    return answer;
  } catch {
    return (await (await caches.open(FILES)).match(event.request.url)) ?? Response.error();
  }
}

async function keptFirst(request: Request): Promise<Response> {
  const kept = await (await caches.open(FILES)).match(request.url);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.status === 200) await keep(FILES, request.url, answer.clone());
  return answer;
}

/** Puts it last in the row, and lets the first go when there are too many. */
async function keep(name: string, key: string, answer: Response): Promise<void> {
  const cache = await caches.open(name);
  await cache.delete(key);
  await cache.put(key, answer);
  const keys = (await cache.keys()).filter(({ url }) => new URL(url).pathname !== OFFLINE);
  for (const old of keys.slice(0, Math.max(0, keys.length - MOST[name]!))) await cache.delete(old);
}

/** The page says of itself when it was kept; the reader's island makes a sentence of it. */
async function marked(kept: Response): Promise<Response> {
  const date = kept.headers.get("date") ?? "";
  return again(kept, (await kept.text()).replace("<html", `<html data-kept="${date.replaceAll('"', "")}"`));
}

/** The offline page with a link to every page that is kept. */
async function withList(offline: Response): Promise<Response> {
  const cache = await caches.open(PAGES);
  const items: string[] = [];
  for (const { url } of [...(await cache.keys())].reverse()) {
    const { pathname, search } = new URL(url);
    if (pathname === OFFLINE) continue;
    const title = /<title>([^<]*?)(?: \| [^<|]*)?<\/title>/.exec((await (await cache.match(url))?.text()) ?? "")?.[1];
    const href = (pathname + search).replaceAll("&", "&amp;").replaceAll('"', "%22");
    if (title) items.push(`<li><a href="${href}">${title}</a></li>`);
  }
  const list = items.length > 0 ? `<ul class="kept-list">${items.join("")}</ul>` : "";
  return again(
    offline,
    (await offline.text()).replace(/<p class="nothing" id="da-luu">.*?<\/p>/s, (none) => list || none),
  );
}

function again({ status, headers }: Response, body: string): Response {
  const kept = new Headers();
  for (const name of ["content-type", "content-security-policy", "referrer-policy", "permissions-policy"]) {
    const value = headers.get(name);
    if (value) kept.set(name, value);
  }
  return new Response(body, { status, headers: kept });
}
