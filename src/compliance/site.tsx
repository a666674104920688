import type { FastifyInstance } from "fastify";
import { publicPage } from "../http/public-page.ts";
import { addDays, addSeconds, dayOf, type Instant, startOfDay } from "../kernel/clock.ts";
import { addressOfNumber } from "../library/documents.queries.ts";
import { LIBRARY_PATHS, LIBRARY_TAG } from "../library/paths.ts";
import type { Portal } from "../portal.ts";
import { QUY_CHE_27 } from "../regulation/quy-che-27.ts";
import { common, page } from "../site/pages.ts";
import type { Assets } from "../ui/assets.ts";
import { complianceNow } from "./board.queries.ts";
import { REGULATION_PATH } from "./paths.ts";
import { publicClauses } from "./public-clauses.ts";
import { RegulationPage } from "./site.view.tsx";
import { stateOfSlug } from "./standing.ts";

/** So long the states on the page may lag behind the facts, which no tag tells of. */
const MINUTES = 5;

/**
 * The regulation in full, and for each clause what the software does and how it stands: for anybody. States are
 * reckoned anew every few minutes and at the turn of the day. Nothing internal but the state itself is told.
 */
export function regulationRoutes(app: FastifyInstance, portal: Portal, assets: Assets): void {
  const parts = { "tinh-trang": (text: string) => (stateOfSlug(text) === null ? null : text) };
  publicPage(app, REGULATION_PATH, parts, async ({ query }) => {
    const { db } = portal;
    const now = portal.clock.now();
    const document = await addressOfNumber(db, QUY_CHE_27.number);
    const clauses = publicClauses(await complianceNow(db, now));
    const view = {
      frame: (await common(portal, assets)).frame,
      document: document && LIBRARY_PATHS.document(document),
      clauses,
      at: now,
      only: stateOfSlug(query["tinh-trang"] ?? ""),
    };
    return page(<RegulationPage view={view} />, [LIBRARY_TAG], { until: untilOf(now) });
  });
}

function untilOf(now: Instant): Instant {
  const tomorrow = startOfDay(addDays(dayOf(now), 1));
  const later = addSeconds(now, MINUTES * 60);
  return [later, tomorrow].sort()[0]!;
}
