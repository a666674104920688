import { expect, test } from "vitest";
import { Document, renderDocument, scriptText } from "./document.tsx";

test("words of an article cannot close the script element they are described in", () => {
  const page = renderDocument(
    <Document title="Bài" css={["/assets/site.css"]} jsonLd={{ headline: "</script><script>alert(1)</script>" }}>
      <main>Nội dung</main>
    </Document>,
  );
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page.match(/<\/script/g)).toHaveLength(1);
  expect(JSON.parse(scriptText({ headline: "</script>\u2028" }))).toEqual({ headline: "</script>\u2028" });
});

test("the shell says its language and loads only what it was given", () => {
  const page = renderDocument(
    <Document title="Bài & ảnh" css={["/assets/desk.css"]} scripts={["/assets/editor.js"]} nonce="n0">
      <main />
    </Document>,
  );
  expect(page.startsWith('<!doctype html><html lang="vi">')).toBe(true);
  expect(page).toContain("<title>Bài &amp; ảnh</title>");
  expect(page).toContain('<script type="module" src="/assets/editor.js" nonce="n0"></script>');
  expect(page).not.toMatch(/\sstyle=|https?:\/\//);
});
