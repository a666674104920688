import type { FastifyInstance, FastifyRequest } from "fastify";
import { readable } from "../board/rules.ts";
import type { DeskRoom } from "../desk/room.ts";
import { visitorOf } from "../desk/visitor.ts";
import { NotFound } from "../http/errors.ts";
import { EMPTY_FORM, type FormState, one, refusedForm } from "../http/form-state.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { listDownloads, sendWorkbook } from "../lists/download.ts";
import { sheetOf } from "../lists/sheet.ts";
import { PaperPage } from "../papers/paper.view.tsx";
import { paperToDocx } from "../papers/paper-docx.ts";
import { reportSheets } from "../papers/report-workbook.ts";
import { hatName } from "../regulation/hats.ts";
import { orderReport } from "./commands/order-report.ts";
import { acceptReport, returnReport } from "./commands/receive-report.ts";
import { saveTexts } from "./commands/save-texts.ts";
import { sendReport } from "./commands/send-report.ts";
import { submitReport } from "./commands/submit-report.ts";
import { figurePages } from "./desk-figure.tsx";
import { reportView } from "./desk-models.ts";
import { isKind, KIND_KEYS, REPORT_KINDS } from "./kinds.ts";
import { OrderPage, ReportListPage } from "./list.view.tsx";
import { type OpenReport, openReport, paperFacts } from "./model.ts";
import { REPORT_PATHS } from "./paths.ts";
import { may } from "./permissions.ts";
import { ReportPage } from "./report.view.tsx";
import { reportPaper } from "./report-paper.ts";
import { listReports, type Report, type ReportFilter } from "./reports.queries.ts";
import { isReportState, mayOrder, type Order, REPORT_STATE_NAMES, REPORT_STATES } from "./rules.ts";
import { reportTitle } from "./title.ts";

type ById = { Params: { id: string } };

const ORDER_CONTROLS: Readonly<Record<string, string>> = {
  reportPeriodInvalid: "tu-ngay",
  reportPeriodFuture: "den-ngay",
  reportBeforeBegin: "den-ngay",
  reportTopicMissing: "noi-dung",
  reportDueInvalid: "han",
  reportRequestMissing: "so-van-ban",
};
const STEP_CONTROLS: Readonly<Record<string, string>> = {
  reportAssessmentMissing: "danh-gia",
  reportDifficultiesMissing: "kho-khan",
  reportProposalsMissing: "de-xuat",
  reportReasonMissing: "y-kien",
  reportSentNumberInvalid: "so",
  reportSentDayInvalid: "ngay",
};
const ORDER_NAMES = ["loai", "noi-dung", "tu-ngay", "den-ngay", "han", "so-van-ban", "ngay-van-ban"];
const STEP_NAMES = ["danh-gia", "kho-khan", "de-xuat", "y-kien", "so", "ngay"];

