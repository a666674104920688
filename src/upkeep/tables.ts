/** Something the portal runs on. Never deleted: what is no longer used says so. */
export interface AssetTable {
  id: string;
  kind: string;
  version: number;
  /** Who answers for it; the newest version's. */
  owner_id: string;
  /** Last day on which it holds, `YYYY-MM-DD`; null where it does not end. */
  expires_on: string | null;
  retired_at: string | null;
  retired_reason: string | null;
}

/** Everything that was ever said of it. */
export interface AssetVersionTable {
  asset_id: string;
  version: number;
  /** JSON of `AssetContent`. */
  content: string;
  person_id: string;
  hat: string;
  at: string;
  seq: number;
}

export interface UpkeepTables {
  asset: AssetTable;
  asset_version: AssetVersionTable;
}
