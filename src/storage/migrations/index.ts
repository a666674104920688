import { type Migration, Migrator } from "kysely";
import { createMediaTables } from "../../media/migration.ts";
import type { Database, Engine } from "../database.ts";
import type { AnyDb } from "../guards.ts";
import * as evidence from "./0001-evidence.ts";
import * as board from "./0002-board.ts";
import * as newsroom from "./0003-newsroom.ts";
import * as access from "./0004-access.ts";
import * as disclosure from "./0006-disclosure.ts";
import * as search from "./0007-search.ts";
import * as library from "./0008-library.ts";
import * as enquiries from "./0009-enquiries.ts";
import * as takedown from "./0010-takedown.ts";
import * as services from "./0011-services.ts";
import * as about from "./0012-about.ts";
import * as consultations from "./0014-consultations.ts";
import * as video from "./0015-video.ts";
import * as sharing from "./0016-sharing.ts";
import * as traffic from "./0017-traffic.ts";
import * as arrangement from "./0018-arrangement.ts";
import * as jobs from "./0019-jobs.ts";
import * as disclosureLists from "./0020-disclosure-lists.ts";
import * as checks from "./0021-checks.ts";
import * as duties from "./0022-duties.ts";
import * as quota from "./0023-quota.ts";
import * as events from "./0024-events.ts";
import * as reports from "./0025-reports.ts";
import * as trafficDetail from "./0026-traffic-detail.ts";
import * as matters from "./0027-matters.ts";
import * as inspection from "./0028-inspection.ts";
import * as compliance from "./0029-compliance.ts";
import * as upkeep from "./0030-upkeep.ts";
import * as links from "./0031-links.ts";

/** In order, by hand: nothing is scanned. Once released, a migration is corrected only by a later one. */
const STEPS: readonly [name: string, up: (db: AnyDb, engine: Engine) => Promise<void>][] = [
  ["0001-evidence", evidence.up],
  ["0002-board", board.up],
  ["0003-newsroom", newsroom.up],
  ["0004-access", access.up],
  ["0005-media", createMediaTables],
  ["0006-disclosure", disclosure.up],
  ["0007-search", search.up],
  ["0008-library", library.up],
  ["0009-enquiries", enquiries.up],
  ["0010-takedown", takedown.up],
  ["0011-services", services.up],
  ["0012-about", about.up],
  ["0014-consultations", consultations.up],
  ["0015-video", video.up],
  ["0016-sharing", sharing.up],
  ["0017-traffic", traffic.up],
  ["0018-arrangement", arrangement.up],
  ["0019-jobs", jobs.up],
  ["0020-disclosure-lists", disclosureLists.up],
  ["0021-checks", checks.up],
  ["0022-duties", duties.up],
  ["0023-quota", quota.up],
  ["0024-events", events.up],
  ["0025-reports", reports.up],
  ["0026-traffic-detail", trafficDetail.up],
  ["0027-matters", matters.up],
  ["0028-inspection", inspection.up],
  ["0029-compliance", compliance.up],
  ["0030-upkeep", upkeep.up],
  ["0031-links", links.up],
];

/** Brings the database to the present shape; doing it twice changes nothing. Throws when a step fails. */
export async function migrate(database: Database): Promise<void> {
  const migrations: Record<string, Migration> = Object.fromEntries(
    STEPS.map(([name, up]) => [name, { up: (db: AnyDb) => up(db, database.engine) }]),
  );
  const migrator = new Migrator({ db: database.writer, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
