import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Actor } from "../board/actor.ts";
import { EMPTY_RECORD, explained, type RecordState } from "../desk/record-state.ts";
import type { DeskRoom } from "../desk/room.ts";
import { visitorOf } from "../desk/visitor.ts";
import { NotFound } from "../http/errors.ts";
import { one } from "../http/form-state.ts";
import { dayOf, toLocalInput } from "../kernel/clock.ts";
import type { Refusal } from "../kernel/result.ts";
import { listDownloads } from "../lists/download.ts";
import { paths as newsroom } from "../newsroom/desk/paths.ts";
import { loadEdition } from "../newsroom/editions.queries.ts";
import { canSee } from "../newsroom/visibility.ts";
import { hatName } from "../regulation/hats.ts";
import { formatDateTime } from "../ui/format.ts";
import { beginArticle } from "./begin-article.ts";
import { cancelEvent } from "./commands/cancel-event.ts";
import { linkArticle } from "./commands/link-article.ts";
import { saveEvent } from "./commands/save-event.ts";
import { unlinkArticle } from "./commands/unlink-article.ts";
import { EventFormPage } from "./desk-form.view.tsx";
import { EventListPage } from "./desk-list.view.tsx";
import { EventDeskPage, type EventForms } from "./desk-one.view.tsx";
import {
  type EventFilter,
  type EventLine,
  inReadingOrder,
  isIn,
  isView,
  passes,
  VIEWS,
  type View,
} from "./event-list.ts";
import { whenWords } from "./event-words.ts";
import { type CentreEvent, eventVersions, type LinkedArticle, linkableArticles } from "./events.queries.ts";
import { eventLines } from "./lines.queries.ts";
import { besideMonth, isMonth, monthOf, monthsTaken } from "./month.ts";
import { EVENT_PATHS } from "./paths.ts";
import { EVENT_PERMISSIONS, isAboveTheDuty, may, mayKeep, mayReport } from "./permissions.ts";
import { endName, MOST_SESSIONS, startName } from "./rules.ts";
import { eventSheet } from "./sheet.ts";

type ById = { Params: { id: string } };

const PAGE_SIZE = 50;

/** Beside which control a refusal stands; those that name their field need no line here. */
const CONTROLS: Readonly<Record<string, string>> = {
  eventKindUnknown: "loai",
  eventTitleMissing: "ten",
  eventPlaceMissing: "dia-diem",
  eventUnitUnknown: "don-vi",
  eventUnitFixed: "don-vi",
  eventStaysPublic: "pham-vi",
  eventMoveReasonMissing: "ly-do",
  eventOver: startName(0),
};
/** The same for the forms of a page that has several. */
const CANCEL_CONTROLS = { eventReasonMissing: "ly-do-huy" };
const LINK_CONTROLS: Readonly<Record<string, string>> = Object.fromEntries(
  ["Unknown", "OtherUnit", "Elsewhere", "Linked", "Earlier"].map((code) => [`eventArticle${code}`, "bai"]),
);

const DONE: Readonly<Record<string, string>> = {
  ghi: "Đã ghi sự kiện. Cổng nhắc viết bài khi sự kiện kết thúc.",
  huy: "Đã hủy sự kiện.",
  "lien-ket": "Đã liên kết bài với sự kiện.",
  "bo-lien-ket": "Đã bỏ liên kết.",
};

