import { ContentField } from "../intake/form.view.tsx";
import { type FormPageProps, SlipFormPage } from "../intake/form-page.view.tsx";
import { TAKEDOWN_REASONS } from "../regulation/takedown-moves.ts";
import { Select } from "../ui/choice.tsx";
import { Field } from "../ui/field.tsx";
import { TAKEDOWN_PATHS } from "./paths.ts";

/** The form by which anybody asks for something to be taken down (REQ-111). */
export function RequestPage(props: FormPageProps) {
  const { frame, days, form } = props;
  return (
    <SlipFormPage
      {...props}
      title="Yêu cầu gỡ bỏ thông tin"
      path={TAKEDOWN_PATHS.form}
      description={`Gửi Ban biên tập yêu cầu gỡ bỏ bài viết, câu trả lời trên ${frame.siteName}.`}
      breadcrumbs={[{ label: "Trang chủ", href: "/" }, { label: "Yêu cầu gỡ bỏ thông tin" }]}
      lead={
        <>
          Dùng khi một bài viết hoặc câu trả lời trên Cổng không còn phù hợp, sai, hoặc làm lộ thông tin cá nhân. Thư ký
          tiếp nhận, Trưởng Ban biên tập quyết định; bạn được trả lời trong <strong>{days} ngày làm việc</strong>.{" "}
          <a href={TAKEDOWN_PATHS.lookUp}>Tra cứu yêu cầu đã gửi</a>.
        </>
      }
      notice={
        <>
          Nội dung mục Công khai luôn hiển thị theo Quy chế, chỉ được thay bằng bản mới hoặc che theo pháp luật. Nếu số
          liệu ở đó chưa đúng, xin gửi <a href="/hoi-dap/gui?loai=opinion">góp ý</a>.
        </>
      }
      files="Giấy tờ chứng minh"
      purpose="xem xét và trả lời yêu cầu này"
      button="Gửi yêu cầu"
    >
      <TargetFields form={form} />
    </SlipFormPage>
  );
}

/** What should be taken down and why; the same for the public and for a unit. */
export function TargetFields({ form }: Pick<FormPageProps, "form">) {
  const control = (name: string) => ({ name, value: form.typed[name], error: form.errors[name] });
  return (
    <>
      <Field
        label="Địa chỉ của nội dung"
        hint="Mở bài trên Cổng rồi sao chép địa chỉ trên thanh trình duyệt, ví dụ: /bai-viet/thong-bao-tuyen-sinh."
        maxlength={2000}
        spellcheck={false}
        {...control("dia-chi")}
      />
      <Select
        label="Lý do"
        placeholder="Chọn lý do"
        options={Object.entries(TAKEDOWN_REASONS).map(([value, label]) => ({ value, label }))}
        {...control("ly-do")}
      />
      <ContentField form={form} label="Giải thích" hint="Đoạn nào, vì sao cần gỡ. Từ 10 đến 5.000 ký tự." />
    </>
  );
}
