import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** A browser for the stories of this room: Playwright's own where it is installed, else the system's. */
export function openBrowser(): Promise<Browser> {
  const own = chromium.executablePath();
  return chromium.launch({
    executablePath: existsSync(own) ? own : "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
}
