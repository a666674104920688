import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { DeskRoom } from "../desk/room.ts";
import { visitorOf } from "../desk/visitor.ts";
import { NotFound } from "../http/errors.ts";
import { one } from "../http/form-state.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Portal } from "../portal.ts";
import type { Option } from "../ui/choice.tsx";
import type { SummaryItem } from "../ui/feedback.tsx";
import { addItem } from "./commands/add-item.ts";
import { changeItem } from "./commands/change-item.ts";
import { addRegime, changeRegime } from "./commands/keep-regime.ts";
import { type ById, may, type Typed, told } from "./desk-frame.ts";
import { ItemPage, ItemsPage, NewItemPage, RegimePage } from "./desk-lists.view.tsx";
import { readItems, readRegimes } from "./disclosure.queries.ts";
import { firstYearOf, type Period, type SchoolYear, schoolYear, schoolYearOf } from "./due.ts";
import { readNames } from "./names.queries.ts";
import { DESK_PATHS } from "./paths.ts";

const DONE: Readonly<Record<string, string>> = {
  muc: "Đã lưu mục công khai.",
  "muc-moi": "Đã thêm mục. Hãy xem lại đơn vị phụ trách.",
  "quy-dinh": "Đã lưu quy định.",
};

const ITEM_FIELDS = ["ten", "can-cu", "bieu-mau", "luu-y", "don-vi", "ngay", "thang", "sau-thay-doi"] as const;

/** What a form sent, by its fields, to be shown again. */
const typedOf = (body: unknown, names: readonly string[]): Typed =>
  Object.fromEntries(names.map((name) => [name, one(body, name)]));

const itemText = (body: unknown) => ({
  title: one(body, "ten"),
  citation: one(body, "can-cu"),
  forms: one(body, "bieu-mau"),
  note: one(body, "luu-y"),
  unit: one(body, "don-vi") || null,
  dueDay: Number(one(body, "ngay")),
  dueMonth: Number(one(body, "thang")),
  changeDays: Number(one(body, "sau-thay-doi")),
});

const yearOrNone = (text: string) => (text === "" ? null : Number(text));

const unitOptions = (portal: Portal): Promise<Option[]> =>
  portal.db.selectFrom("unit").select(["id as value", "name as label"]).orderBy("position").execute();

/** School years from `back` before this one to two after it. */
function yearsAround(portal: Portal, back: number): SchoolYear[] {
  const current = firstYearOf(schoolYearOf(dayOf(portal.clock.now())));
  return Array.from({ length: back + 3 }, (_, n) => schoolYear(current - back + n));
}