/** Reports on the desk (Đ8, Đ11, Đ12, Đ18, Đ20): the list, one report, the rows behind each number, Word, Excel, print. */
export function reportDesk(app: FastifyInstance, { portal, frame }: DeskRoom): void {
  const { db, clock } = portal;

  app.get(REPORT_PATHS.list, may("report.read"), async (request, reply) => {
    const { actor } = visitorOf(request);
    const filter = filterOf(request);
    const reports = await listReports(db, filter);
    const query = new URL(request.url, "http://x").search;
    const isMine = ({ state, authorHat, receiverHat }: Report) =>
      state === "SUBMITTED" ? receiverHat === actor.hat : state !== "ACCEPTED" && authorHat === actor.hat;
    const now = clock.now();
    const lines = reports.map((report) => ({
      ...{ id: report.id, title: reportTitle(report), state: report.state, submittedAt: report.submittedAt },
      span: `${readable(report.from)} – ${readable(report.to)}`,
      due: readable(dayOf(report.due)),
      isLate: report.firstSubmittedAt === null && report.due < now,
      isMine: isMine(report),
    }));
    const years = [...new Set((await listReports(db)).map(({ to }) => to.slice(0, 4)))];
    const view = {
      ...{ desk: await frame(request, REPORT_PATHS.list), lines, years, csvHref: `${REPORT_PATHS.csv}${query}` },
      filter: { kind: filter.kind ?? "", state: filter.state ?? "", year: filter.year ?? "" },
      kinds: KIND_KEYS.map((value) => ({ value, label: REPORT_KINDS[value].name })),
      states: REPORT_STATE_NAMES.map((value) => ({ value, label: REPORT_STATES[value] })),
      mayOrder: mayOrder("authority", actor.hat),
    };
    return reply.page(<ReportListPage view={view} />);
  });

  listDownloads(app, REPORT_PATHS.list, "report.read", async (request) =>
    sheetOf(
      "bao-cao",
      "Báo cáo",
      [
        { label: "Báo cáo", value: (report: Report) => reportTitle(report) },
        { label: "Từ ngày", kind: "day", value: ({ from }) => from },
        { label: "Đến ngày", kind: "day", value: ({ to }) => to },
        { label: "Trạng thái", value: ({ state }) => REPORT_STATES[state] },
        { label: "Hạn nộp", kind: "day", value: ({ due }) => dayOf(due) },
        { label: "Nộp lần đầu lúc", kind: "time", value: ({ firstSubmittedAt }) => firstSubmittedAt },
        { label: "Nhận, chốt lúc", kind: "time", value: ({ acceptedAt }) => acceptedAt },
      ],
      await listReports(db, filterOf(request)),
    ),
  );

  app.get(REPORT_PATHS.order, may("report.order"), async (request, reply) =>
    reply.page(await orderPage(request, EMPTY_FORM)),
  );

  app.post(REPORT_PATHS.order, may("report.order"), async (request, reply) => {
    const { body } = request;
    const order: Order = {
      kind: one(body, "loai") === "ad-hoc" ? "ad-hoc" : "authority",
      ...{ from: one(body, "tu-ngay"), to: one(body, "den-ngay"), dueOn: one(body, "han") },
      ...{ topic: one(body, "noi-dung"), number: one(body, "so-van-ban"), day: one(body, "ngay-van-ban") },
    };
    const answer = await portal.act(visitorOf(request).by, orderReport, order);
    if (answer.ok) return reply.redirectAfterPost(`${REPORT_PATHS.one(answer.value.id)}?xong=yeu-cau`);
    const form = refusedForm(body, ORDER_NAMES, [], answer.error, ORDER_CONTROLS);
    return reply.page(await orderPage(request, form), { status: 422 });
  });

  app.get<ById>(REPORT_PATHS.one(":id"), may("report.read"), async (request, reply) =>
    reply.page(await reportPage(request, request.params.id, EMPTY_FORM)),
  );

  app.post<ById>(REPORT_PATHS.step(":id"), may("report.write"), async (request, reply) => {
    const { body, params } = request;
    const step = one(body, "viec");
    const answer = await take(request, params.id, step);
    if (answer.ok) return reply.redirectAfterPost(`${REPORT_PATHS.one(params.id)}?xong=${step}`);
    const form = refusedForm(body, STEP_NAMES, [], answer.error, STEP_CONTROLS);
    return reply.page(await reportPage(request, params.id, form), { status: 422 });
  });

  app.get<ById>(REPORT_PATHS.word(":id"), may("report.read"), async (request, reply) => {
    const open = await opened(request.params.id);
    const bytes = await paperToDocx(reportPaper(await paperFacts(db, open)));
    return reply
      .type("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
      .headers({
        "Content-Disposition": `attachment; filename="${fileName(open.report)}.docx"`,
        "Cache-Control": "no-cache",
      })
      .send(Buffer.from(bytes));
  });

  app.get<ById>(REPORT_PATHS.workbook(":id"), may("report.read"), async (request, reply) => {
    const { report, content } = await opened(request.params.id);
    return sendWorkbook(reply, reportSheets(fileName(report), content.figures));
  });

  app.get<ById>(REPORT_PATHS.print(":id"), may("report.read"), async (request, reply) => {
    const open = await opened(request.params.id);
    const back = { href: REPORT_PATHS.one(open.report.id), label: reportTitle(open.report) };
    const paper = reportPaper(await paperFacts(db, open));
    const { deskCss } = request.server.deskAssets;
    return reply.page(<PaperPage paper={paper} css={deskCss} back={back} word={REPORT_PATHS.word(open.report.id)} />);
  });

  figurePages(app, { portal, frame }, opened);

  function take(request: FastifyRequest, report: Id, step: string) {
    const { body } = request;
    const { by } = visitorOf(request);
    const note = one(body, "y-kien");
    const seen = one(body, "da-doc") || undefined;
    const round = /^\d{1,6}$/.test(one(body, "lan-nop")) ? Number(one(body, "lan-nop")) : null;
    const none = one(body, "khong-de-xuat") !== "";
    const texts = {
      assessment: one(body, "danh-gia"),
      difficulties: one(body, "kho-khan"),
      proposals: none ? "Không có" : one(body, "de-xuat"),
    };
    switch (step) {
      case "nop":
        return portal.act(by, submitReport, { report, texts, seen });
      case "luu":
        return portal.act(by, saveTexts, { report, texts, seen });
      case "nhan":
        return portal.act(by, acceptReport, { report, note, seen: round });
      case "tra-lai":
        return portal.act(by, returnReport, { report, note, seen: round });
      case "gui": {
        const number = /^\d{1,6}$/.test(one(body, "so")) ? Number(one(body, "so")) : 0;
        return portal.act(by, sendReport, { report, number, day: one(body, "ngay") });
      }
      default:
        throw new NotFound(`No step ${step}`);
    }
  }

  async function opened(id: Id): Promise<OpenReport> {
    const open = await openReport(db, id, clock.now());
    if (!open) throw new NotFound(`No report ${id}`);
    return open;
  }

  async function reportPage(request: FastifyRequest, id: Id, form: FormState) {
    const { actor, hats } = visitorOf(request);
    const open = await opened(id);
    const model = reportView(
      open,
      actor.hat,
      hats.map(({ hat }) => hat),
      await portal.settings(),
      clock.now(),
    );
    const view = {
      ...model,
      desk: await frame(request, REPORT_PATHS.list),
      form,
      done: DONE[one(request.query, "xong")],
    };
    return <ReportPage view={view} />;
  }

  async function orderPage(request: FastifyRequest, form: FormState) {
    const { hat } = visitorOf(request).actor;
    const kinds = (["ad-hoc", "authority"] as const)
      .filter((kind) => mayOrder(kind, hat))
      .map((value) => ({ value, label: REPORT_KINDS[value].name, hint: hatHint(value) }));
    const typed = { loai: kinds[0]?.value ?? "", ...form.typed };
    const desk = await frame(request, REPORT_PATHS.list);
    return <OrderPage view={{ desk, form: { ...form, typed }, kinds, today: dayOf(clock.now()) }} />;
  }
}

const hatHint = (kind: "ad-hoc" | "authority"): string =>
  kind === "authority" ? "Giám đốc nhận, ký rồi mới ghi gửi Sở." : `${hatName(REPORT_KINDS[kind].author)} lập và nộp.`;

function filterOf(request: FastifyRequest): ReportFilter {
  const [kind, state, year] = ["loai", "trang-thai", "nam"].map((name) => one(request.query, name));
  return {
    kind: kind && isKind(kind) ? kind : undefined,
    state: state && isReportState(state) ? state : undefined,
    year: year && /^\d{4}$/.test(year) ? year : undefined,
  };
}

const fileName = ({ kind, to, from, period }: Report): string =>
  `bao-cao-${/^[\w-]{4,7}$/.test(period) ? `${kind}-${period}` : `${kind}-${from}-${to}`}`.toLowerCase();

const DONE: Readonly<Record<string, string>> = {
  "yeu-cau": "Đã gửi yêu cầu báo cáo.",
  luu: "Đã lưu lời văn, báo cáo chưa nộp.",
  nop: "Đã nộp báo cáo. Số liệu và lời văn đã được giữ nguyên văn.",
  nhan: "Đã nhận và chốt báo cáo. Từ nay không ai sửa được.",
  "tra-lai": "Đã trả lại báo cáo kèm lý do.",
  gui: "Đã ghi gửi Sở.",
};
