import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { BY_SYSTEM } from "../act.ts";
import { EMPTY_RECORD, explained, type RecordState } from "../desk/record-state.ts";
import { NotFound } from "../http/errors.ts";
import { one } from "../http/form-state.ts";
import type { PublicPage } from "../http/kept-page.ts";
import { publicPage } from "../http/public-page.ts";
import { readCode } from "../intake/code.ts";
import { INTAKE_UPLOAD, readSentForm, STAMP_FIELD, storeFiles } from "../intake/form.ts";
import { INTAKE_CONTROLS } from "../intake/form.view.tsx";
import { marksOf, paceRefusals } from "../intake/intake.ts";
import { stamp } from "../intake/stamp.ts";
import type { Refusal } from "../kernel/result.ts";
import { documentName } from "../library/document.ts";
import { publicDocument } from "../library/documents.queries.ts";
import { LIBRARY_PATHS, LIBRARY_TAG } from "../library/paths.ts";
import { attachmentAddress } from "../media/addresses.ts";
import type { Portal } from "../portal.ts";
import { readFrame } from "../site/pages.ts";
import type { Assets } from "../ui/assets.ts";
import { renderDocument } from "../ui/document.tsx";
import { formatDate, formatDateTime } from "../ui/format.ts";
import { phaseOf } from "./call.ts";
import { cleanOpinion, receiveOpinion } from "./commands/receive-opinion.ts";
import {
  extensionsOf,
  type PublicConsultation,
  publicConsultation,
  publicConsultations,
} from "./consultations.queries.ts";
import { answerName, opinionRefusals, readAnswers } from "./opinion.ts";
import { OpinionForm } from "./opinion-form.view.tsx";
import { opinionByCode } from "./opinions.queries.ts";
import { CONSULTATION_PATHS, CONSULTATION_TAG } from "./paths.ts";
import { OpinionReceipt } from "./receipt.view.tsx";
import { ConsultationsPage } from "./site-list.view.tsx";
import { ConsultationPage, type ConsultationView } from "./site-one.view.tsx";
import { nextChange, windowWords } from "./window-words.ts";

type BySlug = { Params: { slug: string } };

const CONTROLS: Readonly<Record<string, string>> = { ...INTAKE_CONTROLS, opinionConsentMissing: "dong-y" };
const TAGS = ["all", CONSULTATION_TAG, LIBRARY_TAG, "board"] as const;

