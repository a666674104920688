import type { Expression, ExpressionBuilder, Selectable, SqlBool } from "kysely";
import type { Actor } from "../board/actor.ts";
import type { Day, Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Hat } from "../regulation/hats.ts";
import { MATTER_KINDS, type MatterKindName, type MatterState, OPEN_MATTER_STATES } from "../regulation/matter-kinds.ts";
import type { Db, Tx } from "../storage/database.ts";
import type { Schema } from "../storage/schema.ts";
import type { MatterContent } from "./fields.ts";
import type { Matter, WholeMatter } from "./matter.ts";
import type { MatterTable } from "./tables.ts";

/** Part of the list: what waits for me, what I raised, all that I may see. */
export const MATTER_SIDES = ["can-toi", "toi-neu", "tat-ca"] as const;
export type MatterSide = (typeof MATTER_SIDES)[number];

export interface MatterFilter {
  readonly side: MatterSide;
  readonly kind: MatterKindName | "";
  /** `mo`: still open; `xong`: over; or one state. */
  readonly state: "" | "mo" | "xong" | MatterState;
  readonly onlyLate: boolean;
}

/** What the number beside the menu counts. */
export const WAITING_FOR_ME: MatterFilter = { side: "can-toi", kind: "", state: "", onlyLate: false };

/** These see everything; a head what concerns his units, everybody what he raised or is named in. */
const ALL_SEEING: readonly string[] = [
  "DEPUTY",
  "STANDING_DEPUTY",
  "CHIEF",
  "SECRETARY",
  "ADMIN",
  "DIRECTOR",
  "INSPECTOR",
] satisfies readonly Hat[];

type Is = ExpressionBuilder<Schema, "matter">;

/** Matters of a part of the list: open ones by their day first, then what is over, latest first. */
export async function listMatters(
  db: Db,
  by: Actor,
  filter: MatterFilter,
  today: Day,
  page?: { readonly limit: number; readonly offset: number },
): Promise<Matter[]> {
  let query = db
    .selectFrom("matter")
    .selectAll()
    .where((is) => matching(is, by, filter, today))
    .orderBy((is) =>
      is
        .case()
        .when("state", "in", [...OPEN_MATTER_STATES])
        .then(0)
        .else(1)
        .end(),
    )
    .orderBy((is) =>
      is
        .case()
        .when("state", "in", [...OPEN_MATTER_STATES])
        .then(is.fn.coalesce("due_on", is.val("9999")))
        .else("")
        .end(),
    )
    .orderBy("state_since", "desc")
    .orderBy("code");
  if (page) query = query.limit(page.limit).offset(page.offset);
  return withAddressees(db, await query.execute());
}

