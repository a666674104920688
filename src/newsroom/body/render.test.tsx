import fc from "fast-check";
import { HtmlValidate } from "html-validate";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { VIDEO_SRC } from "../../media/addresses.ts";
import type { BodyDoc, BodyNode } from "../content.ts";
import { anyBody, doc, figure, hash, list, paragraph, samplePicture, table, text } from "../content-samples.ts";
import { PictureFigure, type PictureSrc } from "./picture.tsx";
import { renderBody } from "./render.tsx";

const pictureSrc: PictureSrc = ({ file, width }) => ({
  src: `/anh/${file.slice(0, 4)}-960.jpg`,
  srcset: `/anh/${file.slice(0, 4)}-480.jpg 480w, /anh/${file.slice(0, 4)}-960.jpg ${width}w`,
  webpSrcset: `/anh/${file.slice(0, 4)}-480.webp 480w`,
});
const MEDIA = { pictureSrc, videoSrc: VIDEO_SRC };
const html = (...content: BodyNode[]) => renderToString(renderBody(doc(...content), MEDIA));

test("paragraphs, headings, quotations, lists, rules and breaks become what they are", () => {
  expect(
    html(
      { type: "heading", attrs: { level: 2 }, content: [text("Đề mục")] },
      { type: "heading", attrs: { level: 4 }, content: [text("Nhỏ")] },
      { type: "paragraph", content: [text("một"), { type: "hardBreak" }, text("hai")] },
      { type: "blockquote", content: [paragraph("lời")] },
      list("a", "b"),
      {
        type: "orderedList",
        attrs: { start: 3, type: "a" },
        content: [{ type: "listItem", content: [paragraph("c"), list("d")] }],
      },
      { type: "horizontalRule" },
    ),
  ).toBe(
    "<h2>Đề mục</h2><h4>Nhỏ</h4><p>một<br/>hai</p><blockquote><p>lời</p></blockquote><ul><li>a</li><li>b</li></ul>" +
      '<ol start="3" type="a"><li>c<ul><li>d</li></ul></li></ol><hr/>',
  );
});

test("what is typed is shown as typed and never becomes markup", () => {
  expect(html(paragraph('<script>alert(1)</script> & "trích"'))).toBe(
    "<p>&lt;script>alert(1)&lt;/script> &amp; &quot;trích&quot;</p>",
  );
  expect(html(figure({ caption: "<img onerror=x>", alt: '"><script>' }))).not.toMatch(/<script|<img onerror/);
});

test("marks nest in one order; words of one address are one link; a link out gives away no window", () => {
  const link = (href: string) => ({ type: "link", attrs: { href } }) as const;
  const out = link("https://moet.gov.vn/");
  expect(
    html({
      type: "paragraph",
      content: [
        text("Xem ", out),
        text("Bộ GDĐT", { type: "italic" }, { type: "bold" }, out),
        text(" và "),
        text("tin tức", link("/tin-tuc")),
      ],
    }),
  ).toBe(
    '<p><a href="https://moet.gov.vn/" rel="noopener">Xem <strong><em>Bộ GDĐT</em></strong></a> và <a href="/tin-tuc">tin tức</a></p>',
  );
});

test("a forbidden address that got past every check is shown as plain words", () => {
  expect(
    html({ type: "paragraph", content: [text("bấm", { type: "link", attrs: { href: "javascript:alert(1)" } })] }),
  ).toBe("<p>bấm</p>");
});

test("a node that is on no list is not shown", () => {
  expect(html(paragraph("a"), { type: "iframe", attrs: { src: "https://evil.example" } })).toBe("<p>a</p>");
});

