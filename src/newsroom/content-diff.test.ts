import fc from "fast-check";
import { expect, test } from "vitest";
import { normalizeBody } from "./body/normal.ts";
import { blocks } from "./body/text.ts";
import type { ArticleContent, BodyDoc } from "./content.ts";
import { type ContentDiff, diffContent } from "./content-diff.ts";
import { contentHash } from "./content-hash.ts";
import {
  anyBody,
  anyContent,
  doc,
  figure,
  hash,
  list,
  paragraph,
  sampleContent,
  samplePicture,
  table,
  text,
} from "./content-samples.ts";
import { diffText, type Stretch } from "./word-diff.ts";

const side = (stretches: readonly Stretch[], keep: "added" | "removed") =>
  stretches
    .filter(({ change }) => change === "kept" || change === keep)
    .map((one) => one.text)
    .join("");
const after = (stretches: readonly Stretch[]) => side(stretches, "added");
const before = (stretches: readonly Stretch[]) => side(stretches, "removed");
const short = (stretches: readonly Stretch[]) =>
  stretches
    .map(({ change, text: words }) => (change === "kept" ? words : change === "added" ? `+[${words}]` : `-[${words}]`))
    .join("");

const diffBodies = (one: BodyDoc, two: BodyDoc): ContentDiff =>
  diffContent({ ...sampleContent, body: one }, { ...sampleContent, body: two });
const blockLines = (diff: ContentDiff) =>
  diff.blocks.map(
    ({ change, lines }) => `${change}: ${lines.map(({ cells }) => cells.map(short).join(" | ")).join(" / ")}`,
  );

/** Sentences of words that repeat, as texts do. */
const sentences = fc
  .array(
    fc.constantFrom("học", "viên", " ", " ", "\n", ",", "Trung", "tâm", "5/9", "é", "e\u0301", "😀", "\uD83D", "."),
    { maxLength: 40 },
  )
  .map((some) => some.join(""));

test("kept and added words are the text after, kept and removed ones the text before, to the letter", () => {
  const property = (one: string, two: string) => {
    const stretches = diffText(one, two);
    expect(before(stretches)).toBe(one);
    expect(after(stretches)).toBe(two);
    expect(stretches.every(({ text: words }) => words !== "")).toBe(true);
  };
  fc.assert(fc.property(sentences, sentences, property), { numRuns: 500 });
  fc.assert(fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), property), { numRuns: 300 });
});

test("equal texts have nothing added or removed", () => {
  fc.assert(
    fc.property(sentences, (one) => {
      expect(diffText(one, one).filter(({ change }) => change !== "kept")).toEqual([]);
    }),
  );
});

test.each([
  ["Sáng 5/9, học viên đến lớp", "Sáng 6/9, học viên đến lớp", "Sáng -[5]+[6]/9, học viên đến lớp"],
  ["Hoa và Lan", "Hoa, Minh và Lan", "Hoa+[, Minh] và Lan"],
  ["áo đỏ tươi đẹp", "áo xanh thẫm đẹp", "áo -[đỏ tươi]+[xanh thẫm] đẹp"],
  ["học", "hóc", "-[học]+[hóc]"],
  ["", "mới", "+[mới]"],
  ["cũ", "", "-[cũ]"],
])("from “%s” to “%s” whole words change", (one, two, expected) => {
  expect(short(diffText(one, two))).toBe(expected);
});

test("two long texts with nothing in common are compared before anybody loses patience", () => {
  const words = (start: string) => Array.from({ length: 20_000 }, (_, at) => `${start}${at}`).join(" ");
  const stretches = diffText(words("a"), words("b"));
  expect(after(stretches)).toBe(words("b"));
});

