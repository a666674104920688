import { canonicalJson } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";
import { appliedRuns, readArrangement } from "./arrangement.queries.ts";

export interface ArrangementReport {
  readonly proposals: number;
  readonly bad: { readonly row: string; readonly why: string } | null;
}

/** Holds every proposal and every application of one against the log. */
export async function verifyArrangement(db: Db): Promise<ArrangementReport> {
  const proposals = await db.selectFrom("arrangement").select(["version", "seq"]).orderBy("version").execute();
  const log = await db
    .selectFrom("evidence")
    .select(["seq", "act", "content"])
    .where("act", "in", ["arrangement.propose", "arrangement.apply"])
    .orderBy("seq")
    .execute();
  const said = new Map(log.map(({ seq, act, content }) => [seq, { act, content }]));
  const bad = (version: number, why: string): ArrangementReport => ({
    proposals: proposals.length,
    bad: { row: `arrangement ${version}`, why },
  });
  for (const { version, seq } of proposals) {
    const line = said.get(seq);
    const kept = canonicalJson({ version, ...(await readArrangement(db, version)) });
    if (line?.act !== "arrangement.propose" || canonicalJson(JSON.parse(line.content)) !== kept)
      return bad(version, "đề nghị sắp xếp không khớp nhật ký");
  }
  for (const { seq, version } of await appliedRuns(db, null)) {
    const line = said.get(seq);
    if (line?.act !== "arrangement.apply" || JSON.parse(line.content).version !== version)
      return bad(version, "lần áp dụng không khớp nhật ký");
  }
  return { proposals: proposals.length, bad: null };
}
