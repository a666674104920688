// Builds what runs: the server (tsc) and what browsers load (vite). Skipped when nothing changed since the last build,
// so that a second start takes no time.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

const STAMP = "dist/stamp";
const sources = globSync(["src/**/*.{ts,tsx,css,svg}", "tsconfig*.json", "vite.config.ts", "package-lock.json"]).sort();
const hash = createHash("sha256");
for (const file of sources) {
  if (/\.test\.tsx?$/.test(file)) continue;
  hash.update(file).update(readFileSync(file));
}
const stamp = hash.digest("hex");
if (!existsSync(STAMP) || readFileSync(STAMP, "utf8") !== stamp) {
  rmSync("dist", { recursive: true, force: true });
  mkdirSync("dist");
  for (const [what, command] of [
    ["máy chủ", ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"]],
    ["giao diện", ["node_modules/vite/bin/vite.js", "build", "--logLevel", "error"]],
  ]) {
    const { status } = spawnSync(process.execPath, command, { stdio: "inherit" });
    if (status !== 0) {
      console.error(`Không dựng được ${what}.`);
      process.exit(status ?? 1);
    }
  }
  for (const file of globSync("dist/assets/*.{css,js}")) {
    const bytes = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(bytes));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
  writeFileSync(STAMP, stamp);
}

// The names of the tests that cite the regulation, so that the running portal can say what holds each clause.
if (existsSync("test")) {
  const { BUILT_TESTS, citingTests } = await import("../dist/server/compliance/read-tests.js");
  writeFileSync(`dist/${BUILT_TESTS}`, JSON.stringify(citingTests(".")));
}
