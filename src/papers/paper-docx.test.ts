import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { openPackage } from "../newsroom/word/package.ts";
import { parseXml, type XmlElement } from "../newsroom/word/xml.ts";
import type { Paper, PaperBlock } from "./paper.ts";
import { paperToDocx } from "./paper-docx.ts";
import { minutes, monthly } from "./testing/papers.ts";

/** Parts of a Word file, each as its elements. */
async function partsOf(paper: Paper): Promise<(name: string) => Promise<XmlElement>> {
  const opened = await openPackage(Buffer.from(await paperToDocx(paper)));
  if (!opened.ok) throw new Error(opened.error);
  return async (name) => {
    const bytes = await opened.value.read(name, 10_000_000);
    if (!bytes.ok || !bytes.value) throw new Error(`${name} is missing`);
    const root = parseXml(bytes.value);
    if (!root.ok) throw new Error(`${name}: ${root.error}`);
    return root.value;
  };
}

/** Every element of these names, in the order of the text. */
function all(root: XmlElement, ...names: string[]): XmlElement[] {
  const found: XmlElement[] = names.includes(root.name) ? [root] : [];
  for (const child of root.children) if (typeof child !== "string") found.push(...all(child, ...names));
  return found;
}
const has = (root: XmlElement, name: string) => all(root, name).length > 0;
const value = (root: XmlElement, name: string, attr = "w:val") => all(root, name)[0]?.attrs[attr];
const words = (root: XmlElement): string =>
  all(root, "w:t")
    .flatMap(({ children }) => children)
    .join("");
const paragraphs = (root: XmlElement) => all(root, "w:p");

/** The paragraph with exactly these words. */
function said(root: XmlElement, text: string): XmlElement {
  const found = paragraphs(root).filter((one) => words(one) === text);
  if (found.length !== 1) throw new Error(`${found.length} paragraphs say “${text}”`);
  return found[0]!;
}

/** Size in points, bold, italics and place of a paragraph. */
const look = (root: XmlElement, text: string) => {
  const one = said(root, text);
  return [Number(value(one, "w:sz")) / 2, has(one, "w:b"), has(one, "w:i"), value(one, "w:jc") ?? "left"];
};

/** Length of the line drawn right after a paragraph, between its indents in a column of this width. */
function ruleAfter(root: XmlElement, text: string, column: number): number {
  const list = paragraphs(root);
  const next = list[list.indexOf(said(root, text)) + 1]!;
  const line = all(next, "w:bottom")[0]!;
  expect([line.attrs["w:val"], words(next)]).toEqual(["single", ""]);
  return column - 2 * Number(value(next, "w:ind", "w:left"));
}

/** How an entry of a zip begins. */
const LOCAL = Buffer.from("504b0304", "hex");

let report: XmlElement;
let part: (name: string) => Promise<XmlElement>;
beforeAll(async () => {
  part = await partsOf(monthly);
  report = await part("word/document.xml");
});

test("law.md §9, page: A4 upright, margins 20, 20, 30 and 20 mm, Times New Roman 14 throughout", async () => {
  const [size, margin] = [all(report, "w:pgSz")[0]!.attrs, all(report, "w:pgMar")[0]!.attrs];
  expect([size["w:w"], size["w:h"], size["w:orient"]]).toEqual(["11906", "16838", "portrait"]);
  expect(["w:top", "w:bottom", "w:left", "w:right"].map((side) => margin[side])).toEqual([
    "1134",
    "1134",
    "1701",
    "1134",
  ]);
  const styles = await part("word/styles.xml");
  const usual = all(styles, "w:rPrDefault")[0]!;
  const fonts = ["w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"].map((kind) => value(usual, "w:rFonts", kind));
  expect(new Set(fonts)).toEqual(new Set(["Times New Roman"]));
  expect([value(usual, "w:sz"), value(usual, "w:lang")]).toEqual(["28", "vi-VN"]);
  expect(all(report, "w:rFonts")).toEqual([]);
  expect(all(report, "w:color").every(({ attrs }) => attrs["w:val"] === "000000")).toBe(true);
});

test("law.md §9, page number: Arabic, size 13, upright, in the middle of the top margin, not on the first page", async () => {
  expect(has(report, "w:titlePg")).toBe(true);
  const references = all(report, "w:headerReference").map(({ attrs }) => [attrs["w:type"], attrs["r:id"]]);
  const links = all(await part("word/_rels/document.xml.rels"), "Relationship", "rel:Relationship", "pr:Relationship");
  const target = (kind: string) => {
    const id = references.find(([type]) => type === kind)![1];
    return `word/${links.find(({ attrs }) => attrs.Id === id)!.attrs.Target}`;
  };
  const [first, later] = [await part(target("first")), await part(target("default"))];
  expect(all(first, "w:instrText", "w:fldChar", "w:t")).toEqual([]);
  expect(all(later, "w:instrText").flatMap(({ children }) => children)).toEqual(["PAGE"]);
  expect([value(later, "w:sz"), value(later, "w:jc"), has(later, "w:i"), has(later, "w:b")]).toEqual([
    "26",
    "center",
    false,
    false,
  ]);
  const { "w:start": start, "w:fmt": format } = all(report, "w:pgNumType")[0]!.attrs;
  expect([start, format]).toEqual(["1", "decimal"]);
});

