import { readable } from "../board/rules.ts";
import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { Downloads } from "../lists/downloads.view.tsx";
import { Button } from "../ui/button.tsx";
import { PageHead, Table } from "../ui/data.tsx";
import { EmptyState, Notice } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import { formatNumber } from "../ui/format.ts";
import { type Tab, Tabs } from "../ui/navigation.tsx";
import type { Bar } from "./bars.ts";
import { BarChart } from "./chart.view.tsx";
import { TRAFFIC_DESK } from "./paths.ts";
import type { Period } from "./period.ts";

interface Line {
  readonly name: string;
  readonly label: string;
  readonly href: string;
  readonly count: number;
}

export interface TrafficDeskView {
  readonly nonce: string;
  readonly today: string;
  readonly period: Period;
  readonly quick: readonly Tab[];
  readonly by: "ngày" | "tháng";
  readonly bars: readonly Bar[];
  readonly places: readonly Line[];
  readonly pages: readonly Line[];
  readonly referrers: readonly Line[];
  readonly terms: readonly Line[];
}

/** How the portal was read in some days: a chart with its table, then what was read, from where, and what was looked for. */
export function TrafficDeskPage({ frame, view }: { readonly frame: DeskFrame; readonly view: TrafficDeskView }) {
  const { period, by, bars } = view;
  const query = `?tu=${period.from}&den=${period.to}`;
  const sum = (key: "visits" | "views") => bars.reduce((all, bar) => all + bar[key], 0);
  return (
    <DeskLayout
      desk={frame}
      title="Khai thác, truy cập"
      path={TRAFFIC_DESK}
      nonce={view.nonce}
      breadcrumbs={[{ label: "Bàn làm việc", href: "/ban-bien-tap" }, { label: "Khai thác, truy cập" }]}
    >
      <PageHead
        title="Khai thác, truy cập"
        lead="Cổng được đọc nhiều hay ít, trang nào, từ đâu tới. Đếm tại máy chủ, không cookie, không biết ai là ai; máy tự động không được tính."
        actions={<Downloads href={`${TRAFFIC_DESK}.csv${query}`} />}
      />
      <Tabs label="Khoảng thời gian" items={view.quick} />
      <form class="filters" method="get" action={TRAFFIC_DESK} aria-label="Chọn ngày">
        <Field name="tu" label="Từ ngày" type="date" value={period.from} max={view.today} optional />
        <Field name="den" label="Đến ngày" type="date" value={period.to} max={view.today} optional />
        <div class="filters-buttons">
          <Button icon="search">Xem</Button>
        </div>
      </form>
      {period.fault && <Notice kind="warn">{period.fault}</Notice>}
      <p>
        Từ {readable(period.from)} đến {readable(period.to)}: <strong>{formatNumber(sum("visits"))}</strong> lượt truy
        cập, <strong>{formatNumber(sum("views"))}</strong> trang được xem.
      </p>
      <BarChart title={`Lượt truy cập theo ${by}`} bars={bars.map(({ label, visits }) => ({ label, value: visits }))} />
      <details>
        <summary>Bảng số liệu theo {by}</summary>
        <Table
          caption={`Theo ${by}`}
          columns={[
            { key: "label", label: by === "ngày" ? "Ngày" : "Tháng", cell: ({ label }) => label },
            { key: "visits", label: "Lượt truy cập", align: "end", cell: ({ visits }) => formatNumber(visits) },
            { key: "views", label: "Trang được xem", align: "end", cell: ({ views }) => formatNumber(views) },
          ]}
          rows={bars}
          rowKey={({ label }) => label}
        />
      </details>
      <Ranking caption="Chuyên mục, phần của Cổng" what="Phần" lines={view.places} />
      <Ranking caption="Trang được xem nhiều" what="Trang" lines={view.pages} />
      <Ranking caption="Từ trang nào tới" what="Trang dẫn tới" lines={view.referrers} />
      <Ranking caption="Từ được tìm (từ 3 lượt trở lên)" what="Từ" lines={view.terms} />
    </DeskLayout>
  );
}

function Ranking({ caption, what, lines }: { caption: string; what: string; lines: readonly Line[] }) {
  const most = Math.max(1, ...lines.map(({ count }) => count));
  return (
    <Table
      caption={caption}
      columns={[
        {
          key: "label",
          label: what,
          cell: ({ label, href }: Line) => (href ? <a href={href}>{label}</a> : label),
        },
        {
          key: "count",
          label: "Số lượt",
          align: "end",
          cell: ({ count }) => (
            <span class="rank-cell">
              <meter class="rank" min={0} max={most} value={count} aria-hidden="true" />
              {formatNumber(count)}
            </span>
          ),
        },
      ]}
      rows={lines}
      rowKey={({ name }) => name}
      empty={<EmptyState title={`${caption}: chưa có số liệu trong khoảng này`} icon="search" />}
    />
  );
}
