import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { BY_SYSTEM } from "../act.ts";
import { EMPTY_FORM, type FormState, one, refusedForm } from "../board/forms.ts";
import { NotFound } from "../http/errors.ts";
import type { PublicPage } from "../http/kept-page.ts";
import { pageNumber, publicPage } from "../http/public-page.ts";
import { readCode } from "../intake/code.ts";
import { INTAKE_UPLOAD, readSentForm, storeFiles } from "../intake/form.ts";
import { INTAKE_CONTROLS } from "../intake/form.view.tsx";
import { marksOf, paceRefusals } from "../intake/intake.ts";
import { LookUpPage, SlipPage } from "../intake/slip.view.tsx";
import { stamp } from "../intake/stamp.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Refusal } from "../kernel/result.ts";
import type { Portal } from "../portal.ts";
import { TAKEDOWN_REASONS, type TakedownReason } from "../regulation/takedown-moves.ts";
import { GonePage } from "../site/gone.view.tsx";
import { sections } from "../site/site.queries.ts";
import { siteFrame } from "../site/site-frame.ts";
import type { Assets } from "../ui/assets.ts";
import { renderDocument } from "../ui/document.tsx";
import { formatDate } from "../ui/format.ts";
import { answerByNumber, answersOnPage, countAnswers, foldedWords } from "./answers.queries.ts";
import { AnswerPage, AnswersPage } from "./answers.view.tsx";
import { AskPage } from "./ask.view.tsx";
import { receiveEnquiry } from "./commands/receive-enquiry.ts";
import { askableUnits, enquiryByCode } from "./enquiries.queries.ts";
import { ENQUIRY_PATHS } from "./paths.ts";
import { cleanEnquiry, ENQUIRY_KINDS, type EnquiryKind, enquiryRefusals } from "./rules.ts";

const PAGE_SIZE = 15;
const TYPED = ["loai", "don-vi", "chu-de", "noi-dung-gui", "ho-ten", "thu-dien-tu", "dien-thoai"];
const home = { label: "Trang chủ", href: "/" };
const room = { label: "Hỏi đáp", href: ENQUIRY_PATHS.list };

