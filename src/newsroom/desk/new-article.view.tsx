import { type DeskFrame, DeskLayout } from "../../desk/layout.view.tsx";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Checkbox, FileInput, Radios, Select } from "../../ui/choice.tsx";
import { PageHead } from "../../ui/data.tsx";
import { ErrorSummary, Notice } from "../../ui/feedback.tsx";
import { LegacySamples } from "./legacy.view.tsx";
import type { NewArticleView } from "./new-article.model.ts";
import { paths } from "./paths.ts";

/** A few units are all in sight; a long list is chosen from. */
const FEW = 4;

/** How an article begins: whose it is, where it belongs, and, if there is one, the Word file it was written in. */
export function NewArticlePage({ desk, view }: { readonly desk: DeskFrame; readonly view: NewArticleView }) {
  const { values, errors, copied, legacy } = view;
  const fieldErrors = Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` }));
  const unit = { name: "unit", label: "Đơn vị", options: view.units, value: values.unit, error: errors.unit };
  return (
    <DeskLayout
      desk={desk}
      title="Viết bài mới"
      path={paths.newArticle}
      breadcrumbs={[{ label: "Tất cả bài", href: paths.articles }, { label: "Viết bài mới" }]}
    >
      <ErrorSummary items={[...view.refusals, ...fieldErrors]} title="Chưa mở được bài mới" />
      <PageHead
        title="Viết bài mới"
        lead={
          copied === null
            ? "Chọn đơn vị và chuyên mục, rồi viết trong trình soạn thảo. Bài chỉ đi tiếp khi bạn gửi."
            : `Bài mới chép nội dung của “${copied}” và đi lại từ đầu. Bài cũ giữ nguyên.`
        }
      />
      {legacy && (
        <Notice kind="warn" title={`Tệp “${legacy.fileName}” viết bằng bảng mã ${legacy.encoding}`}>
          <p>Cổng chỉ dùng chữ Unicode (khoản 4 Điều 6). Hãy xem thử, chọn lại tệp và đánh dấu “Chuyển mã”.</p>
          <LegacySamples legacy={legacy.preview} />
        </Notice>
      )}
      <form class="form new-article" method="post" action={paths.newArticle} encType="multipart/form-data" noValidate>
        <input type="hidden" name="csrf" value={desk.csrf} />
        <input type="hidden" name="copies" value={values.copies} />
        {view.units.length <= FEW ? <Radios {...unit} /> : <Select {...unit} placeholder="Chọn đơn vị" />}
        <Select
          name="category"
          label="Chuyên mục"
          options={view.categories}
          value={values.category}
          error={errors.category}
          placeholder="Chọn chuyên mục"
        />
        <Checkbox
          name="republished"
          label="Bài dẫn lại từ nguồn khác"
          hint="Bài phải ghi tên nguồn, địa chỉ và ngày đăng của bài gốc (khoản 3 Điều 6)."
          checked={values.isRepublished}
        />
        {copied === null && (
          <>
            {view.templates.length > 0 && (
              <Radios
                name="template"
                label="Mẫu bài"
                hint="Bài mới có sẵn đề mục và câu gợi ý của mẫu. Nếu chọn tệp Word ở dưới thì lấy nội dung của tệp."
                options={[{ value: "", label: "Không dùng mẫu" }, ...view.templates]}
                value={values.template}
                optional
              />
            )}
            <FileInput
              name="file"
              label="Tệp Word đã viết sẵn"
              hint="Tệp .docx, tối đa 30 MB: tiêu đề, đề mục, danh sách, bảng và ảnh được đưa vào bài. Bạn đọc lại trước khi gửi."
              accept=".docx"
              error={errors.file}
              optional
            />
            {legacy && <Checkbox name="convertLegacy" value="1" label="Chuyển mã sang Unicode" checked />}
          </>
        )}
        <div class="actions">
          <Button kind="primary">Bắt đầu viết</Button>
          <LinkButton href={paths.work}>Thôi</LinkButton>
        </div>
      </form>
    </DeskLayout>
  );
}
