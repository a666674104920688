import { expect, test } from "vitest";
import { detailsOf } from "./details.ts";

const known = new Map([["u1", "Phòng Đào tạo"]]);
const read = (content: object) =>
  detailsOf(JSON.stringify(content), known).map(({ name, value }) => `${name}: ${value}`);

test("an act's content is told in Vietnamese, ids as what they stand for, and nothing for what is empty", () => {
  expect(
    read({
      unit: "u1",
      units: ["u1", "u9"],
      hat: "SECRETARY",
      from: "2026-11-24",
      acting: false,
      to: null,
      fields: [],
    }),
  ).toEqual([
    "đơn vị: Phòng Đào tạo",
    "đơn vị: Phòng Đào tạo, u9",
    "vai trò: Thư ký Ban biên tập",
    "từ ngày: 24/11/2026",
  ]);
});

test("a changed setting shows its label, the value before and the value after", () => {
  expect(
    read({
      "site.phone": { before: "", after: "0225 000 0000" },
      "site.hostConfirmed": { before: false, after: true },
      "mail.password": "đã đổi",
    }),
  ).toEqual([
    "Điện thoại: (trống) → 0225 000 0000",
    "Tôi đã đối chiếu và xác nhận địa chỉ chính thức này: (trống) → có",
    "Mật khẩu gửi thư: đã đổi",
  ]);
});

test("a name that nobody put into words stays as the log has it", () => {
  expect(read({ neverSeen: 3, position: 2, deep: { a: 1 } })).toEqual(["neverSeen: 3", "thứ tự: 2", 'deep: {"a":1}']);
});
