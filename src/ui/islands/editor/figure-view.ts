import type { NodeViewRendererProps } from "@tiptap/core";
import type { ViewMutationRecord } from "@tiptap/pm/view";
import { ArrowDown, ArrowUp, ImageOff, Pencil, Trash2, TriangleAlert } from "lucide-static";
import { Figure } from "../../../newsroom/body/extensions.ts";
import type { Picture } from "../../../newsroom/content.ts";
import { button, el, icon } from "./dom.ts";

/** What a picture still lacks before it may be published (Đ6.k3 and readers who cannot see it), in words. */
export function missingOf(picture: Picture): string[] {
  return [
    picture.alt.trim() === "" && !picture.decorative ? "mô tả ảnh" : "",
    picture.author.trim() === "" ? "tác giả ảnh" : "",
    picture.source.trim() === "" ? "nguồn ảnh" : "",
  ].filter(Boolean);
}

export interface PictureHost {
  pictureUrl(file: string): string;
  /** Lets the person edit the words of a picture; null when it was left as it is. */
  edit(picture: Picture): Promise<Picture | null>;
}

const FIELDS = ["width", "height", "alt", "decorative", "caption", "author", "source"] as const;

/** The figure as it is seen in the editor: picture, caption, credit, and a mark when something is missing. */
export function figureInEditor(host: PictureHost) {
  return Figure.extend({
    // Cut and paste goes through HTML: all words must survive it, not only the file's name.
    addAttributes() {
      const inherited = this.parent?.() ?? {};
      return Object.fromEntries(
        Object.entries(inherited).map(([name, attribute]) => [
          name,
          {
            ...(attribute as object),
            parseHTML: (element: HTMLElement) => fromHtml(name, element.getAttribute(`data-${name}`)),
          },
        ]),
      );
    },
    renderHTML({ node }) {
      const data = Object.fromEntries(FIELDS.map((name) => [`data-${name}`, String(node.attrs[name])]));
      return ["figure", { "data-file": node.attrs.file, ...data }];
    },
    addNodeView() {
      return (props) => figureView(host, props);
    },
  });
}

function fromHtml(name: string, text: string | null): string | number | boolean {
  if (name === "width" || name === "height") return Number(text) || 0;
  if (name === "decorative") return text === "true";
  return text ?? "";
}

function figureView(host: PictureHost, { node, editor, getPos }: NodeViewRendererProps) {
  let current = node;
  const dom = el("figure", { class: "figure-view", contenteditable: "false" });

  const picture = () => current.attrs as unknown as Picture;

  async function edit(): Promise<void> {
    const changed = await host.edit(picture());
    const position = getPos();
    if (!changed || position === undefined) return;
    editor.view.dispatch(editor.state.tr.setNodeMarkup(position, null, { ...current.attrs, ...changed }));
  }

  /** Past the block before or after it; nothing happens at the edge. */
  function move(step: -1 | 1): void {
    const position = getPos();
    if (position === undefined) return;
    const { doc, tr } = editor.state;
    const here = doc.resolve(position);
    const neighbour = here.parent.maybeChild(here.index() + step);
    if (!neighbour) return;
    const target = step < 0 ? position - neighbour.nodeSize : position + neighbour.nodeSize;
    editor.view.dispatch(
      tr
        .delete(position, position + current.nodeSize)
        .insert(target, current)
        .scrollIntoView(),
    );
  }

  function remove(): void {
    const position = getPos();
    if (position === undefined) return;
    editor
      .chain()
      .focus()
      .deleteRange({ from: position, to: position + current.nodeSize })
      .run();
  }

  function draw(): void {
    const { file, alt, caption, author, source, width, height, decorative } = picture();
    const missing = missingOf(picture());
    const credit = [author && `Ảnh: ${author}`, source && `Nguồn: ${source}`].filter(Boolean).join(". ");
    dom.replaceChildren(
      file
        ? el("img", {
            src: host.pictureUrl(file),
            alt,
            width: width || null,
            height: height || null,
            draggable: "false",
          })
        : el("p", { class: "figure-view-empty" }, icon(ImageOff), "Chưa có tệp ảnh"),
      el(
        "figcaption",
        {},
        caption ? el("span", { class: "figure-view-caption" }, caption) : null,
        credit ? el("span", { class: "figure-view-credit" }, credit) : null,
        alt && !decorative ? el("span", { class: "figure-view-alt" }, `Mô tả: ${alt}`) : null,
        decorative ? el("span", { class: "figure-view-alt" }, "Ảnh trang trí, trình đọc màn hình bỏ qua") : null,
      ),
      missing.length > 0
        ? el("p", { class: "figure-view-missing" }, icon(TriangleAlert), `Còn thiếu: ${missing.join(", ")}.`)
        : "",
      el(
        "div",
        { class: "figure-view-actions" },
        button({ label: "Sửa ảnh", svg: Pencil }, () => void edit()),
        button({ label: "Chuyển ảnh lên trên", svg: ArrowUp, quiet: true }, () => move(-1)),
        button({ label: "Chuyển ảnh xuống dưới", svg: ArrowDown, quiet: true }, () => move(1)),
        button({ label: "Xóa ảnh khỏi bài", svg: Trash2, quiet: true }, remove),
      ),
    );
  }

  // A click anywhere on the picture takes hold of the whole of it, to be cut, copied or replaced.
  dom.addEventListener("click", (event) => {
    const position = getPos();
    if (position === undefined || (event.target as Element).closest("button")) return;
    editor.view.focus();
    editor.commands.setNodeSelection(position);
  });

  draw();
  return {
    dom,
    update(next: typeof node) {
      if (next.type !== current.type) return false;
      const changed = JSON.stringify(next.attrs) !== JSON.stringify(current.attrs);
      current = next;
      if (changed) draw();
      return true;
    },
    stopEvent: (event: Event) => event.target instanceof Element && event.target.closest("button") !== null,
    // What we draw inside is not the text's business; where the selection goes is.
    ignoreMutation: ({ type }: ViewMutationRecord) => type !== "selection",
    selectNode: () => dom.classList.add("is-selected"),
    deselectNode: () => dom.classList.remove("is-selected"),
  };
}
