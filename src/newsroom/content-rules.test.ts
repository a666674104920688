import { expect, test } from "vitest";
import { checkBody } from "./body/schema.ts";
import type { ArticleContent } from "./content.ts";
import { type ContentFacts, sendingRefusals } from "./content-rules.ts";
import { doc, figure, list, paragraph, sampleContent, samplePicture, table, text } from "./content-samples.ts";
import { contentSentence, contentSentences } from "./content-words.ts";
import { isPlaceholder } from "./credit.ts";
import { secrecyMarkInLine, secrecyMarkInName } from "./secrecy-marks.ts";

const facts: ContentFacts = { origin: "unit", accountName: "Nguyễn Thị Hoa" };
const judge = (changes: Partial<ArticleContent>, more: Partial<ContentFacts> = {}) =>
  sendingRefusals({ ...sampleContent, ...changes }, { ...facts, ...more });
const codes = (changes: Partial<ArticleContent>, more: Partial<ContentFacts> = {}) =>
  judge(changes, more).map(({ code }) => code);

test("a complete article has nothing against it", () => {
  expect(judge({})).toEqual([]);
});

test.each([
  ["titleMissing", { title: " " }, "Đ5.k4"],
  ["leadMissing", { lead: "" }, "Đ5.k4"],
  ["bodyMissing", { body: doc(paragraph("")) }, "Đ5.k4"],
  ["bodyMissing", { body: doc(paragraph("  "), { type: "horizontalRule" }) }, "Đ5.k4"],
  ["categoryMissing", { category: "" }, "Đ5.k4"],
  ["unitMissing", { unit: "" }, "Đ5.k4"],
  ["authorMissing", { author: "" }, "Đ6.k3"],
  ["sourceMissing", { source: "\u00A0" }, "Đ6.k3"],
] as const)("REQ-033, Đ5.k4: an incomplete article is refused: %s", (code, changes, clause) => {
  expect(judge(changes)).toMatchObject([{ code, clause }]);
});

test("all problems come at once, in the order of the form, each with a field, a place and a whole sentence", () => {
  const empty: ArticleContent = {
    ...sampleContent,
    title: "",
    lead: "",
    body: doc(paragraph("")),
    author: "",
    source: "",
    category: "",
    unit: "",
    cover: { ...samplePicture, author: "st", source: "", alt: "" },
  };
  const found = sendingRefusals(empty, { ...facts, origin: "republished" });
  expect(found.map(({ code }) => code)).toEqual([
    "titleMissing",
    "leadMissing",
    "categoryMissing",
    "unitMissing",
    "bodyMissing",
    "authorMissing",
    "sourceMissing",
    "sourceUrlMissing",
    "sourceDateMissing",
    "pictureAuthorPlaceholder",
    "pictureSourceMissing",
    "pictureAltMissing",
  ]);
  for (const { code, detail } of found) {
    expect(detail?.field).toBeTruthy();
    expect(detail?.place).toBeTruthy();
    expect(contentSentence(code, detail)).toMatch(/^\p{Lu}[^{}]+\.$/u);
  }
});

test("a picture story without text is a body", () => {
  expect(codes({ body: doc(figure({ caption: "" })) })).toEqual([]);
  expect(codes({ body: doc({ type: "blockquote", content: [figure({ caption: "" })] }) })).toEqual([]);
});

test.each([
  "…",
  "...",
  "-",
  "?",
  "123",
  "Internet",
  "INTERNET",
  "internet.",
  "sưu tầm",
  "Sưu tầm",
  "(Sưu tầm)",
  "suu tam",
  "ST",
  "st",
  "S/T",
  "s.t",
  "không rõ",
  "Không rõ tác giả",
  "N/A",
  "n/a",
  "Nguồn: Internet",
  "Sưu tầm từ Internet",
  "Nguồn: sưu tầm trên mạng",
  "Theo mạng",
  "Ảnh: Internet",
  "Tổng hợp",
  "Nguồn",
  "Tác giả",
  "Đang cập nhật",
  "Google",
  "Mạng xã hội",
])("REQ-036, Đ6.k3: “%s” names neither an author nor a source", (value) => {
  expect(isPlaceholder(value)).toBe(true);
  expect(judge({ author: value, source: value })).toMatchObject([
    { code: "authorPlaceholder", clause: "Đ6.k3", detail: { field: "author", value } },
    { code: "sourcePlaceholder", clause: "Đ6.k3", detail: { field: "source", value } },
  ]);
});

