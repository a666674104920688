import type { FormState } from "../http/form-state.ts";
import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { FieldGroup, type Option, Select } from "../ui/choice.tsx";
import { ErrorSummary } from "../ui/feedback.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import type { LibraryFrame } from "./desk-frame.ts";
import { LibraryPage, Token } from "./desk-page.view.tsx";
import { DOCUMENT_KINDS } from "./document.ts";
import { LIBRARY_PATHS } from "./paths.ts";

export interface DocumentFormView {
  readonly frame: LibraryFrame;
  readonly title: string;
  readonly action: string;
  readonly back: string;
  readonly form: FormState;
  readonly units: readonly Option[];
  readonly fields: readonly Option[];
  /** Changing: the version begun from, and whether readers already see the document. */
  readonly change: { readonly version: number; readonly isPublic: boolean } | null;
}

const KIND_OPTIONS = Object.entries(DOCUMENT_KINDS).map(([value, label]) => ({ value, label }));

/** Enters or changes a document; what was typed stays after a refusal. */
export function DocumentFormPage({ view }: { readonly view: DocumentFormView }) {
  const { frame, title, action, back, form, units, fields, change } = view;
  const control = (name: string) => ({ name, value: form.typed[name], error: form.errors[name] });
  return (
    <LibraryPage frame={frame} title={title} tab={LIBRARY_PATHS.desk}>
      <ErrorSummary items={form.items} />
      <form class="form" method="post" action={action} noValidate>
        <Token frame={frame} />
        {change && <input type="hidden" name="ban" value={form.typed.ban ?? change.version} />}
        <Field
          label="Số, ký hiệu"
          hint="Như trên văn bản, ví dụ: 27/QĐ-GDTXHP. Dấu cách và chữ thường được tự sửa."
          width="medium"
          {...control("so")}
        />
        <Select label="Loại văn bản" placeholder="Chọn loại" options={KIND_OPTIONS} {...control("loai")} />
        <TextArea label="Trích yếu" rows={3} {...control("trich-yeu")} />
        <Field label="Cơ quan ban hành" {...control("co-quan")} />
        <Field label="Người ký" width="medium" {...control("nguoi-ky")} />
        <FieldGroup legend="Thời gian">
          <Field label="Ngày ban hành" type="date" width="short" {...control("ngay-ban-hanh")} />
          <Field
            label="Ngày có hiệu lực"
            hint="Để trống nếu có hiệu lực từ ngày ký."
            type="date"
            width="short"
            optional
            {...control("ngay-hieu-luc")}
          />
          <Field
            label="Lý do có hiệu lực trước ngày ban hành"
            hint="Chỉ ghi khi văn bản quy định như vậy; người đọc thấy lý do này."
            optional
            {...control("ly-do-som")}
          />
          <Field
            label="Ngày hết hiệu lực"
            hint="Ngày cuối cùng còn hiệu lực, nếu chính văn bản ghi thời hạn. Bị thay thế thì ghi ở phần quan hệ."
            type="date"
            width="short"
            optional
            {...control("ngay-het")}
          />
        </FieldGroup>
        <FieldGroup legend="Quản lý">
          <Select
            label="Đơn vị quản lý"
            hint="Phòng, tổ chức chịu trách nhiệm rà soát văn bản này."
            placeholder="Chọn đơn vị"
            options={units}
            {...control("don-vi")}
          />
          <Select label="Lĩnh vực" placeholder="Không có" options={fields} optional {...control("linh-vuc")} />
          {!change && (
            <Field
              label="Ngày rà soát"
              hint="Đến ngày này, đơn vị quản lý được nhắc xem lại."
              type="date"
              width="short"
              {...control("ngay-ra-soat")}
            />
          )}
        </FieldGroup>
        <TextArea
          label="Nội dung văn bản"
          hint="Dán toàn văn nếu có, để người đọc xem ngay trên trang và tìm kiếm được."
          rows={8}
          optional
          {...control("toan-van")}
        />
        {change?.isPublic && (
          <Field label="Đã sửa điều gì" hint="Người đọc thấy ghi chú này dưới văn bản." {...control("ghi-chu")} />
        )}
        <Actions>
          <Button kind="primary">{change ? "Lưu" : "Ghi văn bản"}</Button>
          <LinkButton href={back} kind="quiet">
            Thôi
          </LinkButton>
        </Actions>
      </form>
    </LibraryPage>
  );
}
