import {
  ConsentField,
  ContentField,
  FilesField,
  type IntakeFormProps,
  IntakeStart,
  SenderFields,
} from "../intake/form.view.tsx";
import type { SiteFrame } from "../site/frame.ts";
import { SiteLayout } from "../site/layout.view.tsx";
import { Button } from "../ui/button.tsx";
import { type Option, Radios, Select } from "../ui/choice.tsx";
import { ErrorSummary, Notice } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import { ENQUIRY_PATHS } from "./paths.ts";

export interface AskPageProps extends IntakeFormProps {
  readonly frame: SiteFrame;
  readonly units: readonly Option[];
  readonly days: number;
  readonly months: number;
}

/** The form for a question or an opinion. Works without script; after a refusal everything typed is still there. */
export function AskPage({ frame, units, days, months, csrf, stamp, form }: AskPageProps) {
  const control = (name: string) => ({ name, value: form.typed[name], error: form.errors[name] });
  return (
    <SiteLayout
      frame={frame}
      title="Gửi câu hỏi, góp ý"
      path={ENQUIRY_PATHS.ask}
      description={`Gửi câu hỏi, góp ý tới ${frame.shortName}; trả lời trong ${days} ngày làm việc.`}
      breadcrumbs={[
        { label: "Trang chủ", href: "/" },
        { label: "Hỏi đáp", href: ENQUIRY_PATHS.list },
        { label: "Gửi câu hỏi, góp ý" },
      ]}
    >
      <div class="intake-page">
        <h1>Gửi câu hỏi, góp ý</h1>
        <p>
          Câu trả lời được gửi trong <strong>{days} ngày làm việc</strong>. Sau khi gửi, bạn nhận mã để theo dõi.
        </p>
        <Notice>
          <p>
            Cổng không nhận hồ sơ thủ tục hành chính qua biểu mẫu này. Muốn gỡ một bài viết, xin dùng{" "}
            <a href="/yeu-cau-go-bo">yêu cầu gỡ bỏ</a>.
          </p>
        </Notice>
        <ErrorSummary items={form.items} title="Chưa gửi được" />
        <form class="form" method="post" action={ENQUIRY_PATHS.ask} enctype="multipart/form-data" noValidate>
          <IntakeStart csrf={csrf} stamp={stamp} />
          <Radios
            label="Bạn muốn"
            options={[
              { value: "question", label: "Hỏi" },
              { value: "opinion", label: "Góp ý" },
            ]}
            {...control("loai")}
            value={form.typed.loai || "question"}
          />
          <Select
            label="Gửi tới đơn vị"
            hint="Nếu chưa rõ, để trống; Thư ký sẽ chuyển đúng nơi."
            options={units}
            placeholder="Chưa rõ"
            optional
            {...control("don-vi")}
          />
          <Field label="Chủ đề" maxlength={150} optional {...control("chu-de")} />
          <ContentField
            form={form}
            label="Nội dung"
            hint="Từ 10 đến 5.000 ký tự, chữ thường, không dán mã trang web."
          />
          <SenderFields form={form} />
          <FilesField form={form} label="Tệp kèm theo" />
          <ConsentField
            form={form}
            months={months}
            purpose="trả lời bạn; nếu câu trả lời có ích cho nhiều người, Trung tâm đăng câu hỏi và câu trả lời sau khi lược bỏ họ tên, liên hệ"
          />
          <Button kind="primary" icon="send">
            Gửi
          </Button>
        </form>
      </div>
    </SiteLayout>
  );
}