/** Pages on which the lists of disclosure are kept. */
export function listRoutes(app: FastifyInstance, { portal, frame }: DeskRoom): void {
  const mayKeep = may("disclosure.items");
  type Refused = readonly SummaryItem[];
  const answer = (refusals: Refused) => ({ status: refusals.length > 0 ? 422 : 200 });

  app.get(DESK_PATHS.items, mayKeep, async (request, reply) => {
    const view = {
      regimes: await readRegimes(portal.db),
      items: await readItems(portal.db),
      names: await readNames(portal.db),
      done: DONE[one(request.query, "xong")],
    };
    return reply.page(<ItemsPage desk={await frame(request, DESK_PATHS.home)} view={view} />);
  });

  async function showNew(request: FastifyRequest, reply: FastifyReply, typed: Typed, refusals: Refused) {
    const schoolYears = yearsAround(portal, 0);
    const current = firstYearOf(schoolYears[0]!);
    const regimes = (await readRegimes(portal.db)).filter(({ toYear }) => toYear === null || toYear >= current);
    const view = { regimes, units: await unitOptions(portal), schoolYears, typed, refusals };
    return reply.page(<NewItemPage desk={await frame(request, DESK_PATHS.home)} view={view} />, answer(refusals));
  }

  app.get(DESK_PATHS.newItem, mayKeep, (request, reply) => showNew(request, reply, {}, []));

  app.post(DESK_PATHS.newItem, mayKeep, async (request, reply) => {
    const { body } = request;
    const added = await portal.act(visitorOf(request).by, addItem, {
      ...itemText(body),
      regime: one(body, "quy-dinh"),
      code: one(body, "duong-dan"),
      group: one(body, "nhom"),
      groupTitle: one(body, "ten-nhom"),
      period: one(body, "ky") as Period,
      fromYear: Number(one(body, "nam-dau")),
    });
    if (added.ok) return reply.redirectAfterPost(`${DESK_PATHS.items}?xong=muc-moi`);
    const names = [...ITEM_FIELDS, "quy-dinh", "duong-dan", "nhom", "ten-nhom", "ky", "nam-dau"];
    return showNew(request, reply, typedOf(body, names), told(added.error));
  });

  async function showItem(request: FastifyRequest<ById>, reply: FastifyReply, typed: Typed, refusals: Refused) {
    const item = (await readItems(portal.db)).find(({ id }) => id === request.params.id);
    if (!item) throw new NotFound(`No item ${request.params.id}`);
    const view = {
      item,
      units: await unitOptions(portal),
      schoolYears: yearsAround(portal, 1),
      today: dayOf(portal.clock.now()),
      typed,
      refusals,
    };
    return reply.page(<ItemPage desk={await frame(request, DESK_PATHS.home)} view={view} />, answer(refusals));
  }

  app.get<ById>(DESK_PATHS.item(":id"), mayKeep, (request, reply) => showItem(request, reply, {}, []));

  app.post<ById>(DESK_PATHS.item(":id"), mayKeep, async (request, reply) => {
    const { body } = request;
    const dueFrom = one(body, "tu-ngay");
    const changed = await portal.act(visitorOf(request).by, changeItem, {
      ...itemText(body),
      item: request.params.id,
      toYear: yearOrNone(one(body, "nam-cuoi")),
      ...(dueFrom === "" ? {} : { dueFrom }),
    });
    if (changed.ok) return reply.redirectAfterPost(`${DESK_PATHS.items}?xong=muc`);
    return showItem(request, reply, typedOf(body, [...ITEM_FIELDS, "tu-ngay", "nam-cuoi"]), told(changed.error));
  });

  async function showRegime(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string | null,
    typed: Typed,
    refusals: Refused,
  ) {
    const regime = id === null ? null : ((await readRegimes(portal.db)).find((one) => one.id === id) ?? undefined);
    if (regime === undefined) throw new NotFound(`No regime ${id}`);
    const view = { regime, schoolYears: yearsAround(portal, regime ? 1 : 0), typed, refusals };
    return reply.page(<RegimePage desk={await frame(request, DESK_PATHS.home)} view={view} />, answer(refusals));
  }

  app.get(DESK_PATHS.newRegime, mayKeep, (request, reply) => showRegime(request, reply, null, {}, []));

  app.post(DESK_PATHS.newRegime, mayKeep, async (request, reply) => {
    const typed = typedOf(request.body, ["ten", "can-cu", "nam-dau"]);
    const input = { name: typed.ten!, citation: typed["can-cu"]!, fromYear: Number(typed["nam-dau"]) };
    const added = await portal.act(visitorOf(request).by, addRegime, input);
    if (added.ok) return reply.redirectAfterPost(`${DESK_PATHS.items}?xong=quy-dinh`);
    return showRegime(request, reply, null, typed, told(added.error));
  });

  app.get<ById>(DESK_PATHS.regime(":id"), mayKeep, (request, reply) =>
    showRegime(request, reply, request.params.id, {}, []),
  );

  app.post<ById>(DESK_PATHS.regime(":id"), mayKeep, async (request, reply) => {
    const { id } = request.params;
    const typed = typedOf(request.body, ["ten", "can-cu", "nam-cuoi"]);
    const input = { regime: id, name: typed.ten!, citation: typed["can-cu"]!, toYear: yearOrNone(typed["nam-cuoi"]!) };
    const changed = await portal.act(visitorOf(request).by, changeRegime, input);
    if (changed.ok) return reply.redirectAfterPost(`${DESK_PATHS.items}?xong=quy-dinh`);
    return showRegime(request, reply, id, typed, told(changed.error));
  });
}
