import type { NodeViewRendererProps } from "@tiptap/core";
import { ImageOff } from "lucide-static";
import { Figure } from "../../../newsroom/body/extensions.ts";
import type { Picture } from "../../../newsroom/content.ts";
import { blockView } from "./block-view.ts";
import { el, icon } from "./dom.ts";

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

/** What is read and seen of one picture. */
export function pictureWords(host: PictureHost, picture: Picture): readonly HTMLElement[] {
  const { file, alt, caption, author, source, width, height, decorative } = picture;
  const credit = [author && `Ảnh: ${author}`, source && `Nguồn: ${source}`].filter(Boolean).join(". ");
  return [
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
  ];
}

function figureView(host: PictureHost, props: NodeViewRendererProps) {
  const pictureIn = (node: NodeViewRendererProps["node"]) => node.attrs as unknown as Picture;
  return blockView(
    {
      noun: "ảnh",
      className: "figure-view",
      draw: (node) => pictureWords(host, pictureIn(node)),
      missing: (node) => missingOf(pictureIn(node)),
      async edit(node) {
        const changed = await host.edit(pictureIn(node));
        return changed && node.type.create({ ...node.attrs, ...changed });
      },
    },
    props,
  );
}