/** What the public is asked, the form while it is open, and what became of it (Đ14.k7). `secret` signs stamps and marks. */
export function consultationSite(app: FastifyInstance, portal: Portal, assets: Assets, secret: string): void {
  const { db } = portal;
  const now = () => portal.clock.now();
  const frameNow = () => readFrame(portal, assets);

  publicPage(app, CONSULTATION_PATHS.site, {}, async () => {
    const all = await publicConsultations(db);
    const rows = all.map((item) => {
      const phase = phaseOf(item, now());
      const { title, lead } = item.call.content;
      return {
        href: CONSULTATION_PATHS.one(item.slug),
        title,
        lead,
        unit: item.unitName,
        phase,
        window: windowWords(item, phase),
        hasResults: item.report !== null,
      };
    });
    return kept(renderDocument(<ConsultationsPage frame={await frameNow()} rows={rows} />), all);
  });

  /** A page that opens and closes by itself: kept until the next moment at which it says something else. */
  const kept = (body: string, all: readonly PublicConsultation[]): PublicPage => {
    const until = nextChange(all, now());
    return { body, tags: TAGS, ...(until ? { until } : {}) };
  };

  app.get<BySlug>(CONSULTATION_PATHS.one(":slug"), { config: { may: "public" } }, async (request, reply) => {
    const item = await itemOf(request);
    if (phaseOf(item, now()) === "open") return openPage(request, reply, item, EMPTY_RECORD, 200);
    await app.pages.answer(CONSULTATION_PATHS.one(item.slug), request.raw, reply.raw, async () => {
      const page = <ConsultationPage frame={await frameNow()} view={await viewOf(item)} />;
      return kept(renderDocument(page), [item]);
    });
    return reply.hijack();
  });

  app.post<BySlug>(
    CONSULTATION_PATHS.one(":slug"),
    { config: { may: "public", upload: INTAKE_UPLOAD } },
    async (request, reply) => {
      const item = await itemOf(request);
      const { questions } = item.call.content;
      const at = now();
      const { fields, files, refusals } = await readSentForm(request, secret, at);
      const typed = (name: string) => one(fields, name);
      const input = cleanOpinion({
        name: typed("ho-ten"),
        email: typed("thu-dien-tu"),
        content: typed("noi-dung-gui"),
        consent: typed("dong-y") !== "",
        ...readAnswers(questions, typed),
      });
      const refuse = (wrong: readonly Refusal[], status = 422) => {
        const names = ["ho-ten", "thu-dien-tu", "noi-dung-gui", ...questions.map((_, place) => answerName(place))];
        const values = Object.fromEntries(names.map((name) => [name, typed(name)]));
        const form = { typed: { ...values, "dong-y": input.consent ? "on" : "" }, files: [] };
        return openPage(request, reply, item, { ...form, ...explained(wrong, CONTROLS) }, status);
      };
      const wrong = [...refusals, ...opinionRefusals(input, questions, item, at)];
      if (wrong.length > 0) return refuse(wrong);
      // Many may make the same choices: without words, only the same form sent twice is the same.
      const words = [input.content, ...input.answers, input.email];
      const isWordless = words.every((text) => text === "");
      const marks = marksOf(secret, request.ip, [item.id, ...words, isWordless ? typed(STAMP_FIELD) : ""]);
      // Before anything is put on the disk. Whoever pressed the button twice is known again by the command.
      if (files.length > 0) {
        const pace = await paceRefusals(db, marks, at);
        if (pace.length > 0) return refuse(pace, 429);
      }
      const stored = await storeFiles(portal.files, files);
      const opinion = { ...input, consultation: item.id, marks, files: stored };
      const answer = await portal.act(BY_SYSTEM, receiveOpinion, opinion);
      if (answer.ok) return reply.redirectAfterPost(`${CONSULTATION_PATHS.receipt(answer.value.code)}?moi=1`);
      const isPace = answer.error.every(({ code }) => code === "sentTooOften" || code === "intakeFlooded");
      return refuse(answer.error, isPace ? 429 : 422);
    },
  );

  app.get<{ Params: { code: string } }>(
    CONSULTATION_PATHS.receipt(":code"),
    { config: { may: "public" } },
    async (request, reply) => {
      const code = readCode(request.params.code);
      const opinion = code ? await opinionByCode(db, code) : undefined;
      const item = opinion ? await publicConsultation(db, { slug: opinion.slug }) : null;
      if (!code || !opinion || !item) throw new NotFound();
      const page = (
        <OpinionReceipt
          frame={await frameNow()}
          code={code}
          isNew={one(request.query, "moi") === "1"}
          title={item.call.content.title}
          href={CONSULTATION_PATHS.one(item.slug)}
          received={formatDateTime(opinion.received_at)}
          isClosed={phaseOf(item, now()) === "closed"}
          hasResults={item.report !== null}
          isErased={opinion.erased_at !== null}
        />
      );
      return reply.page(page, { headers: { "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" } });
    },
  );

  async function itemOf({ params }: FastifyRequest<BySlug>): Promise<PublicConsultation> {
    const item = await publicConsultation(db, { slug: params.slug });
    if (!item) throw new NotFound();
    return item;
  }

  /** The page with its form; without it when the time ended while somebody was writing. */
  async function openPage(
    request: FastifyRequest,
    reply: FastifyReply,
    item: PublicConsultation,
    form: RecordState,
    status: number,
  ) {
    const page = (
      <ConsultationPage frame={await frameNow()} view={await viewOf(item)} items={form.items}>
        <OpinionForm
          action={CONSULTATION_PATHS.one(item.slug)}
          questions={item.call.content.questions}
          months={(await portal.settings())["enquiries.keepMonths"]}
          csrf={request.csrf}
          stamp={stamp(secret, now())}
          form={form}
        />
      </ConsultationPage>
    );
    return reply.page(page, { status });
  }

  async function viewOf(item: PublicConsultation): Promise<ConsultationView> {
    const { content, files } = item.call;
    const phase = phaseOf(item, now());
    const documents = await Promise.all(
      content.documents.map(async (href) => {
        const found = await publicDocument(db, href.slice(LIBRARY_PATHS.document("").length));
        return { href, label: found ? `${documentName(found)}: ${found.abstract}` : href };
      }),
    );
    return {
      path: CONSULTATION_PATHS.one(item.slug),
      title: content.title,
      lead: content.lead,
      body: content.body,
      place: content.place,
      unit: item.unitName,
      approvedOn: formatDate(item.publishedAt),
      phase,
      window: windowWords(item, phase),
      extensions: (await extensionsOf(db, item.id)).map(({ closesAt, reason, at }) => ({
        until: formatDateTime(closesAt),
        on: formatDate(at),
        reason,
      })),
      files: files.map(({ hash, name, title, size }) => ({ href: attachmentAddress(hash, name), name, title, size })),
      documents,
      questions: content.questions,
      report: item.report && {
        report: item.report.content,
        approvedOn: formatDate(item.report.liveAt ?? item.publishedAt),
      },
    };
  }
}