test.each([
  "Nguyễn Thị Hoa",
  "Anh Tú",
  "Na",
  "Mạnh",
  "Phòng Tổng hợp",
  "Báo Hải Phòng",
  "VTV1",
  "Theo Báo Nhân Dân",
  "Trung tâm Internet Việt Nam",
  "Từ Văn Bài",
  "internet.vn của VNNIC",
  "Stefan",
  "24h",
  "Thông tấn xã Việt Nam",
  "Minh Anh",
])("“%s” names somebody", (value) => {
  expect(isPlaceholder(value)).toBe(false);
});

test.each([
  ["no author", { author: "" }, ["pictureAuthorMissing"]],
  ["an author of dots", { author: "…" }, ["pictureAuthorPlaceholder"]],
  ["no source", { source: "" }, ["pictureSourceMissing"]],
  ["the Internet as a source", { source: "Internet" }, ["pictureSourcePlaceholder"]],
  ["no description", { alt: " " }, ["pictureAltMissing"]],
  [
    "nothing at all",
    { author: "", source: "", alt: "" },
    ["pictureAuthorMissing", "pictureSourceMissing", "pictureAltMissing"],
  ],
  ["no description, as decoration", { alt: "", decorative: true }, []],
])("REQ-036, Đ6.k3, Đ17.k1.g: a picture with %s, on the cover, in the text and in a table", (_, changes, expected) => {
  const picture = { ...samplePicture, ...changes };
  expect(codes({ cover: picture })).toEqual(expected);
  expect(codes({ body: doc(paragraph("a"), figure(picture)) })).toEqual(expected);
  const cell = { type: "tableCell", content: [figure(picture)] };
  expect(codes({ body: doc({ type: "table", content: [{ type: "tableRow", content: [cell] }] }) })).toEqual(expected);
});

test("a picture's place is its number in reading order and its caption", () => {
  const body = doc(figure(), paragraph("giữa"), { type: "blockquote", content: [figure()] }, figure({ source: "" }));
  expect(judge({ body })[0]?.detail?.place).toBe("Ảnh 3: “Lễ khai giảng sáng 5/9”");
  expect(judge({ cover: { ...samplePicture, source: "", caption: "" } })[0]?.detail?.place).toBe(
    "Ảnh đại diện: “Học viên xếp hàng ở sân trường”",
  );
});

test("REQ-036, Đ6.k3, Đ15.k1: a republished item needs the original's address and date; an own one does not", () => {
  expect(codes({}, { origin: "board" })).toEqual([]);
  expect(codes({}, { origin: "republished" })).toEqual(["sourceUrlMissing", "sourceDateMissing"]);
  const original = { sourceUrl: "https://moet.gov.vn/tin", sourceDate: "2026-11-20" };
  expect(codes(original, { origin: "republished" })).toEqual([]);
});

test("REQ-135, Đ17.k1.e: another's name as author needs a reason", () => {
  expect(judge({ author: "Trần Văn Nam" })).toMatchObject([
    {
      code: "authorNotAccountHolder",
      clause: "Đ17.k1.e",
      detail: { field: "author", author: "Trần Văn Nam", account: "Nguyễn Thị Hoa" },
    },
  ]);
  expect(codes({ author: "Trần Văn Nam", onBehalf: "…" })).toEqual(["authorNotAccountHolder"]);
  expect(codes({ author: "Hoa Mai", onBehalf: "Bút danh của tôi" })).toEqual([]);
  expect(codes({ author: "NGUYỄN THỊ  HOA" })).toEqual([]);
  expect(codes({ author: "Nguyễn Thị Hoá" })).toEqual(["authorNotAccountHolder"]);
});

