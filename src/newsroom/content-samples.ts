import fc from "fast-check";
import type { ArticleContent, BodyDoc, BodyMark, BodyNode, Picture } from "./content.ts";

/** Contents for tests: one complete article, and arbitrary ones. */

export const hash = (digit: string): string => digit.repeat(64);

export const samplePicture: Picture = {
  file: hash("a"),
  width: 1200,
  height: 800,
  alt: "Học viên xếp hàng ở sân trường",
  decorative: false,
  caption: "Lễ khai giảng sáng 5/9",
  author: "Trần Thị Lan",
  source: "Phòng Đào tạo",
};

export const text = (words: string, ...marks: BodyMark[]): BodyNode => ({
  type: "text",
  text: words,
  ...(marks.length > 0 && { marks }),
});

export const paragraph = (words: string, id?: string): BodyNode => ({
  type: "paragraph",
  ...(id !== undefined && { attrs: { id } }),
  ...(words !== "" && { content: [text(words)] }),
});

export const figure = (picture: Partial<Picture> = {}, id?: string): BodyNode => ({
  type: "figure",
  attrs: { ...samplePicture, ...picture, ...(id !== undefined && { id }) },
});

export const list = (...items: readonly string[]): BodyNode => ({
  type: "bulletList",
  content: items.map((item) => ({ type: "listItem", content: [paragraph(item)] })),
});

export const table = (...rows: readonly (readonly string[])[]): BodyNode => ({
  type: "table",
  content: rows.map((cells, row) => ({
    type: "tableRow",
    content: cells.map((cell) => ({ type: row === 0 ? "tableHeader" : "tableCell", content: [paragraph(cell)] })),
  })),
});

export const doc = (...content: BodyNode[]): BodyDoc => ({ type: "doc", content });

export const sampleContent: ArticleContent = {
  title: "Khai giảng năm học mới",
  lead: "Sáng 5/9, Trung tâm tổ chức lễ khai giảng cho hơn 600 học viên.",
  body: doc(
    { type: "heading", attrs: { level: 2, id: "h1" }, content: [text("Lễ khai giảng")] },
    paragraph("Từ sáng sớm, học viên đã có mặt đông đủ ở sân trường.", "p1"),
    figure({}, "f1"),
    paragraph("Giám đốc đánh trống mở đầu năm học.", "p2"),
  ),
  cover: { ...samplePicture, file: hash("b") },
  attachments: [
    {
      file: hash("c"),
      name: "chuong-trinh.pdf",
      title: "Chương trình lễ khai giảng",
      mime: "application/pdf",
      size: 5120,
    },
  ],
  author: "Nguyễn Thị Hoa",
  onBehalf: "",
  source: "Phòng Đào tạo",
  sourceUrl: "",
  sourceDate: "",
  category: "tin-tuc",
  unit: "dao-tao",
};

const WORDS = ["học", "viên", "Trung tâm", "đọc sách", "5/9", "mới,", "trường.", "Hải Phòng", "lễ", "khai giảng"];
const words = (max: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: max }).map((some) => some.join(" "));

const marks = fc.subarray<BodyMark>([
  { type: "link", attrs: { href: "https://haiphong.gov.vn/" } },
  { type: "bold" },
  { type: "italic" },
  { type: "underline" },
]);

const inline = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.tuple(words(6), marks).map(([some, given]) => text(some, ...given)) },
      { weight: 1, arbitrary: fc.constant<BodyNode>({ type: "hardBreak" }) },
    ),
    { maxLength: 4 },
  )
  .map((content) => ({ content }));

const paragraphs = inline.map((content): BodyNode => ({ type: "paragraph", ...content }));
const headings = fc
  .tuple(inline, fc.constantFrom(2, 3, 4))
  .map(([content, level]): BodyNode => ({ type: "heading", attrs: { level }, ...content }));
const figures = fc
  .record({ file: fc.constantFrom("1", "2", "3").map(hash), caption: words(4), alt: words(3), author: words(2) })
  .map((picture) => figure(picture));
const lists = fc
  .tuple(fc.constantFrom("bulletList", "orderedList"), fc.array(paragraphs, { minLength: 1, maxLength: 3 }))
  .map(([type, items]): BodyNode => ({ type, content: items.map((item) => ({ type: "listItem", content: [item] })) }));
const tables = fc
  .tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 1, max: 3 }),
    fc.array(words(2), { minLength: 9, maxLength: 9 }),
  )
  .map(([rows, columns, cells]) =>
    table(...Array.from({ length: rows }, (_, row) => cells.slice(row * columns, (row + 1) * columns))),
  );
const quotes = fc
  .array(fc.oneof(paragraphs, figures), { minLength: 1, maxLength: 2 })
  .map((content): BodyNode => ({ type: "blockquote", content }));

export const anyBlock: fc.Arbitrary<BodyNode> = fc.oneof(
  { weight: 4, arbitrary: paragraphs },
  headings,
  figures,
  lists,
  tables,
  quotes,
  fc.constant<BodyNode>({ type: "horizontalRule" }),
);

/** Bodies whose blocks have ids, as `checkBody` leaves them. */
export const anyBody: fc.Arbitrary<BodyDoc> = fc
  .array(anyBlock, { minLength: 1, maxLength: 6 })
  .map((content) => doc(...content.map((node, at) => ({ ...node, attrs: { ...node.attrs, id: `b${at}` } }))));

export const anyContent: fc.Arbitrary<ArticleContent> = fc.record({
  title: words(6),
  lead: words(12),
  body: anyBody,
  cover: fc.option(
    words(3).map((caption): Picture => ({ ...samplePicture, caption })),
    { nil: null },
  ),
  attachments: fc.array(
    fc.tuple(fc.constantFrom("4", "5", "6"), words(3)).map(([digit, title]) => ({
      file: hash(digit),
      name: `tep-${digit}.pdf`,
      title,
      mime: "application/pdf",
      size: 1000,
    })),
    { maxLength: 3 },
  ),
  author: words(2),
  onBehalf: fc.constantFrom("", "bút danh"),
  source: words(2),
  sourceUrl: fc.constantFrom("", "https://moet.gov.vn/tin"),
  sourceDate: fc.constantFrom("", "2026-11-20"),
  category: fc.constantFrom("tin-tuc", "su-kien"),
  unit: fc.constantFrom("dao-tao", "hanh-chinh"),
});