/** Desk pages of events: lists and months, the form, one event with its article (REQ-081, REQ-125). */
export function eventDesk(app: FastifyInstance, desk: DeskRoom): void {
  const { portal } = desk;
  const { db } = portal;

  app.get(EVENT_PATHS.desk, may("event.read"), async (request, reply) => {
    const { filter, view } = askedOf(request);
    const [now, { actor }] = [portal.clock.now(), visitorOf(request)];
    const all = await eventLines(db, now);
    const matching = all.filter((line) => passes(filter, line));
    const asMonth = one(request.query, "kieu") === "thang";
    const month = filter.month || monthOf(dayOf(now));
    const shown = inReadingOrder(
      view,
      matching.filter((line) => isIn(view, line)),
    );
    const pages = Math.max(1, Math.ceil(shown.length / PAGE_SIZE));
    const page = Math.min(pages, Number(/^[1-9]\d{0,4}$/.exec(one(request.query, "trang"))?.[0] ?? "1"));
    const to = (more: Record<string, string>) => addressOf(EVENT_PATHS.desk, filter, view, asMonth, more);
    return reply.page(
      <EventListPage
        desk={await desk.frame(request, EVENT_PATHS.desk)}
        lines={shown.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
        total={shown.length}
        page={page}
        pages={pages}
        pageHref={(number) => to({ trang: number > 1 ? String(number) : "" })}
        view={view}
        tabs={(Object.keys(VIEWS) as View[]).map((name) => ({
          href: to({ xem: name }),
          label: VIEWS[name],
          current: name === view,
          count: matching.filter((line) => isIn(name, line)).length,
        }))}
        filter={filter}
        units={await unitOptions()}
        months={monthsOf(all)}
        month={
          asMonth
            ? {
                month,
                today: dayOf(now),
                events: shown
                  .filter(({ event }) => monthsTaken(event.content.sessions).includes(month))
                  .map(({ event, standing }) => ({
                    href: EVENT_PATHS.event(event.id),
                    title: event.content.title,
                    sessions: event.content.sessions,
                    isCancelled: event.cancelledAt !== null,
                    note: standing === "late" ? "Quá hạn, chưa đăng bài" : standing === "open" ? "Chờ bài" : "",
                  })),
                before: to({ thang: besideMonth(month, -1) }),
                after: to({ thang: besideMonth(month, 1) }),
              }
            : null
        }
        listHref={addressOf(EVENT_PATHS.desk, filter, view, false, {})}
        monthHref={addressOf(EVENT_PATHS.desk, filter, view, true, { thang: month })}
        csvHref={addressOf(`${EVENT_PATHS.desk}.csv`, filter, view, false, {})}
        mayAdd={EVENT_PERMISSIONS["event.change"].some((hat) => hat === actor.hat)}
        now={now}
      />,
    );
  });

  listDownloads(app, EVENT_PATHS.desk, "event.read", async (request) => {
    const { filter, view } = askedOf(request);
    const lines = (await eventLines(db, portal.clock.now())).filter((line) => passes(filter, line) && isIn(view, line));
    return eventSheet("su-kien", "Sự kiện", inReadingOrder(view, lines));
  });

  app.get(EVENT_PATHS.add, may("event.change"), async (request, reply) => {
    const { units } = visitorOf(request).actor;
    const typed = { "pham-vi": "cong-khai", ...(units.length === 1 ? { "don-vi": units[0]! } : {}) };
    return newForm(request, reply, { ...EMPTY_RECORD, typed }, 200);
  });

  app.post(EVENT_PATHS.add, may("event.change"), async (request, reply) => {
    const answer = await portal.act(visitorOf(request).by, saveEvent, { id: null, ...inputFrom(request.body) });
    if (answer.ok) return reply.redirectAfterPost(`${EVENT_PATHS.event(answer.value.id)}?xong=ghi`);
    return newForm(request, reply, refusedState(request.body, answer.error), 422);
  });

  app.get<ById>(EVENT_PATHS.event(":id"), may("event.read"), async (request, reply) =>
    show(request, reply, await lineOf(request.params.id)),
  );

  app.post<ById>(EVENT_PATHS.event(":id"), may("event.change"), async (request, reply) => {
    const line = await lineOf(request.params.id);
    const input = { id: line.event.id, seen: Number(one(request.body, "ban")), ...inputFrom(request.body) };
    const answer = await portal.act(visitorOf(request).by, saveEvent, input);
    if (answer.ok) return reply.redirectAfterPost(`${EVENT_PATHS.event(line.event.id)}?xong=ghi`);
    return show(request, reply, line, { change: refusedState(request.body, answer.error) });
  });

  app.post<ById>(EVENT_PATHS.cancel(":id"), may("event.change"), async (request, reply) => {
    const line = await lineOf(request.params.id);
    const reason = one(request.body, "ly-do-huy");
    const answer = await portal.act(visitorOf(request).by, cancelEvent, { id: line.event.id, reason });
    if (answer.ok) return reply.redirectAfterPost(`${EVENT_PATHS.event(line.event.id)}?xong=huy`);
    return show(request, reply, line, { cancel: stateOf({ "ly-do-huy": reason }, answer.error, CANCEL_CONTROLS) });
  });

  app.post<ById>(EVENT_PATHS.write(":id"), may("event.report"), async (request, reply) => {
    const line = await lineOf(request.params.id);
    const answer = await beginArticle(portal, visitorOf(request).by, line.event.id);
    if (answer.ok) return reply.redirectAfterPost(`${newsroom.edit(answer.value)}?xong=create`);
    return show(request, reply, line, { link: stateOf({}, answer.error, {}) });
  });

  app.post<ById>(EVENT_PATHS.link(":id"), may("event.report"), async (request, reply) => {
    const line = await lineOf(request.params.id);
    const article = one(request.body, "bai");
    const answer = await portal.act(visitorOf(request).by, linkArticle, { event: line.event.id, article });
    if (answer.ok) return reply.redirectAfterPost(`${EVENT_PATHS.event(line.event.id)}?xong=lien-ket`);
    return show(request, reply, line, { link: stateOf({ bai: article }, answer.error, LINK_CONTROLS) });
  });

  app.post<ById>(EVENT_PATHS.unlink(":id"), may("event.change"), async (request, reply) => {
    const line = await lineOf(request.params.id);
    const [link, reason] = [one(request.body, "lien-ket"), one(request.body, "ly-do-bo")];
    const answer = await portal.act(visitorOf(request).by, unlinkArticle, { event: line.event.id, link, reason });
    if (answer.ok) return reply.redirectAfterPost(`${EVENT_PATHS.event(line.event.id)}?xong=bo-lien-ket`);
    return show(request, reply, line, { unlink: stateOf({ "ly-do-bo": reason }, answer.error, {}) });
  });

  async function lineOf(id: string): Promise<EventLine> {
    const line = (await eventLines(db, portal.clock.now(), { id }))[0];
    if (!line) throw new NotFound(`No event ${id}`);
    return line;
  }

  async function unitOptions(allowed: (unit: string) => boolean = () => true) {
    const units = await db.selectFrom("unit").select(["id", "name"]).orderBy("position").execute();
    return units.filter(({ id }) => allowed(id)).map(({ id, name }) => ({ value: id, label: name }));
  }

  async function newForm(request: FastifyRequest, reply: FastifyReply, form: RecordState, status: number) {
    const { actor } = visitorOf(request);
    const page = (
      <EventFormPage
        desk={await desk.frame(request, EVENT_PATHS.desk)}
        units={await unitOptions((unit) => mayKeep(actor, unit))}
        form={form}
      />
    );
    return reply.page(page, { status });
  }

  /** What nobody has read yet has its title only for those who may read it at the desk. */
  async function toldTo(actor: Actor, articles: readonly LinkedArticle[]): Promise<LinkedArticle[]> {
    const told: LinkedArticle[] = [];
    for (const article of articles) {
      const loaded = article.firstPublishedAt === null ? await loadEdition(db, article.edition) : null;
      const isHidden = article.firstPublishedAt === null && !(loaded && canSee(loaded.facts, actor));
      told.push(isHidden ? { ...article, title: "Bài chưa đăng", isHidden } : article);
    }
    return told;
  }

  /** One event; a form of the page that was refused keeps what was typed. */
  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    line: EventLine,
    refused: Partial<EventForms> = {},
  ) {
    const { actor } = visitorOf(request);
    const event = { ...line.event, articles: await toldTo(actor, line.event.articles) };
    const isKeeper = mayKeep(actor, event.unit);
    const mayTell = mayReport(actor, event.unit) && event.cancelledAt === null;
    const own = actor.hat === "CONTRIBUTOR" ? actor.person : null;
    const articles = mayTell ? await linkableArticles(db, event, own) : [];
    const isOver = event.endsAt <= portal.clock.now();
    const page = (
      <EventDeskPage
        desk={await desk.frame(request, EVENT_PATHS.desk)}
        line={{ ...line, event }}
        done={DONE[one(request.query, "xong")]}
        mayChange={isKeeper && event.cancelledAt === null}
        mayMove={!isOver || isAboveTheDuty(actor)}
        mayTell={mayTell}
        units={await unitOptions((unit) => mayKeep(actor, unit))}
        articles={articles}
        versions={(await eventVersions(db, event.id)).map(({ version, at, person, hat, reason, startsAt, endsAt }) => ({
          version,
          when: formatDateTime(at),
          who: `${person}, ${hatName(hat)}`,
          span: whenWords({ startsAt, endsAt }),
          reason,
        }))}
        forms={{
          change: refused.change ?? { ...EMPTY_RECORD, typed: typedOf(event) },
          cancel: refused.cancel ?? EMPTY_RECORD,
          link: refused.link ?? EMPTY_RECORD,
          unlink: refused.unlink ?? EMPTY_RECORD,
        }}
        now={portal.clock.now()}
      />
    );
    return reply.page(page, { status: Object.keys(refused).length > 0 ? 422 : 200 });
  }
}

