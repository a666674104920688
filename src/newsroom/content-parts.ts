import { blocks, excerpt, linesOf, pictures, placeOf } from "./body/text.ts";
import type { ArticleContent, Picture } from "./content.ts";

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
      // A picture's words come with the pictures, those of its description and credit too.
      .filter((block) => block.kind !== "figure")
      .map((block) =>
        part("body", placeOf(block), block.kind === "heading" ? "name" : "text", linesOf(block.node).join("\n")),
      ),
    ...pictures(content.body).flatMap(({ picture, number }) =>
      pictureParts("body", picture, picturePlace(picture, number)),
    ),
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

/** `Ảnh 2: “Lễ khai giảng”`; number 0 is the cover. */
export function picturePlace(picture: Picture, number: number): string {
  const words = excerpt(picture.caption || picture.alt, 60);
  return `${number === 0 ? "Ảnh đại diện" : `Ảnh ${number}`}${words === "" ? "" : `: “${words}”`}`;
}

function pictureParts(field: string, picture: Picture, place: string): readonly ContentPart[] {
  return [
    { field, place: `${place}, chú thích`, kind: "text", text: picture.caption },
    { field, place: `${place}, mô tả`, kind: "text", text: picture.alt },
    { field, place: `${place}, tác giả`, kind: "credit", text: picture.author },
    { field, place: `${place}, nguồn`, kind: "credit", text: picture.source },
  ];
}
