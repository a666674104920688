import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { visitorOf } from "../../desk/visitor.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import type { Refusal } from "../../kernel/result.ts";
import { saveEdition } from "../commands/save-edition.ts";
import type { ArticleContent } from "../content.ts";
import { diffContent } from "../content-diff.ts";
import { readContent } from "../content-reader.ts";
import { dropWorkingCopy, keepWorkingCopy } from "../drafts.ts";
import type { LoadedEdition } from "../editions.queries.ts";
import { readHistoryLines } from "../history-lines.queries.ts";
import { markSeen } from "../seen.ts";
import { ClosedPage, ConflictPage } from "./conflict.view.tsx";
import { type Desk, textOf, visibleEdition } from "./desk.ts";
import { editorFormView, type FormState, formValues, inUnit, judgeEdit, ownWorkingCopy } from "./edit.model.ts";
import { EditPage } from "./edit.view.tsx";
import { readNames } from "./names.queries.ts";
import { paths } from "./paths.ts";
import { may } from "./permissions.ts";
import { explainItem } from "./step-errors.ts";
import { reportLines } from "./word-report.ts";
import { DONE, titleOr } from "./words.ts";

interface OfEdition {
  Params: { id: Id };
  Querystring: { xong?: string; bo?: string };
}

/** Refusals that belong to a field of the form. */
const FIELD_OF: Readonly<Record<string, string>> = { fileUnknown: "body", categoryUnknown: "category" };

