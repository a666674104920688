import type { RecordState } from "../desk/record-state.ts";
import { FilesField, IntakeStart } from "../intake/form.view.tsx";
import { Button } from "../ui/button.tsx";
import { Checkbox, FieldGroup, Radios } from "../ui/choice.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import type { Question } from "./call.ts";
import { answerName } from "./opinion.ts";

export interface OpinionFormProps {
  readonly action: string;
  readonly questions: readonly Question[];
  readonly months: number;
  readonly csrf: string;
  readonly stamp: string;
  readonly form: RecordState;
}

/** The form of an open consultation. Nobody has to say who he is; after a refusal everything typed is still there; why it was refused stands at the top of the page. */
export function OpinionForm({ action, questions, months, csrf, stamp, form }: OpinionFormProps) {
  const control = (name: string) => ({ name, value: form.typed[name], error: form.errors[name] });
  return (
    <section class="consultation-part" aria-labelledby="gui-y-kien">
      <h2 id="gui-y-kien">Gửi ý kiến</h2>
      <form class="form" method="post" action={action} enctype="multipart/form-data" noValidate>
        <IntakeStart csrf={csrf} stamp={stamp} />
        {questions.map(({ text, choices }, place) => {
          const label = `${place + 1}. ${text}`;
          if (choices.length === 0)
            return <TextArea key={text} rows={4} label={label} optional {...control(answerName(place))} />;
          const options = choices.map((choice, index) => ({ value: String(index), label: choice }));
          return <Radios key={text} label={label} options={options} optional {...control(answerName(place))} />;
        })}
        <TextArea
          rows={8}
          label={questions.length > 0 ? "Ý kiến khác" : "Ý kiến của bạn"}
          hint="Từ 10 đến 5.000 ký tự, chữ thường. Xin không ghi số căn cước, bệnh án hay việc riêng của người khác."
          optional={questions.length > 0}
          {...control("noi-dung-gui")}
        />
        <FilesField form={{ ...form, ticked: {} }} label="Tệp kèm theo" />
        <FieldGroup legend="Người gửi" hint="Có thể để trống. Họ tên và thư điện tử không hiện trên Cổng.">
          <Field label="Họ và tên" autocomplete="name" maxlength={100} width="medium" optional {...control("ho-ten")} />
          <Field
            label="Thư điện tử"
            hint="Để nhận mã phiếu và đường dẫn xem kết quả."
            type="email"
            autocomplete="email"
            width="medium"
            optional
            {...control("thu-dien-tu")}
          />
          <p>
            Trung tâm dùng họ tên, thư điện tử chỉ để xác nhận và hỏi lại khi cần; chỉ người tổng hợp ý kiến được xem.
            Họ tên, thư điện tử, lời góp ý và tệp được xóa sau {months} tháng kể từ ngày hết hạn góp ý.
          </p>
          <Checkbox
            label="Tôi đồng ý để Trung tâm lưu họ tên, thư điện tử đã ghi cho mục đích này"
            name="dong-y"
            checked={form.typed["dong-y"] === "on"}
            error={form.errors["dong-y"]}
          />
        </FieldGroup>
        <Button kind="primary" icon="send">
          Gửi ý kiến
        </Button>
      </form>
    </section>
  );
}
