import { ENQUIRY_BULK } from "../enquiries/bulk.ts";
import { DOCUMENT_BULK } from "../library/bulk.ts";
import { ARTICLE_BULK } from "../newsroom/bulk.ts";
import { catalogueBulk } from "../services/bulk.ts";
import type { BulkList } from "./bulk.ts";

/** Every list whose rows can be ticked. */
export const BULK_LISTS: readonly BulkList[] = [
  ARTICLE_BULK,
  DOCUMENT_BULK,
  catalogueBulk("procedure"),
  catalogueBulk("service"),
  ENQUIRY_BULK,
];
