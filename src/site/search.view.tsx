import { EmptyState } from "../ui/feedback.tsx";
import { formatNumber } from "../ui/format.ts";
import { Pagination } from "../ui/navigation.tsx";
import type { SiteFrame } from "./frame.ts";
import { SiteLayout } from "./layout.view.tsx";
import { type Story, StoryCard } from "./story.view.tsx";

export interface SearchPageView {
  readonly query: string;
  readonly stories: readonly Story[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

/** What was found of the published articles, newest first; accents may be left out. */
export function SearchPage({ frame, view }: { readonly frame: SiteFrame; readonly view: SearchPageView }) {
  const { query, stories, total, page, pages } = view;
  return (
    <SiteLayout
      frame={frame}
      title={query ? `Tìm “${query}”` : "Tìm kiếm"}
      robots="noindex"
      query={query}
      breadcrumbs={[{ label: "Trang chủ", href: "/" }, { label: "Tìm kiếm" }]}
    >
      <h1>{query ? `Kết quả cho “${query}”` : "Tìm kiếm"}</h1>
      {query && <p class="section-facts">{formatNumber(total)} bài</p>}
      {query && total === 0 && (
        <EmptyState title="Không tìm thấy bài nào">
          <p>Hãy thử ít từ hơn, hoặc viết không dấu.</p>
        </EmptyState>
      )}
      {!query && <p>Hãy gõ từ cần tìm vào ô tìm kiếm ở đầu trang; có thể viết không dấu.</p>}
      <div class="story-rows">
        {stories.map((story) => (
          <StoryCard key={story.href} story={story} level={2} look="row" sizes="(min-width: 40rem) 14rem, 7rem" />
        ))}
      </div>
      <Pagination
        page={page}
        pages={pages}
        href={(number) => `/tim-kiem?q=${encodeURIComponent(query)}${number > 1 ? `&trang=${number}` : ""}`}
      />
    </SiteLayout>
  );
}
