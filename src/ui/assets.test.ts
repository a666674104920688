import { expect, test } from "vitest";
import { assetsFrom } from "./assets.ts";

const manifest = {
  "src/ui/styles/site.css": { file: "site-a1.css", assets: ["vi-400-b2.woff2", "dau.svg"] },
  "src/ui/styles/desk.css": { file: "desk-c3.css" },
  "src/ui/islands/editor.ts": { file: "editor-d4.js" },
  "_shared.js": { file: "shared-e5.js" },
};

test("the manifest gives the address of each style sheet, font and island", () => {
  expect(assetsFrom(manifest)).toEqual({
    siteCss: "/assets/site-a1.css",
    deskCss: "/assets/desk-c3.css",
    fonts: ["/assets/vi-400-b2.woff2"],
    islands: { editor: "/assets/editor-d4.js" },
  });
});

test("a build without its style sheets is refused by name", () => {
  expect(() => assetsFrom({ "src/ui/styles/desk.css": { file: "desk.css" } })).toThrow("site.css");
});
