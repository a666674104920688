import type { Db } from "../storage/database.ts";
import { contentHash, readContent } from "./content.ts";
import { ENTRY_ACTS } from "./rules.ts";

export interface DisclosureFinding {
  readonly entries: number;
  /** The first row that does not hold, and why. */
  readonly bad: { readonly row: string; readonly why: string } | null;
}

/** What the log calls the steps of an entry. */
const STEPS_OF_LOG: ReadonlySet<string> = new Set(["prepare", ...ENTRY_ACTS].map((act) => `disclosure.${act}`));

/**
 * Reads every entry against its own steps: the text has the hash that was approved and published, its steps follow one
 * another, each stands in the log, and what is superseded has its successor.
 */
export async function verifyDisclosure(db: Db): Promise<DisclosureFinding> {
  const entries = await db.selectFrom("disclosure_entry").selectAll().orderBy("id").execute();
  const moves = await db.selectFrom("disclosure_move").selectAll().orderBy("evidence_seq").execute();
  const log = await db
    .selectFrom("evidence")
    .select(["seq", "act", "subject", "person", "hat", "at"])
    .where("act", "like", "disclosure.%")
    .execute();
  const logged = new Map(log.map((row) => [row.seq, row]));
  const bad = (id: string, why: string) => ({ entries: entries.length, bad: { row: `disclosure_entry ${id}`, why } });

  const kept = new Set(moves.map(({ evidence_seq }) => evidence_seq));
  const lost = log.find(({ seq, act }) => STEPS_OF_LOG.has(act) && !kept.has(seq));
  if (lost) return bad(lost.subject.slice("disclosure:".length), `thiếu bước ở dòng ${lost.seq} của nhật ký`);
  for (const entry of entries) {
    const own = moves.filter(({ entry_id }) => entry_id === entry.id);
    if (contentHash(readContent(entry.content)) !== entry.content_hash)
      return bad(entry.id, "nội dung không khớp mã băm");
    let state: string | null = null;
    for (const move of own) {
      const row = logged.get(move.evidence_seq);
      const isLogged =
        row?.act === `disclosure.${move.act}` &&
        row.subject === `disclosure:${entry.id}` &&
        row.person === move.person_id &&
        row.hat === move.hat &&
        row.at === move.at;
      if (!isLogged) return bad(entry.id, `bước ${move.act} không có trong nhật ký`);
      if (move.from_state !== state) return bad(entry.id, `bước ${move.act} không nối với bước trước`);
      if (move.content !== null && contentHash(readContent(move.content)) !== move.content_hash) {
        return bad(entry.id, `nội dung của bước ${move.act} không khớp mã băm`);
      }
      state = move.to_state;
    }
    const last = own.at(-1);
    const shown = entry.state === "SUPERSEDED" ? "PUBLISHED" : entry.state;
    if (!last || state !== shown || last.content_hash !== entry.content_hash) {
      return bad(entry.id, "trạng thái không khớp các bước");
    }
    const approval = own.findLast(({ act }) => act === "approve");
    const isApproved = approval?.person_id === entry.approved_by && approval?.content_hash === entry.approved_hash;
    if (entry.approved_by !== null && !isApproved) return bad(entry.id, "phê duyệt không khớp các bước");
    if (entry.superseded_by !== null && !entries.some(({ id }) => id === entry.superseded_by)) {
      return bad(entry.id, "không có bản thay thế");
    }
  }
  return verifyRounds(db, entries.length);
}

/** Each round of the proof is the sum of its lines. */
async function verifyRounds(db: Db, entries: number): Promise<DisclosureFinding> {
  const rounds = await db.selectFrom("disclosure_round").selectAll().execute();
  const checks = await db.selectFrom("disclosure_check").selectAll().execute();
  for (const round of rounds) {
    const own = checks.filter(({ round_id }) => round_id === round.id);
    if (own.length === 0) continue;
    const failed = own.filter(({ fault }) => fault !== "").length;
    if (own.length !== round.addresses || failed !== round.failed) {
      return { entries, bad: { row: `disclosure_round ${round.id}`, why: "số địa chỉ không khớp" } };
    }
  }
  return { entries, bad: null };
}
