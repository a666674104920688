import fc from "fast-check";
import { HtmlValidate } from "html-validate";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import type { ArticleContent } from "./content.ts";
import { diffContent } from "./content-diff.ts";
import { anyContent, doc, figure, hash, paragraph, sampleContent, table } from "./content-samples.ts";
import { DiffView } from "./diff.view.tsx";

const names: Record<string, string> = { "tin-tuc": "Tin tức", "su-kien": "Sự kiện" };
const page = (before: ArticleContent, after: ArticleContent) =>
  renderToString(
    <DiffView
      diff={diffContent(before, after)}
      pictureSrc={({ file }) => ({ src: `/anh/${file.slice(0, 2)}.jpg` })}
      nameOf={(_, id) => names[id] ?? id}
    />,
  );
const bodies = (before: ArticleContent["body"], after: ArticleContent["body"]) =>
  page({ ...sampleContent, body: before }, { ...sampleContent, body: after });

test("two equal versions say so", () => {
  expect(page(sampleContent, { ...sampleContent, title: ` ${sampleContent.title}` })).toBe(
    '<p class="diff-none">Hai phiên bản giống nhau: không có thay đổi nào.</p>',
  );
});

test("a changed word is marked for eyes without colours and for ears", () => {
  expect(page(sampleContent, { ...sampleContent, title: "Khai giảng năm học 2026" })).toContain(
    'Khai giảng năm học <del><span class="visually-hidden">[bỏ: </span>mới<span class="visually-hidden">]</span></del>' +
      '<ins><span class="visually-hidden">[thêm: </span>2026<span class="visually-hidden">]</span></ins>',
  );
});

test("categories are shown by name", () => {
  expect(page(sampleContent, { ...sampleContent, category: "su-kien" })).toMatch(/Tin tức<.*Sự kiện</);
});

test("parts come in reading order: title, lead, cover, body, attachments, author", () => {
  const html = page(sampleContent, {
    ...sampleContent,
    title: "Khác",
    lead: "Khác",
    cover: null,
    body: doc(paragraph("Khác")),
    attachments: [],
    author: "Khác",
  });
  const labels = [...html.matchAll(/<h3 class="diff-label">([^<]+)</g)].map(([, label]) => label);
  expect(labels).toEqual(["Tiêu đề", "Tóm tắt", "Ảnh đại diện", "Nội dung", "Tệp đính kèm", "Tác giả"]);
});

test("both pictures are shown where one took the other's place, with words that say which is which", () => {
  const html = bodies(doc(figure({}, "f")), doc(figure({ file: hash("d") }, "f")));
  expect(html).toMatch(/\/anh\/aa\.jpg.*Ảnh bỏ.*\/anh\/dd\.jpg.*Ảnh thêm/);
});

test("a picture that came shows its credit as added", () => {
  expect(bodies(doc(paragraph("a", "p")), doc(paragraph("a", "p"), figure()))).toMatch(
    /Thêm: ảnh.*Ảnh thêm.*Tác giả ảnh<\/dt><dd><ins>.*Trần Thị Lan/,
  );
});

test("a changed cell is marked in its row", () => {
  const html = bodies(doc(table(["Lớp"], ["10A"])), doc(table(["Lớp"], ["10B"])));
  expect(html).toMatch(/<td>Lớp<\/td>.*<td><del>.*10A.*<\/del><ins>.*10B.*<\/ins><\/td>/);
});

test("paragraphs far from any change are folded away, their neighbours are not", () => {
  const all = ["một", "hai", "ba", "bốn", "năm"].map((words, at) => paragraph(words, `p${at}`));
  const html = bodies(doc(...all), doc(...all.slice(0, 4), paragraph("năm rưỡi", "p4")));
  expect(html).toMatch(/<summary>3 đoạn giữ nguyên<\/summary>.*ba<\/p>.*<\/details>.*bốn.*năm<ins>/);
});

test("every comparison is valid HTML without inline style, and says so when there is nothing", () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:recommended"],
    rules: {
      "void-style": "off",
      "no-trailing-whitespace": "off",
      "heading-level": "off",
      "attribute-boolean-style": "off",
      "no-raw-characters": "off",
    },
  });
  fc.assert(
    fc.property(anyContent, anyContent, (one, two) => {
      const html = page(one, two);
      const { results } = validator.validateStringSync(html);
      expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual(
        [],
      );
      expect(/<ins>|<del>|diff-note|Ảnh (bỏ|thêm)|chữ sửa/.test(html)).toBe(diffContent(one, two).hasChanges);
    }),
    { numRuns: 60 },
  );
});
