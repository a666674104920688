import type { OutgoingMail } from "../evidence/mails.queries.ts";
import { Downloads } from "../lists/downloads.view.tsx";
import { PageHead, Table } from "../ui/data.tsx";
import { EmptyState, Notice } from "../ui/feedback.tsx";
import { formatDateTime, formatNumber } from "../ui/format.ts";
import { Pagination } from "../ui/navigation.tsx";
import { Tag } from "../ui/status.tsx";
import { type DeskFrame, DeskLayout } from "./layout.view.tsx";

export interface MailsView {
  readonly desk: DeskFrame;
  readonly nonce: string;
  readonly rows: readonly OutgoingMail[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** Without a mail server every mail waits. */
  readonly hasServer: boolean;
  href(page: number): string;
}

/** What the portal wrote to whom, and whether it left. */
export function MailsPage({ view }: { readonly view: MailsView }) {
  const { desk, nonce, rows, total, page, pages, hasServer, href } = view;
  const crumbs = [{ label: "Bàn làm việc", href: "/ban-bien-tap" }, { label: "Thư đã gửi" }];
  return (
    <DeskLayout desk={desk} title="Thư đã gửi" path={href(page)} nonce={nonce} breadcrumbs={crumbs} wide>
      <PageHead
        title="Thư đã gửi"
        lead={`Có ${formatNumber(total)} thư, mới nhất trước.`}
        actions={<Downloads href="/ban-bien-tap/thu-da-gui.csv" />}
      />
      {!hasServer && (
        <Notice kind="warn" title="Chưa có máy chủ thư">
          <p>
            Thư sẽ chờ cho đến khi Quản trị ghi máy chủ thư trong phần Cài đặt. Thông báo vẫn hiện trong bàn làm việc.
          </p>
        </Notice>
      )}
      <Table
        caption="Thư của Cổng"
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Chưa có thư nào" icon="mail" />}
        columns={[
          { key: "tieu-de", label: "Tiêu đề", heads: true, cell: ({ subject }) => subject },
          { key: "den", label: "Gửi đến", cell: ({ to }) => to },
          { key: "luc", label: "Viết lúc", cell: ({ createdAt }) => formatDateTime(createdAt) },
          { key: "lan", label: "Số lần thử", align: "end", cell: ({ attempts }) => formatNumber(attempts) },
          { key: "trang-thai", label: "Trạng thái", cell: (mail) => <MailState mail={mail} /> },
        ]}
      />
      <Pagination page={page} pages={pages} href={href} />
    </DeskLayout>
  );
}

function MailState({ mail: { doneAt, lastError, nextTryAt, attempts } }: { readonly mail: OutgoingMail }) {
  if (doneAt && lastError === null) {
    return (
      <>
        <Tag icon="check" tone="good">
          Đã gửi
        </Tag>{" "}
        {formatDateTime(doneAt)}
      </>
    );
  }
  if (doneAt) {
    return (
      <>
        <Tag icon="refused" tone="stop">
          Thôi gửi
        </Tag>{" "}
        {lastError}
      </>
    );
  }
  return (
    <>
      <Tag icon="clock" tone="wait">
        Đang chờ
      </Tag>
      {attempts > 0 && ` Thử lại lúc ${formatDateTime(nextTryAt)}.`}
      {lastError && ` Lỗi lần trước: ${lastError}`}
    </>
  );
}
