import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { mayWrite } from "../about/rules.ts";
import { explained } from "../desk/record-state.ts";
import type { DeskRoom } from "../desk/room.ts";
import { visitorOf } from "../desk/visitor.ts";
import { one, type Typed } from "../http/form-state.ts";
import type { Refusal } from "../kernel/result.ts";
import { phaseOf } from "./call.ts";
import { saveReport } from "./commands/save-report.ts";
import { type Consultation, publicConsultation } from "./consultations.queries.ts";
import { commonView, itemOf, pastOf, roadOf } from "./desk-frame.ts";
import { ReportPage } from "./desk-report.view.tsx";
import { countsOf } from "./opinions.queries.ts";
import { CONSULTATION_PATHS } from "./paths.ts";
import { may } from "./permissions.ts";
import type { Report, TypedGroup } from "./report.ts";

type ById = { Params: { id: string } };

const CONTROLS: Readonly<Record<string, string>> = { pageReasonMissing: "ly-do" };

/** Shows the report of a consultation again after a step with it was refused. */
export type ShowReport = (
  request: FastifyRequest,
  reply: FastifyReply,
  item: Consultation,
  refusals: readonly Refusal[],
  reason: string,
) => Promise<unknown>;

/** The desk's page of what became of the opinions: counted, written, and sent on its road. */
export function reportPages(app: FastifyInstance, desk: DeskRoom): ShowReport {
  const { portal } = desk;
  const path = CONSULTATION_PATHS.report(":id");

  app.get<ById>(path, may("consultation.read"), async (request, reply) => {
    const item = await itemOf(desk, request.params.id);
    return page(request, reply, item, { typed: typedOf(item), refusals: [], reason: "" }, 200);
  });

  app.post<ById>(path, may("consultation.write"), async (request, reply) => {
    const item = await itemOf(desk, request.params.id);
    const { body } = request;
    const groups = sentGroups(body);
    const input = { id: item.id, lead: one(body, "tom-tat"), groups };
    const answer = await portal.act(visitorOf(request).by, saveReport, input);
    if (answer.ok) return reply.redirectAfterPost(`${CONSULTATION_PATHS.report(item.id)}?xong=luu`);
    const typed = { "tom-tat": input.lead, ...byTopic(groups) };
    return page(request, reply, item, { typed, refusals: answer.error, reason: "" }, 422);
  });

  interface Shown {
    /** `tom-tat`, and the parts of each group under its topic. */
    readonly typed: Typed;
    readonly refusals: readonly Refusal[];
    readonly reason: string;
  }

  async function page(
    request: FastifyRequest,
    reply: FastifyReply,
    item: Consultation,
    { typed, refusals, reason }: Shown,
    status: number,
  ) {
    const live = await publicConsultation(portal.db, { id: item.id });
    const isClosed = live !== null && phaseOf(live, portal.clock.now()) === "closed";
    const counted = isClosed ? await countsOf(portal.db, item.id, live.call.content.questions) : null;
    const { items, errors } = explained(refusals, CONTROLS);
    const state = item.report?.state;
    const view = {
      ...(await commonView(desk, request, item, "report", items)),
      id: item.id,
      counts: counted?.counts ?? null,
      unjudged: counted?.unjudged ?? 0,
      typed: placed(typed, counted?.counts.topics.map(({ topic }) => topic) ?? []),
      errors,
      road: roadOf(request, item, "report", { reason, error: errors["ly-do"] }),
      report: item.report?.content ?? null,
      isOpen: state !== "AWAITING_HEAD" && state !== "AWAITING_CHIEF" && mayWrite(visitorOf(request).actor, item.unit),
      moves: await pastOf(desk, item, "report"),
    };
    return reply.page(<ReportPage view={view} />, { status });
  }

  return (request, reply, item, refusals, reason) =>
    page(request, reply, item, { typed: typedOf(item), refusals, reason }, 422);
}

const PARTS = ["y", "ket-qua", "tra-loi"] as const;

function sentGroups(body: unknown): TypedGroup[] {
  const names = Object.keys((body ?? {}) as object).filter((name) => /^nhom-\d{1,4}$/.test(name));
  return names.map((name) => {
    const number = name.slice("nhom-".length);
    const [gist, outcome, reply] = PARTS.map((part) => one(body, `${part}-${number}`));
    return { topic: one(body, name), gist: gist!, outcome: outcome!, reply: reply! };
  });
}

const byTopic = (groups: readonly TypedGroup[]): Typed =>
  Object.fromEntries(
    groups.flatMap(({ topic, gist, outcome, reply }) =>
      [gist, outcome, reply].map((value, place) => [`${PARTS[place]!} ${topic}`, value]),
    ),
  );

const typedOf = ({ report }: Consultation): Typed =>
  report ? { "tom-tat": report.content.lead, ...byTopic(groupsOf(report.content)) } : {};

const groupsOf = ({ groups }: Report): TypedGroup[] =>
  groups.map(({ topic, gist, outcome, reply }) => ({ topic, gist, outcome, reply }));

/** What was typed of each group beside the place where it stands now: groups come and go while opinions are judged. */
const placed = (typed: Typed, topics: readonly string[]): Typed =>
  Object.fromEntries([
    ["tom-tat", typed["tom-tat"] ?? ""],
    ...topics.flatMap((topic, place) =>
      PARTS.map((part) => [`${part}-${place + 1}`, typed[`${part} ${topic}`] ?? ""] as const),
    ),
  ]);
