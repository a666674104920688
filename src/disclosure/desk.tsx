import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { hatsThatMay } from "../access/permissions.ts";
import { one } from "../board/forms.ts";
import type { DeskFrame } from "../desk/layout.view.tsx";
import type { Visitor } from "../desk/visitor.ts";
import { NotFound, TooLarge } from "../http/errors.ts";
import { type Fields, readForm } from "../http/form-body.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Refusal } from "../kernel/result.ts";
import type { Portal } from "../portal.ts";
import type { SummaryItem } from "../ui/feedback.tsx";
import { explain } from "../words/refusals.ts";
import { changeItem } from "./commands/change-item.ts";
import { moveEntry } from "./commands/move-entry.ts";
import { prepareEntry } from "./commands/prepare-entry.ts";
import { recordNotice } from "./commands/record-notice.ts";
import { confirmRedaction, executeRedaction, proposeRedaction } from "./commands/redact.ts";
import type { DisclosureContent } from "./content.ts";
import { contentFromForm, type SentFile } from "./content-form.ts";
import { EntryPage } from "./desk-entry.view.tsx";
import { addressState, deskLines, entryView, mayPrepare } from "./desk-models.ts";
import { ItemPage, ItemsPage, NoticesPage, RedactPage } from "./desk-other.view.tsx";
import { RegisterPage } from "./desk-register.view.tsx";
import { publishedYears, readEntry, readItems } from "./disclosure.queries.ts";
import { firstYearOf, isSchoolYear, schoolYear, schoolYearOf } from "./due.ts";
import { readNames } from "./names.queries.ts";
import { DESK_PATHS } from "./paths.ts";
import type { DISCLOSURE_PERMISSIONS } from "./permissions.ts";
import { shownContent } from "./public-models.ts";
import { readRedactions } from "./redactions.queries.ts";
import { ENTRY_ACTS, type EntryAct } from "./rules.ts";

export interface DisclosureDesk {
  readonly portal: Portal;
  frame(request: FastifyRequest, current?: string): Promise<DeskFrame>;
}

type ById = { Params: { id: string } };
const MB = 1024 * 1024;

const may = (permission: keyof typeof DISCLOSURE_PERMISSIONS) => ({ config: { may: permission } });
const mayUpload = { config: { may: "disclosure.act", upload: { fileSize: 30 * MB, files: 20 } } };

const DONE: Readonly<Record<string, string>> = {
  soan: "Đã mở bản mới. Hãy nhập nội dung rồi lưu.",
  save: "Đã lưu. Phần xem trước ở dưới là những gì người đọc sẽ thấy.",
  sendToHead: "Đã gửi trưởng đơn vị.",
  approveInUnit: "Đã duyệt trong đơn vị và trình phê duyệt.",
  return: "Đã trả lại kèm lý do.",
  approve: "Đã phê duyệt. Thư ký đăng được bản này.",
  publish: "Đã đăng công khai. Bản này từ nay luôn hiển thị.",
  che: "Đã ghi yêu cầu che dữ liệu. Cần hai người xác nhận.",
  "xac-nhan": "Đã xác nhận.",
  "thuc-hien": "Đã che dữ liệu; trang công khai ghi rõ theo văn bản nào.",
  muc: "Đã lưu mục công khai.",
  so: "Đã ghi việc báo Sở.",
};

const told = (refusals: readonly Refusal[]): SummaryItem[] => refusals.map((refusal) => explain(refusal));

function visitorOf(request: FastifyRequest): Visitor {
  if (!request.visitor) throw new Error("A page of disclosure was reached by nobody");
  return request.visitor;
}

/** Every page of disclosure at the desk. */
export function disclosureDesk(app: FastifyInstance, desk: DisclosureDesk): void {
  registerRoutes(app, desk);
  entryRoutes(app, desk);
  orderRoutes(app, desk);
  itemRoutes(app, desk);
  noticeRoutes(app, desk);
}

