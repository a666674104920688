import { Downloads } from "../lists/downloads.view.tsx";
import { Button, LinkButton } from "../ui/button.tsx";
import { type Column, Panel, Table } from "../ui/data.tsx";
import { ClauseMark, EmptyState, Notice } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import { type BoardFrame, BoardPage } from "./board-page.view.tsx";
import type { Warning } from "./gap-words.ts";
import { BOARD_PATHS } from "./paths.ts";
import type { DelegationRow, RosterRow, UnitRow } from "./roster-rows.ts";

export interface RosterView {
  readonly frame: BoardFrame;
  readonly day: string;
  /** "hôm nay", "ngày 24/11/2026" */
  readonly dayWords: string;
  /** The day typed could not be read; today is shown. */
  readonly dayError?: string | undefined;
  readonly warnings: readonly Warning[];
  readonly rows: readonly RosterRow[];
  readonly units: readonly UnitRow[];
  readonly delegations: readonly DelegationRow[];
  /** Every appointment that is over or has not begun. */
  readonly others: readonly RosterRow[];
  readonly mayChange: boolean;
}

/** The board of a day: who, in which role, in charge of what, from when, by which decision (REQ-024, REQ-040). */
export function RosterPage({ view }: { readonly view: RosterView }) {
  const { frame, day, dayWords, warnings, rows, units, delegations, others, mayChange } = view;
  return (
    <BoardPage
      frame={frame}
      tab={BOARD_PATHS.board}
      title="Ban biên tập"
      lead={`Những người giữ vai trò ${dayWords}, theo quyết định nào.`}
      actions={
        <>
          {mayChange && (
            <LinkButton href={BOARD_PATHS.appoint} kind="primary" icon="plus">
              Nhập phân công
            </LinkButton>
          )}
          <Downloads href={`${BOARD_PATHS.board}.csv?ngay=${day}`} />
        </>
      }
    >
      <Warnings items={warnings} />
      <form class="form" method="get" action={BOARD_PATHS.board}>
        <Field
          name="ngay"
          type="date"
          label="Xem Ban biên tập vào ngày"
          value={day}
          width="short"
          error={view.dayError}
        />
        <Button icon="calendar">Xem</Button>
      </form>
      <Table
        caption={`Ban biên tập ${dayWords}`}
        columns={rosterColumns(mayChange)}
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={`Chưa có ai giữ vai trò ${dayWords}`} icon="board">
            <p>Giám đốc thành lập Ban biên tập; Quản trị nhập phân công theo quyết định (Điều 7 khoản 1).</p>
          </EmptyState>
        }
      />
      <Panel title="Trưởng các đơn vị">
        <Table
          caption={`Trưởng đơn vị ${dayWords}`}
          captionHidden
          columns={HEAD_COLUMNS}
          rows={units}
          rowKey={({ id }) => id}
          empty={<EmptyState title="Chưa có đơn vị nào" icon="building" />}
        />
      </Panel>
      {delegations.length > 0 && (
        <Panel title="Ủy quyền đang có hiệu lực">
          <ul>
            {delegations.map(({ id, document, from, to, powers, period }) => (
              <li key={id}>
                {to} thay mặt {from}: {powers.join("; ").toLowerCase()}, theo Giấy ủy quyền {document}, {period}.
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {others.length > 0 && (
        <details>
          <summary>Phân công đã kết thúc hoặc chưa bắt đầu ({others.length})</summary>
          <Table
            caption="Phân công vào ngày khác"
            captionHidden
            columns={rosterColumns(false)}
            rows={others}
            rowKey={({ id }) => id}
          />
        </details>
      )}
    </BoardPage>
  );
}

/** Steps, units and fields that have nobody; what stops articles is told more strongly. */
export function Warnings({ items }: { readonly items: readonly Warning[] }) {
  const parts = [
    { kind: "danger", title: "Có bước không ai thực hiện được", list: items.filter(({ blocks }) => blocks) },
    { kind: "warn", title: "Cần bổ sung", list: items.filter(({ blocks }) => !blocks) },
  ] as const;
  return (
    <>
      {parts
        .filter(({ list }) => list.length > 0)
        .map(({ kind, title, list }) => (
          <Notice key={kind} kind={kind} title={title}>
            <ul>
              {list.map(({ text, remedy, clause }) => (
                <li key={text}>
                  {text} {remedy}
                  <ClauseMark clause={clause} />
                </li>
              ))}
            </ul>
          </Notice>
        ))}
    </>
  );
}

function rosterColumns(mayChange: boolean): Column<RosterRow>[] {
  const columns: Column<RosterRow>[] = [
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
    { key: "hat", label: "Vai trò", cell: ({ hat }) => hat },
    { key: "charge", label: "Phụ trách", cell: ({ charge }) => (charge.length > 0 ? charge.join("; ") : "–") },
    { key: "period", label: "Thời gian", cell: ({ period }) => period },
    { key: "paper", label: "Theo", cell: ({ paper }) => paper },
  ];
  if (!mayChange) return columns;
  return [
    ...columns,
    {
      key: "end",
      label: "Việc khác",
      cell: ({ id, hat, name, isOpen }) =>
        isOpen ? (
          <a href={BOARD_PATHS.endAppointment(id)}>
            Kết thúc
            <span class="visually-hidden">
              : {name}, {hat}
            </span>
          </a>
        ) : (
          "–"
        ),
    },
  ];
}

const HEAD_COLUMNS: readonly Column<UnitRow>[] = [
  { key: "name", label: "Đơn vị", cell: ({ name }) => name },
  {
    key: "head",
    label: "Trưởng đơn vị",
    cell: ({ heads }) => (heads.length > 0 ? heads.join("; ") : "–"),
  },
  {
    key: "acting",
    label: "Phụ trách tạm thời",
    cell: ({ actingHeads }) => (actingHeads.length > 0 ? actingHeads.join("; ") : "–"),
  },
];
