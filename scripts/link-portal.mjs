// Lets `npx portal` work in this folder: npm links the commands of dependencies, not those of the project itself.
import { chmodSync, mkdirSync, symlinkSync, unlinkSync } from "node:fs";

chmodSync("bin/portal.mjs", 0o755);
mkdirSync("node_modules/.bin", { recursive: true });
try {
  unlinkSync("node_modules/.bin/portal");
} catch {
  // The first installation has nothing to replace.
}
try {
  symlinkSync("../../bin/portal.mjs", "node_modules/.bin/portal");
} catch {
  console.warn("Không tạo được lệnh npx portal; dùng npm run portal -- LỆNH.");
}
