import type { FastifyRequest } from "fastify";
import { actorOn } from "../../board/actor.ts";
import { readWorkCalendar } from "../../calendar/calendar.queries.ts";
import { visitorOf } from "../../desk/visitor.ts";
import { lineOf, namedItems } from "../../duties/model.ts";
import type { OwedItem } from "../../duties/owed.ts";
import type { DueLine } from "../../duties/parts.view.tsx";
import { recentToDo, toDoOfPerson } from "../../duties/to-do.queries.ts";
import { dayOf, type Instant } from "../../kernel/clock.ts";
import type { Id } from "../../kernel/ids.ts";
import { type WorkCalendar, workingDaysBetween } from "../../kernel/working-days.ts";
import type { Hat } from "../../regulation/hats.ts";
import { STATES, type State } from "../../regulation/states.ts";
import type { Db } from "../../storage/database.ts";
import { countNotifications, type Notification, readNotifications } from "../notifications.queries.ts";
import { readOpenEditions } from "../open-editions.queries.ts";
import { type Waiting, waitingFor } from "../waiting.ts";
import { mayCreate } from "../workflow.ts";
import type { Desk } from "./desk.ts";
import { listNames, type Names, readNames } from "./names.queries.ts";
import { paths } from "./paths.ts";
import { COMES_NEXT, STANDS, titleOr } from "./words.ts";

export interface WaitingView {
  readonly edition: Id;
  readonly title: string;
  readonly unit: string;
  readonly state: State;
  readonly since: Instant;
  readonly isLate: boolean;
  readonly age: string;
  /** "Nhận thẩm định" */
  readonly todo: string;
  /** "Vũ Hồng Lan"; empty when nobody else could. */
  readonly others: string;
  /** Acts that four eyes leave to nobody: done only with a reason. */
  readonly exceptions: readonly string[];
}

export interface MineView {
  readonly edition: Id;
  readonly title: string;
  readonly state: State;
  readonly since: Instant;
  readonly where: string;
  readonly next: string;
}

export interface OtherHatView {
  readonly appointment: Id;
  readonly label: string;
  readonly count: number;
}

export interface MyWorkView {
  /** What else is late or due soon for this person, in any of his hats; articles stand in lists of their own. */
  readonly due: readonly DueLine[];
  readonly now: Instant;
  readonly hat: string;
  readonly waiting: readonly WaitingView[];
  readonly otherHats: readonly OtherHatView[];
  readonly mine: readonly MineView[];
  readonly notices: readonly Notification[];
  readonly unread: number;
  readonly mayWrite: boolean;
}

/** "Việc của tôi": what waits for the visitor in his present hat, what would in his others, and how his own articles fare. */
export async function myWorkView({ portal }: Desk, request: FastifyRequest): Promise<MyWorkView> {
  const { db } = portal;
  const { person, actor, hat, hats } = visitorOf(request);
  const now = portal.clock.now();
  const open = await readOpenEditions(db, now);
  const names = await readNames(db);
  const calendar = await readWorkCalendar(db);
  const waiting = waitingFor(actor, open, now);

  const others = new Map(hats.filter((worn) => worn.hat !== hat.hat).map((worn) => [worn.hat, worn]));
  const count = (worn: Hat) => {
    const other = actorOn(open.roster, person.id, worn, dayOf(now));
    return other ? waitingFor(other, open, now).length : 0;
  };
  const units = actor.units.length > 0 ? actor.units : [""];
  const origin = actor.hat === "CONTRIBUTOR" || actor.hat === "MEMBER" ? "unit" : "board";

  const toDo = await recentToDo(db, now);
  const stepOf = new Map(toDo.map((item) => [item.href, item]));
  const mine = toDoOfPerson(toDo, person.id).filter(({ href }) => !href.startsWith(`${paths.articles}/`));
  return {
    due: (await namedItems(db, mine)).map((row) => lineOf(row, row.item.rule.hat)),
    now,
    hat: hat.label,
    waiting: waiting.map((one) => waitingView(one, names, now, calendar, stepOf.get(paths.article(one.open.row.id)))),
    otherHats: [...others.values()].map((worn) => ({
      appointment: worn.appointment,
      label: worn.label,
      count: count(worn.hat),
    })),
    mine: await readMine(db, person.id),
    notices: (await readNotifications(db, person.id, { limit: 5, offset: 0 })).filter(({ readAt }) => readAt === null),
    unread: (await countNotifications(db, person.id)).unread,
    mayWrite: units.some((unit) => mayCreate(actor, unit, origin).ok),
  };
}

function waitingView(
  { open: { row, facts }, offers, others }: Waiting,
  names: Names,
  now: Instant,
  calendar: WorkCalendar,
  step: OwedItem | undefined,
): WaitingView {
  const isLate = step?.standing === "late";
  const days = step ? workingDaysBetween(dayOf(step.term.due), dayOf(now), calendar) : 0;
  return {
    edition: row.id,
    title: titleOr(row.title),
    unit: names.unit(row.unit_id),
    state: facts.state,
    since: row.state_since,
    isLate,
    age: !isLate ? "Trong hạn" : days > 0 ? `Quá hạn ${days} ngày làm việc` : "Quá hạn",
    todo: [...new Set(offers.map(({ rule }) => rule.label))].slice(0, 2).join(" hoặc "),
    others: listNames(others.map(names.person)),
    exceptions: offers.filter(({ byException }) => byException).map(({ rule }) => rule.label),
  };
}

const LAST = 10;

/** What a person wrote: everything still on its way, and the last few that came to an end. */
async function readMine(db: Db, person: Id): Promise<MineView[]> {
  const rows = await db
    .selectFrom("edition")
    .select(["id", "title", "state", "state_since"])
    .where("author_id", "=", person)
    .where("state", "<>", "SUPERSEDED")
    .orderBy("state_since", "desc")
    .orderBy("id")
    .limit(50)
    .execute();
  const ended: readonly string[] = ["PUBLISHED", "CANCELLED", "WITHDRAWN", "TAKEN_DOWN"];
  const open = rows.filter(({ state }) => !ended.includes(state));
  const over = rows.filter(({ state }) => ended.includes(state)).slice(0, LAST);
  return [...open, ...over].map((row) => {
    const state = row.state as State;
    return {
      edition: row.id,
      title: titleOr(row.title),
      state,
      since: row.state_since,
      where: `Bài ${STANDS[state] ?? STATES[state]}`,
      next: COMES_NEXT[state],
    };
  });
}
