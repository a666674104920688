import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Actor } from "../board/actor.ts";
import { visitorOf } from "../board/board-desk.ts";
import { EMPTY_FORM, type FormState, one, refusedForm } from "../board/forms.ts";
import { readWorkCalendar } from "../calendar/calendar.queries.ts";
import { deskFrame } from "../desk/frame.ts";
import { NotFound } from "../http/errors.ts";
import { pageNumber } from "../http/public-page.ts";
import { offeredSteps } from "../intake/moves.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { workingDaysBetween } from "../kernel/working-days.ts";
import type { Portal } from "../portal.ts";
import { ENQUIRY_MOVES, OPEN_ENQUIRIES } from "../regulation/enquiry-moves.ts";
import { type EnquiryRequest, moveEnquiry } from "./commands/move-enquiry.ts";
import { EnquiryPage } from "./desk-enquiry.view.tsx";
import { EnquiriesPage } from "./desk-list.view.tsx";
import { askableUnits, countEnquiries, filesOfEnquiry, listEnquiries, loadEnquiry } from "./enquiries.queries.ts";
import { ENQUIRY_PATHS } from "./paths.ts";
import { draftHash, personalDataIn } from "./rules.ts";

const PAGE_SIZE = 20;
const DONE: Readonly<Record<string, string>> = {
  assign: "Đã phân công đơn vị trả lời.",
  handBack: "Đã chuyển lại Thư ký.",
  draft: "Đã lưu câu trả lời; Ban biên tập được báo.",
  sendBack: "Đã trả lại để soạn lại.",
  release: "Đã gửi câu trả lời.",
  decline: "Đã kết thúc và báo lý do cho người gửi.",
};

/** The questions a hat reaches: all of them for the board, those of their units for heads and deputies. */
const reachOf = ({ hat, units }: Actor): readonly Id[] | null => (hat === "MEMBER" || hat === "DEPUTY" ? units : null);

/** The desk's pages of questions and opinions: what waits, what is over, and one with its steps. */
export function enquiryDesk(app: FastifyInstance, portal: Portal): void {
  const { db } = portal;
  const may = { config: { may: "enquiry.read" } };
  const today = () => dayOf(portal.clock.now());

  app.get(ENQUIRY_PATHS.desk, may, async (request, reply) => {
    const units = reachOf(visitorOf(request).actor);
    const isOpen = one(request.query, "xem") !== "xong";
    const page = Number(pageNumber(one(request.query, "trang")) ?? "1");
    const counts = { open: await countEnquiries(db, units, true), over: await countEnquiries(db, units, false) };
    const pages = Math.max(1, Math.ceil((isOpen ? counts.open : counts.over) / PAGE_SIZE));
    if (page > pages) throw new NotFound();
    const calendar = await readWorkCalendar(db);
    const rows = await listEnquiries(db, { units, isOpen, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
    return reply.page(
      <EnquiriesPage
        desk={await deskFrame(portal, request, ENQUIRY_PATHS.desk)}
        rows={rows.map((row) => ({ ...row, left: workingDaysBetween(today(), row.due_on, calendar) }))}
        isOpen={isOpen}
        counts={counts}
        page={page}
        pages={pages}
      />,
    );
  });

  type ById = { Params: { id: string } };
  app.get<ById>("/ban-bien-tap/hoi-dap/:id", may, async (request, reply) => onePage(request, reply, EMPTY_FORM, 200));

  app.post<ById>("/ban-bien-tap/hoi-dap/:id", may, async (request, reply) => {
    const { body, params } = request;
    const typed = (name: string) => one(body, name);
    await visible(request, params.id);
    const act = typed("viec") as EnquiryRequest["act"];
    const answer = await portal.act(visitorOf(request).by, moveEnquiry, {
      enquiry: params.id,
      act,
      unit: typed("don-vi"),
      reason: typed("ly-do"),
      hash: typed("ban"),
      ...(act === "draft"
        ? { draft: { question: typed("cau-hoi"), answer: typed("tra-loi"), isPublic: typed("cong-khai") !== "" } }
        : {}),
    });
    if (answer.ok) return reply.redirectAfterPost(`${ENQUIRY_PATHS.deskOne(params.id)}?xong=${act}`);
    const controls = { unitHasHead: "don-vi", reasonGiven: `ly-do-${act}`, answerGiven: "tra-loi" };
    const names = ["viec", "don-vi", "ly-do", "cau-hoi", "tra-loi"];
    return onePage(request, reply, refusedForm(body, names, ["cong-khai"], answer.error, controls), 422);
  });

  /** The enquiry, if it exists and the hat reaches it; otherwise there is no such page. */
  async function visible(request: FastifyRequest, id: Id) {
    const loaded = await loadEnquiry(db, id);
    const units = reachOf(visitorOf(request).actor);
    if (!loaded || (units && !(loaded.row.unit_id !== null && units.includes(loaded.row.unit_id)))) {
      throw new NotFound(`No enquiry ${id} for this person`);
    }
    return loaded;
  }

  async function onePage(request: FastifyRequest<ById>, reply: FastifyReply, form: FormState, status: number) {
    const loaded = await visible(request, request.params.id).catch(async (error) => {
      // Whoever just handed it on may no longer see it: he is led back to what is his.
      if (one(request.query, "xong") !== "") return null;
      throw error;
    });
    if (!loaded) return reply.redirect(ENQUIRY_PATHS.desk, 303);
    const { row, moves, facts } = loaded;
    const { actor } = visitorOf(request);
    const people = await db.selectFrom("person").select(["id", "full_name"]).execute();
    const name = (id: Id) => people.find((one) => one.id === id)?.full_name ?? "Hệ thống";
    const units = await askableUnits(db, today());
    const isOpen = OPEN_ENQUIRIES.includes(facts.state);
    return reply.page(
      <EnquiryPage
        desk={await deskFrame(portal, request, ENQUIRY_PATHS.desk)}
        row={row}
        unit={units.find(({ id }) => id === row.unit_id)?.name ?? null}
        isOpen={isOpen}
        left={workingDaysBetween(today(), row.due_on, await readWorkCalendar(db))}
        files={await filesOfEnquiry(db, row.id)}
        offers={offeredSteps(ENQUIRY_MOVES, facts, actor)}
        isDrafter={facts.drafters.includes(actor.person)}
        hash={draftHash(facts.draft)}
        findings={facts.draft.isPublic ? personalDataIn(facts.draft, facts.sender) : []}
        units={units.map(({ id: value, name: label }) => ({ value, label }))}
        history={moves.map((move) => ({
          id: move.id,
          label: ENQUIRY_MOVES.find(({ id }) => id === move.rule)?.label ?? move.act,
          person: name(move.person_id),
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
