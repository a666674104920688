import { type Column, Table } from "../ui/data.tsx";
import { EmptyState } from "../ui/feedback.tsx";
import type { LibraryFrame } from "./desk-frame.ts";
import { LibraryPage } from "./desk-page.view.tsx";
import { LIBRARY_PATHS } from "./paths.ts";

export interface WarningRow {
  readonly key: string;
  readonly title: string;
  readonly href: string;
  readonly unit: string;
  readonly document: string;
  readonly documentHref: string;
  readonly why: string;
}

interface WarningsView {
  readonly frame: LibraryFrame;
  /** Articles and pages that cite an expired document. */
  readonly cited: readonly WarningRow[];
  /** Documents in force that rest on, or guide, an expired one. */
  readonly resting: readonly WarningRow[];
  readonly today: string;
}

const COLUMNS: readonly Column<WarningRow>[] = [
  { key: "title", label: "Nơi trích dẫn", heads: true, cell: ({ title, href }) => <a href={href}>{title}</a> },
  { key: "unit", label: "Đơn vị quản lý", cell: ({ unit }) => unit || "Ban biên tập" },
  {
    key: "document",
    label: "Văn bản đã hết hiệu lực",
    cell: ({ document, documentHref, why }) => (
      <>
        <a href={documentHref}>{document}</a>
        <span class="cell-note">{why}</span>
      </>
    ),
  },
];

/** What still speaks of expired documents, by the unit that owns it (REQ-071). */
export function WarningsPage({ view: { frame, cited, resting, today } }: { readonly view: WarningsView }) {
  return (
    <LibraryPage
      frame={frame}
      title="Cảnh báo hiệu lực"
      tab={LIBRARY_PATHS.warnings}
      lead={`Tin, bài, trang và văn bản còn dựa vào văn bản đã hết hiệu lực, tính đến ${today}. Đơn vị quản lý xem lại và cập nhật.`}
    >
      <Table
        caption="Tin, bài và trang đang đăng trích dẫn văn bản đã hết hiệu lực"
        columns={COLUMNS}
        rows={cited}
        rowKey={({ key }) => key}
        empty={
          <EmptyState title="Không có tin, bài hay trang nào trích dẫn văn bản đã hết hiệu lực" icon="check-circle" />
        }
      />
      <Table
        caption="Văn bản còn hiệu lực nhưng căn cứ đã hết hiệu lực"
        columns={COLUMNS}
        rows={resting}
        rowKey={({ key }) => key}
        empty={<EmptyState title="Không có văn bản nào dựa vào căn cứ đã hết hiệu lực" icon="check-circle" />}
      />
    </LibraryPage>
  );
}
