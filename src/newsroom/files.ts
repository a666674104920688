import { pictures } from "./body/text.ts";
import type { ArticleContent, FileHash } from "./content.ts";

/** Every stored file that a text shows or offers: cover, pictures of the body, attachments. */
export function filesOf(content: ArticleContent): FileHash[] {
  const used = [
    ...(content.cover ? [content.cover.file] : []),
    ...pictures(content.body).map(({ picture }) => picture.file),
    ...content.attachments.map(({ file }) => file),
  ];
  return [...new Set(used)];
}
