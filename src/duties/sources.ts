import { ABOUT_DUTIES } from "../about/duty-source.ts";
import { CHECK_DUTIES } from "../checks/duty-source.ts";
import { COMPLIANCE_DUTIES } from "../compliance/duty-source.ts";
import { DISCLOSURE_DUTIES } from "../disclosure/duty-source.ts";
import { ENQUIRY_DUTIES } from "../enquiries/duty-source.ts";
import { EVENT_DUTIES } from "../events/duty-source.ts";
import { INSPECTION_DUTIES } from "../inspection/duty-source.ts";
import { LIBRARY_DUTIES } from "../library/duty-source.ts";
import { MATTER_DUTIES } from "../matters/duty-source.ts";
import { ARTICLE_DUTIES } from "../newsroom/duty-source.ts";
import { QUOTA_DUTIES } from "../quota/duty-source.ts";
import { REPORT_DUTIES } from "../reports/duty-source.ts";
import { CATALOGUE_DUTIES } from "../services/duty-source.ts";
import { TAKEDOWN_DUTIES } from "../takedown/duty-source.ts";
import { UPKEEP_DUTIES } from "../upkeep/duty-source.ts";
import { VIOLATION_DUTIES } from "../violations/duty-source.ts";
import type { DutySource } from "./duty.ts";

/** Every duty of the portal, room by room. */
export const DUTY_SOURCES: readonly DutySource[] = [
  CHECK_DUTIES,
  ARTICLE_DUTIES,
  DISCLOSURE_DUTIES,
  ENQUIRY_DUTIES,
  TAKEDOWN_DUTIES,
  LIBRARY_DUTIES,
  CATALOGUE_DUTIES,
  ABOUT_DUTIES,
  REPORT_DUTIES,
  MATTER_DUTIES,
  QUOTA_DUTIES,
  EVENT_DUTIES,
  INSPECTION_DUTIES,
  VIOLATION_DUTIES,
  COMPLIANCE_DUTIES,
  UPKEEP_DUTIES,
];
