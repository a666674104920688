import { readable } from "../board/rules.ts";
import { type SiteFrame, standingIn } from "../site/frame.ts";
import { SiteLayout } from "../site/layout.view.tsx";
import { Table } from "../ui/data.tsx";
import { formatDateTime } from "../ui/format.ts";
import { PUBLIC_PATHS } from "./paths.ts";
import type { Fault } from "./proof.queries.ts";
import { type DayLook, lookCount, type ProofDay, proofWords } from "./proof.ts";

export interface ProofView {
  readonly days: readonly ProofDay[];
  readonly faults: readonly Fault[];
  readonly last: { readonly at: string; readonly addresses: number; readonly failed: number } | null;
}

const WORDS: Readonly<Record<DayLook, string>> = {
  seen: "hiển thị đầy đủ",
  fault: "có địa chỉ không đọc được",
  gap: "không kiểm tra được",
};

/** The year's visibility, gaps included: anyone can see whether disclosure was really there (Đ13.k1.c.g3). */
export function ProofPage({ frame, view }: { readonly frame: SiteFrame; readonly view: ProofView }) {
  const { days, faults, last } = view;
  const months = [...new Set(days.map(({ day }) => day.slice(0, 7)))].map((month) => ({
    month,
    days: days.filter(({ day }) => day.startsWith(month)),
  }));
  return (
    <SiteLayout
      frame={standingIn(frame, PUBLIC_PATHS.home)}
      title="Công khai có luôn hiển thị không?"
      path={PUBLIC_PATHS.proof}
      description={`Nhật ký hiển thị của chuyên mục Công khai, ${frame.siteName}.`}
      breadcrumbs={[
        { label: "Trang chủ", href: "/" },
        { label: "Công khai", href: PUBLIC_PATHS.home },
        { label: "Hiển thị liên tục" },
      ]}
    >
      <header class="section-head">
        <h1>Công khai có luôn hiển thị không?</h1>
        <p class="section-lead">
          Mỗi ngày vài lần, Cổng mở mọi địa chỉ công khai như một người đọc không đăng nhập, đối chiếu với nội dung đã
          phê duyệt rồi ghi lại. Ngày không kiểm tra được thì ghi là không kiểm tra được, không bù sau.
        </p>
      </header>
      <p class="disclosure-proof">{proofWords(days)}.</p>
      {last && (
        <p>
          Lần gần nhất: {formatDateTime(last.at)}, {last.addresses} địa chỉ,{" "}
          {last.failed === 0 ? "đều đọc được" : `${last.failed} địa chỉ không đọc được`}.
        </p>
      )}
      {days.length > 0 && (
        <div class="ribbon" aria-hidden="true">
          {days.map(({ day, look }) => (
            <span key={day} class={`ribbon-day ribbon-${look}`} title={`${readable(day)}: ${WORDS[look]}`} />
          ))}
        </div>
      )}
      <p class="ribbon-key" aria-hidden="true">
        <span class="ribbon-day ribbon-seen" /> hiển thị đầy đủ <span class="ribbon-day ribbon-fault" /> có lỗi{" "}
        <span class="ribbon-day ribbon-gap" /> không kiểm tra được
      </p>
      <Table
        caption="Theo từng tháng"
        columns={[
          { key: "month", label: "Tháng", cell: ({ month }) => month.split("-").reverse().join("/") },
          { key: "seen", label: "Ngày đầy đủ", align: "end", cell: (row) => lookCount(row.days, "seen") },
          {
            key: "other",
            label: "Ngày có lỗi hoặc không kiểm tra được",
            cell: (row) => {
              const other = row.days.filter(({ look }) => look !== "seen");
              if (other.length === 0) return "Không có";
              return other.map(({ day, look }) => `${readable(day)} (${WORDS[look]})`).join("; ");
            },
          },
        ]}
        rows={months.reverse()}
        rowKey={({ month }) => month}
        empty={<p class="nothing">Chưa có lần kiểm tra nào.</p>}
      />
      {faults.length > 0 && (
        <Table
          caption="Những lần không đọc được gần đây"
          columns={[
            { key: "at", label: "Lúc", cell: ({ at }) => formatDateTime(at) },
            { key: "address", label: "Địa chỉ", cell: ({ address }) => <a href={address}>{address}</a> },
            { key: "fault", label: "Vì sao", cell: ({ status, fault }) => `${fault} (${status})` },
          ]}
          rows={faults}
          rowKey={({ at, address }) => `${at} ${address}`}
        />
      )}
    </SiteLayout>
  );
}
