import type { ComponentChildren } from "preact";
import { Button } from "../ui/button.tsx";
import { Select } from "../ui/choice.tsx";
import { Notice } from "../ui/feedback.tsx";
import { formatBytes, formatDateTime } from "../ui/format.ts";
import type { Attachment, BodyDoc, Picture } from "./content.ts";
import type { EditorFormView } from "./editor-form.view.tsx";

interface PartProps {
  readonly id?: string;
  readonly title: string;
  readonly error?: string | undefined;
  readonly children: ComponentChildren;
}

/** A part of the form under its own heading; an error summary can link to it. */
export function Part({ id, title, error, children }: PartProps) {
  return (
    <section class={error ? "editor-part has-error" : "editor-part"} {...(id ? { id, tabIndex: -1 } : {})}>
      <h2 class="editor-part-title">{title}</h2>
      {error && (
        <p class="field-error" id={`${id}-error`}>
          <span class="visually-hidden">Lỗi: </span>
          {error}
        </p>
      )}
      {children}
    </section>
  );
}

export function Restored({ savedAt, discardAction, csrf }: { savedAt: string; discardAction: string; csrf: string }) {
  return (
    <Notice kind="info" title="Đang hiện phần bạn gõ dở">
      <form method="post" action={discardAction} data-discard="">
        <input type="hidden" name="csrf" value={csrf} />
        <p>Phần này được lưu tạm lúc {formatDateTime(savedAt)} và chưa được lưu thành bản mới.</p>
        <Button kind="quiet">Bỏ phần gõ dở, xem bản đã lưu</Button>
      </form>
    </Notice>
  );
}

export function People({ people }: Pick<EditorFormView, "people">) {
  return (
    <div class="editor-others" role="status" data-part="others" hidden={people.length === 0}>
      {people.map(({ name, since }) => (
        <p key={name}>
          {name} đang mở bài này từ {formatDateTime(since)}.
        </p>
      ))}
      {people.length > 0 && <p>Nên trao đổi với nhau trước khi lưu. Phần gõ của mỗi người được giữ riêng.</p>}
    </div>
  );
}

/** Import by a plain upload; opened where nothing is written yet, one line high afterwards. */
export function WordForm({ csrf, action, open }: { csrf: string; action: string; open: boolean }) {
  return (
    <details class="editor-word" open={open}>
      <summary>Đã viết sẵn trong Word? Nhập từ tệp .docx</summary>
      <form method="post" action={`${action}?trang=1`} encType="multipart/form-data" data-part="word">
        <input type="hidden" name="csrf" value={csrf} />
        <label class="label" for="word-file">
          Tệp Word
        </label>
        <p class="hint" id="word-file-hint">
          Tiêu đề, đề mục, danh sách, bảng và ảnh được đưa vào bài; bạn được xem trước khi thay nội dung. Có thể thả tệp
          vào bất cứ chỗ nào trên trang.
        </p>
        <input
          class="input file-input"
          type="file"
          id="word-file"
          name="file"
          accept=".docx"
          aria-describedby="word-file-hint"
        />
        <Button icon="upload">Nhập từ Word</Button>
      </form>
    </details>
  );
}

export function Unit({ view: { units, values, errors } }: { readonly view: EditorFormView }) {
  const only = units.length === 1 ? units[0] : undefined;
  if (!only) {
    return (
      <Select
        name="unit"
        label="Đơn vị"
        options={units}
        value={values.unit}
        error={errors.unit}
        placeholder="Chọn đơn vị"
      />
    );
  }
  return (
    <div class="field" id="unit">
      <p class="label">Đơn vị</p>
      <p>{only.label}</p>
      <input type="hidden" name="unit" value={only.value} />
    </div>
  );
}

export function CoverWords({ text }: { readonly text: string }) {
  const cover = readJson<Picture>(text);
  return <p>{cover ? `Đã có ảnh: ${cover.alt || cover.caption || "chưa có mô tả"}` : "Chưa có ảnh đại diện."}</p>;
}

export function AttachmentWords({ text }: { readonly text: string }) {
  const files = readJson<readonly Attachment[]>(text) ?? [];
  if (files.length === 0) return <p>Chưa có tệp nào.</p>;
  return (
    <ul>
      {files.map(({ file, title, name, size }) => (
        <li key={file}>
          {title || name} ({formatBytes(size)})
        </li>
      ))}
    </ul>
  );
}

/** Whether nothing was written in the body yet. */
export function isUnwritten(body: string): boolean {
  const blocks = readJson<BodyDoc>(body)?.content ?? [];
  return blocks.every(({ type, content }) => type === "paragraph" && (content ?? []).length === 0);
}

/** What was echoed may be broken JSON; it is shown as "nothing" here and judged by the server. */
function readJson<T>(text: string): T | null {
  try {
    return text === "" ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}
