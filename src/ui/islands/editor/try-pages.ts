import { h } from "preact";
import { type DeskFrame, DeskLayout } from "../../../desk/layout.view.tsx";
import { renderBody } from "../../../newsroom/body/render.tsx";
import { type BodyDoc, EMPTY_BODY } from "../../../newsroom/content.ts";
import type { ContentEcho } from "../../../newsroom/content-reader.ts";
import { EditorForm, type EditorFormView } from "../../../newsroom/editor-form.view.tsx";
import type { Assets } from "../../assets.ts";
import { Button } from "../../button.tsx";
import { renderDocument } from "../../document.tsx";
import { TextArea } from "../../field.tsx";

export const CSRF = "khoa-cua-bieu-mau";
export const SAVED_PAGE = "<!doctype html><title>Đã lưu</title><link rel=icon href=/favicon.svg><h1>Đã lưu</h1>";
const FRAME = {
  siteName: "Trung tâm Giáo dục thường xuyên Hải Phòng",
  shortName: "GDTX Hải Phòng",
  personName: "Nguyễn Thị Lan",
  hats: [{ value: "ctv", label: "Cộng tác viên Phòng Đào tạo" }],
  nav: [{ items: [{ href: "/viec", label: "Việc của tôi", icon: "inbox", current: true }] }],
  notifications: { href: "/thong-bao", count: 2 },
} satisfies Omit<DeskFrame, "csrf" | "assets">;

export const EMPTY_VALUES: ContentEcho = {
  title: "",
  lead: "",
  author: "Nguyễn Thị Lan",
  onBehalf: "",
  source: "",
  sourceUrl: "",
  sourceDate: "",
  category: "",
  unit: "dao-tao",
  cover: "",
  attachments: "[]",
  body: JSON.stringify(EMPTY_BODY),
};

/** The article form in the desk's frame, as the newsroom serves it. */
export function editorPage(
  assets: Assets,
  changes: Partial<EditorFormView>,
  values: ContentEcho,
  errors: Record<string, string>,
): string {
  const view = viewOf(changes, values, errors);
  return renderDocument(
    DeskLayout({
      desk: { ...FRAME, csrf: CSRF, assets: { css: assets.deskCss } },
      title: "Sửa bài",
      wide: true,
      scripts: [assets.islands.editor ?? ""],
      children: [h("h1", {}, "Sửa bài"), h(EditorForm, { view })],
    }),
  );
}

/** A page as the desk has them, with a form that asks first and paragraphs that can be commented on. */
export function reviewPage(assets: Assets): string {
  const body: BodyDoc = {
    type: "doc",
    content: ["Đoạn thứ nhất.", "Đoạn thứ hai."].map((words, index) => ({
      type: "paragraph",
      attrs: { id: `d${index + 1}` },
      content: [{ type: "text", text: words }],
    })),
  };
  const secret = h("input", { type: "hidden", name: "csrf", value: CSRF });
  return renderDocument(
    DeskLayout({
      desk: { ...FRAME, csrf: CSRF, assets: { css: assets.deskCss } },
      title: "Duyệt bài",
      scripts: [assets.islands.desk ?? ""],
      children: [
        h("h1", {}, "Duyệt bài"),
        h(
          "div",
          { "data-commentable": "" },
          renderBody(body, { ...MEDIA, pictureSrc: () => ({ src: "" }), anchors: true }),
        ),
        h("form", { method: "post", action: "/duyet", "data-comment-form": "" }, [
          secret,
          h("input", { type: "hidden", name: "block" }),
          h(TextArea, { name: "comment", label: "Nhận xét" }),
          h(Button, { children: "Gửi nhận xét" }),
        ]),
        h("form", { method: "post", action: "/duyet", "data-confirm": "Bài bị hủy sẽ không mở lại được." }, [
          secret,
          h(Button, { kind: "danger", name: "act", value: "cancel", children: "Hủy bài" }),
        ]),
      ],
    }),
  );
}

const MEDIA = { videoSrc: { video: () => "/video", captions: () => "/phu-de" } } as const;

function viewOf(changes: Partial<EditorFormView>, values: ContentEcho, errors: Record<string, string>): EditorFormView {
  return {
    edition: "an-ban-1",
    action: "/sua",
    csrf: CSRF,
    baseVersion: "3",
    reading: renderBody(JSON.parse(values.body) as BodyDoc, {
      ...MEDIA,
      pictureSrc: ({ file }) => ({ src: `/anh/${file}` }),
    }),
    categories: [
      { value: "tin-hoat-dong", label: "Tin hoạt động" },
      { value: "tuyen-sinh", label: "Tuyển sinh" },
    ],
    units: [{ value: "dao-tao", label: "Phòng Đào tạo" }],
    people: [],
    autosaveUrl: "/luu-tam",
    presenceUrl: "/hien-dien",
    uploadPictureUrl: "/anh",
    uploadVideoUrl: "/video",
    uploadCaptionsUrl: "/phu-de",
    videoMegabytes: 300,
    uploadFileUrl: "/tep",
    wordImportUrl: "/word",
    pictureUrl: "/anh/{file}",
    ...changes,
    values,
    errors,
  };
}
