import type { FastifyInstance } from "fastify";
import { isDay, readable } from "../board/rules.ts";
import { NotFound } from "../http/errors.ts";
import type { PublicPage } from "../http/kept-page.ts";
import { pageNumber, publicPage } from "../http/public-page.ts";
import { addDays, type Day, dayOf, startOfDay } from "../kernel/clock.ts";
import { listDownloads } from "../lists/download.ts";
import { fileTexts } from "../media/store.ts";
import type { Portal } from "../portal.ts";
import { siteOrigin } from "../settings/origin.ts";
import { readFrame } from "../site/pages.ts";
import type { Assets } from "../ui/assets.ts";
import { renderDocument } from "../ui/document.tsx";
import { currentFiles, type DocumentFile } from "./document.ts";
import { DocumentPage } from "./document-page.view.tsx";
import {
  filesOfDocument,
  type Library,
  publicDocument,
  readLibrary,
  shelfNames,
  wordings,
} from "./documents.queries.ts";
import { filePreviews } from "./file-preview.ts";
import { filterChoices, filtered, filterHref, isTyped, type LibraryFilter, readFilter } from "./filter.ts";
import { LibraryListPage } from "./library-list.view.tsx";
import { LIBRARY_PATHS, LIBRARY_TAG } from "./paths.ts";
import { relationLines } from "./relation-lines.ts";
import { documentsSheet } from "./sheet.ts";
import { type ShelvedDocument, shelve } from "./shelf.ts";
import { dayWords, validitySentence } from "./validity-words.ts";

const PAGE_SIZE = 20;
/** Letters of a file shown in the page; the rest is read in the file. */
const LONGEST_SHOWN = 200_000;
const TAGS = ["all", LIBRARY_TAG, "board"];

/** `/van-ban` and `/van-ban/<slug>`: the library as the public reads it. What is a draft cannot be reached from here. */
export function librarySite(app: FastifyInstance, portal: Portal, assets: Assets): void {
  const { db } = portal;
  const today = () => dayOf(portal.clock.now());
  const frameNow = () => readFrame(portal, assets);
  const shelved = async (day: Day): Promise<{ library: Library; documents: ShelvedDocument[] }> => {
    const library = await readLibrary(db, { isPublic: true });
    return { library, documents: shelve(library, await shelfNames(db), day) };
  };

  app.get(LIBRARY_PATHS.site, { config: { may: "public" } }, async (request, reply) => {
    const filter = readFilter(request.query);
    const { trang } = request.query as { trang?: unknown };
    const page = Number(pageNumber(typeof trang === "string" ? trang : "") ?? "1");
    // What people type has no end, so it is not kept.
    if (isTyped(filter)) return reply.page(await listPage(filter, page));
    const key = filterHref(LIBRARY_PATHS.site, filter, page);
    await app.pages.answer(key, request.raw, reply.raw, async (): Promise<PublicPage> => {
      const body = renderDocument(await listPage(filter, page));
      return { body, tags: TAGS, until: startOfDay(addDays(today(), 1)) };
    });
    reply.hijack();
  });

  async function listPage(filter: LibraryFilter, page: number) {
    const day = today();
    const { documents } = await shelved(day);
    const found = filtered(documents, filter);
    const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
    if (page > pages) throw new NotFound();
    const view = {
      rows: found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
      total: found.length,
      page,
      pages,
      filter,
      choices: filterChoices(documents),
      today: readable(day),
    };
    return <LibraryListPage frame={await frameNow()} view={view} />;
  }

  listDownloads(app, LIBRARY_PATHS.site, "public", async (request) => {
    const { documents } = await shelved(today());
    return documentsSheet(filtered(documents, readFilter(request.query)), siteOrigin(await portal.settings()));
  });

  const parts = {
    ngay: (text: string) => (isDay(text) ? text : null),
    in: (text: string) => (text === "1" ? "1" : null),
  };
  publicPage(app, "/van-ban/:slug", parts, async ({ params, query }) => {
    const whole = await publicDocument(db, params.slug!);
    if (!whole) throw new NotFound();
    const now = today();
    const day = query.ngay ?? now;
    const { library, documents } = await shelved(day);
    const files = await filesOfDocument(db, whole.id);
    const current = currentFiles(files);
    const text = whole.text || (await textOfMainFile(current));
    const document = { ...documents.find(({ id }) => id === whole.id)!, text };
    const view = {
      document,
      path: LIBRARY_PATHS.document(whole.slug!),
      day,
      dayWords: dayWords(day, now),
      isToday: day === now,
      sentence: validitySentence(document.validity, new Map(documents.map((one) => [one.id, one]))),
      relations: relationLines(document, library, ({ slug }) => LIBRARY_PATHS.document(slug ?? "")),
      files: current,
      previews: await filePreviews(portal, current),
      oldFiles: files.filter((file) => !current.includes(file)).toReversed(),
      changes: await wordings(db, whole.id, whole.publishedAt ?? ""),
    };
    const body = renderDocument(<DocumentPage frame={await frameNow()} view={view} forPrint={query.in === "1"} />);
    return { body, tags: TAGS, ...(query.ngay ? {} : { until: startOfDay(addDays(now, 1)) }) };
  });

  /** What was read of the main file when it was received; the file itself stays the document. */
  async function textOfMainFile([main]: readonly DocumentFile[]): Promise<string> {
    if (!main) return "";
    return (await fileTexts(db, [main.hash])).get(main.hash)?.text.slice(0, LONGEST_SHOWN) ?? "";
  }

  app.get<{ Params: { slug: string; slot: string } }>(
    "/van-ban/:slug/tep/:slot",
    { config: { may: "public" } },
    async (request, reply) => {
      const document = await publicDocument(db, request.params.slug);
      const files = document ? currentFiles(await filesOfDocument(db, document.id)) : [];
      const file = files.find(({ slot }) => String(slot) === request.params.slot);
      if (!file) throw new NotFound();
      // Not for ever: the next version of the file will be answered under this address.
      return reply.header("Cache-Control", "no-cache").redirect(`/tep/${file.hash}/${file.name}`, 302);
    },
  );
}
