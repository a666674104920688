import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { Downloads } from "../lists/downloads.view.tsx";
import { PageHead, Table } from "../ui/data.tsx";
import { EmptyState } from "../ui/feedback.tsx";
import { formatDate, formatNumber } from "../ui/format.ts";
import { type Tab, Tabs } from "../ui/navigation.tsx";

/** One term, however it is counted. */
interface TermRow {
  readonly term: string;
  readonly searches: number;
  readonly empty: number;
}

export interface TermsView {
  readonly frame: DeskFrame;
  readonly nonce: string;
  readonly path: string;
  readonly periods: readonly Tab[];
  readonly csvHref: string;
  readonly since: string;
  readonly searches: number;
  readonly empty: number;
  readonly often: readonly TermRow[];
  readonly unanswered: readonly TermRow[];
}

const term = { key: "term", label: "Từ được tìm", cell: ({ term }: TermRow) => <SearchLink term={term} /> };
const searches = {
  key: "searches",
  label: "Số lần tìm",
  align: "end" as const,
  cell: ({ searches }: TermRow) => formatNumber(searches),
};
const empty = {
  key: "empty",
  label: "Không thấy",
  align: "end" as const,
  cell: ({ empty }: TermRow) => formatNumber(empty),
};

/** What the public looked for in a period, and what it did not find. Says of nobody who it was. */
export function TermsPage({ view }: { readonly view: TermsView }) {
  return (
    <DeskLayout
      desk={view.frame}
      title="Từ được tìm"
      path={view.path}
      nonce={view.nonce}
      breadcrumbs={[{ label: "Bàn làm việc", href: "/ban-bien-tap" }, { label: "Từ được tìm" }]}
    >
      <PageHead
        title="Từ được tìm"
        lead="Người đọc tìm gì trên Cổng, và điều gì họ tìm mà chưa có: gợi ý để viết thêm bài hoặc đặt tên cho dễ tìm."
        actions={<Downloads href={view.csvHref} />}
      />
      <Tabs label="Khoảng thời gian" items={view.periods} />
      <p>
        Từ ngày {formatDate(view.since)}: {formatNumber(view.searches)} lượt tìm, trong đó {formatNumber(view.empty)}{" "}
        lượt không có trang nào đủ các từ. Chỉ lưu từ và số lần theo ngày, không lưu người tìm; từ có dưới 3 lượt không
        hiện.
      </p>
      <Table
        caption="Tìm mà không thấy"
        columns={[term, empty, searches]}
        rows={view.unanswered}
        rowKey={(row) => row.term}
        empty={<EmptyState title="Chưa có từ nào tìm nhiều lần mà không thấy" icon="check-circle" />}
      />
      <Table
        caption="Tìm nhiều nhất"
        columns={[term, searches, empty]}
        rows={view.often}
        rowKey={(row) => row.term}
        empty={<EmptyState title="Chưa có từ nào được tìm từ 3 lần trở lên" icon="search" />}
      />
    </DeskLayout>
  );
}

function SearchLink({ term }: { readonly term: string }) {
  return <a href={`/tim-kiem?q=${encodeURIComponent(term)}`}>{term}</a>;
}
