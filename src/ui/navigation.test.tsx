import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { Pagination, pageNumbers } from "./navigation.tsx";

test.each([
  [1, 1, [1]],
  [1, 5, [1, 2, 3, 4, 5]],
  [1, 9, [1, 2, 3, "gap", 9]],
  [4, 9, [1, 2, 3, 4, 5, "gap", 9]],
  [7, 134, [1, 2, "gap", 6, 7, 8, "gap", 134]],
  [134, 134, [1, 2, "gap", 133, 134]],
])("page %i of %i offers the ends and the neighbours", (page, pages, shown) => {
  expect(pageNumbers(page, pages)).toEqual(shown);
});

test("no number is lost or doubled, however many pages there are", () => {
  for (let pages = 1; pages <= 30; pages += 1) {
    for (let page = 1; page <= pages; page += 1) {
      const numbers = pageNumbers(page, pages).filter((n) => n !== "gap");
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(numbers).toContain(page);
      expect(numbers[0]).toBe(1);
      expect(numbers.at(-1)).toBe(pages);
    }
  }
});

test("a list of one page has no pagination, and a long one has plain links with rel", () => {
  const href = (page: number): string => `/tin-tuc?trang=${page}`;
  expect(renderToString(<Pagination page={1} pages={1} href={href} />)).toBe("");
  const html = renderToString(<Pagination page={2} pages={1200} href={href} />);
  expect(html).toContain('href="/tin-tuc?trang=1" rel="prev"');
  expect(html).toContain('href="/tin-tuc?trang=3" rel="next"');
  expect(html).toContain("1.200");
});
