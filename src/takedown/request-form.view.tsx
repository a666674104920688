import {
  ConsentField,
  ContentField,
  FilesField,
  type IntakeFormProps,
  IntakeStart,
  SenderFields,
} from "../intake/form.view.tsx";
import { TAKEDOWN_REASONS } from "../regulation/takedown-moves.ts";
import type { SiteFrame } from "../site/frame.ts";
import { SiteLayout } from "../site/layout.view.tsx";
import { Button } from "../ui/button.tsx";
import { Select } from "../ui/choice.tsx";
import { ErrorSummary, Notice } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import { TAKEDOWN_PATHS } from "./paths.ts";

export interface RequestPageProps extends IntakeFormProps {
  readonly frame: SiteFrame;
  readonly days: number;
  readonly months: number;
}

/** The form by which anybody asks for something to be taken down (REQ-111). */
export function RequestPage({ frame, days, months, csrf, stamp, form }: RequestPageProps) {
  return (
    <SiteLayout
      frame={frame}
      title="Yêu cầu gỡ bỏ thông tin"
      path={TAKEDOWN_PATHS.form}
      description={`Gửi Ban biên tập yêu cầu gỡ bỏ bài viết, câu trả lời trên ${frame.siteName}.`}
      breadcrumbs={[{ label: "Trang chủ", href: "/" }, { label: "Yêu cầu gỡ bỏ thông tin" }]}
    >
      <div class="intake-page">
        <h1>Yêu cầu gỡ bỏ thông tin</h1>
        <p>
          Dùng khi một bài viết hoặc câu trả lời trên Cổng không còn phù hợp, sai, hoặc làm lộ thông tin cá nhân. Thư ký
          tiếp nhận, Trưởng Ban biên tập quyết định; bạn được trả lời trong <strong>{days} ngày làm việc</strong>.{" "}
          <a href={TAKEDOWN_PATHS.lookUp}>Tra cứu yêu cầu đã gửi</a>.
        </p>
        <Notice>
          <p>
            Nội dung mục Công khai luôn hiển thị theo Quy chế, chỉ được thay bằng bản mới hoặc che theo pháp luật. Nếu
            số liệu ở đó chưa đúng, xin gửi <a href="/hoi-dap/gui?loai=opinion">góp ý</a>.
          </p>
        </Notice>
        <ErrorSummary items={form.items} title="Chưa gửi được" />
        <form class="form" method="post" action={TAKEDOWN_PATHS.form} enctype="multipart/form-data" noValidate>
          <IntakeStart csrf={csrf} stamp={stamp} />
          <TargetFields form={form} />
          <SenderFields form={form} />
          <FilesField form={form} label="Giấy tờ chứng minh" />
          <ConsentField form={form} months={months} purpose="xem xét và trả lời yêu cầu này" />
          <Button kind="primary" icon="send">
            Gửi yêu cầu
          </Button>
        </form>
      </div>
    </SiteLayout>
  );
}

/** What should be taken down and why; the same for the public and for a unit. */
export function TargetFields({ form }: Pick<RequestPageProps, "form">) {
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
