import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { DeskRoom } from "../desk/room.ts";
import { visitorOf } from "../desk/visitor.ts";
import { NotFound } from "../http/errors.ts";
import { EMPTY_FORM, type FormState, many, one, refusedForm } from "../http/form-state.ts";
import { dayOf } from "../kernel/clock.ts";
import { POWER_NAMES, POWERS } from "../regulation/hats.ts";
import { readBoard } from "./board.queries.ts";
import type { Board } from "./board.ts";
import { afterwards, boardFrame, may } from "./board-desk.ts";
import { delegate } from "./commands/delegate.ts";
import { revokeDelegation } from "./commands/revoke-delegation.ts";
import { DELEGATE, DELEGATORS } from "./delegation-rules.ts";
import { DelegationsPage, RevokePage } from "./delegations.view.tsx";
import { readPapers } from "./papers.queries.ts";
import { BOARD_PATHS } from "./paths.ts";
import { type DelegationRow, delegationRows, personName } from "./roster-rows.ts";
import { isDay } from "./rules.ts";

type ById = { Params: { id: string } };

/** Ủy quyền (Đ10.p3). */
export function delegationRoutes(app: FastifyInstance, desk: DeskRoom): void {
  const { portal } = desk;
  const today = () => dayOf(portal.clock.now());

  app.get(BOARD_PATHS.delegations, may("board.read"), async (request, reply) =>
    delegationsPage(request, reply, { ...EMPTY_FORM, typed: { "tu-ngay": today() } }, 200),
  );

  app.post(BOARD_PATHS.delegations, may("delegation.sign"), async (request, reply) => {
    const { body } = request;
    const answer = await portal.act(visitorOf(request).by, delegate, {
      to: one(body, "nguoi"),
      powers: many(body, "viec"),
      from: one(body, "tu-ngay"),
      until: one(body, "den-ngay"),
      document: one(body, "so-giay"),
      reason: one(body, "ly-do"),
    });
    if (answer.ok) return reply.redirectAfterPost(afterwards(BOARD_PATHS.delegations, "uy-quyen"));
    const controls = { ...CONTROLS, dayInvalid: isDay(one(body, "tu-ngay")) ? "den-ngay" : "tu-ngay" };
    const names = ["nguoi", "tu-ngay", "den-ngay", "so-giay", "ly-do"];
    return delegationsPage(request, reply, refusedForm(body, names, ["viec"], answer.error, controls), 422);
  });

  app.get<ById>("/ban-bien-tap/ban-bien-tap/uy-quyen/:id/thu-hoi", may("delegation.sign"), async (request, reply) =>
    revokePage(request, reply, EMPTY_FORM, 200),
  );

  app.post<ById>("/ban-bien-tap/ban-bien-tap/uy-quyen/:id/thu-hoi", may("delegation.sign"), async (request, reply) => {
    const { body, params } = request;
    const input = { delegation: params.id, reason: one(body, "ly-do") };
    const answer = await portal.act(visitorOf(request).by, revokeDelegation, input);
    if (answer.ok) return reply.redirectAfterPost(afterwards(BOARD_PATHS.delegations, "thu-hoi"));
    return revokePage(request, reply, refusedForm(body, ["ly-do"], [], answer.error, CONTROLS), 422);
  });

  async function delegationsPage(request: FastifyRequest, reply: FastifyReply, form: FormState, status: number) {
    const board = await readBoard(portal.db);
    const { hat } = visitorOf(request).hat;
    const view = {
      frame: await boardFrame(desk, request, BOARD_PATHS.delegations),
      rows: delegationRows(board, await readPapers(portal.db), today()),
      form,
      delegates: delegateOptions(board, today()),
      powers: POWER_NAMES.map((power) => ({ value: power, label: POWERS[power].name })),
      maySign: DELEGATORS.includes(hat),
      mayRevoke: (row: DelegationRow) => row.mayBeRevoked && (hat === "DIRECTOR" || hat === row.fromHat),
    };
    return reply.page(<DelegationsPage view={view} />, { status });
  }

  async function revokePage(request: FastifyRequest<ById>, reply: FastifyReply, form: FormState, status: number) {
    const { id } = request.params;
    const board = await readBoard(portal.db);
    const row = delegationRows(board, await readPapers(portal.db), today()).find((item) => item.id === id);
    if (!row) throw new NotFound(`No delegation ${id}`);
    const action = BOARD_PATHS.revoke(id);
    const view = { frame: await boardFrame(desk, request, action), action, row, form };
    return reply.page(<RevokePage view={view} />, { status });
  }
}

/** Standing deputies of today and of the days to come. */
function delegateOptions(board: Board, today: string) {
  const people = board.appointments
    .filter(({ hat, to }) => hat === DELEGATE && (to === null || to >= today))
    .map(({ person }) => person);
  return [...new Set(people)].map((id) => ({ value: id, label: personName(board, id) }));
}

const CONTROLS: Readonly<Record<string, string>> = {
  selfDelegation: "nguoi",
  delegateNotStandingDeputy: "nguoi",
  periodInverted: "den-ngay",
  delegationPast: "den-ngay",
  documentMissing: "so-giay",
  reasonTooShort: "ly-do",
};
