import type { Picture } from "../../../newsroom/content.ts";
import { ask, creditFields, line } from "./dialog.ts";
import { el, freshId } from "./dom.ts";
import { sendFile } from "./send.ts";
import type { PictureUploaded } from "./wire.ts";

export interface PictureDesk {
  readonly uploadUrl: string;
  readonly csrf: string;
  pictureUrl(file: string): string;
  /** Names already given as author or source in this article, offered while typing. */
  known(): { readonly authors: readonly string[]; readonly sources: readonly string[] };
}

type Stored = PictureUploaded["picture"];

const EMPTY: Picture = {
  file: "",
  width: 0,
  height: 0,
  alt: "",
  decorative: false,
  caption: "",
  author: "",
  source: "",
};

/**
 * Asks for a picture and everything that must be known about it, at once (Đ6.k3; REQ-036). The file is sent
 * while the words are typed. Null when the person changed their mind. With `given`, the picture's words are
 * edited and its file may be exchanged.
 */
export async function askPicture(
  desk: PictureDesk,
  given: Partial<Picture> = {},
  dropped?: File,
): Promise<Picture | null> {
  const start: Picture = { ...EMPTY, ...given };
  let stored: Stored | null = start.file ? { file: start.file, width: start.width, height: start.height } : null;
  let upload: Promise<void> = Promise.resolve();
  let refusal = "";

  const preview = el("div", { class: "picture-preview", "aria-live": "polite" });
  const file = line({
    label: stored ? "Thay bằng tệp ảnh khác" : "Tệp ảnh",
    optional: stored !== null,
    hint: "JPG, PNG hoặc WebP. Ảnh được thu nhỏ và bỏ thông tin vị trí khi lưu.",
    attributes: { type: "file", accept: "image/jpeg,image/png,image/webp,image/gif,image/avif" },
  });
  const alt = line({
    label: "Mô tả ảnh",
    value: start.alt,
    tall: true,
    hint: "Một câu cho người không nhìn thấy ảnh, ví dụ: “Học viên lớp 10A nhận giấy khen trên sân trường”.",
  });
  const decorativeId = freshId("decorative");
  const decorative = el("input", {
    id: decorativeId,
    type: "checkbox",
    class: "choice-input",
    checked: start.decorative,
  });
  const caption = line({ label: "Chú thích dưới ảnh", optional: true, value: start.caption });
  const { authors, sources } = desk.known();
  const author = suggestedLine("Tác giả ảnh", start.author, authors, "Người chụp hoặc người vẽ.");
  const source = suggestedLine(
    "Nguồn ảnh",
    start.source,
    sources,
    "Đơn vị hoặc nơi lấy ảnh. Không ghi chung chung “internet”, “sưu tầm”.",
  );

  function showPreview(): void {
    if (stored) preview.replaceChildren(el("img", { src: desk.pictureUrl(stored.file), alt: "Ảnh đã chọn" }));
    else preview.replaceChildren();
  }

  async function send(chosen: File): Promise<void> {
    file.fault(null);
    preview.replaceChildren(el("p", {}, "Đang tải ảnh lên…"));
    const answer = await sendFile<PictureUploaded>(desk.uploadUrl, desk.csrf, chosen);
    refusal = answer.ok ? "" : answer.message;
    if (answer.ok) stored = answer.picture;
    showPreview();
    if (refusal) file.fault(refusal);
  }

  function altFollows(): void {
    alt.control.disabled = decorative.checked;
    if (decorative.checked) alt.fault(null);
  }

  file.control.addEventListener("change", () => {
    const chosen = (file.control as HTMLInputElement).files?.[0];
    if (chosen) upload = send(chosen);
  });
  decorative.addEventListener("change", altFollows);
  altFollows();
  showPreview();
  if (dropped) upload = send(dropped);

  const needs: readonly (readonly [typeof alt, () => boolean, () => string])[] = [
    [file, () => stored !== null && refusal === "", () => refusal || "Hãy chọn một tệp ảnh."],
    [
      alt,
      () => decorative.checked || alt.control.value.trim() !== "",
      () => "Hãy mô tả ảnh, hoặc đánh dấu “Ảnh trang trí”.",
    ],
    [author, () => author.control.value.trim() !== "", () => "Hãy ghi tác giả ảnh."],
    [source, () => source.control.value.trim() !== "", () => "Hãy ghi nguồn ảnh."],
  ];

  const accepted = await ask({
    title: start.file ? "Sửa ảnh" : "Thêm ảnh",
    accept: start.file ? "Lưu ảnh" : "Đưa ảnh vào bài",
    wide: true,
    content: [
      preview,
      file.row,
      alt.row,
      el(
        "div",
        { class: "choice" },
        decorative,
        el("label", { class: "choice-label", for: decorativeId }, "Ảnh trang trí, không cần mô tả"),
      ),
      caption.row,
      creditFields(author, source),
    ],
    async onAccept() {
      await upload;
      const wrong = needs.filter(([, satisfied]) => !satisfied());
      for (const [control, satisfied, message] of needs) {
        control.fault(satisfied() ? null : message());
      }
      wrong[0]?.[0].control.focus();
      return wrong.length === 0;
    },
  });

  if (!accepted || !stored) return null;
  return {
    file: stored.file,
    width: stored.width,
    height: stored.height,
    alt: decorative.checked ? "" : alt.control.value.trim(),
    decorative: decorative.checked,
    caption: caption.control.value.trim(),
    author: author.control.value.trim(),
    source: source.control.value.trim(),
  };
}

/** A line that offers what was typed in such lines before. */
export function suggestedLine(label: string, value: string, known: readonly string[], hint: string) {
  const list = freshId("known");
  const made = line({ label, value, hint, attributes: { list, autocomplete: "off" } });
  made.row.append(
    el("datalist", { id: list }, ...[...new Set(known)].filter(Boolean).map((name) => el("option", { value: name }))),
  );
  return made;
}
