import type { ComponentChildren } from "preact";
import { TickForm, tickColumn } from "../bulk/tick.view.tsx";
import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import type { RecordField } from "../desk/record-fields.ts";
import { KeptFiles, RecordControls } from "../desk/record-form.view.tsx";
import type { RecordState } from "../desk/record-state.ts";
import { SheetActions } from "../lists/downloads.view.tsx";
import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { FileInput, type Option, Select } from "../ui/choice.tsx";
import { DescriptionList, PageHead, Panel, Table } from "../ui/data.tsx";
import { EmptyState, ErrorSummary, Notice } from "../ui/feedback.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { Tag } from "../ui/status.tsx";
import type { EntryKind } from "./fields.ts";
import { deskPaths } from "./paths.ts";

export interface CatalogueFrame {
  readonly desk: DeskFrame;
  readonly nonce: string;
  readonly path: string;
  readonly kind: EntryKind;
  readonly done?: string | undefined;
}

export const KIND_WORDS = {
  procedure: { title: "Thủ tục hành chính", one: "thủ tục", extra: "Thời hạn" },
  service: { title: "Dịch vụ công", one: "dịch vụ", extra: "Mức độ" },
} as const;

interface CataloguePageProps {
  readonly frame: CatalogueFrame;
  readonly title: string;
  readonly lead?: string;
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

export function CataloguePage({ frame, title, lead, actions, children }: CataloguePageProps) {
  const { list } = deskPaths(frame.kind);
  const isList = frame.path === list;
  return (
    <DeskLayout
      desk={frame.desk}
      title={title}
      path={frame.path}
      nonce={frame.nonce}
      wide={isList}
      breadcrumbs={[
        { label: "Bàn làm việc", href: "/ban-bien-tap" },
        ...(isList ? [] : [{ label: KIND_WORDS[frame.kind].title, href: list }]),
        { label: title },
      ]}
    >
      <PageHead title={title} lead={lead} actions={actions} />
      {frame.done && (
        <Notice kind="ok" live>
          <p>{frame.done}</p>
        </Notice>
      )}
      {children}
    </DeskLayout>
  );
}

export interface EntryRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Where this person opens it: the form, or the public page; none for somebody else's draft. */
  readonly href: string | null;
  readonly field: string;
  readonly unit: string;
  readonly extra: string;
  readonly status: "DRAFT" | "PUBLIC" | "EXPIRED";
  readonly reviewOn: string;
  readonly isReviewDue: boolean;
  /** Link to a host outside the list of trusted ones. */
  readonly outside: string | null;
}

export interface EntryListView {
  readonly frame: CatalogueFrame;
  readonly rows: readonly EntryRow[];
  readonly mayChange: boolean;
}

const TICK = tickColumn<EntryRow>(
  ({ id }) => id,
  ({ name }) => name,
);

/** The catalogue as its keepers see it: what is public, what is a draft, what wants looking at. */
export function EntryListPage({ view: { frame, rows, mayChange } }: { readonly view: EntryListView }) {
  const { create, csv, import: importPath } = deskPaths(frame.kind);
  const words = KIND_WORDS[frame.kind];
  return (
    <CataloguePage
      frame={frame}
      title={words.title}
      lead="Danh mục chỉ công bố và dẫn đường; Cổng không nhận hồ sơ (Điều 14 khoản 5)."
      actions={
        <>
          {mayChange && (
            <LinkButton kind="primary" icon="plus" href={create}>
              Thêm {words.one}
            </LinkButton>
          )}
          <SheetActions mayImport={mayChange} importHref={importPath} href={csv} />
        </>
      }
    >
      <TickForm list={frame.kind === "procedure" ? "thu-tuc" : "dich-vu"} shown={mayChange && rows.length > 0}>
        <Table
          caption={`${words.title}: ${rows.length} mục`}
          columns={[
            ...(mayChange ? [TICK] : []),
            {
              key: "name",
              label: "Tên",
              heads: true,
              cell: ({ href, name, code, outside }: EntryRow) => (
                <>
                  {href ? <a href={href}>{name}</a> : name}
                  <span class="cell-note">
                    {code}
                    {outside && `. Dẫn tới ${outside}, ngoài danh sách tin cậy.`}
                  </span>
                </>
              ),
            },
            { key: "field", label: "Lĩnh vực", cell: ({ field }) => field || "–" },
            { key: "unit", label: "Đơn vị phụ trách", cell: ({ unit }) => unit },
            { key: "extra", label: words.extra, cell: ({ extra }) => extra || "–" },
            { key: "status", label: "Trạng thái", cell: (row) => <EntryStatus {...row} /> },
            { key: "review", label: "Xem lại trước", cell: ({ reviewOn }) => reviewOn },
          ]}
          rows={rows}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title={`Chưa có ${words.one} nào`} icon="services">
              <p>Thêm từng mục, hoặc nhập cả danh mục từ một bảng tính.</p>
            </EmptyState>
          }
        />
      </TickForm>
    </CataloguePage>
  );
}

function EntryStatus({ status, isReviewDue }: Pick<EntryRow, "status" | "isReviewDue">) {
  if (status === "EXPIRED")
    return (
      <Tag icon="cancelled" tone="stop">
        Hết hiệu lực
      </Tag>
    );
  if (status === "DRAFT") return <Tag icon="edit">Bản nháp</Tag>;
  return isReviewDue ? (
    <Tag icon="alert" tone="wait">
      Đến hạn xem lại
    </Tag>
  ) : (
    <Tag icon="check-circle" tone="live">
      Đã công bố
    </Tag>
  );
}

