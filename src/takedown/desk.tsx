import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Actor } from "../board/actor.ts";
import { visitorOf } from "../board/board-desk.ts";
import { EMPTY_FORM, type FormState, one, refusedForm } from "../board/forms.ts";
import { readWorkCalendar } from "../calendar/calendar.queries.ts";
import { deskFrame } from "../desk/frame.ts";
import { NotFound } from "../http/errors.ts";
import { pageNumber } from "../http/public-page.ts";
import { INTAKE_CONTROLS } from "../intake/form.view.tsx";
import { offeredSteps } from "../intake/moves.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { workingDaysBetween } from "../kernel/working-days.ts";
import type { Portal } from "../portal.ts";
import { TAKEDOWN_MOVES } from "../regulation/takedown-moves.ts";
import { moveRequest, type RequestStep } from "./commands/move-request.ts";
import { receiveRequest } from "./commands/receive-request.ts";
import { RequestsPage } from "./desk-list.view.tsx";
import { TakedownPage } from "./desk-request.view.tsx";
import { OldArticlesPage, SendPage } from "./desk-send.view.tsx";
import { TAKEDOWN_PATHS } from "./paths.ts";
import { countRequests, filesOfRequest, listRequests, loadRequest, oldArticles } from "./requests.queries.ts";

const PAGE_SIZE = 20;
const DONE: Readonly<Record<string, string>> = {
  gui: "Đã gửi yêu cầu tới Thư ký.",
  consider: "Đã trình Trưởng Ban biên tập.",
  accept: "Đã quyết định gỡ bỏ. Thư ký thực hiện.",
  reject: "Đã ghi quyết định không chấp nhận.",
  execute: "Đã gỡ khỏi Cổng.",
  answer: "Đã trả lời người yêu cầu.",
};

/** A head sees what his unit asked for; the board and its secretary see all. */
const reachOf = ({ hat, units }: Actor): readonly Id[] | null => (hat === "MEMBER" ? units : null);

