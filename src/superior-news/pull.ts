import { addToOutbox } from "../evidence/outbox.ts";
import { addSeconds } from "../kernel/clock.ts";
import { done, type Result, refused } from "../kernel/result.ts";
import { fetchOutside, type OutsideAnswer } from "../outbound/fetch-outside.ts";
import type { Reach } from "../outbound/public-address.ts";
import { OUTSIDE_WORDS } from "../outbound/words.ts";
import type { Portal } from "../portal.ts";
import { type FeedItem, readFeed } from "./read-feed.ts";
import { readPull } from "./superior-news.queries.ts";
import { FEED_WORDS } from "./words.ts";

const PATIENCE_MS = 15_000;
const MOST_BYTES = 1024 * 1024;
/** Items that are kept; the home page shows the first few. */
const KEPT = 10;

export type PullOutcome = "off" | "notYet" | "unchanged" | "read" | "failed";

/**
 * Reads the feed of Sở when it is due (`force`: now) and keeps its newest items. Whatever goes wrong, the last good
 * list of the same feed stays, and the reason stands on the desk page. Never a part of our own articles.
 */
export async function pullSuperiorNews(portal: Portal, reach: Reach, force = false): Promise<PullOutcome> {
  const { database, db, clock } = portal;
  const settings = await portal.settings();
  const feed = settings["superior.feed"];
  const now = clock.now();
  const last = await readPull(db);
  if (feed === "") return last === null ? "off" : forget();
  const known = last?.feed === feed ? last : null;
  if (known && !force && addSeconds(known.triedAt, settings["superior.minutes"] * 60) > now) return "notYet";

  const answer = await fetchOutside({
    url: feed,
    reach,
    headers: {
      Accept: "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.8",
      ...(known?.goodAt && known.etag ? { "If-None-Match": known.etag } : {}),
      ...(known?.goodAt && known.modified ? { "If-Modified-Since": known.modified } : {}),
    },
    maxBytes: MOST_BYTES,
    timeoutMs: PATIENCE_MS,
    redirects: 3,
  });
  const isSame = answer.ok && answer.value.status === 304 && known?.goodAt !== null && known !== null;
  const items = isSame ? null : answer.ok ? itemsIn(answer.value, now) : refused(OUTSIDE_WORDS[answer.error]);

  await database.transact(async (tx) => {
    const row = {
      feed,
      tried_at: now,
      good_at: items === null || items.ok ? now : (known?.goodAt ?? null),
      problem: items === null || items.ok ? null : items.error,
      etag: header(answer, "etag") ?? (items?.ok ? null : (known?.etag ?? null)),
      modified: header(answer, "last-modified") ?? (items?.ok ? null : (known?.modified ?? null)),
    };
    await tx
      .insertInto("superior_pull")
      .values({ id: 1, ...row })
      .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
      .execute();
    // Another feed's list may not stand under this one's name.
    if (items?.ok || !known) await keep(items?.ok ? items.value : []);
    await addToOutbox(tx, now, [{ kind: "pages", tags: ["superior-news"] }]);

    async function keep(list: readonly FeedItem[]) {
      await tx.deleteFrom("superior_item").execute();
      const rows = list
        .slice(0, KEPT)
        .map(({ title, link, publishedAt }, position) => ({ position, title, link, published_at: publishedAt }));
      if (rows.length > 0) await tx.insertInto("superior_item").values(rows).execute();
    }
  });
  return items === null ? "unchanged" : items.ok ? "read" : "failed";

  /** Without an address there is no block and nothing to remember. */
  async function forget(): Promise<PullOutcome> {
    await database.transact(async (tx) => {
      await tx.deleteFrom("superior_item").execute();
      await tx.deleteFrom("superior_pull").execute();
      await addToOutbox(tx, now, [{ kind: "pages", tags: ["superior-news"] }]);
    });
    return "off";
  }
}

/** What the clock does: a demonstration asks nobody's machine by itself. */
export async function pullWhenReal(portal: Portal, reach: Reach): Promise<PullOutcome> {
  return (await portal.settings())["portal.isDemo"] ? "off" : pullSuperiorNews(portal, reach);
}

function itemsIn({ status, headers, body, url }: OutsideAnswer, now: string): Result<readonly FeedItem[], string> {
  if (status !== 200) return refused(`Máy chủ bên kia trả lời mã ${status}, không phải một nguồn tin.`);
  const text = decoded(body, String(headers["content-type"] ?? ""));
  if (text === null) return refused(FEED_WORDS.notText);
  const items = readFeed(text, url, now);
  if (!items.ok) return refused(FEED_WORDS[items.error]);
  return items.value.length > 0 ? done(items.value) : refused(FEED_WORDS.empty);
}

/** Text by the encoding the answer or its first line names; null when the bytes are none. */
function decoded(body: Buffer, type: string): string | null {
  const declared =
    /charset="?([\w-]+)/i.exec(type)?.[1] ??
    /^<\?xml[^>]{0,100}encoding=["']([\w-]+)/i.exec(body.subarray(0, 200).toString("latin1"))?.[1];
  const isUtf16 = body[0] === 0xff || body[0] === 0xfe;
  try {
    return new TextDecoder(isUtf16 ? (body[0] === 0xff ? "utf-16le" : "utf-16be") : (declared ?? "utf-8"), {
      fatal: true,
    })
      .decode(body)
      .trimStart();
  } catch {
    return null;
  }
}

function header(answer: Result<OutsideAnswer, unknown>, name: "etag" | "last-modified"): string | null {
  const value = answer.ok && answer.value.status === 200 ? answer.value.headers[name] : undefined;
  return typeof value === "string" && value.length <= 200 ? value : null;
}
