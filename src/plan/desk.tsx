import type { FastifyInstance, FastifyRequest } from "fastify";
import type { DeskRoom } from "../desk/room.ts";
import { visitorOf } from "../desk/visitor.ts";
import { NotFound } from "../http/errors.ts";
import { EMPTY_FORM, type FormState, many, one, refusedForm } from "../http/form-state.ts";
import { dayOf } from "../kernel/clock.ts";
import { listDownloads } from "../lists/download.ts";
import { sheetOf } from "../lists/sheet.ts";
import { loadEdition } from "../newsroom/editions.queries.ts";
import { canSee } from "../newsroom/visibility.ts";
import { decidePlan } from "./commands/decide-plan.ts";
import { linkArticles } from "./commands/link-articles.ts";
import { type PlanProposal, proposePlan } from "./commands/propose-plan.ts";
import { PLAN_PATHS } from "./paths.ts";
import { daysOf, type Period, periodsAhead, periodWords, readPeriod } from "./period.ts";
import { PLAN_PERMISSIONS } from "./permissions.ts";
import {
  articlesOf,
  isOver,
  linkedArticles,
  type Plan,
  type PlanArticle,
  progressOf,
  readPlan,
  readPlans,
} from "./plan.queries.ts";
import { PlanListPage, PlanPage, ThemePage } from "./plan.view.tsx";
import { PlanFormPage, ROWS } from "./plan-form.view.tsx";
import { decidesUnder, type Theme } from "./rules.ts";

interface OfPlan {
  Params: { ky: string };
}
interface OfTheme {
  Params: { ky: string; chuDe: string };
}

const DONE: Readonly<Record<string, string>> = {
  "de-nghi": "Đã gửi đề nghị; người quyết định đã được báo.",
  decided: "Đã quyết định kế hoạch.",
  returned: "Đã trả lại bản đề nghị.",
  bai: "Đã ghi các bài của chủ đề.",
};

