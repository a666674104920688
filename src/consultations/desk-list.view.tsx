import { PageStateTag } from "../about/desk.view.tsx";
import type { PageState } from "../about/page-moves.ts";
import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { LinkButton } from "../ui/button.tsx";
import { PageHead, Table } from "../ui/data.tsx";
import { EmptyState } from "../ui/feedback.tsx";
import { formatNumber } from "../ui/format.ts";
import type { Phase } from "./call.ts";
import { CONSULTATION_PATHS } from "./paths.ts";
import { PhaseTag } from "./site-list.view.tsx";

interface Line {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly state: PageState;
  readonly phase: Phase | null;
  readonly hasResults: boolean;
  /** Already written out; empty when no moment was chosen yet. */
  readonly closes: string;
  readonly received: number;
  readonly unjudged: number;
}

export interface ConsultationListProps {
  readonly desk: DeskFrame;
  readonly rows: readonly Line[];
  readonly mayWrite: boolean;
}

/** Every consultation: where its text stands, whether it is open, how many opinions wait to be judged. */
export function ConsultationListPage({ desk, rows, mayWrite }: ConsultationListProps) {
  return (
    <DeskLayout desk={desk} title="Lấy ý kiến" path={CONSULTATION_PATHS.desk}>
      <PageHead
        title="Lấy ý kiến"
        lead="Đợt đã công bố tự mở, tự đóng theo giờ đã duyệt; chỉ gia hạn thêm được, không ẩn được."
        actions={
          mayWrite && (
            <LinkButton kind="primary" icon="plus" href={CONSULTATION_PATHS.add}>
              Tạo đợt lấy ý kiến
            </LinkButton>
          )
        }
      />
      <Table
        caption="Các đợt lấy ý kiến"
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Chưa có đợt lấy ý kiến nào" icon="comment" />}
        columns={[
          {
            key: "title",
            label: "Việc lấy ý kiến",
            cell: ({ id, title, unit }) => (
              <>
                <a href={CONSULTATION_PATHS.call(id)}>{title}</a>
                <span class="cell-note">{unit}</span>
              </>
            ),
          },
          { key: "state", label: "Bản mới nhất", cell: ({ state }) => <PageStateTag state={state} /> },
          {
            key: "phase",
            label: "Công khai",
            cell: ({ phase, hasResults }) =>
              phase ? <PhaseTag phase={phase} hasResults={hasResults} /> : "Chưa công bố",
          },
          { key: "closes", label: "Đóng lúc", cell: ({ closes }) => closes || "–" },
          {
            key: "opinions",
            label: "Ý kiến",
            align: "end",
            cell: ({ received, unjudged }) => (
              <>
                {formatNumber(received)}
                {unjudged > 0 && <span class="cell-note">{formatNumber(unjudged)} chưa xem xét</span>}
              </>
            ),
          },
        ]}
      />
    </DeskLayout>
  );
}
