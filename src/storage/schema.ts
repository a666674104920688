import type { AboutTables } from "../about/tables.ts";
import type { AccessTables } from "../access/tables.ts";
import type { ArrangementTables } from "../arrangement/tables.ts";
import type { BoardTables } from "../board/tables.ts";
import type { CalendarTables } from "../calendar/tables.ts";
import type { CheckTables } from "../checks/tables.ts";
import type { ComplianceTables } from "../compliance/tables.ts";
import type { ConsultationTables } from "../consultations/tables.ts";
import type { DisclosureTables } from "../disclosure/tables.ts";
import type { DutyTables } from "../duties/tables.ts";
import type { EnquiryTables } from "../enquiries/tables.ts";
import type { EventTables } from "../events/tables.ts";
import type { EvidenceTables } from "../evidence/tables.ts";
import type { ImportTables } from "../imports/tables.ts";
import type { InspectionTables } from "../inspection/tables.ts";
import type { IntakeTables } from "../intake/tables.ts";
import type { JobTables } from "../jobs/tables.ts";
import type { LibraryTables } from "../library/tables.ts";
import type { LinkTables } from "../links/tables.ts";
import type { MatterTables } from "../matters/tables.ts";
import type { MediaTables } from "../media/tables.ts";
import type { NewsroomTables } from "../newsroom/tables.ts";
import type { PlanTables } from "../plan/tables.ts";
import type { QuotaTables } from "../quota/tables.ts";
import type { ReportTables } from "../reports/tables.ts";
import type { SearchTables } from "../search/tables.ts";
import type { ServicesTables } from "../services/tables.ts";
import type { SuperiorNewsTables } from "../superior-news/tables.ts";
import type { TakedownTables } from "../takedown/tables.ts";
import type { TemplateTables } from "../templates/tables.ts";
import type { TrafficTables } from "../traffic/tables.ts";
import type { UpkeepTables } from "../upkeep/tables.ts";
import type { ViolationTables } from "../violations/tables.ts";
import type { WebhookTables } from "../webhooks/tables.ts";

/** Every table, each described by the room that owns it. Times are UTC ISO text, days `YYYY-MM-DD`, flags 0 or 1. */
export interface Schema
  extends EvidenceTables,
    BoardTables,
    NewsroomTables,
    AccessTables,
    MediaTables,
    LibraryTables,
    DisclosureTables,
    SearchTables,
    ServicesTables,
    AboutTables,
    ConsultationTables,
    CalendarTables,
    CheckTables,
    ComplianceTables,
    DutyTables,
    ReportTables,
    QuotaTables,
    PlanTables,
    InspectionTables,
    ViolationTables,
    IntakeTables,
    EnquiryTables,
    EventTables,
    TakedownTables,
    TrafficTables,
    LinkTables,
    UpkeepTables,
    SuperiorNewsTables,
    WebhookTables,
    ArrangementTables,
    MatterTables,
    JobTables,
    ImportTables,
    TemplateTables {}
