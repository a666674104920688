import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { actorsOn } from "../board/actor.ts";
import { readRoster } from "../board/roster.queries.ts";
import type { DeskRoom } from "../desk/room.ts";
import { visitorOf } from "../desk/visitor.ts";
import { NotFound } from "../http/errors.ts";
import { EMPTY_FORM, type FormState, many, one, refusedForm } from "../http/form-state.ts";
import { addDays, type Day, dayOf } from "../kernel/clock.ts";
import type { Refusal } from "../kernel/result.ts";
import { listDownloads } from "../lists/download.ts";
import { PaperPage } from "../papers/paper.view.tsx";
import { paperToDocx } from "../papers/paper-docx.ts";
import { formatNumber } from "../ui/format.ts";
import { draftResult, isOutdated } from "./commands/draft-result.ts";
import { giveMark } from "./commands/mark.ts";
import { planInspection } from "./commands/plan-inspection.ts";
import { saveCriteria } from "./commands/save-criteria.ts";
import { type StepInput, stepInspection } from "./commands/step-inspection.ts";
import { CRITERION_SOURCES } from "./criterion-sources.ts";
import {
  type Inspection,
  inspectableUnits,
  inspectorsOn,
  loadInspection,
  loadInspections,
  readBelongings,
  readCriteria,
} from "./inspections.queries.ts";
import { CRITERIA_ROWS, CriteriaPage, InspectionListPage, PlanPage } from "./list.view.tsx";
import { scoresOf } from "./measure.ts";
import { minutesOf } from "./minutes.ts";
import { INSPECTION_MOVES, type InspectionAct } from "./moves.ts";
import { InspectionPage } from "./one.view.tsx";
import { INSPECTION_PATHS as PATHS } from "./paths.ts";
import { INSPECTION_PERMISSIONS, may } from "./permissions.ts";
import { PointPage } from "./ranking.view.tsx";
import { rankedUnits } from "./result-article.ts";
import { isInterested, stepRefusals } from "./rules.ts";
import { pointsOf, type Score } from "./scores.ts";
import { inspectionSheet, lineSheet } from "./sheet.ts";

type ById = { Params: { id: string } };
type ByPoint = { Params: { id: string; unit: string; criterion: string } };

const SAMPLE_SIZE = "5";
const PLAN_CONTROLS = {
  ...{ inspectionTypeUnknown: "loai", inspectionTitleMissing: "ten", inspectionDecisionMissing: "van-ban" },
  ...{ inspectionPeriodInverted: "den-ngay", inspectionYearlyTooLong: "den-ngay", inspectionNoUnit: "don-vi" },
  ...{ inspectionYearlyAllUnits: "don-vi", inspectionUnitUnknown: "don-vi", inspectionNoTeam: "nguoi" },
  ...{ inspectionMemberUnknown: "nguoi", inspectionUnitWithoutInspector: "nguoi" },
};
const CRITERIA_CONTROLS = {
  ...{ weightsNot100: "trong-so-1", weightInvalid: "trong-so-1", criterionTwice: "tieu-chi-1" },
  ...{ criterionNameMissing: "tieu-chi-1", criteriaDayInvalid: "tu-ngay", criteriaNameMissing: "ten" },
};
const STEP_CONTROLS = { inspectionSayWhy: "noi-dung", inspectionCategoryMissing: "chuyen-muc" };
const MARK_CONTROLS = {
  ...{ inspectionMarkOutOfRange: "diem", inspectionMarkUnexplained: "ghi-chu", inspectionFindingMissing: "ghi-chu" },
  ...{ inspectionOwnUnit: "don-vi-cham" },
};

