import { PlainText } from "../about/plain-text.view.tsx";
import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { Button, LinkButton } from "../ui/button.tsx";
import { Checkbox, Radios } from "../ui/choice.tsx";
import { type Column, PageHead, Table } from "../ui/data.tsx";
import { ErrorSummary, Notice, type SummaryItem } from "../ui/feedback.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { TEMPLATE_PATHS } from "./paths.ts";
import { TEMPLATE_KINDS, type TemplateFields } from "./template.ts";

export interface TemplateRow {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly isActive: boolean;
  readonly saved: string;
  readonly uses: number;
}

export interface TemplatesView {
  readonly stories: readonly TemplateRow[];
  readonly pages: readonly TemplateRow[];
  readonly mayChange: boolean;
  readonly done: string | undefined;
}

const COLUMNS: readonly Column<TemplateRow>[] = [
  { key: "name", label: "Tên", heads: true, cell: ({ id, name }) => <a href={TEMPLATE_PATHS.one(id)}>{name}</a> },
  { key: "hint", label: "Khi nào dùng", cell: ({ hint }) => hint },
  { key: "active", label: "Trạng thái", cell: ({ isActive }) => (isActive ? "Đang dùng" : "Đã cất") },
  { key: "uses", label: "Đã dùng", align: "end", cell: ({ uses }) => `${uses} lần` },
  { key: "saved", label: "Sửa lần cuối", cell: ({ saved }) => saved },
];

/** The templates a draft may begin with. */
export function TemplatesPage({ desk, view }: { readonly desk: DeskFrame; readonly view: TemplatesView }) {
  const table = (caption: string, rows: readonly TemplateRow[]) => (
    <Table
      caption={caption}
      columns={COLUMNS}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<p>{`Chưa có ${caption.toLowerCase()} nào.`}</p>}
    />
  );
  return (
    <DeskLayout desk={desk} title="Mẫu bài, mẫu trang" path={TEMPLATE_PATHS.list}>
      {view.done && (
        <Notice kind="ok" live>
          <p>{view.done}</p>
        </Notice>
      )}
      <PageHead
        title="Mẫu bài, mẫu trang"
        lead="Người viết chọn mẫu khi bắt đầu; bài mới có sẵn các đề mục và câu gợi ý. Thư ký quản lý mẫu."
        actions={
          view.mayChange && (
            <LinkButton kind="primary" icon="plus" href={TEMPLATE_PATHS.add}>
              Thêm mẫu
            </LinkButton>
          )
        }
      />
      <div class="stack">
        {table("Mẫu bài", view.stories)}
        {table("Mẫu trang", view.pages)}
      </div>
    </DeskLayout>
  );
}

export interface TemplateFormView {
  readonly action: string;
  readonly title: string;
  readonly isNew: boolean;
  readonly typed: TemplateFields;
  readonly mayChange: boolean;
  readonly items: readonly SummaryItem[];
  readonly errors: Readonly<Record<string, string>>;
}

/** One template: to read for those who write, to change for the secretary. */
export function TemplateFormPage({ desk, view }: { readonly desk: DeskFrame; readonly view: TemplateFormView }) {
  const { typed, errors } = view;
  return (
    <DeskLayout
      desk={desk}
      title={view.title}
      path={view.action}
      breadcrumbs={[{ label: "Mẫu bài, mẫu trang", href: TEMPLATE_PATHS.list }, { label: view.title }]}
    >
      <ErrorSummary items={view.items} title="Chưa lưu được mẫu" />
      <PageHead title={view.title} />
      {view.mayChange ? (
        <form class="form" method="post" action={view.action} noValidate>
          <input type="hidden" name="csrf" value={desk.csrf} />
          {view.isNew && (
            <Radios
              name="loai"
              label="Dùng cho"
              options={Object.entries(TEMPLATE_KINDS).map(([value, label]) => ({ value, label }))}
              value={typed.kind}
            />
          )}
          <Field name="ten" label="Tên mẫu" value={typed.name} error={errors.ten} />
          <Field name="khi-dung" label="Khi nào dùng" value={typed.hint} optional />
          <Field name="tieu-de" label="Tiêu đề có sẵn" value={typed.title} error={errors["tieu-de"]} optional />
          <TextArea
            name="tom-tat"
            label="Tóm tắt có sẵn"
            rows={2}
            value={typed.lead}
            error={errors["tom-tat"]}
            optional
          />
          <TextArea
            name="noi-dung-mau"
            label="Nội dung có sẵn"
            hint="Để trống một dòng giữa hai đoạn. Dòng bắt đầu bằng ## là đề mục, bắt đầu bằng - là một mục của danh sách. Chỗ người viết phải điền để trong ngoặc vuông."
            rows={16}
            value={typed.body}
            error={errors["noi-dung-mau"]}
          />
          <Checkbox
            name="dang-dung"
            label="Đang dùng"
            hint="Bỏ dấu để cất mẫu: người viết không còn thấy, bài đã viết vẫn nhớ mẫu."
            checked={typed.isActive}
          />
          <div class="actions">
            <Button kind="primary">Lưu mẫu</Button>
            <LinkButton href={TEMPLATE_PATHS.list}>Thôi</LinkButton>
          </div>
        </form>
      ) : (
        <section class="panel">
          {typed.hint && <p class="hint">{typed.hint}</p>}
          <div class="prose">
            {typed.lead && (
              <p>
                <strong>{typed.lead}</strong>
              </p>
            )}
            <PlainText text={typed.body} />
          </div>
        </section>
      )}
    </DeskLayout>
  );
}
