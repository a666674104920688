import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { readWorkCalendar } from "../calendar/calendar.queries.ts";
import { explained, readRecord, type SentRecord } from "../desk/record-state.ts";
import type { DeskRoom } from "../desk/room.ts";
import { visitorOf } from "../desk/visitor.ts";
import { NotFound } from "../http/errors.ts";
import { many, one } from "../http/form-state.ts";
import { pageNumber } from "../http/public-page.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Refusal } from "../kernel/result.ts";
import { workingDaysBetween } from "../kernel/working-days.ts";
import { listDownloads } from "../lists/download.ts";
import { namedFiles } from "../media/named-files.ts";
import { markRead } from "../newsroom/notifications.queries.ts";
import { MATTER_KINDS, type MatterKindName } from "../regulation/matter-kinds.ts";
import { choicesFor } from "./choices.queries.ts";
import { changeMatter } from "./commands/change-matter.ts";
import { type MoveInput, moveMatter } from "./commands/move-matter.ts";
import { raiseMatter } from "./commands/raise-matter.ts";
import { fieldsOfKind, fieldsOfMove } from "./fields.ts";
import { matterHref, readMatterFilter } from "./filter.ts";
import { ChooseKindPage, MatterFormPage, type MatterFormState } from "./form.view.tsx";
import { lineOf } from "./lines.ts";
import { MatterListPage } from "./list.view.tsx";
import { factsOf, type WholeMatter } from "./matter.ts";
import { EMPTY_STEP, MatterPage, type StepState } from "./matter.view.tsx";
import { countMatters, listMatters, loadMatter, type MatterFilter } from "./matters.queries.ts";
import { readNames } from "./names.queries.ts";
import { MATTER_PATHS } from "./paths.ts";
import { REMINDER_TEXTS } from "./reminder-texts.ts";
import { judgeStep, moveOf, offeredMoves, owesNext, raisable } from "./rules.ts";
import { matterSheet } from "./sheet.ts";

type ByCode = { Params: { code: string } };

const PAGE_SIZE = 20;
const MAY = { may: "matter.read" } as const;
const WITH_FILES = { config: { ...MAY, upload: { fileSize: 30 * 1024 * 1024, files: 10 } } };

const TABS = [
  ["can-toi", "Chờ tôi"],
  ["toi-neu", "Tôi nêu"],
  ["tat-ca", "Tất cả"],
] as const;

