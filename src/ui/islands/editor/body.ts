import { type Content, Editor, Extension, type JSONContent } from "@tiptap/core";
import { Placeholder } from "@tiptap/extensions";
import { bodyExtensions, EmbedBlock, Figure, Gallery, VideoBlock } from "../../../newsroom/body/extensions.ts";
import type { Picture } from "../../../newsroom/content.ts";
import { bodyText, GiveBlockIds } from "./block-ids.ts";
import { el } from "./dom.ts";
import { askEmbed } from "./embed-dialog.ts";
import { figureInEditor } from "./figure-view.ts";
import { fieldValue, LOADED, readJson, writeValue } from "./form-values.ts";
import { askGallery } from "./gallery-dialog.ts";
import { askLink } from "./link-dialog.ts";
import { embedInEditor, galleryInEditor, videoInEditor } from "./media-views.ts";
import { askPicture } from "./picture-dialog.ts";
import { toolbar } from "./toolbar.ts";
import { tableTools, writingTools } from "./tools.ts";
import { askVideo, type MediaDesk } from "./video-dialog.ts";
import { cleanPasted } from "./word-paste.ts";

interface BodyPart {
  readonly form: HTMLFormElement;
  /** Where the editor goes; what stands there (the read-only text) is replaced. */
  readonly place: HTMLElement;
  readonly media: MediaDesk;
  readonly onWordFile: (file: File) => void;
  readonly onLegacyFont: () => void;
}

/** Blocks that have a look of their own in the editor. */
const DRAWN_HERE: readonly unknown[] = [Figure, Gallery, VideoBlock, EmbedBlock];

const isPicture = (file: File) => file.type.startsWith("image/");
export const isWordFile = (file: File) => /\.docx$/i.test(file.name);

/** The rich text of the article: toolbar and text, kept in step with the hidden field `body`. */
export function mountBody({ form, place, media, onWordFile, onLegacyFont }: BodyPart): Editor {
  const label = place.dataset.label ?? "Nội dung bài";
  const surface = el("div", { class: "editor-surface" });
  let original = fieldValue(form, "body");
  let untouched = "";

  async function addPicture(dropped?: File, at?: number): Promise<void> {
    const picture = await askPicture(media, {}, dropped);
    if (!picture) return;
    insert({ type: "figure", attrs: { ...picture } }, at);
  }

  async function addGallery(dropped?: readonly File[], at?: number): Promise<void> {
    const pictures = await askGallery(media, [], dropped);
    if (!pictures) return;
    insert({ type: "gallery", content: pictures.map((picture) => ({ type: "figure", attrs: { ...picture } })) }, at);
  }

  async function addVideo(): Promise<void> {
    const video = await askVideo(media);
    if (video) insert({ type: "video", attrs: { ...video } });
  }

  async function addEmbed(): Promise<void> {
    const embed = await askEmbed(media);
    if (embed) insert({ type: "embed", attrs: { ...embed } });
  }

  function insert(content: JSONContent, at?: number): void {
    if (at === undefined) editor.chain().focus().insertContent(content).run();
    else editor.chain().focus().insertContentAt(at, content).run();
  }

  /** One picture is asked about alone, several become an album; a Word file is offered for import. */
  async function takeFiles(files: readonly File[], at?: number): Promise<void> {
    const word = files.find(isWordFile);
    if (word) return onWordFile(word);
    const pictures = files.filter(isPicture);
    if (pictures.length > 1) return addGallery(pictures, at);
    if (pictures[0]) await addPicture(pictures[0], at);
  }

  const Keys = Extension.create({
    name: "deskKeys",
    addKeyboardShortcuts() {
      return {
        "Mod-k": () => {
          void askLink(this.editor);
          return true;
        },
        "Alt-F10": () => {
          place.querySelector<HTMLElement>(".editor-tool[tabindex='0']")?.focus();
          return true;
        },
      };
    },
  });

  const editor: Editor = new Editor({
    element: surface,
    injectCSS: false,
    content: toContent(original),
    extensions: [
      ...bodyExtensions.filter((extension) => !DRAWN_HERE.includes(extension)),
      figureInEditor({ pictureUrl: media.pictureUrl, edit: (picture: Picture) => askPicture(media, picture) }),
      galleryInEditor(media),
      videoInEditor(media),
      embedInEditor(media),
      GiveBlockIds,
      Keys,
      Placeholder.configure({ placeholder: "Viết nội dung bài ở đây, hoặc thả tệp Word vào trang." }),
    ],
    editorProps: {
      attributes: {
        class: "prose editor-text",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        "aria-describedby": place.dataset.describedby ?? "",
        spellcheck: "false",
      },
      transformPastedHTML(html) {
        const pasted = cleanPasted(html);
        if (pasted.legacyFont) onLegacyFont();
        return pasted.html;
      },
      handlePaste(_view, event) {
        const files = [...(event.clipboardData?.files ?? [])];
        // Word puts a picture of the copied text beside the text itself: the text wins.
        if (files.length === 0 || event.clipboardData?.getData("text/plain")) return false;
        void takeFiles(files);
        return true;
      },
      handleDrop(view, event) {
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length === 0) return false;
        event.preventDefault();
        event.stopPropagation();
        void takeFiles(files, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos);
        return true;
      },
    },
    onUpdate({ editor: changed }) {
      const text = bodyText(changed);
      writeValue(form, "body", text === untouched ? original : text);
    },
  });
  untouched = bodyText(editor);

  form.addEventListener(LOADED, () => {
    if (fieldValue(form, "body") === original) return;
    original = fieldValue(form, "body");
    editor.commands.setContent(toContent(original), { emitUpdate: false });
    untouched = bodyText(editor);
  });

  place.replaceChildren(
    el(
      "div",
      { class: "editor-bars" },
      toolbar(
        editor,
        "Định dạng nội dung",
        writingTools({
          picture: () => void addPicture(),
          gallery: () => void addGallery(),
          video: () => void addVideo(),
          embed: () => void addEmbed(),
        }),
      ),
      toolbar(editor, "Bảng", tableTools, () => editor.isActive("table")),
    ),
    surface,
  );
  place.classList.add("editor-frame");
  return editor;
}

function toContent(text: string): Content {
  const value = readJson(text);
  return value !== null && typeof value === "object"
    ? (value as Content)
    : { type: "doc", content: [{ type: "paragraph" }] };
}
