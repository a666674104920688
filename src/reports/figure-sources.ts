import { EVENT_FIGURES } from "../events/figure-source.ts";
import { QUOTA_FIGURES } from "../quota/figure-source.ts";
import type { FigureSource } from "./figure.ts";

/** Every room that tells a report something, in the order of the report. */
export const FIGURE_SOURCES: readonly FigureSource[] = [QUOTA_FIGURES, EVENT_FIGURES];
