import { addSeconds, type Instant } from "../kernel/clock.ts";
import type { Db } from "../storage/database.ts";
import { LINK_FAULTS, type LinkFault } from "./fault.ts";

export interface BrokenLink {
  readonly href: string;
  /** "trang đích không còn" */
  readonly why: string;
  /** Last time it led somewhere; null when it never did. */
  readonly goodAt: Instant | null;
  /** Pages it stands on, with the words of the link. */
  readonly uses: readonly { readonly page: string; readonly words: string }[];
}

export interface LinkHealth {
  readonly targets: number;
  /** Not looked at yet. */
  readonly unseen: number;
  /** True when nothing outside has answered for a day: then our own line is broken, not everybody's links. */
  readonly isCutOff: boolean;
  readonly broken: readonly BrokenLink[];
}

/** Twice in a row: a machine that paused for an hour is not told of. */
const SURE = 2;

/** Links of public pages that lead nowhere, those of our own pages first. */
export async function linkHealth(db: Db, now: Instant): Promise<LinkHealth> {
  const targets = await db.selectFrom("link_target").selectAll().orderBy("href").execute();
  const outside = targets.filter(({ href }) => !href.startsWith("/"));
  const since = addSeconds(now, -24 * 3600 - 3600);
  const looked = outside.filter(({ checked_at }) => checked_at !== null && checked_at >= since);
  const isCutOff = looked.length > 0 && !looked.some(({ good_at }) => good_at !== null && good_at >= since);
  const bad = targets.filter(
    ({ href, failures }) => failures >= (href.startsWith("/") ? 1 : SURE) && (href.startsWith("/") || !isCutOff),
  );
  const uses =
    bad.length === 0
      ? []
      : await db
          .selectFrom("link_use")
          .selectAll()
          .where(
            "href",
            "in",
            bad.map(({ href }) => href),
          )
          .orderBy("page")
          .execute();
  return {
    targets: targets.length,
    unseen: targets.filter(({ checked_at }) => checked_at === null).length,
    isCutOff,
    broken: bad.map(({ href, fault, good_at }) => ({
      href,
      why: LINK_FAULTS[fault as Exclude<LinkFault, "">],
      goodAt: good_at,
      uses: uses.filter((use) => use.href === href).map(({ page, words }) => ({ page, words })),
    })),
  };
}
