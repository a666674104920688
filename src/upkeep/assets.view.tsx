import { readable } from "../board/rules.ts";
import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import type { FormState } from "../http/form-state.ts";
import { Downloads } from "../lists/downloads.view.tsx";
import { Button, LinkButton } from "../ui/button.tsx";
import { type Option, optionsOf, Select } from "../ui/choice.tsx";
import { type Column, PageHead, Panel, Table } from "../ui/data.tsx";
import { EmptyState, ErrorSummary, Notice } from "../ui/feedback.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { formatDateTime } from "../ui/format.ts";
import { Tag } from "../ui/status.tsx";
import type { Asset } from "./assets.queries.ts";
import { ASSET_KINDS } from "./kinds.ts";
import { ASSETS_PATH, assetPath, NEW_ASSET_PATH, retirePath } from "./paths.ts";

export interface AssetRow extends Asset {
  /** Days until it ends; negative when it has; null when it does not end or is no longer used. */
  readonly daysLeft: number | null;
}

export interface AssetListProps {
  readonly desk: DeskFrame;
  readonly rows: readonly AssetRow[];
  readonly mayChange: boolean;
}

/** What the portal runs on, what ends first on top (Đ4.k4, Đ12.k4). */
export function AssetListPage({ desk, rows, mayChange }: AssetListProps) {
  return (
    <DeskLayout desk={desk} title="Tài sản, tên miền" path={ASSETS_PATH}>
      <PageHead
        title="Tài sản, tên miền"
        lead="Thiết bị, phần mềm, đường truyền, bản quyền, tên miền và chứng thư của Cổng. Người phụ trách được nhắc 60, 30 và 7 ngày trước khi hết hạn (Điều 4 khoản 4, Điều 12 khoản 4)."
        actions={
          <>
            {mayChange && (
              <LinkButton kind="primary" icon="plus" href={NEW_ASSET_PATH}>
                Thêm mục
              </LinkButton>
            )}
            <Downloads href={`${ASSETS_PATH}.csv`} />
          </>
        }
      />
      {rows.length === 0 ? (
        <EmptyState title="Sổ chưa có mục nào" icon="services">
          <p>Hãy ghi trước hết tên miền và chứng thư: hết hạn là Cổng không mở được.</p>
        </EmptyState>
      ) : (
        <Table caption={`${rows.length} mục`} captionHidden rows={rows} rowKey={({ id }) => id} columns={COLUMNS} />
      )}
    </DeskLayout>
  );
}

const COLUMNS: readonly Column<AssetRow>[] = [
  {
    key: "ten",
    label: "Tên",
    heads: true,
    cell: ({ id, content }) => (
      <>
        <a href={assetPath(id)}>{content.name}</a>
        <span class="cell-note">{ASSET_KINDS[content.kind].name}</span>
      </>
    ),
  },
  { key: "han", label: "Hết hạn", cell: (row) => <Ending {...row} /> },
  { key: "nguoi", label: "Người phụ trách", cell: ({ ownerName }) => ownerName },
  {
    key: "noi",
    label: "Nơi đăng ký, cung cấp",
    cell: ({ content }) => [content.supplier, content.contact].filter(Boolean).join(", ") || "–",
  },
];

function Ending({ content, daysLeft, retiredAt }: AssetRow) {
  if (retiredAt !== null) return <Tag icon="cancelled">Thôi dùng</Tag>;
  if (daysLeft === null) return <>Không có hạn</>;
  const day = readable(content.expiresOn);
  if (daysLeft < 0)
    return (
      <>
        {day}{" "}
        <Tag icon="alert" tone="stop">
          Đã hết hạn
        </Tag>
      </>
    );
  if (daysLeft > 60) return <>{day}</>;
  return (
    <>
      {day}{" "}
      <Tag icon="clock" tone={daysLeft > 7 ? "wait" : "back"}>
        {`Còn ${daysLeft} ngày`}
      </Tag>
    </>
  );
}

