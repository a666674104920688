import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { DueTag } from "../intake/desk-parts.view.tsx";
import {
  TAKEDOWN_REASONS,
  TAKEDOWN_STATES,
  type TakedownReason,
  type TakedownState,
} from "../regulation/takedown-moves.ts";
import { LinkButton } from "../ui/button.tsx";
import { PageHead, Table } from "../ui/data.tsx";
import { EmptyState, Notice } from "../ui/feedback.tsx";
import { formatDate } from "../ui/format.ts";
import { Pagination, Tabs } from "../ui/navigation.tsx";
import { TAKEDOWN_PATHS } from "./paths.ts";

interface Line {
  readonly id: string;
  readonly unit_id: string | null;
  readonly target_title: string;
  readonly target_path: string;
  readonly reason_class: string;
  readonly state: string;
  readonly received_at: string;
  readonly due_on: string;
  readonly left: number;
}

export interface RequestsPageProps {
  readonly desk: DeskFrame;
  readonly rows: readonly Line[];
  readonly isOpen: boolean;
  readonly counts: { readonly open: number; readonly over: number };
  readonly page: number;
  readonly pages: number;
  /** A head may ask in the name of his unit. */
  readonly maySend: boolean;
  readonly done: string | undefined;
}

const OVER = `${TAKEDOWN_PATHS.desk}?xem=xong`;

/** Every request that the hat may see, what is due first on top. */
export function RequestsPage({ desk, rows, isOpen, counts, page, pages, maySend, done }: RequestsPageProps) {
  const base = isOpen ? TAKEDOWN_PATHS.desk : OVER;
  return (
    <DeskLayout desk={desk} title="Yêu cầu gỡ bỏ" path={TAKEDOWN_PATHS.desk}>
      <PageHead
        title="Yêu cầu gỡ bỏ"
        lead="Thư ký hoàn thiện và trình, Trưởng Ban biên tập quyết định, Thư ký thực hiện và trả lời (khoản 3 Điều 15)."
        actions={
          <>
            {maySend && (
              <LinkButton href={TAKEDOWN_PATHS.send} kind="primary" icon="plus">
                Gửi yêu cầu của đơn vị
              </LinkButton>
            )}
            <LinkButton href={TAKEDOWN_PATHS.old} icon="archive">
              Bài cũ cần xem lại
            </LinkButton>
          </>
        }
      />
      {done && <Notice kind="ok" live title={done} />}
      <Tabs
        label="Yêu cầu"
        items={[
          { href: TAKEDOWN_PATHS.desk, label: "Đang xử lý", current: isOpen, count: counts.open },
          { href: OVER, label: "Đã trả lời", current: !isOpen, count: counts.over },
        ]}
      />
      <Table
        caption={isOpen ? "Đang xử lý" : "Đã trả lời"}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={isOpen ? "Không có yêu cầu nào đang chờ" : "Chưa có yêu cầu nào"} icon="taken" />}
        columns={[
          {
            key: "what",
            label: "Nội dung bị yêu cầu gỡ",
            cell: ({ id, target_title, target_path, unit_id }) => (
              <>
                <a href={TAKEDOWN_PATHS.deskOne(id)}>{target_title || target_path}</a>
                <span class="cell-note">{unit_id ? "Đơn vị gửi" : "Công chúng gửi"}</span>
              </>
            ),
          },
          {
            key: "reason",
            label: "Lý do nêu",
            cell: ({ reason_class }) => TAKEDOWN_REASONS[reason_class as TakedownReason],
          },
          { key: "state", label: "Tình trạng", cell: ({ state }) => TAKEDOWN_STATES[state as TakedownState] },
          { key: "received", label: "Nhận ngày", cell: ({ received_at }) => formatDate(received_at) },
          {
            key: "due",
            label: "Hạn",
            cell: ({ due_on, left }) => <DueTag due={due_on} left={left} isOpen={isOpen} />,
          },
        ]}
      />
      <Pagination
        page={page}
        pages={pages}
        href={(number) => (number > 1 ? `${base}${isOpen ? "?" : "&"}trang=${number}` : base)}
      />
    </DeskLayout>
  );
}
