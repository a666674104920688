import type { FastifyInstance } from "fastify";
import { readable } from "../board/rules.ts";
import type { DeskRoom } from "../desk/room.ts";
import { visitorOf } from "../desk/visitor.ts";
import { NotFound } from "../http/errors.ts";
import { pageNumber } from "../http/public-page.ts";
import { dayOf } from "../kernel/clock.ts";
import { listDownloads } from "../lists/download.ts";
import { siteOrigin } from "../settings/origin.ts";
import { staleCitations } from "./citations.ts";
import { citingTexts } from "./citing-texts.queries.ts";
import { libraryFrame, may } from "./desk-frame.ts";
import { DeskListPage, DuePage } from "./desk-list.view.tsx";
import { documentName } from "./document.ts";
import { readLibrary, shelfNames } from "./documents.queries.ts";
import { filterChoices, filtered, readFilter } from "./filter.ts";
import { LIBRARY_PATHS } from "./paths.ts";
import { LIBRARY_PERMISSIONS } from "./permissions.ts";
import { mayKeep } from "./rules.ts";
import { documentsSheet } from "./sheet.ts";
import { shelve } from "./shelf.ts";
import { validitySentence } from "./validity-words.ts";
import { WarningsPage } from "./warnings.view.tsx";

const PAGE_SIZE = 30;
/** Days ahead for which a review is shown as coming. */
const AHEAD = 30;

/** The lists of the library's desk: all documents, those to be looked at again, citations of what has expired. */
export function listRoutes(app: FastifyInstance, desk: DeskRoom): void {
  const { portal } = desk;
  const today = () => dayOf(portal.clock.now());
  const shelved = async () => {
    const library = await readLibrary(portal.db);
    return { library, documents: shelve(library, await shelfNames(portal.db), today()) };
  };

  app.get(LIBRARY_PATHS.desk, may("library.read"), async (request, reply) => {
    const filter = readFilter(request.query);
    const { trang } = request.query as { trang?: unknown };
    const page = Number(pageNumber(typeof trang === "string" ? trang : "") ?? "1");
    const { documents } = await shelved();
    const found = filtered(documents, filter);
    const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
    if (page > pages) throw new NotFound();
    const hats: readonly string[] = LIBRARY_PERMISSIONS["library.change"];
    const view = {
      frame: await libraryFrame(desk, request, LIBRARY_PATHS.desk),
      rows: found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
      total: found.length,
      ...{ page, pages, filter },
      choices: filterChoices(documents),
      today: today(),
      mayAdd: hats.includes(visitorOf(request).hat.hat),
    };
    return reply.page(<DeskListPage view={view} />);
  });

  listDownloads(app, LIBRARY_PATHS.desk, "library.read", async (request) => {
    const { documents } = await shelved();
    return documentsSheet(filtered(documents, readFilter(request.query)), siteOrigin(await portal.settings()));
  });

  app.get(LIBRARY_PATHS.due, may("library.read"), async (request, reply) => {
    const { actor } = visitorOf(request);
    const until = Temporal.PlainDate.from(today()).add({ days: AHEAD }).toString();
    const { documents } = await shelved();
    const rows = documents
      .filter(({ reviewOn }) => reviewOn <= until)
      .sort((a, b) => (a.reviewOn < b.reviewOn ? -1 : a.reviewOn > b.reviewOn ? 1 : 0))
      .map((document) => ({ ...document, mayConfirm: mayKeep(actor, document) }));
    const frame = await libraryFrame(desk, request, LIBRARY_PATHS.due);
    return reply.page(<DuePage view={{ frame, rows, today: today() }} />);
  });

  app.get(LIBRARY_PATHS.warnings, may("library.read"), async (request, reply) => {
    const { library, documents } = await shelved();
    const known = new Map(documents.map((one) => [one.id, one]));
    const cited = staleCitations(await citingTexts(portal.db), documents).map(({ source, document }) => ({
      key: `${source.id} ${document.id}`,
      title: source.title,
      href: source.href,
      unit: source.unit,
      document: documentName(document),
      documentHref: LIBRARY_PATHS.item(document.id),
      why: validitySentence(document.validity, known),
    }));
    const resting = library.relations.flatMap((relation) => {
      const [from, to] = [known.get(relation.from), known.get(relation.to)];
      const rests = relation.kind === "BASED_ON" || relation.kind === "GUIDES";
      if (!rests || !from || to?.validity.state !== "EXPIRED" || from.validity.state === "EXPIRED") return [];
      return [
        {
          key: relation.id,
          title: documentName(from),
          href: LIBRARY_PATHS.item(from.id),
          unit: from.unitName,
          document: documentName(to),
          documentHref: LIBRARY_PATHS.item(to.id),
          why: validitySentence(to.validity, known),
        },
      ];
    });
    const frame = await libraryFrame(desk, request, LIBRARY_PATHS.warnings);
    return reply.page(<WarningsPage view={{ frame, cited, resting, today: readable(today()) }} />);
  });
}
