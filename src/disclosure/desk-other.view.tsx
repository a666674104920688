import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { type Option, Select } from "../ui/choice.tsx";
import { DescriptionList, PageHead, Panel, Table } from "../ui/data.tsx";
import { ErrorSummary, Notice, type SummaryItem } from "../ui/feedback.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import type { DisclosureContent } from "./content.ts";
import { ContentControls } from "./content-form.view.tsx";
import type { AddressState, EntryView } from "./desk-models.ts";
import { AddressNotice } from "./desk-register.view.tsx";
import type { Item } from "./disclosure.ts";
import { DESK_PATHS } from "./paths.ts";
import type { Names } from "./public-models.ts";
import { written } from "./public-parts.view.tsx";

const crumbs = (label: string) => [
  { label: "Bàn làm việc", href: "/ban-bien-tap" },
  { label: "Công khai", href: DESK_PATHS.home },
  { label },
];

type Typed = Readonly<Record<string, string>>;

export interface NoticesView {
  readonly address: AddressState;
  readonly mayRecord: boolean;
  readonly typed: Typed;
  readonly refusals: readonly SummaryItem[];
}

/** Báo Sở (REQ-075): the link sheet, every notice, the open task. */
export function NoticesPage({ desk, view }: { readonly desk: DeskFrame; readonly view: NoticesView }) {
  const { address, mayRecord, typed } = view;
  return (
    <DeskLayout desk={desk} title="Báo Sở địa chỉ Công khai" path={DESK_PATHS.notices} breadcrumbs={crumbs("Báo Sở")}>
      <PageHead
        title="Báo Sở địa chỉ Công khai"
        lead="Trung tâm cung cấp cho Sở địa chỉ chuyên mục Công khai, và báo lại khi địa chỉ thay đổi."
      />
      <ErrorSummary items={view.refusals} />
      <AddressNotice address={address} />
      <Panel title="Phiếu liên kết">
        <DescriptionList
          items={[
            { term: "Địa chỉ chuyên mục", value: <a href={address.address}>{address.address}</a> },
            {
              term: "Tình trạng",
              value: address.task ? `Chưa báo, hạn ${written(address.task.due)}` : "Sở đã được báo địa chỉ này",
            },
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
          { key: "day", label: "Ngày gửi", cell: ({ sentOn }) => written(sentOn) },
          { key: "address", label: "Địa chỉ", cell: (row) => row.address },
          { key: "note", label: "Ghi chú", cell: ({ note }) => note || "–" },
        ]}
        rows={address.notices}
        rowKey={({ recordedAt, documentNumber }) => `${recordedAt} ${documentNumber}`}
        empty={<p>Chưa có lần báo nào.</p>}
      />
    </DeskLayout>
  );
}

/** The lists of disclosure as data: what each item rests on and whose it is. */
export function ItemsPage({ desk, items, names }: { desk: DeskFrame; items: readonly Item[]; names: Names }) {
  const regimes = [...new Map(items.map(({ regime }) => [regime.id, regime])).values()];
  return (
    <DeskLayout
      desk={desk}
      title="Danh mục công khai"
      path={DESK_PATHS.items}
      breadcrumbs={crumbs("Danh mục công khai")}
    >
      <PageHead
        title="Danh mục công khai"
        lead="Căn cứ, biểu mẫu và đơn vị phụ trách sửa được tại đây. Mục đã có thì không xóa được."
      />
      {regimes.map((regime) => (
        <Table
          key={regime.id}
          caption={`${regime.name} (từ năm học ${regime.fromYear}–${regime.fromYear + 1}${
            regime.toYear === null ? "" : ` đến ${regime.toYear}–${regime.toYear + 1}`
          })`}
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
            { key: "citation", label: "Căn cứ", cell: ({ citation }) => citation },
            { key: "forms", label: "Biểu mẫu", cell: ({ forms }) => forms || "–" },
            { key: "due", label: "Hạn", cell: ({ dueDay, dueMonth }) => `${dueDay}/${dueMonth}` },
            { key: "unit", label: "Đơn vị", cell: ({ unit }) => (unit && names.get(unit)) || "Chưa giao" },
            { key: "note", label: "Lưu ý", cell: ({ note }) => note || "–" },
          ]}
          rows={items.filter((item) => item.regime.id === regime.id)}
          rowKey={({ id }) => id}
        />
      ))}
    </DeskLayout>
  );
}

