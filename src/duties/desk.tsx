import type { FastifyInstance, FastifyRequest } from "fastify";
import type { DeskRoom } from "../desk/room.ts";
import { visitorOf } from "../desk/visitor.ts";
import { one } from "../http/form-state.ts";
import { dayOf, type Instant } from "../kernel/clock.ts";
import { listDownloads } from "../lists/download.ts";
import type { Hat } from "../regulation/hats.ts";
import { DuePage } from "./due.view.tsx";
import { DutiesPage } from "./duties.view.tsx";
import { type DutyFilter, hrefOf, matching, readFilter } from "./filter.ts";
import { dutiesBeganOn, owedItems } from "./items.queries.ts";
import { lineOf, namedItems } from "./model.ts";
import type { ItemStanding, OwedItem } from "./owed.ts";
import { DUTY_LIST_PATH, DUTY_PATH } from "./paths.ts";
import { seesBoard } from "./permissions.ts";
import { dutiesSheet, itemsSheet } from "./sheet.ts";
import { DUTY_SOURCES } from "./sources.ts";
import { readToDo, toDoInHat } from "./to-do.queries.ts";
import { periodWords } from "./words.ts";

const PAGE_SIZE = 50;
const DUTIES = DUTY_SOURCES.flatMap(({ duties }) => duties);
/** Whose own list is mostly empty: they look at the whole board. */
const LOOKS_ON: readonly Hat[] = ["DIRECTOR", "INSPECTOR"];

/** "Việc đến hạn": what is late, what is due soon, how it was kept, and the duties as data. */
export function dutyDesk(app: FastifyInstance, { portal, frame }: DeskRoom): void {
  const { db } = portal;

  function filterOf(request: FastifyRequest): DutyFilter {
    const { hat } = visitorOf(request).hat;
    const scope = LOOKS_ON.includes(hat) ? "board" : "mine";
    const month = dayOf(portal.clock.now()).slice(0, 7);
    return readFilter(request.query, { scope, month }, seesBoard(hat));
  }

  /** Everything in the scope, and of it what the filter leaves. */
  async function read(request: FastifyRequest, filter: DutyFilter) {
    const { actor } = visitorOf(request);
    const now = portal.clock.now();
    const all = filter.view === "to-do" ? await readToDo(db, now) : await readPast(filter.month, now);
    const inScope = filter.scope === "board" ? all : toDoInHat(all, actor);
    return { inScope, items: matching(inScope, filter) };
  }

  /** What fell due in a month, newest first; what is still to come is not past. */
  async function readPast(month: string, now: Instant): Promise<OwedItem[]> {
    const last = Temporal.PlainYearMonth.from(month);
    const to = last.toPlainDate({ day: last.daysInMonth }).toString();
    const items = await owedItems(db, { from: `${month}-01`, to, now });
    return items.filter(({ standing }) => standing !== "ahead" && standing !== "open").reverse();
  }

  app.get(DUTY_PATH, { config: { may: "duty.read" } }, async (request, reply) => {
    const filter = filterOf(request);
    const { actor } = visitorOf(request);
    const now = portal.clock.now();
    const { inScope, items } = await read(request, filter);
    const pages = Math.max(1, Math.ceil(items.length / PAGE_SIZE));
    const asked = /^[1-9]\d{0,5}$/.test(one(request.query, "trang")) ? Number(one(request.query, "trang")) : 1;
    if (asked > pages) return reply.redirect(hrefOf(filter, { page: pages }), 303);
    const shown = await namedItems(db, items.slice((asked - 1) * PAGE_SIZE, asked * PAGE_SIZE));
    const toDo = filter.view === "to-do" ? inScope : scoped(await readToDo(db, now), filter, actor);
    return reply.page(
      <DuePage
        desk={await frame(request, DUTY_PATH)}
        filter={filter}
        mayBoard={seesBoard(visitorOf(request).hat.hat)}
        now={now}
        lines={shown.map((row) => lineOf(row, visitorOf(request).hat.hat))}
        total={items.length}
        page={asked}
        pages={pages}
        counts={countsOf(matching(inScope, { ...filter, standing: "" }))}
        toDoCount={toDo.length}
        duties={DUTIES.map(({ key, name }) => ({ value: key, label: name }))}
        months={monthsUpTo((await dutiesBeganOn(db)) ?? dayOf(now), dayOf(now))}
      />,
    );
  });

  listDownloads(app, DUTY_PATH, "duty.read", async (request) => {
    const { items } = await read(request, filterOf(request));
    return itemsSheet(await namedItems(db, items));
  });

  app.get(DUTY_LIST_PATH, { config: { may: "duty.read" } }, async (request, reply) =>
    reply.page(<DutiesPage desk={await frame(request, DUTY_PATH)} duties={DUTIES} />),
  );
  listDownloads(app, DUTY_LIST_PATH, "duty.read", async () => dutiesSheet(DUTIES));
}

const scoped = (items: readonly OwedItem[], { scope }: DutyFilter, actor: Parameters<typeof toDoInHat>[1]) =>
  scope === "board" ? items : toDoInHat(items, actor);

function countsOf(items: readonly OwedItem[]): Partial<Record<ItemStanding, number>> {
  const counts: Partial<Record<ItemStanding, number>> = {};
  for (const { standing } of items) counts[standing] = (counts[standing] ?? 0) + 1;
  return counts;
}

/** Months from the first day to the last, newest first. */
function monthsUpTo(first: string, last: string) {
  const months: string[] = [];
  for (
    let month = Temporal.PlainYearMonth.from(last.slice(0, 7));
    month.toString() >= first.slice(0, 7);
    month = month.subtract({ months: 1 })
  )
    months.push(month.toString());
  return months.map((value) => ({ value, label: periodWords(value).replace(/^t/, "T") }));
}
