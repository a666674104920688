import type { Day } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { LibraryDocument, Relation } from "./document.ts";
import { type Validity, validityOn } from "./validity.ts";

/** A document with its validity on a day and the names of its owner and field. */
export interface ShelvedDocument extends LibraryDocument {
  readonly validity: Validity;
  readonly unitName: string;
  readonly fieldName: string;
}

interface Names {
  readonly units: ReadonlyMap<Id, string>;
  readonly fields: ReadonlyMap<Id, string>;
}

/** Every document as it stands on `day`. */
export function shelve(
  { documents, relations }: { documents: readonly LibraryDocument[]; relations: readonly Relation[] },
  { units, fields }: Names,
  day: Day,
): ShelvedDocument[] {
  const validity = validityOn(documents, relations, day);
  return documents.map((document) => ({
    ...document,
    validity: validity.get(document.id)!,
    unitName: units.get(document.unit) ?? "",
    fieldName: document.field === null ? "" : (fields.get(document.field) ?? ""),
  }));
}
