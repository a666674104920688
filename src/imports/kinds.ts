import { CONTACT_IMPORT } from "../about/import-kind.ts";
import { PEOPLE_IMPORT, UNIT_IMPORT } from "../board/import-kinds.ts";
import { DOCUMENT_IMPORT } from "../library/import-kind.ts";
import { catalogueImport } from "../services/import-kind.ts";
import type { AnyImportKind } from "./import-kind.ts";

/** Everything that can be entered from a spreadsheet; each room tells how a row of its own is understood. */
export const IMPORT_KINDS: readonly AnyImportKind[] = [
  DOCUMENT_IMPORT,
  catalogueImport("procedure"),
  catalogueImport("service"),
  CONTACT_IMPORT,
  UNIT_IMPORT,
  PEOPLE_IMPORT,
];
