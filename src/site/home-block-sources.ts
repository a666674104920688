import { DISCLOSURE_BLOCK } from "../disclosure/home-block.tsx";
import type { HomeBlockSource } from "./home-block.ts";

/** Every room that brings a part of the home page. Where it stands is the centre's choice (`arrangement/`). */
export const HOME_BLOCK_SOURCES: readonly HomeBlockSource[] = [DISCLOSURE_BLOCK];
