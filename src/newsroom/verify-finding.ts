import type { ArticleContent } from "./content.ts";
import { contentHash } from "./content-hash.ts";

/** The first thing that is not as the rules and the log say: ends a verification. */
export class Finding extends Error {
  readonly row: string;
  constructor(row: string, why: string) {
    super(why);
    this.row = row;
  }
}

/** The column in which a row differs from what it should be, or null when it is as it should be. */
export function differs<T extends object>(row: T, should: Partial<Record<keyof T, unknown>>): keyof T | null {
  const names = Object.keys(should) as (keyof T)[];
  return names.find((name) => JSON.stringify(row[name] ?? null) !== JSON.stringify(should[name] ?? null)) ?? null;
}

/** The hash of a stored text, or null when it is no text at all. */
export function hashOf(content: string): string | null {
  try {
    return contentHash(JSON.parse(content) as ArticleContent);
  } catch {
    return null;
  }
}
