import type { Instant } from "../kernel/clock.ts";
import { canonicalJson, type Id, sha256 } from "../kernel/ids.ts";
import type { ActingHat } from "../regulation/hats.ts";
import type { EvidenceTable } from "./tables.ts";

/** What an act leaves behind. `content` says what was done; it must hold no secret and as little personal data as will do. */
export interface Evidence {
  readonly act: string;
  /** What it was done to, e.g. `edition:<id>`. */
  readonly subject: string;
  readonly clause?: string | null;
  readonly reason?: string | null;
  readonly delegation?: Id | null;
  readonly content?: Readonly<Record<string, unknown>>;
}

/** The row before the first. */
export const GENESIS = "0".repeat(64);

/** The next row of the chain: it holds the hash of its content and of the row before (REQ-032, REQ-049). */
export function nextRow(
  previous: { seq: number; hash: string } | undefined,
  by: { person: Id; hat: ActingHat },
  at: Instant,
  evidence: Evidence,
): EvidenceTable {
  const row: Omit<EvidenceTable, "hash"> = {
    seq: (previous?.seq ?? 0) + 1,
    at,
    person: by.person,
    hat: by.hat,
    delegation_id: evidence.delegation ?? null,
    act: evidence.act,
    subject: evidence.subject,
    clause: evidence.clause ?? null,
    reason: evidence.reason ?? null,
    content: canonicalJson(evidence.content ?? {}),
    prev_hash: previous?.hash ?? GENESIS,
  };
  return { ...row, hash: hashOf(row) };
}

/** SHA-256 over every column but the hash itself. */
export function hashOf({
  seq,
  at,
  person,
  hat,
  delegation_id,
  act,
  subject,
  clause,
  reason,
  content,
  prev_hash,
}: Omit<EvidenceTable, "hash">): string {
  return sha256(
    canonicalJson({ seq, at, person, hat, delegation_id, act, subject, clause, reason, content, prev_hash }),
  );
}

/** What is wrong with a row that should follow `previous`, or null when it is whole. */
export function brokenLink(previous: { seq: number; hash: string } | undefined, row: EvidenceTable): string | null {
  if (row.seq !== (previous?.seq ?? 0) + 1) return `thiếu dòng ${(previous?.seq ?? 0) + 1}`;
  if (row.prev_hash !== (previous?.hash ?? GENESIS)) return "không nối với dòng trước";
  if (row.hash !== hashOf(row)) return "nội dung không khớp mã băm";
  return null;
}
