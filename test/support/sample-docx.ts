import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Header,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import sharp from "sharp";

/**
 * A news story as a member of staff would write it in Word: title, lead, two headings, a list, a table and two
 * pictures with alt text and captions. For the demo and the browser tests.
 */
export async function sampleArticleDocx(): Promise<Uint8Array> {
  const [yard, reading] = await Promise.all([picture(YARD), picture(READING_ROOM)]);
  const story = new Document({
    creator: "Nguyễn Thị Lan",
    title: "Ngày hội đọc sách",
    styles: {
      default: { document: { run: { font: "Times New Roman", size: 28 } } },
      paragraphStyles: [{ id: "Caption", name: "caption", basedOn: "Normal", run: { italics: true, size: 24 } }],
    },
    numbering: {
      config: [
        {
          reference: "gian-hang",
          levels: [{ level: 0, format: LevelFormat.BULLET, text: "-", alignment: AlignmentType.LEFT }],
        },
      ],
    },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph("Bản tin nội bộ số 12/2026")] }) },
        children: [
          new Paragraph({
            style: "Title",
            text: "Hơn 400 học viên tham gia Ngày hội đọc sách tại Trung tâm GDTX Hải Phòng",
          }),
          paragraph([
            new TextRun({
              text:
                "Sáng 20/11/2026, Trung tâm Giáo dục thường xuyên Hải Phòng tổ chức Ngày hội đọc sách với chủ đề " +
                "“Mỗi trang sách, một chân trời”, thu hút hơn 400 học viên cùng các thầy cô giáo tham gia.",
              bold: true,
            }),
          ]),
          ...figure(yard, "Học viên xếp hàng trên sân trường, phía trước là lễ đài có phông màu xanh", [
            "Toàn cảnh lễ khai mạc Ngày hội đọc sách trên sân trường.",
          ]),
          paragraph([
            new TextRun(
              "Phát biểu khai mạc, đại diện Ban Giám đốc nhấn mạnh: việc đọc sách mỗi ngày giúp người học ở mọi " +
                "lứa tuổi tự học suốt đời, đồng thời bồi đắp tình yêu tiếng Việt. Ngày hội nằm trong kế hoạch ",
            ),
            new TextRun({ text: "“Xây dựng cộng đồng học tập”", italics: true }),
            new TextRun(" năm học 2026–2027 của Trung tâm."),
          ]),
          heading("Nhiều hoạt động bổ ích"),
          paragraph([new TextRun("Trong buổi sáng, các lớp lần lượt tham gia những hoạt động sau:")]),
          ...[
            "Giới thiệu cuốn sách em yêu thích bằng tranh vẽ hoặc tiểu phẩm ngắn;",
            "Góc đổi sách cũ lấy sách mới, thu được 312 cuốn;",
            "Giao lưu với cô thủ thư Thư viện thành phố về cách chọn sách.",
          ].map((text) => new Paragraph({ text, numbering: { reference: "gian-hang", level: 0 } })),
          ...figure(reading, "Hai học viên ngồi bên kệ sách cao, cùng đọc một cuốn sách mở trên bàn", [
            "Học viên lớp 11A2 đọc sách tại phòng đọc mới của Trung tâm.",
          ]),
          heading("Kết quả và kế hoạch tiếp theo"),
          paragraph([new TextRun("Kết thúc ngày hội, Ban Tổ chức trao giải cho các tập thể có thành tích tốt:")]),
          table([
            ["Giải", "Tập thể", "Số sách quyên góp"],
            ["Nhất", "Lớp 11A2", "96"],
            ["Nhì", "Lớp 10A1", "74"],
            ["Ba", "Lớp 12A3", "58"],
          ]),
          paragraph([
            new TextRun("Danh mục sách được giới thiệu có tại "),
            new ExternalHyperlink({
              link: "https://thuvien.example.vn/danh-muc",
              children: [new TextRun({ text: "trang của Thư viện thành phố", style: "Hyperlink" })],
            }),
            new TextRun(". Từ tháng 12, phòng đọc của Trung tâm mở cửa đến 20 giờ các ngày thứ Ba và thứ Năm."),
          ]),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(story));
}

