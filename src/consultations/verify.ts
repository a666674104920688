import { PAGE_MOVES } from "../about/page-moves.ts";
import { canonicalJson, sha256 } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";
import { versionHash } from "./store.ts";

export interface ConsultationFinding {
  readonly texts: number;
  readonly opinions: number;
  /** The first row that does not hold, and why. */
  readonly bad: { readonly row: string; readonly why: string } | null;
}

/**
 * Reads every consultation against its own steps: each version has its hash, each step stands in the log for that hash
 * and follows the one before, what the public reads was approved; every opinion is still as it was sent.
 */
export async function verifyConsultations(db: Db): Promise<ConsultationFinding> {
  const texts = await db.selectFrom("consultation_text").selectAll().orderBy("consultation_id").execute();
  const versions = await db.selectFrom("consultation_version").selectAll().execute();
  const moves = await db.selectFrom("consultation_move").selectAll().orderBy("number").execute();
  const opinions = await db.selectFrom("opinion").selectAll().orderBy("id").execute();
  const judgements = await db.selectFrom("opinion_judgement").selectAll().execute();
  const log = await db
    .selectFrom("evidence")
    .selectAll()
    .where((is) => is.or([is("act", "like", "consultation.%"), is("act", "like", "opinion.%")]))
    .execute();
  const logged = new Map(log.map((row) => [row.seq, row]));
  const bad = (row: string, why: string) => ({ texts: texts.length, opinions: opinions.length, bad: { row, why } });

  for (const { consultation_id, part, version, hash, ...row } of versions) {
    const found = versionHash({
      content: JSON.parse(row.content),
      files: JSON.parse(row.files),
      opensAt: row.opens_at,
      closesAt: row.closes_at,
      reason: row.reason,
    });
    if (found !== hash) return bad(`lấy ý kiến ${consultation_id}`, `bản ${part} ${version} không khớp mã băm`);
  }
  for (const text of texts) {
    const row = `lấy ý kiến ${text.consultation_id}`;
    const isOwn = (one: { consultation_id: string; part: string }) =>
      one.consultation_id === text.consultation_id && one.part === text.part;
    let state = "NONE";
    const own = moves.filter(isOwn);
    for (const move of own) {
      const entry = logged.get(move.seq);
      const isLogged =
        entry?.act === `consultation.${move.act}` &&
        entry.subject === `consultation:${move.consultation_id}` &&
        entry.person === move.person_id &&
        entry.hat === move.hat &&
        entry.at === move.at &&
        (JSON.parse(entry.content) as { hash: string }).hash === move.hash;
      if (!isLogged) return bad(row, `bước ${move.act} không có trong nhật ký`);
      const isOnRoad =
        move.from_state === state &&
        (move.act === "save" ||
          PAGE_MOVES.some(({ act, from, to }) => act === move.act && from === move.from_state && to === move.to_state));
      if (!isOnRoad) return bad(row, `bước ${move.act} không nối với bước trước`);
      const version = versions.find((one) => isOwn(one) && one.version === move.version);
      if (version?.hash !== move.hash) return bad(row, `bước ${move.act} là cho một nội dung khác`);
      state = move.to_state;
    }
    const approved = own.findLast(({ to_state }) => to_state === "LIVE");
    if (
      text.state !== state ||
      text.live_version !== (approved?.version ?? null) ||
      text.live_at !== (approved?.at ?? null)
    )
      return bad(row, "trạng thái không khớp các bước");
  }
  for (const { id, seq, hash, erased_at, content, answers, choices } of opinions) {
    const row = `ý kiến ${id}`;
    const entry = logged.get(seq);
    const isLogged =
      entry?.act === "opinion.receive" &&
      entry.subject === `opinion:${id}` &&
      (JSON.parse(entry.content) as { hash: string }).hash === hash;
    if (!isLogged) return bad(row, "không có trong nhật ký");
    const words = { content, answers: JSON.parse(answers), choices: JSON.parse(choices) };
    if (erased_at === null && sha256(canonicalJson(words)) !== hash) return bad(row, "không còn như lúc gửi");
  }
  for (const { opinion_id, seq, verdict, topic } of judgements) {
    const entry = logged.get(seq);
    const said =
      entry?.act === "opinion.judge" ? (JSON.parse(entry.content) as { verdict: string; topic: string }) : null;
    if (entry?.subject !== `opinion:${opinion_id}` || said?.verdict !== verdict || said.topic !== topic)
      return bad(`ý kiến ${opinion_id}`, "việc xem xét không có trong nhật ký");
  }
  return { texts: texts.length, opinions: opinions.length, bad: null };
}
