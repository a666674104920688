import { verifyAbout } from "../about/verify.ts";
import { verifyBoard } from "../board/verify.ts";
import { verifyDisclosure } from "../disclosure/verify.ts";
import { verifySlips } from "../enquiries/verify.ts";
import { verifyChain } from "../evidence/verify.ts";
import { verifyLibrary } from "../library/verify.ts";
import { verifyNewsroom } from "../newsroom/verify.ts";
import { verifyCatalogue } from "../services/verify.ts";
import { formatNumber } from "../ui/format.ts";
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
    const chain = await verifyChain(portal.db);
    if (chain.bad) return tell(`dòng ${chain.bad.seq} của nhật ký (evidence)`, chain.bad.why);
    const board = await verifyBoard(portal.db);
    if (board.bad) return tell(board.bad.row, board.bad.why);
    const newsroom = await verifyNewsroom(portal.db);
    if (newsroom.bad) return tell(newsroom.bad.row, newsroom.bad.why);
    const disclosure = await verifyDisclosure(portal.db);
    if (disclosure.bad) return tell(disclosure.bad.row, disclosure.bad.why);
    const library = await verifyLibrary(portal.db);
    if (library.bad) return tell(library.bad.row, library.bad.why);
    const slips = await verifySlips(portal.db);
    if (slips.bad) return tell(slips.bad.row, slips.bad.why);
    const catalogue = await verifyCatalogue(portal.db);
    if (catalogue.bad) return tell(catalogue.bad.row, catalogue.bad.why);
    const about = await verifyAbout(portal.db);
    if (about.bad) return tell(about.bad.row, about.bad.why);
    const seconds = ((performance.now() - started) / 1000).toFixed(1).replace(".", ",");
    process.stdout.write(
      [
        "Nguyên vẹn.",
        `  Nhật ký:            ${formatNumber(chain.rows)} dòng, nối liền từ dòng đầu`,
        `  Bản bài, phiên bản: ${formatNumber(newsroom.editions)} bản, ${formatNumber(newsroom.versions)} phiên bản`,
        `  Bước đã xét lại:    ${formatNumber(newsroom.moves)} bước, đều đúng quy chế và Ban biên tập của ngày ấy`,
        `  Trang công khai:    ${formatNumber(newsroom.published)} bài, đúng nội dung đã duyệt`,
        `  Công khai:          ${formatNumber(disclosure.entries)} bản, đúng nội dung đã phê duyệt`,
        `  Văn bản:            ${formatNumber(library.documents)} văn bản, đúng phiên bản đã ghi`,
        `  Hỏi đáp, gỡ bỏ:     ${formatNumber(slips.moves)} bước, ${formatNumber(slips.answers)} câu trả lời, đúng điều đã duyệt`,
        `  Thủ tục, dịch vụ:   ${formatNumber(catalogue.entries)} mục, đúng phiên bản đã ghi`,
        `  Trang, tuyển sinh:  ${formatNumber(about.pages)} trang, đúng nội dung đã phê duyệt`,
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

function tell(row: string, why: string): number {
  process.stderr.write(`ĐÃ BỊ SỬA: ${row}: ${why}.\n`);
  return 1;
}
