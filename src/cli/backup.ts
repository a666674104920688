import { join, resolve } from "node:path";
import { readConfig } from "../config.ts";
import { createPortal } from "../portal.ts";
import { rebuildIndex } from "../search/rebuild.ts";
import { SEARCH_SOURCES } from "../search/sources.ts";
import { type BackupReport, backup, CannotRestore, restore } from "../storage/backup.ts";
import { formatNumber } from "../ui/format.ts";
import { verifyPortal } from "../verify.ts";
import { option } from "./arguments.ts";
import { openExistingPortal } from "./existing-portal.ts";

/** `portal backup [--to FOLDER]`: everything of one moment, while the portal runs. */
export async function backupCommand(args: readonly string[]): Promise<number> {
  const to = option(args, "to");
  const portal = await openExistingPortal();
  try {
    const stamp = portal.clock.now().slice(0, 19).replace(/[-:]/g, "").replace("T", "-");
    const folder = resolve(to ?? join(portal.config.dataFolder, "backups", stamp));
    const report = await backup(portal.database, portal.files, portal.clock, folder);
    process.stdout.write(`Đã sao lưu vào ${report.folder}\n${counted(report)}`);
    return 0;
  } finally {
    await portal.close();
  }
}

/** `portal restore --from FOLDER`: into an empty place; what was restored is verified before it is called done. */
export async function restoreCommand(args: readonly string[]): Promise<number> {
  const from = option(args, "from");
  if (!from) throw new CannotRestore("Hãy cho biết thư mục sao lưu: portal restore --from THƯ-MỤC");
  const portal = await createPortal(readConfig(process.env));
  try {
    const report = await restore(portal.database, portal.files, resolve(from));
    const { chain, bad } = await verifyPortal(portal);
    if (bad || chain.head !== report.head) {
      const row = bad?.row ?? "dòng cuối của nhật ký khác bản sao lưu";
      throw new CannotRestore(`Đã phục hồi nhưng dữ liệu không nguyên vẹn: ${row}.`);
    }
    await rebuildIndex(portal.database, SEARCH_SOURCES);
    process.stdout.write(`Đã phục hồi vào ${portal.config.dataFolder} và kiểm tra: nguyên vẹn.\n${counted(report)}`);
    return 0;
  } finally {
    await portal.close();
  }
}

const counted = ({ rows, files, head }: BackupReport) =>
  `  ${formatNumber(rows)} dòng dữ liệu, ${formatNumber(files)} tệp\n  Mã niêm phong: ${head ?? "(chưa có dòng nào)"}\n`;
