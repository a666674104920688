import { ADMISSIONS_BLOCK } from "../about/home-block.tsx";
import { DISCLOSURE_BLOCK } from "../disclosure/home-block.tsx";
import { EVENTS_BLOCK } from "../events/home-block.tsx";
import { DOCUMENTS_BLOCK } from "../library/home-block.tsx";
import { SUPERIOR_NEWS_BLOCK } from "../superior-news/home-block.tsx";
import { ALBUMS_BLOCK } from "./albums-block.tsx";
import type { HomeBlockSource } from "./home-block.ts";

/** Every room that brings a part of the home page. Where it stands is the centre's choice (`arrangement/`). */
export const HOME_BLOCK_SOURCES: readonly HomeBlockSource[] = [
  ADMISSIONS_BLOCK,
  DISCLOSURE_BLOCK,
  DOCUMENTS_BLOCK,
  EVENTS_BLOCK,
  SUPERIOR_NEWS_BLOCK,
  ALBUMS_BLOCK,
];
