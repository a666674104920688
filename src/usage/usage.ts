import type { Actor } from "../board/actor.ts";
import type { Id } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";

/** What is about to be replaced, renamed, closed or left out. */
export type Thing =
  | { readonly kind: "file"; readonly hash: string }
  /** A public page of this portal: a document, a page, a section, an article. */
  | { readonly kind: "address"; readonly href: string }
  | { readonly kind: "section"; readonly id: Id }
  | { readonly kind: "unit"; readonly id: Id };

/** One place that uses it. */
export interface Use {
  /** "Bài", "Văn bản", "Danh mục chính" */
  readonly what: string;
  readonly label: string;
  /** Null where this person may not go. */
  readonly href: string | null;
  /** "đang công khai", "bản nháp" */
  readonly note: string;
}

/** What a room knows of uses. Only what `by` may see is named; the rest is counted without its name. */
export interface UsageSource {
  uses(db: Db, thing: Thing, by: Actor): Promise<readonly Use[]>;
}

/** Address of the page that shows the uses of a thing. */
export function usageHref(thing: Thing): string {
  const query =
    thing.kind === "file"
      ? { tep: thing.hash }
      : thing.kind === "address"
        ? { trang: thing.href }
        : thing.kind === "section"
          ? { "chuyen-muc": thing.id }
          : { "don-vi": thing.id };
  return `/ban-bien-tap/dang-dung?${new URLSearchParams(query)}`;
}

/** Everywhere a thing is used, room by room. */
export async function usesOf(
  sources: readonly UsageSource[],
  db: Db,
  thing: Thing,
  by: Actor,
): Promise<readonly Use[]> {
  const found: Use[] = [];
  for (const source of sources) found.push(...(await source.uses(db, thing, by)));
  return found;
}
