import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { mayWrite } from "../about/rules.ts";
import { explained } from "../desk/record-state.ts";
import type { DeskRoom } from "../desk/room.ts";
import { visitorOf } from "../desk/visitor.ts";
import { NotFound } from "../http/errors.ts";
import { one, type Typed } from "../http/form-state.ts";
import { pageNumber } from "../http/public-page.ts";
import type { Id } from "../kernel/ids.ts";
import type { Refusal } from "../kernel/result.ts";
import { listDownloads } from "../lists/download.ts";
import { type SheetColumn, sheetOf } from "../lists/sheet.ts";
import type { Question } from "./call.ts";
import { judgeOpinion } from "./commands/judge-opinion.ts";
import type { Consultation } from "./consultations.queries.ts";
import { commonView, itemOf } from "./desk-frame.ts";
import { OPINION_FILTERS, OpinionPage, OpinionsPage } from "./desk-opinions.view.tsx";
import { type KeptOpinion, opinionsOf } from "./opinions.queries.ts";
import { CONSULTATION_PATHS } from "./paths.ts";
import { may, readsOpinions } from "./permissions.ts";

type ById = { Params: { id: string } };
type ByOpinion = { Params: { id: string; opinion: string } };

const PAGE_SIZE = 25;
const CONTROLS: Readonly<Record<string, string>> = {
  verdictMissing: "xem-xet",
  topicMissing: "nhom-moi",
  asideReasonMissing: "ly-do",
};
const VERDICT_OF: Readonly<Record<string, KeptOpinion["verdict"]>> = { chua: null, vao: "taken", khong: "aside" };

/** The desk's pages of what was sent: all of it, narrowed; one, to be judged; all of it as a spreadsheet. */
export function opinionPages(app: FastifyInstance, desk: DeskRoom): void {
  const { portal } = desk;

  app.get<ById>(CONSULTATION_PATHS.opinions(":id"), may("opinion.read"), async (request, reply) => {
    const item = await reached(request, request.params.id);
    const all = await opinionsOf(portal.db, item.id);
    const filter = filterOf(request);
    const found = all.filter((opinion) => passes(opinion, filter));
    const page = Number(pageNumber(one(request.query, "trang")) ?? "1");
    const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
    if (page > pages) throw new NotFound();
    const query = new URLSearchParams(
      Object.entries({ xem: filter.state, nhom: filter.topic }).filter(([, value]) => value),
    );
    const hrefOf = (path: string, number = 1) => {
      const text = new URLSearchParams([...query, ...(number > 1 ? [["trang", String(number)]] : [])]).toString();
      return text ? `${path}?${text}` : path;
    };
    const list = CONSULTATION_PATHS.opinions(item.id);
    const view = {
      ...(await commonView(desk, request, item, "opinions", [])),
      id: item.id,
      opinions: found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
      questions: item.call.content.questions,
      topics: topicsOf(all),
      filter,
      page,
      pages,
      hrefOf: (number: number) => hrefOf(list, number),
      csvHref: hrefOf(`${list}.csv`),
    };
    return reply.page(<OpinionsPage view={view} />);
  });

  listDownloads(app, CONSULTATION_PATHS.opinions(":id"), "opinion.read", async (request) => {
    const item = await reached(request, (request.params as { id: Id }).id);
    const rows = (await opinionsOf(portal.db, item.id)).filter((opinion) => passes(opinion, filterOf(request)));
    return sheetOf(`y-kien-${item.slug}`, "Ý kiến", columnsOf(item.call.content.questions), rows);
  });

  app.get<ByOpinion>(CONSULTATION_PATHS.judge(":id", ":opinion"), may("opinion.read"), async (request, reply) => {
    const item = await reached(request, request.params.id);
    return opinionPage(request, reply, item, null, []);
  });

  app.post<ByOpinion>(
    CONSULTATION_PATHS.judge(":id", ":opinion"),
    may("consultation.write"),
    async (request, reply) => {
      const item = await reached(request, request.params.id);
      const { body, params } = request;
      const typed = Object.fromEntries(["xem-xet", "nhom", "nhom-moi", "ly-do"].map((name) => [name, one(body, name)]));
      const { opinion } = await opinionOf(item, params.opinion);
      const answer = await portal.act(visitorOf(request).by, judgeOpinion, {
        opinion: opinion.id,
        verdict: typed["xem-xet"] ?? "",
        topic: typed["nhom-moi"] || typed.nhom || "",
        reason: typed["ly-do"] ?? "",
      });
      if (!answer.ok) return opinionPage(request, reply, item, typed, answer.error);
      const next = nextUnjudged((await opinionOf(item, opinion.id)).all, opinion.id);
      const path = next ? CONSULTATION_PATHS.judge(item.id, next) : CONSULTATION_PATHS.opinions(item.id);
      return reply.redirectAfterPost(`${path}?xong=xem-xet`);
    },
  );

  /** The consultation whose opinions this person reads; otherwise there is no such page. */
  async function reached(request: FastifyRequest, id: Id): Promise<Consultation> {
    const item = await itemOf(desk, id);
    if (!readsOpinions(visitorOf(request).actor, item.unit)) throw new NotFound(`No opinions of ${id} for this person`);
    return item;
  }

  async function opinionOf(item: Consultation, id: Id) {
    const all = await opinionsOf(portal.db, item.id);
    const opinion = all.find((found) => found.id === id);
    if (!opinion) throw new NotFound(`No opinion ${id}`);
    return { all, opinion };
  }

  async function opinionPage(
    request: FastifyRequest<ByOpinion>,
    reply: FastifyReply,
    item: Consultation,
    typed: Typed | null,
    refusals: readonly Refusal[],
  ) {
    const { all, opinion } = await opinionOf(item, request.params.opinion);
    const { items, errors } = explained(refusals, CONTROLS);
    const { report } = item;
    const isReported = report !== null && (report.liveVersion !== null || report.state !== "DRAFT");
    const next = nextUnjudged(all, opinion.id);
    const view = {
      ...(await commonView(desk, request, item, "opinions", items)),
      id: item.id,
      opinion,
      questions: item.call.content.questions,
      topics: topicsOf(all).map((topic) => ({ value: topic, label: topic })),
      typed: typed ?? { "xem-xet": opinion.verdict ?? "", nhom: opinion.topic, "ly-do": opinion.reason },
      errors,
      mayJudge: !isReported && mayWrite(visitorOf(request).actor, item.unit),
      nextHref: next && CONSULTATION_PATHS.judge(item.id, next),
    };
    return reply.page(<OpinionPage view={view} />, { status: refusals.length > 0 ? 422 : 200 });
  }
}

