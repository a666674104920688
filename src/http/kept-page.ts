import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Instant } from "../kernel/clock.ts";
import type { Encoding } from "./negotiate.ts";

/** What a public route gives to be kept: the same for every reader, whoever asks. */
export interface PublicPage {
  readonly body: string;
  /** What the page was made from; dropping any of them makes the page be rendered again. */
  readonly tags: readonly string[];
  /** 301 needs `location`; 410 is an address that answered once (Đ15.k3). */
  readonly status?: 200 | 301 | 410;
  readonly location?: string;
  readonly type?: string;
  /** Origins of other providers whose frames this page may show, and no other page. */
  readonly frames?: readonly string[];
  /** When the page stops being true by itself, such as a list that speaks of "hôm nay". */
  readonly until?: Instant;
}

/** One encoding of a kept page, ready for the socket. */
export interface Variant {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly headers: string[];
  readonly headersWhenNotModified: string[];
}

export interface KeptPage {
  readonly key: string;
  readonly status: number;
  /** HTML, which people read; not a feed or a picture. */
  readonly isPage: boolean;
  readonly tags: ReadonlySet<string>;
  readonly until: Instant | null;
  readonly variants: { [encoding in Encoding]?: Variant };
  readonly variant: (encoding: Encoding) => Promise<Variant>;
  /** Set once a tag was dropped: only good where no newer page can be rendered. */
  dropped: boolean;
  /** Asked for since the last look for room. */
  used: boolean;
  /** Bytes of memory, roughly. */
  size: number;
}

const brotlied = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** About what one page costs besides its bytes: headers, keys, objects. */
const OVERHEAD = 2048;
/** Below this a compressed page saves no packet. */
const WORTH_COMPRESSING = 512;

/**
 * Turns a rendered page into bytes and headers that never change. Each encoding is made when first asked for,
 * once however many ask, off the main thread; `onGrown` then hears of the memory it took.
 */
export function keepPage(
  key: string,
  page: PublicPage,
  commonHeaders: readonly string[],
  onGrown: (kept: KeptPage, by: number) => void,
): KeptPage {
  const identity = Buffer.from(page.body, "utf8");
  const status = page.status ?? 200;
  const version = createHash("sha256").update(identity).digest("base64url").slice(0, 22);
  const making = new Map<Encoding, Promise<Variant>>();

  const variantOf = (encoding: Encoding, bytes: Buffer): Variant => {
    const etag = encoding === "identity" ? `"${version}"` : `"${version}-${encoding}"`;
    const validators = status === 200 ? ["ETag", etag] : [];
    return {
      bytes,
      etag,
      headers: [
        ...["Content-Type", page.type ?? "text/html; charset=utf-8", "Content-Length", String(bytes.length)],
        ...(encoding === "identity" ? [] : ["Content-Encoding", encoding]),
        ...(page.location === undefined ? [] : ["Location", page.location]),
        ...validators,
        ...commonHeaders,
      ],
      headersWhenNotModified: [...validators, ...pick(commonHeaders, ["Cache-Control", "Vary"])],
    };
  };

  const plain = variantOf("identity", identity);
  const kept: KeptPage = {
    key,
    status,
    isPage: (page.type ?? "text/html").startsWith("text/html"),
    tags: new Set(page.tags),
    until: page.until ?? null,
    variants: { identity: plain },
    variant: (encoding) => {
      const ready = kept.variants[encoding];
      if (ready !== undefined) return Promise.resolve(ready);
      const started = making.get(encoding) ?? make(encoding);
      making.set(encoding, started);
      return started;
    },
    dropped: false,
    used: false,
    size: identity.length + 2 * key.length + OVERHEAD,
  };

  async function make(encoding: Encoding): Promise<Variant> {
    const bytes = identity.length < WORTH_COMPRESSING ? identity : await compress(identity, encoding);
    const made = bytes.length < identity.length ? variantOf(encoding, bytes) : plain;
    kept.variants[encoding] = made;
    if (made !== plain) {
      kept.size += bytes.length;
      onGrown(kept, bytes.length);
    }
    return made;
  }

  return kept;
}

function compress(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === "gzip") return gzipped(bytes, { level: 6 });
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_MODE, BROTLI_MODE_TEXT } = constants;
  // Quality 5 is where the size stops falling quickly; 11 takes fifty times as long for a tenth less.
  const params = {
    [BROTLI_PARAM_QUALITY]: 5,
    [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT,
    [BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotlied(bytes, { params });
}

function pick(headers: readonly string[], names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const at = headers.indexOf(name);
    return at === -1 ? [] : [name, headers[at + 1]!];
  });
}
