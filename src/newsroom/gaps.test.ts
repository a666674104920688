import { expect, test } from "vitest";
import { doc, list, paragraph } from "./content-samples.ts";
import { gapsIn } from "./gaps.ts";

test("brackets left from a template are found in title, summary and text, each once", () => {
  const body = doc(paragraph("Lúc [giờ, ngày] tại [phòng]."), list("Mang theo [giấy tờ]", "Gặp [phòng]"));
  expect(gapsIn({ title: "Thông báo về [việc]", lead: "[Ai cần làm gì.] Hạn 30/11.", body })).toEqual([
    "[việc]",
    "[Ai cần làm gì.]",
    "[giờ, ngày]",
    "[phòng]",
    "[giấy tờ]",
  ]);
});

test("a filled-in text, a number in brackets and an open bracket are no gaps", () => {
  const body = doc(paragraph("Theo báo cáo [1], 240 học viên dự (có danh sách) [còn"), paragraph("tiếp] theo"));
  expect(gapsIn({ title: "Khai giảng", lead: "", body })).toEqual([]);
});
