import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { PageHead } from "../ui/data.tsx";
import { ErrorSummary, Notice, type SummaryItem } from "../ui/feedback.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import type { DisclosureContent } from "./content.ts";
import { ContentControls } from "./content-form.view.tsx";
import { crumbs, type Typed } from "./desk-frame.ts";
import type { EntryView } from "./desk-models.ts";
import { DESK_PATHS } from "./paths.ts";

export interface RedactView {
  readonly entry: EntryView["entry"];
  readonly content: DisclosureContent;
  readonly typed: Typed;
  readonly refusals: readonly SummaryItem[];
}

/** Enters an order to withhold data, with the text that stands there instead. */
export function RedactPage({ desk, view }: { readonly desk: DeskFrame; readonly view: RedactView }) {
  const { entry, typed } = view;
  const control = (name: string) => ({ name, value: typed[name] });
  return (
    <DeskLayout
      desk={desk}
      title="Che dữ liệu theo yêu cầu pháp luật"
      path={DESK_PATHS.redact(entry.id)}
      breadcrumbs={[
        ...crumbs(),
        { label: entry.content.title, href: DESK_PATHS.entry(entry.id) },
        { label: "Che dữ liệu" },
      ]}
    >
      <PageHead
        title="Che dữ liệu theo yêu cầu pháp luật"
        lead="Mục và địa chỉ vẫn hiển thị; người đọc thấy bản đã che và số văn bản yêu cầu. Hai người xác nhận rồi Thư ký mới thực hiện."
      />
      <ErrorSummary items={view.refusals} />
      <Notice>
        <p>Thay dữ liệu cần che bằng lời “[đã che theo quy định]”. Tệp bỏ dấu chọn sẽ không tải về được nữa.</p>
      </Notice>
      <form class="form" method="post" action={DESK_PATHS.redact(entry.id)} enctype="multipart/form-data">
        <input type="hidden" name="csrf" value={desk.csrf} />
        <Field label="Số văn bản yêu cầu" width="medium" {...control("so-van-ban")} />
        <Field label="Ngày văn bản" type="date" width="short" {...control("ngay-van-ban")} />
        <Field label="Cơ quan yêu cầu" {...control("co-quan")} />
        <TextArea label="Lý do" hint="Ít nhất 10 ký tự." rows={2} {...control("ly-do")} />
        <ContentControls content={view.content} />
        <Actions>
          <Button kind="primary" formNoValidate>
            Ghi yêu cầu
          </Button>
          <LinkButton href={DESK_PATHS.entry(entry.id)} kind="quiet">
            Thôi
          </LinkButton>
        </Actions>
      </form>
    </DeskLayout>
  );
}
