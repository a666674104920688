import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { readable } from "../board/rules.ts";
import { contentFrom } from "../desk/record-fields.ts";
import { EMPTY_RECORD, explained, type RecordState, readRecord } from "../desk/record-state.ts";
import type { DeskRoom } from "../desk/room.ts";
import { type Visitor, visitorOf } from "../desk/visitor.ts";
import { NotFound } from "../http/errors.ts";
import { one } from "../http/form-state.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { listDownloads } from "../lists/download.ts";
import { hatName } from "../regulation/hats.ts";
import { formatDateTime } from "../ui/format.ts";
import { confirmEntry } from "./commands/confirm-entry.ts";
import { expireEntry } from "./commands/expire-entry.ts";
import { saveEntry } from "./commands/save-entry.ts";
import { ENTRY_CONTROLS } from "./controls.ts";
import { EntryFormPage, EntryListPage, type EntryRow } from "./desk.view.tsx";
import { catalogueFrame } from "./desk-frame.ts";
import { type EntryKind, fieldsOf } from "./fields.ts";
import { isLevel, LEVEL_CODES, SERVICE_LEVELS } from "./levels.ts";
import { deskPaths, procedureHref, SERVICES } from "./paths.ts";
import { may, SERVICES_PERMISSIONS } from "./permissions.ts";
import { hostOf, isTrustedHost, mayKeep } from "./rules.ts";
import { allEntries, type Entry, entryById, entryVersions, procedureCodes } from "./services.queries.ts";
import { catalogueSheet } from "./sheet.ts";

type ById = { Params: { id: string } };

const UPLOAD = { upload: { fileSize: 30 * 1024 * 1024, files: 10 } } as const;

/** Beside which control a refusal stands; those that name their field need no line here. */
const CONTROLS: Readonly<Record<string, string>> = {
  ...ENTRY_CONTROLS,
  entryFileUnknown: "tep-moi",
  entryDayInvalid: "het-tu-ngay",
  entryReasonMissing: "het-ly-do",
};

/** Desk pages of procedures and of services (Đ14.k5): lists, forms, "vẫn đúng", "hết hiệu lực". */
export function servicesDesk(app: FastifyInstance, desk: DeskRoom): void {
  for (const kind of ["procedure", "service"] as const) entryPages(app, desk, kind);
}

