import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isPageAct } from "../about/page-moves.ts";
import { mayWrite } from "../about/rules.ts";
import { contentFrom } from "../desk/record-fields.ts";
import { EMPTY_RECORD, explained, type RecordState, readRecord } from "../desk/record-state.ts";
import type { DeskRoom } from "../desk/room.ts";
import { visitorOf } from "../desk/visitor.ts";
import { NotFound } from "../http/errors.ts";
import { one } from "../http/form-state.ts";
import { fromLocalInput, toLocalInput } from "../kernel/clock.ts";
import { attachmentAddress } from "../media/addresses.ts";
import { formatDateTime } from "../ui/format.ts";
import { callFrom, phaseOf, questionFields, typedFrom } from "./call.ts";
import { moveText } from "./commands/move-text.ts";
import { type SaveCall, saveCall } from "./commands/save-call.ts";
import { allConsultations, type Consultation, type Part, publicConsultations } from "./consultations.queries.ts";
import { CallPage } from "./desk-call.view.tsx";
import { commonView, itemOf, pastOf, roadOf } from "./desk-frame.ts";
import { ConsultationListPage } from "./desk-list.view.tsx";
import { opinionPages } from "./desk-opinions.tsx";
import { reportPages, type ShowReport } from "./desk-report.tsx";
import { opinionNumbers } from "./opinions.queries.ts";
import { CONSULTATION_PATHS } from "./paths.ts";
import { CONSULTATION_PERMISSIONS, may } from "./permissions.ts";

type ById = { Params: { id: string } };

const UPLOAD = { config: { ...may("consultation.write").config, upload: { fileSize: 30 * 1024 * 1024, files: 10 } } };

/** Beside which control a refusal stands; those that name their field need no line here. */
const CONTROLS: Readonly<Record<string, string>> = {
  pageNotYours: "don-vi",
  pageUnitUnknown: "don-vi",
  consultationUnitFixed: "don-vi",
  pageFileUnknown: "tep-moi",
  pageReasonMissing: "ly-do",
  consultationInverted: "ket-thuc",
  consultationOver: "ket-thuc",
  openingFixed: "bat-dau",
  questionsFixed: "cau-hoi-1",
  tooManyQuestions: "cau-hoi-1",
  closingEarlier: "ket-thuc",
  extensionTooLate: "ket-thuc",
  extensionReasonMissing: "ly-do-gia-han",
};

/** Desk pages of this room: what is asked, the opinions, what became of them (REQ-099). */
export function consultationDesk(app: FastifyInstance, desk: DeskRoom): void {
  opinionPages(app, desk);
  callPages(app, desk, reportPages(app, desk));
}