function registerRoutes(app: FastifyInstance, { portal, frame }: DisclosureDesk): void {
  app.get(DESK_PATHS.home, may("disclosure.read"), (request, reply) => show(request, reply, [], 200));

  async function show(request: FastifyRequest, reply: FastifyReply, refusals: readonly SummaryItem[], status: number) {
    const { actor } = visitorOf(request);
    const current = schoolYearOf(dayOf(portal.clock.now()));
    const asked = one(request.query, "nam");
    const year = isSchoolYear(asked) ? asked : current;
    const next = schoolYear(firstYearOf(current) + 1);
    const before = schoolYear(firstYearOf(current) - 1);
    const years = [...new Set([next, current, before, ...(await publishedYears(portal.db)), year])].sort().reverse();
    const view = {
      year,
      years,
      lines: await deskLines(portal, year),
      mayPrepare: (line: Parameters<typeof mayPrepare>[0]) => mayPrepare(line, actor),
      mayChangeItems: hatsThatMay("disclosure.items").some((hat) => hat === actor.hat),
      names: await readNames(portal.db),
      address: await addressState(portal),
      refusals,
      done: DONE[one(request.query, "xong")],
    };
    return reply.page(<RegisterPage desk={await frame(request, DESK_PATHS.home)} view={view} />, { status });
  }

  app.post(DESK_PATHS.prepare, may("disclosure.act"), async (request, reply) => {
    const input = { item: one(request.body, "muc"), year: one(request.body, "nam") };
    const answer = await portal.act(visitorOf(request).by, prepareEntry, input);
    if (!answer.ok) return show(request, reply, told(answer.error), 422);
    return reply.redirectAfterPost(`${DESK_PATHS.entry(answer.value.id)}?xong=soan`);
  });
}

function entryRoutes(app: FastifyInstance, { portal, frame }: DisclosureDesk): void {
  interface Shown {
    readonly refusals?: readonly SummaryItem[];
    readonly typed?: DisclosureContent;
    readonly status?: number;
  }

  async function show(request: FastifyRequest, reply: FastifyReply, id: Id, shown: Shown = {}) {
    const view = await entryView(portal, visitorOf(request), id);
    if (!view) throw new NotFound(`No entry ${id}`);
    const page = {
      ...view,
      typed: shown.typed ?? view.entry.content,
      refusals: shown.refusals ?? [],
      done: DONE[one(request.query, "xong")],
    };
    const desk = await frame(request, DESK_PATHS.home);
    return reply.page(<EntryPage desk={desk} view={page} />, { status: shown.status ?? 200 });
  }

  app.get<ById>(DESK_PATHS.entry(":id"), may("disclosure.read"), (request, reply) =>
    show(request, reply, request.params.id),
  );

  app.post<ById>(DESK_PATHS.save(":id"), mayUpload, async (request, reply) => {
    const { id } = request.params;
    const { by, person, actor } = visitorOf(request);
    const view = await entryView(portal, visitorOf(request), id);
    if (!view) throw new NotFound(`No entry ${id}`);
    if (!view.acts.includes("save")) {
      const refusals = told([{ code: actor.hat === "CHIEF" ? "notThisHat" : "disclosureNotNow", clause: "Đ13.k1.c" }]);
      return show(request, reply, id, { refusals, status: 422 });
    }
    const { fields, files } = await receive(request);
    const { content, problems } = await contentFromForm(portal, view.entry.content, fields, files, person.id);
    const answer = await portal.act(by, moveEntry, { entry: id, act: "save", hash: one(fields, "ma"), content });
    if (!answer.ok) return show(request, reply, id, { refusals: told(answer.error), typed: content, status: 422 });
    if (problems.length > 0) {
      return show(request, reply, id, { refusals: problems.map((text) => ({ text })), status: 422 });
    }
    return reply.redirectAfterPost(`${DESK_PATHS.entry(id)}?xong=save`);
  });

  app.post<ById>(DESK_PATHS.step(":id"), may("disclosure.act"), async (request, reply) => {
    const { id } = request.params;
    const act = one(request.body, "viec") as EntryAct;
    if (!(await readEntry(portal.db, id)) || !ENTRY_ACTS.includes(act) || act === "save") {
      throw new NotFound(`No step ${act} of entry ${id}`);
    }
    const input = { entry: id, act, hash: one(request.body, "ma"), reason: one(request.body, "ly-do") };
    const answer = await portal.act(visitorOf(request).by, moveEntry, input);
    if (!answer.ok) return show(request, reply, id, { refusals: told(answer.error), status: 422 });
    return reply.redirectAfterPost(`${DESK_PATHS.entry(id)}?xong=${act}`);
  });
}

