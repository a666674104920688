import type { Selectable } from "kysely";
import { type Actor, actorsOn } from "../board/actor.ts";
import { readRoster } from "../board/roster.queries.ts";
import { type LoadedSlip, loadSlip } from "../intake/slips.queries.ts";
import { senderOf } from "../intake/slips.ts";
import type { Day } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { EnquiryState } from "../regulation/enquiry-moves.ts";
import type { Db, Tx } from "../storage/database.ts";
import { ENQUIRIES, type EnquiryFacts } from "./rules.ts";
import type { EnquiryTable } from "./tables.ts";

export type EnquiryRow = Selectable<EnquiryTable>;

export interface LoadedEnquiry extends LoadedSlip<EnquiryRow, EnquiryState> {
  readonly facts: EnquiryFacts;
}

export async function loadEnquiry(db: Db | Tx, id: Id): Promise<LoadedEnquiry | null> {
  const loaded = await loadSlip<EnquiryRow, EnquiryState>(db, ENQUIRIES, id);
  if (!loaded) return null;
  const { row, moves, facts } = loaded;
  return {
    row,
    moves,
    facts: {
      ...facts,
      sender: senderOf(row),
      draft: { question: row.public_question, answer: row.answer, isPublic: row.is_public === 1 },
      drafters: [...new Set(moves.filter(({ act }) => act === "draft").map(({ person_id }) => person_id))],
    },
  };
}

/** By its receipt: what the sender may see of it. */
export function enquiryByCode(db: Db, code: string) {
  return db
    .selectFrom("enquiry")
    .leftJoin("unit", "unit.id", "enquiry.unit_id")
    .leftJoin("published_answer", "published_answer.enquiry_id", "enquiry.id")
    .select([
      "enquiry.kind",
      "enquiry.state",
      "enquiry.received_at",
      "enquiry.due_on",
      "enquiry.state_since",
      "enquiry.erased_at",
      "enquiry.article_id",
      "unit.name as unit",
      "published_answer.number as published",
    ])
    .where("enquiry.code", "=", code)
    .executeTakeFirst();
}

/** Units that exist on a day and may be asked, in their order. */
export function askableUnits(db: Db | Tx, day: Day): Promise<{ id: Id; code: string; name: string }[]> {
  return db
    .selectFrom("unit")
    .select(["id", "code", "name"])
    .where("active_from", "<=", day)
    .where((is) => is.or([is("active_to", "is", null), is("active_to", ">=", day)]))
    .orderBy("position")
    .execute();
}

/** Who heads a unit today, and the secretaries: those a new question waits for. And all who wear a hat. */
export async function answerersOn(db: Db | Tx, day: Day, unit: Id | null) {
  const actors = actorsOn(await readRoster(db, day), day);
  const people = (keep: (actor: Actor) => boolean) => actors.filter(keep).map(({ person }) => person);
  return {
    actors,
    heads: people(({ hat, units }) => hat === "MEMBER" && unit !== null && units.includes(unit)),
    secretaries: people(({ hat }) => hat === "SECRETARY"),
  };
}
