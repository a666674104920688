import { type WordRefusal, wordRefusal } from "./refusal.ts";

/**
 * What a file really is when it is no zip archive, judged by its bytes and never by its name, so that the
 * person is told what to do with just this file. Null when it may be a zip archive.
 */
export function refusalOfOtherFormat(bytes: Buffer): WordRefusal | null {
  if (bytes.length === 0) return wordRefusal("empty", "Tệp rỗng (0 byte); hãy kiểm tra lại tệp rồi tải lên.");
  if (startsWith(bytes, "PK\x03\x04") || startsWith(bytes, "PK\x05\x06")) return null;
  if (startsWith(bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return refusalOfCompoundFile(bytes);
  if (startsWith(bytes, "%PDF")) return wordRefusal("notWord", saveAsDocx("tệp PDF"));
  if (startsWith(bytes, "{\\rtf")) return wordRefusal("notWord", saveAsDocx("tệp RTF"));
  if (startsWith(bytes, "MZ")) {
    return wordRefusal(
      "notWord",
      "Đây là một chương trình chạy được, không phải tệp Word; hãy chọn đúng tệp bài viết .docx.",
    );
  }
  return wordRefusal("notWord");
}

export function saveAsDocx(kind: string): string {
  return `Đây là ${kind}, không phải tệp Word; hãy mở tệp, lưu lại thành .docx rồi tải lên.`;
}

/** Office files of before 2007, and newer ones with a password, are small file systems of named streams. */
function refusalOfCompoundFile(bytes: Buffer): WordRefusal {
  if (hasStream(bytes, "EncryptedPackage")) return wordRefusal("encrypted");
  return wordRefusal(hasStream(bytes, "WordDocument") ? "oldDoc" : "notWord");
}

/** Directory entries are 128 bytes long and start with the stream's name in UTF-16; its length follows at 64. */
function hasStream(bytes: Buffer, name: string): boolean {
  const wanted = Buffer.from(name, "utf16le");
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 2)) {
    if (at % 128 === 0 && at + 66 <= bytes.length && bytes.readUInt16LE(at + 64) === wanted.length + 2) return true;
  }
  return false;
}

function startsWith(bytes: Buffer, magic: string): boolean {
  return bytes.subarray(0, magic.length).equals(Buffer.from(magic, "latin1"));
}

/** The picture formats an article may hold, by their first bytes; null for every other (EMF, WMF, TIFF, BMP, SVG …). */
export function pictureType(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(head, "\x89PNG\r\n\x1A\n")) return "image/png";
  if (startsWith(head, "\xFF\xD8\xFF")) return "image/jpeg";
  if (startsWith(head, "GIF8")) return "image/gif";
  if (startsWith(head, "RIFF") && startsWith(head.subarray(8), "WEBP")) return "image/webp";
  return null;
}