export interface AssetFormProps {
  readonly desk: DeskFrame;
  /** Null for a new one. */
  readonly asset: Asset | null;
  readonly people: readonly Option[];
  readonly form: FormState;
  /** Only the administrator records; whoever answers for it reads. */
  readonly mayChange: boolean;
  readonly done: boolean;
}

const KINDS = optionsOf(ASSET_KINDS);

/** Enters or changes one; below it every version, and the way out of use. */
export function AssetFormPage({ desk, asset, people, form, mayChange, done }: AssetFormProps) {
  const control = (name: string) => ({ name, value: form.typed[name], error: form.errors[name] });
  const action = asset ? assetPath(asset.id) : NEW_ASSET_PATH;
  const isRetired = asset !== null && asset.retiredAt !== null;
  return (
    <DeskLayout desk={desk} title={asset ? asset.content.name : "Thêm mục"} path={ASSETS_PATH}>
      <PageHead
        title={asset ? asset.content.name : "Thêm mục vào sổ"}
        lead={
          isRetired
            ? `Thôi dùng từ ${formatDateTime(asset.retiredAt!)}: ${asset.retiredReason}.`
            : mayChange
              ? "Gia hạn là ghi ngày hết hạn mới rồi lưu: việc đến hạn tự được coi là xong."
              : "Khi đã gia hạn, hãy báo Quản trị ghi ngày hết hạn mới; việc đến hạn khi ấy tự được coi là xong."
        }
      />
      <ErrorSummary items={form.items} />
      {done && <Notice kind="ok" live title="Đã lưu." />}
      {!isRetired && mayChange && (
        <form class="form" method="post" action={action}>
          <input type="hidden" name="csrf" value={desk.csrf} />
          <input type="hidden" name="ban" value={form.typed.ban ?? "0"} />
          <Select label="Loại" placeholder="Chọn" options={KINDS} {...control("loai")} />
          <Field label="Tên" hint="Tên miền đầy đủ, hoặc tên và kiểu máy" maxlength={300} {...control("ten")} />
          <Field
            label="Hết hạn"
            type="date"
            width="short"
            hint="Bắt buộc với tên miền, chứng thư, bản quyền; với thiết bị là ngày hết bảo hành hoặc hỗ trợ"
            {...control("het-han")}
          />
          <Select label="Người phụ trách" placeholder="Chọn" options={people} {...control("nguoi")} />
          <Field label="Nơi đăng ký, nơi cấp, nhà cung cấp" optional maxlength={300} {...control("noi")} />
          <Field
            label="Liên hệ"
            optional
            hint="Điện thoại, thư điện tử của nơi ấy"
            maxlength={300}
            {...control("lien-he")}
          />
          <TextArea label="Chi tiết" optional rows={3} hint="Số máy, cấu hình, nơi đặt" {...control("chi-tiet")} />
          <Button kind="primary" icon="check">
            Lưu
          </Button>
        </form>
      )}
      {asset && !isRetired && mayChange && (
        <Panel title="Thôi dùng">
          <form class="form" method="post" action={retirePath(asset.id)}>
            <input type="hidden" name="csrf" value={desk.csrf} />
            <Field label="Lý do" hint="Đã thay bằng gì, thanh lý ngày nào" maxlength={500} {...control("ly-do")} />
            <Button icon="cancelled">Ghi là thôi dùng</Button>
          </form>
        </Panel>
      )}
      {asset && (
        <Table
          caption="Các lần ghi"
          rows={[...asset.versions].reverse()}
          rowKey={({ version }) => `lan-${version}`}
          columns={[
            { key: "luc", label: "Lúc", heads: true, cell: ({ at }) => formatDateTime(at) },
            { key: "ai", label: "Người ghi", cell: ({ name }) => name },
            {
              key: "han",
              label: "Hết hạn",
              cell: ({ content }) => (content.expiresOn ? readable(content.expiresOn) : "Không có hạn"),
            },
            { key: "chi-tiet", label: "Chi tiết", cell: ({ content }) => content.detail || "–" },
          ]}
        />
      )}
    </DeskLayout>
  );
}
