import type { FastifyInstance } from "fastify";
import type { DeskRoom } from "../desk/room.ts";
import { addSeconds, dayOf } from "../kernel/clock.ts";
import { listDownloads } from "../lists/download.ts";
import { type SheetColumn, sheetOf } from "../lists/sheet.ts";
import { searchesSince, type TermCount, termsSince } from "./terms.ts";
import { TermsPage } from "./terms.view.tsx";

const PATH = "/ban-bien-tap/tim-kiem";
const PERIODS = [7, 30, 90] as const;
const USUAL = 30;
const TERMS: readonly SheetColumn<TermCount>[] = [
  { label: "Từ được tìm", value: ({ term }) => term },
  { label: "Số lần tìm", kind: "number", value: ({ searches }) => searches },
  { label: "Không thấy", kind: "number", value: ({ empty }) => empty },
];

/** What the public looks for, and does not find: what should be written next, or named otherwise. */
export function searchDesk(app: FastifyInstance, { portal, frame }: DeskRoom): void {
  const periodOf = ({ ngay }: Record<string, unknown>) => PERIODS.find((period) => String(period) === ngay) ?? USUAL;
  const firstDay = (days: number) => dayOf(addSeconds(portal.clock.now(), -(days - 1) * 24 * 60 * 60));

  listDownloads(app, PATH, "search.read", async ({ query }) =>
    sheetOf(
      "tu-duoc-tim",
      "Từ được tìm",
      TERMS,
      await termsSince(portal.db, firstDay(periodOf(query as never)), false),
    ),
  );

  app.get<{ Querystring: Record<string, unknown> }>(
    PATH,
    { config: { may: "search.read" } },
    async (request, reply) => {
      const days = periodOf(request.query);
      const since = firstDay(days);
      const view = {
        frame: await frame(request, PATH),
        nonce: request.nonce,
        path: PATH,
        periods: PERIODS.map((period) => ({
          label: `${period} ngày`,
          href: period === USUAL ? PATH : `${PATH}?ngay=${period}`,
          current: period === days,
        })),
        csvHref: days === USUAL ? `${PATH}.csv` : `${PATH}.csv?ngay=${days}`,
        since,
        ...(await searchesSince(portal.db, since)),
        often: await termsSince(portal.db, since, false),
        unanswered: await termsSince(portal.db, since, true),
      };
      return reply.page(<TermsPage view={view} />);
    },
  );
}
