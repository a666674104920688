import type { FastifyInstance, FastifyRequest } from "fastify";
import type { DeskRoom } from "../desk/room.ts";
import { visitorOf } from "../desk/visitor.ts";
import { owedItems } from "../duties/items.queries.ts";
import { NotFound } from "../http/errors.ts";
import { EMPTY_FORM, type FormState, one, refusedForm } from "../http/form-state.ts";
import { addDays, dayOf } from "../kernel/clock.ts";
import { listDownloads } from "../lists/download.ts";
import { noteIncident, recordIncident } from "./commands/record-incident.ts";
import { recordViolation } from "./commands/record-violation.ts";
import { stepViolation } from "./commands/step-violation.ts";
import { readIncidents } from "./incidents.queries.ts";
import { VIOLATION_PATHS as PATHS } from "./paths.ts";
import { may, VIOLATION_PERMISSIONS } from "./permissions.ts";
import { violationSheet } from "./sheet.ts";
import { readViolations, type Violation } from "./violations.queries.ts";
import {
  AddIncidentPage,
  AddViolationPage,
  IncidentListPage,
  IncidentPage,
  type Suggestion,
  ViolationListPage,
  ViolationPage,
} from "./violations.view.tsx";

type ById = { Params: { id: string } };

/** How far back late items are offered as violations. */
const DAYS = 90;

const CONTROLS = {
  ...{ violationUnitUnknown: "don-vi", violationTypeUnknown: "loai", violationWhatMissing: "noi-dung" },
  ...{ violationDayInvalid: "ngay", violationWithoutEvidence: "bang-chung", violationSayWhy: "noi-dung" },
  ...{ violationOutcomeMissing: "ket-luan", incidentPointMissing: "diem", incidentWhatMissing: "noi-dung" },
  ...{ incidentDayInvalid: "ngay", incidentExhibitMissing: "chung-cu", incidentExhibitUnknown: "chung-cu" },
  incidentNoteMissing: "noi-dung",
};

