import type { Selectable } from "kysely";
import { actorsOn } from "../board/actor.ts";
import { readRoster } from "../board/roster.queries.ts";
import type { Day } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { type EnquiryState, OPEN_ENQUIRIES } from "../regulation/enquiry-moves.ts";
import { readSettings } from "../settings/settings.queries.ts";
import type { Db, Tx } from "../storage/database.ts";
import { type EnquiryFacts, keptUntil } from "./rules.ts";
import type { EnquiryMoveTable, EnquiryTable } from "./tables.ts";

export type EnquiryRow = Selectable<EnquiryTable>;

export interface LoadedEnquiry {
  readonly row: EnquiryRow;
  readonly moves: readonly Selectable<EnquiryMoveTable>[];
  readonly facts: EnquiryFacts;
}

export async function loadEnquiry(db: Db | Tx, id: Id): Promise<LoadedEnquiry | null> {
  const row = await db.selectFrom("enquiry").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) return null;
  const moves = await db
    .selectFrom("enquiry_move")
    .selectAll()
    .where("enquiry_id", "=", id)
    .orderBy("evidence_seq")
    .execute();
  const state = row.state as EnquiryState;
  const months = (await readSettings(db))["enquiries.keepMonths"];
  return {
    row,
    moves,
    facts: {
      enquiry: row.id,
      state,
      unit: row.unit_id,
      sender: { name: row.sender_name, email: row.sender_email, phone: row.sender_phone },
      draft: { question: row.public_question, answer: row.answer, isPublic: row.is_public === 1 },
      drafters: [...new Set(moves.filter(({ act }) => act === "draft").map(({ person_id }) => person_id))],
      erased: row.erased_at !== null,
      keepUntil: OPEN_ENQUIRIES.includes(state) ? null : keptUntil(row.state_since, months),
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
      "enquiry.id",
      "enquiry.kind",
      "enquiry.state",
      "enquiry.received_at",
      "enquiry.due_on",
      "enquiry.state_since",
      "enquiry.erased_at",
      "unit.name as unit",
      "published_answer.number as published",
    ])
    .where("enquiry.code", "=", code)
    .executeTakeFirst();
}

/** Everything a hat may see, what is due first on top; ended ones by their end. */
export async function listEnquiries(
  db: Db,
  { units, isOpen, limit, offset }: { units: readonly Id[] | null; isOpen: boolean; limit: number; offset: number },
) {
  let query = db
    .selectFrom("enquiry")
    .leftJoin("unit", "unit.id", "enquiry.unit_id")
    .selectAll("enquiry")
    .select("unit.name as unit")
    .where("state", isOpen ? "in" : "not in", [...OPEN_ENQUIRIES]);
  if (units) query = query.where("enquiry.unit_id", "in", units.length > 0 ? [...units] : [""]);
  return query
    .orderBy(isOpen ? "due_on" : "state_since", isOpen ? "asc" : "desc")
    .orderBy("received_at")
    .limit(limit)
    .offset(offset)
    .execute();
}

export async function countEnquiries(db: Db, units: readonly Id[] | null, isOpen: boolean): Promise<number> {
  let query = db
    .selectFrom("enquiry")
    .select((is) => is.fn.countAll().as("count"))
    .where("state", isOpen ? "in" : "not in", [...OPEN_ENQUIRIES]);
  if (units) query = query.where("unit_id", "in", units.length > 0 ? [...units] : [""]);
  return Number((await query.executeTakeFirstOrThrow()).count);
}

export function filesOfEnquiry(db: Db | Tx, id: Id) {
  return db.selectFrom("enquiry_file").selectAll().where("enquiry_id", "=", id).orderBy("name").execute();
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

/** Who heads a unit today, and the secretaries: those a new question waits for. */
export async function answerersOn(db: Db | Tx, day: Day, unit: Id | null) {
  const actors = actorsOn(await readRoster(db, day), day);
  const people = (keep: (actor: (typeof actors)[number]) => boolean) => actors.filter(keep).map(({ person }) => person);
  return {
    heads: people(({ hat, units }) => hat === "MEMBER" && unit !== null && units.includes(unit)),
    secretaries: people(({ hat }) => hat === "SECRETARY"),
    releasers: people(
      ({ hat, units }) =>
        ["SECRETARY", "CHIEF", "STANDING_DEPUTY"].includes(hat) ||
        (hat === "DEPUTY" && unit !== null && units.includes(unit)),
    ),
  };
}
