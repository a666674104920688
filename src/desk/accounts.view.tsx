import type { FormState } from "../http/form-state.ts";
import { Downloads } from "../lists/downloads.view.tsx";
import { Button } from "../ui/button.tsx";
import { Select } from "../ui/choice.tsx";
import { PageHead, Panel, Table } from "../ui/data.tsx";
import { EmptyState, ErrorSummary, Notice } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import { formatDate } from "../ui/format.ts";
import { Tag } from "../ui/status.tsx";
import { type DeskFrame, DeskLayout } from "./layout.view.tsx";

export interface AccountRow {
  readonly person: string;
  readonly fullName: string;
  readonly unit: string;
  readonly username: string;
  readonly state: "open" | "mustChange" | "disabled" | "left";
  readonly disabledAt: string | null;
  readonly isOwn: boolean;
}

export interface AccountsView {
  readonly desk: DeskFrame;
  readonly nonce: string;
  readonly rows: readonly AccountRow[];
  /** People without an account. */
  readonly candidates: readonly { readonly value: string; readonly label: string }[];
  readonly form: FormState;
  /** Shown once, on this answer only. */
  readonly handed: { readonly fullName: string; readonly username: string; readonly password: string } | null;
  readonly done: string | null;
}

const HREF = "/ban-bien-tap/tai-khoan";
/** Id of the form whose buttons stand in the table. */
const JOBS = "viec-tai-khoan";

/** Accounts of named persons (REQ-042): who has one, its state, and what the administrator may do with it (Đ7.k3). */
export function AccountsPage({ view }: { readonly view: AccountsView }) {
  const { desk, nonce, rows, candidates, form, handed, done } = view;
  return (
    <DeskLayout desk={desk} title="Tài khoản" path={HREF} nonce={nonce} breadcrumbs={CRUMBS}>
      <PageHead
        title="Tài khoản"
        lead="Mỗi người một tài khoản, không dùng chung. Quyền hạn theo quyết định phân công, không theo tài khoản."
        actions={<Downloads href={`${HREF}.csv`} />}
      />
      <ErrorSummary items={form.items} />
      {done && <Notice kind="ok" live title={done} />}
      {handed && <HandedPassword {...handed} />}
      <Table
        caption="Tài khoản hiện có"
        rows={rows}
        rowKey={({ person }) => person}
        empty={<EmptyState title="Chưa có tài khoản nào" icon="key" />}
        columns={[
          { key: "ten", label: "Họ và tên", cell: ({ fullName }) => fullName },
          { key: "don-vi", label: "Đơn vị", cell: ({ unit }) => unit },
          { key: "dang-nhap", label: "Tên đăng nhập", cell: ({ username }) => <code>{username}</code> },
          { key: "trang-thai", label: "Trạng thái", cell: (row) => <AccountState row={row} /> },
          { key: "viec", label: "Việc", cell: (row) => <AccountActions row={row} /> },
        ]}
      />
      <form id={JOBS} method="post" action={HREF}>
        <input type="hidden" name="csrf" value={desk.csrf} />
      </form>
      <Panel title="Mở tài khoản">
        {candidates.length === 0 ? (
          <p>Mọi người trong danh sách đều đã có tài khoản. Người mới được ghi tên ở mục Ban biên tập.</p>
        ) : (
          <form class="form" method="post" action={HREF}>
            <input type="hidden" name="csrf" value={desk.csrf} />
            <Select
              name="nguoi"
              label="Người dùng"
              hint="Chỉ người đã có tên trong danh sách của đơn vị."
              placeholder="Chọn một người"
              options={candidates}
              value={form.typed.nguoi}
              error={form.errors.nguoi}
            />
            <Field
              name="ten-dang-nhap"
              label="Tên đăng nhập"
              hint="Chữ thường không dấu, ví dụ nguyen.lan. Mật khẩu dùng một lần sẽ hiện sau khi mở."
              value={form.typed["ten-dang-nhap"]}
              error={form.errors["ten-dang-nhap"]}
              spellcheck={false}
              autocomplete="off"
              maxlength={60}
              width="medium"
            />
            <Button kind="primary" icon="plus">
              Mở tài khoản
            </Button>
          </form>
        )}
      </Panel>
    </DeskLayout>
  );
}

const CRUMBS = [{ label: "Bàn làm việc", href: "/ban-bien-tap" }, { label: "Tài khoản" }];

/** The one time a password can be read. */
export function HandedPassword(props: { fullName: string; username: string; password: string }) {
  return (
    <Notice kind="ok" live title={`Mật khẩu dùng một lần của ${props.fullName}`}>
      <p>
        Tên đăng nhập: <code>{props.username}</code>
      </p>
      <p>
        Mật khẩu: <code>{props.password}</code>
      </p>
      <p>Mật khẩu này chỉ hiện một lần. Hãy trao tận tay; người dùng phải đổi ngay khi đăng nhập.</p>
    </Notice>
  );
}

function AccountState({ row }: { readonly row: AccountRow }) {
  if (row.state === "left") return <Tag icon="cancelled">Đã thôi làm việc</Tag>;
  if (row.state === "disabled") {
    return (
      <Tag icon="lock" tone="stop">
        {row.disabledAt ? `Khóa từ ${formatDate(row.disabledAt)}` : "Khóa"}
      </Tag>
    );
  }
  return row.state === "mustChange" ? (
    <Tag icon="clock" tone="wait">
      Chờ đổi mật khẩu
    </Tag>
  ) : (
    <Tag icon="check" tone="good">
      Đang dùng
    </Tag>
  );
}

/** Buttons of the one form below the table: a cell holds words, not forms. */
function AccountActions({ row }: { readonly row: AccountRow }) {
  if (row.state === "left") return <>–</>;
  const isDisabled = row.state === "disabled";
  const common = { kind: "quiet", name: "viec", form: JOBS, formAction: `${HREF}/${row.person}` } as const;
  return (
    <>
      {!isDisabled && (
        <Button icon="key" value="dat-lai" {...common}>
          Đặt lại mật khẩu<span class="visually-hidden"> của {row.fullName}</span>
        </Button>
      )}
      {!row.isOwn && (
        <Button icon="lock" value={isDisabled ? "mo-khoa" : "khoa"} {...common}>
          {isDisabled ? "Mở khóa" : "Khóa"}
          <span class="visually-hidden"> tài khoản của {row.fullName}</span>
        </Button>
      )}
    </>
  );
}
