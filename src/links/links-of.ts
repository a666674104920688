export interface PageLink {
  /** Path of this portal with its query, or an address of the web; without the part after `#`. */
  readonly href: string;
  readonly words: string;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'" };

/**
 * The links in the content of one of our own pages, each address once. Menu and foot stand on every page and lead to
 * pages that are read themselves; mail, telephone and the desk are not looked at.
 */
export function linksOf(html: string): PageLink[] {
  const content = /<main\b[^>]*>([\s\S]*?)<\/main>/.exec(html)?.[1] ?? "";
  const found = new Map<string, PageLink>();
  for (const [, attributes = "", inner = ""] of content.matchAll(/<a\b([^>]*)>([\s\S]*?)<\/a>/g)) {
    const raw = /\bhref="([^"]*)"/.exec(attributes)?.[1];
    const href = raw === undefined ? "" : plain(raw).split("#", 1)[0]!;
    if (!/^(\/(?!\/)|https?:\/\/)/.test(href) || href.startsWith("/ban-bien-tap") || found.has(href)) continue;
    const words = plain(inner.replace(/<[^>]*>/g, " ")).replace(/\s+/g, " ");
    found.set(href, { href, words: words.trim().slice(0, 200) });
  }
  return [...found.values()];
}

const plain = (text: string) => text.replace(/&(#?\w+);/g, (whole, name: string) => NAMED[name] ?? whole);