/** Violations of units (Đ19.k2) and prohibited acts (Đ19.k3). */
export function violationDesk(app: FastifyInstance, desk: DeskRoom): void {
  const { portal } = desk;
  const { db, clock } = portal;

  app.get(PATHS.violations, may("violation.read"), async (request, reply) => {
    const { hat } = visitorOf(request).actor;
    const mayRecord = VIOLATION_PERMISSIONS["violation.record"].some((one) => one === hat);
    return reply.page(
      <ViolationListPage
        desk={await desk.frame(request, PATHS.violations)}
        rows={narrowed(await visible(request), request)}
        filter={filterOf(request)}
        units={await units()}
        suggestions={mayRecord ? await suggestions() : []}
        mayRecord={mayRecord}
        mayIncidents={VIOLATION_PERMISSIONS["incident.read"].some((one) => one === hat)}
        csvHref={`${PATHS.violations}.csv${new URL(request.url, "http://x").search}`}
      />,
    );
  });
  listDownloads(app, PATHS.violations, may("violation.read").config.may, async (request) =>
    violationSheet(narrowed(await visible(request), request)),
  );

  app.get(PATHS.addViolation, may("violation.record"), async (request, reply) => {
    const key = one(request.query, "muc");
    const late = key === "" ? undefined : (await suggestions()).find((item) => item.key === key);
    const typed = late
      ? {
          muc: key,
          "don-vi": late.unit,
          loai: "late",
          "noi-dung": `Trễ hạn: ${late.what}`,
          ngay: late.day,
          "bang-chung": late.href,
        }
      : { ngay: dayOf(clock.now()) };
    return reply.page(
      <AddViolationPage
        desk={await desk.frame(request, PATHS.violations)}
        form={{ ...EMPTY_FORM, typed }}
        units={await units()}
      />,
    );
  });

  app.post(PATHS.addViolation, may("violation.record"), async (request, reply) => {
    const { body } = request;
    const answer = await portal.act(visitorOf(request).by, recordViolation, {
      unit: one(body, "don-vi"),
      type: one(body, "loai"),
      what: one(body, "noi-dung"),
      day: one(body, "ngay"),
      evidence: one(body, "bang-chung"),
      source: one(body, "muc").slice(0, 200),
    });
    if (answer.ok) return reply.redirectAfterPost(`${PATHS.violation(answer.value.id)}?xong=ghi`);
    const names = ["don-vi", "loai", "noi-dung", "ngay", "bang-chung", "muc"];
    const form = refusedForm(body, names, [], answer.error, CONTROLS);
    return reply.page(
      <AddViolationPage desk={await desk.frame(request, PATHS.violations)} form={form} units={await units()} />,
      { status: 422 },
    );
  });

  app.get<ById>(PATHS.violation(":id"), may("violation.read"), async (request, reply) =>
    reply.page(await violationPage(request, EMPTY_FORM)),
  );

  app.post<ById>(PATHS.violation(":id"), may("violation.answer"), async (request, reply) => {
    const { body } = request;
    const { id } = request.params;
    const act = one(body, "buoc") === "conclude" ? "conclude" : "explain";
    const input = { violation: id, act, text: one(body, "noi-dung"), outcome: one(body, "ket-luan") } as const;
    const answer = await portal.act(visitorOf(request).by, stepViolation, input);
    if (answer.ok) return reply.redirectAfterPost(`${PATHS.violation(id)}?xong=${act}`);
    const form = refusedForm(body, ["noi-dung", "ket-luan"], [], answer.error, CONTROLS);
    return reply.page(await violationPage(request, form), { status: 422 });
  });

  app.get(PATHS.incidents, may("incident.read"), async (request, reply) =>
    reply.page(<IncidentListPage desk={await desk.frame(request, PATHS.violations)} rows={await readIncidents(db)} />),
  );

  app.get(PATHS.addIncident, may("incident.read"), async (request, reply) =>
    reply.page(await incidentForm(request, { ...EMPTY_FORM, typed: { ngay: dayOf(clock.now()) } })),
  );

  app.post(PATHS.addIncident, may("incident.read"), async (request, reply) => {
    const { body } = request;
    const answer = await portal.act(visitorOf(request).by, recordIncident, {
      clause: one(body, "diem"),
      what: one(body, "noi-dung"),
      day: one(body, "ngay"),
      unit: one(body, "don-vi") || null,
      exhibits: one(body, "chung-cu")
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
    });
    if (answer.ok) return reply.redirectAfterPost(`${PATHS.incident(answer.value.id)}?xong=1`);
    const names = ["diem", "noi-dung", "ngay", "don-vi", "chung-cu"];
    const form = refusedForm(body, names, [], answer.error, CONTROLS);
    return reply.page(await incidentForm(request, form), { status: 422 });
  });

  app.get<ById>(PATHS.incident(":id"), may("incident.read"), async (request, reply) =>
    reply.page(await incidentPage(request, request.params.id, EMPTY_FORM)),
  );

  app.post<ById>(PATHS.incident(":id"), may("incident.read"), async (request, reply) => {
    const { body } = request;
    const { id } = request.params;
    const input = { incident: id, text: one(body, "noi-dung"), isFinal: one(body, "ket-thuc") === "on" };
    const answer = await portal.act(visitorOf(request).by, noteIncident, input);
    if (answer.ok) return reply.redirectAfterPost(`${PATHS.incident(id)}?xong=1`);
    const form = refusedForm(body, ["noi-dung"], [], answer.error, CONTROLS);
    return reply.page(await incidentPage(request, id, form), { status: 422 });
  });

  async function units() {
    const rows = await db
      .selectFrom("unit")
      .select(["id", "name"])
      .where("kind", "<>", "leadership")
      .orderBy("position")
      .execute();
    return rows.map(({ id, name }) => ({ value: id, label: name }));
  }

  /** A unit's head reads of his own units. */
  async function visible(request: FastifyRequest): Promise<Violation[]> {
    const { hat, units: own } = visitorOf(request).actor;
    return (await readViolations(db)).filter(({ unit }) => hat !== "MEMBER" || own.includes(unit));
  }

  /** Late items of units of which nobody has made a record yet. */
  async function suggestions(): Promise<Suggestion[]> {
    const now = clock.now();
    const today = dayOf(now);
    const recorded = new Set((await readViolations(db)).map(({ sourceKey }) => sourceKey));
    const names = new Map((await units()).map(({ value, label }) => [value, label]));
    const items = await owedItems(db, { from: addDays(today, -DAYS), to: today, now });
    return items
      .filter(({ unit, standing, duty }) => unit !== null && names.has(unit) && LATE.includes(standing) && duty !== OWN)
      .map((item) => ({
        key: `${item.duty} ${item.term.period} ${item.subject || item.unit}`,
        unit: item.unit!,
        unitName: names.get(item.unit!)!,
        what: [item.rule.name, item.about].filter(Boolean).join(": "),
        day: dayOf(item.term.due),
        href: item.href,
      }))
      .filter(({ key }) => !recorded.has(key))
      .reverse();
  }

  async function violationPage(request: FastifyRequest, form: FormState) {
    const { id } = request.params as ById["Params"];
    const violation = (await visible(request)).find((one) => one.id === id);
    if (!violation) throw new NotFound(`No violation ${id}`);
    const { hat, units: own } = visitorOf(request).actor;
    const isOpen = violation.state === "waiting" || violation.state === "explained";
    const isTime = violation.state === "explained" || clock.now() > violation.explainDue;
    return (
      <ViolationPage
        desk={await desk.frame(request, PATHS.violations)}
        violation={violation}
        mayExplain={isOpen && hat === "MEMBER" && own.includes(violation.unit)}
        mayConclude={isOpen && isTime && hat === "DIRECTOR"}
        form={form}
        done={DONE[one(request.query, "xong")]}
      />
    );
  }

  const incidentForm = async (request: FastifyRequest, form: FormState) => (
    <AddIncidentPage desk={await desk.frame(request, PATHS.violations)} form={form} units={await units()} />
  );

  async function incidentPage(request: FastifyRequest, id: string, form: FormState) {
    const [incident] = await readIncidents(db, id);
    if (!incident) throw new NotFound(`No incident ${id}`);
    const isDone = one(request.query, "xong") === "1";
    return (
      <IncidentPage
        desk={await desk.frame(request, PATHS.violations)}
        incident={incident}
        form={form}
        isDone={isDone}
      />
    );
  }
}

const LATE: readonly string[] = ["late", "missed", "done-late"];
/** Being late with an explanation of a violation is no further violation. */
const OWN = "violation-explanation";

const filterOf = ({ query }: FastifyRequest) => ({
  unit: one(query, "don-vi"),
  type: one(query, "loai"),
  state: one(query, "tinh-trang"),
});

function narrowed(all: readonly Violation[], request: FastifyRequest): Violation[] {
  const { unit, type, state } = filterOf(request);
  return all.filter(
    (row) => (!unit || row.unit === unit) && (!type || row.type === type) && (!state || row.state === state),
  );
}

const DONE: Readonly<Record<string, string>> = {
  ghi: "Đã ghi vi phạm và báo trưởng đơn vị giải trình.",
  explain: "Đã gửi giải trình.",
  conclude: "Đã ghi kết luận.",
};
