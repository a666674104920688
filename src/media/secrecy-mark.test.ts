import { expect, test } from "vitest";
import { findSecrecyMark } from "./secrecy-mark.ts";

test.each([
  ["Kế hoạch (MẬT).pdf", "Mật"],
  ["Mật - Phương án thi.docx", "Mật"],
  ["12_KH_MẬT.pdf", "Mật"],
  ["Đề thi Tối mật.pdf", "Tối mật"],
  ["de-thi-toi-mat.pdf", "Tối mật"],
  ["TUYỆT MẬT.pdf", "Tuyệt mật"],
  ["phuong-an_tuyet_mat_2026.docx", "Tuyệt mật"],
  ["TuyetMat.pdf", "Tuyệt mật"],
  ["Tuyệt mật.pdf".normalize("NFD"), "Tuyệt mật"],
  ["Tuyệt mật.zip", "Tuyệt mật"],
])("REQ-030, Đ5.k1, Đ17.k1.c: %s is marked %s", (name, mark) => {
  expect(findSecrecyMark(name)).toBe(mark);
});

test.each([
  "Quy định bảo mật thông tin.pdf",
  "ĐỔI MẬT KHẨU.pdf",
  "bảo-mật-tài-khoản.pdf",
  "Kỹ thuật nuôi ong lấy mật ong.pdf",
  "Tôi mất thẻ học viên.pdf",
  "Mặt bằng phòng học.pdf",
  "mat-bang.pdf",
  "Mật độ dân số.pdf",
])("%s is not marked", (name) => {
  expect(findSecrecyMark(name)).toBeNull();
});
