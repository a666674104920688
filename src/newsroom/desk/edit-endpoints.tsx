import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { visitorOf } from "../../desk/visitor.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { keepAttachment, keepCaptions, keepPicture, keepVideo } from "../../media/upload.ts";
import { tooHeavyVideo } from "../../media/videos.ts";
import type {
  Autosaved,
  CaptionsUploaded,
  FileUploaded,
  PictureUploaded,
  Presence,
  SaidNo,
  VideoUploaded,
  WordImported,
} from "../../ui/islands/editor/wire.ts";
import { explain } from "../../words/refusals.ts";
import { contentHash } from "../content-hash.ts";
import { readContent } from "../content-reader.ts";
import { dropWorkingCopy, keepWorkingCopy, otherWriters } from "../drafts.ts";
import type { LoadedEdition } from "../editions.queries.ts";
import { type Desk, textOf, visibleEdition } from "./desk.ts";
import { inUnit, judgeEdit, ownWorkingCopy, uniquePeople } from "./edit.model.ts";
import { versionFrom } from "./edit.page.tsx";
import { LegacyPage } from "./legacy.view.tsx";
import { paths } from "./paths.ts";
import { may } from "./permissions.ts";
import { receiveFile } from "./received-file.ts";
import { ENCODING_NAMES, takeWord } from "./word-intake.ts";
import { reportCode } from "./word-report.ts";
import { titleOr } from "./words.ts";

interface OfEdition {
  Params: { id: Id };
  Querystring: { trang?: string };
}

const MB = 1024 * 1024;
const writes = (megabytes: number) => ({
  config: { may: "article.write", upload: { fileSize: megabytes * MB, files: 1 } },
});

/** Beyond what the setting may allow: the limit of the setting is kept while the video is read. */
const MOST_VIDEO = 4000;
const NO_FILE = "Chưa chọn tệp nào. Hãy chọn một tệp rồi tải lên.";

/**
 * What the editor's script says to the server while somebody writes. Autosave and presence change no state and make no
 * version; uploads are kept for whoever may change the text now, and for nobody else.
 */
