import type { FastifyInstance } from "fastify";
import { NotFound } from "../http/errors.ts";
import { one } from "../http/form-state.ts";
import type { PublicPage } from "../http/kept-page.ts";
import { pageNumber, publicPage } from "../http/public-page.ts";
import { correctionOf } from "../intake/correction.queries.ts";
import { slipSite } from "../intake/site.tsx";
import { dayOf } from "../kernel/clock.ts";
import { listDownloads } from "../lists/download.ts";
import type { Portal } from "../portal.ts";
import { TAKEDOWN_REASONS, type TakedownReason } from "../regulation/takedown-moves.ts";
import { readQuery } from "../search/query.ts";
import { HITS_ON_PAGE, type Hit, search } from "../search/search.queries.ts";
import { GonePage } from "../site/gone.view.tsx";
import { sections } from "../site/site.queries.ts";
import { siteFrame } from "../site/site-frame.ts";
import type { Assets } from "../ui/assets.ts";
import { renderDocument } from "../ui/document.tsx";
import { formatDate } from "../ui/format.ts";
import { answerByNumber, answersOnPage, articleOfAnswer, countAnswers } from "./answers.queries.ts";
import { AnswerPage, AnswersPage, answerLine } from "./answers.view.tsx";
import { AskPage } from "./ask.view.tsx";
import { receiveEnquiry } from "./commands/receive-enquiry.ts";
import { askableUnits, enquiryByCode } from "./enquiries.queries.ts";
import { ENQUIRY_PATHS } from "./paths.ts";
import { cleanEnquiry, ENQUIRIES, ENQUIRY_KINDS, type EnquiryKind, enquiryRefusals } from "./rules.ts";
import { answersSheet } from "./sheet.ts";

/** What the public sees and sends: answers, the form, the receipt. `secret` signs stamps and marks. */
export function enquirySite(app: FastifyInstance, portal: Portal, assets: Assets, secret: string): void {
  answerPages(app, portal, assets);
  const unitsNow = () => askableUnits(portal.db, dayOf(portal.clock.now()));
  slipSite(app, portal, assets, secret, {
    room: ENQUIRIES,
    crumb: { label: "Hỏi đáp", href: ENQUIRY_PATHS.list },
    form: {
      path: ENQUIRY_PATHS.ask,
      typed: ["loai", "don-vi", "chu-de"],
      prefilled: ["loai", "don-vi"],
      async read(typed, common) {
        const units = await unitsNow();
        const asked = typed("don-vi");
        const unit = asked === "" ? null : (units.find(({ code }) => code === asked)?.id ?? asked);
        const input = { ...common, kind: typed("loai"), unit, topic: typed("chu-de") };
        const knowsUnit = asked === "" || units.some(({ code }) => code === asked);
        return { input, wrong: enquiryRefusals(cleanEnquiry(input), knowsUnit), words: [input.kind] };
      },
      page: async (shared) => (
        <AskPage {...shared} units={(await unitsNow()).map(({ code: value, name: label }) => ({ value, label }))} />
      ),
    },
    receive: receiveEnquiry,
    lookUp: { title: "Tra cứu phiếu hỏi đáp, góp ý", unknown: "Không có phiếu nào mang mã này." },
    async receipt(code) {
      const slip = await enquiryByCode(portal.db, code);
      if (!slip) return null;
      const isOpen = slip.state !== "RELEASED" && slip.state !== "DECLINED";
      return {
        title: `Phiếu ${ENQUIRY_KINDS[slip.kind as EnquiryKind].toLowerCase()}`,
        isOpen,
        article: slip.article_id,
        steps: ["Đã nhận", "Đơn vị soạn trả lời", "Ban biên tập duyệt", "Đã trả lời"],
        at: STEP_OF[slip.state] ?? 1,
        stopped: slip.state === "DECLINED",
        facts: [
          { term: "Ngày nhận", value: formatDate(slip.received_at) },
          { term: "Đơn vị trả lời", value: slip.unit ?? "Đang phân công" },
          isOpen
            ? { term: "Hạn trả lời", value: formatDate(`${slip.due_on}T00:00:00Z`) }
            : { term: "Kết thúc ngày", value: formatDate(slip.state_since) },
        ],
        children: <Outcome state={slip.state} published={slip.published} isErased={slip.erased_at !== null} />,
      };
    },
  });
}

const PAGE_SIZE = 15;