export async function countMatters(db: Db, by: Actor, filter: MatterFilter, today: Day): Promise<number> {
  const row = await db
    .selectFrom("matter")
    .select((is) => is.fn.countAll().as("count"))
    .where((is) => matching(is, by, filter, today))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

function matching(is: Is, by: Actor, { side, kind, state, onlyLate }: MatterFilter, today: Day) {
  const open = [...OPEN_MATTER_STATES];
  const parts: Expression<SqlBool>[] = [visible(is, by)];
  if (side === "can-toi") parts.push(waitsFor(is, by));
  if (side === "toi-neu") parts.push(is("raised_by", "=", by.person));
  if (kind !== "") parts.push(is("kind", "=", kind));
  if (state === "mo") parts.push(is("state", "in", open));
  else if (state === "xong") parts.push(is("state", "not in", open));
  else if (state !== "") parts.push(is("state", "=", state));
  if (onlyLate) parts.push(is("state", "in", open), is("due_on", "<", today));
  return is.and(parts);
}

function visible(is: Is, by: Actor): Expression<SqlBool> {
  if (ALL_SEEING.includes(by.hat)) return is.lit(true);
  const heads = by.hat === "MEMBER" && by.units.length > 0 ? [is("unit_id", "in", [...by.units])] : [];
  return is.or([is("raised_by", "=", by.person), named(is, by), ...heads]);
}

/** Whether the newest version names this person, or a unit that he heads. */
function named(is: Is, by: Actor): Expression<SqlBool> {
  return is.exists(
    is
      .selectFrom("matter_addressee as to")
      .select("to.matter_id")
      .whereRef("to.matter_id", "=", "matter.id")
      .whereRef("to.version", "=", "matter.version")
      .where((of) =>
        of.or([
          of("to.person_id", "=", by.person),
          ...(by.hat === "MEMBER" && by.units.length > 0 ? [of("to.unit_id", "in", [...by.units])] : []),
        ]),
      ),
  );
}

/** Those whose next step the table of kinds expects from this hat or from whoever is named. */
function waitsFor(is: Is, by: Actor): Expression<SqlBool> {
  const owed = (Object.entries(MATTER_KINDS) as [MatterKindName, (typeof MATTER_KINDS)[MatterKindName]][]).flatMap(
    ([kind, { owes }]) =>
      (Object.entries(owes) as [MatterState, readonly string[]][]).map(([state, owers]) => ({ kind, state, owers })),
  );
  const parts = owed.flatMap(({ kind, state, owers }) => {
    const at = is.and([is("kind", "=", kind), is("state", "=", state)]);
    if (owers.includes(by.hat)) return [at];
    return owers.includes("addressee") ? [is.and([at, named(is, by)])] : [];
  });
  return is.or(parts);
}

/** One with everything about it; null when there is none, or when this person may not see it. */
export async function loadMatter(db: Db | Tx, code: string, by?: Actor): Promise<WholeMatter | null> {
  let query = db.selectFrom("matter").selectAll().where("code", "=", code);
  if (by) query = query.where((is) => visible(is, by));
  const row = await query.executeTakeFirst();
  if (!row) return null;
  const [matter] = await withAddressees(db, [row]);
  const versions = await db
    .selectFrom("matter_version")
    .select("content")
    .where("matter_id", "=", row.id)
    .orderBy("version")
    .execute();
  const files = await db
    .selectFrom("matter_file")
    .selectAll()
    .where("matter_id", "=", row.id)
    .orderBy("name")
    .execute();
  const moves = await db
    .selectFrom("matter_move")
    .selectAll()
    .where("matter_id", "=", row.id)
    .orderBy("number")
    .execute();
  const contents = versions.map(({ content }) => JSON.parse(content) as MatterContent);
  return {
    ...matter!,
    content: contents.at(-1)!,
    versions: contents,
    history: moves.map((move) => ({
      id: move.id,
      act: move.act,
      from: move.from_state as MatterState | null,
      to: move.to_state as MatterState,
      words: move.words,
      said: JSON.parse(move.said) as Record<string, string>,
      person: move.person_id,
      hat: move.hat,
      at: move.at,
      clause: move.clause,
      files: files.filter(({ move_id }) => move_id === move.id),
    })),
  };
}

/** What was raised from one day's first instant to another's last, of these kinds, in order. */
export async function raisedBetween(
  db: Db,
  kinds: readonly MatterKindName[],
  from: Instant,
  until: Instant,
): Promise<Matter[]> {
  const rows = await db
    .selectFrom("matter")
    .selectAll()
    .where("kind", "in", [...kinds])
    .where("raised_at", ">=", from)
    .where("raised_at", "<", until)
    .orderBy("raised_at")
    .orderBy("code")
    .execute();
  return withAddressees(db, rows);
}

/** Those of some kinds that are owed by some day of a span, with those named; open ones only where that is asked. */
export async function dueBetween(
  db: Db,
  kinds: readonly MatterKindName[],
  from: Day,
  to: Day,
  onlyOpen = false,
): Promise<Matter[]> {
  let query = db
    .selectFrom("matter")
    .selectAll()
    .where("kind", "in", [...kinds])
    .where("due_on", ">=", from)
    .where("due_on", "<=", to);
  if (onlyOpen) query = query.where("state", "in", [...OPEN_MATTER_STATES]);
  return withAddressees(db, await query.orderBy("due_on").orderBy("code").execute());
}

/** Those of a kind that were open at an instant, as their moves up to it say, however they stand now. */
export async function openAt(db: Db, kind: MatterKindName, at: Instant): Promise<Matter[]> {
  const rows = await db
    .selectFrom("matter")
    .innerJoin("matter_move as last", "last.matter_id", "matter.id")
    .selectAll("matter")
    .where("matter.kind", "=", kind)
    .where("last.to_state", "in", [...OPEN_MATTER_STATES])
    .where("last.number", "=", (is) =>
      is
        .selectFrom("matter_move as m")
        .select((of) => of.fn.max("m.number").as("number"))
        .whereRef("m.matter_id", "=", "matter.id")
        .where("m.at", "<", at),
    )
    .orderBy("matter.raised_at")
    .orderBy("matter.code")
    .execute();
  return withAddressees(db, rows);
}

/** The last words with which each of these ended, by id. */
export async function lastWords(db: Db, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("matter_move")
    .select(["matter_id", "words"])
    .where("matter_id", "in", [...ids])
    .where("act", "in", ["answer", "agree", "decline", "finish", "withdraw"])
    .orderBy("number")
    .execute();
  return new Map(rows.map(({ matter_id, words }) => [matter_id, words]));
}

/** Records of a year for what comes back every year: those not turned down. */
export async function yearlyRecords(db: Db | Tx, kind: MatterKindName): Promise<Matter[]> {
  const rows = await db
    .selectFrom("matter")
    .selectAll()
    .where("kind", "=", kind)
    .where("state", "<>", "DECLINED")
    .orderBy("year")
    .execute();
  return withAddressees(db, rows);
}

async function withAddressees(db: Db | Tx, rows: readonly Selectable<MatterTable>[]): Promise<Matter[]> {
  const naming = rows.filter(({ kind }) => MATTER_KINDS[kind as MatterKindName].to !== null).map(({ id }) => id);
  const named = new Map<Id, { version: number; person: Id | null; unit: Id | null }[]>();
  for (let from = 0; from < naming.length; from += 500) {
    const found = await db
      .selectFrom("matter_addressee")
      .selectAll()
      .where("matter_id", "in", naming.slice(from, from + 500))
      .orderBy("place")
      .execute();
    for (const { matter_id, version, person_id, unit_id } of found) {
      named.set(matter_id, [...(named.get(matter_id) ?? []), { version, person: person_id, unit: unit_id }]);
    }
  }
  return rows.map((row) => {
    const to = (named.get(row.id) ?? []).filter(({ version }) => version === Number(row.version));
    return {
      id: row.id,
      kind: row.kind as MatterKindName,
      code: row.code,
      title: row.title,
      unit: row.unit_id,
      raisedBy: row.raised_by,
      raisedHat: row.raised_hat,
      raisedAt: row.raised_at,
      year: row.year === null ? null : Number(row.year),
      isUrgent: Number(row.is_urgent) === 1,
      due: row.due_on,
      state: row.state as MatterState,
      stateSince: row.state_since,
      version: Number(row.version),
      moves: Number(row.moves),
      people: to.flatMap(({ person }) => person ?? []),
      units: to.flatMap(({ unit }) => unit ?? []),
    };
  });
}
