import { formatNumber } from "../ui/format.ts";
import { type RoomReport, verifyPortal } from "../verify.ts";
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
    const { chain, rooms, bad } = await verifyPortal(portal);
    if (bad) {
      process.stderr.write(`ĐÃ BỊ SỬA: ${bad.row}: ${bad.why}.\n`);
      return 1;
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1).replace(".", ",");
    process.stdout.write(
      [
        "Nguyên vẹn.",
        line("Nhật ký", `${formatNumber(chain.rows)} dòng, nối liền từ dòng đầu`),
        ...rooms.map((room) => line(room.name, counted(room))),
        line("Mã niêm phong", chain.head ?? "(chưa có dòng nào)"),
        line("Thời gian", `${seconds} giây`),
        "",
      ].join("\n"),
    );
    return 0;
  } finally {
    await portal.close();
  }
}

const line = (name: string, text: string) => `  ${`${name}:`.padEnd(20)}${text}`;

const counted = ({ counts }: RoomReport) =>
  counts.length === 0
    ? "đúng văn bản đã ghi"
    : counts.map(({ count, what }) => `${formatNumber(count)} ${what}`).join(", ");
