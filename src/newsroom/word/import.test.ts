import { getSchema } from "@tiptap/core";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { sampleArticleDocx } from "../../../test/support/sample-docx.ts";
import { bodyExtensions } from "../body/extensions.ts";
import { bold, centred, p, picture, r, styled } from "./testing/docx.ts";
import { imported, shown } from "./testing/shown.ts";

const png = await sharp({ create: { width: 4, height: 3, channels: 3, background: "#07c" } })
  .png()
  .toBuffer();
const file = (name: string) => ({ name: `word/media/${name}`, data: png });
const caption = '<w:style w:type="paragraph" w:styleId="Chuthich"><w:name w:val="caption"/></w:style>';
const headings = [1, 2, 3, 4]
  .map((level) => `<w:style w:styleId="H${level}"><w:name w:val="heading ${level}"/><w:rPr><w:b/></w:rPr></w:style>`)
  .join("");

test("a story written in Word arrives with title, lead, headings, list, table and captioned pictures", async () => {
  const article = await imported(await sampleArticleDocx());
  expect(article.title).toBe("Hơn 400 học viên tham gia Ngày hội đọc sách tại Trung tâm GDTX Hải Phòng");
  expect(article.lead).toMatch(/^Sáng 20\/11\/2026, .* thầy cô giáo tham gia\.$/);
  expect(shown(article.body).map((line) => line.slice(0, 60))).toEqual([
    "[import:1] Học viên xếp hàng trên sân trường, phía trước là ",
    "Phát biểu khai mạc, đại diện Ban Giám đốc nhấn mạnh: việc đọ",
    "h2 Nhiều hoạt động bổ ích",
    "Trong buổi sáng, các lớp lần lượt tham gia những hoạt động s",
    "* Giới thiệu cuốn sách em yêu thích bằng tranh vẽ hoặc tiểu ",
    "* Góc đổi sách cũ lấy sách mới, thu được 312 cuốn;",
    "* Giao lưu với cô thủ thư Thư viện thành phố về cách chọn sá",
    "[import:2] Hai học viên ngồi bên kệ sách cao, cùng đọc một c",
    "h2 Kết quả và kế hoạch tiếp theo",
    "Kết thúc ngày hội, Ban Tổ chức trao giải cho các tập thể có ",
    "| # **Giải** | # **Tập thể** | # **Số sách quyên góp** |",
    "| Nhất | Lớp 11A2 | 96 |",
    "| Nhì | Lớp 10A1 | 74 |",
    "| Ba | Lớp 12A3 | 58 |",
    "Danh mục sách được giới thiệu có tại <https://thuvien.exampl",
  ]);
  expect(article.pictures.map(({ key, contentType, caption }) => ({ key, contentType, caption }))).toEqual([
    { key: "import:1", contentType: "image/jpeg", caption: "Toàn cảnh lễ khai mạc Ngày hội đọc sách trên sân trường." },
    {
      key: "import:2",
      contentType: "image/jpeg",
      caption: "Học viên lớp 11A2 đọc sách tại phòng đọc mới của Trung tâm.",
    },
  ]);
  expect((await sharp(article.pictures[0]!.bytes).metadata()).width).toBe(1600);
  expect(article.legacy).toBeNull();
  expect(() => getSchema(bodyExtensions).nodeFromJSON(article.body).check()).not.toThrow();
});

