import { type DeskFrame, DeskLayout } from "../../desk/layout.view.tsx";
import type { Id } from "../../kernel/ids.ts";
import { Downloads } from "../../lists/downloads.view.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox, type Option, Select } from "../../ui/choice.tsx";
import { type Column, PageHead, Table } from "../../ui/data.tsx";
import { ErrorSummary, type SummaryItem } from "../../ui/feedback.tsx";
import { Field, TextArea } from "../../ui/field.tsx";
import { type Use, usageHref } from "../../usage/usage.ts";
import { Uses } from "../../usage/uses.view.tsx";
import { paths } from "./paths.ts";

export interface CategoryView {
  readonly id: Id;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly field: string;
  readonly allowsBoard: boolean;
}

export interface ShownCategory extends CategoryView {
  /** Where it is used, for whoever may rename it. */
  readonly uses: readonly Use[];
}

export interface CategoriesView {
  readonly categories: readonly ShownCategory[];
  readonly fields: readonly Option[];
  readonly mayChange: boolean;
  readonly refusals: readonly SummaryItem[];
  /** A new one as it was typed. */
  readonly typed: Omit<CategoryView, "id">;
  /** Another name as it was typed. */
  readonly renamed: Pick<CategoryView, "id" | "name" | "description"> | null;
}

/** The categories of news, their addresses and who is in charge of them. */
export function CategoriesPage({ desk, view }: { readonly desk: DeskFrame; readonly view: CategoriesView }) {
  return (
    <DeskLayout desk={desk} title="Chuyên mục" path={paths.categories}>
      <ErrorSummary items={view.refusals} />
      <PageHead
        title="Chuyên mục"
        lead="Lĩnh vực của chuyên mục cho biết Phó Trưởng ban nào phụ trách bài. Địa chỉ của chuyên mục được giữ mãi."
        actions={<Downloads href={`${paths.categories}.csv`} />}
      />
      <Table caption="Các chuyên mục" captionHidden columns={COLUMNS} rows={view.categories} rowKey={({ id }) => id} />
      {view.mayChange && (
        <section class="panel">
          <h2 class="panel-title">Đổi tên, đổi mô tả</h2>
          {view.categories.map((row) => (
            <Rename key={row.id} row={row} view={view} csrf={desk.csrf} />
          ))}
        </section>
      )}
      {view.mayChange && (
        <section class="panel">
          <h2 class="panel-title">Thêm chuyên mục</h2>
          <form class="form" method="post" action={paths.categories} noValidate>
            <input type="hidden" name="csrf" value={desk.csrf} />
            <Field name="name" label="Tên" value={view.typed.name} />
            <Field
              name="slug"
              label="Phần cuối của địa chỉ"
              hint="Chữ không dấu, nối bằng gạch ngang. Để trống thì lấy theo tên."
              value={view.typed.slug}
              optional
            />
            <TextArea name="description" label="Mô tả" value={view.typed.description} rows={2} optional />
            <Select
              name="field"
              label="Lĩnh vực"
              options={view.fields}
              value={view.typed.field}
              placeholder="Không thuộc lĩnh vực nào"
              optional
            />
            <Checkbox
              name="allowsBoard"
              label="Ban biên tập được gửi bài thẳng vào chuyên mục này"
              checked={view.typed.allowsBoard}
            />
            <Button kind="primary">Thêm chuyên mục</Button>
          </form>
        </section>
      )}
    </DeskLayout>
  );
}

/** As many uses as stand beside the form. */
const SOME = 5;

const COLUMNS: readonly Column<ShownCategory>[] = [
  { key: "name", label: "Tên", heads: true, cell: ({ name, slug }) => <a href={`/tin-tuc/${slug}`}>{name}</a> },
  { key: "description", label: "Mô tả", cell: ({ description }) => description },
  { key: "field", label: "Lĩnh vực", cell: ({ field }) => field || "Không" },
  { key: "board", label: "Nhận bài của Ban", cell: ({ allowsBoard }) => (allowsBoard ? "Có" : "Không") },
];

function Rename(props: { readonly row: ShownCategory; readonly view: CategoriesView; readonly csrf: string }) {
  const typed = props.view.renamed?.id === props.row.id ? props.view.renamed : null;
  const { id, name, description } = typed ?? props.row;
  return (
    <details open={typed !== null}>
      <summary>{props.row.name}</summary>
      <p class="hint">Đang dùng ở:</p>
      <Uses uses={props.row.uses.slice(0, SOME)} />
      {props.row.uses.length > SOME && (
        <p>
          <a href={usageHref({ kind: "section", id })}>Xem tất cả</a>
        </p>
      )}
      <form class="form" method="post" action={paths.categories} noValidate>
        <input type="hidden" name="csrf" value={props.csrf} />
        <input type="hidden" name="id" value={id} />
        <Field name="name" id={`name-${id}`} label="Tên" value={name} />
        <TextArea name="description" id={`description-${id}`} label="Mô tả" value={description} rows={2} optional />
        <Button>Lưu tên mới</Button>
      </form>
    </details>
  );
}
