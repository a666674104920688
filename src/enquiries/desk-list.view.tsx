import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { DueTag } from "../intake/desk-parts.view.tsx";
import { ENQUIRY_STATES, type EnquiryState } from "../regulation/enquiry-moves.ts";
import { PageHead, Table } from "../ui/data.tsx";
import { EmptyState } from "../ui/feedback.tsx";
import { formatDate } from "../ui/format.ts";
import { Pagination, Tabs } from "../ui/navigation.tsx";
import { ENQUIRY_PATHS } from "./paths.ts";
import { ENQUIRY_KINDS, type EnquiryKind } from "./rules.ts";

interface Line {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly topic: string;
  readonly content: string;
  readonly state: string;
  readonly unit: string | null;
  readonly received_at: string;
  readonly due_on: string;
  readonly left: number;
}

export interface EnquiriesPageProps {
  readonly desk: DeskFrame;
  readonly rows: readonly Line[];
  readonly isOpen: boolean;
  readonly counts: { readonly open: number; readonly over: number };
  readonly page: number;
  readonly pages: number;
}

const OVER = `${ENQUIRY_PATHS.desk}?xem=xong`;

/** What waits for an answer, what is due first on top; and what is over. */
export function EnquiriesPage({ desk, rows, isOpen, counts, page, pages }: EnquiriesPageProps) {
  const base = isOpen ? ENQUIRY_PATHS.desk : OVER;
  return (
    <DeskLayout desk={desk} title="Hỏi đáp, góp ý" path={ENQUIRY_PATHS.desk}>
      <PageHead
        title="Hỏi đáp, góp ý"
        lead="Trưởng đơn vị soạn câu trả lời; Ban biên tập duyệt rồi mới gửi (khoản 2 Điều 16)."
      />
      <Tabs
        label="Hỏi đáp"
        items={[
          { href: ENQUIRY_PATHS.desk, label: "Đang xử lý", current: isOpen, count: counts.open },
          { href: OVER, label: "Đã kết thúc", current: !isOpen, count: counts.over },
        ]}
      />
      <Table
        caption={isOpen ? "Đang xử lý" : "Đã kết thúc"}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={isOpen ? "Không có gì đang chờ" : "Chưa có gì kết thúc"} icon="question" />}
        columns={[
          {
            key: "what",
            label: "Nội dung",
            cell: ({ id, kind, topic, content, code }) => (
              <>
                <a href={ENQUIRY_PATHS.deskOne(id)}>{topic || shortened(content) || `Phiếu ${code}`}</a>
                <span class="cell-note">{ENQUIRY_KINDS[kind as EnquiryKind]}</span>
              </>
            ),
          },
          { key: "state", label: "Tình trạng", cell: ({ state }) => ENQUIRY_STATES[state as EnquiryState] },
          { key: "unit", label: "Đơn vị", cell: ({ unit }) => unit ?? "Chưa phân công" },
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

const shortened = (text: string) => (text.length > 90 ? `${text.slice(0, 89).trimEnd()}…` : text);
