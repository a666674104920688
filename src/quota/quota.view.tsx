import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { addMonths, writtenMonth } from "../kernel/months.ts";
import { Downloads } from "../lists/downloads.view.tsx";
import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { Select } from "../ui/choice.tsx";
import { type Column, PageHead, Panel, Table } from "../ui/data.tsx";
import { EmptyState, Notice } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import { formatDateTime } from "../ui/format.ts";
import type { IconName } from "../ui/icon.tsx";
import { Tag } from "../ui/status.tsx";
import { QuotaBar } from "./bar.view.tsx";
import {
  COUNT_NAMES,
  COUNTS,
  type Coming,
  forecastWords,
  type MonthQuota,
  OUTCOMES,
  type Outcome,
  type UnitQuota,
} from "./count.ts";
import { ExemptionList, type ShownExemption } from "./exemptions.view.tsx";
import { QUOTA_PATHS, type QuotaFilter, quotaHref } from "./paths.ts";
import { type MonthArticle, notCounted } from "./sheet.ts";

export interface QuotaPageProps {
  readonly desk: DeskFrame;
  readonly quota: MonthQuota;
  /** The present month: nothing lies after it. */
  readonly thisMonth: string;
  readonly filter: QuotaFilter;
  /** Units that the filter leaves. */
  readonly units: readonly UnitQuota[];
  readonly articles: readonly MonthArticle[];
  /** Articles on their way that this person may see, by unit. */
  readonly coming: readonly Coming[];
  /** Units of whoever looks. */
  readonly own: readonly UnitQuota[];
  readonly perMonth: number;
  readonly criteria: readonly string[];
  readonly exemptions: readonly ShownExemption[];
  readonly mayExempt: boolean;
  readonly mayWrite: boolean;
  /** How many wait for this person's mark. */
  readonly waiting: number;
  readonly done: string | undefined;
}

const TONES: Readonly<Record<Outcome, { icon: IconName; tone: "quiet" | "wait" | "good" | "back" | "stop" }>> = {
  met: { icon: "check", tone: "good" },
  provisional: { icon: "clock", tone: "wait" },
  short: { icon: "schedule", tone: "wait" },
  missed: { icon: "cancelled", tone: "stop" },
  excused: { icon: "info", tone: "quiet" },
};

/** Đ16.k3 of one month: every unit, every number with the articles behind it. */
export function QuotaPage(props: QuotaPageProps) {
  const { desk, quota, thisMonth, filter, units, own, perMonth, mayExempt, waiting, done } = props;
  const { month } = quota;
  return (
    <DeskLayout desk={desk} title={`Chỉ tiêu tin, bài tháng ${writtenMonth(month)}`} path={QUOTA_PATHS.home} wide>
      <PageHead
        title={`Chỉ tiêu tin, bài tháng ${writtenMonth(month)}`}
        lead={`Mỗi phòng, tổ chức trực thuộc đăng ít nhất ${perMonth} tin, bài có chất lượng mỗi tháng (khoản 3 Điều 16). ${standing(quota)}`}
        actions={
          <>
            {waiting > 0 && (
              <LinkButton kind="primary" icon="award" href={QUOTA_PATHS.queue}>
                Đánh giá {String(waiting)} bài
              </LinkButton>
            )}
            <Downloads href={quotaHref(`${QUOTA_PATHS.home}.csv`, filter)} />
          </>
        }
      />
      {done && <Notice kind="ok" live title={done} />}
      {own.map((unit) => (
        <OwnUnit key={unit.unit} unit={unit} {...props} />
      ))}
      <Months month={month} thisMonth={thisMonth} filter={filter} />
      <Table
        caption={`Các đơn vị, tháng ${writtenMonth(month)}`}
        captionHidden
        columns={columns(month)}
        rows={units}
        rowKey={({ unit }) => unit}
        empty={
          <EmptyState title="Không có đơn vị nào" icon="building">
            <p>Tháng này chưa có phòng, tổ chức trực thuộc nào được giao chỉ tiêu.</p>
          </EmptyState>
        }
      />
      <Articles {...props} />
      <ExemptionList {...props} csrf={desk.csrf} may={mayExempt} />
      <Criteria criteria={props.criteria} />
    </DeskLayout>
  );
}

function standing({ isOver, frozenAt }: MonthQuota): string {
  if (frozenAt) return `Kết quả đã chốt theo báo cáo lúc ${formatDateTime(frozenAt)}.`;
  return isOver ? "Tháng đã hết; kết quả được chốt cùng báo cáo tháng sau." : "Tháng đang diễn ra: số liệu tạm tính.";
}

/** What a head of a unit sees first, on a phone too. */
function OwnUnit({ unit, quota, mayWrite }: { readonly unit: UnitQuota } & Pick<QuotaPageProps, "quota" | "mayWrite">) {
  const { icon, tone } = TONES[unit.outcome];
  const isOpen = !quota.isOver && unit.outcome === "short";
  return (
    <section class="panel quota-own">
      <div class="panel-head">
        <h2 class="panel-title">{unit.name}</h2>
        <Tag icon={icon} tone={tone}>
          {OUTCOMES[unit.outcome]}
        </Tag>
      </div>
      {unit.excused ? (
        <p>{unit.excused}</p>
      ) : (
        <>
          <QuotaBar {...unit} />
          <p>{quota.isOver ? "" : forecastWords(unit)}</p>
        </>
      )}
      {isOpen && mayWrite && (
        <p>
          <LinkButton icon="edit" href="/ban-bien-tap/bai/moi">
            Viết bài
          </LinkButton>
        </p>
      )}
    </section>
  );
}

