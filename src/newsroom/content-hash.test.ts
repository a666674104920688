import fc from "fast-check";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { VIDEO_SRC } from "../media/addresses.ts";
import { renderBody } from "./body/render.tsx";
import type { ArticleContent, BodyDoc, BodyNode } from "./content.ts";
import { contentHash, normalizeContent } from "./content-hash.ts";
import { anyContent, doc, figure, hash, paragraph, sampleContent, samplePicture, text } from "./content-samples.ts";

const html = (body: BodyDoc) =>
  renderToString(renderBody(body, { pictureSrc: ({ file }) => ({ src: `/${file}` }), videoSrc: VIDEO_SRC }));

/** Applies a change to every node of a body, innermost first. */
function everyNode(body: BodyDoc, change: (node: BodyNode) => readonly BodyNode[]): BodyDoc {
  const walk = (node: BodyNode): readonly BodyNode[] =>
    change(node.content ? { ...node, content: node.content.flatMap(walk) } : node);
  return { type: "doc", content: body.content.flatMap(walk) };
}

const reverseKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, field]) => [key, reverseKeys(field)]),
  );
};

/** Saves that change nothing a reader could see. */
const UNSEEN: Record<string, (content: ArticleContent) => ArticleContent> = {
  "keys in another order": (content) => reverseKeys(content) as ArticleContent,
  "other ids of blocks": (content) => ({
    ...content,
    body: doc(...content.body.content.map((block, at) => ({ ...block, attrs: { ...block.attrs, id: `other${at}` } }))),
  }),
  "no ids": (content) => ({
    ...content,
    body: doc(...content.body.content.map((block) => ({ ...block, attrs: { ...block.attrs, id: null } }))),
  }),
  "text cut in pieces": (content) => ({
    ...content,
    body: everyNode(content.body, (node) =>
      node.type === "text" ? [...(node.text ?? "")].map((letter) => ({ ...node, text: letter })) : [node],
    ),
  }),
  "marks in another order": (content) => ({
    ...content,
    body: everyNode(content.body, (node) => [node.marks ? { ...node, marks: node.marks.toReversed() } : node]),
  }),
  "a blank at the end of paragraphs": (content) => ({
    ...content,
    body: everyNode(content.body, (node) =>
      node.type === "paragraph" ? [{ ...node, content: [...(node.content ?? []), text(" ")] }] : [node],
    ),
  }),
  "a line break at the end of paragraphs": (content) => ({
    ...content,
    body: everyNode(content.body, (node) =>
      node.type === "paragraph" ? [{ ...node, content: [...(node.content ?? []), { type: "hardBreak" }] }] : [node],
    ),
  }),
  "empty paragraphs at the end": (content) => ({
    ...content,
    body: doc(...content.body.content, paragraph("", "e1"), paragraph("  ", "e2")),
  }),
  "empty paragraphs between": (content) => ({
    ...content,
    body: doc(...content.body.content.flatMap((block) => [block, paragraph("")])),
  }),
  "defaults written out": (content) => ({
    ...content,
    body: everyNode(content.body, (node) => {
      if (node.type === "orderedList") return [{ ...node, attrs: { start: 1, type: null, ...node.attrs } }];
      if (node.type !== "tableCell" && node.type !== "tableHeader") return [node];
      return [{ ...node, attrs: { colspan: 1, rowspan: 1, colwidth: null, align: null } }];
    }),
  }),
  "letters in pieces": (content) => ({
    ...content,
    title: content.title.normalize("NFD"),
    body: everyNode(content.body, (node) => [
      node.text === undefined ? node : { ...node, text: node.text.normalize("NFD") },
    ]),
  }),
  "blanks around fields": (content) => ({ ...content, title: ` ${content.title} `, source: `${content.source}\u00A0` }),
};

test.each(Object.entries(UNSEEN))("Đ15.k2.b3: a save that changes nothing keeps the approval: %s", (_, change) => {
  fc.assert(
    fc.property(anyContent, (content) => {
      expect(contentHash(change(content))).toBe(contentHash(content));
      expect(html(change(content).body)).toBe(html(content.body));
    }),
    { numRuns: 60 },
  );
});

test("unseen changes may come together in any order", () => {
  fc.assert(
    fc.property(anyContent, fc.shuffledSubarray(Object.values(UNSEEN), { minLength: 2 }), (content, changes) => {
      expect(contentHash(changes.reduce((now, change) => change(now), content))).toBe(contentHash(content));
    }),
    { numRuns: 100 },
  );
});

test("normalising twice is normalising once", () => {
  fc.assert(
    fc.property(anyContent, (content) => {
      const once = normalizeContent(content);
      expect(normalizeContent(once)).toEqual(once);
    }),
  );
});