export interface EntryFormView {
  readonly frame: CatalogueFrame;
  /** Null for a new one. */
  readonly entry: {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly isPublic: boolean;
    readonly publicHref: string;
    readonly confirmedOn: string;
    readonly reviewOn: string;
    /** "Hết hiệu lực từ 01/07/2026: …" */
    readonly expired: string | null;
  } | null;
  readonly fields: readonly RecordField[];
  readonly choices: Readonly<Record<string, readonly Option[]>>;
  readonly units: readonly Option[];
  readonly form: RecordState;
  /** What was typed when it was to be marked as over. */
  readonly expiring: RecordState;
  readonly versions: readonly { readonly version: number; readonly when: string; readonly who: string }[];
}

/** Enters or changes an entry; below it, "vẫn đúng", "hết hiệu lực" and every version. */
export function EntryFormPage({ view }: { readonly view: EntryFormView }) {
  const { frame, entry, form, expiring, versions } = view;
  const words = KIND_WORDS[frame.kind];
  return (
    <CataloguePage
      frame={frame}
      title={entry ? entry.name : `Thêm ${words.one}`}
      actions={
        entry?.isPublic && (
          <LinkButton href={entry.publicHref} icon="external">
            Xem trang công khai
          </LinkButton>
        )
      }
    >
      <ErrorSummary items={[...form.items, ...expiring.items]} />
      {entry?.expired ? (
        <Notice kind="warn" title="Hết hiệu lực">
          <p>{entry.expired} Nội dung được giữ nguyên tại địa chỉ cũ.</p>
        </Notice>
      ) : (
        <EntryForm view={view} />
      )}
      {entry && !entry.expired && <Upkeep view={view} entry={entry} />}
      {versions.length > 0 && (
        <Panel title="Các phiên bản">
          <Table
            caption="Mỗi lần lưu là một phiên bản, giữ lại mãi"
            columns={[
              { key: "version", label: "Bản", cell: ({ version }) => version },
              { key: "when", label: "Lưu lúc", cell: ({ when }) => when },
              { key: "who", label: "Người lưu", cell: ({ who }) => who },
            ]}
            rows={versions}
            rowKey={({ version }) => String(version)}
          />
        </Panel>
      )}
    </CataloguePage>
  );
}

function EntryForm({ view }: { readonly view: EntryFormView }) {
  const { frame, entry, fields, choices, units, form } = view;
  const { create, edit, list } = deskPaths(frame.kind);
  const control = (name: string) => ({ name, value: form.typed[name], error: form.errors[name] });
  return (
    <form class="form" method="post" action={entry ? edit(entry.id) : create} encType="multipart/form-data" noValidate>
      <input type="hidden" name="csrf" value={frame.desk.csrf} />
      {!entry && <Field label="Mã" hint="Không đổi được về sau. Ví dụ: TTHC-01" width="medium" {...control("ma")} />}
      <RecordControls fields={fields} typed={form.typed} errors={form.errors} choices={choices} />
      <Select label="Đơn vị phụ trách nội dung" placeholder="Chọn đơn vị" options={units} {...control("don-vi")} />
      <Field label="Xem lại trước ngày" type="date" width="short" {...control("xem-lai")} />
      {frame.kind === "procedure" && (
        <>
          <KeptFiles name="tep" files={form.files} />
          <FileInput
            label="Biểu mẫu để tải về"
            hint="PDF, DOCX, XLSX, ODT, tối đa 30 MB một tệp."
            accept=".pdf,.docx,.xlsx,.odt,.ods"
            multiple
            optional
            name="tep-moi"
            error={form.errors["tep-moi"]}
          />
        </>
      )}
      <Actions>
        {entry?.isPublic ? (
          <Button kind="primary" name="viec" value="cong-bo">
            Lưu và công bố bản mới
          </Button>
        ) : (
          <>
            <Button kind="primary" name="viec" value="cong-bo">
              Công bố
            </Button>
            <Button name="viec" value="luu">
              Lưu bản nháp
            </Button>
          </>
        )}
        <LinkButton href={list} kind="quiet">
          Thôi
        </LinkButton>
      </Actions>
    </form>
  );
}

function Upkeep({
  view,
  entry,
}: {
  readonly view: EntryFormView;
  readonly entry: NonNullable<EntryFormView["entry"]>;
}) {
  const { frame, expiring } = view;
  const { confirm, expire } = deskPaths(frame.kind);
  return (
    <>
      <Panel title="Xem lại">
        <DescriptionList
          items={[
            { term: "Mã", value: entry.code },
            { term: "Xác nhận gần nhất", value: entry.confirmedOn },
            { term: "Xem lại trước", value: entry.reviewOn },
          ]}
        />
        <form method="post" action={confirm(entry.id)}>
          <input type="hidden" name="csrf" value={frame.desk.csrf} />
          <Button icon="check">Vẫn đúng</Button>
        </form>
      </Panel>
      {entry.isPublic && (
        <Panel title="Hết hiệu lực">
          <form class="form" method="post" action={expire(entry.id)}>
            <input type="hidden" name="csrf" value={frame.desk.csrf} />
            <p class="hint">Không có lệnh xóa: mục hết hiệu lực vẫn đọc được tại địa chỉ cũ, kèm nhãn và lý do.</p>
            <Field
              label="Hết hiệu lực từ ngày"
              type="date"
              width="short"
              name="het-tu-ngay"
              value={expiring.typed["het-tu-ngay"]}
              error={expiring.errors["het-tu-ngay"]}
            />
            <TextArea
              label="Lý do"
              rows={2}
              name="het-ly-do"
              value={expiring.typed["het-ly-do"]}
              error={expiring.errors["het-ly-do"]}
            />
            <Button kind="danger">Đánh dấu hết hiệu lực</Button>
          </form>
        </Panel>
      )}
    </>
  );
}
