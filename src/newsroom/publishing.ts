import type { Moment } from "../act.ts";
import type { Follow } from "../evidence/outbox.ts";
import type { Id } from "../kernel/ids.ts";
import { slug } from "../kernel/vietnamese.ts";
import { ARTICLE_MOVES } from "../regulation/article-moves.ts";
import { hatName } from "../regulation/hats.ts";
import { dropEntry, indexEntry } from "../search/questions.ts";
import type { Tx } from "../storage/database.ts";
import { type Chain, type ChainLink, chainOf } from "./chain.ts";
import type { LoadedEdition } from "./editions.queries.ts";
import type { EditionFacts } from "./facts.ts";
import { filesOf } from "./files.ts";
import { articleEntry } from "./search-source.ts";
import { saveMove } from "./store.ts";

/**
 * Puts an edition that is PUBLISHED before the public (T15): the projection takes its very text, the edition it
 * replaces is kept as SUPERSEDED, the address stays what it was. The database checks the approval once more.
 */
export async function publishEdition(
  moment: Moment,
  loaded: LoadedEdition,
  facts: EditionFacts,
  seq: number,
): Promise<Follow[]> {
  const { tx, by, at } = moment;
  const { article, row, content } = loaded;
  const address = article.slug ?? (await freeSlug(tx, content.title));
  const previous = await tx
    .selectFrom("published_article")
    .select(["chain", "category_id", "edition_id"])
    .where("article_id", "=", article.id)
    .executeTakeFirst();
  const version = await tx
    .selectFrom("edition_version")
    .select("content")
    .where("edition_id", "=", row.id)
    .where("version", "=", facts.version)
    .executeTakeFirstOrThrow();
  const publisher = by.hat === "SYSTEM" ? (loaded.facts.schedule?.by ?? by.person) : by.person;
  const chain = { ...(previous ? (JSON.parse(previous.chain) as Chain) : {}), ...(await named(tx, facts, publisher)) };
  const firstTime = article.first_published_at ?? at;
  const projection = {
    edition_id: row.id,
    slug: address,
    category_id: content.category,
    unit_id: row.unit_id,
    content_hash: facts.hash,
    title: content.title,
    lead: content.lead,
    content: version.content,
    chain: JSON.stringify(chain),
    published_at: firstTime,
    updated_at: article.first_published_at ? at : null,
    update_note: article.first_published_at ? row.correction_note : null,
  };
  await tx
    .insertInto("published_article")
    .values({ article_id: article.id, ...projection })
    .onConflict((conflict) => conflict.column("article_id").doUpdateSet(projection))
    .execute();
  await tx.deleteFrom("published_file").where("article_id", "=", article.id).execute();
  const files = filesOf(content);
  if (files.length > 0) {
    await tx
      .insertInto("published_file")
      .values(files.map((hash) => ({ article_id: article.id, hash })))
      .execute();
  }
  await indexEntry(tx, await articleEntry(tx, article.id));
  if (previous && previous.edition_id !== row.id) await supersede(moment, previous.edition_id, seq);
  await tx
    .updateTable("article")
    .set({
      slug: address,
      publication: "LIVE",
      live_edition_id: row.id,
      first_published_at: firstTime,
      taken_down_at: null,
      takedown_reason: null,
    })
    .where("id", "=", article.id)
    .execute();
  return [
    { kind: "pages", tags: pageTags(article.id, content.category, previous?.category_id) },
    {
      kind: "event",
      name: previous ? "article.updated" : "article.published",
      subject: `article:${article.id}`,
      path: `/bai-viet/${address}`,
      data: {
        id: article.id,
        title: content.title,
        lead: content.lead,
        publishedAt: firstTime,
        updatedAt: projection.updated_at,
      },
    },
  ];
}

/** Takes a live article from the public after the chief's decision (T20): record and versions stay, the page says 410. */
export async function takeDown({ tx, at }: Moment, { article, row, entries }: LoadedEdition): Promise<Follow[]> {
  const decision = entries.findLast((entry) => entry.kind === "move" && entry.act === "decideTakedown");
  const reason = decision?.kind === "move" ? (decision.input.note ?? "other") : "other";
  await tx.deleteFrom("published_article").where("article_id", "=", article.id).execute();
  await tx.deleteFrom("published_file").where("article_id", "=", article.id).execute();
  await dropEntry(tx, "article", article.id);
  await tx
    .updateTable("article")
    .set({ publication: "TAKEN_DOWN", live_edition_id: null, taken_down_at: at, takedown_reason: reason })
    .where("id", "=", article.id)
    .execute();
  return [
    { kind: "pages", tags: pageTags(article.id, row.category_id), forget: true },
    {
      kind: "event",
      name: "article.taken_down",
      subject: `article:${article.id}`,
      path: `/bai-viet/${article.slug}`,
      data: { id: article.id, takenDownAt: at },
    },
  ];
}

/** Cache tags of everything that shows an article. */
function pageTags(article: Id, category: Id, before?: Id): string[] {
  const sections = [...new Set([category, ...(before ? [before] : [])])].map((id) => `section:${id}`);
  return ["home", "lists", `article:${article}`, ...sections];
}

async function supersede({ tx, by, at }: Moment, edition: Id, seq: number): Promise<void> {
  const rule = ARTICLE_MOVES.find(({ act }) => act === "supersede")!;
  const { content_hash: hash } = await tx
    .selectFrom("edition")
    .select("content_hash")
    .where("id", "=", edition)
    .executeTakeFirstOrThrow();
  const move = await saveMove(tx, {
    edition,
    rule: rule.id,
    act: rule.act,
    from: "PUBLISHED",
    to: "SUPERSEDED",
    by,
    delegation: null,
    at,
    hash,
    clause: rule.clause,
    reason: null,
    input: { act: rule.act, hash },
    exception: null,
    seq,
  });
  await tx
    .updateTable("edition")
    .set({ state: "SUPERSEDED", state_since: at, last_move_id: move })
    .where("id", "=", edition)
    .execute();
}

async function freeSlug(tx: Tx, title: string): Promise<string> {
  const wanted = slug(title) || "bai-viet";
  const taken = await tx
    .selectFrom("article")
    .select("slug")
    .where((is) => is.or([is("slug", "=", wanted), is("slug", "like", `${wanted}-%`)]))
    .execute();
  const names = new Set(taken.map((row) => row.slug));
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? wanted : `${wanted}-${number}`;
    if (!names.has(candidate)) return candidate;
  }
}

async function named(tx: Tx, facts: EditionFacts, publisher: Id): Promise<Chain> {
  const links = Object.entries(chainOf(facts, publisher)) as [ChainLink, Id][];
  const people = await tx
    .selectFrom("person")
    .select(["id", "full_name", "position"])
    .where(
      "id",
      "in",
      links.map(([, person]) => person),
    )
    .execute();
  const approvedBy = await tx
    .selectFrom("edition_move")
    .select(["person_id", "hat", "act"])
    .where("edition_id", "=", facts.edition)
    .where("act", "in", ["approve", "approveInUnit"])
    .orderBy("evidence_seq", "desc")
    .execute();
  return Object.fromEntries(
    links.flatMap(([link, id]) => {
      const person = people.find((one) => one.id === id);
      if (!person) return [];
      const move = approvedBy.find(
        ({ person_id, act }) => person_id === id && act === (link === "approver" ? "approve" : "approveInUnit"),
      );
      const position = link === "approver" && move ? hatName(move.hat) : person.position;
      return [[link, { person: id, name: person.full_name, position }]];
    }),
  );
}
