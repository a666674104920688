import { expect, test } from "vitest";
import { readAddress } from "./address.ts";

test.each([
  ["haiphong.edu.vn/tin", "https://haiphong.edu.vn/tin"],
  ["http://haiphong.edu.vn", "http://haiphong.edu.vn"],
  ["haiphong.edu.vn:8443/tin", "https://haiphong.edu.vn:8443/tin"],
  ["lan@haiphong.edu.vn", "mailto:lan@haiphong.edu.vn"],
  ["tel:02253123456", "tel:02253123456"],
  ["0225 3123 456", "tel:02253123456"],
  ["/tin-tuc", "/tin-tuc"],
])("%s is read as people mean it", (typed, href) => {
  expect(readAddress(typed)).toEqual({ ok: true, href });
});

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\u0000script:alert(1)",
  " \tjava\nscript:alert(1)",
  "data:text/html,x",
  "vbscript:x",
  "file:///C:/a.docx",
  "blob:https://a.vn/1",
  "//nowhere",
  "khong phai dia chi",
  "",
])("%j is refused as an address", (typed) => {
  expect(readAddress(typed)).toMatchObject({ ok: false });
});
