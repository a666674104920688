import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("./styles/tokens.css", import.meta.url), "utf8");
/** The colours of one rule. */
const rule = (selector: string) => {
  const from = css.indexOf(`${selector} {`);
  return css.slice(from, css.indexOf("}", from));
};
const darkCss = rule(":root:not([data-theme])");

function coloursOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

const light = coloursOf(rule(":root"));
const chosenDark = coloursOf(rule(':root[data-theme="dark"]'));
const highContrast = coloursOf(rule(':root[data-theme="contrast"]'));
const themes = { light, dark: { ...light, ...coloursOf(darkCss) }, contrast: { ...light, ...highContrast } };
/** What the theme promises beyond WCAG 2.2 AA: 7 : 1 for text (AAA). */
const LEAST: Readonly<Record<string, number>> = { contrast: 7 };

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2 contrast ratio. */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ["paper", "paper-warm", "paper-sunk"];

/** Every pair in which a text stands on a ground. */
const texts: [string, string][] = [
  ...["ink", "ink-soft", "brand-ink", "link", "link-hover", "link-visited", "accent"].flatMap((text) =>
    grounds.map((ground): [string, string] => [text, ground]),
  ),
  ...["paper", "paper-warm"].map((ground): [string, string] => ["danger", ground]),
  ...["ok", "warn", "danger", "info", "quiet"].map((tone): [string, string] => [tone, `${tone}-bg`]),
  ...["ok-bg", "warn-bg", "danger-bg", "info-bg", "quiet-bg", "added-bg", "removed-bg"].map(
    (ground): [string, string] => ["ink", ground],
  ),
  ...["on-brand", "on-brand-soft", "gold"].flatMap((text) =>
    ["brand", "brand-deep"].map((ground): [string, string] => [text, ground]),
  ),
  ["ink-soft", "quiet-bg"],
  ["on-action", "action"],
  ["on-action", "action-hover"],
  ["on-danger-action", "danger-action"],
  ["on-danger-action", "danger-action-hover"],
  ["paper", "ok"],
];

/** Frames of controls, focus rings and shapes that carry meaning. */
const shapes: [string, string][] = [
  ...["line-strong", "focus", "action", "accent-line"].flatMap((shape) =>
    grounds.map((ground): [string, string] => [shape, ground]),
  ),
  ...["focus-on-brand", "gold"].map((shape): [string, string] => [shape, "brand"]),
  ["ok", "paper"],
  ["danger", "paper"],
];

describe.each(Object.entries(themes))("in the %s theme", (name, colours) => {
  const ratio = (one: string, other: string): number => {
    const [a, b] = [colours[one], colours[other]];
    if (!a || !b) throw new Error(`No such colour: ${a ? other : one}`);
    return contrast(a, b);
  };

  test.each(texts)("%s on %s can be read (4.5 : 1 or more)", (text, ground) => {
    expect(ratio(text, ground)).toBeGreaterThanOrEqual(LEAST[name] ?? 4.5);
  });

  test.each(shapes)("%s on %s can be seen (3 : 1 or more)", (shape, ground) => {
    expect(ratio(shape, ground)).toBeGreaterThanOrEqual(3);
  });
});

test("black on white has the ratio that WCAG gives for it", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
});

test("dark is the same whether the machine or the reader chose it, and high contrast leaves no colour out", () => {
  expect(chosenDark).toEqual(coloursOf(darkCss));
  expect(Object.keys(highContrast).sort()).toEqual(Object.keys(light).sort());
});

test("the dark theme gives its own value to every colour that a ground or a text uses", () => {
  const dark = coloursOf(darkCss);
  const fixed = new Set(["gold"]);
  expect(Object.keys(light).filter((name) => !(name in dark) && !fixed.has(name))).toEqual([]);
});
