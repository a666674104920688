import { expect, test } from "vitest";
import { CONTENT_FIELDS, readContent } from "./content-reader.ts";
import { doc, paragraph, sampleContent, samplePicture } from "./content-samples.ts";

const read = (form: unknown) => {
  let next = 0;
  return readContent(form, () => `new${++next}`);
};
const errors = (form: unknown): Record<string, string> => {
  const answer = read(form);
  return answer.ok ? {} : Object.fromEntries(answer.error.map(({ field, message }) => [field, message]));
};

const posted = {
  ...sampleContent,
  cover: JSON.stringify(sampleContent.cover),
  attachments: JSON.stringify(sampleContent.attachments),
  body: JSON.stringify(sampleContent.body),
};

test("a complete form gives the content it shows", () => {
  const answer = read(posted);
  expect(answer).toMatchObject({ ok: true, value: sampleContent, echo: posted });
});

test("a draft may be empty in every field", () => {
  const blank = Object.fromEntries(CONTENT_FIELDS.map((field) => [field, ""]));
  const empty = {
    ok: true,
    value: {
      title: "",
      cover: null,
      attachments: [],
      body: { type: "doc", content: [{ type: "paragraph", attrs: { id: "new1" } }] },
    },
  };
  expect(read(blank)).toMatchObject(empty);
  expect(read({})).toMatchObject(empty);
});

test("every text is normalised and trimmed, titles to one line", () => {
  const answer = read({
    ...posted,
    title: "  Ha\u0309i \u200B Pho\u0300ng\n mới ",
    author: "Nguyễn\u00A0Thị   Hoa",
    cover: JSON.stringify({ ...samplePicture, alt: " a\u0301o dài " }),
    body: JSON.stringify(doc(paragraph("ho\u0323c", "p1"))),
  });
  expect(answer).toMatchObject({
    ok: true,
    value: {
      title: "Hải Phòng mới",
      author: "Nguyễn Thị Hoa",
      cover: { alt: "áo dài" },
      body: doc(paragraph("học", "p1")),
    },
  });
});

test("everything wrong is told at once, by field, and what was typed comes back to the letter", () => {
  const form = {
    ...posted,
    title: `  ${"t".repeat(201)}`,
    lead: "l".repeat(601),
    sourceUrl: "javascript:alert(1)",
    sourceDate: "2026-02-30",
    category: "<script>",
    cover: "{hỏng",
    body: '{"type":"doc","content":[{"type":"iframe"}]}',
  };
  const answer = read(form);
  expect(Object.keys(errors(form)).sort()).toEqual(
    ["body", "category", "cover", "lead", "sourceDate", "sourceUrl", "title"].sort(),
  );
  expect(errors(form)).toMatchObject({
    title: "Tiêu đề dài quá 200 ký tự. Xin rút gọn.",
    lead: "Tóm tắt dài quá 600 ký tự. Xin rút gọn.",
  });
  expect(answer.echo).toEqual(form);
});

const typed = (changes: object) => ({ ...posted, ...changes });
const attached = (changes: object) =>
  typed({ attachments: JSON.stringify([{ ...sampleContent.attachments[0], ...changes }]) });

test.each([
  ["title", typed({ title: ["a", "b"] })],
  ["title", typed({ title: 5 })],
  ["author", typed({ author: "a".repeat(121) })],
  ["onBehalf", typed({ onBehalf: "a".repeat(301) })],
  ["source", typed({ source: "a".repeat(201) })],
  ["sourceUrl", typed({ sourceUrl: "haiphong.gov.vn/tin" })],
  ["sourceUrl", typed({ sourceUrl: `https://a.vn/${"a".repeat(1000)}` })],
  ["sourceDate", typed({ sourceDate: "20/11/2026" })],
  ["unit", typed({ unit: { id: 1 } })],
  ["cover", typed({ cover: "5" })],
  ["cover", typed({ cover: JSON.stringify({ ...samplePicture, file: "x" }) })],
  ["cover", typed({ cover: JSON.stringify({ ...samplePicture, decorative: "yes" }) })],
  ["attachments", typed({ attachments: "{}" })],
  ["attachments", typed({ attachments: "null" })],
  ["attachments", typed({ attachments: JSON.stringify(new Array(31).fill(sampleContent.attachments[0])) })],
  ["attachments", attached({ file: "../x" })],
  ["attachments", attached({ name: "../../etc/passwd" })],
  ["attachments", attached({ name: ".htaccess" })],
  ["attachments", attached({ name: "" })],
  ["attachments", attached({ mime: "text/html; charset=x" })],
  ["attachments", attached({ mime: undefined })],
  ["attachments", attached({ size: -1 })],
  ["attachments", attached({ size: "5" })],
  ["attachments", attached({ title: "t".repeat(201) })],
  ["body", typed({ body: "không phải JSON" })],
  ["body", typed({ body: "null" })],
  ["body", typed({ body: "[]" })],
])("a bad %s is refused with a Vietnamese sentence", (field, form) => {
  const found = errors(form);
  expect(Object.keys(found)).toEqual([field]);
  expect(found[field]).toMatch(/^\p{Lu}[^.]*\p{Script=Latin}.*\.$/u);
  expect(found[field]).not.toMatch(/expected|invalid|input/i);
});

test.each([undefined, null, 5, "chữ", [1]])("%j is no form, and that is said", (form) => {
  expect(errors(form).form).toBe("Biểu mẫu không đọc được. Xin tải lại trang.");
});

test("keys that a form does not have are dropped, also the dangerous ones", () => {
  const answer = read(JSON.parse(`{"title":"Tin","state":"PUBLISHED","__proto__":{"polluted":1}}`));
  expect(answer.ok && Object.keys(answer.value).sort()).toEqual([...CONTENT_FIELDS].sort());
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test("a script may send the JSON fields as values", () => {
  expect(read({ ...sampleContent })).toMatchObject({ ok: true, value: sampleContent });
});

test("a saved content is read again as it is", () => {
  const once = read(posted);
  if (!once.ok) throw new Error("refused");
  expect(read({ ...once.value })).toMatchObject({ ok: true, value: once.value });
});