/** The answers everybody may read: the list, newest first or by words, and one with its question. */
function answerPages(app: FastifyInstance, portal: Portal, assets: Assets): void {
  const { db } = portal;
  const frameNow = async () => siteFrame(await portal.settings(), await sections(db), assets);
  const unitsNow = () => askableUnits(db, dayOf(portal.clock.now()));

  app.get(ENQUIRY_PATHS.list, { config: { may: "public" } }, async (request, reply) => {
    const words = one(request.query, "tu-khoa").slice(0, 200);
    const unit = one(request.query, "don-vi");
    const page = Number(pageNumber(one(request.query, "trang")) ?? "1");
    // What people type has no end, so it is not kept; neither are codes that no unit has.
    if (words !== "" || !(unit === "" || (await unitsNow()).some(({ code }) => code === unit))) {
      return reply.page(await listPage(words, unit, page));
    }
    const render = async (): Promise<PublicPage> => ({
      body: renderDocument(await listPage("", unit, page)),
      tags: ["all", "answers", "board"],
    });
    await app.pages.answer(hrefOf("", unit)(page), request.raw, reply.raw, render);
    return reply.hijack();
  });

  async function listPage(words: string, unitCode: string, page: number) {
    const units = await unitsNow();
    const unit = units.find(({ code }) => code === unitCode);
    const { total, pages, lines, isNear } =
      words === "" ? await newest(unit?.id, page) : await found(words, unit, page);
    if (page > pages) throw new NotFound();
    const view = {
      lines,
      total,
      isNear,
      page,
      pages,
      units: units.map(({ code: value, name: label }) => ({ value, label })),
      unit: unit?.code ?? "",
      words,
      days: (await portal.settings())["enquiries.answerDays"],
      hrefOf: hrefOf(words, unit?.code ?? ""),
      csvHref: words === "" && total > 0 ? `${ENQUIRY_PATHS.list}.csv${unit ? `?don-vi=${unit.code}` : ""}` : null,
    };
    return <AnswersPage frame={await frameNow()} view={view} />;
  }

  async function newest(unit: string | undefined, page: number) {
    const total = await countAnswers(db, unit ?? null);
    const answers = await answersOnPage(db, unit ?? null, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
    const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
    return { total, pages, lines: answers.map(answerLine), isNear: false };
  }

  /** By the portal's one search, narrowed to answers. */
  async function found(words: string, unit: { name: string } | undefined, page: number) {
    const { total, hits, strictness } = await search(db, readQuery(words), { kind: "answer", unit: unit?.name }, page);
    const pages = Math.max(1, Math.ceil(total / HITS_ON_PAGE));
    return { total, pages, lines: hits.map(hitLine), isNear: strictness !== "all" };
  }

  listDownloads(app, ENQUIRY_PATHS.list, "public", async ({ query }) => {
    const unit = (await unitsNow()).find(({ code }) => code === one(query, "don-vi"));
    return answersSheet(await answersOnPage(db, unit?.id ?? null, { limit: 100_000, offset: 0 }));
  });

  publicPage(app, "/hoi-dap/:number", {}, async ({ params }) => {
    const number = /^[1-9]\d{0,8}$/.test(params.number ?? "") ? Number(params.number) : 0;
    const answer = number > 0 ? await answerByNumber(db, number) : null;
    if (!answer) throw new NotFound();
    const frame = await frameNow();
    const tags = ["all", `answer:${number}`, "board"];
    if (answer.takenDownAt === null) {
      const article = await articleOfAnswer(db, number);
      const correction = await correctionOf(db, article);
      return {
        body: renderDocument(<AnswerPage frame={frame} answer={answer} correction={correction} />),
        tags: article ? [...tags, `article:${article}`] : tags,
      };
    }
    const reason = TAKEDOWN_REASONS[answer.takedownReason as TakedownReason];
    const view = { reason, at: answer.takenDownAt };
    return { body: renderDocument(<GonePage frame={frame} view={view} />), tags, status: 410 };
  });
}

const hitLine = ({ path, title, snippet, unit, day }: Hit) => ({
  href: path,
  question: title,
  answer: snippet,
  facts: [unit, `trả lời ngày ${formatDate(`${day}T00:00:00Z`)}`].filter(Boolean).join(" · "),
});

const STEP_OF: Readonly<Record<string, number>> = { RECEIVED: 1, ASSIGNED: 2, DRAFTED: 3, RELEASED: 5, DECLINED: 4 };

interface OutcomeProps {
  readonly state: string;
  readonly published: number | null;
  readonly isErased: boolean;
}

/** How it ended, in words that fit whoever reads them: the answer itself may speak of a person. */
function Outcome({ state, published, isErased }: OutcomeProps) {
  if (state === "DECLINED") {
    return <p>Trung tâm không trả lời được nội dung này. Lý do đã được báo theo liên hệ bạn để lại.</p>;
  }
  if (state !== "RELEASED") return <p>Câu trả lời sẽ được gửi theo liên hệ bạn để lại.</p>;
  return (
    <>
      <p>Câu trả lời đã được gửi theo liên hệ bạn để lại.</p>
      {published !== null && (
        <p>
          <a href={ENQUIRY_PATHS.answer(published)}>Đọc câu trả lời trên Cổng</a>
        </p>
      )}
      {isErased && <p>Dữ liệu cá nhân của phiếu này đã được xóa khi hết hạn lưu.</p>}
    </>
  );
}

function hrefOf(words: string, unit: string) {
  return (page: number) => {
    const query = new URLSearchParams({
      ...(words ? { "tu-khoa": words } : {}),
      ...(unit ? { "don-vi": unit } : {}),
      ...(page > 1 ? { trang: String(page) } : {}),
    }).toString();
    return query ? `${ENQUIRY_PATHS.list}?${query}` : ENQUIRY_PATHS.list;
  };
}
