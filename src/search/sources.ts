import { PAGES } from "../about/search-source.ts";
import { CONSULTATIONS } from "../consultations/search-source.ts";
import { DISCLOSED } from "../disclosure/search-source.ts";
import { ANSWERS } from "../enquiries/search-source.ts";
import { EVENTS } from "../events/search-source.ts";
import { DOCUMENTS } from "../library/search-source.ts";
import { ARTICLES } from "../newsroom/search-source.ts";
import { CATALOGUE } from "../services/search-source.ts";
import type { SearchSource } from "./rebuild.ts";

/** Every room that makes something public tells here how all of it is listed, so that the index can be made anew. */
export const SEARCH_SOURCES: readonly SearchSource[] = [
  ARTICLES,
  DISCLOSED,
  DOCUMENTS,
  CATALOGUE,
  ANSWERS,
  PAGES,
  CONSULTATIONS,
  EVENTS,
];
