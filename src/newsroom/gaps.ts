import { plainText } from "./body/text.ts";
import type { ArticleContent } from "./content.ts";

const GAP = /\[[^[\]\n]*\p{L}[^[\]\n]*\]/gu;

/**
 * What a template left to be filled in and still stands in the text, each as it is written: "[Ngày]". Brackets may be
 * meant, so this warns before sending and refuses nothing.
 */
export function gapsIn({ title, lead, body }: Pick<ArticleContent, "title" | "lead" | "body">): string[] {
  return [...new Set([title, lead, plainText(body)].flatMap((text) => text.match(GAP) ?? []))];
}
