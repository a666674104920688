import type { IncomingMessage, ServerResponse } from "node:http";
import { type KeptPage, keepPage, type PublicPage, type Variant } from "../http/kept-page.ts";
import { chooseEncoding, type Encoding, namesVersion } from "../http/negotiate.ts";
import type { Clock } from "../kernel/clock.ts";
import { done, type Result, refused } from "../kernel/result.ts";

export type { PublicPage } from "../http/kept-page.ts";

export interface PageCacheOptions {
  /** Memory for kept pages; the least asked for leave first. */
  readonly maxBytes: number;
  readonly clock: Clock;
  /** Security headers of a page as `[name, value, …]`; kept with its bytes, so they may not differ by reader. */
  readonly headers: (page: PublicPage) => readonly string[];
  /** Errors that are answers, such as "no such page": they are never covered by the last good page. */
  readonly isAnswer: (error: unknown) => boolean;
  /** Told when a page could not be rendered and the last good one was sent in its place. */
  readonly onLastGood: (key: string, error: unknown) => void;
  /** Told of each page of HTML that was sent, or confirmed as still good; must be quick and may not throw. */
  readonly onRead?: (
    request: IncomingMessage,
    page: { readonly key: string; readonly tags: ReadonlySet<string> },
  ) => void;
  readonly cacheControl?: string;
}

/** Renders the page of one key, or throws. */
export type Render = () => PublicPage | Promise<PublicPage>;

export interface PageCache {
  /**
   * Answers at once, without a promise, when exactly this address is kept and fresh; otherwise touches nothing
   * and says false. Called before any router, so the caller has already accepted the host.
   */
  serve(request: IncomingMessage, response: ServerResponse): boolean;
  /**
   * Answers with the page kept under `key`, rendering it when needed: once, however many wait. Only the route
   * makes keys, from the parts of an address that matter, so that unknown query strings cannot fill the memory.
   * Throws what `render` threw, having answered nothing, when that is itself an answer or no good page is left.
   */
  answer(key: string, request: IncomingMessage, response: ServerResponse, render: Render): Promise<void>;
  /** The pages made from any of these are rendered again before they are next shown. */
  dropTags(tags: readonly string[]): void;
  /** As `dropTags`, and the old bytes are not kept as last good either: for what may not be shown again (Đ15.k3). */
  forgetTags(tags: readonly string[]): void;
  clear(): void;
  size(): { readonly pages: number; readonly bytes: number };
}

/**
 * One second in shared caches: a content network then carries a burst, while a new article is everywhere within
 * about a second. Browsers ask each time and get 304.
 */
const CACHE_CONTROL = "public, max-age=0, s-maxage=1, stale-while-revalidate=1, stale-if-error=86400";

/** What one rendering came to. */
interface Outcome {
  /** The generation in which it began. */
  readonly began: number;
  /** Something it was made from was dropped before it ended: it may not be kept, nor shown to whoever came later. */
  readonly outrun: boolean;
  readonly kept: Result<KeptPage, unknown>;
}

/**
 * Keeps public pages as compressed bytes with everything their answer needs, so that a page read by everyone
 * costs one lookup and one write. Knows nothing of what pages say.
 */
