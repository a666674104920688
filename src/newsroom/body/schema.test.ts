import fc from "fast-check";
import { expect, test } from "vitest";
import { anyBody, doc, figure, list, paragraph, table, text } from "../content-samples.ts";
import { readHref } from "./href.ts";
import { BODY_LIMITS, checkBody } from "./schema.ts";

function numbered() {
  let next = 0;
  return () => `new${++next}`;
}
const check = (json: unknown) => checkBody(json, numbered());
const body = (json: unknown) => {
  const answer = check(json);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
};
const message = (json: unknown) => {
  const answer = check(json);
  return answer.ok ? "accepted" : `${answer.error.field}: ${answer.error.message}`;
};
const linked = (href: unknown) =>
  doc({
    type: "paragraph",
    content: [{ type: "text", text: "xem ở đây", marks: [{ type: "link", attrs: { href } as never }] }],
  });

test("every body of the schema is accepted, and accepted again unchanged", () => {
  fc.assert(
    fc.property(anyBody, (some) => {
      const once = body(some);
      expect(body(once)).toEqual(once);
    }),
  );
});

test("every top-level block gets an id of its own and keeps the one it has", () => {
  const read = body(
    doc(paragraph("một", "cũ-không-hợp-lệ!"), paragraph("hai", "p2"), paragraph("ba", "p2"), paragraph("bốn")),
  );
  expect(read.content.map((block) => block.attrs?.id)).toEqual(["new1", "p2", "new2", "new3"]);
});

test("a paragraph put into a quotation takes its id, and so its comments, with it", () => {
  const read = body(doc({ type: "blockquote", content: [paragraph("lời thầy", "p7")] }));
  expect(read.content[0]?.attrs).toEqual({ id: "p7" });
  expect(read.content[0]?.content?.[0]?.attrs).toBeUndefined();
});

test("unknown attributes and defaults are not kept", () => {
  const read = body({
    type: "doc",
    evil: 1,
    content: [
      {
        type: "paragraph",
        attrs: { id: "p1", style: "color:red", onclick: "x()" },
        content: [{ type: "text", text: "chữ", extra: 1 }],
      },
      {
        type: "orderedList",
        attrs: { start: 1, type: null },
        content: [{ type: "listItem", content: [paragraph("a")] }],
      },
      { ...table(["ô"]), attrs: { class: "x" } },
    ],
  });
  expect(read.content[0]).toEqual({ type: "paragraph", attrs: { id: "p1" }, content: [{ type: "text", text: "chữ" }] });
  expect(read.content[1]?.attrs).toEqual({ id: "new1" });
  expect(read.content[2]?.attrs).toEqual({ id: "new2" });
});

test("keys named __proto__, constructor and prototype reach nothing", () => {
  const json = JSON.parse(
    '{"type":"doc","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"content":[{"type":"paragraph","attrs":{"__proto__":{"polluted":1},"id":"p1"}}]}',
  );
  expect(body(json)).toEqual({ type: "doc", content: [{ type: "paragraph", attrs: { id: "p1" } }] });
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(message({ type: "doc", content: [{ type: "__proto__" }] })).toMatch(/không dùng được/);
  expect(message({ type: "doc", content: [{ type: "constructor" }] })).toMatch(/không dùng được/);
});

test("text is normalised, also where a letter and its mark came in two pieces", () => {
  const read = body(doc({ type: "paragraph", content: [text("Ha"), text("\u0309i\tPho\u0300ng\u200B")] }));
  expect(read.content[0]?.content).toEqual([{ type: "text", text: "Hải Phòng" }]);
});

test("marks come once and in one order, and a link keeps its address only", () => {
  const link = { type: "link", attrs: { href: " https://moet.gov.vn/tin ", target: "_blank", onclick: "x" } };
  const marks = [{ type: "italic" }, { type: "bold" }, { type: "bold" }, link];
  const read = body({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "chữ", marks }] }] });
  expect(read.content[0]?.content?.[0]?.marks).toEqual([
    { type: "link", attrs: { href: "https://moet.gov.vn/tin" } },
    { type: "bold" },
    { type: "italic" },
  ]);
});

