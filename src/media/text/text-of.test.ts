import { Document, Packer, Paragraph } from "docx";
import { expect, test } from "vitest";
import { zip } from "../../newsroom/word/testing/zip.ts";
import { ATTACHMENT_TYPES } from "../file-name.ts";
import { checkFile } from "./file-checks.ts";
import { readPdf } from "./pdf.ts";
import { rawPdf } from "./testing/pdf.ts";
import { rawXlsx, row } from "./testing/xlsx.ts";
import { textOf } from "./text-of.ts";

const REPORT = [
  "Báo cáo công khai chất lượng giáo dục năm học 2025–2026",
  "Trung tâm có 1.240 học viên; tỷ lệ tốt nghiệp đạt 98,7%.",
];
const { pdf, docx, xlsx, odt, csv, txt, pptx } = ATTACHMENT_TYPES;
const codes = (name: string, read: Awaited<ReturnType<typeof textOf>>) => checkFile(name, read).map(({ code }) => code);

test("a PDF gives its Vietnamese text, pages, title and language", async () => {
  const read = await textOf(rawPdf({ pages: [REPORT, REPORT], title: "Báo cáo công khai", language: "vi-VN" }), pdf);
  expect(read).toMatchObject({ pages: 2, title: "Báo cáo công khai", language: "vi-VN", hasTextLayer: true });
  for (const line of REPORT) expect(read.text).toContain(line);
  expect(codes("bao-cao.pdf", read)).toEqual([]);
});

test("REQ-073: a PDF of pictures only is asked for a text version", async () => {
  const read = await textOf(rawPdf({ pages: [[], []] }), pdf);
  expect(read).toMatchObject({ text: "", pages: 2, hasTextLayer: false });
  expect(checkFile("Bản quét.pdf", read)).toEqual(
    expect.arrayContaining([
      { code: "renamed", level: "should", message: expect.stringContaining("ban-quet.pdf") },
      { code: "scanOnly", level: "must", message: expect.stringContaining("bản có chữ") },
    ]),
  );
});

test("a scanned page with signatures inside a written report is only a remark", async () => {
  const read = await textOf(rawPdf({ pages: [REPORT, REPORT, []], title: "x", language: "vi" }), pdf);
  expect(read.hasTextLayer).toBe(true);
  expect(checkFile("a.pdf", read)).toEqual([
    { code: "partly", level: "should", message: "Trang 3 chỉ có ảnh, không có chữ đọc được." },
  ]);
});

test("REQ-073: text in a legacy encoding is pointed at", async () => {
  const read = await textOf(rawPdf({ pages: [["Céng hoµ x· héi chñ nghÜa ViÖt Nam, §éc lËp Tù do H¹nh phóc"]] }), pdf);
  expect(checkFile("a.pdf", read)).toContainEqual({
    code: "notUnicode",
    level: "must",
    message: expect.stringContaining("Unicode"),
  });
});

test("a bullet of Word's symbol font is no wrong encoding", async () => {
  const read = await textOf(
    rawPdf({ pages: [["\uF0B7 Tỷ lệ học viên tốt nghiệp", "\uF0B7 Học phí từng năm học"]] }),
    pdf,
  );
  expect(codes("a.pdf", read)).not.toContain("notUnicode");
});

test("a PDF that is broken, empty, or only claims to be one, is told to be unreadable", async () => {
  const whole = rawPdf({ pages: [REPORT] });
  for (const bytes of [whole.subarray(0, 40), new Uint8Array(), new TextEncoder().encode("%PDF-1.7\nrác\n%%EOF")]) {
    const read = await textOf(bytes, pdf);
    expect(read).toMatchObject({
      text: "",
      hasTextLayer: false,
      problems: [expect.stringContaining("Không đọc được")],
    });
    expect(checkFile("a.pdf", read)).toContainEqual(expect.objectContaining({ code: "unreadable", level: "must" }));
  }
});

test("a PDF that takes too long is given up, and the thread is ended", async () => {
  expect(await readPdf(rawPdf({ pages: [REPORT] }), 0)).toEqual({ ok: false, error: "tooLong" });
});

test("a Word file gives its paragraphs, title and language", async () => {
  const file = await Packer.toBuffer(
    new Document({
      title: "Kế hoạch tuyển sinh",
      styles: { default: { document: { run: { language: { value: "vi-VN" } } } } },
      sections: [{ children: REPORT.map((line) => new Paragraph(line)) }],
    }),
  );
  const read = await textOf(file, docx);
  expect(read.text).toBe(REPORT.join("\n"));
  expect(read.title).toBe("Kế hoạch tuyển sinh");
  expect(read.language).toBe("vi-VN");
});

test("a workbook gives what it shows, cell by cell, and not its hidden sheets", async () => {
  const file = rawXlsx(
    [
      { name: "Học phí", rows: row(1, ["Khối", "Mức thu"]) + row(2, ["Lớp 10", 650000]) },
      { name: "Nháp", rows: row(1, ["bí mật"]), state: "hidden" },
    ],
    { core: "<dc:title>Mức thu học phí</dc:title><dc:language>vi</dc:language>" },
  );
  const read = await textOf(file, xlsx);
  expect(read).toMatchObject({
    text: "Học phí\nKhối\tMức thu\nLớp 10\t650000",
    title: "Mức thu học phí",
    language: "vi",
  });
});

test("an OpenDocument text gives its paragraphs", async () => {
  const ns = "urn:oasis:names:tc:opendocument:xmlns";
  const file = zip([
    { name: "mimetype", data: odt },
    {
      name: "content.xml",
      data: `<o:d xmlns:o="${ns}:office:1.0" xmlns:t="${ns}:text:1.0"><o:body><o:text><t:h>Thông báo</t:h><t:p>Nghỉ <t:span>lễ</t:span><t:s/>2/9</t:p></o:text></o:body></o:d>`,
    },
  ]);
  expect((await textOf(file, odt)).text).toBe("Thông báo\nNghỉ lễ 2/9");
});

test("plain files are read as UTF-8, in composed letters and without control characters", async () => {
  const text = "Danh sa\u0301ch\u0007 lớp;Sĩ số\r\n10A1;42";
  for (const mime of [csv, txt]) {
    expect((await textOf(new TextEncoder().encode(text), mime)).text).toBe("Danh sách lớp;Sĩ số\n10A1;42");
  }
  expect((await textOf(Uint8Array.of(0xff, 0xc0, 0xc1), txt)).problems).toHaveLength(1);
});

test("archives that unpack to more than they may, or lie about it, and XML with entities are refused unread", async () => {
  const bomb = zip([{ name: "word/document.xml", data: " ".repeat(64 * 1024 * 1024) }]);
  const lying = zip([{ name: "word/document.xml", data: "x".repeat(100_000), claims: 10 }]);
  const entities = zip([
    { name: "word/document.xml", data: '<!DOCTYPE a [<!ENTITY b "bb">]><w:document>&b;</w:document>' },
  ]);
  for (const bytes of [bomb, lying, entities, Uint8Array.of(0x50, 0x4b, 3, 4)]) {
    const read = await textOf(bytes, docx);
    expect(read.text).toBe("");
    expect(read.problems).toHaveLength(1);
  }
  expect((await textOf(new Uint8Array(31 * 1024 * 1024), txt)).problems[0]).toContain("quá lớn");
});

test("a type whose text is not read says which types are", async () => {
  const read = await textOf(zip([{ name: "ppt/presentation.xml", data: "<p/>" }]), pptx);
  expect(read.problems[0]).toContain("PDF, DOCX, XLSX");
});