test("REQ-036: a picture has size, description, caption and credit, and loads when it is near", () => {
  expect(html(figure())).toBe(
    '<figure class="figure"><picture><source type="image/webp" srcset="/anh/aaaa-480.webp 480w" sizes="(min-width: 48rem) 44rem, 100vw"/>' +
      '<img src="/anh/aaaa-960.jpg" srcset="/anh/aaaa-480.jpg 480w, /anh/aaaa-960.jpg 1200w" sizes="(min-width: 48rem) 44rem, 100vw" ' +
      'width="1200" height="800" alt="Học viên xếp hàng ở sân trường" loading="lazy" decoding="async"/></picture>' +
      '<figcaption>Lễ khai giảng sáng 5/9 <span class="credit">Ảnh: Trần Thị Lan · Nguồn: Phòng Đào tạo</span></figcaption></figure>',
  );
});

test("a decorative picture is read over; one without words has no caption; the first one loads at once", () => {
  expect(html(figure({ decorative: true }))).toMatch(/ alt(="")? loading/);
  expect(html(figure({ caption: "", author: "", source: "" }))).not.toContain("figcaption");
  const cover = renderToString(
    <PictureFigure picture={{ ...samplePicture, file: hash("b") }} pictureSrc={pictureSrc} early />,
  );
  expect(cover).toContain('loading="eager" decoding="async" fetchpriority="high"');
});

test("a table scrolls in a named region reachable by keyboard, and its head cells say what they head", () => {
  const rows: BodyNode = {
    type: "table",
    content: [
      { type: "tableRow", content: [th(""), th("Lớp"), th("Số")] },
      { type: "tableRow", content: [th("Sáng"), td("10A"), td("45")] },
    ],
  };
  expect(html(rows)).toBe(
    '<section class="table-scroll" aria-label="Bảng 1 (cuộn ngang để xem hết)" tabindex="0"><table><thead><tr><td></td><th scope="col">Lớp</th><th scope="col">Số</th></tr></thead>' +
      '<tbody><tr><th scope="row">Sáng</th><td>10A</td><td>45</td></tr></tbody></table></section>',
  );
});

const th = (words: string): BodyNode => ({ type: "tableHeader", content: [paragraph(words)] });
const td = (words: string, attrs = {}): BodyNode => ({ type: "tableCell", attrs, content: [paragraph(words)] });

test("joined and aligned cells keep their place without inline style", () => {
  const rows = {
    type: "table",
    content: [{ type: "tableRow", content: [td("a", { colspan: 2, rowspan: 1, align: "right" })] }],
  };
  expect(html(rows)).toContain('<td colspan="2" class="align-right">a</td>');
});

test("a head cell that reaches into the rows below is left among them", () => {
  const tall = { ...th("Lớp"), attrs: { rowspan: 2 } };
  const rows = {
    type: "table",
    content: [
      { type: "tableRow", content: [tall, th("Số")] },
      { type: "tableRow", content: [td("45")] },
    ],
  };
  expect(html(rows)).not.toContain("<thead>");
  expect(html(rows)).toContain('<th scope="col" rowspan="2">Lớp</th>');
});

test("with anchors each block can be pointed at; the public page carries no ids", () => {
  const body: BodyDoc = doc(paragraph("a", "p1"), table(["x"]), figure({}, "f1"));
  expect(renderToString(renderBody(body, { ...MEDIA, anchors: true }))).toMatch(
    /^<p id="doan-p1">a<\/p>.*<figure class="figure" id="doan-f1">/,
  );
  expect(renderToString(renderBody(body, MEDIA))).not.toContain(" id=");
});

test("every body becomes valid HTML without inline style, script or handler", () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:recommended"],
    rules: {
      "no-inline-style": "error",
      "void-style": "off",
      "no-trailing-whitespace": "off",
      "long-title": "off",
      "attr-case": "off",
      "heading-level": "off",
      "no-implicit-button-type": "off",
      "attribute-boolean-style": "off",
      "no-raw-characters": "off",
      "wcag/h63": "error",
    },
  });
  fc.assert(
    fc.property(anyBody, (body) => {
      const page = renderToString(renderBody(body, MEDIA));
      const report = validator.validateStringSync(page);
      expect(
        report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
      ).toEqual([]);
      expect(page).not.toMatch(/ style=|<script| on\w+=/);
    }),
    { numRuns: 60 },
  );
});
