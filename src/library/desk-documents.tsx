import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isInForce } from "../board/actor.ts";
import { readBoard } from "../board/board.queries.ts";
import type { DeskRoom } from "../desk/room.ts";
import { visitorOf } from "../desk/visitor.ts";
import { NotFound } from "../http/errors.ts";
import { EMPTY_FORM, type FormState, one, refusedForm } from "../http/form-state.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { keepAttachment } from "../media/upload.ts";
import { receiveFile } from "../newsroom/desk/received-file.ts";
import { addDocument } from "./commands/add-document.ts";
import { changeDocument } from "./commands/change-document.ts";
import { confirmStillRight, nextReview } from "./commands/confirm-still-right.ts";
import { publishDocument } from "./commands/publish-document.ts";
import { addFile, replaceFile } from "./commands/put-file.ts";
import { relate, withdrawRelation } from "./commands/relate.ts";
import { afterwards, type Done, libraryFrame, may } from "./desk-frame.ts";
import { currentFiles, documentName, type LibraryDocument } from "./document.ts";
import { DocumentDeskPage } from "./document-desk.view.tsx";
import { CONTROL_NAMES, CONTROL_OF, readDocumentForm, typedOf } from "./document-form.ts";
import { DocumentFormPage } from "./document-form.view.tsx";
import { documentById, filesOfDocument, readLibrary, shelfNames, wordings } from "./documents.queries.ts";
import { LIBRARY_PATHS } from "./paths.ts";
import { relationLines } from "./relation-lines.ts";
import { mayKeep } from "./rules.ts";
import { shelve } from "./shelf.ts";
import { validitySentence } from "./validity-words.ts";

type ById = { Params: { id: string } };
type Answer = { ok: true } | { ok: false; error: Parameters<typeof refusedForm>[3] };

const FILE_CONTROLS = {
  fileNotReceived: "tep",
  fileSame: "tep",
  fileTitleMissing: "ten-tep",
  fileLanguageUnknown: "ngon-ngu",
  changeNoteShort: "ghi-chu-tep",
};
const RELATION_CONTROLS = {
  relationKindMissing: "quan-he-loai",
  docUnknown: "quan-he-voi",
  relationSelf: "quan-he-voi",
  relationOlder: "quan-he-voi",
  relationCircle: "quan-he-voi",
  relationTaken: "quan-he-voi",
  relationDayInvalid: "quan-he-tu",
  relationDayEarly: "quan-he-tu",
};
/** The largest file of the library. */
const UPLOAD = { fileSize: 30 * 1024 * 1024, files: 1 };

