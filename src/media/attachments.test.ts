import { crc32, deflateRawSync, deflateSync } from "node:zlib";
import { Document, Packer, Paragraph } from "docx";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { receiveAttachment } from "./attachments.ts";

async function refusal(bytes: Uint8Array, name: string) {
  const result = await receiveAttachment(bytes, name);
  if (result.ok) throw new Error(`${name} was accepted`);
  expect(result.error.field).toBe("attachment");
  expect(result.error.message).toMatch(/[Hh]ãy .+\.$/);
  return result.error;
}

type Entries = Readonly<Record<string, string | Uint8Array>>;

/** A zip as office programs write it. `announced` lies about what an entry unpacks to. */
function zip(entries: Entries, { flags = 0, announced }: { flags?: number; announced?: number } = {}): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [entryName, content] of Object.entries(entries)) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(announced ?? data.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(entryName), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const file = Buffer.concat([Buffer.from("PK\x03\x04"), fields, Buffer.from(entryName), packed]);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), fields, place, Buffer.from(entryName)]));
    files.push(file);
    offset += file.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, ...directory, Buffer.from("PK\x05\x06"), end]);
}

const OOXML = "application/vnd.openxmlformats-officedocument.";
const types = (main: string) => ({
  "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="${main}"/></Types>`,
});
const word = types(`${OOXML}wordprocessingml.document.main+xml`);
const sheet = types(`${OOXML}spreadsheetml.sheet.main+xml`);
const slides = types(`${OOXML}presentationml.presentation.main+xml`);
const opendocument = (kind: string) => ({
  mimetype: `application/vnd.oasis.opendocument.${kind}`,
  "content.xml": "<office/>",
});

const pdf = (...objects: (string | Buffer)[]) =>
  Buffer.concat([
    Buffer.from("%PDF-1.7\n"),
    ...objects.map((object) => Buffer.concat([Buffer.from(object), Buffer.from("\n")])),
    Buffer.from("trailer\n<</Root 1 0 R/Size 3>>\nstartxref\n0\n%%EOF\n"),
  ]);
const catalog = "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj";
const packed = (head: string, content: string) =>
  Buffer.concat([
    Buffer.from(`3 0 obj\n<<${head}>>\nstream\n`),
    deflateSync(content),
    Buffer.from("\nendstream\nendobj"),
  ]);

const realDocx = () => Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph("Kế hoạch năm học")] }] }));

describe("what is received", () => {
  test("a Word file written by a word processor keeps its bytes and gets a safe name", async () => {
    const bytes = await realDocx();
    const result = await receiveAttachment(bytes, "Kế hoạch  năm học 2026-2027 (bản cuối).DOCX");
    expect(result).toEqual({
      ok: true,
      value: {
        bytes,
        name: "ke-hoach-nam-hoc-2026-2027-ban-cuoi.docx",
        originalName: "Kế hoạch năm học 2026-2027 (bản cuối).DOCX",
        mime: `${OOXML}wordprocessingml.document`,
        size: bytes.length,
      },
    });
  });

  test.each([
    ["Bảng điểm.xlsx", zip(sheet), `${OOXML}spreadsheetml.sheet`],
    ["Trình chiếu.pptx", zip(slides), `${OOXML}presentationml.presentation`],
    ["Đơn xin học.odt", zip(opendocument("text")), "application/vnd.oasis.opendocument.text"],
    ["Bảng tính.ods", zip(opendocument("spreadsheet")), "application/vnd.oasis.opendocument.spreadsheet"],
    ["QĐ 27.2026.pdf", pdf(catalog), "application/pdf"],
    ["Danh sách.csv", Buffer.from("\ufeffHọ tên,Lớp\nNguyễn Thị Lan,10A\n"), "text/csv"],
    ["Thông báo.txt", Buffer.from("BM: Thông báo nghỉ lễ\r\n"), "text/plain"],
  ])("%s is received by its content", async (name, bytes, mime) => {
    expect(await receiveAttachment(bytes, name)).toMatchObject({ ok: true, value: { mime } });
  });

  test("a name without a letter still gives a file name", async () => {
    expect(await receiveAttachment(pdf(catalog), "—.pdf")).toMatchObject({ value: { name: "tep-dinh-kem.pdf" } });
  });

  test("a PDF that only writes about JavaScript is no danger", async () => {
    const lesson = pdf(catalog, "4 0 obj\n<</Title(Bai giang HTML/JavaScript)/Subject(Launching)>>\nendobj");
    expect(await receiveAttachment(lesson, "Bài giảng.pdf")).toMatchObject({ ok: true });
  });

  test("a PDF whose objects are packed away is received when nothing bad is among them", async () => {
    const tidy = pdf(catalog, packed("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", "5 0 <</Type/Page>>"));
    expect(await receiveAttachment(tidy, "Quy chế.pdf")).toMatchObject({ ok: true });
  });
});

