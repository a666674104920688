import { HtmlValidate } from "html-validate";
import { expect, test } from "vitest";
import type { EditorFormView } from "../../../newsroom/editor-form.view.tsx";
import { EMPTY_VALUES, editorPage } from "./try-pages.ts";

const assets = {
  siteCss: "/assets/site.css",
  deskCss: "/assets/desk.css",
  fonts: [],
  islands: { editor: "/assets/e.js" },
};
const page = (view: Partial<EditorFormView> = {}, values = {}, errors = {}) =>
  editorPage(assets, view, { ...EMPTY_VALUES, ...values }, errors);

const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    // How Preact writes HTML, not what it says.
    "doctype-style": "off",
    "void-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "no-implicit-button-type": "off",
    "no-trailing-whitespace": "off",
    "long-title": "off",
    "prefer-native-element": "off",
    "require-sri": "off",
  },
});

const problemsOf = (html: string) =>
  validator
    .validateStringSync(html)
    .results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`),
    );

test("the form is valid HTML, empty, with everything in it, and with errors", () => {
  const people = [{ name: "Phạm Thị Hoa", since: "2026-11-24T01:00:00.000Z" }];
  const units = [
    { value: "dao-tao", label: "Phòng Đào tạo" },
    { value: "hanh-chinh", label: "Phòng Hành chính" },
  ];
  const restored = { savedAt: "2026-11-24T01:31:00.000Z", discardAction: "/bo" };
  expect(problemsOf(page())).toEqual([]);
  expect(problemsOf(page({ people, units, restored, savedAt: restored.savedAt }))).toEqual([]);
  expect(
    problemsOf(page({}, {}, { title: "Dài quá.", body: "Liên kết sai.", sourceUrl: "Sai.", cover: "Sai." })),
  ).toEqual([]);
});

test("the form holds no inline script or style, so that our CSP need not allow any", () => {
  const html = page({}, {}, { body: "Sai." });
  expect(html).not.toMatch(/\sstyle=|<style|\son[a-z]+="/);
  expect(html.match(/<script[^>]*>/g)?.every((tag) => tag.includes("src="))).toBe(true);
});

test("what was typed comes back as text, never as markup", () => {
  const typed = `"><script>alert(1)</script></textarea>`;
  const html = page({}, { title: typed, lead: typed, cover: typed, attachments: typed, sourceUrl: typed });
  expect(html).not.toContain("<script>alert");
  expect(html).toContain("&lt;script>alert(1)&lt;/script>");
});

test("the part for republished articles stands open when something is written or wrong in it", () => {
  const isOpen = (html: string) => / open/.test(/<details[^>]*editor-republished[^>]*>/.exec(html)?.[0] ?? "");
  expect(isOpen(page())).toBe(false);
  expect(isOpen(page({}, { sourceUrl: "https://bao.example.vn" }))).toBe(true);
  expect(isOpen(page({}, {}, { sourceDate: "Sai." }))).toBe(true);
});

test("a person with one unit reads it, a person with several chooses", () => {
  expect(page()).toContain('<input type="hidden" name="unit" value="dao-tao"');
  const units = [
    { value: "dao-tao", label: "Phòng Đào tạo" },
    { value: "hanh-chinh", label: "Phòng Hành chính" },
  ];
  expect(page({ units })).toMatch(/<select[^>]*name="unit"/);
});
