import { readable } from "../board/rules.ts";
import type { FormState } from "../http/form-state.ts";
import { Downloads } from "../lists/downloads.view.tsx";
import { Button, LinkButton } from "../ui/button.tsx";
import { type Column, Panel, Table } from "../ui/data.tsx";
import { EmptyState, ErrorSummary, Notice } from "../ui/feedback.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { Tag } from "../ui/status.tsx";
import type { LibraryFrame } from "./desk-frame.ts";
import { LibraryPage, Token } from "./desk-page.view.tsx";
import { LIBRARY_PATHS } from "./paths.ts";

export interface BasisRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly issuer: string;
  readonly topic: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly replacedBy: string;
  readonly note: string;
  readonly checkedOn: string | null;
  readonly isExpired: boolean;
}

interface BasesView {
  readonly frame: LibraryFrame;
  readonly rows: readonly BasisRow[];
  readonly form: FormState;
  readonly mayChange: boolean;
}

/** Căn cứ pháp lý: which texts the portal rests on, and which of them have expired (REQ-002). */
export function BasesPage({ view: { frame, rows, form, mayChange } }: { readonly view: BasesView }) {
  const expired = rows.filter(({ isExpired }) => isExpired);
  const unchecked = rows.filter(({ checkedOn }) => checkedOn === null).length;
  const control = (name: string) => ({ name, value: form.typed[name], error: form.errors[name] });
  return (
    <LibraryPage
      frame={frame}
      title="Căn cứ pháp lý"
      lead="Danh mục văn bản mà hoạt động của Cổng dựa vào. Số liệu do Trung tâm quản lý, cần đối chiếu với văn bản chính thức."
      actions={<Downloads href={`${LIBRARY_PATHS.bases}.csv`} />}
    >
      <ErrorSummary items={form.items} />
      {expired.length > 0 && (
        <Notice kind="warn" title={`${expired.length} căn cứ đã hết hiệu lực`}>
          <ul>
            {expired.map(({ id, number, replacedBy }) => (
              <li key={id}>
                {number}
                {replacedBy ? `: dùng ${replacedBy} thay thế` : ": chưa ghi văn bản thay thế"}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {unchecked > 0 && <p class="hint">{unchecked} căn cứ chưa được đối chiếu với văn bản chính thức.</p>}
      <Table
        caption="Danh mục căn cứ"
        captionHidden
        columns={columns(mayChange)}
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Chưa có căn cứ nào" icon="scale">
            {mayChange && (
              <form method="post" action={`${LIBRARY_PATHS.bases}/nap`}>
                <Token frame={frame} />
                <Button kind="primary">Nạp danh mục ban đầu</Button>
              </form>
            )}
          </EmptyState>
        }
      />
      {mayChange && (
        <Panel title={form.typed.so ? `Sửa ${form.typed.so}` : "Thêm căn cứ"}>
          <form class="form" id="can-cu" method="post" action={LIBRARY_PATHS.bases}>
            <Token frame={frame} />
            <Field label="Số, ký hiệu" hint="Trùng số đã có thì sửa dòng đó." width="medium" {...control("so")} />
            <TextArea label="Tên văn bản" rows={2} {...control("ten")} />
            <Field label="Cơ quan ban hành" optional {...control("co-quan")} />
            <Field label="Dùng cho" hint="Ví dụ: Công khai, Thể thức văn bản." optional {...control("chu-de")} />
            <Field label="Ngày ban hành" type="date" width="short" optional {...control("ban-hanh")} />
            <Field label="Có hiệu lực từ" type="date" width="short" optional {...control("tu")} />
            <Field label="Ngày cuối còn hiệu lực" type="date" width="short" optional {...control("den")} />
            <Field label="Văn bản thay thế" width="medium" optional {...control("thay-the")} />
            <Field label="Ghi chú" optional {...control("ghi-chu")} />
            <Field
              label="Đã đối chiếu với văn bản chính thức ngày"
              type="date"
              width="short"
              optional
              {...control("doi-chieu")}
            />
            <Button kind="primary">Lưu căn cứ</Button>
            {form.typed.so && (
              <LinkButton href={LIBRARY_PATHS.bases} kind="quiet">
                Thôi
              </LinkButton>
            )}
          </form>
        </Panel>
      )}
    </LibraryPage>
  );
}

function columns(mayChange: boolean): readonly Column<BasisRow>[] {
  return [
    {
      key: "number",
      label: "Số, ký hiệu",
      heads: true,
      cell: ({ number }) =>
        mayChange ? <a href={`${LIBRARY_PATHS.bases}?so=${encodeURIComponent(number)}#can-cu`}>{number}</a> : number,
    },
    {
      key: "title",
      label: "Tên văn bản",
      cell: ({ title, issuer, note }) => (
        <>
          {title}
          <span class="cell-note">{issuer}</span>
          {note && <span class="cell-note">{note}</span>}
        </>
      ),
    },
    { key: "topic", label: "Dùng cho", cell: ({ topic }) => topic || "–" },
    {
      key: "force",
      label: "Hiệu lực",
      cell: ({ isExpired, from, to, replacedBy }) => (
        <>
          <Tag icon={isExpired ? "cancelled" : "check-circle"} tone={isExpired ? "stop" : "good"}>
            {isExpired ? "Hết hiệu lực" : "Còn hiệu lực"}
          </Tag>
          <span class="cell-note">
            {from && `Từ ${readable(from)}`}
            {to && ` đến hết ${readable(to)}`}
            {replacedBy && `; thay bằng ${replacedBy}`}
          </span>
        </>
      ),
    },
    {
      key: "checked",
      label: "Đối chiếu",
      cell: ({ checkedOn }) => (checkedOn ? readable(checkedOn) : "Chưa"),
    },
  ];
}
