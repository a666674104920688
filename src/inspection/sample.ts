import { type Id, sha256 } from "../kernel/ids.ts";

export interface Drawn<Article> {
  readonly article: Article;
  readonly hash: string;
}

/**
 * The sample that a seed draws: articles in the order of SHA-256(seed + id), the first `size` of them. Nobody chose
 * it, and whoever knows the seed and the ids finds the same: `printf '%s%s' SEED ID | sha256sum`.
 */
export function drawSample<Article extends { readonly id: Id }>(
  seed: string,
  articles: readonly Article[],
  size: number,
): Drawn<Article>[] {
  return articles
    .map((article) => ({ article, hash: sha256(seed + article.id) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0))
    .slice(0, size);
}
