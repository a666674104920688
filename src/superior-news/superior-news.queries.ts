import type { Instant } from "../kernel/clock.ts";
import type { Db } from "../storage/database.ts";
import type { FeedItem } from "./read-feed.ts";

export interface Pull {
  readonly feed: string;
  readonly triedAt: Instant;
  readonly goodAt: Instant | null;
  readonly problem: string | null;
  readonly etag: string | null;
  readonly modified: string | null;
}

/** How the feed was last read; null before the first time. */
export async function readPull(db: Db): Promise<Pull | null> {
  const row = await db.selectFrom("superior_pull").selectAll().executeTakeFirst();
  if (!row) return null;
  const { feed, tried_at, good_at, problem, etag, modified } = row;
  return { feed, triedAt: tried_at, goodAt: good_at, problem, etag, modified };
}

/** The last good list, newest first. */
export async function readSuperiorItems(db: Db, limit: number): Promise<FeedItem[]> {
  const rows = await db.selectFrom("superior_item").selectAll().orderBy("position").limit(limit).execute();
  return rows.map(({ title, link, published_at }) => ({ title, link, publishedAt: published_at }));
}
