import { z } from "zod";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import type { Picture } from "../content.ts";

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
