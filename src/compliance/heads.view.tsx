import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { Downloads } from "../lists/downloads.view.tsx";
import { QUY_CHE_27 } from "../regulation/quy-che-27.ts";
import { Button } from "../ui/button.tsx";
import { type Column, PageHead, Table } from "../ui/data.tsx";
import { EmptyState, ErrorSummary, Notice } from "../ui/feedback.tsx";
import { formatDateTime, formatNumber } from "../ui/format.ts";
import { Tag } from "../ui/status.tsx";
import type { Explained } from "../words/refusals.ts";
import { ComplianceTabs } from "./desk-board.view.tsx";
import { COMPLIANCE_PATHS, REGULATION_PATH } from "./paths.ts";

export interface HeadLine {
  readonly appointment: string;
  readonly unitName: string;
  readonly personName: string;
  readonly isActing: boolean;
  readonly since: string;
  readonly at: string | null;
  /** Last day on which it is in time, when it is not done. */
  readonly isLate: boolean;
}

export interface HeadsView {
  readonly desk: DeskFrame;
  readonly lines: readonly HeadLine[];
  /** The reader heads a unit and has not acknowledged. */
  readonly isAsked: boolean;
  readonly done: boolean;
  readonly refusals: readonly Explained[];
}

/** Who acknowledged the regulation in force, and the one button of whoever has not (QĐ-Đ3). */
export function HeadsPage({ view }: { readonly view: HeadsView }) {
  const { desk, lines, isAsked, done, refusals } = view;
  const given = lines.filter(({ at }) => at !== null).length;
  return (
    <DeskLayout desk={desk} title="Xác nhận Quy chế" path={COMPLIANCE_PATHS.heads}>
      <PageHead
        title="Xác nhận Quy chế"
        lead={`${formatNumber(given)} trên ${formatNumber(lines.length)} trưởng đơn vị đã tự xác nhận Quy chế ${QUY_CHE_27.number}.`}
        actions={<Downloads href={`${COMPLIANCE_PATHS.heads}.csv`} />}
      />
      <ComplianceTabs at="heads" />
      {refusals.length > 0 && <ErrorSummary items={refusals} />}
      {done && <Notice kind="ok" title="Đã ghi xác nhận của bạn" />}
      {isAsked && (
        <form class="panel" method="post" action={COMPLIANCE_PATHS.heads}>
          <input type="hidden" name="csrf" value={desk.csrf} />
          <p>
            Quyết định {QUY_CHE_27.number} giao trưởng các phòng, tổ chức thi hành Quy chế. Mời bạn đọc{" "}
            <a href={REGULATION_PATH}>toàn văn</a> rồi tự xác nhận; ngày giờ được lưu trong nhật ký.
          </p>
          <Button kind="primary" icon="check">
            Tôi đã đọc và thực hiện Quy chế
          </Button>
        </form>
      )}
      <Table
        caption="Trưởng các đơn vị hôm nay"
        captionHidden
        columns={COLUMNS}
        rows={lines}
        rowKey={({ appointment }) => appointment}
        empty={<EmptyState title="Chưa có trưởng đơn vị nào được phân công" icon="board" />}
      />
    </DeskLayout>
  );
}

const COLUMNS: readonly Column<HeadLine>[] = [
  { key: "unit", label: "Đơn vị", heads: true, cell: ({ unitName }) => unitName },
  {
    key: "person",
    label: "Trưởng đơn vị",
    cell: ({ personName, isActing }) => (isActing ? `${personName} (phụ trách tạm thời)` : personName),
  },
  {
    key: "at",
    label: "Xác nhận",
    cell: ({ at, isLate }) =>
      at !== null ? (
        <Tag icon="check" tone="good">{`Đã xác nhận ${formatDateTime(at)}`}</Tag>
      ) : (
        <Tag icon={isLate ? "alert" : "clock"} tone={isLate ? "stop" : "wait"}>
          {isLate ? "Quá hạn" : "Chưa xác nhận"}
        </Tag>
      ),
  },
];
