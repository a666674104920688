import { Document, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from "docx";
import { expect, test } from "vitest";
import { zip } from "../../newsroom/word/testing/zip.ts";
import { ATTACHMENT_TYPES } from "../file-name.ts";
import { builtInFormat, showNumber } from "./cell-format.ts";
import { tablesOf } from "./tables-of.ts";
import { rawXlsx, row } from "./testing/xlsx.ts";

const { docx, xlsx, ods, csv } = ATTACHMENT_TYPES;
const sheets = async (bytes: Uint8Array, mime: string) => {
  const read = await tablesOf(bytes, mime);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
};

test("a workbook's form becomes a table: title above, merged header joined, merged cells repeated", async () => {
  const file = rawXlsx([
    {
      name: "Biểu 4",
      rows:
        row(1, ["THÔNG BÁO công khai đội ngũ nhà giáo"]) +
        row(3, ["Môn", "Trình độ", null, "Ghi chú"]) +
        row(4, [null, "Đại học", "Thạc sĩ"]) +
        row(5, ["Toán", 6, 3, "Đủ"]) +
        row(6, ["Ngữ văn", 5, 2]),
      merges: ["A1:D1", "A3:A4", "B3:C3", "D3:D4", "D5:D6"],
    },
  ]);
  expect(await sheets(file, xlsx)).toEqual([
    {
      name: "Biểu 4",
      above: ["THÔNG BÁO công khai đội ngũ nhà giáo"],
      below: [],
      header: ["Môn", "Trình độ – Đại học", "Trình độ – Thạc sĩ", "Ghi chú"],
      rows: [
        ["Toán", "6", "3", "Đủ"],
        ["Ngữ văn", "5", "2", "Đủ"],
      ],
    },
  ]);
});

test("a heading over a group of rows is said once, and the notes under a table stand apart", async () => {
  const file = rawXlsx([
    {
      name: "Biểu 5",
      rows:
        row(1, ["Chỉ tiêu", "Số lượng", "Tỷ lệ"]) +
        row(2, ["I. Giáo viên"]) +
        row(3, ["Thạc sĩ", 17, "53,1%"]) +
        row(4, ["II. Nhân viên"]) +
        row(5, ["Văn thư", 1, "100%"]) +
        row(6, ["Ghi chú: số liệu đến 31/5."]) +
        row(7, ["Người lập biểu ký tên"]),
      merges: ["A2:C2", "A4:C4", "A7:C7"],
    },
  ]);
  expect(await sheets(file, xlsx)).toMatchObject([
    {
      header: ["Chỉ tiêu", "Số lượng", "Tỷ lệ"],
      rows: [
        ["I. Giáo viên", "", ""],
        ["Thạc sĩ", "17", "53,1%"],
        ["II. Nhân viên", "", ""],
        ["Văn thư", "1", "100%"],
      ],
      below: ["Ghi chú: số liệu đến 31/5.", "Người lập biểu ký tên"],
    },
  ]);
});

test("numbers and days are shown as the workbook shows them", async () => {
  const cell = (ref: string, style: number, value: number) => `<c r="${ref}" s="${style}"><v>${value}</v></c>`;
  const file = rawXlsx(
    [
      {
        name: "Số",
        rows: `${row(1, ["Thu", "Ngày", "Tỷ lệ", "Giờ"])}<row r="2">${cell("A2", 1, 1234567.5)}${cell("B2", 2, 46229)}${cell("C2", 3, 0.987)}${cell("D2", 4, 0.3125)}</row>`,
      },
    ],
    { formats: ['#,##0" đồng"', "dd/mm/yyyy", "0.0%", "hh:mm"] },
  );
  expect((await sheets(file, xlsx))[0]!.rows).toEqual([["1.234.568 đồng", "26/07/2026", "98,7%", "07:30"]]);
});

test.each([
  [1234.5, "General", "1234,5"],
  [-1200, "#,##0;(#,##0)", "(1.200)"],
  [-1200, "#,##0", "-1.200"],
  [1, "[Red]0.00", "1,00"],
  [46229, builtInFormat(14), "26/07/2026"],
  [46229.5, "d/m/yy h:mm AM/PM", "26/7/26 12:00 CH"],
  [46229, 'dddd, "ngày" dd', "Chủ nhật, ngày 26"],
  [1, "dd/mm/yyyy", "01/01/1900"],
  [0.5, "mm:ss", "00:00"],
  [1e300, "dd/mm/yyyy", "1e+300"],
])("%d in the format %s is shown as %s", (value, format, shown) => {
  expect(showNumber(value, format)).toBe(shown);
});

test("hidden sheets, rows and columns are not shown", async () => {
  const file = rawXlsx([
    {
      name: "Lớp",
      cols: '<cols><col min="2" max="2" hidden="1"/></cols>',
      rows:
        row(1, ["Tên", "Số căn cước", "Lớp"]) +
        row(2, ["An", "0310", "10A1"]) +
        row(3, ["Bình", "0311", "10A2"], 'hidden="1"'),
      merges: ["B1:B2"],
    },
    { name: "Nháp", rows: row(1, ["a", "b"]), state: "hidden" },
  ]);
  expect(await sheets(file, xlsx)).toEqual([
    { name: "Lớp", above: [], below: [], header: ["Tên", "Lớp"], rows: [["An", "10A1"]] },
  ]);
});

test("tables of a Word file, with cells merged both ways", async () => {
  const cell = (text: string, more: Partial<ConstructorParameters<typeof TableCell>[0]> = {}) =>
    new TableCell({ children: [new Paragraph(text)], ...more });
  const file = await Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph("Biểu mẫu"),
            new Table({
              rows: [
                new TableRow({ children: [cell("Khoản"), cell("Mức thu", { columnSpan: 2 })] }),
                new TableRow({ children: [cell(""), cell("Tháng"), cell("Năm")] }),
                new TableRow({
                  children: [cell("Học phí", { verticalMerge: VerticalMergeType.RESTART }), cell("65"), cell("585")],
                }),
                new TableRow({
                  children: [cell("", { verticalMerge: VerticalMergeType.CONTINUE }), cell("70"), cell("630")],
                }),
              ],
            }),
          ],
        },
      ],
    }),
  );
  expect(await sheets(file, docx)).toEqual([
    {
      name: "Bảng 1",
      above: [],
      below: [],
      header: ["Khoản", "Mức thu – Tháng", "Mức thu – Năm"],
      rows: [
        ["Học phí", "65", "585"],
        ["Học phí", "70", "630"],
      ],
    },
  ]);
});