test("REQ-135: the author of a republished item is the original's, and its source says so", () => {
  const original = { author: "Trần Văn Nam", sourceUrl: "https://moet.gov.vn/tin", sourceDate: "2026-11-20" };
  expect(codes(original, { origin: "republished" })).toEqual([]);
});

test.each([
  "MẬT",
  "TỐI MẬT",
  "TUYỆT MẬT",
  "(MẬT)",
  "[TỐI MẬT]",
  "* TUYỆT MẬT *",
  " MẬT. ",
  "M Ậ T",
  "T Ố I  M Ậ T",
  "TUYET MAT",
  "TOI MAT",
  "Tuyệt mật",
  "Tối mật",
  "Độ mật: Mật",
  "Độ mật: A",
  "ĐỘ MẬT: TỐI MẬT",
  "Số: 12/KH-ĐT. Độ mật: Tối mật",
  "Mức độ mật: C",
  "Độ mật:",
])("REQ-030, Đ5.k1: the line “%s” is a secrecy mark", (line) => {
  expect(secrecyMarkInLine(line)).not.toBeNull();
  expect(judge({ body: doc(paragraph("Kính gửi các phòng."), paragraph(line)) })).toMatchObject([
    { code: "secrecyMark", clause: "Đ5.k1", detail: { field: "body" } },
  ]);
});

test.each([
  "Bí mật",
  "BÍ MẬT",
  "mật ong",
  "MẬT ONG",
  "MẬT KHẨU",
  "Bảo mật thông tin",
  "BẢO MẬT",
  "Đổi mật khẩu định kỳ",
  "Mật",
  "mật",
  "Mật độ: cao",
  "Giữ bí mật nhà nước: không soạn tài liệu tối mật trên máy nối mạng",
  "Tài liệu đóng dấu TUYỆT MẬT được quản lý riêng.",
  "Độ mật: không",
  "Độ mật: Không có",
  "Độ mật: Thường",
  "Cuộc gặp mặt thân mật",
  "MAT",
  "TÔI MẤT VÍ",
  "Mật độ dân số",
])("the ordinary line “%s” is none", (line) => {
  expect(secrecyMarkInLine(line)).toBeNull();
  expect(codes({ body: doc(paragraph(line)) })).toEqual([]);
});

test.each([
  "MẬT: Kế hoạch thi tốt nghiệp",
  "Kế hoạch thi (MẬT)",
  "[TỐI MẬT] Đề thi",
  "Đề thi TỐI MẬT năm 2026",
  "TUYỆT MẬT – ĐỀ THI",
  "KẾ HOẠCH THI (MẬT)",
  "MẬT - KẾ HOẠCH",
  "Công văn MẬT số 5",
  "KH-01_MẬT.docx",
  "MẬT.pdf",
  "12-QD_TUYETMAT.docx",
  "TUYET_MAT.pdf",
  "De thi - TOI MAT.docx",
  "TỐI-MẬT.pdf",
])("REQ-030, Đ5.k1: “%s” bears a secrecy mark, as a title, a heading, and a file's name or title", (name) => {
  expect(secrecyMarkInName(name)).not.toBeNull();
  const file = sampleContent.attachments[0]!;
  const heading = { type: "heading", attrs: { level: 2 }, content: [text(name)] };
  expect(codes({ title: name })).toEqual(["secrecyMark"]);
  expect(codes({ body: doc(heading, paragraph("a")) })).toEqual(["secrecyMark"]);
  expect(codes({ attachments: [{ ...file, name }] })).toEqual(["secrecyMark"]);
  expect(codes({ attachments: [{ ...file, title: name }] })).toEqual(["secrecyMark"]);
});

