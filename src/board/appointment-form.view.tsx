import type { FormState } from "../http/form-state.ts";
import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { Checkbox, FieldGroup, type Option, Select } from "../ui/choice.tsx";
import { DescriptionList } from "../ui/data.tsx";
import { ErrorSummary } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import { type BoardFrame, BoardPage, Token } from "./board-page.view.tsx";
import { BOARD_PATHS } from "./paths.ts";
import type { RosterRow } from "./roster-rows.ts";

export interface AppointmentFormView {
  readonly frame: BoardFrame;
  readonly form: FormState;
  readonly people: readonly Option[];
  readonly hats: readonly Option[];
  readonly units: readonly Option[];
  readonly fields: readonly Option[];
}

/** Enters a holder of a role after the decision (Đ7.k1). What was typed stays when it is refused. */
export function AppointmentFormPage({ view }: { readonly view: AppointmentFormView }) {
  const { form, people, hats, units, fields, frame } = view;
  const control = (name: string) => ({ name, value: form.typed[name], error: form.errors[name] });
  const ticks = (name: string, options: readonly Option[]) =>
    options.map(({ value, label }) => (
      <Checkbox
        key={value}
        name={name}
        id={`${name}-${value}`}
        value={value}
        label={label}
        checked={form.ticked[name]?.includes(value)}
      />
    ));
  return (
    <BoardPage
      frame={frame}
      tab={BOARD_PATHS.board}
      title="Nhập phân công"
      lead="Mỗi vai trò có hiệu lực theo một quyết định, từ ngày đến ngày. Phân công đã nhập không sửa được, chỉ kết thúc được."
    >
      <ErrorSummary items={form.items} />
      <form class="form" method="post" action={BOARD_PATHS.appoint}>
        <Token frame={frame} />
        <Select label="Người" placeholder="Chọn người" options={people} {...control("nguoi")} />
        <Select label="Vai trò" placeholder="Chọn vai trò" options={hats} {...control("vai-tro-moi")} />
        <Select
          label="Đơn vị"
          hint="Chỉ chọn cho trưởng đơn vị (đơn vị phụ trách) và cộng tác viên (đơn vị mà người này viết bài cho)."
          placeholder="Không gắn với một đơn vị"
          options={units}
          optional
          {...control("don-vi")}
        />
        <Checkbox
          name="tam-thoi"
          label="Phụ trách tạm thời"
          hint="Có thể cùng lúc với người giữ chính thức."
          checked={form.typed["tam-thoi"] === "on"}
        />
        <FieldGroup legend="Phó Trưởng ban phụ trách" hint="Chỉ chọn cho Phó Trưởng ban (Điều 10).">
          <FieldGroup legend="Đơn vị">{ticks("don-vi-phu-trach", units)}</FieldGroup>
          <FieldGroup legend="Lĩnh vực">{ticks("linh-vuc", fields)}</FieldGroup>
        </FieldGroup>
        <Field label="Từ ngày" type="date" width="short" {...control("tu-ngay")} />
        <Field
          label="Đến hết ngày"
          hint="Để trống khi chưa có ngày kết thúc."
          type="date"
          width="short"
          optional
          {...control("den-ngay")}
        />
        <Field label="Số quyết định" hint="Ví dụ: 28/QĐ-GDTXHP" width="medium" {...control("so-quyet-dinh")} />
        <Field label="Ngày ký quyết định" type="date" width="short" {...control("ngay-quyet-dinh")} />
        <Actions>
          <Button kind="primary">Ghi phân công</Button>
          <LinkButton href={BOARD_PATHS.board} kind="quiet">
            Thôi
          </LinkButton>
        </Actions>
      </form>
    </BoardPage>
  );
}

export interface EndAppointmentView {
  readonly frame: BoardFrame;
  readonly form: FormState;
  readonly action: string;
  readonly row: RosterRow;
}

/** Closes an appointment on its last day, by a paper. */
export function EndAppointmentPage({ view }: { readonly view: EndAppointmentView }) {
  const { frame, form, action, row } = view;
  const control = (name: string) => ({ name, value: form.typed[name], error: form.errors[name] });
  return (
    <BoardPage frame={frame} tab={BOARD_PATHS.board} title="Kết thúc phân công">
      <ErrorSummary items={form.items} />
      <DescriptionList
        items={[
          { term: "Người", value: row.name },
          { term: "Vai trò", value: row.hat },
          { term: "Phụ trách", value: row.charge.length > 0 ? row.charge.join("; ") : "–" },
          { term: "Thời gian", value: row.period },
          { term: "Theo", value: row.paper },
        ]}
      />
      <form class="form" method="post" action={action}>
        <Token frame={frame} />
        <Field
          label="Ngày cuối giữ vai trò"
          hint="Hết ngày này người đó không còn làm được việc của vai trò."
          type="date"
          width="short"
          {...control("ngay-cuoi")}
        />
        <Field label="Số văn bản kết thúc" hint="Ví dụ: 41/QĐ-GDTXHP" width="medium" {...control("so-van-ban")} />
        <Actions>
          <Button kind="danger">Kết thúc phân công</Button>
          <LinkButton href={BOARD_PATHS.board} kind="quiet">
            Thôi
          </LinkButton>
        </Actions>
      </form>
    </BoardPage>
  );
}
