import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { DeskRoom } from "../desk/room.ts";
import { visitorOf } from "../desk/visitor.ts";
import { NotFound } from "../http/errors.ts";
import { EMPTY_FORM, type FormState, one, refusedForm } from "../http/form-state.ts";
import { dayOf } from "../kernel/clock.ts";
import { listDownloads } from "../lists/download.ts";
import { sheetOf } from "../lists/sheet.ts";
import { isInForce } from "./actor.ts";
import { readBoard } from "./board.queries.ts";
import type { Board, Person } from "./board.ts";
import { afterwards, boardFrame, may } from "./board-desk.ts";
import { addPerson } from "./commands/add-person.ts";
import { leave } from "./commands/leave.ts";
import { BOARD_PATHS } from "./paths.ts";
import { LeavePage, PeoplePage, type PersonRow } from "./people.view.tsx";
import { appointmentLabel, unitName } from "./roster-rows.ts";
import { maySetUp, readable } from "./rules.ts";
import { PEOPLE_SHEET } from "./sheet.ts";

type ById = { Params: { id: string } };

/** People of the centre and external contributors. */
export function peopleRoutes(app: FastifyInstance, desk: DeskRoom): void {
  const { portal } = desk;
  const today = () => dayOf(portal.clock.now());

  app.get(BOARD_PATHS.people, may("board.read"), async (request, reply) =>
    peoplePage(request, reply, { ...EMPTY_FORM, typed: { thuoc: "staff" } }, 200),
  );

  listDownloads(app, BOARD_PATHS.people, "board.read", async () => {
    const board = await readBoard(portal.db);
    const rows = board.people.map((person) => rowOf(board, person, today()));
    return sheetOf("nguoi", "Người", PEOPLE_SHEET, rows);
  });

  app.post(BOARD_PATHS.people, may("board.change"), async (request, reply) => {
    const { body } = request;
    const answer = await portal.act(visitorOf(request).by, addPerson, {
      fullName: one(body, "ho-ten"),
      position: one(body, "chuc-danh"),
      email: one(body, "thu-dien-tu"),
      unit: one(body, "don-vi") || null,
      isExternal: one(body, "thuoc") === "external",
    });
    if (answer.ok) return reply.redirectAfterPost(afterwards(BOARD_PATHS.people, "nguoi"));
    const names = ["ho-ten", "chuc-danh", "thu-dien-tu", "don-vi", "thuoc"];
    return peoplePage(request, reply, refusedForm(body, names, [], answer.error, PERSON_CONTROLS), 422);
  });

  app.get<ById>("/ban-bien-tap/ban-bien-tap/nguoi/:id/thoi-viec", may("board.change"), async (request, reply) =>
    leavePage(request, reply, EMPTY_FORM, 200),
  );

  app.post<ById>("/ban-bien-tap/ban-bien-tap/nguoi/:id/thoi-viec", may("board.change"), async (request, reply) => {
    const { body, params } = request;
    const input = { person: params.id, on: one(body, "ngay-cuoi"), paper: one(body, "so-van-ban") };
    const answer = await portal.act(visitorOf(request).by, leave, input);
    if (answer.ok) return reply.redirectAfterPost(afterwards(BOARD_PATHS.people, "thoi-viec"));
    const form = refusedForm(body, ["ngay-cuoi", "so-van-ban"], [], answer.error, LEAVE_CONTROLS);
    return leavePage(request, reply, form, 422);
  });

  async function peoplePage(request: FastifyRequest, reply: FastifyReply, form: FormState, status: number) {
    const board = await readBoard(portal.db);
    const view = {
      frame: await boardFrame(desk, request, BOARD_PATHS.people),
      rows: board.people.map((person) => rowOf(board, person, today())),
      units: board.units
        .filter(({ to }) => to === null || to >= today())
        .map(({ id, name }) => ({ value: id, label: name })),
      form,
      mayChange: maySetUp(visitorOf(request).hat.hat),
    };
    return reply.page(<PeoplePage view={view} />, { status });
  }

  async function leavePage(request: FastifyRequest<ById>, reply: FastifyReply, form: FormState, status: number) {
    const board = await readBoard(portal.db);
    const person = board.people.find(({ id }) => id === request.params.id);
    if (!person) throw new NotFound(`No person ${request.params.id}`);
    const action = BOARD_PATHS.leave(person.id);
    const view = {
      frame: await boardFrame(desk, request, action),
      action,
      row: rowOf(board, person, today()),
      form,
    };
    return reply.page(<LeavePage view={view} />, { status });
  }
}

function rowOf(board: Board, person: Person, day: string): PersonRow {
  const unit = unitName(board, person.unit);
  return {
    id: person.id,
    name: person.fullName,
    position: person.position,
    unit: person.isExternal ? `Cộng tác viên ngoài, ${unit} bảo trợ` : unit,
    hats: board.appointments
      .filter((item) => item.person === person.id && isInForce(item, day))
      .map((item) => appointmentLabel(board, item)),
    left: person.leftOn === null ? null : `Làm việc đến hết ${readable(person.leftOn)}`,
  };
}

const PERSON_CONTROLS: Readonly<Record<string, string>> = {
  nameMissing: "ho-ten",
  emailInvalid: "thu-dien-tu",
  unitOrClassMissing: "don-vi",
  unitUnknown: "don-vi",
  unitClosed: "don-vi",
};

const LEAVE_CONTROLS: Readonly<Record<string, string>> = { dayInvalid: "ngay-cuoi", decisionMissing: "so-van-ban" };
