import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { VNode } from "preact";
import type { By } from "../act.ts";
import type { Actor } from "../board/actor.ts";
import { readWorkCalendar } from "../calendar/calendar.queries.ts";
import { deskFrame } from "../desk/frame.ts";
import { visitorOf } from "../desk/visitor.ts";
import { NotFound } from "../http/errors.ts";
import { EMPTY_FORM, type FormState, one, refusedForm } from "../http/form-state.ts";
import { pageNumber } from "../http/public-page.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Refusal, Result } from "../kernel/result.ts";
import { workingDaysBetween } from "../kernel/working-days.ts";
import { listDownloads } from "../lists/download.ts";
import type { Sheet } from "../lists/sheet.ts";
import { markRead } from "../newsroom/notifications.queries.ts";
import type { Portal } from "../portal.ts";
import { correctionOf } from "./correction.queries.ts";
import { QueuePage, type QueueText } from "./desk-queue.view.tsx";
import type { SlipView } from "./desk-slip.view.tsx";
import { offeredSteps } from "./moves.ts";
import { countSlips, filesOfSlip, type LoadedSlip, listSlips, type SlipPart } from "./slips.queries.ts";
import type { SlipRoom } from "./slips.ts";
import type { SlipTable } from "./tables.ts";

const PAGE_SIZE = 20;

type Listed<Loaded extends LoadedSlip<SlipTable, string>> = Loaded["row"] & { readonly unit: string | null };

/** What a room says of its own desk; the rest is the same for all that the public sends. */
export interface SlipDesk<Loaded extends LoadedSlip<SlipTable, string>> {
  readonly room: SlipRoom;
  readonly may: string;
  /** Units whose slips a hat reaches; null for all. */
  readonly reachOf: (actor: Actor) => readonly Id[] | null;
  readonly queue: (actor: Actor) => QueueText<Listed<Loaded>>;
  /** The queue as a spreadsheet. */
  readonly sheet: (rows: readonly Listed<Loaded>[]) => Sheet;
  /** What is said after a step, by its name. */
  readonly done: Readonly<Record<string, string>>;
  readonly load: (id: Id) => Promise<Loaded | null>;
  readonly step: (by: By, id: Id, act: string, body: unknown) => Promise<Result<unknown, Refusal[]>>;
  /** Controls of the steps: those typed in, those ticked, and beside which one a refusal stands. */
  readonly typed: readonly string[];
  readonly ticked: readonly string[];
  readonly controls: (act: string) => Readonly<Record<string, string>>;
  readonly page: (view: SlipView<Loaded["row"]>, loaded: Loaded, actor: Actor) => Promise<VNode>;
}

