import type { Day, Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";
import type { AssetContent } from "./rules.ts";

export interface AssetVersion {
  readonly version: number;
  readonly content: AssetContent;
  readonly at: Instant;
  readonly name: string;
}

export interface Asset {
  readonly id: Id;
  readonly version: number;
  readonly content: AssetContent;
  readonly ownerName: string;
  readonly retiredAt: Instant | null;
  readonly retiredReason: string;
  /** Oldest first. */
  readonly versions: readonly AssetVersion[];
}

/** Everything the portal runs on or ran on, what ends first on top. */
export async function readAssets(db: Db, id?: Id): Promise<readonly Asset[]> {
  const [assets, versions] = [
    db.selectFrom("asset").innerJoin("person", "person.id", "asset.owner_id"),
    versionsOf(db),
  ];
  const all = assets.selectAll("asset").select("person.full_name as owner_name");
  const rows = await (id === undefined ? all : all.where("asset.id", "=", id)).execute();
  const said = await versions;
  const found = rows.map((row): Asset => {
    const own = said.get(row.id) ?? [];
    return {
      id: row.id,
      version: row.version,
      content: own.at(-1)!.content,
      ownerName: row.owner_name,
      retiredAt: row.retired_at,
      retiredReason: row.retired_reason ?? "",
      versions: own,
    };
  });
  const ends = ({ content, retiredAt }: Asset) => `${retiredAt === null ? 0 : 1}${content.expiresOn || "9"}`;
  return found.sort((a, b) => (ends(a) < ends(b) ? -1 : ends(a) > ends(b) ? 1 : a.id < b.id ? -1 : 1));
}

async function versionsOf(db: Db): Promise<ReadonlyMap<Id, readonly AssetVersion[]>> {
  const rows = await db
    .selectFrom("asset_version")
    .innerJoin("person", "person.id", "asset_version.person_id")
    .select(["asset_id", "version", "content", "at", "person.full_name as name"])
    .orderBy("version")
    .execute();
  const byAsset = new Map<Id, AssetVersion[]>();
  for (const { asset_id, content, ...row } of rows)
    byAsset.set(asset_id, [...(byAsset.get(asset_id) ?? []), { ...row, content: JSON.parse(content) as AssetContent }]);
  return byAsset;
}

export interface Expiry {
  readonly on: Day;
  /** When a later day, or none, took its place, or it was no longer used. */
  readonly doneAt: Instant | null;
}

/** Every day on which it ended or will end, as its versions said one after the other. */
export function expiriesOf({ versions, retiredAt }: Pick<Asset, "versions" | "retiredAt">): Expiry[] {
  const found: { on: Day; doneAt: Instant | null }[] = [];
  for (const { content, at } of versions) {
    const last = found.at(-1);
    if (last && last.doneAt === null) {
      if (content.expiresOn === last.on) continue;
      // An earlier day puts a mistake right: nothing was renewed.
      if (content.expiresOn !== "" && content.expiresOn < last.on) found.pop();
      else last.doneAt = at;
    }
    if (content.expiresOn !== "") found.push({ on: content.expiresOn, doneAt: null });
  }
  const last = found.at(-1);
  if (last && last.doneAt === null) last.doneAt = retiredAt;
  return found;
}
