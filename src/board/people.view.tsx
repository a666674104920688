import type { FormState } from "../http/form-state.ts";
import { SheetActions } from "../lists/downloads.view.tsx";
import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { type Option, Radios, Select } from "../ui/choice.tsx";
import { type Column, DescriptionList, Panel, Table } from "../ui/data.tsx";
import { EmptyState, ErrorSummary } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import { type BoardFrame, BoardPage, Token } from "./board-page.view.tsx";
import { BOARD_PATHS } from "./paths.ts";

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly position: string;
  /** Own unit, or "do Phòng … bảo trợ" for an external contributor. */
  readonly unit: string;
  readonly hats: readonly string[];
  /** "Thôi việc từ sau ngày …" */
  readonly left: string | null;
}

export interface PeopleView {
  readonly frame: BoardFrame;
  readonly rows: readonly PersonRow[];
  readonly units: readonly Option[];
  readonly form: FormState;
  readonly mayChange: boolean;
}

/** Everybody who has or had to do with the portal, and the form for somebody new (REQ-011). */
export function PeoplePage({ view }: { readonly view: PeopleView }) {
  const { frame, rows, units, form, mayChange } = view;
  const control = (name: string) => ({ name, value: form.typed[name], error: form.errors[name] });
  return (
    <BoardPage
      frame={frame}
      tab={BOARD_PATHS.people}
      title="Người"
      actions={
        <SheetActions
          mayImport={mayChange}
          importHref={`${BOARD_PATHS.people}/nhap`}
          href={`${BOARD_PATHS.people}.csv`}
        />
      }
    >
      <ErrorSummary items={form.items} />
      <Table
        caption="Cán bộ, giáo viên và cộng tác viên"
        columns={personColumns(mayChange)}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Chưa có ai" icon="person" />}
      />
      {mayChange && (
        <Panel title="Thêm người">
          <form class="form" method="post" action={BOARD_PATHS.people}>
            <Token frame={frame} />
            <Field label="Họ và tên" {...control("ho-ten")} />
            <Field
              label="Chức danh"
              hint="In kèm tên ở nơi cần, ví dụ: Giáo viên Ngữ văn."
              optional
              {...control("chuc-danh")}
            />
            <Field label="Thư điện tử" type="email" optional {...control("thu-dien-tu")} />
            <Radios
              label="Thuộc"
              options={[
                { value: "staff", label: "Cán bộ, giáo viên, người lao động của Trung tâm" },
                {
                  value: "external",
                  label: "Cộng tác viên ngoài",
                  hint: "Có một đơn vị bảo trợ; để trống là bộ phận thường trực.",
                },
              ]}
              {...control("thuoc")}
            />
            <Select label="Đơn vị" placeholder="Chọn đơn vị" options={units} optional {...control("don-vi")} />
            <Button kind="primary">Thêm người</Button>
          </form>
        </Panel>
      )}
    </BoardPage>
  );
}

function personColumns(mayChange: boolean): Column<PersonRow>[] {
  const columns: Column<PersonRow>[] = [
    {
      key: "name",
      label: "Họ và tên",
      cell: ({ name, position }) => (
        <>
          {name}
          {position && <span class="choice-hint">{position}</span>}
        </>
      ),
    },
    { key: "unit", label: "Đơn vị", cell: ({ unit }) => unit },
    { key: "hats", label: "Vai trò hôm nay", cell: ({ hats, left }) => left ?? (hats.join("; ") || "–") },
  ];
  if (!mayChange) return columns;
  return [
    ...columns,
    {
      key: "more",
      label: "Việc khác",
      cell: ({ id, name, left }) =>
        left === null ? (
          <>
            <a href={BOARD_PATHS.appointPerson(id)}>
              Phân công<span class="visually-hidden"> cho {name}</span>
            </a>
            {" · "}
            <a href={BOARD_PATHS.leave(id)}>
              Thôi việc<span class="visually-hidden">: {name}</span>
            </a>
          </>
        ) : (
          "–"
        ),
    },
  ];
}

export interface LeaveView {
  readonly frame: BoardFrame;
  readonly action: string;
  readonly row: PersonRow;
  readonly form: FormState;
}

/** Says that a person left; every role ends with the last day. */
export function LeavePage({ view }: { readonly view: LeaveView }) {
  const { frame, action, row, form } = view;
  const control = (name: string) => ({ name, value: form.typed[name], error: form.errors[name] });
  return (
    <BoardPage frame={frame} tab={BOARD_PATHS.people} title={`${row.name} thôi việc`}>
      <ErrorSummary items={form.items} />
      <DescriptionList
        items={[
          { term: "Đơn vị", value: row.unit },
          { term: "Vai trò sẽ kết thúc", value: row.hats.join("; ") || "–" },
        ]}
      />
      <form class="form" method="post" action={action}>
        <Token frame={frame} />
        <Field
          label="Ngày làm việc cuối"
          hint="Hết ngày này mọi vai trò kết thúc và tài khoản không dùng được nữa."
          type="date"
          width="short"
          {...control("ngay-cuoi")}
        />
        <Field label="Số văn bản" hint="Ví dụ: 45/QĐ-GDTXHP" width="medium" {...control("so-van-ban")} />
        <Actions>
          <Button kind="danger">Ghi thôi việc</Button>
          <LinkButton href={BOARD_PATHS.people} kind="quiet">
            Thôi
          </LinkButton>
        </Actions>
      </form>
    </BoardPage>
  );
}
