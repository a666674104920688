import { formatNumber } from "../ui/format.ts";
import { verifyPortal } from "../verify.ts";
import { noOptions } from "./arguments.ts";
import { openExistingPortal } from "./existing-portal.ts";

/**
 * `portal verify`: re-computes the chain, then judges every recorded decision again with the rules and the board of
 * its day, and compares what the public reads with what was approved. Answers 1 and names the first bad row if
 * anything was altered. Works while the server runs.
 */
export async function verifyCommand(args: readonly string[]): Promise<number> {
  noOptions(args);
  const portal = await openExistingPortal();
  try {
    const started = performance.now();
    const { chain, newsroom, files, bad } = await verifyPortal(portal);
    if (bad) {
      process.stderr.write(`ĐÃ BỊ SỬA: ${bad.row}: ${bad.why}.\n`);
      return 1;
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1).replace(".", ",");
    process.stdout.write(
      [
        "Nguyên vẹn.",
        `  Nhật ký:            ${formatNumber(chain.rows)} dòng, nối liền từ dòng đầu`,
        `  Bản bài, phiên bản: ${formatNumber(newsroom.editions)} bản, ${formatNumber(newsroom.versions)} phiên bản`,
        `  Bước đã xét lại:    ${formatNumber(newsroom.moves)} bước, đều đúng quy chế và Ban biên tập của ngày ấy`,
        `  Trang công khai:    ${formatNumber(newsroom.published)} bài, đúng nội dung đã duyệt`,
        `  Ảnh, tệp công khai: ${formatNumber(files)} tệp, đúng từng byte`,
        `  Mã niêm phong:      ${chain.head ?? "(chưa có dòng nào)"}`,
        `  Thời gian:          ${seconds} giây`,
        "",
      ].join("\n"),
    );
    return 0;
  } finally {
    await portal.close();
  }
}
