import { z } from "zod";
import { unitHref } from "../about/paths.ts";
import { structureOn } from "../about/structure.queries.ts";
import { linesOf } from "../desk/record-fields.ts";
import { readEntries, readItems } from "../disclosure/disclosure.queries.ts";
import type { Entry, Item } from "../disclosure/disclosure.ts";
import { readNames } from "../disclosure/names.queries.ts";
import { PUBLIC_PATHS } from "../disclosure/paths.ts";
import { shownContent } from "../disclosure/public-models.ts";
import { inForce, type Redaction, readRedactions } from "../disclosure/redactions.queries.ts";
import { EVENT_KINDS } from "../events/event.ts";
import { readEvents } from "../events/events.queries.ts";
import { EVENT_PATHS } from "../events/paths.ts";
import { type Day, dayOf } from "../kernel/clock.ts";
import { fold } from "../kernel/vietnamese.ts";
import { currentFiles, DOCUMENT_KINDS } from "../library/document.ts";
import { filesOfDocument, readLibrary, shelfNames } from "../library/documents.queries.ts";
import { LIBRARY_PATHS } from "../library/paths.ts";
import { shelve } from "../library/shelf.ts";
import { VALIDITY_WORDS } from "../library/validity-words.ts";
import { attachmentAddress } from "../media/addresses.ts";
import { isLevel, SERVICE_LEVELS } from "../services/levels.ts";
import { procedureHref, SERVICES } from "../services/paths.ts";
import { publicEntries } from "../services/services.queries.ts";
import type { Db } from "../storage/database.ts";
import {
  articleSchema,
  documentSchema,
  entrySchema,
  eventSchema,
  itemSchema,
  procedureSchema,
  serviceSchema,
  tableSchema,
  unitSchema,
} from "./schemas.ts";

export interface Reading {
  readonly db: Db;
  readonly today: Day;
  /** Scheme and official host. */
  readonly origin: string;
}

export type Filters = Readonly<Record<string, string>>;

/** One kind of open data: its shape, what it can be filtered by, and how what is public of it is read. */
export interface Resource {
  /** Path under `/api/v1`. */
  readonly path: string;
  /** Name of its shape in `openapi.json`. */
  readonly name: string;
  readonly title: string;
  readonly clause: string;
  readonly schema: z.ZodObject;
  readonly filters: Readonly<Record<string, z.ZodType<string>>>;
  /** Everything public that passes the filters, in a fixed order. */
  read(reading: Reading, filters: Filters): Promise<readonly object[]>;
  /** One by its id where the whole list is too long to look through; what is not public is not there. */
  readOne?(reading: Reading, id: string): Promise<object | undefined>;
}

const words = z.string().min(1).max(100);
const year = z.string().regex(/^(19|20)\d{2}$/, "Năm gồm bốn chữ số, ví dụ 2026");
const schoolYear = z.string().regex(/^20\d{2}-20\d{2}$/, "Năm học có dạng 2026-2027");
const slugWords = z.string().regex(/^[a-z0-9-]{1,80}$/, "Chỉ gồm chữ thường không dấu, số và dấu gạch ngang");

const holds = (asked: string | undefined, ...texts: string[]) =>
  asked === undefined ||
  fold(asked)
    .split(/\s+/)
    .every((word) => fold(texts.join(" ")).includes(word));
const is = (asked: string | undefined, value: string) => asked === undefined || asked === value;

const DOCUMENTS: Resource = {
  path: "documents",
  name: "Document",
  title: "Văn bản",
  clause: "Đ14.k3",
  schema: documentSchema,
  filters: { q: words, year, validity: documentSchema.shape.validity, kind: words },
  async read({ db, today, origin }, { q, year: issued, validity, kind }) {
    const library = await readLibrary(db, { isPublic: true });
    const found = shelve(library, await shelfNames(db), today).filter(
      (one) =>
        holds(q, one.number, one.abstract, one.issuer) &&
        is(issued, one.issuedOn.slice(0, 4)) &&
        is(validity, one.validity.state) &&
        (kind === undefined || fold(kind) === fold(DOCUMENT_KINDS[one.kind])),
    );
    return Promise.all(
      found.map(async (one) => ({
        id: one.id,
        number: one.number,
        kind: DOCUMENT_KINDS[one.kind],
        issuedOn: one.issuedOn,
        issuer: one.issuer,
        signer: one.signer,
        abstract: one.abstract,
        effectiveOn: one.effectiveOn,
        effectiveTo: one.effectiveTo,
        validity: one.validity.state,
        validityWord: VALIDITY_WORDS[one.validity.state].word,
        field: one.fieldName,
        unit: one.unitName,
        publishedAt: one.publishedAt,
        address: origin + LIBRARY_PATHS.document(one.slug ?? ""),
        files: currentFiles(await filesOfDocument(db, one.id)).map(({ title, name, size, hash }) => ({
          title,
          name,
          size,
          sha256: hash,
          address: origin + attachmentAddress(hash, name),
        })),
      })),
    );
  },
};