test("REQ-030: a name marked with a secrecy level is refused before anything else is looked at", async () => {
  const error = await refusal(Buffer.alloc(0), "Phương án (TUYỆT MẬT).zip");
  expect(error.clause).toBe("REQ-030");
  expect(error.message).toContain("“Tuyệt mật”");
});

test("a name that is refused says so whatever is inside", async () => {
  expect((await refusal(pdf(catalog), "../../etc/passwd.pdf")).message).toContain("dấu gạch chéo");
});

describe("Đ6.k2, Đ17.k3: content that does not keep the name's promise", () => {
  const program = Buffer.from(`MZ${"\0".repeat(100)}This program cannot be run in DOS mode`);
  test.each([
    ["a program", program, "bao-cao.docx", "không phải là DOCX"],
    ["a program", program, "bao-cao.pdf", "không phải là PDF"],
    ["a program", program, "bao-cao.txt", "không phải là văn bản"],
    ["a workbook", zip(sheet), "bao-cao.docx", "không phải là DOCX"],
    ["a plain zip", zip({ "a.txt": "a" }), "bao-cao.xlsx", "không phải là XLSX"],
    ["an OpenDocument sheet", zip(opendocument("spreadsheet")), "don.odt", "không phải là ODT"],
    ["a Word file", zip(word), "bao-cao.pdf", "không phải là PDF"],
    ["a program with a document behind it", Buffer.concat([program, zip(word)]), "a.docx", "không phải là DOCX"],
    ["a document with a program before it", Buffer.concat([program, pdf(catalog)]), "a.pdf", "không phải là PDF"],
    ["a document with a zip behind it", Buffer.concat([pdf(catalog), Buffer.alloc(4096, "z")]), "a.pdf", "bị hỏng"],
    ["a web page", Buffer.from("\ufeff \n<!DOCTYPE html><script>alert(1)</script>"), "a.txt", "trang web hoặc mã lệnh"],
    ["an SVG", Buffer.from("<svg onload=alert(1)>"), "a.csv", "trang web hoặc mã lệnh"],
    ["a shell script", Buffer.from("#!/bin/sh\nrm -rf /\n"), "a.txt", "trang web hoặc mã lệnh"],
    ["a PDF under a heading", Buffer.from("Ghi chú\n%PDF-1.4\n"), "a.txt", "trang web hoặc mã lệnh"],
    ["TCVN3 bytes", Buffer.from("C\xe9ng ho\xb5 x\xb7 h\xe9i", "latin1"), "a.txt", "Unicode UTF-8"],
    ["UTF-16", Buffer.from("\ufeffHọ tên", "utf16le"), "a.csv", "Unicode UTF-8"],
    ["nothing", Buffer.alloc(0), "a.pdf", "trống"],
  ])("%s as %s", async (_, bytes, name, words) => {
    expect((await refusal(bytes, name)).message).toContain(words);
  });

  test("a picture as a PDF", async () => {
    const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    expect((await refusal(picture, "quet.pdf")).message).toContain("không phải là PDF");
  });

  test("a file over 30 MB is refused with both figures", async () => {
    expect((await refusal(Buffer.alloc(30 * 1024 * 1024 + 1), "a.pdf")).message).toContain("31 MB, quá mức 30 MB");
  });
});

