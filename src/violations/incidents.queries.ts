import type { Day, Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";
import type { ProhibitedAct } from "./rules.ts";
import type { IncidentExhibitTable, IncidentNoteTable } from "./tables.ts";

export type Exhibit = Omit<IncidentExhibitTable, "incident_id" | "position">;

export interface Incident {
  readonly id: Id;
  readonly clause: ProhibitedAct;
  readonly what: string;
  readonly day: Day;
  readonly unitName: string;
  readonly recordedBy: string;
  readonly hat: string;
  readonly at: Instant;
  readonly isClosed: boolean;
  readonly exhibits: readonly (Exhibit & { readonly title: string; readonly isKept: boolean })[];
  readonly notes: readonly (IncidentNoteTable & { readonly name: string })[];
}

/** Incidents with what was kept and done, the newest first; each exhibit is compared with the portal again. */
export async function readIncidents(db: Db, id?: Id): Promise<Incident[]> {
  let asked = db
    .selectFrom("incident")
    .leftJoin("unit", "unit.id", "incident.unit_id")
    .innerJoin("person", "person.id", "incident.person_id")
    .selectAll("incident")
    .select(["unit.name as unit_name", "person.full_name as name"]);
  if (id !== undefined) asked = asked.where("incident.id", "=", id);
  const rows = await asked.orderBy("incident.evidence_seq", "desc").execute();
  if (rows.length === 0) return [];
  const exhibits = await readExhibits(db);
  const notes = await db
    .selectFrom("incident_note")
    .innerJoin("person", "person.id", "incident_note.person_id")
    .selectAll("incident_note")
    .select("person.full_name as name")
    .orderBy("evidence_seq")
    .execute();
  return rows.map((row) => {
    const own = notes.filter(({ incident_id }) => incident_id === row.id);
    return {
      id: row.id,
      clause: row.clause as ProhibitedAct,
      what: row.what,
      day: row.occurred_on,
      unitName: row.unit_name ?? "",
      recordedBy: row.name,
      hat: row.hat,
      at: row.at,
      isClosed: own.some(({ is_final }) => is_final === 1),
      exhibits: exhibits.filter(({ incident_id }) => incident_id === row.id),
      notes: own,
    };
  });
}

/** Every exhibit, and whether the portal still holds just that. */
export async function readExhibits(db: Db) {
  const rows = await db
    .selectFrom("incident_exhibit as exhibit")
    .leftJoin("edition_version as version", (is) =>
      is.onRef("version.edition_id", "=", "exhibit.edition_id").onRef("version.version", "=", "exhibit.number"),
    )
    .leftJoin("edition", "edition.id", "exhibit.edition_id")
    .leftJoin("evidence", "evidence.seq", "exhibit.number")
    .selectAll("exhibit")
    .select(["version.hash as version_hash", "evidence.hash as row_hash", "edition.title", "evidence.act"])
    .orderBy("exhibit.incident_id")
    .orderBy("exhibit.position")
    .execute();
  return rows.map(({ version_hash, row_hash, title, act, ...exhibit }) => ({
    ...exhibit,
    title: exhibit.kind === "version" ? (title ?? "") : (act ?? ""),
    isKept: exhibit.hash === (exhibit.kind === "version" ? version_hash : row_hash),
  }));
}

/** What a typed line names: the present version of an article of the desk, or a row of the log. Null for nothing. */
export async function findExhibit(db: Db, line: string): Promise<Exhibit | null> {
  const row = /^(?:dòng|dong|#)?\s*(\d{1,9})$/i.exec(line);
  if (row) {
    const found = await db
      .selectFrom("evidence")
      .select(["seq", "hash"])
      .where("seq", "=", Number(row[1]))
      .executeTakeFirst();
    return found ? { kind: "log", edition_id: "", number: found.seq, hash: found.hash } : null;
  }
  const edition = /(?:\/ban-bien-tap\/bai\/)([0-9a-z]{26})\b/.exec(line)?.[1];
  const slug = /\/bai-viet\/([a-z0-9-]+)/.exec(line)?.[1];
  if (!edition && !slug) return null;
  const id =
    edition ??
    (await db.selectFrom("article").select("live_edition_id").where("slug", "=", slug!).executeTakeFirst())
      ?.live_edition_id;
  if (!id) return null;
  const found = await db
    .selectFrom("edition_version")
    .select(["edition_id", "version", "hash"])
    .where("edition_id", "=", id)
    .orderBy("version", "desc")
    .executeTakeFirst();
  return found ? { kind: "version", edition_id: found.edition_id, number: found.version, hash: found.hash } : null;
}