test.each([
  "https://moet.gov.vn/tin?a=1#b",
  "http://địa-chỉ.vn/",
  "mailto:vanthu@haiphong.edu.vn",
  "tel:+84225123456",
  "/tin-tuc/khai-giang",
  "/",
])("a link to %s is kept", (href) => {
  expect(readHref(href)).toBe(href);
});

test.each([
  "javascript:alert(1)",
  "JavaScript:alert(1)",
  "java\nscript:alert(1)",
  "\u0001javascript:alert(1)",
  "data:text/html,<script>",
  "vbscript:x",
  "file:///etc/passwd",
  "//evil.example/",
  "/\\evil.example",
  "\\\\evil",
  "https:evil",
  "https:///",
  "https://moet.gov.vn@evil.example/",
  "haiphong.gov.vn",
  "#cuoi",
  "mailto:",
  "",
  7,
  null,
  { toString: () => "https://x.vn" },
])("REQ-139: a link to %j is refused, and the sentence names its words", (href) => {
  expect(readHref(href)).toBeNull();
  expect(message(linked(href))).toMatch(/^body: Liên kết ở chữ “xem ở đây” có địa chỉ không dùng được/);
});

test.each([
  ["a picture without a file", figure({ file: "" })],
  ["a picture whose file is a path", figure({ file: "../../etc/passwd" })],
  ["a picture of no width", figure({ width: 0 })],
  ["a picture of text width", figure({ width: "1200" as never })],
  ["a picture with endless alternative text", figure({ alt: "á".repeat(501) })],
  ["a picture whose caption is an object", figure({ caption: {} as never })],
  ["a heading of level 1", { type: "heading", attrs: { level: 1 } }],
  ["a heading of text level", { type: "heading", attrs: { level: "2" } }],
  ["a heading without a level", { type: "heading" }],
  [
    "a cell wider than any table",
    {
      type: "table",
      content: [
        { type: "tableRow", content: [{ type: "tableCell", attrs: { colspan: 1e9 }, content: [paragraph("a")] }] },
      ],
    },
  ],
  ["attributes that are a list", { type: "paragraph", attrs: [1] }],
  ["attributes that are a word", { type: "orderedList", attrs: "a" }],
  ["a list that starts nowhere", { type: "orderedList", attrs: { start: 1.5 } }],
  ["an unknown node", { type: "iframe", attrs: { src: "https://evil.example" } }],
  ["an unknown mark", { type: "paragraph", content: [{ type: "text", text: "a", marks: [{ type: "textStyle" }] }] }],
  ["a paragraph within a paragraph", { type: "paragraph", content: [paragraph("a")] }],
  ["an item outside a list", { type: "listItem", content: [paragraph("a")] }],
  ["text outside a paragraph", { type: "text", text: "a" }],
  ["text that is none", { type: "paragraph", content: [{ type: "text", text: 5 }] }],
  ["content that is no list", { type: "paragraph", content: { length: 1 } }],
  ["null", null],
])("%s is refused with a sentence", (_, block) => {
  expect(message({ type: "doc", content: [block] })).toMatch(/^body: \p{Lu}.*\.$/u);
});

test.each([undefined, null, 5, "chữ", [], {}, { type: "doc" }, { type: "doc", content: [] }, paragraph("a")])(
  "%j is no body",
  (json) => {
    expect(message(json)).toMatch(/^body: /);
  },
);

test("nesting beyond any need is refused without exhausting the stack", () => {
  let nested: unknown = paragraph("sâu");
  for (let depth = 0; depth < 200_000; depth += 1) nested = { type: "blockquote", content: [nested] };
  expect(message({ type: "doc", content: [nested] })).toMatch(/quá nhiều tầng/);
});

test("lists may be nested as deep as anybody writes", () => {
  let inner = list("tầng trong");
  for (let depth = 0; depth < 6; depth += 1) {
    inner = { type: "bulletList", content: [{ type: "listItem", content: [paragraph("tầng"), inner] }] };
  }
  expect(check(doc(inner)).ok).toBe(true);
});

test("too many nodes and too much text are refused", () => {
  expect(message(doc(...new Array(BODY_LIMITS.nodes + 1).fill(paragraph(""))))).toMatch(/quá nhiều phần/);
  expect(message(doc(paragraph("á".repeat(BODY_LIMITS.characters + 1))))).toMatch(/quá 300.000 ký tự/);
});