describe("text", () => {
  test("keeps bold, italics and underline, joins split runs, and drops double and outer blanks", async () => {
    const { body } = await imported({
      body: p(
        r("  Chữ ") +
          r("đậm", bold) +
          r(" hơn", bold) +
          r(", ") +
          r("nghiêng", "<w:i/>") +
          r("  gạch", '<w:u w:val="single"/>') +
          r(" "),
      ),
    });
    expect(shown(body)).toEqual(["Chữ **đậm hơn**, _nghiêng_~ gạch~"]);
  });
  test("an on/off property can be switched off against its style", async () => {
    const styles =
      '<w:style w:type="character" w:styleId="Manh"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>';
    const { body } = await imported({
      styles,
      body: p(r("một", '<w:rStyle w:val="Manh"/>') + r(" hai", '<w:rStyle w:val="Manh"/><w:b w:val="0"/>')),
    });
    expect(shown(body)).toEqual(["**một** hai"]);
  });
  test("decomposed text is composed, even when a mark stands in another run than its letter", async () => {
    const { body } = await imported({
      body: p(r("Trường học".normalize("NFD")) + r(" Vie", bold) + r("\u0302\u0323t Nam\u200B")),
    });
    expect(shown(body)).toEqual(["Trường học** Việ**t Nam"]);
  });
  test("line breaks stay, tabs become blanks, the hyphen that does not break is a hyphen", async () => {
    const { body } = await imported({
      body: p("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>"),
    });
    expect(shown(body)).toEqual(["a⏎b c-d"]);
  });
  test("raised and lowered digits and common symbols become characters", async () => {
    const up = '<w:vertAlign w:val="superscript"/>';
    const { body, dropped } = await imported({
      body: p(
        r("120 m") +
          r("2", up) +
          r(", CO") +
          r("2", '<w:vertAlign w:val="subscript"/>') +
          r(", 5") +
          r("giờ", up) +
          '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Wingdings" w:char="F021"/></w:r>',
      ),
    });
    expect(shown(body)).toEqual(["120 m², CO₂, 5giờ✓"]);
    expect(dropped.map((item) => item.what)).toEqual([
      expect.stringContaining("chỉ số trên, dưới"),
      expect.stringContaining("Ký hiệu riêng của phông chữ"),
    ]);
  });
  test("links to the web, to mail and to telephones stay; all others leave their words and a note", async () => {
    const link = (id: string, text: string) =>
      `<w:hyperlink r:id="${id}">${r(text, '<w:u w:val="single"/>')}</w:hyperlink>`;
    const { body, dropped } = await imported({
      links: [
        ["a", "hyperlink", "https://moet.gov.vn/tin?a=1&amp;b=2", true],
        ["b", "hyperlink", "mailto:lan@example.vn", true],
        ["c", "hyperlink", "javascript:alert(1)", true],
        ["d", "hyperlink", "file:///C:/Users/lan/bi-mat.docx", true],
        ["e", "hyperlink", "http://nganhang.vn@evil.example/", true],
      ],
      body: p(link("a", "Bộ") + link("b", "thư") + link("c", "một") + link("d", "hai") + link("e", "ba")),
    });
    expect(shown(body)).toEqual(["<https://moet.gov.vn/tin?a=1&b=2 Bộ><mailto:lan@example.vn thư>mộthaiba"]);
    expect(dropped).toEqual([
      { what: expect.stringContaining("Liên kết không an toàn"), count: 3, sample: "một (javascript:alert(1))" },
    ]);
  });
  test("links written as fields are read, and a field's instruction is not text", async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const field = (code: string, text: string) =>
      `${mark("begin")}<w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r>${mark("separate")}${r(text)}${mark("end")}`;
    const { body } = await imported({
      body: p(field('HYPERLINK "https://a.vn/" \\o "x"', "A") + r(" và ") + field("DATE \\@ dd", "20/11")),
    });
    expect(shown(body)).toEqual(["<https://a.vn/ A> và 20/11"]);
  });
});