function Months({ month, thisMonth, filter }: { month: string; thisMonth: string; filter: QuotaFilter }) {
  const to = (other: string) => quotaHref(QUOTA_PATHS.home, { ...filter, month: other });
  return (
    <nav class="quota-months" aria-label="Tháng">
      <LinkButton kind="quiet" icon="left" href={to(addMonths(month, -1))}>
        Tháng {writtenMonth(addMonths(month, -1))}
      </LinkButton>
      {month < thisMonth && (
        <LinkButton kind="quiet" icon="right" href={to(addMonths(month, 1))}>
          Tháng {writtenMonth(addMonths(month, 1))}
        </LinkButton>
      )}
      <form method="get" action={QUOTA_PATHS.home} class="quota-month">
        {filter.unit && <input type="hidden" name="don-vi" value={filter.unit} />}
        <Field name="thang" label="Tháng khác" type="month" width="short" value={month} />
        <Button>Xem</Button>
      </form>
    </nav>
  );
}

function columns(month: string): readonly Column<UnitQuota>[] {
  const link = (code: string, count: QuotaFilter["count"], figure: number) =>
    figure === 0 ? "0" : <a href={`${quotaHref(QUOTA_PATHS.home, { month, unit: code, count })}#bai`}>{figure}</a>;
  return [
    {
      key: "don-vi",
      label: "Đơn vị",
      heads: true,
      cell: ({ name, code }) => <a href={quotaHref(QUOTA_PATHS.home, { month, unit: code, count: "" })}>{name}</a>,
    },
    {
      key: "ket-qua",
      label: "Kết quả",
      cell: ({ outcome }) => (
        <Tag icon={TONES[outcome].icon} tone={TONES[outcome].tone}>
          {OUTCOMES[outcome]}
        </Tag>
      ),
    },
    { key: "tien-do", label: "Tiến độ", cell: (unit) => (unit.excused ? "–" : <QuotaBar {...unit} />) },
    { key: "dat", label: "Đạt", align: "end", cell: ({ code, good }) => link(code, "counted", good) },
    { key: "tam", label: "Chờ đánh giá", align: "end", cell: ({ code, unmarked }) => link(code, "unmarked", unmarked) },
    { key: "khac", label: "Bài khác", align: "end", cell: (unit) => link(unit.code, "other", notCounted(unit)) },
    { key: "du-kien", label: "Dự kiến", cell: (unit) => unit.excused || forecastWords(unit) },
  ];
}

function Articles({ quota, filter, articles, coming }: QuotaPageProps) {
  const isFiltered = filter.unit !== "" || filter.count !== "";
  const options = quota.units.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <section id="bai">
      <div class="panel-head">
        <h2>
          Bài đăng lần đầu trong tháng ({articles.length}
          {isFiltered ? ", đã lọc" : ""})
        </h2>
        <Actions>
          <Downloads href={quotaHref(`${QUOTA_PATHS.articles}.csv`, filter)} />
        </Actions>
      </div>
      <form class="filters" method="get" action={`${QUOTA_PATHS.home}#bai`} aria-label="Lọc bài">
        <input type="hidden" name="thang" value={quota.month} />
        <Select name="don-vi" label="Đơn vị" options={options} value={filter.unit} placeholder="Tất cả" optional />
        <Select
          name="cach-tinh"
          label="Cách tính"
          options={COUNT_OPTIONS}
          value={filter.count}
          placeholder="Tất cả"
          optional
        />
        <div class="filters-buttons">
          <Button icon="search">Lọc</Button>
          {isFiltered && (
            <LinkButton kind="quiet" href={quotaHref(QUOTA_PATHS.home, { month: quota.month, unit: "", count: "" })}>
              Bỏ lọc
            </LinkButton>
          )}
        </div>
      </form>
      <Table
        caption="Bài đăng lần đầu trong tháng"
        captionHidden
        columns={ARTICLES}
        rows={articles}
        rowKey={({ article }) => article}
        empty={<EmptyState title={isFiltered ? "Không có bài nào khớp" : "Chưa có bài nào"} icon="news" />}
      />
      {coming.length > 0 && (
        <details>
          <summary>{coming.length} bài đang ở Ban biên tập</summary>
          <ul class="work-notices">
            {coming.map(({ edition, title }) => (
              <li key={edition}>
                <a href={`/ban-bien-tap/bai/${edition}`}>{title || "Bài chưa có tiêu đề"}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

const COUNT_OPTIONS = [
  ...COUNT_NAMES.map((value) => ({ value: value as string, label: COUNTS[value] as string })),
  { value: "other", label: "Mọi bài không tính" },
];

const ARTICLES: readonly Column<MonthArticle>[] = [
  {
    key: "tieu-de",
    label: "Tiêu đề",
    heads: true,
    cell: ({ article, title }) => <a href={QUOTA_PATHS.article(article)}>{title}</a>,
  },
  { key: "don-vi", label: "Đơn vị", cell: ({ unit }) => unit },
  { key: "nguoi-viet", label: "Người viết", cell: ({ author }) => author },
  {
    key: "dang",
    label: "Đăng lần đầu",
    cell: ({ publishedAt }) => <time dateTime={publishedAt}>{formatDateTime(publishedAt)}</time>,
  },
  {
    key: "cach-tinh",
    label: "Cách tính",
    cell: ({ count, changedTo }) => (
      <>
        {COUNTS[count]}
        {changedTo && <span class="cell-note">Thay đổi sau khi chốt: {COUNTS[changedTo]}</span>}
      </>
    ),
  },
];

/** the open criteria, for whoever writes and whoever marks. */
export function Criteria({ criteria }: { readonly criteria: readonly string[] }) {
  return (
    <Panel title="Thế nào là tin, bài có chất lượng">
      <ul class="quota-criteria">
        {criteria.map((criterion) => (
          <li key={criterion}>{criterion}</li>
        ))}
      </ul>
    </Panel>
  );
}
