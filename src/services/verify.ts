import { canonicalJson } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";

export interface CatalogueFinding {
  readonly entries: number;
  /** The first row that does not hold, and why. */
  readonly bad: { readonly row: string; readonly why: string } | null;
}

interface Saved {
  readonly content: unknown;
  readonly files: readonly string[];
  readonly version: number;
  readonly unit: string;
  readonly isPublic: boolean;
}

/** Compares every version and entry of the catalogue with the acts that made them. The caller has checked the chain. */
export async function verifyCatalogue(db: Db): Promise<CatalogueFinding> {
  const entries = await db.selectFrom("catalogue_entry").selectAll().orderBy("id").execute();
  const versions = await db.selectFrom("catalogue_version").selectAll().orderBy("version").execute();
  const log = await db.selectFrom("evidence").selectAll().where("act", "like", "catalogue.%").orderBy("seq").execute();
  const bad = (id: string, why: string) => ({
    entries: entries.length,
    bad: { row: `catalogue_entry ${id}`, why },
  });

  for (const entry of entries) {
    const own = log.filter(({ subject }) => subject === `${entry.kind}:${entry.id}`);
    const kept = versions.filter(({ entry_id }) => entry_id === entry.id);
    const saves = own.filter(({ act }) => act === "catalogue.save");
    if (saves.length !== kept.length) return bad(entry.id, "số phiên bản không khớp nhật ký");
    for (const [place, row] of saves.entries()) {
      const said = JSON.parse(row.content) as Saved;
      const { version, content, files, seq } = kept[place]!;
      const hashes = (JSON.parse(files) as { hash: string }[]).map(({ hash }) => hash);
      const isSame =
        seq === row.seq &&
        said.version === version &&
        canonicalJson(said.content) === canonicalJson(JSON.parse(content)) &&
        canonicalJson(said.files) === canonicalJson(hashes);
      if (!isSame) return bad(entry.id, `bản ${version} không khớp nhật ký`);
    }
    const last = JSON.parse(saves.at(-1)?.content ?? "{}") as Partial<Saved>;
    const over = own.find(({ act }) => act === "catalogue.expire");
    const expiredOn = over ? (JSON.parse(over.content) as { on: string }).on : null;
    const isAsLogged =
      entry.version === last.version &&
      entry.unit_id === last.unit &&
      (entry.status === "PUBLIC") === last.isPublic &&
      entry.expired_on === expiredOn &&
      entry.expired_reason === (over?.reason ?? null);
    if (!isAsLogged) return bad(entry.id, "trạng thái không khớp nhật ký");
  }
  return { entries: entries.length, bad: null };
}
