import { ABOUT_PERMISSIONS } from "../about/permissions.ts";
import { ARRANGEMENT_PERMISSIONS } from "../arrangement/permissions.ts";
import { BOARD_PERMISSIONS } from "../board/permissions.ts";
import { CALENDAR_PERMISSIONS } from "../calendar/permissions.ts";
import { CHECK_PERMISSIONS } from "../checks/permissions.ts";
import { COMPLIANCE_PERMISSIONS } from "../compliance/permissions.ts";
import { CONSULTATION_PERMISSIONS } from "../consultations/permissions.ts";
import { DISCLOSURE_PERMISSIONS } from "../disclosure/permissions.ts";
import { DUTY_PERMISSIONS } from "../duties/permissions.ts";
import { ENQUIRY_PERMISSIONS } from "../enquiries/permissions.ts";
import { EVENT_PERMISSIONS } from "../events/permissions.ts";
import { INSPECTION_PERMISSIONS } from "../inspection/permissions.ts";
import { JOB_PERMISSIONS } from "../jobs/permissions.ts";
import { LIBRARY_PERMISSIONS } from "../library/permissions.ts";
import { MATTER_PERMISSIONS } from "../matters/permissions.ts";
import { NEWSROOM_PERMISSIONS } from "../newsroom/desk/permissions.ts";
import { PLAN_PERMISSIONS } from "../plan/permissions.ts";
import { QUOTA_PERMISSIONS } from "../quota/permissions.ts";
import { HAT_NAMES, type Hat } from "../regulation/hats.ts";
import { REPORT_PERMISSIONS } from "../reports/permissions.ts";
import { SEARCH_PERMISSIONS } from "../search/permissions.ts";
import { SERVICES_PERMISSIONS } from "../services/permissions.ts";
import { SUPERIOR_NEWS_PERMISSIONS } from "../superior-news/permissions.ts";
import { TAKEDOWN_PERMISSIONS } from "../takedown/permissions.ts";
import { TEMPLATE_PERMISSIONS } from "../templates/permissions.ts";
import { TRAFFIC_PERMISSIONS } from "../traffic/permissions.ts";
import { UPKEEP_PERMISSIONS } from "../upkeep/permissions.ts";
import { VIOLATION_PERMISSIONS } from "../violations/permissions.ts";
import { WEBHOOK_PERMISSIONS } from "../webhooks/permissions.ts";

/**
 * Which hats may open a page of the desk, by the permission its route names (law.md §11). Each room has its own list;
 * what may be done on a page is judged again by the act itself.
 */
const PERMISSIONS: Readonly<Record<string, readonly Hat[]>> = {
  ...BOARD_PERMISSIONS,
  ...NEWSROOM_PERMISSIONS,
  ...DISCLOSURE_PERMISSIONS,
  ...LIBRARY_PERMISSIONS,
  ...SEARCH_PERMISSIONS,
  ...SERVICES_PERMISSIONS,
  ...ABOUT_PERMISSIONS,
  ...CONSULTATION_PERMISSIONS,
  ...EVENT_PERMISSIONS,
  ...CALENDAR_PERMISSIONS,
  ...CHECK_PERMISSIONS,
  ...UPKEEP_PERMISSIONS,
  ...DUTY_PERMISSIONS,
  ...QUOTA_PERMISSIONS,
  ...PLAN_PERMISSIONS,
  ...COMPLIANCE_PERMISSIONS,
  ...ENQUIRY_PERMISSIONS,
  ...TAKEDOWN_PERMISSIONS,
  ...ARRANGEMENT_PERMISSIONS,
  ...TEMPLATE_PERMISSIONS,
  ...SUPERIOR_NEWS_PERMISSIONS,
  ...TRAFFIC_PERMISSIONS,
  ...WEBHOOK_PERMISSIONS,
  ...MATTER_PERMISSIONS,
  ...INSPECTION_PERMISSIONS,
  ...VIOLATION_PERMISSIONS,
  ...REPORT_PERMISSIONS,
  ...JOB_PERMISSIONS,
  "signed-in": HAT_NAMES,
  "account.manage": ["ADMIN"],
  "settings.change": ["ADMIN", "DIRECTOR"],
  "evidence.read": HAT_NAMES,
  "mail.read": ["ADMIN", "SECRETARY", "CHIEF", "DIRECTOR"],
};

/** For `createHttp`: a route that names anything else stops the start. */
export const PERMISSION_NAMES: ReadonlySet<string> = new Set(Object.keys(PERMISSIONS));

/** The hats that may open a page with this permission; none for a permission nobody defined. */
export function hatsThatMay(permission: string): readonly Hat[] {
  return Object.hasOwn(PERMISSIONS, permission) ? PERMISSIONS[permission]! : [];
}