/** The register of requests (Đ15.k3): queue, one request with its steps, a unit's own form, old articles to look at. */
export function takedownDesk(app: FastifyInstance, portal: Portal): void {
  const { db } = portal;
  const may = { config: { may: "takedown.read" } };
  const maySend = { config: { may: "takedown.send" } };
  const today = () => dayOf(portal.clock.now());
  const frameOf = (request: FastifyRequest) => deskFrame(portal, request, TAKEDOWN_PATHS.desk);

  app.get(TAKEDOWN_PATHS.desk, may, async (request, reply) => {
    const { actor } = visitorOf(request);
    const units = reachOf(actor);
    const isOpen = one(request.query, "xem") !== "xong";
    const page = Number(pageNumber(one(request.query, "trang")) ?? "1");
    const counts = { open: await countRequests(db, units, true), over: await countRequests(db, units, false) };
    const pages = Math.max(1, Math.ceil((isOpen ? counts.open : counts.over) / PAGE_SIZE));
    if (page > pages) throw new NotFound();
    const calendar = await readWorkCalendar(db);
    const rows = await listRequests(db, { units, isOpen, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
    return reply.page(
      <RequestsPage
        desk={await frameOf(request)}
        rows={rows.map((row) => ({ ...row, left: workingDaysBetween(today(), row.due_on, calendar) }))}
        isOpen={isOpen}
        counts={counts}
        page={page}
        pages={pages}
        maySend={actor.hat === "MEMBER"}
        done={DONE[one(request.query, "xong")]}
      />,
    );
  });

  app.get(TAKEDOWN_PATHS.old, may, async (request, reply) => {
    const months = (await portal.settings())["takedown.reviewMonths"];
    const now = Temporal.Instant.from(portal.clock.now()).toZonedDateTimeISO("UTC");
    const before = now.subtract({ months }).toInstant().toString({ smallestUnit: "millisecond" });
    const articles = await oldArticles(db, before, 200);
    return reply.page(<OldArticlesPage desk={await frameOf(request)} articles={articles} months={months} />);
  });

  app.get(TAKEDOWN_PATHS.send, maySend, async (request, reply) => {
    const typed = { "dia-chi": one(request.query, "dia-chi").slice(0, 2_000) };
    return reply.page(<SendPage desk={await frameOf(request)} form={{ ...EMPTY_FORM, typed }} />);
  });

  app.post(TAKEDOWN_PATHS.send, maySend, async (request, reply) => {
    const { body } = request;
    const { by, actor, person } = visitorOf(request);
    const row = await db.selectFrom("person").select("email").where("id", "=", person.id).executeTakeFirstOrThrow();
    const answer = await portal.act(by, receiveRequest, {
      address: one(body, "dia-chi"),
      reasonClass: one(body, "ly-do"),
      content: one(body, "noi-dung-gui"),
      name: person.fullName,
      email: row.email,
      phone: row.email === "" ? (await portal.settings())["site.phone"] : "",
      consent: true,
      unit: actor.units[0] ?? "",
      marks: null,
      files: [],
    });
    if (answer.ok) return reply.redirectAfterPost(`${TAKEDOWN_PATHS.desk}?xong=gui`);
    const form = refusedForm(body, ["dia-chi", "ly-do", "noi-dung-gui"], [], answer.error, INTAKE_CONTROLS);
    return reply.page(<SendPage desk={await frameOf(request)} form={form} />, { status: 422 });
  });

  type ById = { Params: { id: string } };
  app.get<ById>("/ban-bien-tap/go-bo/:id", may, async (request, reply) => onePage(request, reply, EMPTY_FORM, 200));

  app.post<ById>("/ban-bien-tap/go-bo/:id", may, async (request, reply) => {
    const { body, params } = request;
    const typed = (name: string) => one(body, name);
    await visible(request, params.id);
    const act = typed("viec") as RequestStep["act"];
    const answer = await portal.act(visitorOf(request).by, moveRequest, {
      request: params.id,
      act,
      note: typed("y-kien"),
      reason: typed("ly-do"),
      reasonClass: typed("loai-ly-do"),
      answer: typed("tra-loi"),
    });
    if (answer.ok) return reply.redirectAfterPost(`${TAKEDOWN_PATHS.deskOne(params.id)}?xong=${act}`);
    const controls = {
      takedownNoteGiven: "y-kien",
      reasonGiven: `ly-do-${act}`,
      classGiven: "loai-ly-do",
      takedownAnswerGiven: "tra-loi",
    };
    const names = ["viec", "y-kien", "ly-do", "loai-ly-do", "tra-loi"];
    return onePage(request, reply, refusedForm(body, names, [], answer.error, controls), 422);
  });

  async function visible(request: FastifyRequest, id: Id) {
    const loaded = await loadRequest(db, id);
    const units = reachOf(visitorOf(request).actor);
    if (!loaded || (units && !(loaded.row.unit_id !== null && units.includes(loaded.row.unit_id)))) {
      throw new NotFound(`No request ${id} for this person`);
    }
    return loaded;
  }

  async function onePage(request: FastifyRequest<ById>, reply: FastifyReply, form: FormState, status: number) {
    const { row, moves, facts } = await visible(request, request.params.id);
    const people = await db.selectFrom("person").select(["id", "full_name"]).execute();
    const unit = row.unit_id
      ? await db.selectFrom("unit").select("name").where("id", "=", row.unit_id).executeTakeFirst()
      : undefined;
    return reply.page(
      <TakedownPage
        desk={await frameOf(request)}
        row={row}
        unit={unit?.name ?? null}
        left={workingDaysBetween(today(), row.due_on, await readWorkCalendar(db))}
        files={await filesOfRequest(db, row.id)}
        offers={offeredSteps(TAKEDOWN_MOVES, facts, visitorOf(request).actor)}
        history={moves.map((move) => ({
          id: move.id,
          label: TAKEDOWN_MOVES.find(({ id }) => id === move.rule)?.label ?? move.act,
          person: people.find(({ id }) => id === move.person_id)?.full_name ?? "Hệ thống",
          hat: move.hat,
          at: move.at,
          clause: move.clause,
          reason: move.reason,
        }))}
        form={form}
        done={DONE[one(request.query, "xong")]}
      />,
      { status },
    );
  }
}
