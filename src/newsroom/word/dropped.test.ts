import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  InsertedTextRun,
  Packer,
  PageBreak,
  Paragraph,
  TableOfContents,
  TextRun,
} from "docx";
import { expect, test } from "vitest";
import { DROPPED, startTally } from "./dropped.ts";
import { p, r } from "./testing/docx.ts";
import { imported, shown } from "./testing/shown.ts";

test("what Word keeps beside the text is reported with its first words and left out", async () => {
  const change = { id: 1, author: "Hoa", date: "2026-11-20T00:00:00Z" };
  const file = new Document({
    comments: { children: [{ id: 0, author: "Hoa", date: new Date(0), children: [new Paragraph("Xem lại câu này")] }] },
    footnotes: { 1: { children: [new Paragraph("Theo báo cáo năm 2025")] } },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph("Trung tâm GDTX Hải Phòng")] }) },
        footers: { default: new Footer({ children: [new Paragraph("Trang 1")] }) },
        children: [
          new TableOfContents("Mục lục"),
          new Paragraph({
            children: [
              new CommentRangeStart(0),
              new TextRun("Câu chính"),
              new CommentRangeEnd(0),
              new TextRun({ children: [new CommentReference(0)] }),
              new FootnoteReferenceRun(1),
              new InsertedTextRun({ ...change, text: " thêm vào" }),
              new DeletedTextRun({ ...change, text: " bỏ đi" }),
              new TextRun({ text: " đỏ", color: "FF0000" }),
              new PageBreak(),
            ],
          }),
        ],
      },
    ],
  });
  const { body, dropped } = await imported(new Uint8Array(await Packer.toBuffer(file)));
  expect(shown(body)).toEqual(["Câu chính thêm vào đỏ"]);
  expect(dropped).toEqual([
    { what: DROPPED.footnote, count: 1, sample: "Theo báo cáo năm 2025" },
    { what: DROPPED.comment, count: 1, sample: "Xem lại câu này" },
    { what: DROPPED.insertion, count: 1, sample: "thêm vào" },
    { what: DROPPED.deletion, count: 1, sample: "bỏ đi" },
    { what: DROPPED.header, count: 1, sample: "Trung tâm GDTX Hải Phòng" },
    { what: DROPPED.footer, count: 1, sample: "Trang 1" },
    { what: DROPPED.look, count: 1 },
    { what: DROPPED.pageBreak, count: 1 },
    { what: DROPPED.contents, count: 1 },
  ]);
});

const graphic = (uri: string, inner = "") =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/><a:graphic><a:graphicData uri="${uri}">${inner}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
const box = `<w:txbxContent>${p("Chữ trong hộp")}</w:txbxContent>`;
const mark = '<w:ins w:id="1" w:author="x"/>';

test.each([
  [
    "textBox",
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    "Chữ trong hộp",
  ],
  ["textBox", `<w:r><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></w:r>`, "Chữ trong hộp"],
  ["equation", "<m:oMathPara><m:oMath><m:r><m:t>a²+b²</m:t></m:r></m:oMath></m:oMathPara>", "a²+b²"],
  ["equation", '<w:r><w:object><o:OLEObject ProgID="Equation.DSMT4"/></w:object></w:r>', undefined],
  ["object", '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>', "Excel.Sheet.12"],
  ["control", '<w:r><w:object><w:control w:name="Nut"/></w:object></w:r>', undefined],
  ["chart", graphic("http://schemas.openxmlformats.org/drawingml/2006/chart"), undefined],
  ["smartArt", graphic("http://schemas.openxmlformats.org/drawingml/2006/diagram"), undefined],
  ["drawing", graphic("http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "<wps:wsp/>"), undefined],
  ["hidden", r("bí mật", "<w:vanish/>"), "bí mật"],
  ["strike", r("", "") + r("x", "<w:strike/>"), "x"],
  ["innerLink", `<w:hyperlink w:anchor="Muc1">${r("xem")}</w:hyperlink>`, undefined],
  ["deletion", `<w:moveFrom w:id="1">${r("đoạn chuyển đi")}</w:moveFrom>`, "đoạn chuyển đi"],
] as const)("%s is reported: %#", async (kind, content, sample) => {
  const { body, dropped } = await imported({ body: p("Trước") + p(content) + p("Sau", `<w:rPr>${mark}</w:rPr>`) });
  expect(dropped).toEqual([{ what: DROPPED[kind], count: 1, ...(sample && { sample }) }]);
  const lines = shown(body);
  expect([lines[0], lines.at(-1)]).toEqual(["Trước", "Sau"]);
  expect(lines.join()).not.toMatch(/hộp|bí mật|chuyển đi/);
});

test("a macro in the file is reported and not touched", async () => {
  const { dropped } = await imported({ body: p("x"), files: [{ name: "word/vbaProject.bin", data: "Auto_Open" }] });
  expect(dropped).toEqual([{ what: DROPPED.macro, count: 1 }]);
});

test("another document embedded in the file is reported", async () => {
  const { dropped } = await imported({ body: `${p("x")}<w:altChunk r:id="a"/>` });
  expect(dropped).toEqual([{ what: DROPPED.otherFile, count: 1 }]);
});

test("a clean document has nothing to report", async () => {
  expect((await imported({ body: p("Xin chào") })).dropped).toEqual([]);
});

test("a long sample is cut between words", () => {
  const tally = startTally();
  tally.add("comment", "chữ ".repeat(200));
  expect(tally.list()[0]?.sample).toMatch(/^(chữ ){25,30}…$|^(chữ ){20,30}chữ…$/);
});