/** The editor: shows the saved text or what the person left unsaved, and keeps new versions. Nobody's words are lost. */
export function editPages(app: FastifyInstance, desk: Desk): void {
  const { portal } = desk;
  const common = async (request: FastifyRequest, { row, content }: LoadedEdition) => ({
    desk: await desk.frame(request, paths.articles),
    edition: row.id,
    title: titleOr(content.title),
  });

  async function showEditor(
    request: FastifyRequest,
    reply: FastifyReply,
    loaded: LoadedEdition,
    state: FormState,
    extra: { status?: number; flash?: string | null; refusals?: readonly Refusal[]; wordReport?: string[] | null } = {},
  ) {
    const form = await editorFormView(desk, request, loaded, state);
    const page = (
      <EditPage
        {...(await common(request, loaded))}
        form={form}
        scripts={[desk.assets.islands.editor].filter((script) => script !== undefined)}
        nonce={request.nonce}
        flash={extra.flash ?? null}
        isApproved={loaded.facts.state === "APPROVED"}
        refusals={(extra.refusals ?? []).map(explainItem)}
        wordReport={extra.wordReport ?? null}
      />
    );
    return reply.page(page, { status: extra.status ?? 200 });
  }

  async function showClosed(
    request: FastifyRequest,
    reply: FastifyReply,
    loaded: LoadedEdition,
    refusals: readonly Refusal[],
    status: number,
  ) {
    const copy = await ownWorkingCopy(desk, request, loaded);
    const page = (
      <ClosedPage
        {...(await common(request, loaded))}
        refusals={refusals.map(explainItem)}
        typed={copy && { content: inUnit(copy.content, loaded), savedAt: copy.savedAt }}
        names={await readNames(portal.db)}
      />
    );
    return reply.page(page, { status });
  }

  app.get<OfEdition>(paths.edit(":id"), may("article.write"), async (request, reply) => {
    const loaded = await visibleEdition(desk, request, request.params.id);
    const allowed = await judgeEdit(desk, request, loaded);
    if (!allowed.ok) return showClosed(request, reply, loaded, allowed.error, 409);
    const copy = await ownWorkingCopy(desk, request, loaded);
    const last = (await readHistoryLines(portal.db, loaded.row.id)).findLast(({ kind }) => kind === "version");
    const { xong, bo } = request.query;
    const state: FormState = copy
      ? { values: formValues(copy.content), baseVersion: String(copy.baseVersion), restoredAt: copy.savedAt }
      : {
          values: formValues(loaded.content),
          baseVersion: String(loaded.row.version),
          ...(last ? { savedAt: last.at } : {}),
        };
    return showEditor(request, reply, loaded, state, {
      flash: (xong && DONE[xong]) || null,
      wordReport: typeof bo === "string" ? reportLines(bo) : null,
    });
  });

  app.post<OfEdition>(paths.edit(":id"), may("article.write"), async (request, reply) => {
    const loaded = await visibleEdition(desk, request, request.params.id);
    const { by, person } = visitorOf(request);
    const edition = loaded.row.id;
    const read = readContent(request.body, newId);
    const base = textOf(request.body, "baseVersion");
    const typed: FormState = { values: read.echo, baseVersion: base };
    if (!read.ok) {
      const allowed = await judgeEdit(desk, request, loaded);
      if (!allowed.ok) return showClosed(request, reply, loaded, allowed.error, 409);
      const errors = Object.fromEntries(read.error.map(({ field, message }) => [field, message]));
      return showEditor(request, reply, loaded, { ...typed, errors }, { status: 422 });
    }

    const baseVersion = versionFrom(base);
    const answer = await portal.act(by, saveEdition, { edition, content: read.value, baseVersion });
    if (answer.ok) {
      const { isUnchanged, version } = answer.value;
      await portal.database.transact(async (tx) => {
        await dropWorkingCopy(tx, edition, person.id);
        await markSeen(tx, edition, person.id, isUnchanged ? version - 1 : version, portal.clock.now());
      });
      return reply.redirectAfterPost(`${paths.article(edition)}?xong=${isUnchanged ? "khong-doi" : "edit"}`);
    }

    const fields = answer.error.filter(({ code }) => FIELD_OF[code] !== undefined);
    if (fields.length === answer.error.length) {
      const errors = Object.fromEntries(fields.map((one) => [FIELD_OF[one.code]!, explainItem(one).text]));
      return showEditor(request, reply, loaded, { ...typed, errors }, { status: 422 });
    }
    await keep(edition, person.id, read.value, baseVersion);
    const now = await visibleEdition(desk, request, edition);
    if (answer.error.every(({ code }) => code === "textChanged" || FIELD_OF[code] !== undefined)) {
      return showConflict(request, reply, now, read.value, answer.error);
    }
    return showClosed(request, reply, now, answer.error, 409);
  });

  app.post<OfEdition>(paths.discard(":id"), may("article.read"), async (request, reply) => {
    const loaded = await visibleEdition(desk, request, request.params.id);
    await portal.database.transact((tx) => dropWorkingCopy(tx, loaded.row.id, visitorOf(request).person.id));
    const allowed = await judgeEdit(desk, request, loaded);
    const back = allowed.ok ? paths.edit(loaded.row.id) : paths.article(loaded.row.id);
    return reply.redirectAfterPost(`${back}?xong=bo-ban-go`);
  });

  async function showConflict(
    request: FastifyRequest,
    reply: FastifyReply,
    now: LoadedEdition,
    mine: ArticleContent,
    refusals: readonly Refusal[],
  ) {
    const lines = await readHistoryLines(portal.db, now.row.id);
    const last = lines.findLast((line) => line.kind === "version");
    const page = (
      <ConflictPage
        {...(await common(request, now))}
        refusals={refusals.map(explainItem)}
        version={now.row.version}
        savedBy={last?.name ?? ""}
        savedAt={last?.at ?? now.row.state_since}
        diff={diffContent(now.content, inUnit(mine, now))}
        values={formValues(mine)}
        names={await readNames(portal.db)}
      />
    );
    return reply.page(page, { status: 409 });
  }

  const keep = (edition: Id, person: Id, content: ArticleContent, baseVersion: number) =>
    portal.database.transact((tx) =>
      keepWorkingCopy(tx, edition, person, { content, baseVersion, savedAt: portal.clock.now() }),
    );
}

/** A version number as a form sends it; 0, which no version has, for anything else. */
export function versionFrom(text: string): number {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0;
}
