import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import type { FormState } from "../http/form-state.ts";
import { Downloads } from "../lists/downloads.view.tsx";
import { Button, LinkButton } from "../ui/button.tsx";
import { type Option, Radios, Select } from "../ui/choice.tsx";
import { PageHead, Table } from "../ui/data.tsx";
import { EmptyState, ErrorSummary } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import { formatDateTime, formatNumber } from "../ui/format.ts";
import { REPORT_PATHS } from "./paths.ts";
import type { ReportState } from "./rules.ts";
import { ReportStateTag } from "./state.view.tsx";

export interface ReportLine {
  readonly id: string;
  readonly title: string;
  readonly span: string;
  readonly state: ReportState;
  readonly due: string;
  readonly submittedAt: string | null;
  readonly isLate: boolean;
  /** Waits for whoever looks: to be submitted, or to be accepted. */
  readonly isMine: boolean;
}

export interface ReportListView {
  readonly desk: DeskFrame;
  readonly lines: readonly ReportLine[];
  readonly filter: { readonly kind: string; readonly state: string; readonly year: string };
  readonly kinds: readonly Option[];
  readonly states: readonly Option[];
  readonly years: readonly string[];
  readonly csvHref: string;
  readonly mayOrder: boolean;
}

/** Every report, those that wait for the reader marked. */
export function ReportListPage({ view }: { readonly view: ReportListView }) {
  const { desk, lines, filter, kinds, states, years, csvHref, mayOrder } = view;
  const isFiltered = Object.values(filter).some(Boolean);
  return (
    <DeskLayout desk={desk} title="Báo cáo" path={REPORT_PATHS.list}>
      <PageHead
        title="Báo cáo"
        lead={`${formatNumber(lines.length)} báo cáo${isFiltered ? " khớp với bộ lọc" : ""}. Dự thảo định kỳ được Cổng tự lập trước hạn.`}
        actions={
          <>
            {mayOrder && (
              <LinkButton kind="primary" icon="plus" href={REPORT_PATHS.order}>
                Yêu cầu báo cáo
              </LinkButton>
            )}
            {lines.length > 0 && <Downloads href={csvHref} />}
          </>
        }
      />
      <form class="filters" method="get" action={REPORT_PATHS.list} aria-label="Lọc báo cáo">
        <Select name="loai" label="Loại" options={kinds} value={filter.kind} placeholder="Tất cả" optional />
        <Select
          name="trang-thai"
          label="Trạng thái"
          options={states}
          value={filter.state}
          placeholder="Tất cả"
          optional
        />
        <Select
          name="nam"
          label="Năm"
          options={years.map((year) => ({ value: year, label: year }))}
          value={filter.year}
          placeholder="Tất cả"
          optional
        />
        <div class="filters-buttons">
          <Button icon="search">Lọc</Button>
          {isFiltered && (
            <LinkButton href={REPORT_PATHS.list} kind="quiet">
              Bỏ lọc
            </LinkButton>
          )}
        </div>
      </form>
      <Table
        caption="Danh sách báo cáo"
        captionHidden
        rows={lines}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "ten",
            label: "Báo cáo",
            heads: true,
            cell: ({ id, title, isMine }) => (
              <>
                <a href={REPORT_PATHS.one(id)}>{title}</a>
                {isMine && <span class="cell-note">Đang chờ bạn</span>}
              </>
            ),
          },
          { key: "ky", label: "Kỳ số liệu", cell: ({ span }) => span },
          { key: "trang-thai", label: "Trạng thái", cell: ({ state }) => <ReportStateTag state={state} /> },
          {
            key: "han",
            label: "Hạn nộp",
            cell: ({ due, isLate }) => (isLate ? `${due}, đã quá hạn` : due),
          },
          {
            key: "nop",
            label: "Nộp lúc",
            cell: ({ submittedAt }) => (submittedAt ? formatDateTime(submittedAt) : "–"),
          },
        ]}
        empty={
          <EmptyState title={isFiltered ? "Không có báo cáo nào khớp" : "Chưa có báo cáo nào"} icon="document">
            <p>
              {isFiltered
                ? "Hãy bớt điều kiện lọc."
                : "Vài ngày trước ngày 25 hằng tháng, Cổng tự lập dự thảo báo cáo tháng với số liệu đầy đủ."}
            </p>
          </EmptyState>
        }
      />
    </DeskLayout>
  );
}

export interface OrderView {
  readonly desk: DeskFrame;
  readonly form: FormState;
  /** Kinds this hat may ask for. */
  readonly kinds: readonly Option[];
  readonly today: string;
}

/** Asks for a report: ad hoc, or as Sở wants one. */
export function OrderPage({ view: { desk, form, kinds, today } }: { readonly view: OrderView }) {
  const control = (name: string) => ({ name, value: form.typed[name], error: form.errors[name] });
  const crumbs = [
    { label: "Bàn làm việc", href: "/ban-bien-tap" },
    { label: "Báo cáo", href: REPORT_PATHS.list },
    { label: "Yêu cầu báo cáo" },
  ];
  return (
    <DeskLayout desk={desk} title="Yêu cầu báo cáo" path={REPORT_PATHS.order} breadcrumbs={crumbs}>
      <PageHead title="Yêu cầu báo cáo" lead="Thư ký nhận yêu cầu ngay, số liệu của kỳ được lập sẵn." />
      <ErrorSummary items={form.items} />
      <form class="form" method="post" action={REPORT_PATHS.order}>
        <input type="hidden" name="csrf" value={desk.csrf} />
        <Radios name="loai" label="Loại" options={kinds} value={form.typed.loai} error={form.errors.loai} />
        <Field {...control("noi-dung")} label="Báo cáo về việc gì" />
        <Field {...control("tu-ngay")} label="Từ ngày" type="date" max={today} width="short" />
        <Field {...control("den-ngay")} label="Đến ngày" type="date" max={today} width="short" />
        <Field {...control("han")} label="Hạn nộp" type="date" min={today} width="short" />
        <Field
          {...control("so-van-ban")}
          label="Số, ký hiệu văn bản của Sở"
          hint="Chỉ khi Sở yêu cầu, ví dụ 3020/SGDĐT-VP."
          width="medium"
          optional
        />
        <Field
          {...control("ngay-van-ban")}
          label="Ngày văn bản của Sở"
          type="date"
          max={today}
          width="short"
          optional
        />
        <Button kind="primary" icon="send">
          Gửi yêu cầu
        </Button>
      </form>
    </DeskLayout>
  );
}
