import { z } from "zod";
import { embedShape, pictureShape, videoShape } from "./fields.ts";

type Attributes = Readonly<Record<string, unknown>>;

const unreadable = { error: "Nội dung bài không đọc được. Xin tải lại trang." };

const none = z.object({}, unreadable).default({});

/** A whole number within bounds; a sentence of our own when it is not. */
const count = (min: number, max: number, error: string) => z.int({ error }).min(min, { error }).max(max, { error });

const span = (max: number) => count(1, max, "Bảng có ô gộp quá rộng. Xin tách bớt ô.").default(1);

const cell = z
  .object(
    {
      colspan: span(100),
      rowspan: span(1000),
      align: z.enum(["left", "center", "right"]).nullable().default(null).catch(null),
    },
    unreadable,
  )
  .default({ colspan: 1, rowspan: 1, align: null });

const level = z.union([z.literal(2), z.literal(3), z.literal(4)], {
  error: "Đề mục trong bài chỉ có ba cấp (2, 3 và 4).",
});

/** What each kind of node may carry. A node that is not listed has no place in an article. */
const SHAPES = new Map<string, z.ZodType<Attributes>>([
  ["doc", none],
  ["paragraph", none],
  ["heading", z.object({ level }, { error: "Đề mục thiếu cấp." })],
  ["blockquote", none],
  ["bulletList", none],
  [
    "orderedList",
    z
      .object(
        {
          start: count(0, 10_000, "Số bắt đầu của danh sách không hợp lệ.").default(1),
          // Official texts number with a), b), c): the letter styles are kept.
          type: z.enum(["a", "A", "i", "I"]).nullable().default(null).catch(null),
        },
        unreadable,
      )
      .default({ start: 1, type: null }),
  ],
  ["listItem", none],
  ["hardBreak", none],
  ["horizontalRule", none],
  ["table", none],
  ["tableRow", none],
  ["tableCell", cell],
  ["tableHeader", cell],
  ["figure", pictureShape],
  ["gallery", none],
  ["video", videoShape],
  ["embed", embedShape],
]);

/** Blocks that are all attributes: none of them is ever left out. */
const WHOLE: ReadonlySet<string> = new Set(["figure", "video", "embed"]);

const DEFAULTS: Attributes = { start: 1, type: null, colspan: 1, rowspan: 1, align: null };

/**
 * The attributes of a node of this kind, typed and bounded, unknown ones and defaults left out;
 * or a sentence that says what is wrong with them.
 */
export function readAttributes(type: string, raw: unknown): { attrs: Attributes } | { wrong: string } {
  const shape = SHAPES.get(type);
  if (!shape) return { wrong: "Có thành phần không dùng được trong bài. Xin xóa thành phần đó rồi lưu lại." };
  const read = shape.safeParse(raw ?? undefined);
  if (!read.success) return { wrong: read.error.issues[0]?.message ?? unreadable.error };
  return { attrs: WHOLE.has(type) ? read.data : withoutDefaults(read.data) };
}

/** Attributes that only repeat what is meant without them are not kept. */
export function withoutDefaults(attrs: Attributes): Attributes {
  return Object.fromEntries(
    Object.entries(attrs).filter(([name, value]) => value !== null && value !== undefined && DEFAULTS[name] !== value),
  );
}
