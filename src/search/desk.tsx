import type { FastifyInstance, FastifyRequest } from "fastify";
import type { DeskFrame } from "../desk/layout.view.tsx";
import { addSeconds, dayOf } from "../kernel/clock.ts";
import type { Portal } from "../portal.ts";
import { searchesSince, termsSince } from "./terms.ts";
import { TermsPage } from "./terms.view.tsx";

export interface SearchDesk {
  readonly portal: Portal;
  frame(request: FastifyRequest, current?: string): Promise<DeskFrame>;
}

const PATH = "/ban-bien-tap/tim-kiem";
const PERIODS = [7, 30, 90] as const;
const USUAL = 30;

/** What the public looks for, and does not find: what should be written next, or named otherwise. */
export function searchDesk(app: FastifyInstance, { portal, frame }: SearchDesk): void {
  app.get<{ Querystring: Record<string, unknown> }>(
    PATH,
    { config: { may: "search.read" } },
    async (request, reply) => {
      const days = PERIODS.find((period) => String(period) === request.query.ngay) ?? USUAL;
      const since = dayOf(addSeconds(portal.clock.now(), -(days - 1) * 24 * 60 * 60));
      const view = {
        frame: await frame(request, PATH),
        nonce: request.nonce,
        path: PATH,
        periods: PERIODS.map((period) => ({
          label: `${period} ngày`,
          href: period === USUAL ? PATH : `${PATH}?ngay=${period}`,
          current: period === days,
        })),
        since,
        ...(await searchesSince(portal.db, since)),
        often: await termsSince(portal.db, since, false),
        unanswered: await termsSince(portal.db, since, true),
      };
      return reply.page(<TermsPage view={view} />);
    },
  );
}
