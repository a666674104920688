import { readable } from "../board/rules.ts";
import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { Button, LinkButton } from "../ui/button.tsx";
import { DescriptionList, PageHead, Panel, Table } from "../ui/data.tsx";
import { Document } from "../ui/document.tsx";
import { ErrorSummary, type SummaryItem } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import { formatDate } from "../ui/format.ts";
import { crumbs, type Typed } from "./desk-frame.ts";
import type { AddressState } from "./desk-models.ts";
import { AddressNotice } from "./desk-register.view.tsx";
import { DESK_PATHS } from "./paths.ts";
import type { Names } from "./public-models.ts";

export interface NoticesView {
  readonly address: AddressState;
  readonly mayRecord: boolean;
  readonly names: Names;
  readonly typed: Typed;
  readonly refusals: readonly SummaryItem[];
}

/** Báo Sở (REQ-075): the link sheet, every notice, the open task. */
export function NoticesPage({ desk, view }: { readonly desk: DeskFrame; readonly view: NoticesView }) {
  const { address, mayRecord, typed } = view;
  return (
    <DeskLayout
      desk={desk}
      title="Báo Sở địa chỉ Công khai"
      path={DESK_PATHS.notices}
      breadcrumbs={[...crumbs(), { label: "Báo Sở" }]}
    >
      <PageHead
        title="Báo Sở địa chỉ Công khai"
        lead="Trung tâm cung cấp cho Sở địa chỉ chuyên mục Công khai, và báo lại khi địa chỉ thay đổi."
        actions={
          <LinkButton href={DESK_PATHS.sheet} icon="document">
            Bảng liên kết để in
          </LinkButton>
        }
      />
      <ErrorSummary items={view.refusals} />
      <AddressNotice address={address} />
      <Panel title="Phiếu liên kết">
        <DescriptionList
          items={[
            { term: "Địa chỉ chuyên mục", value: <a href={address.address}>{address.address}</a> },
            {
              term: "Tình trạng",
              value: address.task ? `Chưa báo, hạn ${readable(address.task.due)}` : "Sở đã được báo địa chỉ này",
            },
            ...(address.former.length > 0
              ? [{ term: "Địa chỉ cũ vẫn dẫn về đây", value: address.former.join(", ") }]
              : []),
          ]}
        />
      </Panel>
      {mayRecord && (
        <Panel title="Ghi việc đã báo">
          <form class="form" method="post" action={DESK_PATHS.notices}>
            <input type="hidden" name="csrf" value={desk.csrf} />
            <Field name="ngay" label="Ngày gửi" type="date" width="short" value={typed.ngay} />
            <Field
              name="so-van-ban"
              label="Số văn bản"
              hint="Ví dụ: 45/GDTXHP-CNTT"
              width="medium"
              value={typed["so-van-ban"]}
            />
            <Field name="ghi-chu" label="Ghi chú" optional value={typed["ghi-chu"]} />
            <Button kind="primary">Ghi</Button>
          </form>
        </Panel>
      )}
      <Table
        caption="Các lần đã báo"
        columns={[
          { key: "document", label: "Số văn bản", cell: ({ documentNumber }) => documentNumber },
          { key: "day", label: "Ngày gửi", cell: ({ sentOn }) => readable(sentOn) },
          { key: "address", label: "Địa chỉ", cell: (row) => row.address },
          {
            key: "who",
            label: "Người ghi",
            cell: (row) => `${view.names.get(row.recordedBy) ?? ""}, ${formatDate(row.recordedAt)}`,
          },
          { key: "note", label: "Ghi chú", cell: ({ note }) => note || "–" },
        ]}
        rows={address.notices}
        rowKey={({ recordedAt, documentNumber }) => `${recordedAt} ${documentNumber}`}
        empty={<p>Chưa có lần báo nào.</p>}
      />
    </DeskLayout>
  );
}

export interface SheetView {
  readonly siteName: string;
  readonly superiorBody: string;
  readonly place: string;
  readonly inCharge: string;
  readonly css: string;
  readonly today: string;
  readonly address: AddressState;
  /** The section, its years and what each of them holds, as whole addresses. */
  readonly links: readonly { readonly what: string; readonly address: string; readonly standing: string }[];
}

/** Bảng liên kết (REQ-075): one sheet for the letter to Sở, as it comes out of the printer. */
export function LinkSheet({ view }: { readonly view: SheetView }) {
  const { address } = view;
  const last = address.notices[0];
  return (
    <Document
      title={`Bảng liên kết chuyên mục Công khai | ${view.siteName}`}
      robots="noindex"
      css={[view.css]}
      bodyClass="paper"
    >
      <nav class="paper-back" aria-label="Bản in">
        <a href={DESK_PATHS.notices}>Trở lại trang Báo Sở</a>
        <span>Dùng lệnh In của trình duyệt (Ctrl + P) để in trang này.</span>
      </nav>
      <main id="noi-dung">
        <div class="paper-head">
          <div>
            <p>{view.superiorBody}</p>
            <p>
              <strong>{view.siteName}</strong>
            </p>
          </div>
          <div>
            <p>Kính gửi: {view.superiorBody}</p>
            <p>
              {view.place}, ngày {readable(view.today)}
            </p>
          </div>
        </div>
        <h1>Bảng liên kết chuyên mục Công khai</h1>
        <p>
          Điều 13 khoản 1 điểm c Quy chế hoạt động của Cổng: cung cấp cho {view.superiorBody} đường liên kết đến chuyên
          mục Công khai, và cung cấp lại khi địa chỉ thay đổi.
        </p>
        <DescriptionList
          items={[
            { term: "Địa chỉ chuyên mục", value: address.address },
            { term: "Người phụ trách công khai", value: view.inCharge || "Chưa ghi trong Cài đặt" },
            {
              term: "Lần báo gần nhất",
              value: last ? `Văn bản số ${last.documentNumber} ngày ${readable(last.sentOn)}` : "Chưa báo lần nào",
            },
            ...(address.task ? [{ term: "Hạn báo lần này", value: readable(address.task.due) }] : []),
            ...(address.former.length > 0
              ? [{ term: "Địa chỉ cũ vẫn dẫn về địa chỉ trên", value: address.former.join(", ") }]
              : []),
          ]}
        />
        <Table
          caption="Địa chỉ từng năm học và từng nội dung của năm học này"
          columns={[
            { key: "what", label: "Nội dung", cell: ({ what }) => what },
            { key: "address", label: "Địa chỉ", cell: (link) => link.address },
            { key: "standing", label: "Tình trạng", cell: ({ standing }) => standing || "–" },
          ]}
          rows={view.links}
          rowKey={(link) => link.address}
        />
        <p>Người lập bảng (ký, ghi rõ họ tên): ………………………………………</p>
      </main>
    </Document>
  );
}
