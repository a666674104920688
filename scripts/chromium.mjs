// Finds a Chromium for the browser tests, or installs one: Playwright's own where it can be downloaded, else Debian's.
// Prints its path; says so and answers 1 when there is none.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const DEBIAN = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const found = () =>
  [process.env.CHROMIUM, ...DEBIAN, chromium.executablePath()].find((path) => path && existsSync(path));

const run = (command, args) => spawnSync(command, args, { stdio: ["ignore", 2, 2] }).status === 0;

function install() {
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    process.env.DEBIAN_FRONTEND = "noninteractive";
    if (run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"])) return;
    if (run("apt-get", ["update"]) && run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"])) return;
  }
  run(process.execPath, ["node_modules/playwright-core/cli.js", "install", "--with-deps", "chromium"]);
}

if (!found()) install();
const path = found();
if (path) {
  console.log(path);
} else {
  console.error(
    "Không có Chromium cho kiểm thử trình duyệt và không cài được. Hãy cài gói chromium (apt-get install chromium) hoặc đặt biến CHROMIUM=đường dẫn, rồi chạy lại.",
  );
  process.exit(1);
}
