import type { SlipFile } from "../intake/desk-parts.view.tsx";
import type { Id } from "../kernel/ids.ts";
import type { Db, Tx } from "../storage/database.ts";
import type { Question } from "./call.ts";
import { type Counts, countOpinions } from "./report.ts";

/** An opinion with the judgement that holds. */
export interface KeptOpinion {
  readonly id: Id;
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly content: string;
  readonly answers: readonly string[];
  readonly choices: readonly (number | null)[];
  readonly receivedAt: string;
  readonly erasedAt: string | null;
  readonly verdict: "taken" | "aside" | null;
  readonly topic: string;
  readonly reason: string;
  /** Who judged it, and when. */
  readonly judge: string;
  readonly judgedAt: string;
  readonly files: readonly SlipFile[];
}

/** Every opinion of a consultation, first come first. */
export async function opinionsOf(db: Db | Tx, consultation: Id): Promise<KeptOpinion[]> {
  const rows = await db
    .selectFrom("opinion")
    .selectAll()
    .where("consultation_id", "=", consultation)
    .orderBy("received_at")
    .orderBy("id")
    .execute();
  const own = db.selectFrom("opinion").select("id").where("consultation_id", "=", consultation);
  const judgements = await db
    .selectFrom("opinion_judgement as j")
    .innerJoin("person as p", "p.id", "j.person_id")
    .selectAll("j")
    .select("p.full_name")
    .where("j.opinion_id", "in", own)
    .orderBy("j.number")
    .execute();
  const last = new Map(judgements.map((row) => [row.opinion_id, row]));
  const files = await db.selectFrom("slip_file").selectAll().where("slip_id", "in", own).execute();
  return rows.map((row) => {
    const judged = last.get(row.id);
    return {
      id: row.id,
      code: row.code,
      name: row.sender_name,
      email: row.sender_email,
      content: row.content,
      answers: JSON.parse(row.answers) as string[],
      choices: JSON.parse(row.choices) as (number | null)[],
      receivedAt: row.received_at,
      erasedAt: row.erased_at,
      verdict: (judged?.verdict as KeptOpinion["verdict"]) ?? null,
      topic: judged?.topic ?? "",
      reason: judged?.reason ?? "",
      judge: judged?.full_name ?? "",
      judgedAt: judged?.at ?? "",
      files: files.filter(({ slip_id }) => slip_id === row.id),
    };
  });
}

export interface OpinionCounts {
  readonly counts: Counts;
  readonly unjudged: number;
}

/** What a report of a consultation counts now. */
export async function countsOf(db: Db | Tx, consultation: Id, questions: readonly Question[]): Promise<OpinionCounts> {
  const opinions = await opinionsOf(db, consultation);
  return {
    counts: countOpinions(opinions, questions),
    unjudged: opinions.filter(({ verdict }) => verdict === null).length,
  };
}

/** How many opinions each consultation has, and how many of them nobody has judged. */
export async function opinionNumbers(db: Db): Promise<Map<Id, { received: number; unjudged: number }>> {
  const rows = await db
    .selectFrom("opinion as o")
    .select((is) => [
      "o.consultation_id",
      is.fn.countAll<number>().as("received"),
      is.fn
        .sum<number>(
          is
            .case()
            .when(
              is.exists(
                is.selectFrom("opinion_judgement as j").select("j.number").whereRef("j.opinion_id", "=", "o.id"),
              ),
            )
            .then(0)
            .else(1)
            .end(),
        )
        .as("unjudged"),
    ])
    .groupBy("o.consultation_id")
    .execute();
  return new Map(
    rows.map(({ consultation_id, received, unjudged }) => [
      consultation_id,
      { received: Number(received), unjudged: Number(unjudged) },
    ]),
  );
}

/** By its receipt: what the sender may see of it. */
export function opinionByCode(db: Db, code: string) {
  return db
    .selectFrom("opinion as o")
    .innerJoin("consultation as c", "c.id", "o.consultation_id")
    .select(["c.slug", "o.received_at", "o.erased_at", "o.sender_email"])
    .where("o.code", "=", code)
    .executeTakeFirst();
}
