import type { FastifyInstance } from "fastify";
import type { VNode } from "preact";
import { isReason, readable } from "../board/rules.ts";
import { linesOf } from "../desk/record-fields.ts";
import { NotFound } from "../http/errors.ts";
import type { PublicPage } from "../http/kept-page.ts";
import { publicPage } from "../http/public-page.ts";
import { type Day, dayOf, startOfDay } from "../kernel/clock.ts";
import { slug } from "../kernel/vietnamese.ts";
import { addressOfNumber } from "../library/documents.queries.ts";
import { parseNumberSymbol } from "../library/number-symbol.ts";
import { LIBRARY_PATHS, LIBRARY_TAG } from "../library/paths.ts";
import { listDownloads } from "../lists/download.ts";
import { attachmentAddress } from "../media/addresses.ts";
import type { Portal } from "../portal.ts";
import { common as readCommon } from "../site/pages.ts";
import type { Assets } from "../ui/assets.ts";
import { renderDocument } from "../ui/document.tsx";
import { serviceJsonLd } from "./json-ld.ts";
import { isLevel, LEVEL_CODES, SERVICE_LEVELS } from "./levels.ts";
import { PROCEDURES, procedureHref, SERVICES } from "./paths.ts";
import { hostOf, isTrustedHost } from "./rules.ts";
import { type Entry, entryBySlug, procedureCodes, publicEntries } from "./services.queries.ts";
import { catalogueSheet } from "./sheet.ts";
import { type Choice, ProcedurePage, ProceduresPage, type ProcedureView, ServicesPage } from "./site.view.tsx";

/** Codes of the levels as they stand in an address. */
const LEVEL_WORDS = new Map(LEVEL_CODES.map((code) => [slug(SERVICE_LEVELS[code].word), code]));

const asSlug = (text: string) => (/^[a-z0-9-]{1,80}$/.test(text) ? text : null);

/** Public pages of procedures and services: lists, one page for each procedure, on screen and on paper. */
export function servicesSite(app: FastifyInstance, portal: Portal, assets: Assets): void {
  const { db } = portal;
  const common = () => readCommon(portal, assets);
  const today = () => dayOf(portal.clock.now());
  const page = (body: VNode): PublicPage => ({
    body: renderDocument(body),
    tags: ["all", "services", LIBRARY_TAG],
    // What ends tomorrow must say so tomorrow.
    until: startOfDay(Temporal.PlainDate.from(today()).add({ days: 1 }).toString()),
  });

  publicPage(app, PROCEDURES, { "linh-vuc": asSlug }, async ({ query }) => {
    const { frame } = await common();
    const entries = await publicEntries(db, "procedure");
    const asked = query["linh-vuc"];
    const shown = entries.filter(inField(asked));
    if (asked && shown.length === 0) throw new NotFound();
    const rows = shown.map(({ slug: address, code, content, expiredOn }) => ({
      href: procedureHref(address),
      code,
      name: content.name ?? "",
      field: content.field ?? "",
      days: `${content.days} ngày làm việc`,
      expired: over(expiredOn, today()),
    }));
    const view = {
      rows,
      fields: fieldChoices(entries, asked, (field) => address(PROCEDURES, { "linh-vuc": field })),
      csvHref: address(`${PROCEDURES}.csv`, { "linh-vuc": asked }),
    };
    return page(<ProceduresPage frame={frame} view={view} />);
  });

  const inPrint = { in: (text: string) => (text === "1" ? "1" : null) };
  publicPage(app, `${PROCEDURES}/:slug`, inPrint, async ({ params, query }) => {
    const { frame } = await common();
    const entry = await entryBySlug(db, "procedure", params.slug!);
    if (entry?.status !== "PUBLIC") throw new NotFound();
    const services = (await publicEntries(db, "service")).filter(
      ({ content, expiredOn }) => content.procedure === entry.id && over(expiredOn, today()) === null,
    );
    const documents = await Promise.all(
      linesOf(entry.content.legalNumbers ?? "").map(async (number) => {
        const address = await addressOfNumber(db, parseNumberSymbol(number) ?? number);
        return { number, href: address && LIBRARY_PATHS.document(address) };
      }),
    );
    const view = procedureView(entry, services, documents, today());
    const jsonLd = { "@context": "https://schema.org", ...serviceJsonLd(frame, view) };
    return page(<ProcedurePage frame={frame} view={view} jsonLd={jsonLd} forPrint={query.in === "1"} />);
  });

  const narrowed = {
    "linh-vuc": asSlug,
    "muc-do": (text: string) => (LEVEL_WORDS.has(text) ? text : null),
  };
  publicPage(app, SERVICES, narrowed, async ({ query }) => {
    const { frame, settings } = await common();
    const entries = await publicEntries(db, "service");
    const procedures = new Map((await publicEntries(db, "procedure")).map(({ id, slug: at }) => [id, at]));
    const [field, level] = [query["linh-vuc"], query["muc-do"]];
    const code = LEVEL_WORDS.get(level ?? "");
    const inAsked = entries.filter(inField(field));
    if (field && inAsked.length === 0) throw new NotFound();
    const rows = inAsked
      .filter(({ content }) => code === undefined || content.level === code)
      .map((entry) => serviceRow(entry, procedures, settings["services.trustedHosts"], today()));
    const to = (more: Record<string, string | undefined>) =>
      address(SERVICES, { "linh-vuc": field, "muc-do": level, ...more });
    const view = {
      rows,
      fields: fieldChoices(entries, field, (one) => to({ "linh-vuc": one })),
      levels: [
        { href: to({ "muc-do": undefined }), label: "Tất cả", current: level === undefined },
        ...[...LEVEL_WORDS].map(([word, one]) => ({
          href: to({ "muc-do": word }),
          label: SERVICE_LEVELS[one].word,
          current: level === word,
        })),
      ],
      csvHref: address(`${SERVICES}.csv`, { "linh-vuc": field, "muc-do": level }),
      jsonLd: {
        "@context": "https://schema.org",
        "@graph": rows.map((row) => serviceJsonLd(frame, { ...row, path: row.procedureHref ?? SERVICES })),
      },
    };
    return page(<ServicesPage frame={frame} view={view} />);
  });

  // With the filters of the page, as it stands in its address.
  listDownloads(app, PROCEDURES, "public", async ({ query }) => {
    const { "linh-vuc": field } = query as Record<string, unknown>;
    const entries = (await publicEntries(db, "procedure")).filter(inField(field === undefined ? field : String(field)));
    return catalogueSheet("procedure", entries, new Map(), { isDesk: false });
  });
  listDownloads(app, SERVICES, "public", async ({ query }) => {
    const { "linh-vuc": field, "muc-do": level } = query as Record<string, unknown>;
    const code = LEVEL_WORDS.get(String(level));
    const entries = (await publicEntries(db, "service"))
      .filter(inField(field === undefined ? field : String(field)))
      .filter(({ content }) => code === undefined || content.level === code);
    return catalogueSheet("service", entries, await procedureCodes(db), { isDesk: false });
  });
}

