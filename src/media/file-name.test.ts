import { expect, test } from "vitest";
import { readAttachmentName } from "./file-name.ts";

test.each([
  ["Kế hoạch  năm học 2026-2027 (bản cuối).DOCX", "ke-hoach-nam-hoc-2026-2027-ban-cuoi.docx", "docx"],
  ["QĐ 27.2026.pdf", "qd-27-2026.pdf", "pdf"],
  [`${"Danh sách".normalize("NFD")}.csv`, "danh-sach.csv", "csv"],
  ["—.txt", "tep-dinh-kem.txt", "txt"],
])("%s becomes %s", (name, safe, extension) => {
  expect(readAttachmentName(name)).toMatchObject({ ok: true, safe, extension });
});

test.each([
  ["../../etc/passwd.pdf", "dấu gạch chéo"],
  ["..\\..\\web.pdf", "dấu gạch chéo"],
  ["C:\\Users\\Lan\\bao-cao.pdf", "dấu gạch chéo"],
  ["..pdf", "dấu gạch chéo"],
  ["bao-cao\0.pdf", "ký tự điều khiển"],
  [`${"a".repeat(256)}.pdf`, "255 ký tự"],
  ["baocao", "không có phần mở rộng"],
  ["baocao.", "không có phần mở rộng"],
  ["hoa-don.exe.pdf", "hai phần mở rộng “.exe.pdf”"],
  ["ke-hoach.docx.pdf", "hai phần mở rộng “.docx.pdf”"],
  ["anh.jpg .pdf", "hai phần mở rộng"],
  ["bao-cao.pdf.exe", "“.exe”"],
  // Shown as "bao-caoexe.pdf" by a program that obeys the right-to-left mark.
  ["bao-cao\u202Efdp.exe", "“.exe”"],
  ["setup.msi", "“.msi”"],
  ["trang.html", "“.html”"],
  ["logo.svg", "“.svg”"],
  ["tai-lieu.zip", "tệp nén"],
  ["tai-lieu.rar", "tệp nén"],
  ["bang-diem.xlsm", "macro"],
  ["mau.docm", "macro"],
  ["cong-van.doc", "đời cũ"],
  ["anh.jpg", "nút chèn ảnh"],
  ["phim.mp4", "“.mp4”"],
])("%j is refused with the way out", (name, words) => {
  const read = readAttachmentName(name);
  expect(read).toMatchObject({ ok: false, why: expect.stringContaining(words) });
  expect(read).toMatchObject({ why: expect.stringMatching(/[Hh]ãy .+\.$/) });
});
