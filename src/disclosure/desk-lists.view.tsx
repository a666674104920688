import { readable } from "../board/rules.ts";
import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { type Option, Select } from "../ui/choice.tsx";
import { PageHead, Panel, Table } from "../ui/data.tsx";
import { ErrorSummary, Notice, type SummaryItem } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import { crumbs, type Typed } from "./desk-frame.ts";
import type { Item, Regime } from "./disclosure.ts";
import type { SchoolYear } from "./due.ts";
import { DESK_PATHS } from "./paths.ts";
import type { Names } from "./public-models.ts";

const years = (first: number) => `${first}–${first + 1}`;

const listCrumbs = (label: string) => [...crumbs(), { label: "Danh mục công khai", href: DESK_PATHS.items }, { label }];

/** "từ năm học 2024–2025 đến 2026–2027" */
const span = ({ fromYear, toYear }: { fromYear: number; toYear: number | null }) =>
  `từ năm học ${years(fromYear)}${toYear === null ? "" : ` đến ${years(toYear)}`}`;

export interface ItemsView {
  readonly regimes: readonly Regime[];
  readonly items: readonly Item[];
  readonly names: Names;
  readonly done: string | undefined;
}

/** The lists of disclosure as data: what each item rests on, by when it is due, whose it is. */
export function ItemsPage({ desk, view }: { readonly desk: DeskFrame; readonly view: ItemsView }) {
  const { regimes, items, names } = view;
  return (
    <DeskLayout
      desk={desk}
      title="Danh mục công khai"
      path={DESK_PATHS.items}
      wide
      breadcrumbs={[...crumbs(), { label: "Danh mục công khai" }]}
    >
      <PageHead
        title="Danh mục công khai"
        lead="Căn cứ, biểu mẫu, hạn và đơn vị phụ trách sửa được tại đây, tính từ ngày sửa. Mục đã có thì không xóa được; những gì đã đến hạn hoặc đã đăng giữ nguyên."
        actions={
          <>
            <LinkButton href={DESK_PATHS.newItem} icon="plus">
              Thêm mục
            </LinkButton>
            <LinkButton href={DESK_PATHS.newRegime} icon="plus">
              Thêm quy định
            </LinkButton>
          </>
        }
      />
      {view.done && (
        <Notice kind="ok" live>
          <p>{view.done}</p>
        </Notice>
      )}
      {regimes.map((regime) => (
        <Panel key={regime.id} title={regime.name}>
          <p>
            {regime.citation}, {span(regime)}. <a href={DESK_PATHS.regime(regime.id)}>Sửa quy định này</a>
          </p>
          <Table
            caption={`Các mục của ${regime.name}`}
            captionHidden
            columns={[
              {
                key: "title",
                label: "Nội dung",
                cell: ({ id, group, title }) => (
                  <a href={DESK_PATHS.item(id)}>
                    {group}. {title}
                  </a>
                ),
              },
              { key: "citation", label: "Căn cứ", cell: ({ citation }) => citation || "–" },
              { key: "forms", label: "Biểu mẫu", cell: ({ forms }) => forms || "–" },
              { key: "due", label: "Hạn", cell: ({ dueDay, dueMonth }) => `${dueDay}/${dueMonth}` },
              { key: "unit", label: "Đơn vị", cell: ({ unit }) => (unit && names.get(unit)) || "Chưa giao" },
              { key: "note", label: "Lưu ý", cell: ({ note }) => note || "–" },
            ]}
            rows={items.filter((item) => item.regime.id === regime.id)}
            rowKey={({ id }) => id}
            empty={<p>Chưa có mục nào.</p>}
          />
        </Panel>
      ))}
    </DeskLayout>
  );
}

interface Controls {
  readonly units: readonly Option[];
  readonly value: (name: string) => string;
}

/** What is written of every item, old or new. */
function ItemControls({ units, value }: Controls) {
  const control = (name: string) => ({ name, value: value(name) });
  return (
    <>
      <Field label="Nội dung" {...control("ten")} />
      <Field label="Điều, khoản" optional {...control("can-cu")} />
      <Field label="Biểu mẫu" optional {...control("bieu-mau")} />
      <Select label="Đơn vị phụ trách" placeholder="Chưa giao" optional options={units} {...control("don-vi")} />
      <Field label="Hạn: ngày" inputmode="numeric" width="short" {...control("ngay")} />
      <Field label="Hạn: tháng" inputmode="numeric" width="short" {...control("thang")} />
      <Field
        label="Số ngày làm việc phải cập nhật sau khi thay đổi"
        inputmode="numeric"
        width="short"
        {...control("sau-thay-doi")}
      />
    </>
  );
}

