import type { FormState } from "../http/form-state.ts";
import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { Checkbox, FieldGroup, type Option, Select } from "../ui/choice.tsx";
import { type Column, DescriptionList, Panel, Table } from "../ui/data.tsx";
import { EmptyState, ErrorSummary, Notice } from "../ui/feedback.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { Tag } from "../ui/status.tsx";
import { type BoardFrame, BoardPage, Token } from "./board-page.view.tsx";
import { BOARD_PATHS } from "./paths.ts";
import type { DelegationRow } from "./roster-rows.ts";

export interface DelegationsView {
  readonly frame: BoardFrame;
  readonly rows: readonly DelegationRow[];
  readonly form: FormState;
  /** Who may be given the head's work: standing deputies. */
  readonly delegates: readonly Option[];
  readonly powers: readonly Option[];
  /** The visitor acts in a hat that may sign. */
  readonly maySign: boolean;
  /** Delegations that the visitor may revoke in this hat. */
  readonly mayRevoke: (row: DelegationRow) => boolean;
}

/** Every delegation there was, and the form for a new one (Đ10.p3, REQ-059). */
export function DelegationsPage({ view }: { readonly view: DelegationsView }) {
  const { frame, rows, form, delegates, powers, maySign, mayRevoke } = view;
  const control = (name: string) => ({ name, value: form.typed[name], error: form.errors[name] });
  return (
    <BoardPage
      frame={frame}
      tab={BOARD_PATHS.delegations}
      title="Ủy quyền"
      lead="Phó Trưởng ban thường trực làm công việc của Trưởng ban khi được ủy quyền bằng văn bản. Phê duyệt tin, bài là quyền sẵn có, không cần ủy quyền."
    >
      <ErrorSummary items={form.items} />
      <Table
        caption="Giấy ủy quyền"
        columns={columns(mayRevoke)}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Chưa có giấy ủy quyền nào" icon="document" />}
      />
      {maySign && delegates.length === 0 && (
        <Notice kind="warn">
          <p>Chưa có Phó Trưởng ban thường trực, nên chưa ủy quyền được cho ai.</p>
        </Notice>
      )}
      {maySign && delegates.length > 0 && (
        <Panel title="Nhập giấy ủy quyền">
          <form class="form" method="post" action={BOARD_PATHS.delegations}>
            <Token frame={frame} />
            <Select label="Người được ủy quyền" placeholder="Chọn người" options={delegates} {...control("nguoi")} />
            <FieldGroup legend="Việc được ủy quyền">
              {powers.map(({ value, label }) => (
                <Checkbox
                  key={value}
                  name="viec"
                  id={`viec-${value}`}
                  value={value}
                  label={label}
                  checked={form.ticked.viec?.includes(value)}
                />
              ))}
            </FieldGroup>
            <Field label="Từ ngày" type="date" width="short" {...control("tu-ngay")} />
            <Field label="Đến hết ngày" type="date" width="short" {...control("den-ngay")} />
            <Field label="Số giấy ủy quyền" hint="Ví dụ: 12/GUQ-GDTXHP" width="medium" {...control("so-giay")} />
            <TextArea label="Lý do" hint="Ít nhất 10 ký tự." rows={3} {...control("ly-do")} />
            <Button kind="primary">Ghi ủy quyền</Button>
          </form>
        </Panel>
      )}
    </BoardPage>
  );
}

function columns(mayRevoke: (row: DelegationRow) => boolean): Column<DelegationRow>[] {
  return [
    { key: "document", label: "Số", cell: ({ document }) => document },
    { key: "who", label: "Người ủy quyền, người được ủy quyền", cell: ({ from, to }) => `${from} ủy quyền cho ${to}` },
    { key: "powers", label: "Việc", cell: ({ powers }) => powers.join("; ") },
    { key: "period", label: "Thời gian", cell: ({ period }) => period },
    { key: "reason", label: "Lý do", cell: ({ reason }) => reason },
    {
      key: "state",
      label: "Hiệu lực",
      cell: (row) => (
        <>
          <Tag icon={row.inForce ? "check" : "clock"} tone={row.inForce ? "good" : "quiet"}>
            {row.state}
          </Tag>
          {mayRevoke(row) && (
            <>
              {" "}
              <a href={BOARD_PATHS.revoke(row.id)}>
                Thu hồi<span class="visually-hidden"> giấy ủy quyền {row.document}</span>
              </a>
            </>
          )}
        </>
      ),
    },
  ];
}

export interface RevokeView {
  readonly frame: BoardFrame;
  readonly action: string;
  readonly row: DelegationRow;
  readonly form: FormState;
}

/** Ends a delegation at once, with a reason. */
export function RevokePage({ view }: { readonly view: RevokeView }) {
  const { frame, action, row, form } = view;
  return (
    <BoardPage frame={frame} tab={BOARD_PATHS.delegations} title="Thu hồi ủy quyền">
      <ErrorSummary items={form.items} />
      <DescriptionList
        items={[
          { term: "Giấy ủy quyền", value: row.document },
          { term: "Người ủy quyền", value: row.from },
          { term: "Người được ủy quyền", value: row.to },
          { term: "Việc", value: row.powers.join("; ") },
          { term: "Thời gian", value: row.period },
        ]}
      />
      <form class="form" method="post" action={action}>
        <Token frame={frame} />
        <TextArea
          name="ly-do"
          label="Lý do thu hồi"
          hint="Ít nhất 10 ký tự. Việc đã làm theo giấy này vẫn giữ nguyên."
          rows={3}
          value={form.typed["ly-do"]}
          error={form.errors["ly-do"]}
        />
        <Actions>
          <Button kind="danger">Thu hồi ngay</Button>
          <LinkButton href={BOARD_PATHS.delegations} kind="quiet">
            Thôi
          </LinkButton>
        </Actions>
      </form>
    </BoardPage>
  );
}
