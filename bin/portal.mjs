#!/usr/bin/env node
// Runs the built command line under the Node that package.json pins, whatever the system's own Node is.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../dist/server/main.js", import.meta.url));
const node = fileURLToPath(new URL("../node_modules/.bin/node", import.meta.url));
if (!existsSync(main)) {
  console.error("Chưa có bản dựng. Hãy chạy: npm run build");
  process.exit(2);
}
const { status, signal } = spawnSync(existsSync(node) ? node : process.execPath, [main, ...process.argv.slice(2)], {
  stdio: "inherit",
});
process.exit(signal ? 1 : (status ?? 1));
