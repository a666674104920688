import type { FastifyInstance } from "fastify";
import { NotFound } from "../../http/errors.ts";
import type { Id } from "../../kernel/ids.ts";
import { diffContent } from "../content-diff.ts";
import { readHistoryLines, type VersionLine } from "../history-lines.queries.ts";
import { readContentOf } from "../versions.queries.ts";
import { ComparePage } from "./compare.view.tsx";
import { type Desk, visibleEdition } from "./desk.ts";
import { versionFrom } from "./edit.page.tsx";
import { readNames } from "./names.queries.ts";
import { paths } from "./paths.ts";
import { may } from "./permissions.ts";
import { titleOr } from "./words.ts";

interface OfEdition {
  Params: { id: Id };
  Querystring: { tu?: string; den?: string };
}

/** Two versions of one edition side by side, word by word: by default the last two. */
export function comparePages(app: FastifyInstance, desk: Desk): void {
  const { db } = desk.portal;
  app.get<OfEdition>(paths.compare(":id"), may("article.read"), async (request, reply) => {
    const loaded = await visibleEdition(desk, request, request.params.id);
    const { row, content } = loaded;
    const { tu, den } = request.query;
    const to = den === undefined ? row.version : versionFrom(String(den));
    const from = tu === undefined ? Math.max(1, to - 1) : versionFrom(String(tu));
    const before = await readContentOf(db, row.id, from);
    const after = await readContentOf(db, row.id, to);
    if (!before || !after) throw new NotFound(`Edition ${row.id} has no version ${from} or ${to}`);
    const lines = await readHistoryLines(db, row.id);
    const page = (
      <ComparePage
        desk={await desk.frame(request, paths.articles)}
        edition={row.id}
        title={titleOr(content.title)}
        from={from}
        to={to}
        versions={lines.filter((line): line is VersionLine => line.kind === "version")}
        diff={diffContent(before, after)}
        names={await readNames(db)}
      />
    );
    return reply.page(page);
  });
}
