import { verifyAbout } from "./about/verify.ts";
import { verifyArrangement } from "./arrangement/verify.ts";
import { verifyBoard } from "./board/verify.ts";
import { verifyChecks } from "./checks/verify.ts";
import { verifyConsultations } from "./consultations/verify.ts";
import { verifyDisclosure } from "./disclosure/verify.ts";
import { verifySlips } from "./enquiries/verify.ts";
import { type ChainReport, verifyChain } from "./evidence/verify.ts";
import { verifyLibrary } from "./library/verify.ts";
import { verifyNewsroom } from "./newsroom/verify.ts";
import type { Portal } from "./portal.ts";
import { verifyCatalogue } from "./services/verify.ts";
import type { Db } from "./storage/database.ts";

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
    const board = await verifyBoard(db);
    const newsroom = await verifyNewsroom(db);
    const disclosure = await verifyDisclosure(db);
    const library = await verifyLibrary(db);
    const slips = await verifySlips(db);
    const catalogue = await verifyCatalogue(db);
    const about = await verifyAbout(db);
    const arrangement = await verifyArrangement(db);
    const consultations = await verifyConsultations(db);
    const checks = await verifyChecks(db);
    const files = await verifyFiles(portal, db);
    const rooms: RoomReport[] = [
      { name: "Ban biên tập", counts: [], bad: board.bad },
      {
        name: "Bản bài, phiên bản",
        counts: [
          { count: newsroom.editions, what: "bản" },
          { count: newsroom.versions, what: "phiên bản" },
          { count: newsroom.moves, what: "bước đúng quy chế và Ban biên tập của ngày ấy" },
        ],
        bad: newsroom.bad,
      },
      {
        name: "Trang công khai",
        counts: [{ count: newsroom.published, what: "bài đúng nội dung đã duyệt" }],
        bad: null,
      },
      {
        name: "Công khai",
        counts: [{ count: disclosure.entries, what: "bản đúng nội dung đã phê duyệt" }],
        bad: disclosure.bad,
      },
      {
        name: "Văn bản",
        counts: [{ count: library.documents, what: "văn bản đúng phiên bản đã ghi" }],
        bad: library.bad,
      },
      {
        name: "Hỏi đáp, gỡ bỏ",
        counts: [
          { count: slips.moves, what: "bước" },
          { count: slips.answers, what: "câu trả lời đúng điều đã duyệt" },
        ],
        bad: slips.bad,
      },
      {
        name: "Thủ tục, dịch vụ",
        counts: [{ count: catalogue.entries, what: "mục đúng phiên bản đã ghi" }],
        bad: catalogue.bad,
      },
      {
        name: "Trang, tuyển sinh",
        counts: [{ count: about.pages, what: "trang đúng nội dung đã phê duyệt" }],
        bad: about.bad,
      },
      {
        name: "Lấy ý kiến",
        counts: [
          { count: consultations.texts, what: "nội dung đúng bản đã phê duyệt" },
          { count: consultations.opinions, what: "ý kiến đúng như lúc gửi" },
        ],
        bad: consultations.bad,
      },
      {
        name: "Menu, trang chủ",
        counts: [{ count: arrangement.proposals, what: "đề nghị đúng điều đã ghi" }],
        bad: arrangement.bad,
      },
      {
        name: "Kiểm tra Cổng",
        counts: [{ count: checks.checks, what: "lần đúng như nhật ký ghi" }],
        bad: checks.bad,
      },
      { name: "Ảnh, tệp", counts: [{ count: files.count, what: "tệp đúng từng byte" }], bad: files.bad },
    ];
    return { chain, rooms, bad: rooms.find(({ bad }) => bad !== null)?.bad ?? null };
  });
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
