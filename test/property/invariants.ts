import type { ArticleContent } from "../../src/newsroom/content.ts";
import { OPEN_STATES } from "../../src/regulation/states.ts";
import type { Db } from "../../src/storage/database.ts";
import type { Model } from "./model.ts";

/**
 * The promises of law.md §10, asked of the database itself, and whether it agrees with the model. Answers what is
 * broken, in words.
 */
export async function brokenInvariants(db: Db, model: Model): Promise<string[]> {
  const broken: string[] = [];
  const editions = await db.selectFrom("edition").selectAll().execute();
  if (editions.length !== model.editions.size) broken.push(`${editions.length} editions, not ${model.editions.size}`);
  for (const row of editions) {
    const should = model.editions.get(row.id);
    if (row.state !== should?.state) broken.push(`${row.id}: ${row.state}, not ${should?.state}`);
    if (row.claimed_by !== should?.claimant) broken.push(`${row.id}: claimed by ${row.claimed_by}`);
    if (row.publish_at !== (should?.schedule?.at ?? null)) broken.push(`${row.id}: to be posted ${row.publish_at}`);
    const isApproved = row.state === "APPROVED" || row.state === "SCHEDULED" || row.state === "PUBLISHED";
    if (isApproved && row.approved_hash !== row.content_hash) broken.push(`(i) ${row.id}: approved for another text`);
    if (isApproved && should?.approval?.text !== should?.text) broken.push(`(i) ${row.id}: the model has no approval`);
    if (row.state === "PUBLISHED" && row.published_at === null) broken.push(`(v) ${row.id}: no hour`);
    if (row.published_at && row.published_at < (row.approved_at ?? "~")) broken.push(`(v) ${row.id}: posted first`);
    if (row.approved_at && row.submitted_at && row.approved_at < row.submitted_at) {
      broken.push(`(v) ${row.id}: approved first`);
    }
  }
  const open = editions.filter(({ state }) => OPEN_STATES.some((one) => one === state)).map((row) => row.article_id);
  if (new Set(open).size < open.length) broken.push("two editions of an article are on their way");

  const unproved = await db
    .selectFrom("edition")
    .leftJoin("edition_move", "edition_move.id", "edition.last_move_id")
    .leftJoin("evidence", "evidence.seq", "edition_move.evidence_seq")
    .select(["edition.id", "edition.state", "edition_move.to_state", "evidence.seq"])
    .execute();
  for (const row of unproved) {
    if (row.seq === null || row.to_state !== row.state)
      broken.push(`(ii) ${row.id}: ${row.state} without its evidence`);
  }

  const live = await db.selectFrom("published_article").select(["article_id", "edition_id", "content"]).execute();
  if (live.length !== model.live.size) broken.push(`${live.length} articles are public, not ${model.live.size}`);
  for (const row of live) {
    const edition = model.editions.get(model.live.get(row.article_id) ?? "");
    const { lead } = JSON.parse(row.content) as ArticleContent;
    if (edition?.id !== row.edition_id) broken.push(`${row.article_id}: another edition is public`);
    if (lead !== edition?.approval?.text) broken.push(`${row.article_id}: the public reads “${lead}”`);
  }
  broken.push(...(await sameEyes(db)));
  return broken;
}

/** Whoever wrote, edited or appraised a text approved it, and no exception says why. */
async function sameEyes(db: Db): Promise<string[]> {
  const moves = await db
    .selectFrom("edition_move")
    .innerJoin("edition", "edition.id", "edition_move.edition_id")
    .innerJoin("article", "article.id", "edition.article_id")
    .select([
      "edition_id",
      "act",
      "person_id",
      "evidence_seq",
      "exception_reason",
      "edition.author_id",
      "article.author_id as first",
    ])
    .orderBy("evidence_seq")
    .execute();
  const texts = await db
    .selectFrom("edition_version")
    .select(["edition_id", "version", "saved_by", "evidence_seq", "in_state"])
    .execute();
  return moves
    .filter(({ act, exception_reason }) => act === "approve" && exception_reason === null)
    .flatMap((approval) => {
      const earlier = moves.filter(
        (move) => move.edition_id === approval.edition_id && move.evidence_seq < approval.evidence_seq,
      );
      const last = earlier.findLast(({ act }) => act === "approve")?.evidence_seq ?? 0;
      const wrote = texts
        .filter((text) => text.edition_id === approval.edition_id && text.in_state !== "PUBLISHED")
        .filter((text) => text.evidence_seq > last && text.evidence_seq < approval.evidence_seq)
        .map((text) => text.saved_by);
      const sent = earlier
        .filter(({ act }) => act === "forward" || act === "resubmit" || act === "restore")
        .map(({ person_id }) => person_id);
      const barred = [approval.author_id, approval.first, ...wrote, ...sent];
      return barred.includes(approval.person_id) ? [`${approval.edition_id}: approved by one who may not`] : [];
    });
}
