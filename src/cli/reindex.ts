import { rebuildIndex } from "../search/rebuild.ts";
import { SEARCH_SOURCES } from "../search/sources.ts";
import { formatNumber } from "../ui/format.ts";
import { noOptions } from "./arguments.ts";
import { openExistingPortal } from "./existing-portal.ts";

/** `portal reindex`: makes the search index anew from what is public, while the portal runs, and says how far it is. */
export async function reindexCommand(args: readonly string[]): Promise<number> {
  noOptions(args);
  const portal = await openExistingPortal();
  try {
    const started = performance.now();
    process.stdout.write("Đang lập lại chỉ mục; dừng lúc nào cũng được (Ctrl+C), Cổng vẫn chạy bình thường.\n");
    const entries = await rebuildIndex(portal.database, SEARCH_SOURCES, (done, total) =>
      process.stdout.write(`\r  ${formatNumber(done)} / ${formatNumber(total)} mục`),
    );
    const seconds = ((performance.now() - started) / 1000).toFixed(1).replace(".", ",");
    process.stdout.write(`\nĐã lập lại chỉ mục tìm kiếm: ${formatNumber(entries)} mục, ${seconds} giây.\n`);
    return 0;
  } finally {
    await portal.close();
  }
}