/** Every word of the blocks that a reader of one side sees, in order. */
const sideOf = (diff: ContentDiff, keep: "added" | "removed") =>
  diff.blocks
    .filter(({ change }) => change === "same" || change === "changed" || change === keep)
    .map(({ lines, pictures }) =>
      [
        ...lines.flatMap(({ cells }) => cells.map((cell) => side(cell, keep))),
        ...pictures.flatMap((one) => (keep === "added" ? one.after : one.before)?.caption ?? []),
      ]
        .join(" ")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((words) => words !== "");
const wordsOf = (body: BodyDoc) =>
  blocks(normalizeBody(body))
    .map((block) => block.text.replace(/\s+/g, " ").trim())
    .filter((words) => words !== "");

test("the blocks of the comparison are the blocks before and after, in their order", () => {
  // Pictures of a quotation are compared after its words, so only the words of a block count, not their order.
  const bag = (all: readonly string[]) => all.map((words) => words.split(" ").sort().join(" "));
  fc.assert(
    fc.property(anyBody, anyBody, (one, two) => {
      const diff = diffBodies(one, two);
      expect(bag(sideOf(diff, "removed"))).toEqual(bag(wordsOf(one)));
      expect(bag(sideOf(diff, "added"))).toEqual(bag(wordsOf(two)));
    }),
  );
});

const shown = (diff: ContentDiff): boolean =>
  diff.fields.length > 0 ||
  [diff.cover, ...diff.blocks, ...diff.attachments].some((part) => part && part.change !== "same");

test("Đ11.g1: there are changes exactly when the hash differs, and then one of them is shown", () => {
  fc.assert(
    fc.property(
      anyContent,
      anyContent,
      fc.subarray(Object.keys(sampleContent) as (keyof ArticleContent)[]),
      (one, two, keys) => {
        const mixed = { ...one, ...Object.fromEntries(keys.map((key) => [key, two[key]])) };
        const diff = diffContent(one, mixed);
        expect(diff.hasChanges).toBe(contentHash(one) !== contentHash(mixed));
        expect(shown(diff)).toBe(diff.hasChanges);
      },
    ),
    { numRuns: 150 },
  );
});

test("every block that changed shows what changed: words, pictures, links, kind or look", () => {
  fc.assert(
    fc.property(anyBody, anyBody, (one, two) => {
      for (const block of diffBodies(one, two).blocks.filter(({ change }) => change === "changed")) {
        const parts = [...block.lines, ...block.pictures].some(({ change }) => change !== "same");
        const links = block.links.added.length + block.links.removed.length > 0;
        expect(parts || links || block.restyled).toBe(true);
      }
    }),
  );
});

test("an edited paragraph is found by its id, even rewritten, and its neighbours stay", () => {
  const one = doc(paragraph("Mở đầu", "a"), paragraph("Sáng nay trời nắng", "b"), paragraph("Kết", "c"));
  const two = doc(paragraph("Mở đầu", "a"), paragraph("Chiều qua mưa to", "b"), paragraph("Kết", "c"));
  expect(blockLines(diffBodies(one, two))).toEqual([
    "same: Mở đầu",
    "changed: -[Sáng nay trời nắng]+[Chiều qua mưa to]",
    "same: Kết",
  ]);
});

test("a text imported again has new ids and is still compared paragraph by paragraph", () => {
  const one = doc(
    paragraph("Mở đầu bài viết", "a"),
    paragraph("Sáng nay trời nắng đẹp", "b"),
    paragraph("Kết thúc", "c"),
  );
  const two = doc(
    paragraph("Mở đầu bài viết", "x"),
    paragraph("Đoạn mới hẳn", "w"),
    paragraph("Sáng nay trời mưa đẹp", "y"),
    paragraph("Kết thúc", "z"),
  );
  expect(blockLines(diffBodies(one, two))).toEqual([
    "same: Mở đầu bài viết",
    "added: +[Đoạn mới hẳn]",
    "changed: Sáng nay trời -[nắng]+[mưa] đẹp",
    "same: Kết thúc",
  ]);
});

test("a paragraph that stands elsewhere went here and came there, and is said to have moved", () => {
  const one = doc(paragraph("Một", "a"), paragraph("Hai", "b"), paragraph("Ba", "c"));
  const two = doc(paragraph("Ba", "c"), paragraph("Một", "a"), paragraph("Hai", "b"));
  expect(diffBodies(one, two).blocks.map(({ change, moved, id }) => [id, change, moved])).toEqual([
    ["c", "added", true],
    ["a", "same", false],
    ["b", "same", false],
    ["c", "removed", true],
  ]);
});

test("items of lists are compared one by one", () => {
  const one = doc({ ...list("Sách vở", "Bút", "Thước kẻ"), attrs: { id: "l" } });
  const two = doc({ ...list("Sách vở", "Thước kẻ dài", "Cặp"), attrs: { id: "l" } });
  const [block] = diffBodies(one, two).blocks;
  expect(block?.lines.map(({ change, depth, cells }) => [change, depth, cells.map(short).join("")])).toEqual([
    ["same", 1, "Sách vở"],
    ["removed", 1, "-[Bút]"],
    ["changed", 1, "Thước kẻ+[ dài]"],
    ["added", 1, "+[Cặp]"],
  ]);
});

test("cells of tables are compared by row and column", () => {
  const one = doc({ ...table(["Lớp", "Số"], ["10A", "45"], ["10B", "40"]), attrs: { id: "t" } });
  const two = doc({ ...table(["Lớp", "Số"], ["10A", "46"], ["10C", "39"], ["10B", "40"]), attrs: { id: "t" } });
  expect(blockLines(diffBodies(one, two))).toEqual([
    "changed: Lớp | Số / 10A | -[45]+[46] / +[10C] | +[39] / 10B | 40",
  ]);
});

test("a change of look alone is told as one, and a link's new address is shown", () => {
  const one = doc({ type: "paragraph", attrs: { id: "a" }, content: [text("xem tin")] });
  const bold = doc({ type: "paragraph", attrs: { id: "a" }, content: [text("xem "), text("tin", { type: "bold" })] });
  const link = (href: string) =>
    doc({
      type: "paragraph",
      attrs: { id: "a" },
      content: [text("xem "), text("tin", { type: "link", attrs: { href } })],
    });
  expect(diffBodies(one, bold).blocks[0]).toMatchObject({ change: "changed", restyled: true });
  expect(diffBodies(link("/a"), link("/b")).blocks[0]).toMatchObject({
    change: "changed",
    restyled: false,
    links: { removed: ["/a"], added: ["/b"] },
  });
});

test("a paragraph made a heading shows both", () => {
  const heading = { type: "heading", attrs: { level: 3, id: "a" }, content: [text("Lễ khai giảng")] };
  expect(diffBodies(doc(paragraph("Lễ khai giảng", "a")), doc(heading)).blocks).toMatchObject([
    { change: "changed", before: { kind: "paragraph", level: null }, after: { kind: "heading", level: 3 } },
  ]);
});

test("pictures: one that came, one that went, another in the same place, and changed words", () => {
  const part = (one: BodyDoc, two: BodyDoc) => diffBodies(one, two).blocks.find(({ change }) => change !== "same")!;
  const text1 = paragraph("chữ", "p");
  expect(part(doc(text1), doc(text1, figure({}, "f"))).pictures).toMatchObject([{ change: "added" }]);
  expect(part(doc(text1, figure({}, "f")), doc(text1)).pictures).toMatchObject([{ change: "removed" }]);
  expect(part(doc(figure({}, "f")), doc(figure({ file: hash("d") }, "f"))).pictures).toMatchObject([
    { change: "changed", replaced: true, words: [] },
  ]);
  const [picture] = part(
    doc(figure({}, "f")),
    doc(figure({ alt: "Học viên ngồi ở sân trường", decorative: false, source: "Báo" }, "f")),
  ).pictures;
  expect(picture).toMatchObject({ change: "changed", replaced: false });
  expect(picture?.words.map(({ field, stretches }) => [field, short(stretches)])).toEqual([
    ["source", "-[Phòng Đào tạo]+[Báo]"],
    ["alt", "Học viên -[xếp hàng]+[ngồi] ở sân trường"],
  ]);
});

test("cover, fields and attachments: what came, what went, what was renamed", () => {
  const file = sampleContent.attachments[0]!;
  const diff = diffContent(sampleContent, {
    ...sampleContent,
    title: "Khai giảng năm học 2026",
    category: "su-kien",
    cover: { ...samplePicture, file: hash("b"), caption: "Lễ khai giảng sáng 6/9" },
    attachments: [
      { ...file, title: "Chương trình lễ" },
      { ...file, file: hash("d"), name: "khac.pdf" },
    ],
  });
  expect(diff.fields.map(({ field, stretches }) => [field, short(stretches)])).toEqual([
    ["title", "Khai giảng năm học -[mới]+[2026]"],
    ["category", "-[tin-tuc]+[su-kien]"],
  ]);
  expect(diff.cover).toMatchObject({ change: "changed", replaced: false, words: [{ field: "caption" }] });
  expect(diff.attachments.map(({ change, title }) => [change, short(title)])).toEqual([
    ["changed", "Chương trình lễ-[ khai giảng]"],
    ["added", "+[Chương trình lễ khai giảng]"],
  ]);
  expect(diffContent(sampleContent, { ...sampleContent, cover: null }).cover).toMatchObject({ change: "removed" });
});