test("an OpenDocument sheet, with repeated cells and the million empty rows at its end", async () => {
  const ns = "urn:oasis:names:tc:opendocument:xmlns";
  const cell = (text: string, more = "") => `<b:table-cell ${more}><t:p>${text}</t:p></b:table-cell>`;
  const file = zip([
    {
      name: "content.xml",
      data: `<o:d xmlns:o="${ns}:office:1.0" xmlns:t="${ns}:text:1.0" xmlns:b="${ns}:table:1.0"><o:body><o:spreadsheet><b:table b:name="Ca"><b:table-row>${cell("Ca")}${cell("Phòng")}${cell("Giờ")}</b:table-row><b:table-row>${cell("1")}${cell("201", 'b:number-columns-repeated="2"')}</b:table-row><b:table-row b:number-rows-repeated="1048574"><b:table-cell b:number-columns-repeated="16384"/></b:table-row></b:table></o:spreadsheet></o:body></o:d>`,
    },
  ]);
  expect(await sheets(file, ods)).toEqual([
    { name: "Ca", above: [], below: [], header: ["Ca", "Phòng", "Giờ"], rows: [["1", "201", "201"]] },
  ]);
});

test("a CSV with semicolons, quotes and line breaks inside", async () => {
  const file = new TextEncoder().encode('\uFEFFTên;Ghi chú\r\n"Nguyễn ""Tí"" An";"dòng 1\r\ndòng 2"\r\n');
  expect(await sheets(file, csv)).toEqual([
    { name: "", above: [], below: [], header: ["Tên", "Ghi chú"], rows: [['Nguyễn "Tí" An', "dòng 1\ndòng 2"]] },
  ]);
});

test("a merge over the whole sheet and an endless row do not grow the table", async () => {
  const huge = rawXlsx([{ name: "a", rows: row(1, ["x", "y"]) + row(2, ["1", "2"]), merges: ["A1:XFD1048576"] }]);
  const read = await sheets(huge, xlsx);
  expect(read[0]!.rows.length).toBeLessThanOrEqual(2);
  expect(read[0]!.header.length).toBeLessThanOrEqual(200);
});

test("what holds no table, or is no office file, is refused with a way out", async () => {
  const empty = rawXlsx([{ name: "a", rows: "" }]);
  for (const [bytes, mime] of [
    [empty, xlsx],
    [new TextEncoder().encode("rác"), xlsx],
    [empty, docx],
    [empty, "application/pdf"],
    [new Uint8Array(), csv],
  ] as const) {
    expect(await tablesOf(bytes, mime)).toEqual({
      ok: false,
      error: { field: "file", message: expect.stringMatching(/Hãy|hãy/) },
    });
  }
});