export function editEndpoints(app: FastifyInstance, desk: Desk): void {
  const { portal, presence } = desk;

  app.post<OfEdition>(paths.autosave(":id"), may("article.write"), async (request, reply) => {
    const loaded = await writable(desk, request, reply);
    if (!loaded) return reply;
    const { person } = visitorOf(request);
    const edition = loaded.row.id;
    const read = readContent(request.body, newId);
    if (!read.ok) return no(reply, read.error[0]?.message ?? "Nội dung chưa đọc được.");
    const savedAt = portal.clock.now();
    const content = inUnit(read.value, loaded);
    const baseVersion = versionFrom(baseOf(request.body)) || loaded.row.version;
    await portal.database.transact((tx) =>
      contentHash(content) === loaded.facts.hash
        ? dropWorkingCopy(tx, edition, person.id)
        : keepWorkingCopy(tx, edition, person.id, { content, baseVersion, savedAt }),
    );
    presence.note(edition, person.id, person.fullName, savedAt);
    const answer: Autosaved = { savedAt, ...(await presenceOf(desk, request, loaded)) };
    return reply.send(answer);
  });

  app.post<OfEdition>(paths.presence(":id"), may("article.write"), async (request, reply) => {
    const loaded = await visibleEdition(desk, request, request.params.id);
    const { person } = visitorOf(request);
    presence.note(loaded.row.id, person.id, person.fullName, portal.clock.now());
    return reply.send(await presenceOf(desk, request, loaded));
  });

  app.post<OfEdition>(paths.pictures(":id"), writes(25), async (request, reply) => {
    if (!(await writable(desk, request, reply))) return reply;
    const { file } = await receiveFile(request);
    if (!file) return no(reply, NO_FILE);
    const kept = await keepPicture(portal, { ...file, by: visitorOf(request).person.id });
    if (!kept.ok) return no(reply, kept.error.message);
    const answer: PictureUploaded = { ok: true, picture: kept.value };
    return reply.send(answer);
  });

  app.post<OfEdition>(paths.files(":id"), writes(30), async (request, reply) => {
    if (!(await writable(desk, request, reply))) return reply;
    const { file } = await receiveFile(request);
    if (!file) return no(reply, NO_FILE);
    const kept = await keepAttachment(portal, { ...file, by: visitorOf(request).person.id });
    if (!kept.ok) return no(reply, kept.error.message);
    const answer: FileUploaded = { ok: true, attachment: kept.value };
    return reply.send(answer);
  });

  /** Read as it arrives: answered at the first byte that says no, however much was still to come. */
  app.post<OfEdition>(paths.videos(":id"), writes(MOST_VIDEO), async (request, reply) => {
    if (!(await writable(desk, request, reply))) return reply;
    const limit = (await portal.settings())["media.videoMegabytes"] * MB;
    if (Number(request.headers["content-length"] ?? 0) > limit + MB) return no(reply, tooHeavyVideo(limit), 413);
    for await (const part of request.formParts ?? []) {
      if (part.type !== "file" || !part.filename) continue;
      const sent = { stream: part.file, name: part.filename.normalize("NFC"), by: visitorOf(request).person.id };
      const kept = await keepVideo(portal, sent, limit);
      if (!kept.ok) return no(reply, kept.error.message);
      const answer: VideoUploaded = { ok: true, video: kept.value };
      return reply.send(answer);
    }
    return no(reply, NO_FILE);
  });

  app.post<OfEdition>(paths.captions(":id"), writes(3), async (request, reply) => {
    if (!(await writable(desk, request, reply))) return reply;
    const { file } = await receiveFile(request);
    if (!file) return no(reply, NO_FILE);
    const kept = await keepCaptions(portal, { ...file, by: visitorOf(request).person.id });
    if (!kept.ok) return no(reply, kept.error.message);
    const answer: CaptionsUploaded = { ok: true, captions: kept.value.file, cues: kept.value.cues };
    return reply.send(answer);
  });

  app.post<OfEdition>(paths.word(":id"), writes(30), async (request, reply) => {
    const isPage = request.query.trang === "1";
    if (isPage) return takeIntoWorkingCopy(request, reply);
    if (!(await writable(desk, request, reply))) return reply;
    const { file, fields } = await receiveFile(request);
    if (!file) return no(reply, NO_FILE);
    const convertLegacy = textOf(fields, "convertLegacy") === "1";
    const taken = await takeWord(portal, file.bytes, { convertLegacy, by: visitorOf(request).person.id });
    if (!taken.ok) return no(reply, taken.error);
    const answer: WordImported = { ok: true, import: taken.value };
    return reply.send(answer);
  });

  /** Without script: what the file gives becomes the person's working copy, which he reads before he saves it. */
  async function takeIntoWorkingCopy(request: FastifyRequest, reply: FastifyReply) {
    const { id } = request.params as { id: Id };
    const loaded = await visibleEdition(desk, request, id);
    const { person } = visitorOf(request);
    const allowed = await judgeEdit(desk, request, loaded);
    if (!allowed.ok) return reply.problem("stale", { links: [{ href: paths.article(id), label: "Mở lại trang bài" }] });
    const { file, fields } = await receiveFile(request);
    const back = [{ href: paths.edit(id), label: "Về trang sửa bài" }];
    const problem = (sentence: string) =>
      reply.problem("badRequest", {
        status: 422,
        title: "Chưa nhập được tệp Word",
        sentences: [sentence],
        links: back,
      });
    if (!file) return problem(NO_FILE);
    const convertLegacy = textOf(fields, "convertLegacy") === "1";
    const taken = await takeWord(portal, file.bytes, { convertLegacy, by: person.id });
    if (!taken.ok) return problem(taken.error);
    const { title, lead, body, dropped, legacy } = taken.value;
    if (legacy) {
      const page = (
        <LegacyPage
          desk={await desk.frame(request, paths.articles)}
          edition={id}
          title={titleOr(loaded.content.title)}
          fileName={file.name}
          encoding={ENCODING_NAMES[legacy.encoding]}
          legacy={legacy}
        />
      );
      return reply.page(page, { status: 409 });
    }
    const copy = await ownWorkingCopy(desk, request, loaded);
    const before = copy?.content ?? loaded.content;
    const content = { ...before, title: title || before.title, lead: lead || before.lead, body };
    const baseVersion = copy?.baseVersion ?? loaded.row.version;
    await portal.database.transact((tx) =>
      keepWorkingCopy(tx, id, person.id, { content, baseVersion, savedAt: portal.clock.now() }),
    );
    return reply.redirectAfterPost(`${paths.edit(id)}?bo=${reportCode(dropped)}`);
  }
}

/** The edition, when the visitor may change its text now; otherwise the refusal is sent and there is null. */
async function writable(desk: Desk, request: FastifyRequest, reply: FastifyReply): Promise<LoadedEdition | null> {
  const { id } = request.params as { id: Id };
  const loaded = await visibleEdition(desk, request, id);
  const allowed = await judgeEdit(desk, request, loaded);
  if (allowed.ok) return loaded;
  no(reply, allowed.error.map((refusal) => explain(refusal).text).join(" "), 409);
  return null;
}

async function presenceOf(
  { portal, presence }: Desk,
  request: FastifyRequest,
  { row }: LoadedEdition,
): Promise<Presence> {
  const { person } = visitorOf(request);
  const present = presence.others(row.id, person.id, portal.clock.now());
  return {
    others: uniquePeople([...present, ...(await otherWriters(portal.db, row.id, person.id))]),
    version: row.version,
  };
}

function baseOf(body: unknown): string {
  const base = (body as { baseVersion?: unknown } | null)?.baseVersion;
  return typeof base === "string" || typeof base === "number" ? String(base) : "";
}

function no(reply: FastifyReply, message: string, status = 422): FastifyReply {
  const answer: SaidNo = { ok: false, message };
  return reply.code(status).send(answer);
}
