import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import type { FormState } from "../http/form-state.ts";
import { Button } from "../ui/button.tsx";
import { PageHead, Table } from "../ui/data.tsx";
import { EmptyState, ErrorSummary } from "../ui/feedback.tsx";
import { formatDate } from "../ui/format.ts";
import { TAKEDOWN_PATHS } from "./paths.ts";
import { TargetFields } from "./request-form.view.tsx";

const crumbs = (label: string) => [{ label: "Yêu cầu gỡ bỏ", href: TAKEDOWN_PATHS.desk }, { label }];

/** A head asks in the name of his unit; who he is the portal knows (Đ15.k3.g3). */
export function SendPage({ desk, form }: { readonly desk: DeskFrame; readonly form: FormState }) {
  const title = "Gửi yêu cầu của đơn vị";
  return (
    <DeskLayout desk={desk} title={title} path={TAKEDOWN_PATHS.send} breadcrumbs={crumbs(title)}>
      <PageHead title={title} lead="Yêu cầu tới Thư ký; Trưởng Ban biên tập xem xét và quyết định." />
      <ErrorSummary items={form.items} />
      <form class="form" method="post" action={TAKEDOWN_PATHS.send}>
        <input type="hidden" name="csrf" value={desk.csrf} />
        <TargetFields form={form} />
        <Button kind="primary" icon="send">
          Gửi Thư ký
        </Button>
      </form>
    </DeskLayout>
  );
}

export interface OldArticlesPageProps {
  readonly desk: DeskFrame;
  readonly articles: readonly { slug: string; title: string; unit: string; last: string }[];
  readonly months: number;
}

/** Articles nobody touched for long (REQ-110). A list only: nothing is ever taken down by age. */
export function OldArticlesPage({ desk, articles, months }: OldArticlesPageProps) {
  const title = "Bài cũ cần xem lại";
  return (
    <DeskLayout desk={desk} title={title} path={TAKEDOWN_PATHS.old} breadcrumbs={crumbs(title)}>
      <PageHead
        title={title}
        lead={`Bài đã đăng không cập nhật hơn ${months} tháng. Đây chỉ là danh sách để xem xét; không bài nào tự bị gỡ.`}
      />
      <Table
        caption={title}
        captionHidden
        rows={articles}
        rowKey={({ slug }) => slug}
        empty={<EmptyState title="Không có bài nào" icon="check-circle" />}
        columns={[
          { key: "title", label: "Bài", cell: ({ slug, title }) => <a href={`/bai-viet/${slug}`}>{title}</a> },
          { key: "unit", label: "Đơn vị", cell: ({ unit }) => unit },
          { key: "last", label: "Cập nhật lần cuối", cell: ({ last }) => formatDate(last) },
        ]}
      />
    </DeskLayout>
  );
}