function orderRoutes(app: FastifyInstance, { portal, frame }: DisclosureDesk): void {
  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    id: Id,
    { fields = {}, content, refusals = [] }: { fields?: Fields; content?: DisclosureContent; refusals?: SummaryItem[] },
  ) {
    const entry = await readEntry(portal.db, id);
    if (!entry) throw new NotFound(`No entry ${id}`);
    const stands = shownContent(entry, await readRedactions(portal.db, { entry: id })).content;
    const names = ["so-van-ban", "ngay-van-ban", "co-quan", "ly-do"];
    const typed = Object.fromEntries(names.map((name) => [name, one(fields, name)]));
    const view = { entry, content: content ?? stands, typed, refusals };
    const page = <RedactPage desk={await frame(request, DESK_PATHS.home)} view={view} />;
    return reply.page(page, { status: refusals.length > 0 ? 422 : 200 });
  }

  app.get<ById>(DESK_PATHS.redact(":id"), may("disclosure.act"), (request, reply) =>
    show(request, reply, request.params.id, {}),
  );

  app.post<ById>(DESK_PATHS.redact(":id"), mayUpload, async (request, reply) => {
    const { id } = request.params;
    const { by, person, actor } = visitorOf(request);
    const entry = await readEntry(portal.db, id);
    if (!entry) throw new NotFound(`No entry ${id}`);
    if (!["SECRETARY", "CHIEF"].includes(actor.hat)) {
      return show(request, reply, id, { refusals: told([{ code: "notThisHat", clause: "Đ13.k1.c.g3" }]) });
    }
    const { fields, files } = await receive(request);
    const stands = shownContent(entry, await readRedactions(portal.db, { entry: id })).content;
    const { content, problems } = await contentFromForm(portal, stands, fields, files, person.id);
    if (problems.length > 0) {
      return show(request, reply, id, { fields, content, refusals: problems.map((text) => ({ text })) });
    }
    const answer = await portal.act(by, proposeRedaction, {
      entry: id,
      orderNumber: one(fields, "so-van-ban"),
      orderDay: one(fields, "ngay-van-ban"),
      orderIssuer: one(fields, "co-quan"),
      reason: one(fields, "ly-do"),
      content: { ...content, changedOn: stands.changedOn, changeNote: stands.changeNote },
    });
    if (!answer.ok) return show(request, reply, id, { fields, content, refusals: told(answer.error) });
    return reply.redirectAfterPost(`${DESK_PATHS.entry(id)}?xong=che`);
  });

  const acts = { "xac-nhan": confirmRedaction, "thuc-hien": executeRedaction } as const;
  for (const [word, command] of Object.entries(acts)) {
    app.post<ById>(DESK_PATHS.order(":id", word), may("disclosure.act"), async (request, reply) => {
      const [order] = await readRedactions(portal.db, { id: request.params.id });
      if (!order) throw new NotFound(`No order ${request.params.id}`);
      const answer = await portal.act(visitorOf(request).by, command, { redaction: order.id });
      if (answer.ok) return reply.redirectAfterPost(`${DESK_PATHS.entry(order.entry)}?xong=${word}`);
      return show(request, reply, order.entry, { refusals: told(answer.error) });
    });
  }
}

