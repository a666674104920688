import { formatNumber } from "./format.ts";
import { Icon } from "./icon.tsx";

export interface Crumb {
  readonly label: string;
  /** Left out for the page itself. */
  readonly href?: string | undefined;
}

/** Where this page stands, from the home page down. */
export function Breadcrumbs({ items }: { readonly items: readonly Crumb[] }) {
  return (
    <nav class="breadcrumbs" aria-label="Vị trí trang">
      <ol class="breadcrumbs-list">
        {items.map(({ label, href }) => (
          <li key={label}>{href ? <a href={href}>{label}</a> : <span aria-current="page">{label}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}

export interface PaginationProps {
  readonly page: number;
  readonly pages: number;
  /** Address of a page; page 1 should be the list's own address. */
  readonly href: (page: number) => string;
  readonly label?: string | undefined;
}

/** Numbers shown for a list of pages: the ends, the neighbours, and gaps between. */
export function pageNumbers(page: number, pages: number): readonly (number | "gap")[] {
  const shown = new Set([1, 2, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages));
  if (page <= 3) shown.add(Math.min(3, pages));
  const sorted = [...shown].sort((a, b) => a - b);
  return sorted.flatMap((n, index) => {
    const before = sorted[index - 1] ?? 0;
    if (n - before === 2) return [n - 1, n];
    return n - before > 2 ? (["gap", n] as const) : [n];
  });
}

/** Numbered pages; every number is a plain link. Draws nothing when there is one page. */
export function Pagination({ page, pages, href, label = "Các trang" }: PaginationProps) {
  if (pages <= 1) return null;
  return (
    <nav class="pagination" aria-label={label}>
      {page > 1 && (
        <a class="pagination-step" href={href(page - 1)} rel="prev">
          <Icon name="left" />
          Trang trước
        </a>
      )}
      <ol class="pagination-list">
        {pageNumbers(page, pages).map((n, index) =>
          n === "gap" ? (
            <li key={`gap-${index}`} class="pagination-gap" aria-hidden="true">
              …
            </li>
          ) : (
            <li key={n}>
              {n === page ? (
                <span class="pagination-page" aria-current="page">
                  <span class="visually-hidden">Trang </span>
                  {formatNumber(n)}
                </span>
              ) : (
                <a class="pagination-page" href={href(n)}>
                  <span class="visually-hidden">Trang </span>
                  {formatNumber(n)}
                </a>
              )}
            </li>
          ),
        )}
      </ol>
      {page < pages && (
        <a class="pagination-step" href={href(page + 1)} rel="next">
          Trang sau
          <Icon name="right" />
        </a>
      )}
    </nav>
  );
}

export interface Tab {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean | undefined;
  readonly count?: number | undefined;
}

/** Views of one thing, each with an address of its own. */
export function Tabs({ items, label }: { readonly items: readonly Tab[]; readonly label: string }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul class="tabs-list">
        {items.map(({ href, label, current, count }) => (
          <li key={href}>
            <a class="tab" href={href} aria-current={current ? "page" : undefined}>
              {label}
              {count !== undefined && <span class="count">{formatNumber(count)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Closes a menu that a phone shows over the page; not drawn where the menu is part of the page. */
export function MenuClose({ menu }: { readonly menu: string }) {
  return (
    <button class="menu-close" type="button" popovertarget={menu} popovertargetaction="hide">
      <Icon name="close" />
      Đóng
    </button>
  );
}
