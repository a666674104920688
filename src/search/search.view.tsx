import type { SiteFrame } from "../site/frame.ts";
import { SiteLayout } from "../site/layout.view.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState, Notice } from "../ui/feedback.tsx";
import { formatDate, formatNumber } from "../ui/format.ts";
import { Icon } from "../ui/icon.tsx";
import { Pagination } from "../ui/navigation.tsx";
import type { Piece } from "./snippet.ts";

export interface HitView {
  readonly href: string;
  readonly kind: string;
  readonly title: readonly Piece[];
  readonly snippet: readonly Piece[];
  readonly day: string;
  readonly facts: readonly string[];
}

export interface FilterView {
  readonly label: string;
  readonly choices: readonly {
    readonly label: string;
    readonly count: number;
    readonly href: string;
    readonly chosen: boolean;
  }[];
}

export interface SearchPageView {
  readonly query: string;
  readonly cut: boolean;
  readonly hits: readonly HitView[];
  readonly total: number;
  /** What is told when no text has all the words. */
  readonly relaxed: string | null;
  readonly suggestion: { readonly text: string; readonly href: string } | null;
  readonly filters: readonly FilterView[];
  /** What results are narrowed to now, each with the address without it. */
  readonly chosen: readonly { readonly label: string; readonly without: string }[];
  readonly page: number;
  readonly pages: number;
  readonly pageHref: (page: number) => string;
}

/** What was found in everything public, the best first, with what it can be narrowed to. Needs no script. */
export function SearchPage({ frame, view }: { readonly frame: SiteFrame; readonly view: SearchPageView }) {
  const { query, total, page, pages } = view;
  const title = query ? `Tìm “${query}”` : "Tìm kiếm";
  return (
    <SiteLayout
      frame={frame}
      title={page > 1 ? `${title}, trang ${page}` : title}
      robots="noindex"
      query={query}
      breadcrumbs={[{ label: "Trang chủ", href: "/" }, { label: "Tìm kiếm" }]}
    >
      <h1>{query ? `Kết quả cho “${query}”` : "Tìm kiếm"}</h1>
      {!query && <StartSearch />}
      {view.cut && (
        <Notice kind="info">
          <p>Chuỗi tìm quá dài nên chỉ phần đầu được dùng. Vài từ chính thường tìm đúng hơn cả câu.</p>
        </Notice>
      )}
      {query && (
        <div class={view.filters.length > 0 ? "search-page" : undefined}>
          <div class="search-results">
            {total > 0 && (
              <p class="section-facts">
                {`${formatNumber(total)} kết quả`}
                {view.filters.length > 0 && (
                  <a class="search-to-filters" href="#loc">
                    Lọc kết quả
                  </a>
                )}
              </p>
            )}
            {view.suggestion && (
              <p class="search-suggestion">
                Có phải bạn tìm <a href={view.suggestion.href}>{view.suggestion.text}</a>?
              </p>
            )}
            <Chosen view={view} />
            {view.relaxed && <p class="search-relaxed">{view.relaxed}</p>}
            {total === 0 && <NothingFound narrowed={view.chosen.length > 0} />}
            <ol class="hits" start={(page - 1) * 20 + 1}>
              {view.hits.map((hit) => (
                <HitItem key={hit.href} hit={hit} />
              ))}
            </ol>
            <Pagination page={page} pages={pages} href={view.pageHref} />
          </div>
          {view.filters.length > 0 && <FilterList filters={view.filters} />}
        </div>
      )}
    </SiteLayout>
  );
}

function StartSearch() {
  return (
    <>
      <form class="search-start" action="/tim-kiem" method="get">
        <label class="visually-hidden" for="tim-gi">
          Từ cần tìm
        </label>
        <input class="input" id="tim-gi" type="search" name="q" maxLength={200} autocomplete="off" />
        <Button icon="search">Tìm</Button>
      </form>
      <ul class="search-tips">
        <li>Viết có dấu hay không dấu đều được; viết có dấu thì kết quả đúng dấu đứng trước.</li>
        <li>
          Tìm văn bản bằng số, ký hiệu, ví dụ <strong>27/QĐ-GDTXHP</strong>.
        </li>
        <li>
          Đặt cụm từ trong ngoặc kép để tìm đúng cụm từ ấy, ví dụ <strong>"học phí học kỳ I"</strong>.
        </li>
      </ul>
    </>
  );
}

function Chosen({ view: { chosen } }: { readonly view: SearchPageView }) {
  if (chosen.length === 0) return null;
  return (
    <nav aria-label="Đang lọc theo">
      <ul class="search-chosen">
        {chosen.map(({ label, without }) => (
          <li key={label}>
            <a href={without}>
              <span class="visually-hidden">Bỏ lọc: </span>
              {label}
              <Icon name="close" />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function NothingFound({ narrowed }: { readonly narrowed: boolean }) {
  return (
    <EmptyState title="Không tìm thấy gì" icon="search">
      <p>
        {narrowed
          ? "Không có kết quả trong phần đang lọc. Hãy bỏ bớt điều kiện lọc ở trên."
          : "Hãy thử ít từ hơn, kiểm tra lại chính tả, hoặc viết không dấu. Bạn cũng có thể xem sơ đồ cổng hoặc gửi câu hỏi cho Trung tâm."}
      </p>
      <p>
        <a href="/so-do-cong">Sơ đồ cổng</a> · <a href="/hoi-dap">Hỏi đáp</a>
      </p>
    </EmptyState>
  );
}

function HitItem({ hit }: { readonly hit: HitView }) {
  return (
    <li class="hit">
      <h2 class="hit-title">
        <a href={hit.href}>
          <Pieces pieces={hit.title} />
        </a>
      </h2>
      <p class="story-meta">
        <span class="hit-kind">{hit.kind}</span>
        <time dateTime={hit.day}>{formatDate(hit.day)}</time>
        {hit.facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {hit.snippet.length > 0 && (
        <p class="hit-words">
          <Pieces pieces={hit.snippet} />
        </p>
      )}
    </li>
  );
}

/** A text with what was looked for marked in it. */
export function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return <>{pieces.map(({ text, hit }, at) => (hit ? <mark key={at}>{text}</mark> : text))}</>;
}

function FilterList({ filters }: { readonly filters: readonly FilterView[] }) {
  return (
    <nav class="search-filters" id="loc" aria-label="Lọc kết quả">
      {filters.map(({ label, choices }) => (
        <div class="search-filter" key={label}>
          <h2 class="search-filter-name">{label}</h2>
          <ul>
            {choices.map((choice) => (
              <li key={choice.label}>
                <a href={choice.href} aria-current={choice.chosen ? "true" : undefined}>
                  <span>{choice.label}</span>
                  <span class="search-count">
                    <span class="visually-hidden">, </span>
                    {formatNumber(choice.count)}
                    <span class="visually-hidden"> kết quả</span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
