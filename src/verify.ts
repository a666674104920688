import { verifyAbout } from "./about/verify.ts";
import { verifyArrangement } from "./arrangement/verify.ts";
import { verifyBoard } from "./board/verify.ts";
import { verifyChecks } from "./checks/verify.ts";
import { verifyCompliance } from "./compliance/verify.ts";
import { verifyConsultations } from "./consultations/verify.ts";
import { verifyDisclosure } from "./disclosure/verify.ts";
import { verifyDuties } from "./duties/verify.ts";
import { verifySlips } from "./enquiries/verify.ts";
import { verifyEvents } from "./events/verify.ts";
import { type ChainReport, verifyChain } from "./evidence/verify.ts";
import { verifyInspections } from "./inspection/verify.ts";
import { verifyLibrary } from "./library/verify.ts";
import { verifyMatters } from "./matters/verify.ts";
import { verifyNewsroom } from "./newsroom/verify.ts";
import { verifyPlans } from "./plan/verify.ts";
import type { Portal } from "./portal.ts";
import { verifyQuota } from "./quota/verify.ts";
import { verifyReports } from "./reports/verify.ts";
import { verifyCatalogue } from "./services/verify.ts";
import type { Db } from "./storage/database.ts";
import { verifyUpkeep } from "./upkeep/verify.ts";
import { verifyViolations } from "./violations/verify.ts";

/** What a room looked at, in words for the administrator, and the first thing there that is not as it should be. */
export interface RoomReport {
  /** "Bản bài, phiên bản" */
  readonly name: string;
  readonly counts: readonly { readonly count: number; readonly what: string }[];
  readonly bad: { readonly row: string; readonly why: string } | null;
}

export interface Verification {
  readonly chain: ChainReport;
  readonly rooms: readonly RoomReport[];
  /** The first thing anywhere that is not as it was written, decided or approved. */
  readonly bad: { readonly row: string; readonly why: string } | null;
}

/**
 * Re-computes the chain, judges every recorded decision again, compares the public pages with what was approved, and
 * reads every stored file. The database is seen as of one moment, so it may run while others write.
 */
export function verifyPortal(portal: Portal): Promise<Verification> {
  return portal.database.snapshot(async (db) => {
    const chain = await verifyChain(db);
    if (chain.bad) {
      const bad = { row: `dòng ${chain.bad.seq} của nhật ký (evidence)`, why: chain.bad.why };
      return { chain, rooms: [], bad };
    }
    const newsroom = await verifyNewsroom(db);
    const rooms = [
      room("Ban biên tập", await verifyBoard(db)),
      room(
        "Bản bài, phiên bản",
        newsroom,
        ["editions", "bản"],
        ["versions", "phiên bản"],
        ["moves", "bước đúng quy chế và Ban biên tập của ngày ấy"],
      ),
      // What is bad of these was told with the editions.
      room("Trang công khai", { ...newsroom, bad: null }, ["published", "bài đúng nội dung đã duyệt"]),
      room("Công khai", await verifyDisclosure(db), ["entries", "bản đúng nội dung đã phê duyệt"]),
      room("Văn bản", await verifyLibrary(db), ["documents", "văn bản đúng phiên bản đã ghi"]),
      room("Hỏi đáp, gỡ bỏ", await verifySlips(db), ["moves", "bước"], ["answers", "câu trả lời đúng điều đã duyệt"]),
      room("Thủ tục, dịch vụ", await verifyCatalogue(db), ["entries", "mục đúng phiên bản đã ghi"]),
      room("Trang, tuyển sinh", await verifyAbout(db), ["pages", "trang đúng nội dung đã phê duyệt"]),
      room(
        "Lấy ý kiến",
        await verifyConsultations(db),
        ["texts", "nội dung đúng bản đã phê duyệt"],
        ["opinions", "ý kiến đúng như lúc gửi"],
      ),
      room(
        "Sự kiện",
        await verifyEvents(db),
        ["events", "sự kiện đúng phiên bản đã ghi"],
        ["links", "liên kết tin, bài"],
      ),
      room("Menu, trang chủ", await verifyArrangement(db), ["proposals", "đề nghị đúng điều đã ghi"]),
      room("Xác nhận Quy chế", await verifyCompliance(db), ["acknowledgements", "lần đúng như nhật ký ghi"]),
      room("Việc đến hạn", await verifyDuties(db), ["notices", "lần nhắc đúng như nhật ký ghi"]),
      room("Báo cáo", await verifyReports(db), ["reports", "báo cáo"], ["accepted", "đã chốt đúng mã băm"]),
      room("Kiểm tra Cổng", await verifyChecks(db), ["checks", "lần đúng như nhật ký ghi"]),
      room("Tài sản, tên miền", await verifyUpkeep(db), ["assets", "mục đúng như nhật ký ghi"]),
      room("Kế hoạch tuyên truyền", await verifyPlans(db), ["texts", "bản đúng như nhật ký ghi"]),
      room(
        "Chỉ tiêu, chất lượng",
        await verifyQuota(db),
        ["marks", "đánh giá đúng như nhật ký ghi"],
        ["months", "tháng đúng như khi chốt"],
      ),
      room("Công việc", await verifyMatters(db), ["moves", "bước đúng như nhật ký ghi"]),
      room("Kiểm tra, đánh giá", await verifyInspections(db), ["inspections", "cuộc đúng điểm và mẫu đã chốt"]),
      room("Vi phạm, hành vi bị cấm", await verifyViolations(db), ["exhibits", "chứng cứ còn nguyên"]),
      room("Ảnh, tệp", await verifyFiles(portal, db), ["count", "tệp đúng từng byte"]),
    ];
    return { chain, rooms, bad: rooms.find(({ bad }) => bad !== null)?.bad ?? null };
  });
}

/** Names of the numbers in a verdict. */
type Counted<Verdict> = { [Key in keyof Verdict]: Verdict[Key] extends number ? Key : never }[keyof Verdict];

/** What a room found, its numbers told in words. */
function room<Verdict extends Pick<RoomReport, "bad">>(
  name: string,
  verdict: Verdict,
  ...counts: readonly (readonly [key: Counted<Verdict>, what: string])[]
): RoomReport {
  return { name, counts: counts.map(([key, what]) => ({ count: Number(verdict[key]), what })), bad: verdict.bad };
}

async function verifyFiles(portal: Portal, db: Db): Promise<{ count: number; bad: RoomReport["bad"] }> {
  const rows = await db.selectFrom("file").select("hash").orderBy("hash").execute();
  for (const { hash } of rows) {
    try {
      await portal.files.read(hash);
    } catch {
      return { count: rows.length, bad: { row: `tệp ${hash}`, why: "bị thiếu hoặc nội dung đã bị sửa" } };
    }
  }
  return { count: rows.length, bad: null };
}
