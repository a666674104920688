import type { Id } from "../kernel/ids.ts";
import type { Month } from "../kernel/months.ts";
import type { Count } from "./count.ts";

const HOME = "/ban-bien-tap/chi-tieu";

/** Addresses of the room. */
export const QUOTA_PATHS = {
  home: HOME,
  /** Lists of the month's articles, as spreadsheets. */
  articles: `${HOME}/bai`,
  queue: `${HOME}/danh-gia`,
  article: (article: Id) => `${HOME}/bai/${article}`,
  exempt: `${HOME}/mien`,
  revoke: (exemption: Id) => `${HOME}/mien/${exemption}/thu-hoi`,
} as const;

export interface QuotaFilter {
  readonly month: Month;
  /** Code of a unit; "" for all. */
  readonly unit: string;
  /** Only articles that count so; `other`: neither good nor provisional; "" for all. */
  readonly count: Count | "other" | "";
}

/** The page of a month, or a spreadsheet of it, with its filters in the address. */
export function quotaHref(path: string, { month, unit, count }: QuotaFilter): string {
  const query = new URLSearchParams({ thang: month });
  if (unit) query.set("don-vi", unit);
  if (count) query.set("cach-tinh", count);
  return `${path}?${query}`;
}
