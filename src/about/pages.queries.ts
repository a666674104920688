import type { Id } from "../kernel/ids.ts";
import type { Db, Tx } from "../storage/database.ts";
import type { PageContent, PageFile, PageKind } from "./fields.ts";
import type { PageState } from "./page-moves.ts";

/** A page with its newest version, as its writers see it. */
export interface Page {
  readonly id: Id;
  readonly kind: PageKind;
  readonly slug: string;
  readonly lang: string;
  readonly unit: Id;
  readonly unitName: string;
  readonly state: PageState;
  readonly version: number;
  readonly liveVersion: number | null;
  readonly liveAt: string | null;
  readonly content: PageContent;
  readonly files: readonly PageFile[];
  readonly hash: string;
  readonly author: Id;
}

/** `which`: the newest version of each page, or the one the public reads. */
function pages(db: Db | Tx, which: "version" | "live_version") {
  return db
    .selectFrom("page as p")
    .innerJoin("page_version as v", (join) =>
      join.onRef("v.page_id", "=", "p.id").onRef("v.version", "=", `p.${which}`),
    )
    .innerJoin("unit as u", "u.id", "p.unit_id")
    .selectAll("p")
    .select(["v.content", "v.files", "v.hash", "v.person_id", "u.name as unit_name"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof pages>["execute"]>>[number];

const pageFrom = (row: Row): Page => ({
  id: row.id,
  kind: row.kind as PageKind,
  slug: row.slug,
  lang: row.lang,
  unit: row.unit_id,
  unitName: row.unit_name,
  state: row.state as PageState,
  version: row.version,
  liveVersion: row.live_version,
  liveAt: row.live_at,
  content: JSON.parse(row.content) as PageContent,
  files: JSON.parse(row.files) as PageFile[],
  hash: row.hash,
  author: row.person_id,
});

export async function pageById(db: Db | Tx, id: Id): Promise<Page | null> {
  const row = await pages(db, "version").where("p.id", "=", id).executeTakeFirst();
  return row ? pageFrom(row) : null;
}

export async function pageBySlug(db: Db | Tx, slug: string): Promise<Page | null> {
  const row = await pages(db, "version").where("p.slug", "=", slug).executeTakeFirst();
  return row ? pageFrom(row) : null;
}

export async function allPages(db: Db | Tx, kind: PageKind): Promise<Page[]> {
  const rows = await pages(db, "version").where("p.kind", "=", kind).orderBy("p.created_at", "desc").execute();
  return rows.map(pageFrom);
}

/** The same by its id. */
export async function livePageById(db: Db | Tx, id: Id): Promise<Page | null> {
  const row = await pages(db, "live_version").where("p.id", "=", id).executeTakeFirst();
  return row ? pageFrom(row) : null;
}

/** What the public reads of a page; null while nothing was approved. */
export async function livePage(db: Db | Tx, kind: PageKind, slug: string): Promise<Page | null> {
  const row = await pages(db, "live_version").where("p.kind", "=", kind).where("p.slug", "=", slug).executeTakeFirst();
  return row ? pageFrom(row) : null;
}

export async function livePages(db: Db | Tx, kind: PageKind): Promise<Page[]> {
  const rows = await pages(db, "live_version").where("p.kind", "=", kind).orderBy("p.live_at", "desc").execute();
  return rows.map(pageFrom);
}

export interface PageVersion {
  readonly version: number;
  readonly content: PageContent;
  readonly files: readonly PageFile[];
  readonly person: string;
  readonly at: string;
}

/** Every version of a page, oldest first. */
export async function pageVersions(db: Db, id: Id): Promise<PageVersion[]> {
  const rows = await db
    .selectFrom("page_version as v")
    .innerJoin("person as p", "p.id", "v.person_id")
    .select(["v.version", "v.content", "v.files", "v.at", "p.full_name"])
    .where("v.page_id", "=", id)
    .orderBy("v.version")
    .execute();
  return rows.map(({ content, files, full_name, ...row }) => ({
    ...row,
    person: full_name,
    content: JSON.parse(content) as PageContent,
    files: JSON.parse(files) as PageFile[],
  }));
}

export interface KeptMove {
  readonly number: number;
  readonly act: string;
  readonly to: string;
  readonly version: number;
  readonly person: string;
  readonly hat: string;
  readonly at: string;
  readonly reason: string | null;
}

/** Every step of a page, newest first. */
export async function pageMoves(db: Db, id: Id): Promise<KeptMove[]> {
  const rows = await db
    .selectFrom("page_move as m")
    .innerJoin("person as p", "p.id", "m.person_id")
    .select(["m.number", "m.act", "m.to_state", "m.version", "m.hat", "m.at", "m.reason", "p.full_name"])
    .where("m.page_id", "=", id)
    .orderBy("m.number", "desc")
    .execute();
  return rows.map(({ to_state, full_name, ...row }) => ({ ...row, to: to_state, person: full_name }));
}

/** Whether a stored file belongs to a page the public reads. */
export async function isPageFile(db: Db, hash: string): Promise<boolean> {
  const row = await db.selectFrom("page_file").select("hash").where("hash", "=", hash).limit(1).executeTakeFirst();
  return row !== undefined;
}
