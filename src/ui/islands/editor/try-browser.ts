import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** A browser for the stories of this room: the one named by `CHROMIUM`, Debian's, or Playwright's own. */
export function openBrowser(): Promise<Browser> {
  const known = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser"];
  return chromium.launch({
    executablePath: known.find((path) => path && existsSync(path)) ?? chromium.executablePath(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
}
