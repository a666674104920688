import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { visitorOf } from "../../desk/visitor.ts";
import type { Id } from "../../kernel/ids.ts";
import { addComment } from "../commands/add-comment.ts";
import { moveEdition } from "../commands/move-edition.ts";
import { resolveComment } from "../commands/resolve-comment.ts";
import type { LoadedEdition } from "../editions.queries.ts";
import type { VersionEntry } from "../history.ts";
import { markRead } from "../notifications.queries.ts";
import { markSeen } from "../seen.ts";
import { type Asked, articleView } from "./article.model.ts";
import { ArticlePage } from "./article.view.tsx";
import { type Desk, textOf, visibleEdition } from "./desk.ts";
import { paths } from "./paths.ts";
import { may } from "./permissions.ts";
import { explainItem, stepErrors, stepRefusals } from "./step-errors.ts";
import { moveRequest, typedStep } from "./step-form.ts";

interface OfEdition {
  Params: { id: Id };
  Querystring: { xong?: string; tu?: string };
}

/** The tracking page of an edition, every step of Đ15.k2 that starts there, and what is said about it. */
export function articlePages(app: FastifyInstance, desk: Desk): void {
  const { portal } = desk;

  async function show(request: FastifyRequest, reply: FastifyReply, loaded: LoadedEdition, asked: Asked, status = 200) {
    const view = await articleView(desk, request, loaded, asked);
    const frame = await desk.frame(request, paths.articles);
    const scripts = [desk.assets.islands.desk].filter((script) => script !== undefined);
    return reply.page(<ArticlePage desk={frame} view={view} scripts={scripts} nonce={request.nonce} />, { status });
  }

  /** Whoever has dealt with an edition has seen it, and what he was told about it is read. */
  const seen = (edition: Id, person: Id, version: number) =>
    portal.database.transact(async (tx) => {
      const at = portal.clock.now();
      await markSeen(tx, edition, person, version, at);
      await markRead(tx, person, { edition }, at);
    });

  app.get<OfEdition>(paths.article(":id"), may("article.read"), async (request, reply) => {
    const loaded = await visibleEdition(desk, request, request.params.id);
    const { xong, tu } = request.query;
    const since = Number(tu);
    return show(request, reply, loaded, {
      ...(typeof xong === "string" ? { done: xong } : {}),
      ...(Number.isSafeInteger(since) && since > 0 ? { since } : {}),
    });
  });

  app.post<OfEdition>(paths.step(":id"), may("article.move"), async (request, reply) => {
    const { id } = request.params;
    const { by } = visitorOf(request);
    const loaded = await visibleEdition(desk, request, id);
    const typed = typedStep(request.body);
    const asked = moveRequest(id, typed);
    if (!asked) return reply.problem("badRequest");

    const answer = await portal.act(by, moveEdition, asked);
    if (!answer.ok) {
      // Meanwhile somebody may have changed it: what is shown is how it is now, and what changed since.
      const now = await visibleEdition(desk, request, id);
      const since = versionOf(now, typed.hash);
      return show(
        request,
        reply,
        now,
        {
          refusals: stepRefusals(typed.act, answer.error),
          stepErrors: stepErrors(answer.error),
          typedStep: typed,
          ...(since ? { since } : {}),
        },
        409,
      );
    }
    const { result, opensEdition } = answer.value;
    await seen(result, by.person, opensEdition ? 1 : loaded.facts.version);
    return reply.redirectAfterPost(`${paths.article(result)}?xong=${asked.act}`);
  });

  app.post<OfEdition>(paths.seen(":id"), may("article.read"), async (request, reply) => {
    const loaded = await visibleEdition(desk, request, request.params.id);
    const version = Number(textOf(request.body, "version"));
    const isReal = Number.isSafeInteger(version) && version >= 1 && version <= loaded.row.version;
    await seen(loaded.row.id, visitorOf(request).person.id, isReal ? version : loaded.row.version);
    return reply.redirectAfterPost(`${paths.article(loaded.row.id)}?xong=da-xem`);
  });

  app.post<OfEdition>(paths.comments(":id"), may("article.comment"), async (request, reply) => {
    const loaded = await visibleEdition(desk, request, request.params.id);
    const { by } = visitorOf(request);
    const typed = {
      block: textOf(request.body, "block"),
      parent: textOf(request.body, "parent"),
      body: textOf(request.body, "body"),
    };
    const answer = await portal.act(by, addComment, {
      edition: loaded.row.id,
      block: typed.block || null,
      parent: typed.parent || null,
      body: typed.body,
    });
    if (!answer.ok) {
      const refusals = answer.error.map((refusal) => ({ ...explainItem(refusal), href: "#nhan-xet-chung" }));
      return show(request, reply, loaded, { refusals, typedComment: typed }, 409);
    }
    await seen(loaded.row.id, by.person, loaded.row.version);
    const thread = answer.value.parent ?? answer.value.id;
    return reply.redirectAfterPost(`${paths.article(loaded.row.id)}?xong=nhan-xet#nhan-xet-${thread}`);
  });

  app.post<OfEdition>(paths.resolve(":id"), may("article.comment"), async (request, reply) => {
    const loaded = await visibleEdition(desk, request, request.params.id);
    const comment = textOf(request.body, "comment");
    const answer = await portal.act(visitorOf(request).by, resolveComment, { edition: loaded.row.id, comment });
    if (!answer.ok) return show(request, reply, loaded, { refusals: answer.error.map(explainItem) }, 409);
    return reply.redirectAfterPost(`${paths.article(loaded.row.id)}?xong=xong-nhan-xet#nhan-xet-${comment}`);
  });
}

/** Which version a person was looking at, when it is not the present one. */
function versionOf({ entries, row }: LoadedEdition, hash: string): number | null {
  const known = entries.findLast((entry): entry is VersionEntry => entry.kind === "version" && entry.hash === hash);
  return known && known.version < row.version ? known.version : null;
}
