import { z } from "zod";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import type { Embed, Picture, Video } from "../content.ts";
import { EMBED_NAMES, readEmbed } from "./embeds.ts";

/** A text field on one line. May be empty; refuses other types and more than `max` characters. */
export function line(name: string, max: number) {
  return z
    .string({ error: `${name} phải là chữ.` })
    .transform(normalizeLine)
    .pipe(z.string().max(max, { error: `${name} dài quá ${max} ký tự. Xin rút gọn.` }));
}

/** The name of a stored file. */
export const fileHash = z.string({ error: "Tệp không hợp lệ. Xin tải lại tệp." }).regex(/^[0-9a-f]{64}$/, {
  error: "Tệp không hợp lệ. Xin tải lại tệp.",
});

const side = z
  .int({ error: "Kích thước ảnh không hợp lệ. Xin tải lại ảnh." })
  .min(1, { error: "Kích thước ảnh không hợp lệ. Xin tải lại ảnh." })
  .max(100_000, { error: "Kích thước ảnh không hợp lệ. Xin tải lại ảnh." });

/**
 * A picture, on the cover or in the body, with all that REQ-036 will ask for. In a draft its words may be empty;
 * wrong types and overlong words are refused, unknown attributes dropped.
 */
export const pictureShape = z.object(
  {
    file: fileHash,
    width: side,
    height: side,
    alt: line("Mô tả ảnh", 500).default(""),
    decorative: z.boolean({ error: "Lựa chọn “ảnh trang trí” không hợp lệ." }).default(false),
    caption: line("Chú thích ảnh", 500).default(""),
    author: line("Tác giả ảnh", 120).default(""),
    source: line("Nguồn ảnh", 200).default(""),
  },
  { error: "Ảnh không hợp lệ. Xin tải lại ảnh." },
) satisfies z.ZodType<Picture>;

const videoSize = z.int({ error: "Kích thước video không hợp lệ. Xin tải lại video." }).min(1, {
  error: "Tệp video rỗng. Xin tải lại video.",
});

/** A video of our own with all that REQ-036 and readers who cannot hear it will ask for; in a draft its words may be empty. */
export const videoShape = z.object(
  {
    file: fileHash,
    mime: z.enum(["video/mp4", "video/webm"], { error: "Loại video không hợp lệ. Xin tải lại video." }),
    size: videoSize,
    width: side,
    height: side,
    title: line("Tên video", 200).default(""),
    author: line("Tác giả video", 120).default(""),
    source: line("Nguồn video", 200).default(""),
    poster: z
      .object({ file: fileHash, width: side, height: side }, { error: "Ảnh chờ của video không hợp lệ." })
      .nullable()
      .default(null),
    captions: fileHash.nullable().default(null),
    uncaptioned: line("Lý do không có phụ đề", 200).default(""),
  },
  { error: "Video không hợp lệ. Xin tải lại video." },
) satisfies z.ZodType<Video>;

/** A video of another provider; its address is kept as that of the provider's page. */
export const embedShape = z.object(
  {
    url: z.string({ error: "Địa chỉ video phải là chữ." }).transform((typed, context) => {
      const page = readEmbed(typed)?.page;
      if (page) return page;
      context.addIssue({
        code: "custom",
        message: `Chỉ nhúng được video của ${EMBED_NAMES}. Video ở nơi khác xin đặt bằng một liên kết.`,
      });
      return z.NEVER;
    }),
    title: line("Tên video", 200).default(""),
    author: line("Tác giả video", 120).default(""),
    source: line("Nguồn video", 200).default(""),
  },
  { error: "Video nhúng không hợp lệ. Xin thêm lại video." },
) satisfies z.ZodType<Embed>;