/** Everything that the board raises, answers and ends, of every kind, on one desk page (Đ8.k2, Đ12.k2, Đ18.k2, Đ21.k3). */
export function matterDesk(app: FastifyInstance, { portal, frame }: DeskRoom): void {
  const { db, clock } = portal;
  const today = () => dayOf(clock.now());

  app.get(MATTER_PATHS.desk, { config: MAY }, async (request, reply) => {
    const { actor } = visitorOf(request);
    const filter = readMatterFilter(request.query);
    const total = await countMatters(db, actor, filter, today());
    const page = Number(pageNumber(one(request.query, "trang")) ?? "1");
    const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
    if (page > pages) throw new NotFound();
    const found = await listMatters(db, actor, filter, today(), { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
    const names = await readNames(db);
    const left = await daysLeft();
    const tabs = [];
    for (const [side, label] of TABS) {
      const whole: MatterFilter = { side, kind: "", state: "", onlyLate: false };
      const count = await countMatters(db, actor, whole, today());
      tabs.push({ side, label, href: matterHref(MATTER_PATHS.desk, whole), count });
    }
    return reply.page(
      <MatterListPage
        desk={await frame(request, MATTER_PATHS.desk)}
        rows={found.map((matter) => ({ ...lineOf(matter, names), left: left(matter.due) }))}
        total={total}
        page={page}
        pages={pages}
        filter={filter}
        href={(number) => matterHref(MATTER_PATHS.desk, filter, number)}
        csv={matterHref(`${MATTER_PATHS.desk}.csv`, filter)}
        tabs={tabs}
        mayRaise={raisable(actor).length > 0}
      />,
    );
  });

  listDownloads(app, MATTER_PATHS.desk, MAY.may, async (request) => {
    const names = await readNames(db);
    const found = await listMatters(db, visitorOf(request).actor, readMatterFilter(request.query), today());
    return matterSheet(found.map((matter) => lineOf(matter, names)));
  });

  app.get(MATTER_PATHS.create, { config: MAY }, async (request, reply) => {
    const { actor } = visitorOf(request);
    const kind = one(request.query, "loai");
    const kinds = raisable(actor);
    if (!isKind(kind)) {
      return reply.page(<ChooseKindPage desk={await frame(request, MATTER_PATHS.desk)} kinds={kinds} />);
    }
    const text = kind === "reminder" ? REMINDER_TEXTS[Number(one(request.query, "mau")) - 1] : undefined;
    const begun = text ? { "tieu-de": text.title, "noi-dung": text.text } : {};
    return raiseForm(
      request,
      reply,
      kind,
      { ...begunForm(request.query, kind), typed: { ...begunTyped(kind), ...begun } },
      200,
    );
  });

  app.post(MATTER_PATHS.create, WITH_FILES, async (request, reply) => {
    const { by } = visitorOf(request);
    const sent = await readRecord(portal, request, by.person);
    const kind = sent.value("loai");
    if (!isKind(kind)) throw new NotFound(`No kind ${kind}`);
    const files = filesOf(sent, "tep");
    const input = {
      kind,
      content: contentOf(kind, sent),
      people: many(sent.fields, "nguoi"),
      units: many(sent.fields, "don-vi-nhan"),
      unit: sent.value("don-vi") || null,
      files,
    };
    const answer = sent.fileErrors.length > 0 ? null : await portal.act(by, raiseMatter, input);
    if (answer?.ok) return reply.redirectAfterPost(`${MATTER_PATHS.one(answer.value.code)}?xong=raise`);
    const form = await refusedState(sent, kind, files, by.person, answer?.error ?? []);
    return raiseForm(request, reply, kind, form, 422);
  });

  app.get<ByCode>(MATTER_PATHS.one(":code"), { config: MAY }, async (request, reply) => {
    const { person } = visitorOf(request);
    const path = MATTER_PATHS.one(request.params.code);
    await portal.database.transact((tx) => markRead(tx, person.id, { path }, clock.now()));
    return onePage(request, reply, await seen(request), EMPTY_STEP, 200);
  });

  app.post<ByCode>(MATTER_PATHS.one(":code"), WITH_FILES, async (request, reply) => {
    const { by } = visitorOf(request);
    const before = await seen(request);
    const sent = await readRecord(portal, request, by.person);
    const act = sent.value("viec") as MoveInput["act"];
    const move = moveOf(before.kind, act, before.state);
    const files = filesOf(sent, `${act}-tep`);
    const asked = move ? fieldsOfMove(move) : [];
    const input = {
      code: before.code,
      act,
      seen: countOf(sent),
      words: sent.value(`${act}-loi`),
      said: Object.fromEntries(asked.map(({ key, name }) => [key, sent.value(`${act}-${name}`)])),
      files,
    };
    const answer = sent.fileErrors.length > 0 ? null : await portal.act(by, moveMatter, input);
    if (answer?.ok) return reply.redirectAfterPost(`${MATTER_PATHS.one(before.code)}?xong=${act}`);
    const refusals = (answer?.error ?? []).map((refusal) => underAct(refusal, act));
    const told = explained(refusals, {});
    const matter = await seen(request);
    // Words for a step that somebody else has taken meanwhile are not lost: they stand where a word may be said.
    const kept = offeredMoves(factsOf(matter), visitorOf(request).actor).some((one) => one.act === act)
      ? act
      : "comment";
    const form: StepState = {
      act: kept,
      typed: {
        ...Object.fromEntries(asked.map(({ name }) => [`${act}-${name}`, sent.value(`${act}-${name}`)])),
        [`${kept}-loi`]: input.words,
      },
      files: await keptFiles(files, by.person),
      items: [...told.items, ...sent.fileErrors.map((text) => ({ text, href: `#${act}-tep` }))],
      errors: { ...told.errors, ...fileError(sent, `${act}-tep`) },
    };
    return onePage(request, reply, matter, form, 422);
  });

  app.get<ByCode>(MATTER_PATHS.change(":code"), { config: MAY }, async (request, reply) => {
    const matter = await seen(request);
    const { content, people, units } = matter;
    const typed = Object.fromEntries(fieldsOfKind(matter.kind).map(({ key, name }) => [name, content[key] ?? ""]));
    return changeForm(request, reply, matter, { typed, people, units, files: [], items: [], errors: {} }, 200);
  });

  app.post<ByCode>(MATTER_PATHS.change(":code"), WITH_FILES, async (request, reply) => {
    const { by } = visitorOf(request);
    const before = await seen(request);
    const sent = await readRecord(portal, request, by.person);
    const answer = await portal.act(by, changeMatter, {
      code: before.code,
      seen: countOf(sent),
      content: contentOf(before.kind, sent),
      people: many(sent.fields, "nguoi"),
      units: many(sent.fields, "don-vi-nhan"),
      words: sent.value("loi"),
    });
    if (answer.ok) return reply.redirectAfterPost(`${MATTER_PATHS.one(before.code)}?xong=change`);
    const form = await refusedState(sent, before.kind, [], by.person, answer.error);
    return changeForm(request, reply, await seen(request), form, 422);
  });

  /** The matter, if this person may see it in this hat; otherwise there is no such page. */
  async function seen(request: FastifyRequest<ByCode>): Promise<WholeMatter> {
    const matter = await loadMatter(db, request.params.code, visitorOf(request).actor);
    if (!matter) throw new NotFound(`No matter ${request.params.code} for this person`);
    return matter;
  }

  async function onePage(
    request: FastifyRequest<ByCode>,
    reply: FastifyReply,
    matter: WholeMatter,
    form: StepState,
    status: number,
  ) {
    const { actor } = visitorOf(request);
    const names = await readNames(db);
    const xong = one(request.query, "xong");
    const label = MATTER_KINDS[matter.kind].moves.find(({ act }) => act === xong)?.label;
    return reply.page(
      <MatterPage
        desk={await frame(request, MATTER_PATHS.desk)}
        matter={matter}
        line={lineOf(matter, names)}
        left={(await daysLeft())(matter.due)}
        people={names.people}
        offers={offeredMoves(factsOf(matter), actor)}
        owes={owesNext(factsOf(matter), actor)}
        form={form}
        done={label && `Đã ghi: ${label.toLowerCase()}. Người liên quan đã được báo.`}
      />,
      { status },
    );
  }

  async function raiseForm(
    request: FastifyRequest,
    reply: FastifyReply,
    kind: MatterKindName,
    form: MatterFormState,
    status: number,
  ) {
    const { actor } = visitorOf(request);
    const choices = await choicesFor(db, kind, actor, today());
    const { label } = moveOf(kind, "raise", null)!;
    const view = { desk: await frame(request, MATTER_PATHS.desk), kind, form, choices, change: null, label };
    return reply.page(<MatterFormPage {...view} />, { status });
  }

  async function changeForm(
    request: FastifyRequest<ByCode>,
    reply: FastifyReply,
    matter: WholeMatter,
    form: MatterFormState,
    status: number,
  ) {
    const { kind, code, state, moves } = matter;
    const { actor } = visitorOf(request);
    const move = moveOf(kind, "change", state);
    const judged = judgeStep(factsOf(matter), "change", actor);
    if (status === 200 && !judged.ok) {
      const { items } = explained(judged.error, {});
      return onePage(request, reply, matter, { ...EMPTY_STEP, items }, 422);
    }
    const label = move?.label ?? MATTER_KINDS[kind].name;
    const change = { code, seen: moves, reason: move?.words ?? "Lý do sửa" };
    const choices = await choicesFor(db, kind, actor, today());
    const view = { desk: await frame(request, MATTER_PATHS.desk), kind, form, choices, change, label };
    return reply.page(<MatterFormPage {...view} />, { status });
  }

  async function refusedState(
    sent: SentRecord,
    kind: MatterKindName,
    files: readonly string[],
    person: string,
    refusals: readonly Refusal[],
  ): Promise<MatterFormState> {
    const told = explained(refusals, {});
    const names = [...fieldsOfKind(kind).map(({ name }) => name), "don-vi", "loi"];
    return {
      typed: Object.fromEntries(names.map((name) => [name, sent.value(name)])),
      people: many(sent.fields, "nguoi"),
      units: many(sent.fields, "don-vi-nhan"),
      files: await keptFiles(files, person),
      items: [...told.items, ...sent.fileErrors.map((text) => ({ text, href: "#tep" }))],
      errors: { ...told.errors, ...fileError(sent, "tep") },
    };
  }

  const keptFiles = (hashes: readonly string[], person: string) =>
    portal.database.transact((tx) => namedFiles(tx, hashes, [], person));

  async function daysLeft() {
    const calendar = await readWorkCalendar(db);
    return (due: string | null) => (due === null ? 0 : workingDaysBetween(today(), due, calendar));
  }
}

const isKind = (text: string): text is MatterKindName => Object.hasOwn(MATTER_KINDS, text);

/** Hashes of what was sent now and of what was sent before and is still ticked. */
const filesOf = (sent: SentRecord, control: string): string[] => [
  ...new Set([...many(sent.fields, "tep-co"), ...(sent.received.get(control) ?? [])]),
];

const fileError = ({ fileErrors }: SentRecord, control: string) =>
  fileErrors.length > 0 ? { [control]: fileErrors.join(" ") } : {};

const countOf = (sent: SentRecord): number => Number(/^\d{1,9}$/.exec(sent.value("da-thay"))?.[0] ?? "0");

const contentOf = (kind: MatterKindName, sent: SentRecord) =>
  Object.fromEntries(fieldsOfKind(kind).map(({ key, name }) => [key, sent.value(name)]));

/** Controls of a step bear its name, so that several steps stand on one page. */
const underAct = (refusal: Refusal, act: string): Refusal =>
  refusal.detail?.name ? { ...refusal, detail: { ...refusal.detail, name: `${act}-${refusal.detail.name}` } } : refusal;

/** What a link from another page has filled in already. */
const begunForm = (query: unknown, kind: MatterKindName): MatterFormState => ({
  typed: {},
  people: MATTER_KINDS[kind].to === null ? [] : many(query, "nguoi"),
  units: many(query, "don-vi-nhan"),
  files: [],
  items: [],
  errors: {},
});

const begunTyped = (kind: MatterKindName): Record<string, string> => (kind === "ticket" ? { "muc-do": "thuong" } : {});
