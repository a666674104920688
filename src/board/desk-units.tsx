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
import { UNIT_KINDS } from "./board.ts";
import { afterwards, boardFrame, may } from "./board-desk.ts";
import { addField } from "./commands/add-field.ts";
import { addUnit } from "./commands/add-unit.ts";
import { changeUnit } from "./commands/change-unit.ts";
import { BOARD_PATHS } from "./paths.ts";
import { personName, unitRows } from "./roster-rows.ts";
import { maySetUp } from "./rules.ts";
import { UNIT_SHEET } from "./sheet.ts";
import { FieldsPage, UnitFormPage, UnitsPage } from "./units.view.tsx";

type ById = { Params: { id: string } };

/** Units and fields of the centre. */
export function unitRoutes(app: FastifyInstance, desk: DeskRoom): void {
  const { portal } = desk;
  const today = () => dayOf(portal.clock.now());

  app.get(BOARD_PATHS.units, may("board.read"), async (request, reply) =>
    unitsPage(request, reply, { ...EMPTY_FORM, typed: { "tu-ngay": today() } }, 200),
  );

  listDownloads(app, BOARD_PATHS.units, "board.read", async () =>
    sheetOf("don-vi", "Đơn vị", UNIT_SHEET, unitRows(await readBoard(portal.db), today())),
  );

  app.post(BOARD_PATHS.units, may("board.change"), async (request, reply) => {
    const { body } = request;
    const answer = await portal.act(visitorOf(request).by, addUnit, {
      code: one(body, "ma"),
      name: one(body, "ten"),
      kind: one(body, "loai"),
      duties: one(body, "nhiem-vu"),
      isStanding: one(body, "thuong-truc") === "on",
      from: one(body, "tu-ngay"),
    });
    if (answer.ok) return reply.redirectAfterPost(afterwards(BOARD_PATHS.units, "don-vi"));
    const names = ["ma", "ten", "loai", "nhiem-vu", "thuong-truc", "tu-ngay"];
    return unitsPage(request, reply, refusedForm(body, names, [], answer.error, UNIT_CONTROLS), 422);
  });

  app.get<ById>("/ban-bien-tap/ban-bien-tap/don-vi/:id", may("board.change"), async (request, reply) => {
    const unit = await unitOf(request.params.id);
    const typed = { ten: unit.name, "nhiem-vu": unit.duties, "den-ngay": unit.to ?? "" };
    return unitForm(request, reply, { ...EMPTY_FORM, typed }, 200);
  });

  app.post<ById>("/ban-bien-tap/ban-bien-tap/don-vi/:id", may("board.change"), async (request, reply) => {
    const { body, params } = request;
    const to = one(body, "den-ngay");
    const answer = await portal.act(visitorOf(request).by, changeUnit, {
      unit: params.id,
      name: one(body, "ten"),
      duties: one(body, "nhiem-vu"),
      ...(to ? { to } : {}),
      ...(one(body, "thuong-truc") === "on" ? { isStanding: true } : {}),
    });
    if (answer.ok) return reply.redirectAfterPost(afterwards(BOARD_PATHS.units, "don-vi"));
    const controls = { ...UNIT_CONTROLS, ...CLOSING_CONTROLS };
    const names = ["ten", "nhiem-vu", "den-ngay", "thuong-truc"];
    return unitForm(request, reply, refusedForm(body, names, [], answer.error, controls), 422);
  });

  app.get(BOARD_PATHS.fields, may("board.read"), async (request, reply) => fieldsPage(request, reply, EMPTY_FORM, 200));

  app.post(BOARD_PATHS.fields, may("board.change"), async (request, reply) => {
    const { body } = request;
    const input = { code: one(body, "ma"), name: one(body, "ten") };
    const answer = await portal.act(visitorOf(request).by, addField, input);
    if (answer.ok) return reply.redirectAfterPost(afterwards(BOARD_PATHS.fields, "linh-vuc"));
    return fieldsPage(request, reply, refusedForm(body, ["ma", "ten"], [], answer.error, UNIT_CONTROLS), 422);
  });

  async function unitOf(id: string) {
    const unit = (await readBoard(portal.db)).units.find((item) => item.id === id);
    if (!unit) throw new NotFound(`No unit ${id}`);
    return unit;
  }

  async function unitsPage(request: FastifyRequest, reply: FastifyReply, form: FormState, status: number) {
    const view = {
      frame: await boardFrame(desk, request, BOARD_PATHS.units),
      rows: unitRows(await readBoard(portal.db), today()),
      kinds: Object.entries(UNIT_KINDS).map(([value, label]) => ({ value, label })),
      form,
      mayChange: maySetUp(visitorOf(request).hat.hat),
    };
    return reply.page(<UnitsPage view={view} />, { status });
  }

  async function unitForm(request: FastifyRequest<ById>, reply: FastifyReply, form: FormState, status: number) {
    const { id, name, isStanding } = await unitOf(request.params.id);
    const action = BOARD_PATHS.unit(id);
    const view = { frame: await boardFrame(desk, request, action), action, name, isStanding, form };
    return reply.page(<UnitFormPage view={view} />, { status });
  }

  async function fieldsPage(request: FastifyRequest, reply: FastifyReply, form: FormState, status: number) {
    const board = await readBoard(portal.db);
    const worn = board.appointments.filter((item) => isInForce(item, today()));
    const view = {
      frame: await boardFrame(desk, request, BOARD_PATHS.fields),
      rows: board.fields.map((field) => ({
        ...field,
        deputies: worn.filter(({ fields }) => fields.includes(field.id)).map(({ person }) => personName(board, person)),
      })),
      form,
      mayChange: maySetUp(visitorOf(request).hat.hat),
    };
    return reply.page(<FieldsPage view={view} />, { status });
  }
}

const UNIT_CONTROLS: Readonly<Record<string, string>> = {
  nameMissing: "ten",
  codeInvalid: "ma",
  codeTaken: "ma",
  kindUnknown: "loai",
  dayInvalid: "tu-ngay",
  secondStandingUnit: "thuong-truc",
};

const CLOSING_CONTROLS: Readonly<Record<string, string>> = {
  dayInvalid: "den-ngay",
  periodInverted: "den-ngay",
  unitStillStaffed: "den-ngay",
  standingUnitNeeded: "den-ngay",
  unitClosed: "thuong-truc",
};