/** Plans of the board: proposed, decided, and what was published of them (Đ8.k2.g2, Đ9.k2, Đ21.k2). */
export function planDesk(app: FastifyInstance, { portal, frame }: DeskRoom): void {
  const { db } = portal;
  const now = () => portal.clock.now();
  const may = (permission: keyof typeof PLAN_PERMISSIONS) => ({ config: { may: permission } });
  const holds = (permission: keyof typeof PLAN_PERMISSIONS, request: FastifyRequest) =>
    PLAN_PERMISSIONS[permission].some((hat) => hat === visitorOf(request).actor.hat);

  async function listed() {
    const rows = [];
    for (const { period, inForce, proposed } of await readPlans(db)) {
      const themes = inForce ? await progressOf(db, period, inForce.themes) : [];
      rows.push({
        period,
        name: periodWords(period),
        isOver: isOver(period, now()),
        isInForce: inForce !== null,
        isProposed: proposed !== null,
        themes: themes.length,
        filled: themes.filter(({ target, published }) => published.length >= target).length,
      });
    }
    return rows;
  }

  app.get(PLAN_PATHS.home, may("plan.read"), async (request, reply) =>
    reply.page(
      <PlanListPage
        desk={await frame(request, PLAN_PATHS.home)}
        plans={await listed()}
        mayPropose={holds("plan.propose", request)}
      />,
    ),
  );

  listDownloads(app, PLAN_PATHS.home, "plan.read", async () => {
    const rows = [];
    for (const { period, inForce } of await readPlans(db))
      for (const theme of inForce ? await progressOf(db, period, inForce.themes) : []) rows.push({ period, ...theme });
    return sheetOf(
      "ke-hoach-tuyen-truyen",
      "Kế hoạch",
      [
        { label: "Kỳ", value: ({ period }) => periodWords(period) },
        { label: "Chủ đề", value: ({ name }) => name },
        { label: "Đơn vị phụ trách", value: ({ unitName }) => unitName },
        { label: "Số bài cần có", kind: "number", value: ({ target }) => target },
        { label: "Đã đăng", kind: "number", value: ({ published }) => published.length },
        { label: "Đang làm", kind: "number", value: ({ coming }) => coming.length },
      ],
      rows,
    );
  });

  app.get(PLAN_PATHS.create, may("plan.propose"), async (request, reply) =>
    reply.page(await formPage(request, null, EMPTY_FORM)),
  );

  app.post(PLAN_PATHS.create, may("plan.propose"), async (request, reply) => {
    const period = readPeriod(one(request.body, "ky"));
    const answer = await portal.act(visitorOf(request).by, proposePlan, proposalIn(request.body, period));
    if (answer.ok) return reply.redirectAfterPost(`${PLAN_PATHS.plan(answer.value.period)}?xong=de-nghi`);
    return reply.page(await formPage(request, null, refusedPlan(request.body, answer.error)), { status: 422 });
  });

  app.get<OfPlan>(PLAN_PATHS.edit(":ky"), may("plan.propose"), async (request, reply) =>
    reply.page(await formPage(request, await planNamed(request.params.ky), EMPTY_FORM)),
  );

  app.post<OfPlan>(PLAN_PATHS.edit(":ky"), may("plan.propose"), async (request, reply) => {
    const plan = await planNamed(request.params.ky);
    const answer = await portal.act(visitorOf(request).by, proposePlan, proposalIn(request.body, plan.period));
    if (answer.ok) return reply.redirectAfterPost(`${PLAN_PATHS.plan(plan.period)}?xong=de-nghi`);
    return reply.page(await formPage(request, plan, refusedPlan(request.body, answer.error)), { status: 422 });
  });

  app.get<OfPlan>(PLAN_PATHS.plan(":ky"), may("plan.read"), async (request, reply) =>
    reply.page(await planPage(request, await planNamed(request.params.ky), EMPTY_FORM)),
  );

  app.post<OfPlan>(PLAN_PATHS.decide(":ky"), may("plan.decide"), async (request, reply) => {
    const { body } = request;
    const plan = await planNamed(request.params.ky);
    const outcome = one(body, "viec") === "tra-lai" ? "returned" : "decided";
    const answer = await portal.act(visitorOf(request).by, decidePlan, {
      period: plan.period,
      version: wholeNumber(one(body, "ban")),
      outcome,
      note: one(body, "ly-do"),
      number: one(body, "so"),
    });
    if (answer.ok) return reply.redirectAfterPost(`${PLAN_PATHS.plan(plan.period)}?xong=${outcome}`);
    const form = refusedForm(body, ["ly-do", "so"], [], answer.error, { planNoteMissing: "ly-do" });
    return reply.page(await planPage(request, plan, form), { status: 422 });
  });

  app.get<OfTheme>(PLAN_PATHS.theme(":ky", ":chuDe"), may("plan.read"), async (request, reply) =>
    reply.page(await themePage(request, EMPTY_FORM)),
  );

  app.post<OfTheme>(PLAN_PATHS.theme(":ky", ":chuDe"), may("plan.link"), async (request, reply) => {
    const { ky, chuDe } = request.params as OfTheme["Params"];
    const plan = await planNamed(ky);
    const input = {
      period: plan.period,
      theme: chuDe,
      offered: many(request.body, "co"),
      ticked: many(request.body, "bai"),
    };
    const answer = await portal.act(visitorOf(request).by, linkArticles, input);
    if (answer.ok) return reply.redirectAfterPost(`${PLAN_PATHS.plan(plan.period)}?xong=bai`);
    return reply.page(await themePage(request, refusedForm(request.body, [], ["bai"], answer.error, {})), {
      status: 422,
    });
  });

  async function planNamed(text: string): Promise<Plan> {
    const period = readPeriod(text);
    const plan = period === null ? null : await readPlan(db, period);
    if (!plan) throw new NotFound(`No plan for ${text}`);
    return plan;
  }

  const unitOptions = () =>
    db
      .selectFrom("unit")
      .select(["id as value", "name as label"])
      .where("active_to", "is", null)
      .orderBy("position")
      .orderBy("name")
      .execute();

  async function formPage(request: FastifyRequest, plan: Plan | null, form: FormState) {
    const taken = new Set((await readPlans(db)).map(({ period }) => period));
    const base = plan?.versions[0] ?? null;
    return (
      <PlanFormPage
        desk={await frame(request, PLAN_PATHS.home)}
        period={plan?.period ?? null}
        periods={periodsAhead(dayOf(now()))
          .filter((period) => !taken.has(period))
          .map((value) => ({ value, label: capital(periodWords(value)) }))}
        units={await unitOptions()}
        seen={base?.version ?? 0}
        form={form.items.length > 0 || base === null ? form : { ...form, typed: typedOf(base) }}
      />
    );
  }

  async function planPage(request: FastifyRequest, plan: Plan, form: FormState) {
    const { actor } = visitorOf(request);
    const { period, inForce, proposed } = plan;
    const units = new Map((await unitOptions()).map(({ value, label }) => [value, label]));
    const over = isOver(period, now());
    return (
      <PlanPage
        desk={await frame(request, PLAN_PATHS.home)}
        plan={plan}
        name={periodWords(period)}
        days={daysOf(period)}
        isOver={over}
        progress={inForce ? await progressOf(db, period, inForce.themes) : []}
        unitName={(unit) => (unit === null ? "Các đơn vị" : (units.get(unit) ?? ""))}
        mayPropose={holds("plan.propose", request) && !over}
        mayDecide={proposed !== null && decidesUnder(actor).may && !over}
        form={form}
        done={DONE[one(request.query, "xong")]}
      />
    );
  }

  async function themePage(request: FastifyRequest, form: FormState) {
    const { ky, chuDe } = request.params as OfTheme["Params"];
    const plan = await planNamed(ky);
    const theme = plan.inForce?.themes.find(({ key }) => key === chuDe);
    if (!theme) throw new NotFound(`No theme ${chuDe} in the plan in force`);
    const [progress] = await progressOf(db, plan.period, [theme]);
    const { actor } = visitorOf(request);
    const isMine = ({ authorId }: PlanArticle) => actor.hat === "SECRETARY" || authorId === actor.person;
    const offered = (await articlesOf(db, plan.period)).filter(isMine);
    const linked = (await linkedArticles(db, plan.period)).get(theme.key) ?? [];
    return (
      <ThemePage
        desk={await frame(request, PLAN_PATHS.home)}
        period={plan.period}
        name={periodWords(plan.period)}
        theme={progress!}
        shown={await visible(request, [...progress!.published, ...progress!.coming])}
        offered={await visible(request, offered)}
        ticked={form.items.length > 0 ? (form.ticked.bai ?? []) : linked}
        form={form}
      />
    );
  }

  /** What is public, and of the rest what this person may read at the desk. */
  async function visible(request: FastifyRequest, articles: readonly PlanArticle[]): Promise<PlanArticle[]> {
    const { actor } = visitorOf(request);
    const seen: PlanArticle[] = [];
    for (const article of articles) {
      if (article.publishedAt !== null) seen.push(article);
      else {
        const loaded = await loadEdition(db, article.edition);
        if (loaded && canSee(loaded.facts, actor)) seen.push(article);
      }
    }
    return seen;
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const wholeNumber = (text: string): number => Number(/^\d{1,6}$/.exec(text)?.[0] ?? "0");

const LINES = Array.from({ length: ROWS }, (_, place) => place);

/** Lines of the form; one without name and number was left empty. */
function proposalIn(body: unknown, period: Period | null): PlanProposal {
  const themes = LINES.map((place) => ({
    key: one(body, `ma-${place}`),
    name: one(body, `chu-de-${place}`),
    unit: one(body, `don-vi-${place}`) || null,
    target: wholeNumber(one(body, `so-bai-${place}`)),
    isEmpty: one(body, `chu-de-${place}`) === "" && one(body, `so-bai-${place}`) === "",
  }));
  return {
    period,
    orientation: one(body, "dinh-huong"),
    themes: themes.filter(({ isEmpty }) => !isEmpty).map(({ isEmpty: _, ...theme }) => theme),
    seen: wholeNumber(one(body, "ban")),
  };
}

const FIELDS = [
  "ky",
  "dinh-huong",
  ...LINES.flatMap((place) => ["ma", "chu-de", "don-vi", "so-bai"].map((name) => `${name}-${place}`)),
];

function refusedPlan(body: unknown, refusals: Parameters<typeof refusedForm>[3]): FormState {
  return refusedForm(body, FIELDS, [], refusals, {
    planPeriodInvalid: "ky",
    planPeriodOver: "ky",
    planOrientationMissing: "dinh-huong",
    planThemesMissing: "chu-de-0",
  });
}

function typedOf({ orientation, themes }: { orientation: string; themes: readonly Theme[] }): Record<string, string> {
  return {
    "dinh-huong": orientation,
    ...Object.fromEntries(
      themes.flatMap(({ key, name, unit, target }, place): [string, string][] => [
        [`ma-${place}`, key],
        [`chu-de-${place}`, name],
        [`don-vi-${place}`, unit ?? ""],
        [`so-bai-${place}`, String(target)],
      ]),
    ),
  };
}
