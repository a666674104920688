import { CHECK_FIGURES } from "../checks/figure-source.ts";
import { CONSULTATION_FIGURES } from "../consultations/figure-source.ts";
import { DISCLOSURE_FIGURES } from "../disclosure/figure-source.ts";
import { DUTY_FIGURES } from "../duties/figure-source.ts";
import { ENQUIRY_FIGURES } from "../enquiries/figure-source.ts";
import { EVENT_FIGURES } from "../events/figure-source.ts";
import { INSPECTION_FIGURES } from "../inspection/figure-source.ts";
import { LIBRARY_FIGURES } from "../library/figure-source.ts";
import { MATTER_FIGURES } from "../matters/figure-source.ts";
import { ARTICLE_FIGURES, EXCEPTION_FIGURES } from "../newsroom/figure-source.ts";
import { PLAN_FIGURES } from "../plan/figure-source.ts";
import { QUOTA_FIGURES } from "../quota/figure-source.ts";
import { SEARCH_FIGURES } from "../search/figure-source.ts";
import { TAKEDOWN_FIGURES } from "../takedown/figure-source.ts";
import { TRAFFIC_FIGURES } from "../traffic/figure-source.ts";
import { VIOLATION_FIGURES } from "../violations/figure-source.ts";
import type { FigureSource } from "./figure.ts";

/** Every room that tells a report something, in the order of the report. */
export const FIGURE_SOURCES: readonly FigureSource[] = [
  ARTICLE_FIGURES,
  QUOTA_FIGURES,
  PLAN_FIGURES,
  EVENT_FIGURES,
  DUTY_FIGURES,
  CHECK_FIGURES,
  ENQUIRY_FIGURES,
  TAKEDOWN_FIGURES,
  EXCEPTION_FIGURES,
  VIOLATION_FIGURES,
  INSPECTION_FIGURES,
  DISCLOSURE_FIGURES,
  CONSULTATION_FIGURES,
  LIBRARY_FIGURES,
  TRAFFIC_FIGURES,
  SEARCH_FIGURES,
  ...MATTER_FIGURES,
];
