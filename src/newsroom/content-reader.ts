import { z } from "zod";
import type { Id } from "../kernel/ids.ts";
import { done, type Invalid, type Result, refused } from "../kernel/result.ts";
import { normalizeLine } from "../kernel/vietnamese.ts";
import { fileHash, line, pictureShape } from "./body/fields.ts";
import { isWebAddress } from "./body/href.ts";
import { checkBody } from "./body/schema.ts";
import { type ArticleContent, EMPTY_BODY } from "./content.ts";

/** The names of the form's fields, in the order of the form. */
export const CONTENT_FIELDS = [
  "title",
  "lead",
  "category",
  "unit",
  "cover",
  "body",
  "attachments",
  "author",
  "onBehalf",
  "source",
  "sourceUrl",
  "sourceDate",
] as const;

export type ContentField = (typeof CONTENT_FIELDS)[number];

/** What was typed, exactly: put back into the form when something in it was refused. */
export type ContentEcho = Readonly<Record<ContentField, string>>;

/** The content that was read, or everything that is wrong with it; and in both cases what was typed. */
export type ContentReading = Result<ArticleContent, Invalid[]> & { readonly echo: ContentEcho };

const text = (name: string, max: number) => line(name, max).default("");

const key = (name: string) =>
  z
    .string({ error: `${name} không hợp lệ. Xin chọn lại.` })
    .trim()
    .regex(/^[\w-]{0,64}$/, { error: `${name} không hợp lệ. Xin chọn lại.` })
    .default("");

const attachment = z.object(
  {
    file: fileHash,
    name: line("Tên tệp", 200).pipe(
      z.string().regex(/^[^./\\:*?"<>|\p{Cc}][^/\\:*?"<>|\p{Cc}]*$/u, {
        error: "Tên tệp không dùng được. Xin đổi tên tệp rồi tải lại.",
      }),
    ),
    title: text("Tên hiển thị của tệp", 200),
    mime: z
      .string({ error: "Loại tệp không hợp lệ. Xin tải lại tệp." })
      .regex(/^[a-z]+\/[a-z0-9.+-]{1,100}$/i, { error: "Loại tệp không hợp lệ. Xin tải lại tệp." }),
    size: z
      .int({ error: "Kích thước tệp không hợp lệ. Xin tải lại tệp." })
      .min(1, { error: "Tệp rỗng. Xin tải lại tệp." }),
  },
  { error: "Tệp đính kèm không hợp lệ. Xin tải lại tệp." },
);

const form = z.object(
  {
    title: text("Tiêu đề", 200),
    lead: text("Tóm tắt", 600),
    category: key("Chuyên mục"),
    unit: key("Đơn vị"),
    cover: json("Ảnh đại diện không đọc được. Xin chọn lại ảnh.", pictureShape.nullable(), null),
    attachments: json(
      "Danh sách tệp đính kèm không đọc được. Xin tải lại trang.",
      z.array(attachment, { error: "Danh sách tệp đính kèm không đọc được. Xin tải lại trang." }).max(30, {
        error: "Một bài có tối đa 30 tệp đính kèm.",
      }),
      [],
    ),
    author: text("Tác giả", 120),
    onBehalf: text("Lý do ghi tên khác", 300),
    source: text("Nguồn", 200),
    sourceUrl: z
      .string({ error: "Địa chỉ bài gốc phải là chữ." })
      .transform(normalizeLine)
      .refine((url) => url === "" || (url.length <= 1000 && isWebAddress(url)), {
        error: "Địa chỉ bài gốc phải là một địa chỉ đầy đủ, bắt đầu bằng https:// hoặc http://.",
      })
      .default(""),
    sourceDate: z
      .string({ error: "Ngày đăng của bài gốc không hợp lệ." })
      .trim()
      .refine((day) => day === "" || z.iso.date().safeParse(day).success, {
        error: "Ngày đăng của bài gốc không hợp lệ. Xin chọn một ngày trong lịch.",
      })
      .default(""),
  },
  { error: "Biểu mẫu không đọc được. Xin tải lại trang." },
);

/**
 * The content an editor's form holds. A draft may be incomplete, so empty fields are accepted; wrong types,
 * overlong texts and a body outside the schema are refused, all at once, by field. Every text is normalised.
 * Whether it is complete enough to be sent is asked of `sendingRefusals`.
 */
export function readContent(typed: unknown, newId: () => Id): ContentReading {
  const echo = echoOf(typed);
  const fields = form.safeParse(typed);
  const body = readBody(isRecord(typed) ? typed.body : undefined, newId);
  if (fields.success && body.ok) return { ...done({ ...fields.data, body: body.value }), echo };

  const wrong = new Map<string, string>();
  for (const issue of fields.error?.issues ?? []) {
    const field = String(issue.path[0] ?? "form");
    if (!wrong.has(field)) wrong.set(field, issue.message);
  }
  if (!body.ok) wrong.set("body", body.error.message);
  return { ...refused([...wrong].map(([field, message]) => ({ field, message }))), echo };
}

function readBody(typed: unknown, newId: () => Id) {
  if (typed === undefined || typed === "") return checkBody(EMPTY_BODY, newId);
  const value = parseJson(typed);
  if (value === undefined) {
    return refused<Invalid>({ field: "body", message: "Nội dung bài không đọc được. Xin tải lại trang." });
  }
  return checkBody(value, newId);
}

/** A field that holds JSON as text, as a form posts it, or the value itself, as a script may send it. */
function json<S extends z.ZodType>(unreadable: string, shape: S, empty: z.input<S>) {
  return z.preprocess((typed, context) => {
    if (typed === undefined || typed === null || typed === "") return empty;
    const value = parseJson(typed);
    if (value !== undefined) return value;
    context.addIssue({ code: "custom", message: unreadable });
    return z.NEVER;
  }, shape);
}

function parseJson(typed: unknown): unknown {
  if (typeof typed !== "string") return typed;
  try {
    return JSON.parse(typed);
  } catch {
    return undefined;
  }
}

function echoOf(typed: unknown): ContentEcho {
  const given = isRecord(typed) ? typed : {};
  return Object.fromEntries(
    CONTENT_FIELDS.map((field) => {
      const value = Object.hasOwn(given, field) ? given[field] : "";
      return [field, typeof value === "string" ? value : (JSON.stringify(value) ?? "")];
    }),
  ) as unknown as ContentEcho;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