/** What the public sees and sends: answers, the form, the receipt. `secret` signs stamps and marks. */
export function enquirySite(app: FastifyInstance, portal: Portal, assets: Assets, secret: string): void {
  const { db } = portal;
  const open = { config: { may: "public" } };
  const now = () => portal.clock.now();
  const frameNow = async () => siteFrame(await portal.settings(), await sections(db), assets);
  const unitsNow = async () => askableUnits(db, dayOf(now()));

  app.get(ENQUIRY_PATHS.list, open, async (request, reply) => {
    const words = one(request.query, "tu-khoa").slice(0, 200);
    const unit = one(request.query, "don-vi");
    const page = Number(pageNumber(one(request.query, "trang")) ?? "1");
    // What people type has no end, so it is not kept; neither are codes that no unit has.
    if (words !== "" || !(unit === "" || (await unitsNow()).some(({ code }) => code === unit))) {
      return reply.page(await listPage(words, unit, page));
    }
    await app.pages.answer(hrefOf("", unit)(page), request.raw, reply.raw, async (): Promise<PublicPage> => {
      const body = renderDocument(await listPage("", unit, page));
      return { body, tags: ["all", "answers", "board"] };
    });
    return reply.hijack();
  });

  async function listPage(words: string, code: string, page: number) {
    const units = await unitsNow();
    const unit = units.find((one) => one.code === code);
    const filter = { unit: unit?.id ?? null, words: foldedWords(words) };
    const total = await countAnswers(db, filter);
    const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
    if (page > pages) throw new NotFound();
    const view = {
      answers: await answersOnPage(db, filter, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
      total,
      page,
      pages,
      units: units.map(({ code: value, name: label }) => ({ value, label })),
      unit: unit?.code ?? "",
      words,
      days: (await portal.settings())["enquiries.answerDays"],
      hrefOf: hrefOf(words, unit?.code ?? ""),
    };
    return <AnswersPage frame={await frameNow()} view={view} />;
  }

  publicPage(app, "/hoi-dap/:number", {}, async ({ params }) => {
    const number = /^[1-9]\d{0,8}$/.test(params.number ?? "") ? Number(params.number) : 0;
    const answer = number > 0 ? await answerByNumber(db, number) : null;
    if (!answer) throw new NotFound();
    const frame = await frameNow();
    const tags = ["all", `answer:${number}`, "board"];
    if (answer.takenDownAt === null)
      return { body: renderDocument(<AnswerPage frame={frame} answer={answer} />), tags };
    const reason = TAKEDOWN_REASONS[answer.takedownReason as TakedownReason];
    const view = { reason, at: answer.takenDownAt };
    return { body: renderDocument(<GonePage frame={frame} view={view} />), tags, status: 410 };
  });

  app.get(ENQUIRY_PATHS.ask, open, async (request, reply) => {
    const typed = { loai: one(request.query, "loai"), "don-vi": one(request.query, "don-vi") };
    return askPage(request, reply, { ...EMPTY_FORM, typed }, 200);
  });

  app.post(ENQUIRY_PATHS.ask, { config: { may: "public", upload: INTAKE_UPLOAD } }, async (request, reply) => {
    const at = now();
    const { fields, files, refusals } = await readSentForm(request, secret, at);
    const typed = (name: string) => one(fields, name);
    const units = await unitsNow();
    const asked = typed("don-vi");
    const input = {
      kind: typed("loai"),
      unit: asked === "" ? null : (units.find(({ code }) => code === asked)?.id ?? asked),
      topic: typed("chu-de"),
      name: typed("ho-ten"),
      email: typed("thu-dien-tu"),
      phone: typed("dien-thoai"),
      content: typed("noi-dung-gui"),
      consent: typed("dong-y") !== "",
    };
    const refuse = (wrong: readonly Refusal[], status = 422) =>
      askPage(request, reply, refusedForm(fields, TYPED, ["dong-y"], wrong, INTAKE_CONTROLS), status);

    const knowsUnit = asked === "" || units.some(({ code }) => code === asked);
    const wrong = [...refusals, ...enquiryRefusals(cleanEnquiry(input), knowsUnit)];
    if (wrong.length > 0) return refuse(wrong);
    const marks = marksOf(secret, request.ip, [input.kind, input.content, input.email, input.phone]);
    // Before anything is put on the disk. Whoever pressed the button twice is known again by the command.
    if (files.length > 0) {
      const pace = await paceRefusals(db, marks, at);
      if (pace.length > 0) return refuse(pace, 429);
    }
    const stored = await storeFiles(portal.files, files);
    const answer = await portal.act(BY_SYSTEM, receiveEnquiry, { ...input, marks, files: stored });
    if (answer.ok) return reply.redirectAfterPost(`${ENQUIRY_PATHS.receipt(answer.value.code)}?moi=1`);
    const isPace = answer.error.every(({ code }) => code === "sentTooOften" || code === "intakeFlooded");
    return refuse(answer.error, isPace ? 429 : 422);
  });

  async function askPage(request: FastifyRequest, reply: FastifyReply, form: FormState, status: number) {
    const settings = await portal.settings();
    const units = await unitsNow();
    return reply.page(
      <AskPage
        frame={await frameNow()}
        units={units.map(({ code: value, name: label }) => ({ value, label }))}
        days={settings["enquiries.answerDays"]}
        months={settings["enquiries.keepMonths"]}
        csrf={request.csrf}
        stamp={stamp(secret, now())}
        form={form}
      />,
      { status },
    );
  }

  app.get(ENQUIRY_PATHS.lookUp, open, async (request, reply) => {
    const typed = one(request.query, "ma").slice(0, 60);
    const code = readCode(typed);
    if (code && (await enquiryByCode(db, code))) return reply.redirect(ENQUIRY_PATHS.receipt(code), 303);
    const title = "Tra cứu phiếu hỏi đáp, góp ý";
    const page = (
      <LookUpPage
        frame={await frameNow()}
        title={title}
        action={ENQUIRY_PATHS.lookUp}
        breadcrumbs={[home, room, { label: "Tra cứu" }]}
        typed={typed}
        error={typed === "" ? undefined : "Không có phiếu nào mang mã này. Xin kiểm tra lại từng chữ, số."}
      />
    );
    return reply.page(page, { status: typed === "" ? 200 : 404 });
  });

  app.get<{ Params: { code: string } }>("/hoi-dap/phieu/:code", open, async (request, reply) => {
    const code = readCode(request.params.code);
    const slip = code ? await enquiryByCode(db, code) : undefined;
    if (!code || !slip) throw new NotFound();
    const kind = ENQUIRY_KINDS[slip.kind as EnquiryKind];
    const day = (text: string) => formatDate(`${text}T00:00:00Z`);
    const isOpen = slip.state !== "RELEASED" && slip.state !== "DECLINED";
    const page = (
      <SlipPage
        frame={await frameNow()}
        title={`Phiếu ${kind.toLowerCase()}`}
        breadcrumbs={[home, room, { label: "Phiếu" }]}
        code={code}
        isNew={one(request.query, "moi") === "1" && isOpen}
        steps={["Đã nhận", "Đơn vị soạn trả lời", "Ban biên tập duyệt", "Đã trả lời"]}
        at={STEP_OF[slip.state] ?? 1}
        stopped={slip.state === "DECLINED"}
        facts={[
          { term: "Ngày nhận", value: formatDate(slip.received_at) },
          { term: "Đơn vị trả lời", value: slip.unit ?? "Đang phân công" },
          isOpen
            ? { term: "Hạn trả lời", value: day(slip.due_on) }
            : { term: "Kết thúc ngày", value: formatDate(slip.state_since) },
        ]}
      >
        <Outcome state={slip.state} published={slip.published} isErased={slip.erased_at !== null} />
      </SlipPage>
    );
    return reply.page(page, { headers: { "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" } });
  });
}

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
