import { canonicalJson, sha256 } from "../kernel/ids.ts";
import { normalizeLine } from "../kernel/vietnamese.ts";
import { normalizeBody, normalizePicture } from "./body/normal.ts";
import type { ArticleContent, BodyDoc } from "./content.ts";

/** Changes when the normal form changes, so that hashes of two forms are never mistaken for each other. */
const FORM = "article-content/1";

/** Content without differences that cannot be seen (see `normalizeBody`). Idempotent. Keeps the ids of blocks. */
export function normalizeContent(content: ArticleContent): ArticleContent {
  return {
    title: normalizeLine(content.title),
    lead: normalizeLine(content.lead),
    body: normalizeBody(content.body),
    cover: content.cover && normalizePicture(content.cover),
    attachments: content.attachments.map(({ file, name, title, mime, size }) => ({
      file,
      name: normalizeLine(name),
      title: normalizeLine(title),
      mime,
      size,
    })),
    author: normalizeLine(content.author),
    onBehalf: normalizeLine(content.onBehalf),
    source: normalizeLine(content.source),
    sourceUrl: content.sourceUrl.trim(),
    sourceDate: content.sourceDate.trim(),
    category: content.category,
    unit: content.unit,
  };
}

/**
 * What an approval is given to (Đ15.k2.b3, REQ-108): SHA-256 of the normalised content, without the ids of blocks.
 * A save that changes nothing keeps it; any change a reader could see gives another.
 */
export function contentHash(content: ArticleContent): string {
  const normal = normalizeContent(content);
  return sha256(`${FORM}\n${canonicalJson({ ...normal, body: withoutIds(normal.body) })}`);
}

function withoutIds(body: BodyDoc): BodyDoc {
  return {
    type: "doc",
    content: body.content.map((block) => {
      const { id: _, ...attrs } = { ...block.attrs };
      const { attrs: __, ...rest } = block;
      return Object.keys(attrs).length > 0 ? { ...rest, attrs } : rest;
    }),
  };
}