/** The desk's pages of one kind of slip: what waits, what is over, and one with its steps. */
export function slipDesk<Loaded extends LoadedSlip<SlipTable, string>>(
  app: FastifyInstance,
  portal: Portal,
  own: SlipDesk<Loaded>,
): void {
  const { db, clock } = portal;
  const { room } = own;
  const may = { config: { may: own.may } };
  const frameOf = (request: FastifyRequest) => deskFrame(portal, request, room.paths.desk);
  const daysLeft = async () => {
    const calendar = await readWorkCalendar(db);
    return (due: string) => workingDaysBetween(dayOf(clock.now()), due, calendar);
  };

  app.get(room.paths.desk, may, async (request, reply) => {
    const { actor } = visitorOf(request);
    const units = own.reachOf(actor);
    const isOpen = one(request.query, "xem") !== "xong";
    const page = Number(pageNumber(one(request.query, "trang")) ?? "1");
    const counts = {
      open: await countSlips(db, room, { units, isOpen: true }),
      over: await countSlips(db, room, { units, isOpen: false }),
    };
    const pages = Math.max(1, Math.ceil((isOpen ? counts.open : counts.over) / PAGE_SIZE));
    if (page > pages) throw new NotFound();
    const rows = await listed({ units, isOpen }, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
    const left = await daysLeft();
    return reply.page(
      <QueuePage
        desk={await frameOf(request)}
        room={room}
        text={own.queue(actor)}
        rows={rows.map((row) => ({ ...row, left: left(row.due_on) }))}
        isOpen={isOpen}
        counts={counts}
        page={page}
        pages={pages}
        done={own.done[one(request.query, "xong")]}
      />,
    );
  });

  listDownloads(app, room.paths.desk, own.may, async (request) => {
    const units = own.reachOf(visitorOf(request).actor);
    const isOpen = one(request.query, "xem") !== "xong";
    return own.sheet(await listed({ units, isOpen }, { limit: 100_000, offset: 0 }));
  });

  /** The room's own table has the room's own columns. */
  const listed = async (part: SlipPart, page: { limit: number; offset: number }) =>
    (await listSlips(db, room, part, page)) as unknown as Listed<Loaded>[];

  type ById = { Params: { id: string } };
  const address = room.paths.deskOne(":id");
  app.get<ById>(address, may, async (request, reply) => {
    const { person } = visitorOf(request);
    const path = room.paths.deskOne(request.params.id);
    await portal.database.transact((tx) => markRead(tx, person.id, { path }, clock.now()));
    return onePage(request, reply, EMPTY_FORM, 200);
  });

  app.post<ById>(address, may, async (request, reply) => {
    const { body, params } = request;
    await visible(request, params.id);
    const act = one(body, "viec");
    const answer = await own.step(visitorOf(request).by, params.id, act, body);
    if (answer.ok) return reply.redirectAfterPost(`${room.paths.deskOne(params.id)}?xong=${act}`);
    const controls = { articleLive: "bai-dinh-chinh", exceptionNotNeeded: "ngoai-le", ...own.controls(act) };
    const typed = ["viec", "bai-dinh-chinh", "ngoai-le", ...own.typed];
    return onePage(request, reply, refusedForm(body, typed, own.ticked, answer.error, controls), 422);
  });

  /** The slip, if it exists and the hat reaches it; otherwise there is no such page. */
  async function visible(request: FastifyRequest, id: Id): Promise<Loaded> {
    const loaded = await own.load(id);
    const units = own.reachOf(visitorOf(request).actor);
    if (!loaded || (units && !(loaded.row.unit_id !== null && units.includes(loaded.row.unit_id)))) {
      throw new NotFound(`No ${room.subject} ${id} for this person`);
    }
    return loaded;
  }

  async function onePage(request: FastifyRequest<ById>, reply: FastifyReply, form: FormState, status: number) {
    const loaded = await visible(request, request.params.id).catch((error) => {
      // Whoever just handed it on may no longer see it: he is led back to what is his.
      if (one(request.query, "xong") !== "") return null;
      throw error;
    });
    if (!loaded) return reply.redirect(room.paths.desk, 303);
    const { row, moves, facts } = loaded;
    const { actor } = visitorOf(request);
    const people = await db.selectFrom("person").select(["id", "full_name"]).execute();
    const unit = row.unit_id
      ? await db.selectFrom("unit").select("name").where("id", "=", row.unit_id).executeTakeFirst()
      : undefined;
    const view: SlipView<Loaded["row"]> = {
      desk: await frameOf(request),
      room,
      row,
      unit: unit?.name ?? null,
      isOpen: room.open.includes(facts.state),
      left: (await daysLeft())(row.due_on),
      files: await filesOfSlip(db, row.id),
      correction: await correctionOf(db, row.article_id),
      offers: offeredSteps(room.moves, facts, actor),
      history: moves.map((move) => ({
        id: move.id,
        label: room.moves.find(({ id }) => id === move.rule)?.label ?? move.act,
        person: people.find(({ id }) => id === move.person_id)?.full_name ?? "Hệ thống",
        hat: move.hat,
        at: move.at,
        clause: move.clause,
        reason: move.reason,
        exception: move.exception_reason,
      })),
      form,
      done: own.done[one(request.query, "xong")],
    };
    return reply.page(await own.page(view, loaded, actor), { status });
  }
}
