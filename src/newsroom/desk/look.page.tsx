import type { FastifyInstance } from "fastify";
import { framingPolicy, PREVIEW_POLICY } from "../../http/preview-policy.ts";
import type { Id } from "../../kernel/ids.ts";
import { ArticlePage } from "../../site/article.view.tsx";
import { articlePage } from "../../site/page-models.ts";
import { common } from "../../site/pages.ts";
import { type Desk, visibleEdition } from "./desk.ts";
import { inUnit, ownWorkingCopy } from "./edit.model.ts";
import { LookPage } from "./look.view.tsx";
import { paths } from "./paths.ts";
import { may } from "./permissions.ts";
import { titleOr } from "./words.ts";

interface OfEdition {
  Params: { id: Id };
}

/**
 * How a draft would look: the page the public would get, in a frame as wide as a phone and one as wide as a desk. Only
 * whoever may read the edition here gets it, no script runs in it, and no other site can frame it.
 */
export function lookPages(app: FastifyInstance, desk: Desk): void {
  const { portal, assets } = desk;

  app.get<OfEdition>(paths.look(":id"), may("article.read"), async (request, reply) => {
    const loaded = await visibleEdition(desk, request, request.params.id);
    const copy = await ownWorkingCopy(desk, request, loaded);
    const view = {
      edition: loaded.row.id,
      title: titleOr((copy ?? loaded).content.title),
      copyAt: copy?.savedAt ?? null,
      version: loaded.row.version,
    };
    reply.header("content-security-policy", framingPolicy(request.nonce));
    return reply.page(<LookPage desk={await desk.frame(request, paths.articles)} view={view} />);
  });

  app.get<OfEdition>(paths.lookFrame(":id"), may("article.read"), async (request, reply) => {
    const loaded = await visibleEdition(desk, request, request.params.id);
    const copy = await ownWorkingCopy(desk, request, loaded);
    const content = copy ? inUnit(copy.content, loaded) : loaded.content;
    const { settings, list, frame } = await common(portal, assets);
    const unit = await portal.db
      .selectFrom("unit")
      .select("name")
      .where("id", "=", content.unit)
      .executeTakeFirstOrThrow();
    const draft = {
      article: loaded.article.id,
      slug: loaded.article.slug ?? "ban-nhap",
      title: titleOr(content.title),
      lead: content.lead,
      publishedAt: loaded.article.first_published_at ?? portal.clock.now(),
      updatedAt: null,
      category: content.category,
      unit: unit.name,
      cover: content.cover,
      content,
      // Who answers for it is known only when it is published.
      chain: "{}",
      updateNote: null,
      isRepublished: loaded.article.is_republished === 1,
    };
    // Nothing of others is loaded for a draft.
    const embeds = { allowed: [], css: assets.siteCss };
    const view = articlePage(draft, list, [], [], settings["newsroom.publicChain"], embeds);
    return reply.page(
      <ArticlePage frame={{ ...frame, assets: { ...frame.assets, js: [], early: [] } }} view={view} />,
      {
        headers: { "content-security-policy": PREVIEW_POLICY, "x-frame-options": "SAMEORIGIN" },
      },
    );
  });
}