/** Pages and forms of one document. */
export function documentRoutes(app: FastifyInstance, desk: DeskRoom): void {
  const { portal } = desk;
  const today = () => dayOf(portal.clock.now());

  app.get(LIBRARY_PATHS.add, may("library.change"), async (request, reply) => {
    const { actor } = visitorOf(request);
    const settings = await portal.settings();
    const typed = {
      "don-vi": actor.units.length === 1 ? actor.units[0]! : "",
      "co-quan": settings["site.shortName"],
      "ngay-ra-soat": nextReview(today()),
    };
    return formPage(request, reply, null, { ...EMPTY_FORM, typed }, 200);
  });

  app.post(LIBRARY_PATHS.add, may("library.change"), async (request, reply) => {
    const { body } = request;
    const input = { ...readDocumentForm(body), reviewOn: one(body, "ngay-ra-soat") };
    const answer = await portal.act(visitorOf(request).by, addDocument, input);
    if (answer.ok) return reply.redirectAfterPost(afterwards(LIBRARY_PATHS.item(answer.value.id), "them-moi"));
    return formPage(request, reply, null, refusedForm(body, CONTROL_NAMES, [], answer.error, CONTROL_OF), 422);
  });

  app.get<ById>("/ban-bien-tap/van-ban/muc/:id", may("library.read"), async (request, reply) =>
    itemPage(request, reply, EMPTY_FORM, 200),
  );

  app.get<ById>("/ban-bien-tap/van-ban/muc/:id/sua", may("library.change"), async (request, reply) => {
    const document = await documentOf(request.params.id);
    return formPage(request, reply, document, { ...EMPTY_FORM, typed: typedOf(document) }, 200);
  });

  app.post<ById>("/ban-bien-tap/van-ban/muc/:id/sua", may("library.change"), async (request, reply) => {
    const { body, params } = request;
    const document = await documentOf(params.id);
    const input = {
      ...readDocumentForm(body),
      document: document.id,
      baseVersion: Number(one(body, "ban")),
      note: one(body, "ghi-chu"),
    };
    const answer = await portal.act(visitorOf(request).by, changeDocument, input);
    if (answer.ok) return reply.redirectAfterPost(afterwards(LIBRARY_PATHS.item(document.id), "da-sua"));
    return formPage(request, reply, document, refusedForm(body, CONTROL_NAMES, [], answer.error, CONTROL_OF), 422);
  });

  app.post<ById>("/ban-bien-tap/van-ban/muc/:id/cong-bo", may("library.change"), async (request, reply) => {
    const document = await documentOf(request.params.id);
    const answer = await portal.act(visitorOf(request).by, publishDocument, { document: document.id });
    return answered(request, reply, answer, "da-cong-bo");
  });

  app.post<ById>("/ban-bien-tap/van-ban/muc/:id/van-dung", may("library.change"), async (request, reply) => {
    const document = await documentOf(request.params.id);
    const answer = await portal.act(visitorOf(request).by, confirmStillRight, { document: document.id });
    const isFromList = one(request.body, "ve") === LIBRARY_PATHS.due;
    if (answer.ok && isFromList) return reply.redirectAfterPost(afterwards(LIBRARY_PATHS.due, "van-dung"));
    return answered(request, reply, answer, "van-dung");
  });

  app.post<ById>(
    "/ban-bien-tap/van-ban/muc/:id/tep",
    { config: { may: "library.change", upload: UPLOAD } },
    async (request, reply) => {
      const document = await documentOf(request.params.id);
      const { file, fields } = await receiveFile(request);
      const { by, person } = visitorOf(request);
      const kept = file && (await keepAttachment(portal, { ...file, by: person.id }));
      const names = ["vi-tri", "ten-tep", "ngon-ngu", "ghi-chu-tep"];
      if (kept && !kept.ok) {
        const form = refusedForm(fields, names, [], [], {});
        const items = [{ text: kept.error.message, href: `#tep-${one(fields, "vi-tri") || "moi"}` }];
        return itemPage(request, reply, { ...form, items, errors: { tep: kept.error.message } }, 422);
      }
      const place = one(fields, "vi-tri");
      const input = {
        document: document.id,
        file: kept ? kept.value.file : "",
        title: one(fields, "ten-tep"),
        language: one(fields, "ngon-ngu"),
        note: one(fields, "ghi-chu-tep"),
      };
      const answer =
        place === ""
          ? await portal.act(by, addFile, input)
          : await portal.act(by, replaceFile, { ...input, slot: Number(place) });
      const done = place === "" ? "da-them-tep" : "da-thay-tep";
      return answered(request, reply, answer, done, refusal(fields, names, answer, FILE_CONTROLS));
    },
  );

  app.post<ById>("/ban-bien-tap/van-ban/muc/:id/quan-he", may("library.change"), async (request, reply) => {
    const { body, params } = request;
    const document = await documentOf(params.id);
    const answer = await portal.act(visitorOf(request).by, relate, {
      from: document.id,
      to: one(body, "quan-he-voi"),
      kind: one(body, "quan-he-loai"),
      on: one(body, "quan-he-tu"),
    });
    const names = ["quan-he-loai", "quan-he-voi", "quan-he-tu"];
    return answered(request, reply, answer, "quan-he", refusal(body, names, answer, RELATION_CONTROLS));
  });

  app.post<ById>("/ban-bien-tap/van-ban/muc/:id/rut-quan-he", may("library.change"), async (request, reply) => {
    const { body } = request;
    const input = { relation: one(body, "quan-he"), reason: one(body, "ly-do-rut") };
    const answer = await portal.act(visitorOf(request).by, withdrawRelation, input);
    return answered(request, reply, answer, "rut-quan-he");
  });

  const refusal = (body: unknown, names: readonly string[], answer: Answer, controls: Record<string, string>) =>
    answer.ok ? EMPTY_FORM : refusedForm(body, names, [], answer.error, controls);

  /** Back to the document: what was done, or everything that stands in the way. */
  async function answered(
    request: FastifyRequest<ById>,
    reply: FastifyReply,
    answer: Answer,
    done: Done,
    form: FormState = refusal(request.body, [], answer, {}),
  ) {
    if (answer.ok) return reply.redirectAfterPost(afterwards(LIBRARY_PATHS.item(request.params.id), done));
    return itemPage(request, reply, form, 422);
  }

  async function documentOf(id: Id): Promise<LibraryDocument> {
    const document = await documentById(portal.db, id);
    if (!document) throw new NotFound(`No document ${id}`);
    return document;
  }

  async function itemPage(request: FastifyRequest<ById>, reply: FastifyReply, form: FormState, status: number) {
    const { id } = await documentOf(request.params.id);
    const library = await readLibrary(portal.db);
    const documents = shelve(library, await shelfNames(portal.db), today());
    const document = documents.find((one) => one.id === id)!;
    const view = {
      frame: await libraryFrame(desk, request, LIBRARY_PATHS.item(id)),
      document,
      sentence: validitySentence(document.validity, new Map(documents.map((one) => [one.id, one]))),
      files: currentFiles(await filesOfDocument(portal.db, id)),
      relations: relationLines(document, library, (other) => LIBRARY_PATHS.item(other.id)),
      history: await wordings(portal.db, id),
      others: documents
        .filter((other) => other.id !== id)
        .map((other) => ({ value: other.id, label: `${documentName(other)}: ${other.abstract}`.slice(0, 120) })),
      mayChange: mayKeep(visitorOf(request).actor, document),
      isDue: document.reviewOn <= today(),
      form,
    };
    return reply.page(<DocumentDeskPage view={view} />, { status });
  }

  async function formPage(
    request: FastifyRequest,
    reply: FastifyReply,
    document: LibraryDocument | null,
    form: FormState,
    status: number,
  ) {
    const board = await readBoard(portal.db);
    const action = document ? LIBRARY_PATHS.edit(document.id) : LIBRARY_PATHS.add;
    const view = {
      frame: await libraryFrame(desk, request, action),
      title: document ? `Sửa ${documentName(document)}` : "Thêm văn bản",
      action,
      back: document ? LIBRARY_PATHS.item(document.id) : LIBRARY_PATHS.desk,
      form,
      units: board.units
        .filter((unit) => isInForce(unit, today()) || unit.id === document?.unit)
        .map(({ id, name }) => ({ value: id, label: name })),
      fields: board.fields.map(({ id, name }) => ({ value: id, label: name })),
      change: document && { version: document.version, isPublic: document.isPublic },
    };
    return reply.page(<DocumentFormPage view={view} />, { status });
  }
}