function entryPages(app: FastifyInstance, desk: DeskRoom, kind: EntryKind): void {
  const { portal } = desk;
  const paths = deskPaths(kind);
  const today = () => dayOf(portal.clock.now());

  app.get(paths.list, may("catalogue.read"), async (request, reply) => {
    const { actor } = visitorOf(request);
    const trusted = (await portal.settings())["services.trustedHosts"];
    const rows = (await allEntries(portal.db, kind)).map((entry) => rowOf(entry, actor, trusted, today()));
    const mayChange = SERVICES_PERMISSIONS["catalogue.change"].some((hat) => hat === actor.hat);
    const frame = await catalogueFrame(desk, request, kind, paths.list);
    return reply.page(<EntryListPage view={{ frame, rows, mayChange }} />);
  });

  listDownloads(app, paths.list, "catalogue.read", async () =>
    catalogueSheet(kind, await allEntries(portal.db, kind), await procedureCodes(portal.db), { isDesk: true }),
  );

  app.get(paths.create, may("catalogue.change"), async (request, reply) => {
    const { units } = visitorOf(request).actor;
    const typed = { "xem-lai": inAYear(today()), ...(units.length === 1 ? { "don-vi": units[0]! } : {}) };
    return form(request, reply, null, { ...EMPTY_RECORD, typed }, 200);
  });

  app.post(paths.create, { config: { ...may("catalogue.change").config, ...UPLOAD } }, async (request, reply) =>
    save(request, reply, null),
  );

  app.get<ById>(paths.edit(":id"), may("catalogue.change"), async (request, reply) => {
    const entry = await mine(request, request.params.id);
    return form(request, reply, entry, stateOf(entry), 200);
  });

  app.post<ById>(
    paths.edit(":id"),
    { config: { ...may("catalogue.change").config, ...UPLOAD } },
    async (request, reply) => save(request, reply, await mine(request, request.params.id)),
  );

  app.post<ById>(paths.confirm(":id"), may("catalogue.change"), async (request, reply) => {
    const entry = await mine(request, request.params.id);
    const answer = await portal.act(visitorOf(request).by, confirmEntry, { id: entry.id });
    if (answer.ok) return reply.redirectAfterPost(`${paths.edit(entry.id)}?xong=van-dung`);
    return form(request, reply, entry, { ...stateOf(entry), ...explained(answer.error, CONTROLS) }, 422);
  });

  app.post<ById>(paths.expire(":id"), may("catalogue.change"), async (request, reply) => {
    const entry = await mine(request, request.params.id);
    const [on, reason] = [one(request.body, "het-tu-ngay"), one(request.body, "het-ly-do")];
    const answer = await portal.act(visitorOf(request).by, expireEntry, { id: entry.id, on, reason });
    if (answer.ok) return reply.redirectAfterPost(`${paths.edit(entry.id)}?xong=het-hieu-luc`);
    const typed = { "het-tu-ngay": on, "het-ly-do": reason };
    const expiring = { typed, files: [], ...explained(answer.error, CONTROLS) };
    return form(request, reply, entry, stateOf(entry), 422, expiring);
  });

  async function save(request: FastifyRequest, reply: FastifyReply, entry: Entry | null) {
    const { by } = visitorOf(request);
    const sent = await readRecord(portal, request, by.person);
    const kept = [sent.fields.tep ?? []].flat();
    const files = [...new Set([...kept, ...(sent.received.get("tep-moi") ?? [])])];
    const publish = sent.value("viec") === "cong-bo";
    const input = {
      id: entry?.id ?? null,
      kind,
      code: sent.value("ma"),
      unit: sent.value("don-vi"),
      content: contentFrom(fieldsOf(kind), ({ name }) => sent.value(name)),
      reviewOn: sent.value("xem-lai"),
      files,
      publish,
    };
    const refused = sent.fileErrors.length > 0 ? null : await portal.act(by, saveEntry, input);
    if (refused?.ok)
      return reply.redirectAfterPost(`${paths.edit(refused.value.id)}?xong=${publish ? "cong-bo" : "luu"}`);
    const names = ["ma", "don-vi", "xem-lai", ...fieldsOf(kind).map(({ name }) => name)];
    const told = refused
      ? explained(refused.error, CONTROLS)
      : {
          items: sent.fileErrors.map((text) => ({ text, href: "#tep-moi" })),
          errors: { "tep-moi": sent.fileErrors.join(" ") },
        };
    const typed = Object.fromEntries(names.map((name) => [name, sent.value(name)]));
    return form(request, reply, entry, { typed, files: await filesNamed(files, entry), ...told }, 422);
  }

  async function filesNamed(hashes: readonly string[], entry: Entry | null) {
    if (hashes.length === 0) return [];
    const rows = await portal.db
      .selectFrom("file")
      .select(["hash", "original_name", "size"])
      .where("hash", "in", [...hashes])
      .execute();
    return rows.map(({ hash, original_name, size }) => ({
      hash,
      title: entry?.files.find((file) => file.hash === hash)?.title ?? original_name,
      size: Number(size),
    }));
  }

  /** An entry this person may change; for everybody else there is no such form. */
  async function mine(request: FastifyRequest, id: Id): Promise<Entry> {
    const entry = await entryById(portal.db, id);
    if (entry?.kind !== kind || !mayKeep(visitorOf(request).actor, entry.unit)) throw new NotFound(`No entry ${id}`);
    return entry;
  }

  async function form(
    request: FastifyRequest,
    reply: FastifyReply,
    entry: Entry | null,
    state: RecordState,
    status: number,
    expiring: RecordState = { ...EMPTY_RECORD, typed: { "het-tu-ngay": today() } },
  ) {
    const { actor } = visitorOf(request);
    const units = await portal.db.selectFrom("unit").select(["id", "name"]).orderBy("position").execute();
    const procedures = kind === "service" ? await allEntries(portal.db, "procedure") : [];
    const path = entry ? paths.edit(entry.id) : paths.create;
    const view = {
      frame: await catalogueFrame(desk, request, kind, path),
      entry: entry && {
        id: entry.id,
        code: entry.code,
        name: entry.content.name ?? "",
        isPublic: entry.status === "PUBLIC",
        publicHref: kind === "procedure" ? procedureHref(entry.slug) : SERVICES,
        confirmedOn: readable(entry.confirmedOn),
        reviewOn: readable(entry.reviewOn),
        expired: entry.expiredOn && `Từ ${readable(entry.expiredOn)}: ${entry.expiredReason}.`,
      },
      fields: fieldsOf(kind),
      choices: {
        level: LEVEL_CODES.map((value) => ({ value, label: SERVICE_LEVELS[value].word })),
        procedure: procedures
          .filter(({ expiredOn }) => expiredOn === null)
          .map(({ id, content }) => ({ value: id, label: content.name ?? "" })),
      },
      units: units.filter(({ id }) => mayKeep(actor, id)).map(({ id, name }) => ({ value: id, label: name })),
      form: state,
      expiring,
      versions: (entry ? await entryVersions(portal.db, entry.id) : []).map(({ version, at, person, hat }) => ({
        version,
        when: formatDateTime(at),
        who: `${person}, ${hatName(hat)}`,
      })),
    };
    return reply.page(<EntryFormPage view={view} />, { status });
  }
}

const inAYear = (day: string) => Temporal.PlainDate.from(day).add({ years: 1 }).toString();

function stateOf(entry: Entry): RecordState {
  const values = fieldsOf(entry.kind).map(({ key, name }) => [name, entry.content[key] ?? ""]);
  const typed = { ...Object.fromEntries(values), "don-vi": entry.unit, "xem-lai": entry.reviewOn };
  return { ...EMPTY_RECORD, typed, files: entry.files };
}

function rowOf(entry: Entry, actor: Visitor["actor"], trusted: readonly string[], today: string): EntryRow {
  const { id, kind, code, content, status, expiredOn } = entry;
  const host = hostOf(content.link ?? "");
  const isMine = mayKeep(actor, entry.unit);
  const publicHref = kind === "procedure" ? procedureHref(entry.slug) : SERVICES;
  return {
    id,
    code,
    name: content.name ?? "",
    href: isMine && hasForm(actor.hat) ? deskPaths(kind).edit(id) : status === "PUBLIC" ? publicHref : null,
    field: content.field ?? "",
    unit: entry.unitName,
    extra: extraOf(entry),
    status: expiredOn !== null && expiredOn <= today ? "EXPIRED" : status,
    reviewOn: readable(entry.reviewOn),
    isReviewDue: entry.reviewOn <= today,
    outside: host && !isTrustedHost(host, trusted) ? host : null,
  };
}

const hasForm = (hat: string) => SERVICES_PERMISSIONS["catalogue.change"].some((one) => one === hat);

function extraOf({ content: { days, level = "" } }: Entry): string {
  if (days) return `${days} ngày làm việc`;
  return isLevel(level) ? SERVICE_LEVELS[level].word : "";
}