describe("office files", () => {
  test.each([
    ["macros", { ...word, "word/vbaProject.bin": "x" }],
    ["macros under another case", { ...word, "word/VBAPROJECT.BIN": "x" }],
    ["macros by type", types("application/vnd.ms-word.document.macroEnabled.main+xml")],
    ["ActiveX", { ...word, "word/activeX/activeX1.bin": "x" }],
    [
      "a template fetched from elsewhere",
      {
        ...word,
        "word/_rels/settings.xml.rels":
          '<Relationships><Relationship Id="r" Target="https://example.com/a.dotm" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" TargetMode="External"/></Relationships>',
      },
    ],
  ])("with %s are refused", async (_, entries: Entries) => {
    expect((await refusal(zip(entries), "a.docx")).message).toContain("macro");
  });

  test("with Excel 4 macro sheets are refused", async () => {
    expect((await refusal(zip({ ...sheet, "xl/macrosheets/sheet1.xml": "x" }), "a.xlsx")).message).toContain("macro");
  });

  test("in OpenDocument with macros are refused", async () => {
    const entries = { ...opendocument("text"), "Basic/Standard/Module1.xml": "x" };
    expect((await refusal(zip(entries), "a.odt")).message).toContain("macro");
  });

  test("with a program inside are refused", async () => {
    expect((await refusal(zip({ ...word, "word/embeddings/a.exe": "MZ" }), "a.docx")).message).toContain(
      "chương trình",
    );
  });

  test("with a template of the writer's own machine are received, as word processors write them", async () => {
    const entries = {
      ...word,
      "word/_rels/settings.xml.rels":
        '<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="file:///C:\\Users\\Lan\\Normal.dotm" TargetMode="External"/></Relationships>',
    };
    expect(await receiveAttachment(zip(entries), "a.docx")).toMatchObject({ ok: true });
  });

  test("locked with a password are refused with the way out", async () => {
    const container = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
    expect((await refusal(container, "a.docx")).message).toContain("bỏ mật khẩu");
    expect((await refusal(zip(word, { flags: 1 }), "a.docx")).message).toContain("bỏ mật khẩu");
  });

  test("that would unpack to more than is reasonable are refused unread", async () => {
    expect((await refusal(zip(word, { announced: 400 * 1024 * 1024 }), "a.docx")).message).toContain("lớn bất thường");
  });

  test("that unpack to more than they announce are refused", async () => {
    const bomb = zip({ "[Content_Types].xml": Buffer.alloc(50_000_000) }, { announced: 1000 });
    expect(bomb.length).toBeLessThan(100_000);
    expect((await refusal(bomb, "a.docx")).message).toContain("bị hỏng");
  });

  test("cut off in the middle are refused", async () => {
    const whole = await realDocx();
    expect((await refusal(whole.subarray(0, whole.length >> 1), "a.docx")).message).toContain("bị hỏng");
  });

  test("with a name inside that leaves the folder are refused", async () => {
    expect((await refusal(zip({ ...word, "../../evil.xml": "x" }), "a.docx")).message).toContain("bị hỏng");
  });
});

describe("PDF files", () => {
  const action = "<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>";
  test.each([
    ["a script", pdf(`1 0 obj\n${action}\nendobj`), "JavaScript"],
    ["a script in disguise", pdf("1 0 obj\n<</S /J#61va#53cript /JS 4 0 R>>\nendobj"), "JavaScript"],
    ["a list of scripts", pdf("1 0 obj\n<</Names<</Dests 3 0 R/JavaScript 4 0 R>>>>\nendobj"), "JavaScript"],
    [
      "a script in a packed list",
      pdf(packed("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", `5 0 ${action}`)),
      "JavaScript",
    ],
    [
      "a script in a packed list without a type",
      pdf(packed("/N 1/First 4/Filter[/FlateDecode]", `5 0 ${action}`)),
      "JavaScript",
    ],
    [
      "a script in a packed list in disguise",
      pdf(packed("/Type/Obj#53tm/N 1/F#69rst 4/F#69lter/Fl#61teDecode", action)),
      "JavaScript",
    ],
    ["a command", pdf("1 0 obj\n<</S/Launch/Win<</F(cmd.exe)>>>>\nendobj"), "lệnh mở chương trình"],
    [
      "a command in a packed list",
      pdf(packed("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", "<</S /Launch>>")),
      "lệnh mở chương trình",
    ],
    [
      "a list packed twice",
      pdf(packed("/Type/ObjStm/N 1/First 4/Filter[/ASCIIHexDecode/FlateDecode]", "x")),
      "không kiểm tra được",
    ],
    [
      "a list that is broken",
      pdf("3 0 obj\n<</Type/ObjStm/Filter/FlateDecode>>\nstream\nxxxx\nendstream\nendobj"),
      "không kiểm tra được",
    ],
    ["a lock", Buffer.concat([pdf(catalog), Buffer.from("trailer\n<</Encrypt 9 0 R>>\n%%EOF")]), "bỏ mật khẩu"],
  ])("with %s are refused", async (_, bytes, words) => {
    expect((await refusal(bytes, "a.pdf")).message).toContain(words);
  });

  test("whose packed list would unpack to 200 MB are refused", async () => {
    const bomb = pdf(packed("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", " ".repeat(200 * 1024 * 1024)));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect((await refusal(bomb, "a.pdf")).message).toContain("không kiểm tra được");
  });

  test("cut off in the middle are refused", async () => {
    const whole = pdf(catalog, packed("/Filter/FlateDecode", "x".repeat(9000)));
    expect((await refusal(whole.subarray(0, whole.length - 60), "a.pdf")).message).toContain("bị hỏng");
  });
});
