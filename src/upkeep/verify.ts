import { canonicalJson } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";

export interface UpkeepVerdict {
  readonly assets: number;
  readonly bad: { readonly row: string; readonly why: string } | null;
}

/** Whether everything said of an asset is what the log says was recorded. */
export async function verifyUpkeep(db: Db): Promise<UpkeepVerdict> {
  const rows = await db
    .selectFrom("asset_version as said")
    .innerJoin("asset", "asset.id", "said.asset_id")
    .innerJoin("evidence", "evidence.seq", "said.seq")
    .select(["said.asset_id", "said.version", "said.content", "evidence.content as logged"])
    .select(["asset.version as newest", "asset.owner_id", "asset.expires_on"])
    .orderBy("said.seq")
    .execute();
  const assets = new Set(rows.map(({ asset_id }) => asset_id)).size;
  for (const { asset_id, version, content, logged, newest, owner_id, expires_on } of rows) {
    const bad = (why: string) => ({ assets, bad: { row: `tài sản ${asset_id}, lần ghi ${version}`, why } });
    const said = JSON.parse(content) as { owner: string; expiresOn: string };
    if (canonicalJson({ version, ...said }) !== canonicalJson(JSON.parse(logged)))
      return bad("khác với việc đã ghi trong nhật ký");
    if (version === newest && (said.owner !== owner_id || said.expiresOn !== (expires_on ?? "")))
      return bad("người phụ trách hoặc ngày hết hạn khác với lần ghi mới nhất");
  }
  return { assets, bad: null };
}
