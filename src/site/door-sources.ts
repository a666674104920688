import { ABOUT_DOORS } from "../about/doors.ts";
import { CONSULTATION_DOORS } from "../consultations/doors.ts";
import { DISCLOSURE_DOORS } from "../disclosure/doors.ts";
import { ENQUIRY_DOORS } from "../enquiries/doors.ts";
import { EVENT_DOORS } from "../events/doors.ts";
import { LIBRARY_DOORS } from "../library/doors.ts";
import { OPEN_DATA_DOORS } from "../open-data/doors.ts";
import { CATALOGUE_DOORS } from "../services/doors.ts";
import { TAKEDOWN_DOORS } from "../takedown/doors.ts";
import { TRAFFIC_DOORS } from "../traffic/doors.ts";
import type { DoorSource } from "./doors.ts";
import { NEWS_DOORS, SITE_DOORS } from "./own-doors.ts";

/** Every room with public addresses tells of them here, in the order of "Sơ đồ cổng". */
export const DOOR_SOURCES: readonly DoorSource[] = [
  NEWS_DOORS,
  EVENT_DOORS,
  DISCLOSURE_DOORS,
  LIBRARY_DOORS,
  ABOUT_DOORS,
  CATALOGUE_DOORS,
  ENQUIRY_DOORS,
  CONSULTATION_DOORS,
  TAKEDOWN_DOORS,
  SITE_DOORS,
  OPEN_DATA_DOORS,
  TRAFFIC_DOORS,
];
