import { crc32 } from "node:zlib";
import type { AttachmentName } from "./story.ts";

interface SampleFile {
  /** As the sender's computer names it. */
  readonly name: string;
  readonly title: string;
  readonly bytes: () => Uint8Array;
}

/** Attachments of the sample articles. */
export const SAMPLE_FILES: Readonly<Record<AttachmentName, SampleFile>> = {
  "phieu-dang-ky": {
    name: "Phiếu đăng ký dự tuyển.docx",
    title: "Phiếu đăng ký dự tuyển chương trình giáo dục thường xuyên cấp THPT (mẫu)",
    bytes: () =>
      docx([
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập – Tự do – Hạnh phúc",
        "PHIẾU ĐĂNG KÝ DỰ TUYỂN",
        "Chương trình giáo dục thường xuyên cấp trung học phổ thông",
        "1. Họ và tên (viết chữ in hoa): ........................................................",
        "2. Ngày, tháng, năm sinh: ........................  Giới tính: ..................",
        "3. Nơi ở hiện nay: .......................................................................",
        "4. Đã tốt nghiệp trung học cơ sở năm: ..........  tại trường: ....................",
        "5. Lớp đăng ký học (ban ngày / buổi tối): ............................................",
        "6. Điện thoại liên hệ: ...................................................................",
        "Tôi cam đoan những điều khai trên là đúng sự thật.",
        "Người đăng ký (ký, ghi rõ họ tên)",
      ]),
  },
  "ke-hoach": {
    name: "Kế hoạch tập huấn.docx",
    title: "Kế hoạch tập huấn kỹ năng số cho cán bộ, giáo viên",
    bytes: () =>
      docx([
        "KẾ HOẠCH",
        "Tập huấn kỹ năng số cho cán bộ, giáo viên, nhân viên",
        "I. Mục đích: nâng cao kỹ năng khai thác học liệu số, quản lý lớp học và bảo đảm an toàn thông tin.",
        "II. Đối tượng: toàn thể cán bộ quản lý, giáo viên, nhân viên của Trung tâm.",
        "III. Nội dung",
        "Buổi 1: Soạn bài giảng điện tử và kho học liệu dùng chung.",
        "Buổi 2: Giao bài, chấm bài và nhận xét trên hệ thống quản lý học tập.",
        "Buổi 3: Chữ ký số, văn thư điện tử; nhận biết thư lừa đảo.",
        "IV. Tổ chức thực hiện: Phòng Công nghệ thông tin chủ trì, các phòng và đơn vị phối hợp.",
      ]),
  },
  "lich-thi": {
    name: "Lịch thi.csv",
    title: "Lịch thi chi tiết theo phòng (bảng tính)",
    bytes: () =>
      new TextEncoder().encode(
        [
          "Ca thi,Giờ tập trung,Giờ bắt đầu,Nội dung,Phòng thi",
          "1,07:00,07:30,Tiếng Anh – Nghe và Đọc,P.201–P.206",
          "2,09:15,09:45,Tiếng Anh – Viết,P.201–P.206",
          "3,13:00,13:30,Tin học – Trắc nghiệm,P.301–P.304",
          "4,15:00,15:30,Tin học – Thực hành,P.301–P.304",
          "",
        ].join("\r\n"),
      ),
  },
};

const TYPES = "application/vnd.openxmlformats";

/** A Word file of plain paragraphs: a zip whose parts are stored as they are. */
export function docx(paragraphs: readonly string[]): Uint8Array {
  const written = paragraphs.map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`).join("");
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  return zip([
    [
      "[Content_Types].xml",
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${TYPES}-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ],
    [
      "_rels/.rels",
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ],
    [
      "word/document.xml",
      `${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${written}</w:body></w:document>`,
    ],
  ]);
}

function zip(entries: readonly (readonly [name: string, text: string])[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of entries) {
    const [path, data] = [Buffer.from(name), Buffer.from(text)];
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(0x21, 8);
    about.writeUInt32LE(crc32(data), 10);
    about.writeUInt32LE(data.length, 14);
    about.writeUInt32LE(data.length, 18);
    about.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), about, path, data]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000"), about, place, path]));
    parts.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...parts, list, Buffer.from("PK\u0005\u0006"), end]));
}
