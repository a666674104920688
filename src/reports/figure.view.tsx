import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { Downloads } from "../lists/downloads.view.tsx";
import { LinkButton } from "../ui/button.tsx";
import { PageHead, Table } from "../ui/data.tsx";
import { ClauseMark, EmptyState } from "../ui/feedback.tsx";
import { Pagination } from "../ui/navigation.tsx";
import { REPORT_PATHS } from "./paths.ts";

export interface FigurePageView {
  readonly desk: DeskFrame;
  readonly report: { readonly id: string; readonly title: string };
  readonly key: string;
  readonly label: string;
  readonly clause: string;
  /** The number these rows give, and how. */
  readonly lead: string;
  /** "Đơn vị: Phòng Đào tạo"; "" for all rows. */
  readonly narrowed: string;
  readonly heads: readonly { readonly label: string; readonly isNumber: boolean }[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly href: string }[];
  readonly page: number;
  readonly pages: number;
  href(page: number): string;
  readonly csvHref: string;
}

/** The rows behind one number of a report. */
export function FigurePage({ view }: { readonly view: FigurePageView }) {
  const { desk, report, key, label, clause, lead, narrowed, heads, rows, page, pages } = view;
  const numbered = rows.map((row, index) => ({ ...row, index }));
  const crumbs = [
    { label: "Báo cáo", href: REPORT_PATHS.list },
    { label: report.title, href: REPORT_PATHS.one(report.id) },
    { label },
  ];
  return (
    <DeskLayout desk={desk} title={label} path={REPORT_PATHS.figure(report.id, key)} breadcrumbs={crumbs} wide>
      <PageHead
        title={label}
        eyebrow={report.title}
        lead={
          <>
            {lead}
            <ClauseMark clause={clause} />
          </>
        }
        actions={<Downloads href={view.csvHref} />}
      />
      {narrowed && (
        <p>
          Chỉ {narrowed}.{" "}
          <LinkButton kind="quiet" href={REPORT_PATHS.figure(report.id, key)}>
            Xem tất cả
          </LinkButton>
        </p>
      )}
      <Table
        caption={label}
        captionHidden
        rows={numbered}
        rowKey={({ index }) => String(index)}
        columns={heads.map(({ label: head, isNumber }, column) => ({
          key: String(column),
          label: head,
          ...(isNumber ? { align: "end" as const } : {}),
          cell: ({ cells, href }: (typeof numbered)[number]) =>
            column === 0 && href ? <a href={href}>{cells[0] || "–"}</a> : cells[column] || "–",
        }))}
        empty={<EmptyState title="Không có mục nào trong kỳ" icon="list" />}
      />
      <Pagination page={page} pages={pages} href={view.href} />
    </DeskLayout>
  );
}
