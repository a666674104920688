import { readable } from "../board/rules.ts";
import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import type { FormState } from "../http/form-state.ts";
import { Downloads } from "../lists/downloads.view.tsx";
import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { Checkbox, type Option, optionsOf, Select } from "../ui/choice.tsx";
import { type Column, PageHead, Panel, Table } from "../ui/data.tsx";
import { EmptyState, ErrorSummary, Notice } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import { formatDate, formatNumber } from "../ui/format.ts";
import type { CriteriaSet, Inspection } from "./inspections.queries.ts";
import { INSPECTION_STATES, INSPECTION_TYPES } from "./moves.ts";
import { StateTag } from "./parts.view.tsx";
import { INSPECTION_PATHS } from "./paths.ts";

export interface InspectionFilter {
  readonly type: string;
  readonly state: string;
  readonly year: string;
}

export interface InspectionListProps {
  readonly desk: DeskFrame;
  readonly rows: readonly Inspection[];
  readonly filter: InspectionFilter;
  readonly years: readonly string[];
  readonly mayPlan: boolean;
  readonly csvHref: string;
}

const COLUMNS: readonly Column<Inspection>[] = [
  {
    key: "ten",
    label: "Cuộc kiểm tra",
    heads: true,
    cell: ({ id, title, type }) => (
      <>
        <a href={INSPECTION_PATHS.one(id)}>{title}</a>
        <span class="cell-note">{INSPECTION_TYPES[type].name}</span>
      </>
    ),
  },
  { key: "ky", label: "Kỳ", cell: ({ from, to }) => `${readable(from)} – ${readable(to)}` },
  { key: "don-vi", label: "Đơn vị", align: "end", cell: ({ units }) => formatNumber(units.length) },
  { key: "tinh-trang", label: "Tình trạng", cell: ({ state }) => <StateTag state={state} /> },
  {
    key: "cong-khai",
    label: "Công khai",
    cell: ({ publishedAt, slug }) =>
      publishedAt ? <a href={`/bai-viet/${slug}`}>{formatDate(publishedAt)}</a> : "Chưa",
  },
];

/** Every inspection (Đ22). */
export function InspectionListPage({ desk, rows, filter, years, mayPlan, csvHref }: InspectionListProps) {
  const isFiltered = Object.values(filter).some(Boolean);
  return (
    <DeskLayout desk={desk} title="Kiểm tra, đánh giá" path={INSPECTION_PATHS.list}>
      <PageHead
        title="Kiểm tra, đánh giá"
        lead={`${formatNumber(rows.length)} cuộc${isFiltered ? " khớp với bộ lọc" : ""}. Giám đốc kết luận rồi mới công khai (Điều 22).`}
        actions={
          <>
            {mayPlan && (
              <LinkButton href={INSPECTION_PATHS.add} kind="primary" icon="plus">
                Lập cuộc kiểm tra
              </LinkButton>
            )}
            <LinkButton href={INSPECTION_PATHS.criteria} icon="scale">
              Tiêu chí
            </LinkButton>
            {rows.length > 0 && <Downloads href={csvHref} />}
          </>
        }
      />
      <form class="filters" method="get" action={INSPECTION_PATHS.list} aria-label="Lọc cuộc kiểm tra">
        <Select
          name="loai"
          label="Loại"
          options={optionsOf(INSPECTION_TYPES)}
          value={filter.type}
          placeholder="Tất cả"
          optional
        />
        <Select
          name="tinh-trang"
          label="Tình trạng"
          options={optionsOf(INSPECTION_STATES)}
          value={filter.state}
          placeholder="Tất cả"
          optional
        />
        <Select
          name="nam"
          label="Năm"
          options={years.map((value) => ({ value, label: value }))}
          value={filter.year}
          placeholder="Tất cả"
          optional
        />
        <div class="filters-buttons">
          <Button icon="search">Lọc</Button>
          {isFiltered && (
            <LinkButton href={INSPECTION_PATHS.list} kind="quiet">
              Bỏ lọc
            </LinkButton>
          )}
        </div>
      </form>
      <Table
        caption="Các cuộc kiểm tra"
        captionHidden
        columns={COLUMNS}
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={isFiltered ? "Không có cuộc nào khớp" : "Chưa có cuộc kiểm tra nào"} icon="award">
            <p>Giám đốc hoặc Trưởng Ban lập cuộc kiểm tra và cử người.</p>
          </EmptyState>
        }
      />
    </DeskLayout>
  );
}

export interface PlanPageProps {
  readonly desk: DeskFrame;
  readonly form: FormState;
  readonly units: readonly Option[];
  readonly inspectors: readonly Option[];
}

