import { formatNumber } from "../ui/format.ts";
import { Pagination } from "../ui/navigation.tsx";
import { type SiteFrame, standingIn } from "./frame.ts";
import { SiteLayout } from "./layout.view.tsx";
import { SHELF, SHELF_KINDS } from "./shelf-kinds.ts";
import { type Story, StoryCard } from "./story.view.tsx";

export interface ShelfView {
  readonly kind: string;
  readonly stories: readonly Story[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

function shelfHref(kind: string, page = 1): string {
  const query = new URLSearchParams({ ...(kind && { loai: kind }), ...(page > 1 && { trang: String(page) }) });
  return query.size > 0 ? `${SHELF.href}?${query}` : SHELF.href;
}

/** Articles with albums and videos, by their pictures. */
export function ShelfPage({ frame, view }: { readonly frame: SiteFrame; readonly view: ShelfView }) {
  const { kind, stories, page, pages, total } = view;
  const title = kind === "" ? SHELF.label : `${SHELF.label}: ${SHELF_KINDS[kind]!.label.toLowerCase()}`;
  return (
    <SiteLayout
      frame={standingIn(frame, "/tin-tuc")}
      title={page > 1 ? `${title}, trang ${formatNumber(page)}` : title}
      description="Các bài có bộ ảnh và video về hoạt động của Trung tâm."
      path={shelfHref(kind, page)}
      breadcrumbs={[{ label: "Trang chủ", href: "/" }, { label: "Tin tức", href: "/tin-tuc" }, { label: SHELF.label }]}
      social={{ type: "website", siteName: frame.siteName }}
      prev={page > 1 ? shelfHref(kind, page - 1) : undefined}
      next={page < pages ? shelfHref(kind, page + 1) : undefined}
    >
      <header class="section-head">
        <h1>{SHELF.label}</h1>
        <p class="section-facts">
          <span>{formatNumber(total)} bài</span>
        </p>
      </header>
      <nav class="shelf-kinds" aria-label="Loại">
        <ul>
          {Object.entries(SHELF_KINDS).map(([value, { label }]) => (
            <li key={value}>
              <a href={shelfHref(value)} aria-current={value === kind ? "page" : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {stories.length === 0 ? (
        <p class="nothing">Chưa có bài nào.</p>
      ) : (
        <div class="shelf">
          {stories.map((item, index) => (
            <StoryCard
              key={item.href}
              story={item}
              level={2}
              look="card"
              sizes="(min-width: 64rem) 20rem, (min-width: 40rem) 45vw, 100vw"
              early={index < 2}
            />
          ))}
        </div>
      )}
      <Pagination page={page} pages={pages} href={(n) => shelfHref(kind, n)} label={`Các trang của ${SHELF.label}`} />
    </SiteLayout>
  );
}
