/** A procedure or a service of the catalogue (Đ14.k5). Never deleted: what is no longer in force says so. */
export interface CatalogueEntryTable {
  id: string;
  kind: string;
  /** Number by which it is known, unique within its kind. */
  code: string;
  /** Last part of its public address, kept for ever. */
  slug: string;
  /** Owner: whose head keeps it right. */
  unit_id: string;
  /** DRAFT or PUBLIC; what was public stays so. */
  status: string;
  /** The version that holds now. */
  version: number;
  /** Day by which its owner looks at it again. */
  review_on: string;
  confirmed_on: string;
  /** First day on which it is no longer in force. */
  expired_on: string | null;
  expired_reason: string | null;
  created_at: string;
}

/** Everything an entry ever said. */
export interface CatalogueVersionTable {
  entry_id: string;
  version: number;
  /** JSON of the content's fields. */
  content: string;
  /** JSON of the forms to download. */
  files: string;
  /** Of a service: its level. */
  level: string | null;
  /** Of a procedure: working days, and how many papers its dossier has. */
  days: number | null;
  dossier_count: number;
  person_id: string;
  hat: string;
  at: string;
  /** Row of the evidence. */
  seq: number;
}

/** Forms of entries that are public: what may be downloaded by anybody. */
export interface CatalogueFileTable {
  entry_id: string;
  hash: string;
}

export interface ServicesTables {
  catalogue_entry: CatalogueEntryTable;
  catalogue_version: CatalogueVersionTable;
  catalogue_file: CatalogueFileTable;
}