/** The order of an inspection: everything on one page, filled in as far as it can be known. */
export function PlanPage({ desk, form, units, inspectors }: PlanPageProps) {
  const { typed, ticked, errors } = form;
  return (
    <DeskLayout desk={desk} title="Lập cuộc kiểm tra" path={INSPECTION_PATHS.add}>
      <PageHead title="Lập cuộc kiểm tra" lead="Người được cử chấm mọi đơn vị trừ đơn vị của chính mình." />
      <ErrorSummary items={form.items} />
      <form class="form" method="post" action={INSPECTION_PATHS.add}>
        <input type="hidden" name="csrf" value={desk.csrf} />
        <Select name="loai" label="Loại" options={optionsOf(INSPECTION_TYPES)} value={typed.loai} error={errors.loai} />
        <Field name="ten" label="Tên cuộc kiểm tra" value={typed.ten} error={errors.ten} maxlength={300} />
        <Field
          name="van-ban"
          label="Số quyết định hoặc kế hoạch"
          value={typed["van-ban"]}
          error={errors["van-ban"]}
          width="medium"
        />
        <Field
          name="tu-ngay"
          label="Kỳ từ ngày"
          type="date"
          value={typed["tu-ngay"]}
          error={errors["tu-ngay"]}
          width="short"
        />
        <Field
          name="den-ngay"
          label="Đến hết ngày"
          type="date"
          value={typed["den-ngay"]}
          error={errors["den-ngay"]}
          width="short"
        />
        <Ticks
          name="don-vi"
          legend="Đơn vị được kiểm tra"
          options={units}
          ticked={ticked["don-vi"] ?? []}
          error={errors["don-vi"]}
        />
        <Ticks
          name="nguoi"
          legend="Người kiểm tra"
          options={inspectors}
          ticked={ticked.nguoi ?? []}
          error={errors.nguoi}
        />
        <Select
          name="truong-doan"
          label="Trưởng đoàn"
          options={inspectors}
          placeholder="Người đầu tiên được chọn"
          value={typed["truong-doan"]}
          optional
        />
        <Field
          name="so-bai"
          label="Số bài rút mẫu ở mỗi đơn vị"
          type="number"
          min="0"
          max="50"
          value={typed["so-bai"]}
          width="short"
        />
        <Actions>
          <Button kind="primary" icon="check">
            Lập cuộc kiểm tra
          </Button>
        </Actions>
      </form>
    </DeskLayout>
  );
}

interface TicksProps {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly Option[];
  readonly ticked: readonly string[];
  readonly error: string | undefined;
}

function Ticks({ name, legend, options, ticked, error }: TicksProps) {
  return (
    <fieldset class={error ? "field has-error" : "field"} id={name}>
      <legend class="label">{legend}</legend>
      {error && <p class="field-error">{error}</p>}
      {options.map(({ value, label }) => (
        <Checkbox
          key={value}
          name={name}
          id={`${name}-${value}`}
          label={label}
          value={value}
          checked={ticked.includes(value)}
        />
      ))}
    </fieldset>
  );
}

export interface CriteriaPageProps {
  readonly desk: DeskFrame;
  readonly sets: readonly CriteriaSet[];
  readonly sources: readonly Option[];
  readonly form: FormState;
  readonly mayChange: boolean;
  readonly isDone: boolean;
}

/** Rows of the form: so many criteria fit into one set. */
export const CRITERIA_ROWS = 8;

/** Criteria and weights: what counted when, and a new set from a day on. */
export function CriteriaPage({ desk, sets, sources, form, mayChange, isDone }: CriteriaPageProps) {
  const { typed, errors } = form;
  return (
    <DeskLayout
      desk={desk}
      title="Tiêu chí đánh giá"
      path={INSPECTION_PATHS.criteria}
      breadcrumbs={[{ label: "Kiểm tra, đánh giá", href: INSPECTION_PATHS.list }, { label: "Tiêu chí" }]}
    >
      <PageHead
        title="Tiêu chí đánh giá"
        lead="Cuộc kiểm tra dùng bộ tiêu chí đang áp dụng vào ngày cuối của kỳ; bộ cũ giữ nguyên."
      />
      {isDone && <Notice kind="ok" live title="Đã ghi bộ tiêu chí mới." />}
      <ErrorSummary items={form.items} />
      {sets.toReversed().map((set) => (
        <Panel key={set.id} title={`${set.name}, áp dụng từ ${readable(set.from)}`}>
          <Table
            caption={set.name}
            captionHidden
            rows={set.criteria}
            rowKey={({ key }) => key}
            columns={[
              { key: "ten", label: "Tiêu chí", heads: true, cell: ({ name }) => name },
              { key: "trong-so", label: "Trọng số", align: "end", cell: ({ weight }) => formatNumber(weight) },
              {
                key: "cach",
                label: "Cách chấm",
                cell: ({ source, guide }) => guide || (source ? "Cổng tính từ dữ liệu" : "Người kiểm tra chấm"),
              },
            ]}
          />
        </Panel>
      ))}
      {mayChange && (
        <form class="form" method="post" action={INSPECTION_PATHS.criteria}>
          <h2>Bộ tiêu chí mới</h2>
          <input type="hidden" name="csrf" value={desk.csrf} />
          <Field name="ten" label="Tên bộ tiêu chí" value={typed.ten} error={errors.ten} />
          <Field
            name="tu-ngay"
            label="Áp dụng từ ngày"
            type="date"
            width="short"
            value={typed["tu-ngay"]}
            error={errors["tu-ngay"]}
          />
          {errors["trong-so-1"] && <p class="field-error">{errors["trong-so-1"]}</p>}
          {Array.from({ length: CRITERIA_ROWS }, (_, place) => place + 1).map((row) => (
            <fieldset class="field-group" key={row}>
              <legend class="field-group-legend">Tiêu chí {row}</legend>
              <Field name={`tieu-chi-${row}`} label="Tên" value={typed[`tieu-chi-${row}`]} optional={row > 1} />
              <Field
                name={`trong-so-${row}`}
                label="Trọng số"
                inputmode="numeric"
                width="short"
                value={typed[`trong-so-${row}`]}
                optional={row > 1}
              />
              <Select
                name={`cach-${row}`}
                label="Cách chấm"
                options={sources}
                placeholder="Người kiểm tra chấm"
                value={typed[`cach-${row}`]}
                optional
              />
            </fieldset>
          ))}
          <p class="hint">Bỏ trống tên nếu không dùng dòng ấy. Tổng trọng số phải bằng 100.</p>
          <Actions>
            <Button kind="primary" icon="check">
              Ghi bộ tiêu chí
            </Button>
          </Actions>
        </form>
      )}
    </DeskLayout>
  );
}