function callPages(app: FastifyInstance, desk: DeskRoom, showReport: ShowReport): void {
  const { portal } = desk;

  app.get(CONSULTATION_PATHS.desk, may("consultation.read"), async (request, reply) => {
    const live = new Map((await publicConsultations(portal.db)).map((item) => [item.id, item]));
    const numbers = await opinionNumbers(portal.db);
    const rows = (await allConsultations(portal.db)).map(({ id, unitName, call }) => {
      const shown = live.get(id);
      const closes = shown?.closesAt ?? call.closesAt;
      return {
        id,
        title: call.content.title,
        unit: unitName,
        state: call.state,
        phase: shown ? phaseOf(shown, portal.clock.now()) : null,
        hasResults: (shown?.report ?? null) !== null,
        closes: closes ? formatDateTime(closes) : "",
        ...(numbers.get(id) ?? { received: 0, unjudged: 0 }),
      };
    });
    const { actor } = visitorOf(request);
    return reply.page(
      <ConsultationListPage
        desk={await desk.frame(request, CONSULTATION_PATHS.desk)}
        rows={rows}
        mayWrite={CONSULTATION_PERMISSIONS["consultation.write"].some((hat) => hat === actor.hat)}
      />,
    );
  });

  app.get(CONSULTATION_PATHS.add, may("consultation.write"), async (request, reply) => {
    const { units } = visitorOf(request).actor;
    const settings = await portal.settings();
    const place = [settings["site.address"], settings["site.email"]].filter(Boolean).join("; ");
    const typed = { "noi-nhan": place, ...(units.length === 1 ? { "don-vi": units[0]! } : {}) };
    return form(request, reply, null, { ...EMPTY_RECORD, typed }, 200);
  });

  app.post(CONSULTATION_PATHS.add, UPLOAD, async (request, reply) => save(request, reply, null));

  app.get<ById>(CONSULTATION_PATHS.call(":id"), may("consultation.read"), async (request, reply) => {
    const item = await itemOf(desk, request.params.id);
    return form(request, reply, item, stateOf(item), 200);
  });

  app.post<ById>(CONSULTATION_PATHS.call(":id"), UPLOAD, async (request, reply) =>
    save(request, reply, await itemOf(desk, request.params.id)),
  );

  app.post<ById>(CONSULTATION_PATHS.move(":id"), may("consultation.move"), async (request, reply) => {
    const item = await itemOf(desk, request.params.id);
    const [act, reason] = [one(request.body, "buoc"), one(request.body, "ly-do")];
    const part: Part = one(request.body, "phan") === "report" ? "report" : "call";
    if (!isPageAct(act)) throw new NotFound(`No step ${act}`);
    const input = { id: item.id, part, act, reason, version: Number(one(request.body, "ban")) };
    const answer = await portal.act(visitorOf(request).by, moveText, input);
    const page = part === "call" ? CONSULTATION_PATHS.call(item.id) : CONSULTATION_PATHS.report(item.id);
    if (answer.ok) return reply.redirectAfterPost(`${page}?xong=${act}`);
    if (part === "report") return showReport(request, reply, item, answer.error, reason);
    return form(request, reply, item, { ...stateOf(item), ...explained(answer.error, CONTROLS) }, 422, reason);
  });

  async function save(request: FastifyRequest, reply: FastifyReply, item: Consultation | null) {
    const { by } = visitorOf(request);
    const sent = await readRecord(portal, request, by.person);
    const hashes = [sent.fields.tep ?? []].flat();
    const input: SaveCall = {
      id: item?.id ?? null,
      unit: sent.value("don-vi"),
      call: callFrom(sent.value, (field) => contentFrom([field], ({ name }) => sent.value(name))[field.key] ?? ""),
      opensAt: fromLocalInput(sent.value("bat-dau")),
      closesAt: fromLocalInput(sent.value("ket-thuc")),
      reason: sent.value("ly-do-gia-han"),
      files: [...new Set([...hashes, ...(sent.received.get("tep-moi") ?? [])])],
    };
    const answer = sent.fileErrors.length > 0 ? null : await portal.act(by, saveCall, input);
    if (answer?.ok) return reply.redirectAfterPost(`${CONSULTATION_PATHS.call(answer.value.id)}?xong=luu`);
    const told = answer
      ? explained(answer.error, CONTROLS)
      : {
          items: sent.fileErrors.map((text) => ({ text, href: "#tep-moi" })),
          errors: { "tep-moi": sent.fileErrors.join(" ") },
        };
    const typed = {
      ...typedFrom(input.call),
      "don-vi": input.unit,
      "bat-dau": sent.value("bat-dau"),
      "ket-thuc": sent.value("ket-thuc"),
      "ly-do-gia-han": input.reason,
    };
    return form(request, reply, item, { typed, files: await kept(input.files), ...told }, 422);
  }

  /** Files of a form that was refused: those received just now too, so that nobody sends them twice. */
  async function kept(hashes: readonly string[]) {
    if (hashes.length === 0) return [];
    const rows = await portal.db
      .selectFrom("file")
      .select(["hash", "original_name", "size"])
      .where("hash", "in", [...hashes])
      .execute();
    return rows.map(({ hash, original_name, size }) => ({ hash, title: original_name, size: Number(size) }));
  }

  async function form(
    request: FastifyRequest,
    reply: FastifyReply,
    item: Consultation | null,
    state: RecordState,
    status: number,
    reason = "",
  ) {
    const { actor } = visitorOf(request);
    const rows = await portal.db.selectFrom("unit").select(["id", "name"]).orderBy("position").execute();
    const units = rows.filter(({ id }) => mayWrite(actor, id)).map(({ id, name }) => ({ value: id, label: name }));
    const isWaiting = item?.call.state === "AWAITING_HEAD" || item?.call.state === "AWAITING_CHIEF";
    const view = {
      ...(await commonView(desk, request, item, "call", state.items)),
      action: item ? CONSULTATION_PATHS.call(item.id) : CONSULTATION_PATHS.add,
      units,
      questionFields: questionFields(lastQuestion(state)),
      form: state,
      road: item && roadOf(request, item, "call", { reason, error: state.errors["ly-do"] }),
      text: item && {
        call: item.call.content,
        opens: item.call.opensAt ? formatDateTime(item.call.opensAt) : "",
        closes: item.call.closesAt ? formatDateTime(item.call.closesAt) : "",
        reason: item.call.reason,
        files: item.call.files.map(({ hash, name, title }) => ({ href: attachmentAddress(hash, name), title })),
      },
      isPublished: (item?.call.liveVersion ?? null) !== null,
      isOpen: !isWaiting && (item ? mayWrite(actor, item.unit) : units.length > 0),
      moves: item ? await pastOf(desk, item, "call") : [],
    };
    return reply.page(<CallPage view={view} />, { status });
  }
}

/** Number of the last question that is not empty on a form. */
const lastQuestion = ({ typed }: RecordState): number =>
  Math.max(
    0,
    ...Object.entries(typed).map(([name, value]) =>
      value === "" ? 0 : Number(/^(?:cau-hoi|lua-chon)-(\d+)$/.exec(name)?.[1] ?? 0),
    ),
  );

function stateOf({ unit, call }: Consultation): RecordState {
  const typed = {
    ...typedFrom(call.content),
    "don-vi": unit,
    "bat-dau": call.opensAt ? toLocalInput(call.opensAt) : "",
    "ket-thuc": call.closesAt ? toLocalInput(call.closesAt) : "",
    "ly-do-gia-han": call.reason,
  };
  return { ...EMPTY_RECORD, typed, files: call.files };
}