/** Inspections on the desk (Đ22): list, order, criteria, one with its steps, the list behind a point, minutes. */
export function inspectionDesk(app: FastifyInstance, desk: DeskRoom): void {
  const { portal } = desk;
  const { db } = portal;
  const read = may("inspection.read");

  app.get(PATHS.list, read, async (request, reply) => {
    const filter = filterOf(request);
    const all = await visible(request);
    const { hat } = visitorOf(request).actor;
    return reply.page(
      <InspectionListPage
        desk={await desk.frame(request, PATHS.list)}
        rows={narrowed(all, request)}
        filter={filter}
        years={[...new Set(all.map(({ to }) => to.slice(0, 4)))]}
        mayPlan={INSPECTION_PERMISSIONS["inspection.plan"].some((one) => one === hat)}
        csvHref={`${PATHS.list}.csv${new URL(request.url, "http://x").search}`}
      />,
    );
  });
  listDownloads(app, PATHS.list, read.config.may, async (request) =>
    inspectionSheet(narrowed(await visible(request), request)),
  );

  app.get(PATHS.add, may("inspection.plan"), async (request, reply) => {
    const today = dayOf(portal.clock.now());
    const year = Number(today.slice(0, 4));
    const [from, to] = [`${year - 1}-12-01`, [`${year}-11-30`, addDays(today, -1)].sort()[0]!];
    const typed = {
      ...{ loai: "yearly", ten: `Đánh giá tổ chức hoạt động, sử dụng Cổng năm ${year}`, "so-bai": SAMPLE_SIZE },
      ...{ "tu-ngay": from, "den-ngay": to },
    };
    const ticked = { "don-vi": (await inspectableUnits(db, from, to)).map(({ id }) => id) };
    return reply.page(await planPage(request, { ...EMPTY_FORM, typed, ticked }));
  });

  app.post(PATHS.add, may("inspection.plan"), async (request, reply) => {
    const { body } = request;
    const lead = one(body, "truong-doan");
    const team = many(body, "nguoi");
    const answer = await portal.act(visitorOf(request).by, planInspection, {
      type: one(body, "loai"),
      title: one(body, "ten"),
      decision: one(body, "van-ban"),
      from: one(body, "tu-ngay"),
      to: one(body, "den-ngay"),
      units: many(body, "don-vi"),
      team: lead ? [lead, ...team.filter((person) => person !== lead)] : team,
      sampleSize: Number(one(body, "so-bai")),
    });
    if (answer.ok) return reply.redirectAfterPost(`${PATHS.one(answer.value.id)}?xong=plan`);
    const names = ["loai", "ten", "van-ban", "tu-ngay", "den-ngay", "truong-doan", "so-bai"];
    const form = refusedForm(body, names, ["don-vi", "nguoi"], answer.error, PLAN_CONTROLS);
    return reply.page(await planPage(request, form), { status: 422 });
  });

  app.get(PATHS.criteria, read, async (request, reply) => reply.page(await criteriaPage(request, null)));

  app.post(PATHS.criteria, may("criteria.change"), async (request, reply) => {
    const { body } = request;
    const rows = Array.from({ length: CRITERIA_ROWS }, (_, place) => place + 1);
    const filled = rows.filter((row) => one(body, `tieu-chi-${row}`) || one(body, `trong-so-${row}`));
    const answer = await portal.act(visitorOf(request).by, saveCriteria, {
      name: one(body, "ten"),
      from: one(body, "tu-ngay"),
      criteria: filled.map((row) => {
        const source = one(body, `cach-${row}`);
        return {
          name: one(body, `tieu-chi-${row}`),
          weight: Number(one(body, `trong-so-${row}`) || Number.NaN),
          source,
          guide: CRITERION_SOURCES.find(({ key }) => key === source)?.how ?? "",
        };
      }),
    });
    if (answer.ok) return reply.redirectAfterPost(`${PATHS.criteria}?xong=1`);
    const names = rows.flatMap((row) => [`tieu-chi-${row}`, `trong-so-${row}`, `cach-${row}`]);
    const form = refusedForm(body, ["ten", "tu-ngay", ...names], [], answer.error, CRITERIA_CONTROLS);
    return reply.page(await criteriaPage(request, form), { status: 422 });
  });

  app.get<ById>(PATHS.one(":id"), read, async (request, reply) =>
    reply.page(await inspectionPage(request, await found(request, request.params.id), EMPTY_FORM)),
  );

  app.post<ById>(PATHS.step(":id"), may("inspection.step"), async (request, reply) => {
    const { body } = request;
    const { id } = request.params;
    const act = one(body, "buoc");
    const { by } = visitorOf(request);
    const answer =
      act === "draft"
        ? await portal.act(by, draftResult, { inspection: id, category: one(body, "chuyen-muc") })
        : await portal.act(by, stepInspection, stepFrom(id, act, body));
    if (answer.ok) return reply.redirectAfterPost(`${PATHS.one(id)}?xong=${act}`);
    return again(request, reply, id, answer.error, ["buoc", "don-vi", "noi-dung", "tieu-chi", "dat", "chuyen-muc"], {
      ...STEP_CONTROLS,
      inspectionSayWhy: `noi-dung-${act}`,
    });
  });

  app.post<ById>(PATHS.mark(":id"), may("inspection.step"), async (request, reply) => {
    const { body } = request;
    const { id } = request.params;
    const value = one(body, "diem");
    const criterion = one(body, "tieu-chi");
    const article = one(body, "bai") || null;
    const answer = await portal.act(visitorOf(request).by, giveMark, {
      inspection: id,
      unit: one(body, "don-vi"),
      criterion: article ? "" : criterion,
      article,
      value: criterion === "" && article === null ? null : value === "" ? null : Number(value),
      note: one(body, "ghi-chu"),
    });
    if (answer.ok) return reply.redirectAfterPost(`${PATHS.one(id)}?xong=mark`);
    return again(request, reply, id, answer.error, ["don-vi", "tieu-chi", "diem", "ghi-chu"], MARK_CONTROLS, "mark");
  });

  const pointPath = PATHS.points(":id", ":unit", ":criterion");
  app.get<ByPoint>(pointPath, read, async (request, reply) => {
    const { inspection, score, name, unit } = await point(request);
    const criterion = inspection.set.criteria.find(({ key }) => key === score.criterion)!;
    const path = PATHS.points(inspection.id, score.unit, score.criterion);
    return reply.page(
      <PointPage
        desk={await desk.frame(request, PATHS.list)}
        title={`${name}: ${unit}`}
        lead={`${formatNumber(pointsOf(score))} trên ${score.weight} điểm (đạt ${score.reached}%).`}
        how={criterion.guide}
        lines={score.lines}
        back={{ href: PATHS.one(inspection.id), label: "Cuộc kiểm tra" }}
        csvHref={`${path}.csv`}
        path={path}
      />,
    );
  });
  listDownloads(app, pointPath, read.config.may, async (request) => lineSheet((await point(request)).score.lines));

  app.get<{ Params: { id: string; article: string } }>(
    PATHS.article(":id", ":article"),
    read,
    async (request, reply) => {
      const edition = await db
        .selectFrom("edition")
        .select("id")
        .where("article_id", "=", request.params.article)
        .orderBy("number", "desc")
        .executeTakeFirst();
      if (!edition) throw new NotFound(`No article ${request.params.article}`);
      return reply.redirect(`/ban-bien-tap/bai/${edition.id}`);
    },
  );

  app.get<ById>(PATHS.minutes(":id"), read, async (request, reply) => {
    const inspection = await found(request, request.params.id);
    const { assets } = await desk.frame(request);
    return reply.page(
      <PaperPage
        paper={await minutes(request, inspection)}
        css={assets.css}
        back={{ href: PATHS.one(inspection.id), label: "Về cuộc kiểm tra" }}
        word={`${PATHS.minutes(inspection.id)}.docx`}
      />,
    );
  });
  app.get<ById>(`${PATHS.minutes(":id")}.docx`, read, async (request, reply) => {
    const inspection = await found(request, request.params.id);
    return reply
      .type("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
      .headers({ "Content-Disposition": 'attachment; filename="bien-ban-kiem-tra.docx"', "Cache-Control": "no-cache" })
      .send(Buffer.from(await paperToDocx(await minutes(request, inspection))));
  });

  /** The minutes as this visitor may read them: a unit's head gets his unit's part until the conclusion. */
  async function minutes(request: FastifyRequest, inspection: Inspection) {
    const today = dayOf(portal.clock.now());
    const director = actorsOn(await readRoster(db, today), today).find(({ hat }) => hat === "DIRECTOR");
    const name = director
      ? await db.selectFrom("person").select("full_name").where("id", "=", director.person).executeTakeFirst()
      : undefined;
    return minutesOf(
      reduced(inspection, seenUnits(request, inspection)),
      await portal.settings(),
      name?.full_name ?? "",
      inspection.units,
    );
  }

  /** What a visitor may know of: a unit's head only inspections of his units. */
  async function visible(request: FastifyRequest): Promise<Inspection[]> {
    return (await loadInspections(db)).filter((one) => seenUnits(request, one).length > 0);
  }

  async function found(request: FastifyRequest, id: string): Promise<Inspection> {
    const inspection = await loadInspection(db, id);
    if (!inspection || seenUnits(request, inspection).length === 0) throw new NotFound(`No inspection ${id}`);
    return inspection;
  }

  async function point(request: FastifyRequest) {
    const { id, unit, criterion } = request.params as ByPoint["Params"];
    const inspection = await found(request, id);
    const scores = await shownScores(inspection);
    const score = scores.find((one) => one.unit === unit && one.criterion === criterion);
    if (!score || !seenUnits(request, inspection).includes(unit)) throw new NotFound(`No score ${unit} ${criterion}`);
    const name = inspection.set.criteria.find(({ key }) => key === criterion)?.name ?? "";
    return { inspection, score, name, unit: inspection.units.find((one) => one.id === unit)?.name ?? "" };
  }

  async function shownScores(inspection: Inspection): Promise<readonly Score[]> {
    return isKept(inspection) ? inspection.versions.at(-1)!.scores : scoresOf(db, inspection, portal.clock.now());
  }

  async function again(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    refusals: readonly Refusal[],
    names: readonly string[],
    controls: Readonly<Record<string, string>>,
    act?: string,
  ) {
    const form = refusedForm(request.body, names, [], refusals, controls);
    const said = form.errors[`noi-dung-${form.typed.buoc}`];
    const shown = {
      ...form,
      typed: { ...form.typed, ...(act ? { buoc: act } : {}) },
      errors: { ...form.errors, ...(said ? { "noi-dung": said } : {}) },
    };
    return reply.page(await inspectionPage(request, await found(request, id), shown), { status: 422 });
  }

  async function inspectionPage(request: FastifyRequest, inspection: Inspection, form: FormState) {
    const { actor } = visitorOf(request);
    const seen = seenUnits(request, inspection);
    const scores = await shownScores(inspection);
    const shown = { ...inspection, units: inspection.units.filter(({ id }) => seen.includes(id)) };
    const kept = isKept(inspection);
    // Ranked among all units; a head sees his own line until the conclusion.
    const versions = [{ ...(inspection.versions.at(-1) ?? EMPTY_VERSION), scores }];
    const ranked = rankedUnits({ units: inspection.units, versions }).filter(({ unit }) => seen.includes(unit.id));
    const belongings = await readBelongings(db);
    const standing = {
      state: inspection.state,
      team: inspection.team.map(({ id }) => id),
      units: inspection.units.map(({ id }) => id),
    };
    const fits = (act: InspectionAct, unit: string | null) =>
      stepRefusals(standing, act, actor, { unit, interested: false, text: "đủ mười ký tự" }).length === 0;
    const option = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
    const explainable = shown.units.filter(({ id }) => actor.units.includes(id) && fits("explain", id)).map(option);
    const markable = shown.units
      .filter(({ id }) => fits("mark", id) && !isInterested(belongings, actor.person, id, inspection.from))
      .map(option);
    const offers = INSPECTION_MOVES.map(({ act }) => act).filter((act) =>
      act === "explain" ? explainable.length > 0 : act === "mark" ? markable.length > 0 : fits(act, null),
    );
    const categories = await db.selectFrom("category").select(["id", "name"]).orderBy("position").execute();
    return (
      <InspectionPage
        desk={await desk.frame(request, PATHS.list)}
        inspection={inspection}
        units={inspection.isDrawn || kept || inspection.to < dayOf(portal.clock.now()) ? ranked : []}
        scores={scores}
        isKept={kept}
        offers={offers}
        markable={markable}
        explainable={explainable}
        categories={categories.map(option)}
        isOutdated={isOutdated(inspection)}
        form={form}
        done={DONE[one(request.query, "xong")]}
      />
    );
  }

  async function planPage(request: FastifyRequest, form: FormState) {
    const today = dayOf(portal.clock.now());
    return (
      <PlanPage
        desk={await desk.frame(request, PATHS.list)}
        form={form}
        units={(await inspectableUnits(db, today, today)).map(({ id, name }) => ({ value: id, label: name }))}
        inspectors={(await inspectorsOn(db, today)).map(({ id, name, position }) => ({
          value: id,
          label: `${name}, ${position}`,
        }))}
      />
    );
  }

  async function criteriaPage(request: FastifyRequest, refused: FormState | null) {
    const sets = await readCriteria(db);
    return (
      <CriteriaPage
        desk={await desk.frame(request, PATHS.list)}
        sets={sets}
        sources={CRITERION_SOURCES.map(({ key, name }) => ({ value: key, label: `Cổng tính: ${name}` }))}
        form={refused ?? { ...EMPTY_FORM, typed: typedOf(sets.at(-1)?.criteria ?? [], dayOf(portal.clock.now())) }}
        mayChange={INSPECTION_PERMISSIONS["criteria.change"].some((hat) => hat === visitorOf(request).actor.hat)}
        isDone={one(request.query, "xong") === "1"}
      />
    );
  }
}

const EMPTY_VERSION = {
  version: 0,
  kind: "presented",
  notice: "",
  at: "",
  scores: [],
  authors: [],
  digest: "",
} as const;

/** Whether the scores shown are those of a version; while the team works they are counted anew. */
const isKept = ({ state, versions }: Inspection): boolean => state !== "OPEN" && versions.length > 0;

/** Units whose part of an inspection a visitor may read: a head his own, and all once it is concluded. */
function seenUnits(request: FastifyRequest, { units, state }: Inspection): string[] {
  const { hat, units: own } = visitorOf(request).actor;
  const ids = units.map(({ id }) => id);
  return hat === "MEMBER" && state !== "CONCLUDED" ? ids.filter((id) => own.includes(id)) : ids;
}

/** The inspection with nothing of units that may not be read. */
function reduced(inspection: Inspection, seen: readonly string[]): Inspection {
  const has = (unit: string | null) => unit === null || seen.includes(unit);
  return {
    ...inspection,
    units: inspection.units.filter(({ id }) => has(id)),
    sample: inspection.sample.filter(({ unit }) => has(unit)),
    marks: inspection.marks.filter(({ unit_id }) => has(unit_id)),
    moves: inspection.moves.filter(({ unit_id }) => has(unit_id)),
  };
}

const filterOf = ({ query }: FastifyRequest) => ({
  type: one(query, "loai"),
  state: one(query, "tinh-trang"),
  year: one(query, "nam"),
});

function narrowed(all: readonly Inspection[], request: FastifyRequest): Inspection[] {
  const { type, state, year } = filterOf(request);
  return all.filter(
    (row) => (!type || row.type === type) && (!state || row.state === state) && (!year || row.to.startsWith(year)),
  );
}

function stepFrom(inspection: string, act: string, body: unknown): StepInput {
  const step = STEPS.find((known) => known === act);
  if (!step) throw new NotFound(`No step ${act}`);
  const reached = one(body, "dat");
  return {
    inspection,
    act: step,
    unit: one(body, "don-vi"),
    text: one(body, "noi-dung"),
    criterion: one(body, "tieu-chi"),
    ...(reached === "" ? {} : { reached: Number(reached) }),
  };
}

const STEPS = ["draw", "present", "explain", "rework", "conclude", "correct", "cancel"] as const;

function typedOf(criteria: readonly { name: string; weight: number; source: string }[], today: Day) {
  const rows = criteria.flatMap(({ name, weight, source }, place): [string, string][] => [
    [`tieu-chi-${place + 1}`, name],
    [`trong-so-${place + 1}`, String(weight)],
    [`cach-${place + 1}`, source],
  ]);
  return Object.fromEntries([...rows, ["tu-ngay", today]]);
}

const DONE: Readonly<Record<string, string>> = {
  plan: "Đã lập cuộc kiểm tra và báo cho người được cử.",
  draw: "Đã rút mẫu bài.",
  mark: "Đã ghi.",
  present: "Đã chốt điểm và đề nghị các đơn vị giải trình.",
  explain: "Đã gửi giải trình.",
  rework: "Đã mở lại để kiểm tra.",
  conclude: "Đã kết luận. Thư ký soạn bài công khai.",
  draft: "Đã soạn bài công khai: mở ở trang “Tất cả bài” để sửa và gửi theo bốn bước.",
  correct: "Đã đính chính điểm có thông báo.",
  cancel: "Đã hủy cuộc kiểm tra.",
};
