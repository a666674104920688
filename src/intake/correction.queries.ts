import type { Id } from "../kernel/ids.ts";
import type { Settings } from "../settings/settings.ts";
import type { Db, Tx } from "../storage/database.ts";
import { readTarget } from "./target.ts";

/** An article as its address finds it. */
export interface FoundArticle {
  readonly id: Id;
  readonly path: string;
  readonly title: string;
  readonly isLive: boolean;
}

/** The article that stands, or stood, at a path; an old path leads to it. */
export async function articleAt(db: Db | Tx, typed: string): Promise<FoundArticle | null> {
  const moved = await db.selectFrom("redirect").select("to_path").where("from_path", "=", typed).executeTakeFirst();
  const path = moved?.to_path ?? typed;
  const row = await db
    .selectFrom("article")
    .leftJoin("published_article", "published_article.article_id", "article.id")
    .select(["article.id", "article.publication", "published_article.title"])
    .where("article.slug", "=", path.replace("/bai-viet/", ""))
    .executeTakeFirst();
  return row ? { id: row.id, path, title: row.title ?? "", isLive: row.publication === "LIVE" } : null;
}

/** Hosts under which the portal's own pages are known. */
export const ownHosts = (settings: Settings): string[] => [settings["site.canonicalHost"], ...settings["site.aliases"]];

/** The public article whose address was typed; null when there is none. */
export async function liveArticle(db: Db | Tx, settings: Settings, typed: string): Promise<FoundArticle | null> {
  const target = readTarget(typed, ownHosts(settings));
  const found = target.kind === "article" ? await articleAt(db, target.path) : null;
  return found?.isLive ? found : null;
}

/** The article by which a slip was answered before everybody, while the public can read it (REQ-020). */
export interface Correction {
  readonly article: Id;
  readonly path: string;
  readonly title: string;
}

export async function correctionOf(db: Db | Tx, article: Id | null): Promise<Correction | null> {
  if (!article) return null;
  const row = await db
    .selectFrom("published_article")
    .select(["slug", "title"])
    .where("article_id", "=", article)
    .executeTakeFirst();
  return row ? { article, path: `/bai-viet/${row.slug}`, title: row.title } : null;
}
