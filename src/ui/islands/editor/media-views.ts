import type { NodeViewRendererProps } from "@tiptap/core";
import { EmbedBlock, Gallery, VideoBlock } from "../../../newsroom/body/extensions.ts";
import type { Embed, Picture, Video } from "../../../newsroom/content.ts";
import { blockView } from "./block-view.ts";
import { el } from "./dom.ts";
import { askEmbed } from "./embed-dialog.ts";
import { missingOf } from "./figure-view.ts";
import { askGallery } from "./gallery-dialog.ts";
import { askVideo, type MediaDesk } from "./video-dialog.ts";

type Node = NodeViewRendererProps["node"];

/** An album as small pictures; it is edited whole, in its dialog. */
export function galleryInEditor(desk: MediaDesk) {
  const picturesIn = (node: Node) => node.children.map(({ attrs }) => attrs as unknown as Picture);
  return Gallery.extend({
    addNodeView() {
      return (props) =>
        blockView(
          {
            noun: "bộ ảnh",
            className: "figure-view",
            draw: (node) => [
              el(
                "div",
                { class: "gallery-view" },
                ...picturesIn(node).map(({ file, alt }) =>
                  el("img", { src: desk.pictureUrl(file), alt, draggable: "false" }),
                ),
              ),
              el("figcaption", {}, `Bộ ảnh, ${node.childCount} ảnh`),
            ],
            missing: (node) => [...new Set(picturesIn(node).flatMap(missingOf))],
            async edit(node) {
              const changed = await askGallery(desk, picturesIn(node));
              const figure = node.type.schema.nodes.figure!;
              return (
                changed &&
                node.type.create(
                  node.attrs,
                  changed.map((picture) => figure.create({ ...picture })),
                )
              );
            },
          },
          props,
        );
    },
  });
}

/** A video by its poster: nothing plays while somebody writes. */
export function videoInEditor(desk: MediaDesk) {
  const videoIn = (node: Node) => node.attrs as unknown as Video;
  return VideoBlock.extend({
    addNodeView() {
      return (props) =>
        blockView(
          {
            noun: "video",
            className: "figure-view",
            draw(node) {
              const { poster, title, captions, uncaptioned } = videoIn(node);
              return [
                ...(poster ? [el("img", { src: desk.pictureUrl(poster.file), alt: "", draggable: "false" })] : []),
                el(
                  "figcaption",
                  {},
                  el("span", { class: "figure-view-caption" }, `Video: ${title}`),
                  el("span", { class: "figure-view-credit" }, creditOf(videoIn(node))),
                  el("span", {}, captions ? "Có phụ đề" : `Không có phụ đề: ${uncaptioned}`),
                ),
              ];
            },
            missing(node) {
              const { poster, captions, uncaptioned } = videoIn(node);
              return [
                ...creditsMissing(videoIn(node)),
                ...(poster ? [] : ["ảnh chờ"]),
                ...(captions || uncaptioned.trim() ? [] : ["phụ đề hoặc lý do không có"]),
              ];
            },
            async edit(node) {
              const changed = await askVideo(desk, videoIn(node));
              return changed && node.type.create({ ...node.attrs, ...changed });
            },
          },
          props,
        );
    },
  });
}

/** An embedded video by its name and address alone. */
export function embedInEditor(desk: MediaDesk) {
  const embedIn = (node: Node) => node.attrs as unknown as Embed;
  return EmbedBlock.extend({
    addNodeView() {
      return (props) =>
        blockView(
          {
            noun: "video nhúng",
            className: "figure-view",
            draw: (node) => [
              el(
                "figcaption",
                {},
                el("span", { class: "figure-view-caption" }, `Video nhúng: ${embedIn(node).title}`),
                el("span", { class: "figure-view-credit" }, creditOf(embedIn(node))),
                el("span", {}, embedIn(node).url),
              ),
            ],
            missing: (node) => creditsMissing(embedIn(node)),
            async edit(node) {
              const changed = await askEmbed(desk, embedIn(node));
              return changed && node.type.create({ ...node.attrs, ...changed });
            },
          },
          props,
        );
    },
  });
}

function creditOf({ author, source }: Video | Embed): string {
  return [author && `Thực hiện: ${author}`, source && `Nguồn: ${source}`].filter(Boolean).join(". ");
}

function creditsMissing({ title, author, source }: Video | Embed): string[] {
  return [
    title.trim() === "" ? "tên video" : "",
    author.trim() === "" ? "tác giả video" : "",
    source.trim() === "" ? "nguồn video" : "",
  ].filter(Boolean);
}
