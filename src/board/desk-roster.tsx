import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { DeskRoom } from "../desk/room.ts";
import { visitorOf } from "../desk/visitor.ts";
import { NotFound } from "../http/errors.ts";
import { EMPTY_FORM, type FormState, many, one, refusedForm } from "../http/form-state.ts";
import { dayOf } from "../kernel/clock.ts";
import { listDownloads } from "../lists/download.ts";
import { sheetOf } from "../lists/sheet.ts";
import { HAT_NAMES, hatName } from "../regulation/hats.ts";
import { isInForce } from "./actor.ts";
import { AppointmentFormPage, EndAppointmentPage } from "./appointment-form.view.tsx";
import { readBoard } from "./board.queries.ts";
import type { Board } from "./board.ts";
import { afterwards, askedDay, boardFrame, may } from "./board-desk.ts";
import { appoint } from "./commands/appoint.ts";
import { endAppointment } from "./commands/end-appointment.ts";
import { readPapers } from "./papers.queries.ts";
import { BOARD_PATHS } from "./paths.ts";
import { RosterPage } from "./roster.view.tsx";
import { delegationRows, rosterRows, unitName, unitRows } from "./roster-rows.ts";
import { isDay, maySetUp } from "./rules.ts";
import { ROSTER_SHEET } from "./sheet.ts";
import { boardWarnings } from "./warnings.queries.ts";

type ById = { Params: { id: string } };

/** The board of a day, and its appointments. */
export function rosterRoutes(app: FastifyInstance, desk: DeskRoom): void {
  const { portal } = desk;

  app.get(BOARD_PATHS.board, may("board.read"), async (request, reply) => {
    const { day, today, dayWords, dayError } = askedDay(desk, request);
    const board = await readBoard(portal.db);
    const papers = await readPapers(portal.db);
    const shown = rosterRows(board, papers, day);
    const view = {
      frame: await boardFrame(desk, request, BOARD_PATHS.board),
      day,
      dayWords,
      dayError,
      warnings: await boardWarnings(portal.db, day),
      rows: shown,
      units: unitRows(board, day).filter((row) =>
        board.units.some((unit) => unit.id === row.id && isInForce(unit, day)),
      ),
      delegations: delegationRows(board, papers, day).filter(({ inForce }) => inForce),
      others: rosterRows(board, papers, null).filter((row) => !shown.some(({ id }) => id === row.id)),
      mayChange: maySetUp(visitorOf(request).hat.hat) && day === today,
    };
    return reply.page(<RosterPage view={view} />);
  });

  listDownloads(app, BOARD_PATHS.board, "board.read", async (request) => {
    const { day } = askedDay(desk, request);
    const rows = rosterRows(await readBoard(portal.db), await readPapers(portal.db), day);
    return sheetOf("ban-bien-tap", "Ban biên tập", ROSTER_SHEET, rows);
  });

  app.get(BOARD_PATHS.appoint, may("board.change"), async (request, reply) => {
    const typed = { nguoi: one(request.query, "nguoi"), "tu-ngay": dayOf(portal.clock.now()) };
    return appointmentForm(request, reply, { ...EMPTY_FORM, typed }, 200);
  });

  app.post(BOARD_PATHS.appoint, may("board.change"), async (request, reply) => {
    const { body } = request;
    const answer = await portal.act(visitorOf(request).by, appoint, {
      person: one(body, "nguoi"),
      hat: one(body, "vai-tro-moi"),
      unit: one(body, "don-vi") || null,
      acting: one(body, "tam-thoi") === "on",
      from: one(body, "tu-ngay"),
      to: one(body, "den-ngay") || null,
      decisionNumber: one(body, "so-quyet-dinh"),
      decisionDay: one(body, "ngay-quyet-dinh"),
      units: many(body, "don-vi-phu-trach"),
      fields: many(body, "linh-vuc"),
    });
    if (answer.ok) return reply.redirectAfterPost(afterwards(BOARD_PATHS.board, "phan-cong"));
    const controls = { ...APPOINT_CONTROLS, dayInvalid: isDay(one(body, "tu-ngay")) ? "den-ngay" : "tu-ngay" };
    const form = refusedForm(body, APPOINT_NAMES, ["don-vi-phu-trach", "linh-vuc"], answer.error, controls);
    return appointmentForm(request, reply, form, 422);
  });

  app.get<ById>("/ban-bien-tap/ban-bien-tap/phan-cong/:id/ket-thuc", may("board.change"), async (request, reply) =>
    endForm(request, reply, request.params.id, EMPTY_FORM, 200),
  );

  app.post<ById>("/ban-bien-tap/ban-bien-tap/phan-cong/:id/ket-thuc", may("board.change"), async (request, reply) => {
    const { body, params } = request;
    const input = { appointment: params.id, to: one(body, "ngay-cuoi"), paper: one(body, "so-van-ban") };
    const answer = await portal.act(visitorOf(request).by, endAppointment, input);
    if (answer.ok) return reply.redirectAfterPost(afterwards(BOARD_PATHS.board, "ket-thuc"));
    const form = refusedForm(body, ["ngay-cuoi", "so-van-ban"], [], answer.error, END_CONTROLS);
    return endForm(request, reply, params.id, form, 422);
  });

  async function appointmentForm(request: FastifyRequest, reply: FastifyReply, form: FormState, status: number) {
    const board = await readBoard(portal.db);
    const today = dayOf(portal.clock.now());
    const view = {
      frame: await boardFrame(desk, request, BOARD_PATHS.appoint),
      form,
      people: peopleOptions(board, today),
      hats: HAT_NAMES.map((hat) => ({ value: hat, label: hatName(hat) })),
      units: board.units
        .filter(({ to }) => to === null || to >= today)
        .map(({ id, name }) => ({ value: id, label: name })),
      fields: board.fields.map(({ id, name }) => ({ value: id, label: name })),
    };
    return reply.page(<AppointmentFormPage view={view} />, { status });
  }

  async function endForm(request: FastifyRequest, reply: FastifyReply, id: string, form: FormState, status: number) {
    const board = await readBoard(portal.db);
    const row = rosterRows(board, await readPapers(portal.db), null).find((item) => item.id === id);
    if (!row) throw new NotFound(`No appointment ${id}`);
    const action = BOARD_PATHS.endAppointment(id);
    const view = { frame: await boardFrame(desk, request, action), form, action, row };
    return reply.page(<EndAppointmentPage view={view} />, { status });
  }
}