interface OpinionFilter {
  readonly state: string;
  readonly topic: string;
}

function filterOf({ query }: FastifyRequest): OpinionFilter {
  const state = one(query, "xem");
  return { state: OPINION_FILTERS.some(({ value }) => value === state) ? state : "", topic: one(query, "nhom") };
}

const passes = ({ verdict, topic }: KeptOpinion, filter: OpinionFilter): boolean =>
  (filter.state === "" || VERDICT_OF[filter.state] === verdict) && (filter.topic === "" || filter.topic === topic);

const topicsOf = (opinions: readonly KeptOpinion[]): string[] =>
  [...new Set(opinions.map(({ topic }) => topic).filter(Boolean))].sort();

/** The one after this that nobody has judged; from the beginning again after the last. */
function nextUnjudged(all: readonly KeptOpinion[], id: Id): Id | null {
  const at = all.findIndex((one) => one.id === id);
  const order = [...all.slice(at + 1), ...all.slice(0, Math.max(0, at))];
  return order.find(({ verdict }) => verdict === null)?.id ?? null;
}

const columnsOf = (questions: readonly Question[]): SheetColumn<KeptOpinion>[] => [
  { label: "Mã phiếu", value: ({ code }) => code },
  { label: "Nhận lúc", kind: "time", value: ({ receivedAt }) => receivedAt },
  { label: "Họ và tên", value: ({ name }) => name },
  { label: "Thư điện tử", value: ({ email }) => email },
  ...questions.map(({ text, choices }, place) => ({
    label: text,
    value: (opinion: KeptOpinion) => choices[opinion.choices[place] ?? -1] ?? opinion.answers[place] ?? "",
  })),
  { label: "Ý kiến", value: ({ content }) => content },
  {
    label: "Xem xét",
    value: ({ verdict }) => (verdict === null ? "Chưa" : verdict === "taken" ? "Đưa vào" : "Không đưa vào"),
  },
  { label: "Nhóm", value: ({ topic }) => topic },
  { label: "Lý do", value: ({ reason }) => reason },
];