function itemRoutes(app: FastifyInstance, { portal, frame }: DisclosureDesk): void {
  app.get(DESK_PATHS.items, may("disclosure.items"), async (request, reply) => {
    const desk = await frame(request, DESK_PATHS.home);
    const names = await readNames(portal.db);
    return reply.page(<ItemsPage desk={desk} items={await readItems(portal.db)} names={names} />);
  });

  async function show(
    request: FastifyRequest<ById>,
    reply: FastifyReply,
    typed: Readonly<Record<string, string>>,
    refusals: readonly SummaryItem[],
  ) {
    const item = (await readItems(portal.db)).find(({ id }) => id === request.params.id);
    if (!item) throw new NotFound(`No item ${request.params.id}`);
    const units = await portal.db
      .selectFrom("unit")
      .select(["id as value", "name as label"])
      .orderBy("position")
      .execute();
    const page = <ItemPage desk={await frame(request, DESK_PATHS.home)} view={{ item, units, typed, refusals }} />;
    return reply.page(page, { status: refusals.length > 0 ? 422 : 200 });
  }

  app.get<ById>(DESK_PATHS.item(":id"), may("disclosure.items"), (request, reply) => show(request, reply, {}, []));

  app.post<ById>(DESK_PATHS.item(":id"), may("disclosure.items"), async (request, reply) => {
    const { body } = request;
    const answer = await portal.act(visitorOf(request).by, changeItem, {
      item: request.params.id,
      title: one(body, "ten"),
      citation: one(body, "can-cu"),
      forms: one(body, "bieu-mau"),
      note: one(body, "luu-y"),
      unit: one(body, "don-vi") || null,
      dueDay: Number(one(body, "ngay")),
      dueMonth: Number(one(body, "thang")),
      changeDays: Number(one(body, "sau-thay-doi")),
    });
    if (answer.ok) return reply.redirectAfterPost(`${DESK_PATHS.home}?xong=muc`);
    const names = ["ten", "can-cu", "bieu-mau", "luu-y", "don-vi", "ngay", "thang", "sau-thay-doi"];
    const typed = Object.fromEntries(names.map((name) => [name, one(body, name)]));
    return show(request, reply, typed, told(answer.error));
  });
}

function noticeRoutes(app: FastifyInstance, { portal, frame }: DisclosureDesk): void {
  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    typed: Readonly<Record<string, string>>,
    refusals: readonly SummaryItem[],
  ) {
    const view = {
      address: await addressState(portal),
      mayRecord: hatsThatMay("disclosure.notice").some((hat) => hat === visitorOf(request).actor.hat),
      typed,
      refusals,
    };
    const page = <NoticesPage desk={await frame(request, DESK_PATHS.home)} view={view} />;
    return reply.page(page, { status: refusals.length > 0 ? 422 : 200 });
  }

  app.get(DESK_PATHS.notices, may("disclosure.read"), (request, reply) => show(request, reply, {}, []));

  app.post(DESK_PATHS.notices, may("disclosure.notice"), async (request, reply) => {
    const typed = Object.fromEntries(["ngay", "so-van-ban", "ghi-chu"].map((name) => [name, one(request.body, name)]));
    const input = { sentOn: typed.ngay!, documentNumber: typed["so-van-ban"]!, note: typed["ghi-chu"]! };
    const answer = await portal.act(visitorOf(request).by, recordNotice, input);
    if (answer.ok) return reply.redirectAfterPost(`${DESK_PATHS.home}?xong=so`);
    return show(request, reply, typed, told(answer.error));
  });
}

/** The fields and files of a form; a file beyond the limit is refused, never cut. */
async function receive(request: FastifyRequest): Promise<{ fields: Fields; files: SentFile[] }> {
  return readForm(request, async ({ file, filename, fieldname }) => {
    const chunks: Buffer[] = [];
    for await (const chunk of file) chunks.push(chunk as Buffer);
    if (file.truncated) throw new TooLarge(`The file ${filename} is too large`);
    return { control: fieldname, name: filename, bytes: Buffer.concat(chunks) };
  });
}
