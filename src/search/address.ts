import { slug } from "../kernel/vietnamese.ts";
import { KIND_NAMES, type SearchKind } from "./kinds.ts";
import type { FilterName, Filters } from "./search.queries.ts";

/** What a page of results is made from, as its address says it. */
export interface Asked {
  readonly q: string;
  readonly filters: Filters;
  readonly page: number;
}

const PARTS: Readonly<Record<FilterName, string>> = {
  kind: "loai",
  category: "chuyen-muc",
  unit: "don-vi",
  year: "nam",
};

const LONGEST = 200;

/** Reads an address; what is no filter of ours, or too long to be one, says nothing. */
export function readAddress(query: Readonly<Record<string, unknown>>): Asked {
  const one = (name: string) => (typeof query[name] === "string" ? (query[name] as string) : "");
  const filters = Object.fromEntries(
    (Object.entries(PARTS) as [FilterName, string][]).flatMap(([name, part]) => {
      const text = one(part).slice(0, LONGEST);
      const value = name === "kind" ? kindNamed(text) : text;
      return value ? [[name, value]] : [];
    }),
  ) as Filters;
  const number = one("trang");
  return { q: one("q"), filters, page: /^[1-9]\d{0,4}$/.test(number) ? Number(number) : 1 };
}

export function addressOf({ q, filters, page }: Asked): string {
  const parts = new URLSearchParams({ q });
  for (const [name, part] of Object.entries(PARTS) as [FilterName, string][]) {
    const value = filters[name];
    if (value) parts.set(part, name === "kind" ? slug(KIND_NAMES[value as SearchKind]) : value);
  }
  if (page > 1) parts.set("trang", String(page));
  return `/tim-kiem?${parts}`;
}

function kindNamed(text: string): SearchKind | undefined {
  return (Object.keys(KIND_NAMES) as SearchKind[]).find((kind) => slug(KIND_NAMES[kind]) === text);
}
