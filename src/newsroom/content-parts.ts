import { type BlockKind, blocks, embeds, excerpt, linesOf, pictures, placeOf, videos } from "./body/text.ts";
import type { ArticleContent, Embed, Picture, Video } from "./content.ts";

/** One text of an article, with its place as a person would find it. */
export interface ContentPart {
  /** The form's field it belongs to. */
  readonly field: string;
  /** `Tiêu đề`, `Đoạn 3: “…”`, `Tệp đính kèm “…”`. */
  readonly place: string;
  /** `name`: title, heading, name of a file; `credit`: names of persons and offices; `text`: all else. */
  readonly kind: "name" | "credit" | "text";
  readonly text: string;
}

/** Every text of an article in reading order; empty ones left out. What is read by the public is in this list. */
export function contentParts(content: ArticleContent): readonly ContentPart[] {
  const part = (field: string, place: string, kind: ContentPart["kind"], text: string) => ({
    field,
    place,
    kind,
    text,
  });
  const all: ContentPart[] = [
    part("title", "Tiêu đề", "name", content.title),
    part("lead", "Tóm tắt", "text", content.lead),
    ...(content.cover ? pictureParts("cover", content.cover, picturePlace(content.cover, 0)) : []),
    ...blocks(content.body)
      // Their words come below, those of description and credit too.
      .filter((block) => !MEDIA.has(block.kind))
      .map((block) =>
        part("body", placeOf(block), block.kind === "heading" ? "name" : "text", linesOf(block.node).join("\n")),
      ),
    ...pictures(content.body).flatMap(({ picture, number }) =>
      pictureParts("body", picture, picturePlace(picture, number)),
    ),
    ...videos(content.body).flatMap(({ video, number }) => [
      ...mediaParts(video, videoPlace(video, number)),
      part("body", `${videoPlace(video, number)}, lý do không có phụ đề`, "text", video.uncaptioned),
    ]),
    ...embeds(content.body).flatMap(({ embed, number }) => mediaParts(embed, embedPlace(embed, number))),
    ...content.attachments.flatMap((file) => [
      part("attachments", `Tên tệp đính kèm “${file.name}”`, "name", file.name),
      part("attachments", `Tên hiển thị của tệp “${file.name}”`, "name", file.title),
    ]),
    part("author", "Tác giả", "credit", content.author),
    part("onBehalf", "Bút danh / viết thay", "credit", content.onBehalf),
    part("source", "Nguồn", "credit", content.source),
  ];
  return all.filter(({ text }) => text.trim() !== "");
}

const MEDIA: ReadonlySet<BlockKind> = new Set(["figure", "gallery", "video", "embed"]);

/** `Video 1: “Ngày hội đọc sách”` */
export const videoPlace = ({ title }: Video, number: number): string => placeOf({ kind: "video", number, text: title });

export const embedPlace = ({ title }: Embed, number: number): string => placeOf({ kind: "embed", number, text: title });

/** `Ảnh 2: “Lễ khai giảng”`; number 0 is the cover. */
export function picturePlace(picture: Picture, number: number): string {
  const words = excerpt(picture.caption || picture.alt, 60);
  return `${number === 0 ? "Ảnh đại diện" : `Ảnh ${number}`}${words === "" ? "" : `: “${words}”`}`;
}

function mediaParts({ title, author, source }: Video | Embed, place: string): readonly ContentPart[] {
  return [
    { field: "body", place: `${place}, tên`, kind: "name", text: title },
    { field: "body", place: `${place}, tác giả`, kind: "credit", text: author },
    { field: "body", place: `${place}, nguồn`, kind: "credit", text: source },
  ];
}

function pictureParts(field: string, picture: Picture, place: string): readonly ContentPart[] {
  return [
    { field, place: `${place}, chú thích`, kind: "text", text: picture.caption },
    { field, place: `${place}, mô tả`, kind: "text", text: picture.alt },
    { field, place: `${place}, tác giả`, kind: "credit", text: picture.author },
    { field, place: `${place}, nguồn`, kind: "credit", text: picture.source },
  ];
}
