import { type Content, Editor, Extension } from "@tiptap/core";
import { Placeholder } from "@tiptap/extensions";
import { bodyExtensions, Figure } from "../../../newsroom/body/extensions.ts";
import type { Picture } from "../../../newsroom/content.ts";
import { bodyText, GiveBlockIds } from "./block-ids.ts";
import { el } from "./dom.ts";
import { figureInEditor } from "./figure-view.ts";
import { fieldValue, LOADED, readJson, writeValue } from "./form-values.ts";
import { askLink } from "./link-dialog.ts";
import { askPicture, type PictureDesk } from "./picture-dialog.ts";
import { toolbar } from "./toolbar.ts";
import { tableTools, writingTools } from "./tools.ts";
import { cleanPasted } from "./word-paste.ts";

interface BodyPart {
  readonly form: HTMLFormElement;
  /** Where the editor goes; what stands there (the read-only text) is replaced. */
  readonly place: HTMLElement;
  readonly pictures: PictureDesk;
  readonly onWordFile: (file: File) => void;
  readonly onLegacyFont: () => void;
}

const isPicture = (file: File) => file.type.startsWith("image/");
export const isWordFile = (file: File) => /\.docx$/i.test(file.name);

/** The rich text of the article: toolbar and text, kept in step with the hidden field `body`. */
export function mountBody({ form, place, pictures, onWordFile, onLegacyFont }: BodyPart): Editor {
  const label = place.dataset.label ?? "Nội dung bài";
  const surface = el("div", { class: "editor-surface" });
  let original = fieldValue(form, "body");
  let untouched = "";

  async function addPicture(dropped?: File, at?: number): Promise<void> {
    const picture = await askPicture(pictures, {}, dropped);
    if (!picture) return;
    const content = { type: "figure", attrs: { ...picture } };
    if (at === undefined) editor.chain().focus().insertContent(content).run();
    else editor.chain().focus().insertContentAt(at, content).run();
  }

  /** Pictures are asked about one after another; a Word file is offered for import. */
  async function takeFiles(files: readonly File[], at?: number): Promise<void> {
    const word = files.find(isWordFile);
    if (word) return onWordFile(word);
    for (const picture of files.filter(isPicture)) await addPicture(picture, at);
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
      ...bodyExtensions.filter((extension) => extension !== Figure),
      figureInEditor({ pictureUrl: pictures.pictureUrl, edit: (picture: Picture) => askPicture(pictures, picture) }),
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
        writingTools(() => void addPicture()),
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