/** People still at the centre: "Nguyễn Thị Mai, Giáo viên Ngữ văn (Phòng Đào tạo)". */
function peopleOptions(board: Board, today: string) {
  return board.people
    .filter(({ leftOn }) => leftOn === null || leftOn >= today)
    .map(({ id, fullName, position, unit }) => ({
      value: id,
      label: `${[fullName, position].filter(Boolean).join(", ")} (${unitName(board, unit)})`,
    }));
}

const APPOINT_NAMES = [
  "nguoi",
  "vai-tro-moi",
  "don-vi",
  "tam-thoi",
  "tu-ngay",
  "den-ngay",
  "so-quyet-dinh",
  "ngay-quyet-dinh",
] as const;

const APPOINT_CONTROLS: Readonly<Record<string, string>> = {
  personUnknown: "nguoi",
  personLeft: "nguoi",
  hatUnknown: "vai-tro-moi",
  secondStandingDeputy: "vai-tro-moi",
  secondHolder: "vai-tro-moi",
  alreadyAppointed: "vai-tro-moi",
  unitMissing: "don-vi",
  unitUnknown: "don-vi",
  unitClosed: "don-vi",
  unitNotForHat: "don-vi",
  secondHead: "don-vi",
  periodInverted: "den-ngay",
  decisionMissing: "so-quyet-dinh",
  decisionDayInvalid: "ngay-quyet-dinh",
};

const END_CONTROLS: Readonly<Record<string, string>> = {
  decisionMissing: "so-van-ban",
  dayInvalid: "ngay-cuoi",
  endsBeforeBegin: "ngay-cuoi",
  alreadyEnded: "ngay-cuoi",
};
