import { globSync } from "node:fs";
import { defineConfig } from "vite";

const islands = globSync("src/ui/islands/*.{ts,tsx}").filter((file) => !/\.(test|d)\.tsx?$/.test(file));

/**
 * Builds what the browser loads: two style sheets (public pages, newsroom), their fonts, and one script for each
 * island. Names carry a hash of the content, so they may be cached for ever; `manifest.json` tells the server the names.
 */
export default defineConfig({
  base: "./",
  publicDir: false,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "dist/assets",
    assetsDir: "",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    manifest: "manifest.json",
    modulePreload: false,
    rolldownOptions: {
      input: ["src/ui/styles/site.css", "src/ui/styles/desk.css", ...islands],
      output: {
        entryFileNames: "[name]-[hash].js",
        chunkFileNames: "[name]-[hash].js",
        assetFileNames: "[name]-[hash][extname]",
      },
    },
  },
});
