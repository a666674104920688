import { ContentField } from "../intake/form.view.tsx";
import { type FormPageProps, SlipFormPage } from "../intake/form-page.view.tsx";
import { type Option, Radios, Select } from "../ui/choice.tsx";
import { Field } from "../ui/field.tsx";
import { ENQUIRY_PATHS } from "./paths.ts";

const crumbs = [
  { label: "Trang chủ", href: "/" },
  { label: "Hỏi đáp", href: ENQUIRY_PATHS.list },
  { label: "Gửi câu hỏi, góp ý" },
];

/** The form for a question or an opinion. */
export function AskPage({ units, ...shared }: FormPageProps & { readonly units: readonly Option[] }) {
  const { frame, days, form } = shared;
  const control = (name: string) => ({ name, value: form.typed[name], error: form.errors[name] });
  return (
    <SlipFormPage
      {...shared}
      title="Gửi câu hỏi, góp ý"
      path={ENQUIRY_PATHS.ask}
      description={`Gửi câu hỏi, góp ý tới ${frame.shortName}; trả lời trong ${days} ngày làm việc.`}
      breadcrumbs={crumbs}
      lead={
        <>
          Câu trả lời được gửi trong <strong>{days} ngày làm việc</strong>. Sau khi gửi, bạn nhận mã để theo dõi.
        </>
      }
      notice={
        <>
          Cổng không nhận hồ sơ thủ tục hành chính qua biểu mẫu này. Muốn gỡ một bài viết, xin dùng{" "}
          <a href="/yeu-cau-go-bo">yêu cầu gỡ bỏ</a>.
        </>
      }
      files="Tệp kèm theo"
      purpose="trả lời bạn; nếu câu trả lời có ích cho nhiều người, Trung tâm đăng câu hỏi và câu trả lời sau khi lược bỏ họ tên, liên hệ"
      button="Gửi"
    >
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
      <ContentField form={form} label="Nội dung" hint="Từ 10 đến 5.000 ký tự, chữ thường, không dán mã trang web." />
    </SlipFormPage>
  );
}
