import { renderToString } from "preact-render-to-string";
import { attachmentAddress, pictureMarkup, VIDEO_SRC } from "../media/addresses.ts";
import { readEmbed } from "../newsroom/body/embeds.ts";
import { renderBody } from "../newsroom/body/render.tsx";
import { embeds } from "../newsroom/body/text.ts";
import type { EmbedFrames } from "../newsroom/body/video.tsx";
import { CHAIN_LINKS, type Chain, type ChainLink } from "../newsroom/chain.ts";
import type { BodyDoc, Picture } from "../newsroom/content.ts";
import type { PictureView } from "../ui/picture.tsx";
import type { ArticlePageView } from "./article.view.tsx";
import type { ListedArticle, PublishedArticle, Section } from "./site.queries.ts";
import { articleHref, sectionHref } from "./site-frame.ts";
import type { Story } from "./story.view.tsx";

/** How the stored picture is offered to browsers. Used by public pages and previews alike. */
export function pictureView(picture: Picture): PictureView {
  const { src, srcset, webpSrcset, width, height } = pictureMarkup(picture, "100vw");
  return {
    src,
    srcset,
    width,
    height,
    alt: picture.decorative ? "" : picture.alt,
    sources: [{ type: "image/webp", srcset: webpSrcset }],
    caption: picture.caption,
    author: picture.author,
    source: picture.source,
  };
}

/** Addresses of a picture of the body. */
export const bodyPicture = (picture: Pick<Picture, "file" | "width" | "height">) => {
  const { src, srcset, webpSrcset, large } = pictureMarkup(picture, "");
  return { src, srcset, webpSrcset, large };
};

export function story(article: ListedArticle, sections: readonly Section[]): Story {
  const section = sections.find(({ id }) => id === article.category);
  return {
    href: articleHref(article.slug),
    title: article.title,
    lead: article.lead,
    publishedAt: article.publishedAt,
    unit: article.unit,
    section: section && { href: sectionHref(section.slug), name: section.name },
    picture: article.cover ? pictureView(article.cover) : undefined,
  };
}

/** The origins whose frames the page of a body may show, given the providers a centre allows. */
export function framesOf(body: BodyDoc, allowed: readonly string[]): readonly string[] {
  const origins = embeds(body).flatMap(({ embed }) => {
    const provider = readEmbed(embed.url)?.provider;
    return provider && allowed.includes(provider.id) ? [provider.origin] : [];
  });
  return [...new Set(origins)];
}

export function articlePage(
  article: PublishedArticle,
  sections: readonly Section[],
  updates: readonly { at: string | null; note: string | null }[],
  related: readonly ListedArticle[],
  publicChain: readonly ChainLink[],
  frames: EmbedFrames,
): ArticlePageView {
  const { content } = article;
  const section = sections.find(({ id }) => id === article.category);
  const chain = JSON.parse(article.chain) as Chain;
  return {
    path: articleHref(article.slug),
    title: article.title,
    lead: article.lead,
    section: section ? { href: sectionHref(section.slug), name: section.name } : { href: "/tin-tuc", name: "Tin tức" },
    topSection: { href: "/tin-tuc", name: "Tin tức" },
    cover: content.cover ? pictureView(content.cover) : undefined,
    bodyHtml: renderToString(renderBody(content.body, { pictureSrc: bodyPicture, videoSrc: VIDEO_SRC, frames })),
    author: content.author,
    source: content.source,
    sourceUrl: article.isRepublished && content.sourceUrl ? content.sourceUrl : undefined,
    sourceDate: article.isRepublished && content.sourceDate ? content.sourceDate : undefined,
    unit: article.unit,
    reference: article.article.slice(0, 8).toUpperCase(),
    publishedAt: article.publishedAt,
    updates: updates.flatMap(({ at, note }) => (at ? [{ at, note: note ?? "" }] : [])),
    responsible: publicChain.flatMap((link) => {
      const person = chain[link];
      if (!person) return [];
      return [{ part: CHAIN_LINKS[link], name: person.name, post: person.position, onBehalf: person.onBehalf }];
    }),
    attachments: content.attachments.map(({ file, name, title, size }) => ({
      href: attachmentAddress(file, name),
      title: title || name,
      name,
      size,
    })),
    related: related.map((item) => story(item, sections)),
  };
}