test("law.md §9, head: two columns without borders in two rows, number and day on one line", () => {
  const head = all(report, "w:tbl")[0]!;
  const rows = all(head, "w:tr").map((row) => all(row, "w:tc").map(words));
  expect(rows).toEqual([
    [
      "SỞ GIÁO DỤCVÀ ĐÀO TẠO HẢI PHÒNGTRUNG TÂM GIÁO DỤCTHƯỜNG XUYÊN HẢI PHÒNG",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAMĐộc lập - Tự do - Hạnh phúc",
    ],
    ["Số: 05/BC-GDTXHP", "Hải Phòng, ngày 05 tháng 3 năm 2026"],
  ]);
  const borders = all(head, "w:tblBorders")[0]!.children.map((one) => (one as XmlElement).attrs["w:val"]);
  expect(borders).toEqual(Array(6).fill("nil"));
  const widths = all(head, "w:gridCol").map(({ attrs }) => Number(attrs["w:w"]));
  expect(widths[0]! + widths[1]!).toBe(11906 - 1701 - 1134);
});

test("law.md §9: each element in its size, bold or italics, and place", () => {
  expect(look(report, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")).toEqual([12, true, false, "center"]);
  expect(look(report, "Độc lập - Tự do - Hạnh phúc")).toEqual([13, true, false, "center"]);
  expect(look(report, "SỞ GIÁO DỤC")).toEqual([12, false, false, "center"]);
  expect(look(report, "THƯỜNG XUYÊN HẢI PHÒNG")).toEqual([12, true, false, "center"]);
  expect(look(report, "Số: 05/BC-GDTXHP")).toEqual([13, false, false, "center"]);
  expect(look(report, "Hải Phòng, ngày 05 tháng 3 năm 2026")).toEqual([13, false, true, "center"]);
  expect(look(report, "BÁO CÁO")).toEqual([14, true, false, "center"]);
  expect(look(report, monthly.abstract)).toEqual([14, true, false, "center"]);
  expect(look(report, `Kính gửi: ${monthly.addressees[0]}`)).toEqual([14, false, false, "center"]);
  expect(look(report, `${monthly.bases[0]};`)).toEqual([14, false, true, "both"]);
  expect(look(report, `${monthly.bases[1]}.`)).toEqual([14, false, true, "both"]);
  expect(look(report, "2. Thực hiện Quy chế của Ban biên tập và các đơn vị")).toEqual([14, true, false, "both"]);
  expect(look(report, "TM. BAN BIÊN TẬP")).toEqual([14, true, false, "center"]);
  expect(look(report, "THƯ KÝ")).toEqual([14, true, false, "center"]);
  expect(look(report, "Trần Thị Thu Hà")).toEqual([14, true, false, "center"]);
  expect(look(report, "Nơi nhận:")).toEqual([12, true, true, "left"]);
  expect(look(report, "- Các thành viên Ban biên tập;")).toEqual([11, false, false, "left"]);
  expect(look(report, "- Lưu: VT, TKBBT.")).toEqual([11, false, false, "left"]);
});

test("law.md §9: the line under the motto is as long as it, those under issuer and subject a third to a half", () => {
  // Points of the motto in a font as wide as Times New Roman, bold 13, as a font program measured it.
  expect(Math.abs(ruleAfter(report, "Độc lập - Tự do - Hạnh phúc", 5272) / 20 - 159.0)).toBeLessThan(1);
  const issuer = ruleAfter(report, "THƯỜNG XUYÊN HẢI PHÒNG", 3799) / 20;
  expect(issuer).toBeGreaterThan(163 / 3);
  expect(issuer).toBeLessThan(163 / 2);
  const abstract = ruleAfter(report, monthly.abstract, 9071);
  expect(abstract).toBeGreaterThan(9071 / 4);
  expect(abstract).toBeLessThan(9071 / 2);
});

test("law.md §9, body: justified, first line 1.27 cm in, 6 points between paragraphs, lines 1 to 1.5", () => {
  const opening = said(report, (monthly.body[0] as { text: string }).text);
  expect([value(opening, "w:jc"), value(opening, "w:ind", "w:firstLine")]).toEqual(["both", "720"]);
  expect([value(opening, "w:spacing", "w:after"), value(opening, "w:spacing", "w:line")]).toEqual(["120", "276"]);
  expect(value(opening, "w:spacing", "w:lineRule")).toBe("auto");
});

test("law.md §9, end mark: attached to the last sentence, whatever stood behind it", async () => {
  said(report, "Đề nghị các phòng, tổ chức gửi bài trong ngày diễn ra sự kiện, ghi rõ tác giả và nguồn của ảnh./.");
  for (const text of ["Không có", "Không có.", "Không có./.", "Không có ./."]) {
    const one = await partsOf({ ...monthly, body: [{ kind: "paragraph", text }] });
    said(await one("word/document.xml"), "Không có./.");
  }
  const table = { kind: "table", caption: "", heads: [{ label: "Số" }], rows: [["1"]] } as const;
  const endsWithTable = await partsOf({ ...monthly, body: [table] });
  said(await endsWithTable("word/document.xml"), "./.");
});

test("a table repeats its head on every page, tears no row, and loses no number", () => {
  const table = all(report, "w:tbl")[1]!;
  const rows = all(table, "w:tr");
  const { heads, rows: given } = monthly.body[2] as Extract<PaperBlock, { kind: "table" }>;
  expect(rows.map((row) => all(row, "w:tc").map(words))).toEqual([heads.map(({ label }) => label), ...given]);
  expect(rows.map((row) => has(row, "w:tblHeader"))).toEqual(rows.map((_, index) => index === 0));
  expect(rows.every((row) => has(row, "w:cantSplit"))).toBe(true);
  expect(all(table, "w:sz").every(({ attrs }) => ["22", "24"].includes(attrs["w:val"]!))).toBe(true);
  const widths = all(table, "w:gridCol").map(({ attrs }) => Number(attrs["w:w"]));
  expect(widths.reduce((sum, width) => sum + width, 0)).toBe(9071);
});

test("the words stand in the order of the law: head, name, to whom, on what it rests, body, who gets it, who signs", () => {
  const text = words(report);
  const order = [
    "SỞ GIÁO DỤC",
    "CỘNG HÒA",
    "Số: 05",
    "Hải Phòng, ngày",
    "BÁO CÁO",
    "Tình hình hoạt động Cổng",
    "Kính gửi:",
    "Căn cứ Quyết định",
    "Thư ký Ban biên tập báo cáo",
    "1. Số lượng",
    "Bảng 1.",
    "2. Thực hiện",
    "- Bài của sự kiện",
    "3. Đề xuất",
    "./.",
    "Nơi nhận:",
    "TM. BAN BIÊN TẬP",
    "Trần Thị Thu Hà",
  ].map((start) => text.indexOf(start));
  expect(order.every((at) => at >= 0)).toBe(true);
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

test("no signature stands alone on a page: the last sentence stays with it, and it with its name; four lines to sign in", () => {
  const list = paragraphs(report);
  const last = list.findIndex((one) => words(one).endsWith("./."));
  expect(has(list[last]!, "w:keepNext")).toBe(true);
  expect(has(list[last + 1]!, "w:keepNext")).toBe(true);
  const foot = all(report, "w:tbl").at(-1)!;
  expect(all(foot, "w:tr").map((row) => has(row, "w:cantSplit"))).toEqual([true]);
  const signature = paragraphs(all(foot, "w:tc")[1]!).map(words);
  expect(signature).toEqual(["TM. BAN BIÊN TẬP", "THƯ KÝ", "", "", "", "", "Trần Thị Thu Hà"]);
});

test("Điều 13 NĐ 30/2020: a deputy signs KT., the head without a prefix, two who sign a minutes stand side by side", async () => {
  const deputy = await partsOf({
    ...monthly,
    signatures: [{ authority: "KT. GIÁM ĐỐC", position: "PHÓ GIÁM ĐỐC", name: "Phạm Văn Minh" }],
  });
  const signed = paragraphs(all(await deputy("word/document.xml"), "w:tc").at(-1)!).map(words);
  expect(signed.slice(0, 2)).toEqual(["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]);
  const both = await (await partsOf(minutes))("word/document.xml");
  const foot = all(both, "w:tbl").at(-1)!;
  expect(all(foot, "w:tr").map((row) => all(row, "w:tc").map((one) => words(paragraphs(one)[0]!)))).toEqual([
    ["ĐẠI DIỆN ĐƠN VỊ", "TRƯỞNG ĐOÀN"],
  ]);
  expect(words(both).indexOf("Nơi nhận:")).toBeGreaterThan(words(both).indexOf("Phạm Văn Minh"));
  expect(words(both)).not.toContain("ngày      tháng");
});

test("a number below ten, days below ten and January and February have a zero; without them there is room to write", async () => {
  const head = async (number: number | null, day: string | null) => {
    const one = await partsOf({ ...monthly, number, day });
    return all(all(await one("word/document.xml"), "w:tr")[1]!, "w:tc").map(words);
  };
  expect(await head(9, "2026-01-09")).toEqual(["Số: 09/BC-GDTXHP", "Hải Phòng, ngày 09 tháng 01 năm 2026"]);
  expect(await head(10, "2026-02-10")).toEqual(["Số: 10/BC-GDTXHP", "Hải Phòng, ngày 10 tháng 02 năm 2026"]);
  expect(await head(312, "2026-12-31")).toEqual(["Số: 312/BC-GDTXHP", "Hải Phòng, ngày 31 tháng 12 năm 2026"]);
  expect(await head(null, null)).toEqual(["Số:      /BC-GDTXHP", "Hải Phòng, ngày      tháng      năm         "]);
});

test("several who are written to stand under each other; a draft says so", async () => {
  const one = await partsOf({
    ...monthly,
    addressees: ["Sở Giáo dục và Đào tạo;", "Trưởng Ban biên tập"],
    draft: true,
  });
  const root = await one("word/document.xml");
  for (const text of ["Kính gửi:", "- Sở Giáo dục và Đào tạo;", "- Trưởng Ban biên tập."]) said(root, text);
  expect(words(all(root, "w:tr")[1]!)).toContain("BẢN THẢO");
  expect(words(report)).not.toContain("BẢN THẢO");
});

test("the same paper is the same bytes, whenever it is written", async () => {
  const bytes = Buffer.from(await paperToDocx(monthly));
  // A zip keeps hours by two seconds: the one before this was written at another.
  const starts: number[] = [];
  for (let at = bytes.indexOf(LOCAL); at >= 0; at = bytes.indexOf(LOCAL, at + 4)) starts.push(at);
  expect(starts.length).toBeGreaterThan(8);
  expect(new Set(starts.map((at) => bytes.readUInt32LE(at + 10)))).toEqual(new Set([0x210000]));
  const core = (await part("docProps/core.xml")).children.map((one) => (one as XmlElement).name);
  expect(core).toEqual(["dc:title", "dc:creator", "dc:language"]);
  expect(bytes.equals(Buffer.from(await paperToDocx(structuredClone(monthly))))).toBe(true);
});

test("no field can break the file or put anything but words into it", async () => {
  const odd = fc.string({
    unit: fc.constantFrom(..."</w:t>&<!--]]>\"'{}%=\u0000\u0007\u000b\u001f\ufffe\u202e\n\t 1ạĐ", "\ud800", "𝄞"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(odd, { minLength: 14, maxLength: 14 }), async (t) => {
      const x = (index: number) => `@${index}:${t[index]}`;
      const build = (x: (index: number) => string): Paper => ({
        superiorBody: x(0),
        issuer: x(1),
        number: 7,
        symbol: x(2),
        place: x(3),
        day: "2026-11-25",
        kind: x(4),
        abstract: x(5),
        addressees: [x(6)],
        bases: [x(7)],
        body: [
          { kind: "heading", level: 1, text: x(8) },
          { kind: "table", caption: x(9), heads: [{ label: x(10) }], rows: [[x(11)]] },
          { kind: "item", text: x(12) },
        ],
        signatures: [{ authority: "", position: "GIÁM ĐỐC", name: x(13) }],
        recipients: ["Lưu: VT"],
      });
      const parts = await partsOf(build(x));
      const [root, core] = [await parts("word/document.xml"), await parts("docProps/core.xml")];
      // What is left of each text: without what no file can hold, and with line ends and blanks as one blank.
      const left = (index: number) =>
        x(index)
          .toWellFormed()
          .replace(/[^\P{Cc}\n\t]|[\ufffe\u202e]/gu, "")
          .normalize("NFC");
      const bare = (text: string) => text.replace(/[\s.;,/]/g, "");
      const text = bare(words(root));
      for (let index = 0; index < 14; index += 1) expect(text).toContain(bare(left(index)));
      expect(words(root) + words(core)).not.toMatch(/[^\P{Cc}\n\t]|[\ufffe\uffff]|\p{Surrogate}/u);
      const plainly = await partsOf(build((index) => `@${index}:a`));
      const names = (one: XmlElement): string[] =>
        [...new Set(all(one, ...everyName(one)).map(({ name }) => name))].sort();
      expect(names(root)).toEqual(names(await plainly("word/document.xml")));
    }),
    { numRuns: 40 },
  );
});

function everyName(root: XmlElement): string[] {
  return [root.name, ...root.children.flatMap((child) => (typeof child === "string" ? [] : everyName(child)))];
}