const inField = (asked: string | undefined) => (entry: Entry) =>
  asked === undefined || slug(entry.content.field ?? "") === asked;

/** The day since which an entry is over, as it is read; null while it is in force. */
const over = (expiredOn: Day | null, today: Day) =>
  expiredOn !== null && expiredOn <= today ? readable(expiredOn) : null;

function address(path: string, parts: Readonly<Record<string, string | undefined>>): string {
  const said = Object.entries(parts).flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : []));
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said)}`;
}

function fieldChoices(
  entries: readonly Entry[],
  asked: string | undefined,
  to: (field: string | undefined) => string,
): Choice[] {
  const names = new Map(entries.map(({ content }) => [slug(content.field ?? ""), content.field ?? ""]));
  return [
    { href: to(undefined), label: "Tất cả", current: asked === undefined },
    ...[...names].map(([word, label]) => ({ href: to(word), label, current: asked === word })),
  ];
}

function procedureView(entry: Entry, services: readonly Entry[], documents: ProcedureView["documents"], today: Day) {
  const { content } = entry;
  const text = (key: string) => content[key] ?? "";
  const expired = over(entry.expiredOn, today);
  return {
    path: procedureHref(entry.slug),
    code: entry.code,
    name: text("name"),
    field: text("field"),
    steps: linesOf(text("steps")),
    dossier: linesOf(text("dossier")),
    copies: text("copies"),
    days: `${text("days")} ngày làm việc`,
    fee: text("fee"),
    place: text("place"),
    responsible: text("responsible"),
    result: text("result"),
    legalBasis: text("legalBasis").split(/\n+/).filter(Boolean),
    documents,
    forms: entry.files.map(({ hash, name, title, size }) => ({
      href: attachmentAddress(hash, name),
      name,
      title,
      size,
    })),
    services: services.map(({ content: { name = "", level = "", link = "" } }) => ({
      name,
      level: isLevel(level) ? SERVICE_LEVELS[level].word : "",
      link,
      host: hostOf(link) ?? "",
    })),
    unit: entry.unitName,
    confirmedOn: readable(entry.confirmedOn),
    expired,
    expiredReason: entry.expiredReason ?? "",
  };
}

function serviceRow(entry: Entry, procedures: ReadonlyMap<string, string>, trusted: readonly string[], today: Day) {
  const { content } = entry;
  const { name = "", field = "", level = "", link = "", note = "", outsideReason = "" } = content;
  const host = hostOf(link) ?? "";
  const procedure = procedures.get(content.procedure ?? "");
  return {
    id: entry.id,
    code: entry.code,
    name,
    field,
    level: isLevel(level) ? SERVICE_LEVELS[level].word : "",
    procedureHref: procedure === undefined ? null : procedureHref(procedure),
    link,
    host,
    outside: host && !isTrustedHost(host, trusted) && isReason(outsideReason) ? outsideReason : "",
    note,
    expired: over(entry.expiredOn, today),
  };
}
