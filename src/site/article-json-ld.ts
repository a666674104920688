import type { ArticlePageView } from "./article.view.tsx";
import { officialAddress, type SiteFrame } from "./frame.ts";

/** An article for machines, in the words of schema.org: every address is the official one. */
export function articleJsonLd(frame: SiteFrame, view: ArticlePageView): object {
  const address = officialAddress(frame, view.path);
  const publisher = { "@type": "EducationalOrganization", name: frame.siteName, url: officialAddress(frame, "/") };
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    mainEntityOfPage: address,
    url: address,
    headline: view.title,
    description: view.lead,
    inLanguage: "vi",
    articleSection: view.section.name,
    datePublished: view.publishedAt,
    dateModified: view.updates.at(-1)?.at ?? view.publishedAt,
    author: { "@type": "Person", name: view.author },
    sourceOrganization: { "@type": "Organization", name: view.unit },
    ...(view.cover ? { image: officialAddress(frame, view.cover.src) } : {}),
    ...(view.sourceUrl ? { isBasedOn: view.sourceUrl } : {}),
    publisher,
  };
}
