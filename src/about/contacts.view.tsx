import type { RecordState } from "../desk/record-state.ts";
import { SheetActions } from "../lists/downloads.view.tsx";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/choice.tsx";
import { Table } from "../ui/data.tsx";
import { ErrorSummary, Notice } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import { AboutDeskPage, type AboutFrame } from "./desk.view.tsx";
import { ABOUT_PATHS } from "./paths.ts";
import type { Contact } from "./structure.queries.ts";

export interface ContactRow {
  /** `unit <id>` or `person <id>`. */
  readonly key: string;
  readonly name: string;
  readonly hint: string;
  readonly isPerson: boolean;
  readonly contact: Contact;
  /** An address anybody can open is nobody's official one. */
  readonly isPersonalMail: boolean;
  readonly mayChange: boolean;
}

export interface ContactsView {
  readonly frame: AboutFrame;
  readonly rows: readonly ContactRow[];
  /** The official address of the portal is at a personal mail service. */
  readonly isOfficialPersonal: boolean;
  /** Whose form is open. */
  readonly open: ContactRow | null;
  readonly form: RecordState;
}

/** Danh bạ: how each unit and leader is reached, as the public sees it (Đ14.k1, REQ-080). */
export function ContactsPage({ view }: { readonly view: ContactsView }) {
  const { frame, rows, open, form } = view;
  return (
    <AboutDeskPage
      frame={frame}
      title="Danh bạ"
      lead="Liên hệ công vụ của các đơn vị và lãnh đạo, hiện ở trang Liên hệ và Cơ cấu tổ chức. Của từng người chỉ hiện khi người ấy đồng ý."
      actions={
        <SheetActions
          mayImport={rows.some(({ mayChange }) => mayChange)}
          importHref={`${ABOUT_PATHS.contacts}/nhap`}
          href={`${ABOUT_PATHS.contacts}.csv`}
        />
      }
    >
      <ErrorSummary items={form.items} />
      {view.isOfficialPersonal && (
        <Notice kind="warn" title="Thư điện tử chính thức của Cổng đang dùng dịch vụ thư cá nhân">
          <p>Hãy thay bằng địa chỉ của cơ quan trong Cài đặt (Điều 14 khoản 1).</p>
        </Notice>
      )}
      {open && (
        <form
          class="form panel"
          method="post"
          action={`${ABOUT_PATHS.contacts}?muc=${encodeURIComponent(open.key)}`}
          id="sua"
        >
          <input type="hidden" name="csrf" value={frame.desk.csrf} />
          <h2 class="panel-title">{open.name}</h2>
          <Control form={form} name="dien-thoai" label="Điện thoại công vụ" />
          <Control form={form} name="thu" label="Thư điện tử công vụ" />
          <Control form={form} name="noi-lam-viec" label="Phòng làm việc" />
          {open.isPerson && (
            <>
              <Control form={form} name="nhiem-vu" label="Nhiệm vụ được phân công" />
              <Checkbox
                name="dong-y"
                label="Người này đồng ý hiện liên hệ trên Cổng"
                checked={form.typed["dong-y"] === "on"}
              />
            </>
          )}
          <Button kind="primary">Lưu</Button>
        </form>
      )}
      <Table
        caption="Đơn vị và lãnh đạo"
        columns={[
          {
            key: "name",
            label: "Đơn vị, người",
            cell: ({ key, name, hint, mayChange }: ContactRow) => (
              <>
                {mayChange ? <a href={`${ABOUT_PATHS.contacts}?muc=${encodeURIComponent(key)}#sua`}>{name}</a> : name}
                <span class="cell-note">{hint}</span>
              </>
            ),
          },
          { key: "phone", label: "Điện thoại", cell: ({ contact }) => contact.phone || "–" },
          {
            key: "email",
            label: "Thư điện tử",
            cell: ({ contact, isPersonalMail }) => (
              <>
                {contact.email || "–"}
                {isPersonalMail && <span class="cell-note">Dịch vụ thư cá nhân: không dùng làm thư công vụ.</span>}
              </>
            ),
          },
          { key: "place", label: "Phòng làm việc", cell: ({ contact }) => contact.place || "–" },
          {
            key: "shown",
            label: "Công khai",
            cell: ({ isPerson, contact }) => (!isPerson || contact.isShown ? "Có" : "Không"),
          },
        ]}
        rows={rows}
        rowKey={({ key }) => key}
      />
    </AboutDeskPage>
  );
}

function Control({ form, name, label }: { readonly form: RecordState; readonly name: string; readonly label: string }) {
  return <Field label={label} name={name} optional value={form.typed[name]} error={form.errors[name]} />;
}
