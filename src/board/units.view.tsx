import type { FormState } from "../http/form-state.ts";
import { SheetActions } from "../lists/downloads.view.tsx";
import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { Checkbox, type Option, Select } from "../ui/choice.tsx";
import { type Column, Panel, Table } from "../ui/data.tsx";
import { EmptyState, ErrorSummary } from "../ui/feedback.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { Tag } from "../ui/status.tsx";
import { usageHref } from "../usage/usage.ts";
import type { Field as WorkField } from "./board.ts";
import { type BoardFrame, BoardPage, Token } from "./board-page.view.tsx";
import { BOARD_PATHS } from "./paths.ts";
import type { UnitRow } from "./roster-rows.ts";

export interface UnitsView {
  readonly frame: BoardFrame;
  readonly rows: readonly UnitRow[];
  readonly kinds: readonly Option[];
  readonly form: FormState;
  readonly mayChange: boolean;
}

/** Units of the centre with their heads, and the form for a new one (REQ-005). */
export function UnitsPage({ view }: { readonly view: UnitsView }) {
  const { frame, rows, kinds, form, mayChange } = view;
  const control = (name: string) => ({ name, value: form.typed[name], error: form.errors[name] });
  return (
    <BoardPage
      frame={frame}
      tab={BOARD_PATHS.units}
      title="Đơn vị"
      actions={
        <SheetActions
          mayImport={mayChange}
          importHref={`${BOARD_PATHS.units}/nhap`}
          href={`${BOARD_PATHS.units}.csv`}
        />
      }
    >
      <ErrorSummary items={form.items} />
      <Table
        caption="Phòng, tổ chức trực thuộc"
        columns={unitColumns(mayChange)}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Chưa có đơn vị nào" icon="building" />}
      />
      {mayChange && (
        <Panel title="Thêm đơn vị">
          <form class="form" method="post" action={BOARD_PATHS.units}>
            <Token frame={frame} />
            <Field label="Tên đơn vị" hint="Ví dụ: Phòng Đào tạo" {...control("ten")} />
            <Field
              label="Mã"
              hint="Chữ thường không dấu, nối bằng gạch, ví dụ: dao-tao. Không đổi được về sau."
              width="medium"
              {...control("ma")}
            />
            <Select label="Loại" placeholder="Chọn loại" options={kinds} {...control("loai")} />
            <TextArea label="Chức năng, nhiệm vụ" optional {...control("nhiem-vu")} />
            <Field label="Hoạt động từ ngày" type="date" width="short" {...control("tu-ngay")} />
            <Checkbox
              name="thuong-truc"
              label="Là bộ phận thường trực của Ban biên tập"
              checked={form.typed["thuong-truc"] === "on"}
              error={form.errors["thuong-truc"]}
            />
            <Button kind="primary">Thêm đơn vị</Button>
          </form>
        </Panel>
      )}
    </BoardPage>
  );
}

function unitColumns(mayChange: boolean): Column<UnitRow>[] {
  return [
    {
      key: "name",
      label: "Đơn vị",
      cell: ({ id, name, isStanding, ended }) => (
        <>
          {mayChange ? <a href={BOARD_PATHS.unit(id)}>{name}</a> : name}
          {isStanding && (
            <>
              {" "}
              <Tag icon="pin" tone="good">
                Bộ phận thường trực
              </Tag>
            </>
          )}
          {ended && <span class="choice-hint">{ended}</span>}
          <span class="cell-note">
            <a href={usageHref({ kind: "unit", id })}>Đang dùng ở đâu</a>
          </span>
        </>
      ),
    },
    { key: "kind", label: "Loại", cell: ({ kind }) => kind },
    {
      key: "head",
      label: "Trưởng đơn vị",
      cell: ({ heads, actingHeads }) =>
        [...heads, ...actingHeads.map((name) => `${name} (phụ trách tạm thời)`)].join("; ") || "–",
    },
    { key: "duties", label: "Chức năng, nhiệm vụ", cell: ({ duties }) => duties || "–" },
  ];
}

export interface UnitFormView {
  readonly frame: BoardFrame;
  readonly action: string;
  readonly name: string;
  readonly isStanding: boolean;
  readonly form: FormState;
}

/** Renames, restates or closes a unit, or makes it the standing one. */
export function UnitFormPage({ view }: { readonly view: UnitFormView }) {
  const { frame, action, name, isStanding, form } = view;
  const control = (field: string) => ({ name: field, value: form.typed[field], error: form.errors[field] });
  return (
    <BoardPage frame={frame} tab={BOARD_PATHS.units} title={name}>
      <ErrorSummary items={form.items} />
      <form class="form" method="post" action={action}>
        <Token frame={frame} />
        <Field label="Tên đơn vị" {...control("ten")} />
        <TextArea label="Chức năng, nhiệm vụ" optional {...control("nhiem-vu")} />
        {isStanding ? (
          <p class="hint">
            Đơn vị này là bộ phận thường trực của Ban biên tập (Điều 4 khoản 6). Muốn thay, hãy mở đơn vị khác và chọn.
          </p>
        ) : (
          <Checkbox
            name="thuong-truc"
            label="Là bộ phận thường trực của Ban biên tập"
            hint="Đơn vị đang là bộ phận thường trực sẽ thôi."
            checked={form.typed["thuong-truc"] === "on"}
            error={form.errors["thuong-truc"]}
          />
        )}
        <Field
          label="Hoạt động đến hết ngày"
          hint="Chỉ nhập khi đơn vị giải thể, sáp nhập."
          type="date"
          width="short"
          optional
          {...control("den-ngay")}
        />
        <Actions>
          <Button kind="primary">Lưu</Button>
          <LinkButton href={BOARD_PATHS.units} kind="quiet">
            Thôi
          </LinkButton>
        </Actions>
      </form>
    </BoardPage>
  );
}

export interface FieldRow extends WorkField {
  /** Deputies in charge today. */
  readonly deputies: readonly string[];
}

export interface FieldsView {
  readonly frame: BoardFrame;
  readonly rows: readonly FieldRow[];
  readonly form: FormState;
  readonly mayChange: boolean;
}

/** Fields of work with the deputies in charge, and the form for a new one (Đ10, REQ-056). */
export function FieldsPage({ view }: { readonly view: FieldsView }) {
  const { frame, rows, form, mayChange } = view;
  const control = (name: string) => ({ name, value: form.typed[name], error: form.errors[name] });
  return (
    <BoardPage frame={frame} tab={BOARD_PATHS.fields} title="Lĩnh vực phụ trách">
      <ErrorSummary items={form.items} />
      <Table
        caption="Lĩnh vực và Phó Trưởng ban phụ trách"
        columns={[
          { key: "name", label: "Lĩnh vực", cell: ({ name }: FieldRow) => name },
          { key: "deputies", label: "Phó Trưởng ban", cell: ({ deputies }) => deputies.join("; ") || "Chưa có" },
        ]}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Chưa có lĩnh vực nào" icon="list" />}
      />
      {mayChange && (
        <Panel title="Thêm lĩnh vực">
          <form class="form" method="post" action={BOARD_PATHS.fields}>
            <Token frame={frame} />
            <Field label="Tên lĩnh vực" {...control("ten")} />
            <Field
              label="Mã"
              hint="Chữ thường không dấu, nối bằng gạch, ví dụ: chuyen-mon."
              width="medium"
              {...control("ma")}
            />
            <Button kind="primary">Thêm lĩnh vực</Button>
          </form>
        </Panel>
      )}
    </BoardPage>
  );
}
