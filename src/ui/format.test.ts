import { describe, expect, test } from "vitest";
import {
  formatBytes,
  formatDate,
  formatDateTime,
  formatDay,
  formatNumber,
  formatRelative,
  formatSince,
} from "./format.ts";

test("a date is the one on the wall in Hải Phòng, not in Greenwich", () => {
  expect(formatDate("2026-09-04T17:30:00Z")).toBe("05/09/2026");
  expect(formatDate("2026-09-04T16:59:59Z")).toBe("04/09/2026");
});

test("a time is written before its date, in 24 hours", () => {
  expect(formatDateTime("2026-11-24T07:40:00Z")).toBe("14:40 ngày 24/11/2026");
  expect(formatDateTime("2026-12-31T17:00:00Z")).toBe("00:00 ngày 01/01/2027");
});

test("a day has its Vietnamese name", () => {
  expect(formatDay("2026-11-24T02:00:00Z")).toBe("Thứ ba, 24/11/2026");
  expect(formatDay("2026-11-28T18:00:00Z")).toBe("Chủ nhật, 29/11/2026");
});

describe("how long ago, or how long still", () => {
  const now = "2026-11-24T08:00:00Z";
  test.each([
    ["2026-11-24T07:59:30Z", "vừa xong"],
    ["2026-11-24T07:55:00Z", "5 phút trước"],
    ["2026-11-24T06:00:00Z", "2 giờ trước"],
    ["2026-11-21T07:00:00Z", "3 ngày trước"],
    ["2026-11-24T10:30:00Z", "còn 2 giờ"],
    ["2026-11-26T09:00:00Z", "còn 2 ngày"],
    ["2026-09-01T08:00:00Z", "01/09/2026"],
  ])("%s is %s", (instant, words) => {
    expect(formatRelative(instant, now)).toBe(words);
  });
});

test("thousands are parted by a full stop and decimals by a comma", () => {
  expect(formatNumber(1_234_567)).toBe("1.234.567");
  expect(formatNumber(0)).toBe("0");
  expect(formatNumber(12.5)).toBe("12,5");
});

test.each([
  [0, "0 byte"],
  [1023, "1.023 byte"],
  [1024, "1 KB"],
  [482_133, "470,8 KB"],
  [1_048_575, "1 MB"],
  [20 * 1024 * 1024, "20 MB"],
])("%i bytes are shown as %s", (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});

test("what happened lately is told both ways, what is long past only once", () => {
  const now = "2026-11-24T01:00:00.000Z";
  expect(formatSince("2026-11-21T01:00:00.000Z", now)).toBe("3 ngày trước, 08:00 ngày 21/11/2026");
  expect(formatSince("2026-09-24T08:27:00.000Z", now)).toBe("15:27 ngày 24/09/2026");
});
