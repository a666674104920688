import type { ComponentChildren } from "preact";
import { Button } from "../ui/button.tsx";
import { type Option, Select } from "../ui/choice.tsx";
import { ErrorSummary, Notice } from "../ui/feedback.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { formatDateTime } from "../ui/format.ts";
import type { ContentEcho, ContentField } from "./content-reader.ts";
import {
  AttachmentWords,
  CoverWords,
  isUnwritten,
  Part,
  People,
  Restored,
  Unit,
  WordForm,
} from "./editor-form-parts.view.tsx";

export interface EditorFormView {
  /** The edition: under this name the browser keeps what was typed until the server has it. */
  readonly edition: string;
  readonly action: string;
  readonly csrf: string;
  readonly baseVersion: string;
  /** Exactly as typed: `cover` (one picture or empty), `attachments` and `body` are JSON. */
  readonly values: ContentEcho;
  /** The body as `renderBody` shows it: what is read where no script runs. */
  readonly reading: ComponentChildren;
  /** By field name. Anything here means that the values were not saved. */
  readonly errors: Readonly<Record<string, string>>;
  readonly categories: readonly Option[];
  /** One entry: shown as text. Several: chosen. */
  readonly units: readonly Option[];
  /** Who else is writing now; `since` is an instant. */
  readonly people: readonly { readonly name: string; readonly since: string }[];
  readonly autosaveUrl: string;
  readonly presenceUrl: string;
  readonly uploadPictureUrl: string;
  readonly uploadVideoUrl: string;
  readonly uploadCaptionsUrl: string;
  /** What a video may weigh: said before it is sent. */
  readonly videoMegabytes: number;
  readonly uploadFileUrl: string;
  readonly wordImportUrl: string;
  /** Address of a stored picture, with `{file}` where its hash goes. */
  readonly pictureUrl: string;
  /** The values come from this person's autosave and not from the saved version. */
  readonly restored?: { readonly savedAt: string; readonly discardAction: string } | undefined;
  /** When the version on screen was saved. */
  readonly savedAt?: string | undefined;
}

/**
 * The article form. Works without script, except that the body is then read-only and a Word file is imported
 * by a plain upload; `islands/editor.ts` makes the rest comfortable. REQ-036: author and source are asked for here.
 */
export function EditorForm({ view }: { readonly view: EditorFormView }) {
  const { values, errors } = view;
  const problems = Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` }));
  const control = (name: ContentField) => ({ name, value: values[name], error: errors[name] });
  return (
    <div
      class="editor"
      data-editor={view.edition}
      data-autosave-url={view.autosaveUrl}
      data-presence-url={view.presenceUrl}
      data-upload-picture-url={view.uploadPictureUrl}
      data-upload-video-url={view.uploadVideoUrl}
      data-upload-captions-url={view.uploadCaptionsUrl}
      data-video-megabytes={view.videoMegabytes}
      data-upload-file-url={view.uploadFileUrl}
      data-word-import-url={view.wordImportUrl}
      data-picture-url={view.pictureUrl}
      {...(problems.length > 0 ? { "data-unsaved": "" } : {})}
    >
      <ErrorSummary items={problems} title="Chưa lưu được, còn chỗ cần sửa" />
      <div class="editor-notices" data-part="notices">
        {view.restored && <Restored csrf={view.csrf} {...view.restored} />}
      </div>
      <People people={view.people} />
      <WordForm csrf={view.csrf} action={view.wordImportUrl} open={isUnwritten(values.body)} />

      <form class="editor-form" method="post" action={view.action} autocomplete="off" noValidate data-article="">
        <input type="hidden" name="csrf" value={view.csrf} />
        <input type="hidden" name="baseVersion" value={view.baseVersion} />

        <div class="editor-main">
          <TextArea {...control("title")} label="Tiêu đề" rows={1} />
          <TextArea
            {...control("lead")}
            label="Tóm tắt"
            hint="Một hai câu nói điều chính, hiện ở danh sách bài."
            rows={3}
          />
          <Part id="body" title="Nội dung" error={errors.body}>
            <div
              data-part="body"
              data-label="Nội dung bài"
              {...(errors.body ? { "data-describedby": "body-error" } : {})}
            >
              <Notice kind="info">
                <p>
                  Trình soạn thảo cần JavaScript. Khi không có, phần dưới đây chỉ để đọc; bạn vẫn sửa và lưu được các
                  mục khác, hoặc thay nội dung bằng cách nhập một tệp Word ở đầu trang.
                </p>
              </Notice>
              <div class="prose editor-reading">{view.reading}</div>
            </div>
            <textarea name="body" hidden aria-hidden="true" tabIndex={-1} aria-label="Nội dung">
              {values.body}
            </textarea>
          </Part>
        </div>

        <div class="editor-side">
          <Part id="cover" title="Ảnh đại diện" error={errors.cover}>
            <input type="hidden" name="cover" value={values.cover} />
            <div data-part="cover">
              <CoverWords text={values.cover} />
            </div>
          </Part>
          <Part title="Tác giả và nguồn">
            <p class="hint">Điều 6 khoản 3 của Quy chế: mỗi bài phải ghi rõ tác giả và nguồn.</p>
            <Field {...control("author")} label="Tác giả" />
            <Field
              {...control("onBehalf")}
              label="Bút danh, viết thay"
              hint="Chỉ ghi khi tên tác giả khác tên bạn: bút danh, hoặc viết thay ai."
              optional
            />
            <Field
              {...control("source")}
              label="Nguồn"
              hint="Bài tự viết: ghi tên đơn vị. Bài đăng lại: ghi nơi đăng đầu tiên."
            />
            <details
              class="editor-republished"
              open={Boolean(values.sourceUrl || values.sourceDate || errors.sourceUrl || errors.sourceDate)}
            >
              <summary>Bài đăng lại từ nơi khác</summary>
              <Field {...control("sourceUrl")} label="Địa chỉ bài gốc" type="url" optional />
              <Field {...control("sourceDate")} label="Ngày đăng bài gốc" type="date" width="medium" optional />
            </details>
          </Part>
          <Part title="Nơi đăng">
            <Select
              {...control("category")}
              label="Chuyên mục"
              options={view.categories}
              placeholder="Chọn chuyên mục"
            />
            <Unit view={view} />
          </Part>
          <Part id="attachments" title="Tệp đính kèm" error={errors.attachments}>
            <p class="hint">
              Thay tệp là đổi nội dung: bài đã đăng cần một bản cập nhật được phê duyệt lại (bước 3 khoản 2 Điều 15).
              Địa chỉ của bài giữ nguyên.
            </p>
            <input type="hidden" name="attachments" value={values.attachments} />
            <div data-part="attachments">
              <AttachmentWords text={values.attachments} />
            </div>
          </Part>
        </div>

        <div class="editor-save">
          <Button kind="primary">Lưu bài</Button>
          <p class="editor-status" data-part="status">
            {view.savedAt ? `Bản đang xem được lưu lúc ${formatDateTime(view.savedAt)}` : ""}
          </p>
        </div>
      </form>
    </div>
  );
}
