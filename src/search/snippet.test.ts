import { expect, test } from "vitest";
import { readQuery } from "./query.ts";
import { marked, type Piece, snippet } from "./snippet.ts";

const { terms } = readQuery("học phí");
const drawn = (pieces: readonly Piece[]) => pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join("");

test("words are marked as they are written, accents or not, neighbours as one", () => {
  expect(drawn(marked("Mức thu HỌC PHÍ và hoc phi khác", terms))).toBe("Mức thu [HỌC PHÍ] và [hoc phi] khác");
  expect(drawn(marked("Theo 27/QĐ-GDTXHP", readQuery("27 / qđ-gdtxhp").terms))).toBe("Theo [27/QĐ-GDTXHP]");
});

test("the place with the most of what was asked for is shown, cut between words", () => {
  const far = `${"Nhà trường thông báo. ".repeat(60)}Miễn học phí cho học viên khó khăn. ${"Xin cảm ơn. ".repeat(60)}`;
  const shown = drawn(snippet(far, terms));
  expect(shown).toMatch(/^… .*Miễn \[học phí\] cho/);
  expect(shown.endsWith(" …")).toBe(true);
  expect(shown.length).toBeLessThan(400);
});

test("a text without any of the words shows its beginning, an empty one nothing", () => {
  expect(drawn(snippet("Sáng nay lớp khai giảng.", terms))).toBe("Sáng nay lớp khai giảng.");
  expect(snippet("", terms)).toEqual([]);
});

test("pieces put together are the text itself: nothing is lost, and markup stays text", () => {
  const text = 'Học phí <b>"học" & phí</b>';
  expect(
    marked(text, terms)
      .map((piece) => piece.text)
      .join(""),
  ).toBe(text);
});