describe("headings", () => {
  test("the outline starts at level 2 and skips no level", async () => {
    const { title, body } = await imported({
      styles: headings,
      body:
        p("Tiêu đề bài viết", styled("H1")) +
        p("Một", styled("H2")) +
        p("x") +
        p("Một a", styled("H4")) +
        p("Hai", styled("H2")),
    });
    expect(title).toBe("Tiêu đề bài viết");
    expect(shown(body)).toEqual(["h2 Một", "x", "h3 Một a", "h2 Hai"]);
  });
  test("with a Title, Heading 1 is level 2; numbers that Word draws become words", async () => {
    const { title, body } = await imported({
      styles: `<w:style w:styleId="T"><w:name w:val="Title"/></w:style>${headings}`,
      numbering: NUMBERING,
      body:
        p("Tên", styled("T")) +
        p("Mở đầu", `${styled("H1")}${numbered(2)}`) +
        p("x") +
        p("Kết", `${styled("H1")}${numbered(2)}`) +
        p("y"),
    });
    expect(title).toBe("Tên");
    expect(shown(body)).toEqual(["h2 I. Mở đầu", "x", "h2 II. Kết", "y"]);
  });
  test("in a document without styles, numbered and unpunctuated bold lines are headings; other bold text is not", async () => {
    const { title, lead, body } = await imported({
      body:
        p(r("TRUNG TÂM TỔNG KẾT", bold), centred) +
        p(r("NĂM HỌC 2026", bold), centred) +
        p(r("Ngày 30/5, Trung tâm tổ chức hội nghị tổng kết năm học với toàn thể giáo viên.", bold)) +
        p(r("I. Kết quả", bold)) +
        p(r("1. Học lực:", bold)) +
        p("Tốt.") +
        p(r("Quan trọng: nộp bài trước ngày 30/5.", bold)) +
        p(r("II. Kế hoạch", bold)) +
        p("Tiếp tục.") +
        p(r("Nguyễn Thị Lan", bold), '<w:jc w:val="right"/>'),
    });
    expect(title).toBe("TRUNG TÂM TỔNG KẾT NĂM HỌC 2026");
    expect(lead).toBe("Ngày 30/5, Trung tâm tổ chức hội nghị tổng kết năm học với toàn thể giáo viên.");
    expect(shown(body)).toEqual([
      "h2 I. Kết quả",
      "h3 1. Học lực:",
      "Tốt.",
      "**Quan trọng: nộp bài trước ngày 30/5.**",
      "h2 II. Kế hoạch",
      "Tiếp tục.",
      "**Nguyễn Thị Lan**",
    ]);
  });
  test("a document that begins with ordinary text has no title, and nothing is taken out of it", async () => {
    const long = `Sáng nay, ${"trời đẹp, ".repeat(20)}`;
    const { title, lead, body } = await imported({
      styles: headings,
      body: p(long) + p("Mục một", styled("H1")) + p("x"),
    });
    expect([title, lead]).toEqual(["", ""]);
    expect(shown(body)).toHaveLength(3);
  });
  test("the name of the State and its motto are not the title", async () => {
    const { title } = await imported({
      body:
        p(r("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold), centred) +
        p(r("Độc lập - Tự do - Hạnh phúc", bold), centred) +
        p(r("Khai giảng năm học mới", bold), centred) +
        p("Nội dung."),
    });
    expect(title).toBe("Khai giảng năm học mới");
  });
});

const NUMBERING = ["bullet", "decimal", "upperRoman", "lowerLetter"]
  .map((format, id) => {
    const level = (at: number, kind: string) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${kind}"/><w:lvlText w:val="%${at + 1}."/></w:lvl>`;
    return `<w:abstractNum w:abstractNumId="${id}">${level(0, format)}${level(1, "bullet")}${level(2, "decimal")}</w:abstractNum>`;
  })
  .concat([0, 1, 2, 3].map((id) => `<w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`))
  .join("");

function numbered(list: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list + 1}"/></w:numPr>`;
}

describe("lists", () => {
  test("items nest by level, and kinds do not mix", async () => {
    const { body } = await imported({
      numbering: NUMBERING,
      body:
        p("a", numbered(0)) +
        p("a1", numbered(0, 1)) +
        p("a1x", numbered(0, 2)) +
        p("a2", numbered(0, 1)) +
        p("b", numbered(0)) +
        p("một", numbered(1)) +
        p("hai", numbered(1)),
    });
    expect(shown(body)).toEqual(["* a", "  * a1", "    1) a1x", "  * a2", "* b", "1) một", "2) hai"]);
  });
  test("numbering goes on after a paragraph in between, and letters stay letters", async () => {
    const { body } = await imported({
      numbering: NUMBERING,
      body: p("một", numbered(1)) + p("hai", numbered(1)) + p("Giữa.") + p("ba", numbered(1)) + p("chữ", numbered(3)),
    });
    expect(shown(body)).toEqual(["1) một", "2) hai", "Giữa.", "3) ba", "1a) chữ"]);
  });
});

test("quotations that follow each other are one", async () => {
  const styles = '<w:style w:styleId="Q"><w:name w:val="Intense Quote"/></w:style>';
  const { body } = await imported({ styles, body: p("a") + p("Học", styled("Q")) + p("nữa", styled("Q")) + p("b") });
  expect(shown(body)).toEqual(["a", "> Học", "> nữa", "b"]);
  expect(body.content).toHaveLength(3);
});

describe("tables", () => {
  const cell = (content: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
  const row = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`;
  const table = (...rows: string[]) => `<w:tbl>${rows.join("")}</w:tbl>`;

  test("merged cells keep their extent, short rows are filled up", async () => {
    const { body } = await imported({
      body: table(
        row(cell(p("Lớp"), '<w:vMerge w:val="restart"/>'), cell(p("Điểm"), '<w:gridSpan w:val="2"/>')),
        row(cell(p(""), "<w:vMerge/>"), cell(p("Toán")), cell(p("Văn"))),
        row(cell(p("10A"))),
      ),
    });
    expect(shown(body)).toEqual(["| ↓2 Lớp | →2 Điểm |", "| Toán | Văn |", "| 10A | →2  |"]);
  });
  test("a first row written all in bold names the columns", async () => {
    const { body } = await imported({
      body: table(row(cell(p(r("A", bold))), cell(p(r("B", bold)))), row(cell(p("1")), cell(p("2")))),
    });
    expect(shown(body)).toEqual(["| # **A** | # **B** |", "| 1 | 2 |"]);
  });
  test("a box of one cell, and a table in a table, are read as their text", async () => {
    const { body, dropped } = await imported({
      body: table(row(cell(p("Trong khung")))) + table(row(cell(p("x")), cell(table(row(cell(p("y")), cell(p("z"))))))),
    });
    expect(shown(body)).toEqual(["Trong khung", "| x | y / z |"]);
    expect(dropped).toEqual([{ what: expect.stringContaining("Bảng lồng trong bảng"), count: 1 }]);
  });
  test("pictures set side by side in a table become pictures with the captions below them", async () => {
    const { body } = await imported({
      links: [["a", "image", "media/a.png"]],
      files: [file("a.png")],
      body: table(
        row(cell(p(picture("a", "Một"))), cell(p(picture("a", "Hai")))),
        row(cell(p("Chú một")), cell(p("Chú hai"))),
      ),
    });
    expect(shown(body)).toEqual(["[import:1] Một | Chú một", "[import:2] Hai | Chú hai"]);
  });
  test("a cell that claims a million columns does no harm", async () => {
    const { body } = await imported({ body: table(row(cell(p("a"), '<w:gridSpan w:val="1000000"/>'), cell(p("b")))) });
    expect(shown(body)).toEqual(["| a | b |"]);
  });
});

describe("pictures", () => {
  const links = [["a", "image", "media/a.png"]] as const;

  test("a caption belongs to the picture above it, else to the one below; table captions to none", async () => {
    const { body, pictures } = await imported({
      links,
      files: [file("a.png")],
      styles: caption,
      body:
        p("Hình 1. Trước", styled("Chuthich")) +
        p(picture("a", "Một")) +
        p("Hình 2. Trước", styled("Chuthich")) +
        p(picture("a", "Hai")) +
        p("x") +
        p(picture("a", "Ba")) +
        p("Sau", styled("Chuthich")) +
        p("Bảng 1. Điểm", styled("Chuthich")),
    });
    expect(shown(body)).toEqual([
      "[import:1] Một | Hình 1. Trước",
      "[import:2] Hai | Hình 2. Trước",
      "x",
      "[import:3] Ba | Sau",
      "Bảng 1. Điểm",
    ]);
    expect(pictures.map((item) => [item.key, item.alt, item.caption])).toEqual([
      ["import:1", "Một", "Hình 1. Trước"],
      ["import:2", "Hai", "Hình 2. Trước"],
      ["import:3", "Ba", "Sau"],
    ]);
    expect(pictures[0]).toMatchObject({ contentType: "image/png", bytes: png });
  });
  test("a centred line in italics below a picture is its caption, ordinary text is not", async () => {
    const { body } = await imported({
      links,
      files: [file("a.png")],
      body:
        p(picture("a", "A")) + p(r("Lễ khai giảng", "<w:i/>"), centred) + p(picture("a", "B")) + p("Văn bản thường."),
    });
    expect(shown(body)).toEqual(["[import:1] A | Lễ khai giảng", "[import:2] B | ", "Văn bản thường."]);
  });
  test("a picture in a line parts the text around it", async () => {
    const { body } = await imported({
      links,
      files: [file("a.png")],
      body: p(r("trước ") + picture("a", "A") + r(" sau")),
    });
    expect(shown(body)).toEqual(["trước", "[import:1] A | ", "sau"]);
  });
  test.each(["IMG_2034.JPG", "C:\\Anh\\khai giang.png", "A group of people. Description automatically generated"])(
    "a description no person wrote is left out: %s",
    async (description) => {
      const { pictures } = await imported({ links, files: [file("a.png")], body: p(picture("a", description)) });
      expect(pictures[0]?.alt).toBe("");
    },
  );
  test("pictures that cannot be shown, are missing or lie outside the file are reported, their captions kept", async () => {
    const { body, pictures, dropped } = await imported({
      links: [
        ["emf", "image", "media/a.emf"],
        ["fake", "image", "media/b.png"],
        ["gone", "image", "media/c.png"],
        ["out", "image", "http://tracker.example/x.png", true],
      ],
      files: [
        { name: "word/media/a.emf", data: "EMF" },
        { name: "word/media/b.png", data: "MZ not a picture" },
      ],
      styles: caption,
      body: ["emf", "fake", "gone", "out"].map((id) => p(picture(id))).join("") + p("Chú thích", styled("Chuthich")),
    });
    expect(pictures).toEqual([]);
    expect(shown(body)).toEqual(["Chú thích"]);
    expect(dropped.map(({ what, count }) => [what.slice(0, 20), count])).toEqual([
      ["Ảnh có định dạng chư", 2],
      ["Ảnh hỏng hoặc thiếu ", 1],
      ["Ảnh liên kết từ bên ", 1],
    ]);
  });
});
