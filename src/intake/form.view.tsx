import type { FormState } from "../http/form-state.ts";
import { Checkbox, FieldGroup, FileInput } from "../ui/choice.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { STAMP_FIELD, TRAP_FIELD } from "./form.ts";

export interface IntakeFormProps {
  readonly csrf: string;
  readonly stamp: string;
  readonly form: FormState;
}

/** The hidden beginning of every form of the public, and the field that only programs fill. */
export function IntakeStart({ csrf, stamp }: Pick<IntakeFormProps, "csrf" | "stamp">) {
  return (
    <>
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name={STAMP_FIELD} value={stamp} />
      <div class="visually-hidden" aria-hidden="true">
        <label for={TRAP_FIELD}>Để trống ô này</label>
        <input type="text" id={TRAP_FIELD} name={TRAP_FIELD} tabIndex={-1} autocomplete="off" />
      </div>
    </>
  );
}

/** Name, and e-mail or telephone: the least that an answer needs. */
export function SenderFields({ form }: Pick<IntakeFormProps, "form">) {
  const control = (name: string) => ({ name, value: form.typed[name], error: form.errors[name] });
  return (
    <FieldGroup legend="Người gửi" hint="Chỉ dùng để trả lời; không hiện trên Cổng.">
      <Field label="Họ và tên" autocomplete="name" maxlength={100} width="medium" {...control("ho-ten")} />
      <Field
        label="Thư điện tử"
        hint="Ghi thư điện tử hoặc số điện thoại; có thư điện tử thì nhận được câu trả lời qua thư."
        type="email"
        autocomplete="email"
        width="medium"
        optional
        {...control("thu-dien-tu")}
      />
      <Field
        label="Điện thoại"
        type="tel"
        autocomplete="tel"
        inputmode="tel"
        width="medium"
        optional
        {...control("dien-thoai")}
      />
    </FieldGroup>
  );
}

export function ContentField({ form, label, hint }: { form: FormState; label: string; hint: string }) {
  return (
    <TextArea
      name="noi-dung-gui"
      label={label}
      hint={hint}
      rows={8}
      value={form.typed["noi-dung-gui"]}
      error={form.errors["noi-dung-gui"]}
    />
  );
}

export function FilesField({ form, label }: { form: FormState; label: string }) {
  return (
    <FileInput
      name="tep"
      label={label}
      hint="Nhiều nhất 3 tệp, mỗi tệp không quá 10 MB: PDF, DOCX, XLSX, PPTX, ODT, ODS, CSV, TXT. Nếu biểu mẫu bị trả lại, xin chọn lại tệp."
      accept=".pdf,.docx,.xlsx,.pptx,.odt,.ods,.csv,.txt"
      multiple
      optional
      error={form.errors.tep}
    />
  );
}

/** What the data is for and how long it is kept; the box is never ticked beforehand (law.md §7). */
export function ConsentField({ form, months, purpose }: { form: FormState; months: number; purpose: string }) {
  return (
    <FieldGroup legend="Dữ liệu cá nhân">
      <p>
        Trung tâm dùng họ tên và liên hệ chỉ để {purpose}; chỉ người có trách nhiệm trả lời được xem. Họ tên, liên hệ,
        nội dung và tệp được xóa sau {months} tháng kể từ ngày trả lời. Bạn có thể yêu cầu xem, sửa hoặc xóa sớm hơn
        bằng cách liên hệ Trung tâm và nêu mã tra cứu.
      </p>
      <Checkbox
        name="dong-y"
        label="Tôi đã đọc và đồng ý để Trung tâm dùng dữ liệu trên cho mục đích này"
        optional={false}
        checked={(form.ticked["dong-y"] ?? []).length > 0}
        error={form.errors["dong-y"]}
      />
    </FieldGroup>
  );
}

/** Beside which control a refusal is shown. */
export const INTAKE_CONTROLS: Readonly<Record<string, string>> = {
  senderNameMissing: "ho-ten",
  contactMissing: "thu-dien-tu",
  contactEmailInvalid: "thu-dien-tu",
  contactPhoneInvalid: "dien-thoai",
  contentTooShort: "noi-dung-gui",
  contentTooLong: "noi-dung-gui",
  contentMarkup: "noi-dung-gui",
  contentUnreadable: "noi-dung-gui",
  consentMissing: "dong-y",
  fileRefused: "tep",
  tooManyFiles: "tep",
  topicTooLong: "chu-de",
  askedUnitUnknown: "don-vi",
  enquiryKindUnknown: "loai",
  targetMissing: "dia-chi",
  targetElsewhere: "dia-chi",
  targetIsDisclosure: "dia-chi",
  targetOtherPage: "dia-chi",
  targetUnknown: "dia-chi",
  targetGone: "dia-chi",
  reasonClassMissing: "ly-do",
};
