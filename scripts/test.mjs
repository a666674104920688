// Everything: types, lint, direction of imports, unit tests on both databases, then the stories in a real browser.
import { spawnSync } from "node:child_process";

const node = process.execPath;
const steps = [
  ["Chromium", [node, "scripts/chromium.mjs"]],
  ["kiểm tra mã", ["npm", "run", "--silent", "check"]],
  ["bản dựng", [node, "scripts/build.mjs"]],
  ["kiểm thử", [node, "node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)]],
];
for (const [name, [command, ...args]] of steps) {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  if (status !== 0) {
    console.error(`\nKhông đạt ở bước: ${name}`);
    process.exit(status ?? 1);
  }
}
