import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { hatsThatMay } from "../access/permissions.ts";
import type { DeskRoom } from "../desk/room.ts";
import { visitorOf } from "../desk/visitor.ts";
import { NotFound, TooLarge } from "../http/errors.ts";
import { type Fields, readForm } from "../http/form-body.ts";
import { one } from "../http/form-state.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { listDownloads } from "../lists/download.ts";
import { siteOrigin } from "../settings/origin.ts";
import type { SummaryItem } from "../ui/feedback.tsx";
import { moveEntry } from "./commands/move-entry.ts";
import { prepareEntry } from "./commands/prepare-entry.ts";
import { recordNotice } from "./commands/record-notice.ts";
import { confirmRedaction, executeRedaction, proposeRedaction } from "./commands/redact.ts";
import type { DisclosureContent } from "./content.ts";
import { contentFromForm, type SentFile } from "./content-form.ts";
import { EntryPage } from "./desk-entry.view.tsx";
import { type ById, may, told } from "./desk-frame.ts";
import { listRoutes } from "./desk-lists.tsx";
import { addressState, deskLines, entryView, mayPrepare } from "./desk-models.ts";
import { LinkSheet, NoticesPage } from "./desk-notices.view.tsx";
import { RedactPage } from "./desk-redact.view.tsx";
import { RegisterPage } from "./desk-register.view.tsx";
import { publishedYears, readEntry } from "./disclosure.queries.ts";
import { firstYearOf, isSchoolYear, schoolYear, schoolYearOf, yearWords } from "./due.ts";
import { readNames } from "./names.queries.ts";
import { DESK_PATHS, PUBLIC_PATHS } from "./paths.ts";
import { shownContent } from "./public-models.ts";
import { readRedactions } from "./redactions.queries.ts";
import { STANDING_WORDS } from "./register.ts";
import { ENTRY_ACTS, type EntryAct } from "./rules.ts";
import { registerSheet } from "./sheet.ts";

const MB = 1024 * 1024;

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
  so: "Đã ghi việc báo Sở.",
};

/** Every page of disclosure at the desk. */
export function disclosureDesk(app: FastifyInstance, desk: DeskRoom): void {
  registerRoutes(app, desk);
  entryRoutes(app, desk);
  orderRoutes(app, desk);
  listRoutes(app, desk);
  noticeRoutes(app, desk);
}

function registerRoutes(app: FastifyInstance, { portal, frame }: DeskRoom): void {
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

  listDownloads(app, DESK_PATHS.home, "disclosure.read", async ({ query }) => {
    const asked = one(query, "nam");
    const year = isSchoolYear(asked) ? asked : schoolYearOf(dayOf(portal.clock.now()));
    return registerSheet(year, await deskLines(portal, year), siteOrigin(await portal.settings()));
  });

  app.post(DESK_PATHS.prepare, may("disclosure.act"), async (request, reply) => {
    const input = { item: one(request.body, "muc"), year: one(request.body, "nam") };
    const answer = await portal.act(visitorOf(request).by, prepareEntry, input);
    if (!answer.ok) return show(request, reply, told(answer.error), 422);
    return reply.redirectAfterPost(`${DESK_PATHS.entry(answer.value.id)}?xong=soan`);
  });
}

function entryRoutes(app: FastifyInstance, { portal, frame }: DeskRoom): void {
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

function orderRoutes(app: FastifyInstance, { portal, frame }: DeskRoom): void {
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

function noticeRoutes(app: FastifyInstance, { portal, frame }: DeskRoom): void {
  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    typed: Readonly<Record<string, string>>,
    refusals: readonly SummaryItem[],
  ) {
    const view = {
      address: await addressState(portal),
      mayRecord: hatsThatMay("disclosure.notice").some((hat) => hat === visitorOf(request).actor.hat),
      names: await readNames(portal.db),
      typed,
      refusals,
    };
    const page = <NoticesPage desk={await frame(request, DESK_PATHS.home)} view={view} />;
    return reply.page(page, { status: refusals.length > 0 ? 422 : 200 });
  }

  app.get(DESK_PATHS.notices, may("disclosure.read"), (request, reply) => show(request, reply, {}, []));

  app.get(DESK_PATHS.sheet, may("disclosure.read"), async (request, reply) => {
    const settings = await portal.settings();
    const { assets } = await frame(request);
    const today = dayOf(portal.clock.now());
    const year = schoolYearOf(today);
    const whole = (path: string) => `${siteOrigin(settings)}${path}`;
    const years = [...new Set([year, ...(await publishedYears(portal.db))])].sort().reverse();
    const lines = await deskLines(portal, year);
    const view = {
      siteName: settings["site.name"],
      superiorBody: settings["site.superiorBody"],
      place: settings["institution.place"],
      inCharge: settings["disclosure.inCharge"],
      css: assets.css,
      today,
      address: await addressState(portal),
      links: [
        { what: "Chuyên mục Công khai", address: whole(PUBLIC_PATHS.home), standing: "" },
        { what: "Bằng chứng hiển thị liên tục", address: whole(PUBLIC_PATHS.proof), standing: "" },
        ...years.map((one) => ({
          what: `Công khai ${yearWords(one)}`,
          address: whole(PUBLIC_PATHS.year(one)),
          standing: "",
        })),
        ...lines.map(({ item, standing }) => ({
          what: `${item.group}. ${item.title}`,
          address: whole(PUBLIC_PATHS.item(year, item.code)),
          standing: STANDING_WORDS[standing],
        })),
      ],
    };
    return reply.page(<LinkSheet view={view} />);
  });

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
