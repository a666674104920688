import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { readable } from "../board/rules.ts";
import { contentFrom } from "../desk/record-fields.ts";
import { EMPTY_RECORD, explained, type RecordState, readRecord } from "../desk/record-state.ts";
import type { DeskRoom } from "../desk/room.ts";
import { visitorOf } from "../desk/visitor.ts";
import { NotFound } from "../http/errors.ts";
import { one } from "../http/form-state.ts";
import { type Day, dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { attachmentAddress } from "../media/addresses.ts";
import { hatName } from "../regulation/hats.ts";
import { activeTemplates, templateById } from "../templates/templates.queries.ts";
import { formatDate, formatDateTime } from "../ui/format.ts";
import { confirmPage } from "./commands/confirm-page.ts";
import { movePage } from "./commands/move-page.ts";
import { type SavePage, savePage } from "./commands/save-page.ts";
import { PageFormPage, type PageRow, PagesPage } from "./desk.view.tsx";
import { checklistPage } from "./desk-checklist.tsx";
import { contactPages } from "./desk-contacts.tsx";
import { aboutFrame } from "./desk-frame.ts";
import { admissionHref, FIXED_PAGES, fixedPage, type PageKind, pageFields } from "./fields.ts";
import { isPageAct, PAGE_ACTS, PAGE_STATES, type PageState, pageOffers } from "./page-moves.ts";
import { allPages, type Page, pageById, pageBySlug, pageMoves, pageVersions } from "./pages.queries.ts";
import { ABOUT_PATHS } from "./paths.ts";
import { ABOUT_PERMISSIONS, may } from "./permissions.ts";
import { mayWrite } from "./rules.ts";
import { CONFIRM, type Upkeep, upkeepOfPages } from "./upkeep.ts";
import { VersionPage } from "./version.view.tsx";

type ById = { Params: { id: string } };
type BySlug = { Params: { slug: string } };

const UPLOAD = { config: { ...may("page.write").config, upload: { fileSize: 30 * 1024 * 1024, files: 10 } } };

const CONTROLS: Readonly<Record<string, string>> = {
  pageUnitUnknown: "don-vi",
  pageFileUnknown: "tep-moi",
  pageReasonMissing: "ly-do",
};

/** Desk pages of this room: fixed pages and admissions, contacts, the TT 37 checklist. */
export function aboutDesk(app: FastifyInstance, desk: DeskRoom): void {
  pagePages(app, desk);
  contactPages(app, desk);
  checklistPage(app, desk);
}

function pagePages(app: FastifyInstance, desk: DeskRoom): void {
  const { portal } = desk;

  app.get(ABOUT_PATHS.pages, may("page.read"), async (request, reply) => {
    const [upkeep, today] = [await upkeepOfPages(portal.db), dayOf(portal.clock.now())];
    const texts = new Map((await allPages(portal.db, "text")).map((page) => [page.slug, page]));
    const fixed = FIXED_PAGES.map(({ slug, name }) => {
      const page = texts.get(slug);
      return page
        ? rowOf(page, name, upkeep.get(page.id), today)
        : { ...NOT_BEGUN, key: slug, href: ABOUT_PATHS.fixed(slug), name };
    });
    const admissions = (await allPages(portal.db, "admission")).map((page) =>
      rowOf(page, page.content.title ?? "", upkeep.get(page.id), today),
    );
    const { actor } = visitorOf(request);
    const view = {
      frame: await aboutFrame(desk, request, ABOUT_PATHS.pages),
      fixed,
      admissions,
      mayWrite: ABOUT_PERMISSIONS["page.write"].some((hat) => hat === actor.hat),
    };
    return reply.page(<PagesPage view={view} />);
  });

  app.get<BySlug>(ABOUT_PATHS.fixed(":slug"), may("page.read"), async (request, reply) => {
    const page = await pageBySlug(portal.db, fixedOf(request).slug);
    if (page) return reply.redirect(ABOUT_PATHS.page(page.id), 303);
    const place = { kind: "text", slug: fixedOf(request).slug, page: null } as const;
    return form(request, reply, place, await fromTemplate(request), 200);
  });

  app.post<BySlug>(ABOUT_PATHS.fixed(":slug"), UPLOAD, async (request, reply) =>
    save(request, reply, { kind: "text", slug: fixedOf(request).slug, page: null }),
  );

  app.get(ABOUT_PATHS.newAdmission, may("page.write"), async (request, reply) =>
    form(request, reply, { kind: "admission", slug: null, page: null }, begun(request), 200),
  );

  app.post(ABOUT_PATHS.newAdmission, UPLOAD, async (request, reply) =>
    save(request, reply, { kind: "admission", slug: null, page: null }),
  );

  app.get<ById>(ABOUT_PATHS.page(":id"), may("page.read"), async (request, reply) => {
    const page = await pageOf(request.params.id);
    return form(request, reply, { kind: page.kind, slug: page.slug, page }, stateOf(page), 200);
  });

  app.post<ById>(ABOUT_PATHS.page(":id"), UPLOAD, async (request, reply) => {
    const page = await pageOf(request.params.id);
    return save(request, reply, { kind: page.kind, slug: page.slug, page });
  });

  app.get<{ Params: { id: string; version: string } }>(
    ABOUT_PATHS.version(":id", ":version"),
    may("page.read"),
    async (request, reply) => {
      const page = await pageOf(request.params.id);
      const versions = await pageVersions(portal.db, page.id);
      const numbered = (text: string) => versions.find(({ version }) => String(version) === text);
      const shown = numbered(request.params.version);
      if (!shown) throw new NotFound(`No version ${request.params.version} of page ${page.id}`);
      const asked = numbered(one(request.query, "so"));
      const before = asked && asked !== shown ? asked : numbered(String(shown.version - 1));
      const view = {
        frame: await aboutFrame(desk, request, ABOUT_PATHS.pages),
        page: page.id,
        title: page.content.title ?? "",
        kind: page.kind,
        shown,
        before: before ?? null,
        versions,
      };
      return reply.page(<VersionPage view={view} />);
    },
  );

  app.post<ById>(ABOUT_PATHS.move(":id"), may("page.move"), async (request, reply) => {
    const page = await pageOf(request.params.id);
    const act = one(request.body, "buoc");
    const reason = one(request.body, "ly-do");
    if (!isPageAct(act)) throw new NotFound(`No step ${act}`);
    const input = { id: page.id, act, reason, version: Number(one(request.body, "ban")) };
    const answer = await portal.act(visitorOf(request).by, movePage, input);
    if (answer.ok) return reply.redirectAfterPost(`${ABOUT_PATHS.page(page.id)}?xong=${act}`);
    const state = { ...stateOf(page), ...explained(answer.error, CONTROLS) };
    return form(request, reply, { kind: page.kind, slug: page.slug, page }, state, 422, reason);
  });

  app.post<ById>(ABOUT_PATHS.confirm(":id"), may("page.write"), async (request, reply) => {
    const page = await pageOf(request.params.id);
    const input = { id: page.id, version: Number(one(request.body, "ban")) };
    const answer = await portal.act(visitorOf(request).by, confirmPage, input);
    if (answer.ok) return reply.redirectAfterPost(`${ABOUT_PATHS.page(page.id)}?xong=van-dung`);
    const state = { ...stateOf(page), ...explained(answer.error, CONTROLS) };
    return form(request, reply, { kind: page.kind, slug: page.slug, page }, state, 422);
  });

  /** A page not begun yet, with the words of the template that was chosen. */
  async function fromTemplate(request: FastifyRequest): Promise<FormWithFiles> {
    const state = begun(request);
    const template = await templateById(portal.db, one(request.query, "mau"));
    if (template?.kind !== "PAGE") return state;
    const { id, title, lead, body } = template;
    return { ...state, typed: { ...state.typed, mau: id, "tieu-de": title, "tom-tat": lead, "noi-dung-trang": body } };
  }

  interface Place {
    readonly kind: PageKind;
    readonly slug: string | null;
    readonly page: Page | null;
  }

  async function save(request: FastifyRequest, reply: FastifyReply, place: Place) {
    const { by } = visitorOf(request);
    const sent = await readRecord(portal, request, by.person);
    const named = (kept: string, fresh: string) => [
      ...new Set([...[sent.fields[kept] ?? []].flat(), ...(sent.received.get(fresh) ?? [])]),
    ];
    const files = [
      ...named("tep", "tep-moi").map((hash) => ({ hash, role: "file" as const })),
      ...named("ket-qua", "ket-qua-moi").map((hash) => ({ hash, role: "result" as const })),
    ];
    const input: SavePage = {
      id: place.page?.id ?? null,
      kind: place.kind,
      slug: place.kind === "text" ? place.slug : null,
      unit: sent.value("don-vi"),
      content: contentFrom(pageFields(place.kind), ({ name }) => sent.value(name)),
      files,
      ...(sent.value("mau") ? { template: sent.value("mau") } : {}),
    };
    const answer = sent.fileErrors.length > 0 ? null : await portal.act(by, savePage, input);
    if (answer?.ok) return reply.redirectAfterPost(`${ABOUT_PATHS.page(answer.value.page)}?xong=luu`);
    const told = answer
      ? explained(answer.error, CONTROLS)
      : {
          items: sent.fileErrors.map((text) => ({ text, href: "#tep-moi" })),
          errors: { "tep-moi": sent.fileErrors.join(" ") },
        };
    const names = ["don-vi", "mau", ...pageFields(place.kind).map(({ name }) => name)];
    const typed = Object.fromEntries(names.map((name) => [name, sent.value(name)]));
    return form(request, reply, place, { typed, files: await kept(files), ...told }, 422);
  }

  /** Files of a form that was refused: those received just now too, so that nobody sends them twice. */
  async function kept(files: SavePage["files"]) {
    if (files.length === 0) return [];
    const hashes = files.map(({ hash }) => hash);
    const rows = await portal.db
      .selectFrom("file")
      .select(["hash", "original_name", "size"])
      .where("hash", "in", hashes)
      .execute();
    return rows.map(({ hash, original_name, size }) => ({
      hash,
      title: original_name,
      size: Number(size),
      role: files.find((file) => file.hash === hash)?.role ?? "file",
    }));
  }

  async function pageOf(id: Id): Promise<Page> {
    const page = await pageById(portal.db, id);
    if (!page) throw new NotFound(`No page ${id}`);
    return page;
  }

  async function form(
    request: FastifyRequest,
    reply: FastifyReply,
    { kind, slug, page }: Place,
    state: FormWithFiles,
    status: number,
    reason = "",
  ) {
    const { actor } = visitorOf(request);
    const rows = await portal.db.selectFrom("unit").select(["id", "name"]).orderBy("position").execute();
    const units = rows.filter(({ id }) => mayWrite(actor, id)).map(({ id, name }) => ({ value: id, label: name }));
    const action = page
      ? ABOUT_PATHS.page(page.id)
      : kind === "text"
        ? ABOUT_PATHS.fixed(slug!)
        : ABOUT_PATHS.newAdmission;
    const isWaiting = page?.state === "AWAITING_HEAD" || page?.state === "AWAITING_CHIEF";
    const fixed = slug === null ? undefined : fixedPage(slug);
    const upkeep = page ? (await upkeepOfPages(portal.db, page.id)).get(page.id) : undefined;
    const view = {
      frame: await aboutFrame(desk, request, ABOUT_PATHS.pages, action),
      title: kind === "text" ? (fixed?.name ?? "") : (page?.content.title ?? "Thêm đợt tuyển sinh"),
      kind,
      action,
      fields: pageFields(kind),
      units,
      templates:
        kind === "text" && page === null
          ? (await activeTemplates(portal.db, "PAGE")).map(({ id, name }) => ({ href: `${action}?mau=${id}`, name }))
          : [],
      form: { ...state, files: state.files.filter(({ role }) => role !== "result") },
      attached: (page?.files ?? []).map(({ hash, name, title }) => ({ href: attachmentAddress(hash, name), title })),
      results: state.files.filter(({ role }) => role === "result"),
      page: page && {
        id: page.id,
        version: page.version,
        state: page.state,
        versions: Array.from({ length: page.version }, (_, at) => ({
          version: at + 1,
          href: ABOUT_PATHS.version(page.id, at + 1),
        })),
        publicHref:
          page.liveVersion === null ? null : kind === "text" ? (fixed?.path ?? null) : admissionHref(page.slug),
        offers: pageOffers(page, actor),
        upkeep: upkeep && { confirmedOn: readable(upkeep.confirmedOn), reviewOn: readable(upkeep.reviewOn) },
        mayConfirm: page.state === "LIVE" && mayWrite(actor, page.unit),
      },
      reason,
      isOpen: !isWaiting && (page ? mayWrite(actor, page.unit) : units.length > 0),
      moves: (page ? await pageMoves(portal.db, page.id) : []).map((move) => ({
        id: String(move.number),
        title: `${stepName(move.act)} (bản ${move.version})`,
        when: `${formatDateTime(move.at)}, ${move.person}, ${hatName(move.hat)}`,
        at: move.at,
        detail: move.reason ?? `→ ${PAGE_STATES[move.to as PageState]}`,
      })),
    };
    return reply.page(<PageFormPage view={view} />, { status });
  }
}

/** The form's state, its files with what they are for. */
type FormWithFiles = Omit<RecordState, "files"> & {
  readonly files: readonly (RecordState["files"][number] & { readonly role: string })[];
};

const NOT_BEGUN = { unit: "", state: null, liveAt: "", reviewOn: "", isReviewDue: false } as const;

const stepName = (act: string): string =>
  isPageAct(act) ? PAGE_ACTS[act] : act === CONFIRM ? "Vẫn đúng" : "Lưu bản nháp";

const rowOf = (page: Page, name: string, upkeep: Upkeep | undefined, today: Day): PageRow => ({
  key: page.id,
  href: ABOUT_PATHS.page(page.id),
  name,
  unit: page.unitName,
  state: page.state,
  liveAt: page.liveAt ? formatDate(page.liveAt) : "",
  reviewOn: upkeep ? readable(upkeep.reviewOn) : "",
  isReviewDue: upkeep !== undefined && upkeep.reviewOn <= today,
});

function fixedOf(request: FastifyRequest<BySlug>) {
  const fixed = fixedPage(request.params.slug);
  if (!fixed) throw new NotFound(`No fixed page ${request.params.slug}`);
  return fixed;
}

function begun(request: FastifyRequest): FormWithFiles {
  const { units } = visitorOf(request).actor;
  return { ...EMPTY_RECORD, files: [], typed: units.length === 1 ? { "don-vi": units[0]! } : {} };
}

function stateOf(page: Page): FormWithFiles {
  const values = pageFields(page.kind).map(({ key, name }) => [name, page.content[key] ?? ""]);
  return { ...EMPTY_RECORD, typed: { ...Object.fromEntries(values), "don-vi": page.unit }, files: page.files };
}