const other = (value: string) => (value === "khác" ? "khác nữa" : "khác");
const picture =
  (changes: object) =>
  (content: ArticleContent): ArticleContent => ({
    ...content,
    cover: { ...(content.cover ?? samplePicture), ...changes },
  });
const addedBlock =
  (block: BodyNode) =>
  (content: ArticleContent): ArticleContent => ({
    ...content,
    body: doc(...content.body.content, block),
  });
const firstText =
  (change: (node: BodyNode) => BodyNode) =>
  (content: ArticleContent): ArticleContent => {
    let done = false;
    const body = everyNode(doc(paragraph("mở đầu"), ...content.body.content), (node) => {
      if (done || node.type !== "text") return [node];
      done = true;
      return [change(node)];
    });
    return { ...content, body };
  };
const opened = (content: ArticleContent): ArticleContent => ({
  ...content,
  body: doc(paragraph("mở đầu"), ...content.body.content),
});

/** One change that a reader could see: what it starts from, and the change. */
const SEEN: Record<string, [(content: ArticleContent) => ArticleContent, (content: ArticleContent) => ArticleContent]> =
  {
    ...Object.fromEntries(
      (["title", "lead", "author", "onBehalf", "source", "sourceUrl", "sourceDate", "category", "unit"] as const).map(
        (field) => [field, [(c: ArticleContent) => c, (c: ArticleContent) => ({ ...c, [field]: other(c[field]) })]],
      ),
    ),
    "a cover that goes": [picture({}), (content) => ({ ...content, cover: null })],
    "another cover": [picture({}), picture({ file: hash("9") })],
    "alternative text": [picture({}), picture({ alt: "mô tả khác" })],
    "a picture made decorative": [picture({}), picture({ decorative: true })],
    "a caption": [picture({}), picture({ caption: "chú thích khác" })],
    "a picture's author": [picture({}), picture({ author: "người khác" })],
    "a picture's source": [picture({}), picture({ source: "nơi khác" })],
    "a figure's alternative text": [addedBlock(figure()), addedBlock(figure({ alt: "mô tả khác" }))],
    "a figure's credit": [addedBlock(figure()), addedBlock(figure({ author: "người khác" }))],
    "an attachment more": [
      (content) => content,
      (content) => ({
        ...content,
        attachments: [...content.attachments, { ...sampleContent.attachments[0]!, file: hash("8") }],
      }),
    ],
    "an attachment renamed": [
      (content) => ({ ...content, attachments: sampleContent.attachments }),
      (content) => ({ ...content, attachments: [{ ...sampleContent.attachments[0]!, title: "Tên khác" }] }),
    ],
    "a paragraph more": [(content) => content, addedBlock(paragraph("thêm"))],
    "a paragraph less": [addedBlock(paragraph("thêm")), (content) => content],
    "one letter": [opened, firstText((node) => ({ ...node, text: "mở đấu" }))],
    capitals: [opened, firstText((node) => ({ ...node, text: "Mở đầu" }))],
    "a word made bold": [opened, firstText((node) => ({ ...node, marks: [{ type: "bold" }] }))],
    "another address of a link": [
      firstText((node) => ({ ...node, marks: [{ type: "link", attrs: { href: "/a" } }] })),
      firstText((node) => ({ ...node, marks: [{ type: "link", attrs: { href: "/b" } }] })),
    ],
    "a heading of another level": [
      addedBlock({ type: "heading", attrs: { level: 2 }, content: [text("đề mục")] }),
      addedBlock({ type: "heading", attrs: { level: 3 }, content: [text("đề mục")] }),
    ],
    "blocks in another order": [
      (content) => ({ ...content, body: doc(paragraph("một"), paragraph("hai")) }),
      (content) => ({ ...content, body: doc(paragraph("hai"), paragraph("một")) }),
    ],
  };

test.each(Object.entries(SEEN))("Đ15.k2.b3, REQ-108: any visible change voids the approval: %s", (_, [from, to]) => {
  fc.assert(
    fc.property(anyContent, (content) => {
      expect(contentHash(to(content))).not.toBe(contentHash(from(content)));
    }),
    { numRuns: 40 },
  );
});

test("bodies hash equal exactly when the page shows them equal", () => {
  fc.assert(
    fc.property(anyContent, anyContent, ({ body: one }, { body: two }) => {
      const same = contentHash({ ...sampleContent, body: one }) === contentHash({ ...sampleContent, body: two });
      expect(html(one) === html(two)).toBe(same);
    }),
  );
});

test("the form of the hash is fixed: a change of it would void every approval in every portal", () => {
  expect(contentHash(sampleContent)).toMatchInlineSnapshot(
    `"7a5f712774502c8d94a5516026201b646681f2129fbd81539668a26bc1af05c8"`,
  );
});