test.each([
  "Giữ BÍ MẬT đề thi",
  "TẬP HUẤN BẢO VỆ BÍ MẬT NHÀ NƯỚC",
  "LỄ HỘI MẬT ONG",
  "BÍ_MẬT_NHÀ_NƯỚC.pdf",
  "Tập huấn bảo mật",
  "ĐỔI MẬT KHẨU",
  "MAT-SO-5.pdf",
  "Tôi mất gì khi bỏ học",
  "toi-mat-gi.pdf",
  "Gặp mặt thân mật",
  "BẢO MẬT THÔNG TIN",
  "Bồi dưỡng về bí mật nhà nước, độ mật và dấu mật",
])("the ordinary title “%s” bears none", (name) => {
  expect(secrecyMarkInName(name)).toBeNull();
});

test("a secrecy mark is found in lead, captions, descriptions, items, cells and after a line break, with its place", () => {
  const places = (changes: Partial<ArticleContent>) => judge(changes).map(({ detail }) => detail?.place);
  const broken = doc({ type: "paragraph", content: [text("SỞ GIÁO DỤC"), { type: "hardBreak" }, text("MẬT")] });
  expect(places({ lead: "TỐI MẬT" })).toEqual(["Tóm tắt"]);
  expect(places({ cover: { ...samplePicture, caption: "MẬT" } })).toEqual(["Ảnh đại diện: “MẬT”, chú thích"]);
  expect(places({ body: doc(figure({ alt: "TỐI MẬT" })) })).toEqual(["Ảnh 1: “Lễ khai giảng sáng 5/9”, mô tả"]);
  expect(places({ body: broken })).toEqual(["Đoạn 1: “SỞ GIÁO DỤC MẬT”"]);
  expect(places({ body: doc(list("một", "MẬT")) })).toEqual(["Danh sách 1: “một MẬT”"]);
  expect(places({ body: doc(table(["Số 5", "MẬT"])) })).toEqual(["Bảng 1: “Số 5 MẬT”"]);
});

test("a person may be called Mật", () => {
  const picture = { ...samplePicture, author: "MẬT" };
  expect(codes({ author: "Trần Thị MẬT", onBehalf: "viết thay", cover: picture })).toEqual([]);
});

test.each([
  ["a character that was lost", "Trung t\uFFFDm", /hỏng/],
  ["a control character", "Trung\u0007tâm", /điều khiển/],
  ["a private-use character", "Trung \uE000 tâm", /phông chữ riêng/],
  ["half a character", "Trung \uD83D tâm", /hỏng/],
  ["letters in pieces", "Trung ta\u0302m", /tổ hợp/],
  ["TCVN3", "Céng hoµ x· héi chñ nghÜa ViÖt Nam", /TCVN3/],
])("REQ-037, Đ6.k4: %s is refused in every text, with the exact place", (_, bad, fault) => {
  const file = sampleContent.attachments[0]!;
  const found = judge({
    title: bad,
    lead: bad,
    cover: { ...samplePicture, alt: bad },
    body: doc(paragraph("lành"), paragraph(`Đoạn hai. ${bad}`), table([bad]), figure({ caption: bad })),
    attachments: [{ ...file, title: bad }],
    author: bad,
    source: bad,
    onBehalf: bad,
  }).filter(({ code }) => code === "badCharacter");
  expect(found.map(({ clause }) => clause)).toEqual(new Array(10).fill("Đ6.k4"));
  expect(found.map(({ detail }) => detail?.place?.replace(/“[^”]*”/, "“”"))).toEqual([
    "Tiêu đề",
    "Tóm tắt",
    "Ảnh đại diện: “”, mô tả",
    "Đoạn 2: “”",
    "Bảng 1: “”",
    "Ảnh 1: “”, chú thích",
    "Tên hiển thị của tệp “”",
    "Tác giả",
    "Bút danh / viết thay",
    "Nguồn",
  ]);
  for (const { code, detail } of found) expect(contentSentence(code, detail)).toMatch(fault);
});

test("every sentence is Vietnamese, polite, and says what to do", () => {
  for (const sentence of Object.values(contentSentences)) expect(sentence).toMatch(/[Xx]in |không được/);
});

test("what the editor's check accepts is judged without a crash", () => {
  const read = checkBody(sampleContent.body, () => "x");
  expect(read.ok && codes({ body: read.value })).toEqual([]);
});