/** Every version that was ever published, as the public reads it: what an order withheld is withheld here too. */
async function disclosed(db: Db): Promise<{ entry: Entry; item: Item; redactions: readonly Redaction[] }[]> {
  const items = new Map((await readItems(db)).map((item) => [item.id, item]));
  const redactions = await readRedactions(db);
  return (await readEntries(db, { onlyPublic: true })).flatMap((entry) => {
    const item = items.get(entry.item);
    return item ? [{ entry, item, redactions }] : [];
  });
}

const statusOf = ({ state }: Entry) => (state === "PUBLISHED" ? "current" : "superseded");
const tableId = (entry: Entry, number: number) => `${entry.id}-${number}`;

const ITEMS: Resource = {
  path: "disclosure/items",
  name: "DisclosureItem",
  title: "Danh mục phải công khai",
  clause: "Đ13.k1.c",
  schema: itemSchema,
  filters: { code: slugWords },
  async read({ db }, { code }) {
    const names = await readNames(db);
    return (await readItems(db))
      .filter((item) => is(code, item.code))
      .map(({ id, code, title, groupTitle, regime, citation, fromYear, toYear, unit }) => ({
        id,
        code,
        title,
        group: groupTitle,
        regime: regime.name,
        citation,
        fromYear: Math.max(fromYear ?? 0, regime.fromYear),
        toYear: toYear ?? regime.toYear,
        unit: (unit && names.get(unit)) || "",
      }));
  },
};

const ENTRIES: Resource = {
  path: "disclosure/entries",
  name: "DisclosureEntry",
  title: "Nội dung đã công khai, mọi phiên bản",
  clause: "Đ13.k1.c",
  schema: entrySchema,
  filters: { schoolYear, item: slugWords, status: entrySchema.shape.status },
  async read({ db, origin }, { schoolYear: asked, item: code, status }) {
    const names = await readNames(db);
    return (await disclosed(db))
      .filter(({ entry, item }) => is(asked, entry.year) && is(code, item.code) && is(status, statusOf(entry)))
      .map(({ entry, item, redactions }) => {
        const { content, hash } = shownContent(entry, redactions);
        return {
          id: entry.id,
          item: item.code,
          itemTitle: item.title,
          schoolYear: entry.year,
          version: entry.version,
          status: statusOf(entry),
          title: content.title,
          text: content.text,
          changeNote: entry.content.changeNote,
          publishedAt: entry.publishedAt,
          unit: names.get(entry.unit) ?? "",
          sha256: hash,
          redactedBy: inForce(redactions, entry.id)?.orderNumber ?? null,
          address: origin + PUBLIC_PATHS.version(entry.year, item.code, entry.version),
          tables: content.tables.map((_, index) => tableId(entry, index + 1)),
          files: content.files.map(({ title, name, size, file }) => ({
            title: title || name,
            name,
            size,
            sha256: file,
            address: origin + attachmentAddress(file, name),
          })),
        };
      });
  },
};

const TABLES: Resource = {
  path: "disclosure/tables",
  name: "DisclosureTable",
  title: "Bảng số liệu công khai",
  clause: "Đ13.k1.c",
  schema: tableSchema,
  filters: { schoolYear, item: slugWords, status: tableSchema.shape.status },
  async read({ db, origin }, { schoolYear: asked, item: code, status }) {
    return (await disclosed(db))
      .filter(({ entry, item }) => is(asked, entry.year) && is(code, item.code) && is(status, statusOf(entry)))
      .flatMap(({ entry, item, redactions }) => {
        const { content } = shownContent(entry, redactions);
        return content.tables.map(({ caption, columns, rows }, index) => ({
          id: tableId(entry, index + 1),
          entry: entry.id,
          item: item.code,
          schoolYear: entry.year,
          version: entry.version,
          status: statusOf(entry),
          number: index + 1,
          caption: caption || content.title,
          columns,
          rows,
          csv: origin + PUBLIC_PATHS.versionTable(entry.year, item.code, entry.version, index + 1),
        }));
      });
  },
};

const PROCEDURES: Resource = {
  path: "procedures",
  name: "Procedure",
  title: "Thủ tục hành chính",
  clause: "Đ14.k5.g1",
  schema: procedureSchema,
  filters: { q: words, field: words },
  async read({ db, origin }, { q, field }) {
    const found = (await publicEntries(db, "procedure")).filter(
      ({ content }) => holds(q, content.name ?? "", content.field ?? "") && holds(field, content.field ?? ""),
    );
    return found.map(({ id, code, slug, content, files, unitName, reviewOn, expiredOn }) => {
      const text = (key: string) => content[key] ?? "";
      return {
        id,
        code,
        name: text("name"),
        field: text("field"),
        steps: linesOf(text("steps")),
        dossier: linesOf(text("dossier")),
        copies: text("copies"),
        workingDays: text("days") === "" ? null : Number(text("days")),
        fee: text("fee"),
        place: text("place"),
        responsible: text("responsible"),
        result: text("result"),
        legalBasis: text("legalBasis"),
        legalNumbers: linesOf(text("legalNumbers")),
        unit: unitName,
        reviewOn,
        expiredOn,
        address: origin + procedureHref(slug),
        files: files.map(({ hash, name, title, size }) => ({
          title,
          name,
          size,
          sha256: hash,
          address: origin + attachmentAddress(hash, name),
        })),
      };
    });
  },
};

