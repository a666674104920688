import type { SiteFrame } from "../site/frame.ts";
import { SiteLayout } from "../site/layout.view.tsx";
import { Table } from "../ui/data.tsx";
import { formatDateTime, formatNumber } from "../ui/format.ts";

export interface TrafficPageView {
  readonly today: number;
  readonly month: number;
  readonly total: number;
  /** ISO instant of the count. */
  readonly at: string;
  /** Newest first; months as `2026-11`. */
  readonly months: readonly { readonly month: string; readonly visits: number; readonly views: number }[];
}

/** "Lượt truy cập": how often the portal is read, and how that is counted without knowing anybody. */
export function TrafficPage({ frame, view }: { readonly frame: SiteFrame; readonly view: TrafficPageView }) {
  return (
    <SiteLayout
      frame={frame}
      title="Lượt truy cập"
      description={`Số lượt truy cập Cổng thông tin điện tử ${frame.siteName} và cách đếm.`}
      path="/luot-truy-cap"
      breadcrumbs={[{ label: "Trang chủ", href: "/" }, { label: "Lượt truy cập" }]}
    >
      <h1>Lượt truy cập</h1>
      <dl class="figures">
        {(
          [
            ["Hôm nay", view.today],
            ["Tháng này", view.month],
            ["Từ khi bắt đầu đếm", view.total],
          ] as const
        ).map(([term, value]) => (
          <div key={term} class="figure-box">
            <dt>{term}</dt>
            <dd>{formatNumber(value)}</dd>
          </div>
        ))}
      </dl>
      <p class="section-facts">
        <span>Tính đến {formatDateTime(view.at)}.</span>
      </p>
      <Table
        caption="Theo tháng"
        columns={[
          { key: "month", label: "Tháng", cell: ({ month }) => month.split("-").reverse().join("/") },
          { key: "visits", label: "Lượt truy cập", align: "end", cell: ({ visits }) => formatNumber(visits) },
          { key: "views", label: "Trang được xem", align: "end", cell: ({ views }) => formatNumber(views) },
        ]}
        rows={view.months}
        rowKey={({ month }) => month}
        empty={<p class="nothing">Chưa có lượt truy cập nào được ghi.</p>}
      />
      <div class="prose">
        <h2>Cổng đếm thế nào</h2>
        <p>
          Một lượt truy cập là một lần vào Cổng; trở lại sau 30 phút trở lên được tính là lượt mới. Máy tìm kiếm và các
          chương trình tự động không được tính.
        </p>
        <p>
          Cổng không dùng cookie để đếm và không lưu địa chỉ mạng của người đọc. Để không đếm một lượt nhiều lần, trong
          ngày máy chủ giữ một dấu mã hóa không thể suy ngược ra người đọc; hết ngày, dấu này bị xóa.
        </p>
      </div>
    </SiteLayout>
  );
}
