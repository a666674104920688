import type { FastifyInstance, FastifyRequest } from "fastify";
import type { DeskRoom } from "../desk/room.ts";
import { one } from "../http/form-state.ts";
import { addDays, dayOf } from "../kernel/clock.ts";
import { sendSheet, sendWorkbook } from "../lists/download.ts";
import { csvOf, type Sheet, sheetOf } from "../lists/sheet.ts";
import { termsSince } from "../search/terms.ts";
import { barsOf } from "./bars.ts";
import { TrafficDeskPage } from "./desk.view.tsx";
import { topDetails, topPlaces, trafficDays } from "./details.queries.ts";
import { namesOf } from "./names.queries.ts";
import { TRAFFIC_DESK } from "./paths.ts";
import { type Period, periodAsked } from "./period.ts";

const MAY = { config: { may: "traffic.read" } } as const;

/** "Khai thác, truy cập" (Đ12.k3, REQ-067): how the portal was read in any days, as charts with their tables. */
export function trafficDesk(app: FastifyInstance, { portal, frame }: DeskRoom): void {
  const { db } = portal;
  const today = () => dayOf(portal.clock.now());
  const asked = ({ query }: FastifyRequest) => periodAsked(one(query, "tu"), one(query, "den"), today());

  async function read({ from, to }: Period) {
    const named = await namesOf(db);
    const [days, places, pages, referrers, terms] = await Promise.all([
      trafficDays(db, from, to),
      topPlaces(db, from, to),
      topDetails(db, "page", from, to),
      topDetails(db, "referrer", from, to),
      termsSince(db, from, false, 50, to),
    ]);
    return {
      days,
      places: places.map((place) => ({ ...place, ...named.place(place.name) })),
      pages: await named.pages(pages),
      referrers: referrers.map((host) => ({ ...host, label: named.host(host.name), href: "" })),
      terms: terms.map(({ term, searches }) => ({ name: term, label: term, href: "", count: searches })),
    };
  }

  app.get(TRAFFIC_DESK, MAY, async (request, reply) => {
    const period = asked(request);
    const facts = await read(period);
    const quick = [7, 30, 90, 365].map((days) => ({
      label: days === 365 ? "12 tháng" : `${days} ngày`,
      href: `${TRAFFIC_DESK}?tu=${addDays(today(), 1 - days)}&den=${today()}`,
      current: period.to === today() && period.from === addDays(today(), 1 - days),
    }));
    const chart = barsOf(facts.days, period.from, period.to);
    const view = { ...facts, ...chart, period, quick, today: today(), nonce: request.nonce };
    return reply.page(<TrafficDeskPage frame={await frame(request, TRAFFIC_DESK)} view={view} />);
  });

  app.get(`${TRAFFIC_DESK}.csv`, MAY, async (request, reply) => {
    const [days] = sheetsOf(await read(asked(request)));
    return sendSheet(reply, "truy-cap.csv", "csv", csvOf(days));
  });
  app.get(`${TRAFFIC_DESK}.xlsx`, MAY, async (request, reply) =>
    sendWorkbook(reply, sheetsOf(await read(asked(request)))),
  );

  function sheetsOf(facts: Awaited<ReturnType<typeof read>>): [Sheet, ...Sheet[]] {
    const named = (name: string, title: string, rows: typeof facts.pages) =>
      sheetOf(
        name,
        title,
        [
          { label: "Tên", value: ({ label }: (typeof rows)[number]) => label },
          { label: "Số lượt", kind: "number", value: ({ count }) => count },
        ],
        rows,
      );
    const days = sheetOf(
      "truy-cap",
      "Theo ngày",
      [
        { label: "Ngày", kind: "day", value: ({ day }: (typeof facts.days)[number]) => day },
        { label: "Lượt truy cập", kind: "number", value: ({ visits }) => visits },
        { label: "Trang được xem", kind: "number", value: ({ views }) => views },
      ],
      facts.days,
    );
    return [
      days,
      named("chuyen-muc", "Chuyên mục", facts.places),
      named("trang", "Trang", facts.pages),
      named("nguon", "Nguồn truy cập", facts.referrers),
      named("tu-tim", "Từ được tìm", facts.terms),
    ];
  }
}
