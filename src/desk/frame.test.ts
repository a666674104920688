import { expect, test } from "vitest";
import { HAT_NAMES, type Hat } from "../regulation/hats.ts";
import { navigation } from "./frame.ts";
import { PLACES } from "./places.ts";

const open = (hat: Hat, current?: string, counts = {}) =>
  navigation(hat, false, current, counts)
    .filter(({ folded }) => !folded)
    .flatMap(({ items }) => items.map(({ href }) => href));

test("no hat begins with a menu longer than twenty entries, and each has its own work open", () => {
  for (const hat of HAT_NAMES) expect(open(hat).length, hat).toBeLessThanOrEqual(20);
  expect(open("CONTRIBUTOR").length).toBeLessThanOrEqual(6);
  for (const hat of HAT_NAMES.filter((one) => one !== "CONTRIBUTOR" && one !== "INSPECTOR"))
    expect(open(hat), hat).toContain("/ban-bien-tap/den-han");
  expect(open("ADMIN")).toContain("/ban-bien-tap/kiem-tra");
  expect(open("CHIEF")).toContain("/ban-bien-tap/tham-quyen");
});

test("the group one is in, and a group where something waits, stand open", () => {
  expect(open("CONTRIBUTOR")).not.toContain("/ban-bien-tap/nhat-ky");
  expect(open("CONTRIBUTOR", "/ban-bien-tap/nhat-ky")).toContain("/ban-bien-tap/nhat-ky");
  expect(open("DEPUTY")).not.toContain("/ban-bien-tap/van-ban");
  expect(open("DEPUTY", undefined, { "/ban-bien-tap/van-ban": 2 })).toContain("/ban-bien-tap/van-ban");
});

test("every address stands in the menu once", () => {
  const hrefs = PLACES.flatMap(({ places }) => places.map(({ href }) => href));
  expect(new Set(hrefs).size).toBe(hrefs.length);
});