export interface ItemView {
  readonly item: Item;
  readonly units: readonly Option[];
  readonly schoolYears: readonly SchoolYear[];
  readonly today: string;
  readonly typed: Typed;
  readonly refusals: readonly SummaryItem[];
}

export function ItemPage({ desk, view }: { readonly desk: DeskFrame; readonly view: ItemView }) {
  const { item, typed } = view;
  const stored: Typed = {
    ten: item.title,
    "can-cu": item.citation,
    "bieu-mau": item.forms,
    "don-vi": item.unit ?? "",
    ngay: String(item.dueDay),
    thang: String(item.dueMonth),
    "sau-thay-doi": String(item.changeDays),
    "tu-ngay": view.today,
    "nam-cuoi": item.toYear === null ? "" : String(item.toYear),
    "luu-y": item.note,
  };
  const value = (name: string) => typed[name] ?? stored[name] ?? "";
  return (
    <DeskLayout desk={desk} title={item.title} path={DESK_PATHS.item(item.id)} breadcrumbs={listCrumbs(item.title)}>
      <PageHead title={item.title} eyebrow={`${item.group}. ${item.groupTitle}`} lead={item.regime.citation} />
      <ErrorSummary items={view.refusals} />
      <form class="form" method="post" action={DESK_PATHS.item(item.id)}>
        <input type="hidden" name="csrf" value={desk.csrf} />
        <ItemControls units={view.units} value={value} />
        <Field
          name="tu-ngay"
          label="Hạn mới áp dụng từ ngày"
          hint="Chỉ dùng khi đổi hạn. Việc đã đến hạn trước ngày này vẫn tính theo hạn cũ."
          type="date"
          width="short"
          value={value("tu-ngay")}
        />
        <LastYear schoolYears={view.schoolYears} value={value("nam-cuoi")} />
        <Field name="luu-y" label="Lưu ý" optional value={value("luu-y")} />
        <Actions>
          <Button kind="primary">Lưu</Button>
          <LinkButton href={DESK_PATHS.items} kind="quiet">
            Thôi
          </LinkButton>
        </Actions>
      </form>
      <Table
        caption="Hạn đã và sẽ áp dụng"
        columns={[
          { key: "from", label: "Từ ngày", cell: ({ from }) => (from ? readable(from) : "Ban đầu") },
          { key: "due", label: "Hạn hằng năm", cell: ({ dueDay, dueMonth }) => `${dueDay}/${dueMonth}` },
          { key: "days", label: "Sau khi thay đổi", cell: ({ changeDays }) => `${changeDays} ngày làm việc` },
        ]}
        rows={item.rules.filter(
          (rule, at) =>
            at === 0 ||
            (["dueDay", "dueMonth", "changeDays"] as const).some((key) => rule[key] !== item.rules[at - 1]![key]),
        )}
        rowKey={({ from, dueDay, dueMonth }) => `${from} ${dueDay} ${dueMonth}`}
      />
    </DeskLayout>
  );
}

function LastYear({ schoolYears, value }: { readonly schoolYears: readonly SchoolYear[]; readonly value: string }) {
  return (
    <Select
      name="nam-cuoi"
      label="Năm học cuối phải công khai"
      hint="Chỉ chọn khi không còn phải công khai nữa. Nội dung đã đăng vẫn hiển thị."
      placeholder="Chưa định"
      optional
      options={schoolYears.map((year) => ({ value: year.slice(0, 4), label: year.replace("-", "–") }))}
      value={value}
    />
  );
}

export interface NewItemView {
  readonly regimes: readonly Regime[];
  readonly units: readonly Option[];
  readonly schoolYears: readonly SchoolYear[];
  readonly typed: Typed;
  readonly refusals: readonly SummaryItem[];
}

const PERIOD_OPTIONS: readonly Option[] = [
  { value: "school_year", label: "Theo năm học" },
  { value: "fiscal_year", label: "Theo năm tài chính" },
  { value: "on_change", label: "Khi có thay đổi" },
];