export interface ItemView {
  readonly item: Item;
  readonly units: readonly Option[];
  readonly typed: Typed;
  readonly refusals: readonly SummaryItem[];
}

export function ItemPage({ desk, view }: { readonly desk: DeskFrame; readonly view: ItemView }) {
  const { item, typed } = view;
  const value = (name: string, stored: string | number) => typed[name] ?? String(stored);
  return (
    <DeskLayout
      desk={desk}
      title={item.title}
      path={DESK_PATHS.item(item.id)}
      breadcrumbs={[
        ...crumbs("").slice(0, 2),
        { label: "Danh mục công khai", href: DESK_PATHS.items },
        { label: item.title },
      ]}
    >
      <PageHead title={item.title} eyebrow={`${item.group}. ${item.groupTitle}`} lead={item.regime.citation} />
      <ErrorSummary items={view.refusals} />
      <form class="form" method="post" action={DESK_PATHS.item(item.id)}>
        <input type="hidden" name="csrf" value={desk.csrf} />
        <Field name="ten" label="Nội dung" value={value("ten", item.title)} />
        <Field name="can-cu" label="Điều, khoản" value={value("can-cu", item.citation)} />
        <Field name="bieu-mau" label="Biểu mẫu" optional value={value("bieu-mau", item.forms)} />
        <Select
          name="don-vi"
          label="Đơn vị phụ trách"
          placeholder="Chưa giao"
          optional
          options={view.units}
          value={value("don-vi", item.unit ?? "")}
        />
        <Field name="ngay" label="Hạn: ngày" inputmode="numeric" width="short" value={value("ngay", item.dueDay)} />
        <Field
          name="thang"
          label="Hạn: tháng"
          inputmode="numeric"
          width="short"
          value={value("thang", item.dueMonth)}
        />
        <Field
          name="sau-thay-doi"
          label="Số ngày làm việc phải cập nhật sau khi thay đổi"
          inputmode="numeric"
          width="short"
          value={value("sau-thay-doi", item.changeDays)}
        />
        <Field name="luu-y" label="Lưu ý" optional value={value("luu-y", item.note)} />
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

export interface RedactView {
  readonly entry: EntryView["entry"];
  readonly content: DisclosureContent;
  readonly typed: Typed;
  readonly refusals: readonly SummaryItem[];
}

/** Enters an order to withhold data, with the text that stands there instead (A-07). */
export function RedactPage({ desk, view }: { readonly desk: DeskFrame; readonly view: RedactView }) {
  const { entry, typed } = view;
  const control = (name: string) => ({ name, value: typed[name] });
  return (
    <DeskLayout
      desk={desk}
      title="Che dữ liệu theo yêu cầu pháp luật"
      path={DESK_PATHS.redact(entry.id)}
      breadcrumbs={[
        ...crumbs("").slice(0, 2),
        { label: entry.content.title, href: DESK_PATHS.entry(entry.id) },
        { label: "Che dữ liệu" },
      ]}
    >
      <PageHead
        title="Che dữ liệu theo yêu cầu pháp luật"
        lead="Mục và địa chỉ vẫn hiển thị; người đọc thấy bản đã che và số văn bản yêu cầu. Hai người xác nhận rồi Thư ký mới thực hiện."
      />
      <ErrorSummary items={view.refusals} />
      <Notice>
        <p>Thay dữ liệu cần che bằng lời “[đã che theo quy định]”. Tệp bỏ dấu chọn sẽ không tải về được nữa.</p>
      </Notice>
      <form class="form" method="post" action={DESK_PATHS.redact(entry.id)} enctype="multipart/form-data">
        <input type="hidden" name="csrf" value={desk.csrf} />
        <Field label="Số văn bản yêu cầu" width="medium" {...control("so-van-ban")} />
        <Field label="Ngày văn bản" type="date" width="short" {...control("ngay-van-ban")} />
        <Field label="Cơ quan yêu cầu" {...control("co-quan")} />
        <TextArea label="Lý do" hint="Ít nhất 10 ký tự." rows={2} {...control("ly-do")} />
        <ContentControls content={view.content} />
        <Actions>
          <Button kind="primary" formNoValidate>
            Ghi yêu cầu
          </Button>
          <LinkButton href={DESK_PATHS.entry(entry.id)} kind="quiet">
            Thôi
          </LinkButton>
        </Actions>
      </form>
    </DeskLayout>
  );
}