const FIELDS = ["loai", "ten", "dia-diem", "don-vi", "mo-ta", "pham-vi", "ly-do"] as const;
const PLACES = Array.from({ length: MOST_SESSIONS }, (_, place) => place);

function inputFrom(body: unknown) {
  return {
    kind: one(body, "loai"),
    title: one(body, "ten"),
    place: one(body, "dia-diem"),
    unit: one(body, "don-vi"),
    description: one(body, "mo-ta"),
    isPublic: one(body, "pham-vi") !== "noi-bo",
    sessions: PLACES.map((place) => ({ starts: one(body, startName(place)), ends: one(body, endName(place)) })),
    reason: one(body, "ly-do"),
  };
}

const stateOf = (
  typed: Readonly<Record<string, string>>,
  refusals: readonly Refusal[],
  controls: Readonly<Record<string, string>>,
): RecordState => ({ typed, files: [], ...explained(refusals, controls) });

function refusedState(body: unknown, refusals: readonly Refusal[]): RecordState {
  const names = [...FIELDS, ...PLACES.flatMap((place) => [startName(place), endName(place)])];
  return stateOf(Object.fromEntries(names.map((name) => [name, one(body, name)])), refusals, CONTROLS);
}

function typedOf({ content, unit, isPublic }: CentreEvent): Readonly<Record<string, string>> {
  const { kind, title, place, description, sessions } = content;
  const times = sessions.flatMap(({ startsAt, endsAt }, number) => [
    [startName(number), toLocalInput(startsAt)] as const,
    [endName(number), toLocalInput(endsAt)] as const,
  ]);
  return {
    loai: kind,
    ten: title,
    "dia-diem": place,
    "don-vi": unit,
    "mo-ta": description,
    "pham-vi": isPublic ? "cong-khai" : "noi-bo",
    ...Object.fromEntries(times),
  };
}

function askedOf({ query }: FastifyRequest): { readonly filter: EventFilter; readonly view: View } {
  const view = one(query, "xem");
  const month = one(query, "thang");
  return {
    view: isView(view) ? view : "",
    filter: {
      unit: one(query, "don-vi"),
      kind: one(query, "loai"),
      month: isMonth(month) ? month : "",
      words: one(query, "tu-khoa").normalize("NFC").slice(0, 200),
    },
  };
}

function addressOf(
  path: string,
  { unit, kind, month, words }: EventFilter,
  view: View,
  asMonth: boolean,
  more: Readonly<Record<string, string>>,
): string {
  const parts = {
    xem: view,
    "don-vi": unit,
    loai: kind,
    thang: month,
    "tu-khoa": words,
    kieu: asMonth ? "thang" : "",
    ...more,
  };
  const said = Object.entries(parts).filter(([, value]) => value !== "");
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said)}`;
}

const monthsOf = (lines: readonly EventLine[]): string[] =>
  [...new Set(lines.flatMap(({ event }) => monthsTaken(event.content.sessions)))].sort().reverse();