/** A new item of a regime: most often what Sở or the city asks for beside the circular. */
export function NewItemPage({ desk, view }: { readonly desk: DeskFrame; readonly view: NewItemView }) {
  const { typed } = view;
  const first: Typed = {
    ngay: "30",
    thang: "6",
    "sau-thay-doi": "10",
    ky: "school_year",
    "nam-dau": view.schoolYears[0]?.slice(0, 4) ?? "",
    "quy-dinh": view.regimes.at(-1)?.id ?? "",
  };
  const value = (name: string) => typed[name] ?? first[name] ?? "";
  const control = (name: string) => ({ name, value: value(name) });
  return (
    <DeskLayout desk={desk} title="Thêm mục công khai" path={DESK_PATHS.newItem} breadcrumbs={listCrumbs("Thêm mục")}>
      <PageHead
        title="Thêm mục công khai"
        lead="Mục mới được tính từ năm học chọn dưới đây, không tính cho những năm đã qua. Thêm rồi thì không xóa được."
      />
      <ErrorSummary items={view.refusals} />
      <form class="form" method="post" action={DESK_PATHS.newItem}>
        <input type="hidden" name="csrf" value={desk.csrf} />
        <Select
          label="Thuộc quy định"
          options={view.regimes.map(({ id, name }) => ({ value: id, label: name }))}
          {...control("quy-dinh")}
        />
        <ItemControls units={view.units} value={value} />
        <Select label="Kỳ công khai" options={PERIOD_OPTIONS} {...control("ky")} />
        <Select
          label="Tính từ năm học"
          options={view.schoolYears.map((year) => ({ value: year.slice(0, 4), label: year.replace("-", "–") }))}
          {...control("nam-dau")}
        />
        <Field
          label="Nhóm"
          hint="Ví dụ: ĐP. Để trống thì xếp vào nhóm cuối."
          optional
          width="short"
          {...control("nhom")}
        />
        <Field label="Tên nhóm" optional {...control("ten-nhom")} />
        <Field
          label="Đường dẫn"
          hint="Để trống thì Cổng đặt theo tên. Đường dẫn không đổi được về sau."
          optional
          width="medium"
          {...control("duong-dan")}
        />
        <Field label="Lưu ý" optional {...control("luu-y")} />
        <Actions>
          <Button kind="primary">Thêm mục</Button>
          <LinkButton href={DESK_PATHS.items} kind="quiet">
            Thôi
          </LinkButton>
        </Actions>
      </form>
    </DeskLayout>
  );
}

export interface RegimeView {
  /** Null for a new one. */
  readonly regime: Regime | null;
  readonly schoolYears: readonly SchoolYear[];
  readonly typed: Typed;
  readonly refusals: readonly SummaryItem[];
}

/** A rule of disclosure: a circular, or what the place asks for. */
export function RegimePage({ desk, view }: { readonly desk: DeskFrame; readonly view: RegimeView }) {
  const { regime, typed, schoolYears } = view;
  const action = regime ? DESK_PATHS.regime(regime.id) : DESK_PATHS.newRegime;
  const title = regime ? regime.name : "Thêm quy định công khai";
  const last = regime?.toYear == null ? "" : String(regime.toYear);
  return (
    <DeskLayout desk={desk} title={title} path={action} breadcrumbs={listCrumbs(title)}>
      <PageHead
        title={title}
        lead={
          regime
            ? `Áp dụng ${span(regime)}.`
            : "Khi có thông tư hoặc hướng dẫn mới. Quy định cũ vẫn giữ cho những năm của nó."
        }
      />
      <ErrorSummary items={view.refusals} />
      <form class="form" method="post" action={action}>
        <input type="hidden" name="csrf" value={desk.csrf} />
        <Field name="ten" label="Tên" value={typed.ten ?? regime?.name} />
        <Field
          name="can-cu"
          label="Văn bản"
          hint="Số, ngày, cơ quan ban hành, như ghi trên văn bản."
          value={typed["can-cu"] ?? regime?.citation}
        />
        {regime ? (
          <LastYear schoolYears={schoolYears} value={typed["nam-cuoi"] ?? last} />
        ) : (
          <Select
            name="nam-dau"
            label="Áp dụng từ năm học"
            options={schoolYears.map((year) => ({ value: year.slice(0, 4), label: year.replace("-", "–") }))}
            value={typed["nam-dau"] ?? schoolYears[0]?.slice(0, 4)}
          />
        )}
        <Actions>
          <Button kind="primary">Lưu</Button>
          <LinkButton href={DESK_PATHS.items} kind="quiet">
            Thôi
          </LinkButton>
        </Actions>
      </form>
    </DeskLayout>
  );
}
