import type { PageState } from "../about/page-moves.ts";
import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { NamedFile } from "../media/named-files.ts";
import type { Db, Tx } from "../storage/database.ts";
import type { Call, Window } from "./call.ts";
import type { Report } from "./report.ts";

export type Part = "call" | "report";

/** A text of a consultation with one of its versions. */
export interface Text<Content> {
  readonly state: PageState;
  readonly version: number;
  readonly liveVersion: number | null;
  readonly liveAt: Instant | null;
  readonly content: Content;
  readonly files: readonly NamedFile[];
  readonly opensAt: Instant | null;
  readonly closesAt: Instant | null;
  readonly reason: string;
  readonly hash: string;
  readonly author: Id;
}

export interface Consultation {
  readonly id: Id;
  readonly slug: string;
  readonly unit: Id;
  readonly unitName: string;
  readonly createdAt: Instant;
  readonly call: Text<Call>;
  /** Null before anybody began one. */
  readonly report: Text<Report> | null;
}

/** One that the public reads: its window is known. */
export interface PublicConsultation extends Consultation, Window {
  readonly publishedAt: Instant;
}

/** `which`: the newest version of each text, or the one the public reads. */
async function texts(db: Db | Tx, which: "version" | "live_version", ids: readonly Id[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom("consultation_text as t")
    .innerJoin("consultation_version as v", (join) =>
      join
        .onRef("v.consultation_id", "=", "t.consultation_id")
        .onRef("v.part", "=", "t.part")
        .onRef("v.version", "=", `t.${which}`),
    )
    .selectAll("t")
    .select(["v.content", "v.files", "v.hash", "v.person_id", "v.opens_at", "v.closes_at", "v.reason"])
    .where("t.consultation_id", "in", [...ids])
    .execute();
}

type Row = Awaited<ReturnType<typeof texts>>[number];

const textFrom = <Content>(row: Row): Text<Content> => ({
  state: row.state as PageState,
  version: row.version,
  liveVersion: row.live_version,
  liveAt: row.live_at,
  content: JSON.parse(row.content) as Content,
  files: JSON.parse(row.files) as NamedFile[],
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  reason: row.reason,
  hash: row.hash,
  author: row.person_id,
});

interface Which {
  readonly id?: Id;
  readonly slug?: string;
}

async function read(db: Db | Tx, which: "version" | "live_version", { id, slug }: Which = {}) {
  let query = db
    .selectFrom("consultation as c")
    .innerJoin("unit as u", "u.id", "c.unit_id")
    .selectAll("c")
    .select("u.name as unit_name")
    .orderBy("c.created_at", "desc");
  if (id !== undefined) query = query.where("c.id", "=", id);
  if (slug !== undefined) query = query.where("c.slug", "=", slug);
  const rows = await query.execute();
  const found = await texts(
    db,
    which,
    rows.map((row) => row.id),
  );
  return rows.flatMap((row): Consultation[] => {
    const own = (part: Part) => found.find((one) => one.consultation_id === row.id && one.part === part);
    const [call, report] = [own("call"), own("report")];
    if (!call) return [];
    return [
      {
        id: row.id,
        slug: row.slug,
        unit: row.unit_id,
        unitName: row.unit_name,
        createdAt: row.created_at,
        call: textFrom<Call>(call),
        report: report ? textFrom<Report>(report) : null,
      },
    ];
  });
}

/** Every consultation with the newest versions, as its writers see it. */
export const allConsultations = (db: Db | Tx): Promise<Consultation[]> => read(db, "version");

export const consultationById = async (db: Db | Tx, id: Id): Promise<Consultation | null> =>
  (await read(db, "version", { id }))[0] ?? null;

function asPublic(one: Consultation): PublicConsultation[] {
  const { opensAt, closesAt, liveAt } = one.call;
  return opensAt && closesAt && liveAt ? [{ ...one, opensAt, closesAt, publishedAt: liveAt }] : [];
}

/** Everything the public was ever asked, with the versions it reads. */
export const publicConsultations = async (db: Db | Tx): Promise<PublicConsultation[]> =>
  (await read(db, "live_version")).flatMap(asPublic);

export const publicConsultation = async (db: Db | Tx, which: Which): Promise<PublicConsultation | null> =>
  (await read(db, "live_version", which)).flatMap(asPublic)[0] ?? null;

/** Every time the public was told a later closing, and why; first things first. */
export async function extensionsOf(
  db: Db,
  consultation: Id,
): Promise<{ closesAt: Instant; reason: string; at: Instant }[]> {
  const rows = await db
    .selectFrom("consultation_version as v")
    .innerJoin("consultation_move as m", (join) =>
      join
        .onRef("m.consultation_id", "=", "v.consultation_id")
        .onRef("m.part", "=", "v.part")
        .onRef("m.version", "=", "v.version"),
    )
    .select(["v.closes_at", "v.reason", "m.at"])
    .where("v.consultation_id", "=", consultation)
    .where("v.part", "=", "call")
    .where("m.to_state", "=", "LIVE")
    .where("v.reason", "<>", "")
    .orderBy("v.version")
    .execute();
  return rows.flatMap(({ closes_at, reason, at }) => (closes_at ? [{ closesAt: closes_at, reason, at }] : []));
}

export interface KeptMove {
  readonly part: Part;
  readonly number: number;
  readonly act: string;
  readonly to: string;
  readonly version: number;
  readonly person: string;
  readonly hat: string;
  readonly at: string;
  readonly reason: string | null;
}

/** Every step of one text, newest first. */
export async function movesOf(db: Db, consultation: Id, part: Part): Promise<KeptMove[]> {
  const rows = await db
    .selectFrom("consultation_move as m")
    .innerJoin("person as p", "p.id", "m.person_id")
    .select(["m.number", "m.act", "m.to_state", "m.version", "m.hat", "m.at", "m.reason", "p.full_name"])
    .where("m.consultation_id", "=", consultation)
    .where("m.part", "=", part)
    .orderBy("m.number", "desc")
    .execute();
  return rows.map(({ to_state, full_name, ...row }) => ({ ...row, part, to: to_state, person: full_name }));
}

/** Whether a stored file belongs to a consultation the public reads. */
export async function isConsultationFile(db: Db, hash: string): Promise<boolean> {
  const row = await db
    .selectFrom("consultation_file")
    .select("hash")
    .where("hash", "=", hash)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
