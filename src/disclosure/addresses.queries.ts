import { attachmentAddress } from "../media/addresses.ts";
import type { Db, Tx } from "../storage/database.ts";
import { readEntries } from "./disclosure.queries.ts";
import { PUBLIC_PATHS } from "./paths.ts";
import { inForce, readRedactions } from "./redactions.queries.ts";

export interface DisclosedAddress {
  readonly path: string;
  /** Hash of the text that must be read there; null where the page is a list. */
  readonly hash: string | null;
  /** When the newest text of this address was published. */
  readonly last: string | null;
}

/** Every address that must answer a reader: the section, its years, each item and each version of it. */
export async function disclosedAddresses(db: Db | Tx): Promise<DisclosedAddress[]> {
  const rows = await db
    .selectFrom("disclosure_entry")
    .innerJoin("disclosure_item", "disclosure_item.id", "item_id")
    .select(["disclosure_entry.id", "code", "school_year", "version", "state", "content_hash", "published_at"])
    .where("state", "in", ["PUBLISHED", "SUPERSEDED"])
    .orderBy("school_year", "desc")
    .orderBy("code")
    .orderBy("version")
    .execute();
  const redactions = await readRedactions(db);
  const years = [...new Set(rows.map(({ school_year }) => school_year))];
  return [
    { path: PUBLIC_PATHS.home, hash: null, last: null },
    ...years.map((year) => ({ path: PUBLIC_PATHS.year(year), hash: null, last: null })),
    ...rows.flatMap(({ id, code, school_year, version, state, content_hash, published_at }) => {
      const hash = inForce(redactions, id)?.hash ?? content_hash;
      const own = { path: PUBLIC_PATHS.version(school_year, code, version), hash, last: published_at };
      return state === "PUBLISHED"
        ? [{ path: PUBLIC_PATHS.item(school_year, code), hash, last: published_at }, own]
        : [own];
    }),
  ];
}

/** Every file that a public version offers and no order withholds: it must answer a reader too. */
export async function disclosedFiles(db: Db | Tx): Promise<DisclosedAddress[]> {
  const entries = await readEntries(db, { onlyPublic: true });
  const redactions = await readRedactions(db);
  const paths = entries.flatMap((entry) =>
    (inForce(redactions, entry.id)?.content ?? entry.content).files.map(({ file, name }) =>
      attachmentAddress(file, name),
    ),
  );
  return [...new Set(paths)].map((path) => ({ path, hash: null, last: null }));
}