function paragraph(children: (TextRun | ExternalHyperlink)[]): Paragraph {
  return new Paragraph({
    children,
    alignment: AlignmentType.BOTH,
    indent: { firstLine: 567 },
    spacing: { after: 120 },
  });
}

function heading(text: string): Paragraph {
  return new Paragraph({ text, heading: HeadingLevel.HEADING_1 });
}

function figure(data: Buffer, alt: string, caption: string[]): Paragraph[] {
  const image = new ImageRun({
    type: "jpg",
    data,
    transformation: { width: 560, height: 350 },
    altText: { name: "Ảnh", title: "", description: alt },
  });
  return [
    new Paragraph({ children: [image], alignment: AlignmentType.CENTER }),
    ...caption.map((text) => new Paragraph({ text, style: "Caption", alignment: AlignmentType.CENTER })),
  ];
}

function table(rows: string[][]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, index) =>
        new TableRow({
          tableHeader: index === 0,
          children: cells.map(
            (text) =>
              new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold: index === 0 })] })] }),
          ),
        }),
    ),
  });
}

/** Drawn here, so that the story needs no photograph of real people. */
function picture(drawing: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1000">${drawing}</svg>`;
  return sharp(Buffer.from(svg)).resize(1600, 1000).jpeg({ quality: 82 }).toBuffer();
}

const YARD = `
  <rect width="1600" height="1000" fill="#bfe0f5"/><circle cx="1350" cy="170" r="90" fill="#ffe08a"/>
  <rect x="200" y="260" width="1200" height="420" fill="#f4e3c1"/><path d="M160 270h1280l-120-110H280z" fill="#b5533c"/>
  ${Array.from({ length: 9 }, (_, at) => `<rect x="${260 + at * 122}" y="330" width="80" height="110" fill="#5f8fb4"/>`).join("")}
  <rect y="680" width="1600" height="320" fill="#9fb97f"/><rect x="560" y="540" width="480" height="160" fill="#1f5a8c"/>
  <path d="M800 570l12 36h38l-31 22 12 36-31-22-31 22 12-36-31-22h38z" fill="#ffd54a"/>
  ${Array.from({ length: 60 }, (_, at) => {
    const [x, y] = [130 + (at % 15) * 96, 760 + Math.floor(at / 15) * 62];
    return `<circle cx="${x}" cy="${y}" r="17" fill="#6b4a3a"/><rect x="${x - 20}" y="${y + 15}" width="40" height="40" rx="8" fill="#fff"/>`;
  }).join("")}`;

const READING_ROOM = `
  <rect width="1600" height="1000" fill="#f3ead9"/>
  ${Array.from({ length: 96 }, (_, at) => {
    const [x, y] = [60 + (at % 24) * 62, 60 + Math.floor(at / 24) * 150];
    const colour = ["#8c3b3b", "#3b6a8c", "#5b8c3b", "#c28f2c", "#6a4a8c"][(at * 7) % 5];
    return `<rect x="${x}" y="${y + (at % 3) * 10}" width="46" height="${120 - (at % 3) * 10}" fill="${colour}"/>`;
  }).join("")}
  ${[180, 330, 480, 630].map((y) => `<rect x="40" y="${y}" width="1520" height="14" fill="#7a5a3c"/>`).join("")}
  <rect x="250" y="800" width="1100" height="60" fill="#a97b4f"/><path d="M640 800l160-46 160 46-160 22z" fill="#fff"/>
  <circle cx="560" cy="620" r="74" fill="#e8b58f"/><rect x="470" y="690" width="180" height="120" rx="40" fill="#fff"/>
  <circle cx="1040" cy="620" r="74" fill="#d9a27c"/><rect x="950" y="690" width="180" height="120" rx="40" fill="#dfe9f5"/>`;