export function createPageCache(options: PageCacheOptions): PageCache {
  const { clock, headers, isAnswer, maxBytes, onLastGood, onRead, cacheControl = CACHE_CONTROL } = options;
  /** Oldest first: a Map remembers the order. */
  const pages = new Map<string, KeptPage>();
  const renderings = new Map<string, Promise<Outcome>>();
  const encodings = new Map<string, Encoding>();
  /** Grows with every drop, so that a rendering can tell what happened while it ran. */
  let generation = 0;
  /** When each tag was last dropped; remembered only while something is being rendered. */
  const droppedIn = new Map<string, number>();
  let clearedIn = 0;
  let bytes = 0;

  const isFresh = (kept: KeptPage) => !kept.dropped && (kept.until === null || clock.now() < kept.until);

  function encodingFor(request: IncomingMessage): Encoding {
    const accept = request.headers["accept-encoding"] as string | undefined;
    if (accept === undefined) return "identity";
    const known = encodings.get(accept);
    if (known !== undefined) return known;
    if (encodings.size > 200) encodings.clear();
    const chosen = chooseEncoding(accept);
    encodings.set(accept, chosen);
    return chosen;
  }

  function serve(request: IncomingMessage, response: ServerResponse): boolean {
    const kept = pages.get(request.url!);
    if (kept === undefined || !isFresh(kept)) return false;
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    const variant = kept.variants[encodingFor(request)];
    if (variant === undefined) return false;
    kept.used = true;
    send(request, response, kept, variant);
    return true;
  }

  async function answer(key: string, request: IncomingMessage, response: ServerResponse, render: Render) {
    const kept = await freshOrLastGood(key, render);
    const variant = await kept.variant(encodingFor(request));
    send(request, response, kept, variant);
  }

  function send(request: IncomingMessage, response: ServerResponse, kept: KeptPage, variant: Variant): void {
    write(request, response, kept, variant);
    if (kept.isPage && kept.status === 200) onRead?.(request, kept);
  }

  async function freshOrLastGood(key: string, render: Render): Promise<KeptPage> {
    const came = generation;
    for (;;) {
      const kept = pages.get(key);
      if (kept !== undefined && isFresh(kept)) return kept;
      const { began, outrun, kept: outcome } = await (renderings.get(key) ?? begin(key, render));
      // Whoever came before the drop may have the text of before; whoever came after must not.
      if (outrun && began < came) continue;
      if (outcome.ok) return outcome.value;
      throw outcome.error;
    }
  }

  function begin(key: string, render: Render): Promise<Outcome> {
    const began = generation;
    const rendering = Promise.resolve()
      .then(render)
      .then(
        (page) => store(key, page, began),
        (error) => (isAnswer(error) ? missing(key, error, began) : lastGood(key, error, began)),
      )
      .finally(() => {
        renderings.delete(key);
        if (renderings.size === 0) droppedIn.clear();
      });
    renderings.set(key, rendering);
    return rendering;
  }

  function store(key: string, page: PublicPage, began: number): Outcome {
    const common = ["Cache-Control", cacheControl, "Vary", "Accept-Encoding", ...headers(page)];
    const kept = keepPage(key, page, common, (grown, by) => {
      if (pages.get(key) === grown) resize(by);
    });
    const outrun = began < clearedIn || page.tags.some((tag) => began < (droppedIn.get(tag) ?? 0));
    if (!outrun && kept.size <= maxBytes) {
      remove(key);
      pages.set(key, kept);
      resize(kept.size);
    }
    return { began, outrun, kept: done(kept) };
  }

  /** Nobody can say which drop would have made the page exist, so any drop outruns this answer. */
  function missing(key: string, error: unknown, began: number): Outcome {
    remove(key);
    return { began, outrun: began < generation, kept: refused(error) };
  }

  function lastGood(key: string, error: unknown, began: number): Outcome {
    const kept = pages.get(key);
    if (kept === undefined) return { began, outrun: false, kept: refused(error) };
    onLastGood(key, error);
    return { began, outrun: false, kept: done(kept) };
  }

  function dropTags(tags: readonly string[]): void {
    markDropped(tags);
    for (const kept of made(tags)) kept.dropped = true;
  }

  function forgetTags(tags: readonly string[]): void {
    markDropped(tags);
    for (const kept of made(tags)) remove(kept.key);
  }

  function markDropped(tags: readonly string[]): void {
    generation += 1;
    if (renderings.size > 0) for (const tag of tags) droppedIn.set(tag, generation);
  }

  function made(from: readonly string[]): KeptPage[] {
    return [...pages.values()].filter((kept) => from.some((tag) => kept.tags.has(tag)));
  }

  function clear(): void {
    generation += 1;
    clearedIn = generation;
    pages.clear();
    bytes = 0;
  }

  function remove(key: string): void {
    const kept = pages.get(key);
    if (kept === undefined) return;
    pages.delete(key);
    bytes -= kept.size;
  }

  /** Makes room: a page asked for since the last look is spared once. */
  function resize(by: number): void {
    bytes += by;
    if (bytes <= maxBytes) return;
    for (const kept of pages.values()) {
      if (bytes <= maxBytes) return;
      pages.delete(kept.key);
      if (kept.used) {
        kept.used = false;
        pages.set(kept.key, kept);
      } else {
        bytes -= kept.size;
      }
    }
  }

  return { serve, answer, dropTags, forgetTags, clear, size: () => ({ pages: pages.size, bytes }) };
}

function write(request: IncomingMessage, response: ServerResponse, kept: KeptPage, variant: Variant): void {
  const known = request.headers["if-none-match"];
  if (known !== undefined && kept.status === 200 && namesVersion(known, variant.etag)) {
    response.writeHead(304, variant.headersWhenNotModified);
    response.end();
    return;
  }
  response.writeHead(kept.status, variant.headers);
  if (request.method === "HEAD") response.end();
  else response.end(variant.bytes);
}