const PUBLIC_SERVICES: Resource = {
  path: "services",
  name: "Service",
  title: "Dịch vụ công",
  clause: "Đ14.k5.g2",
  schema: serviceSchema,
  filters: { q: words, level: serviceSchema.shape.level },
  async read({ db, origin }, { q, level }) {
    return (await publicEntries(db, "service")).flatMap(({ id, code, content, unitName, expiredOn }) => {
      const { name = "", field = "", note = "", link, procedure, level: own = "" } = content;
      if (!isLevel(own) || !is(level, own) || !holds(q, name, field)) return [];
      return {
        id,
        code,
        name,
        field,
        level: own,
        levelWord: SERVICE_LEVELS[own].word,
        procedure: procedure || null,
        link: link || null,
        note,
        unit: unitName,
        expiredOn,
        address: origin + SERVICES,
      };
    });
  },
};

const articles = (db: Db) =>
  db
    .selectFrom("published_article as a")
    .innerJoin("unit as u", "u.id", "a.unit_id")
    .innerJoin("category as c", "c.id", "a.category_id")
    .select(["a.article_id as id", "a.slug", "a.title", "a.lead", "c.name as section", "c.slug as sectionSlug"])
    .select(["u.name as unit", "a.published_at as publishedAt", "a.updated_at as updatedAt"]);

const articleOf = <Row extends { slug: string }>({ slug, ...row }: Row, origin: string) => ({
  ...row,
  address: `${origin}/bai-viet/${slug}`,
});

const ARTICLES: Resource = {
  path: "articles",
  name: "Article",
  title: "Tin, bài (tiêu đề, tóm tắt, địa chỉ)",
  clause: "Đ3.k2.c",
  schema: articleSchema,
  filters: { q: words, section: slugWords, year },
  async read({ db, origin }, { q, section, year: asked }) {
    let query = articles(db);
    if (section !== undefined) query = query.where("c.slug", "=", section);
    if (asked !== undefined) query = query.where("a.published_at", "like", `${asked}-%`);
    const rows = await query.orderBy("a.published_at", "desc").orderBy("a.article_id", "desc").execute();
    return rows.filter(({ title, lead }) => holds(q, title, lead)).map((row) => articleOf(row, origin));
  },
  async readOne({ db, origin }, id) {
    const row = await articles(db).where("a.article_id", "=", id).executeTakeFirst();
    return row && articleOf(row, origin);
  },
};

const EVENTS: Resource = {
  path: "events",
  name: "Event",
  title: "Lịch sự kiện",
  clause: "Đ14.k2",
  schema: eventSchema,
  filters: { q: words, year },
  async read({ db, origin }, { q, year: asked }) {
    return (await readEvents(db, { isPublic: true })).flatMap((event) => {
      const { kind, title, place, description, sessions } = event.content;
      if (!is(asked, dayOf(event.startsAt).slice(0, 4)) || !holds(q, title, place)) return [];
      return {
        id: event.id,
        kind: EVENT_KINDS[kind],
        title,
        place,
        unit: event.unitName,
        startsAt: event.startsAt,
        endsAt: event.endsAt,
        sessions,
        description,
        isCancelled: event.cancelledAt !== null,
        cancelReason: event.cancelReason,
        address: origin + EVENT_PATHS.one(event.slug),
      };
    });
  },
};

const UNITS: Resource = {
  path: "units",
  name: "Unit",
  title: "Đơn vị, liên hệ công vụ",
  clause: "Đ14.k1",
  schema: unitSchema,
  filters: {},
  async read({ db, today, origin }) {
    const { units } = await structureOn(db, today);
    return units.map(({ id, code, name, duties, contact: { phone, email, place }, heads }) => ({
      id,
      code,
      name,
      duties,
      phone,
      email,
      place,
      heads: heads.map(({ name: head, position }) => ({ name: head, position })),
      address: origin + unitHref(code),
    }));
  },
};

/** Every kind of open data, in the order of the page about it. */
export const RESOURCES: readonly Resource[] = [
  DOCUMENTS,
  ITEMS,
  ENTRIES,
  TABLES,
  PROCEDURES,
  PUBLIC_SERVICES,
  ARTICLES,
  EVENTS,
  UNITS,
];
