import type { ComponentChildren, VNode } from "preact";
import { renderToString } from "preact-render-to-string";

export interface Social {
  readonly type: "website" | "article";
  readonly siteName: string;
  /** Absolute address of a picture of at least 1200 × 630. */
  readonly image?: string | undefined;
  readonly imageAlt?: string | undefined;
  /** ISO instants, for articles. */
  readonly publishedAt?: string | undefined;
  readonly modifiedAt?: string | undefined;
}

/** The same page in a language. */
export interface Alternate {
  readonly lang: string;
  /** Absolute address. */
  readonly href: string;
}

/** A feed that follows the page. */
export interface FeedLink {
  readonly href: string;
  readonly type: string;
  readonly title: string;
}

export interface DocumentProps {
  /** The whole title as the browser's tab shows it. */
  readonly title: string;
  readonly description?: string | undefined;
  /** Absolute address, from settings and never from the request (REQ-013). */
  readonly canonical?: string | undefined;
  readonly social?: Social | undefined;
  /** schema.org data; written as text that cannot close its own script element. */
  readonly jsonLd?: object | undefined;
  readonly robots?: string | undefined;
  readonly css: readonly string[];
  /** Scripts of our own origin that must run before the first paint. */
  readonly early?: readonly string[] | undefined;
  /** Address of the web manifest, where the pages may be put on a home screen. */
  readonly manifest?: string | undefined;
  /** Fonts to ask for before the style sheet is read. */
  readonly fonts?: readonly string[] | undefined;
  /** Islands: module scripts of our own origin. */
  readonly scripts?: readonly string[] | undefined;
  /** Nonce of this answer's Content-Security-Policy. Cached public pages need none: they hold no script. */
  readonly nonce?: string | undefined;
  readonly feeds?: readonly FeedLink[] | undefined;
  readonly prev?: string | undefined;
  readonly next?: string | undefined;
  readonly bodyClass?: string | undefined;
  /** Language of the page; Vietnamese unless another is said. */
  readonly lang?: string | undefined;
  readonly alternates?: readonly Alternate[] | undefined;
  readonly children: ComponentChildren;
}

/** The shell of every page: no inline script, no inline style, nothing from another origin. */
export function Document(props: DocumentProps) {
  const { title, description, canonical, social, nonce } = props;
  return (
    <html lang={props.lang ?? "vi"}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {description && <meta name="description" content={description} />}
        {props.robots && <meta name="robots" content={props.robots} />}
        {props.css.length > 0 && <meta name="color-scheme" content="light dark" />}
        <meta name="theme-color" content="#17395c" />
        {canonical && <link rel="canonical" href={canonical} />}
        {props.alternates?.map(({ lang, href }) => (
          <link key={lang} rel="alternate" hreflang={lang} href={href} />
        ))}
        {props.prev && <link rel="prev" href={props.prev} />}
        {props.next && <link rel="next" href={props.next} />}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {props.manifest && <link rel="manifest" href={props.manifest} />}
        {props.manifest && <link rel="apple-touch-icon" href="/bieu-tuong/180.png" />}
        {props.early?.map((src) => (
          <script key={src} src={src} nonce={nonce} />
        ))}
        {props.fonts?.map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
        ))}
        {props.css.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {props.feeds?.map((feed) => (
          <link key={feed.href} rel="alternate" type={feed.type} href={feed.href} title={feed.title} />
        ))}
        {social && <SocialMeta {...{ title, description, canonical, social }} />}
        {props.jsonLd && (
          <script
            type="application/ld+json"
            nonce={nonce}
            dangerouslySetInnerHTML={{ __html: scriptText(props.jsonLd) }}
          />
        )}
        {props.scripts?.map((src) => (
          <script key={src} type="module" src={src} nonce={nonce} />
        ))}
      </head>
      <body class={props.bodyClass}>{props.children}</body>
    </html>
  );
}

interface SocialMetaProps {
  readonly title: string;
  readonly description: string | undefined;
  readonly canonical: string | undefined;
  readonly social: Social;
}

function SocialMeta({ title, description, canonical, social }: SocialMetaProps) {
  const values: readonly (readonly [string, string | undefined])[] = [
    ["og:type", social.type],
    ["og:locale", "vi_VN"],
    ["og:site_name", social.siteName],
    ["og:title", title],
    ["og:description", description],
    ["og:url", canonical],
    ["og:image", social.image],
    ["og:image:alt", social.imageAlt],
    ["article:published_time", social.publishedAt],
    ["article:modified_time", social.modifiedAt],
  ];
  return (
    <>{values.map(([property, content]) => content && <meta key={property} property={property} content={content} />)}</>
  );
}

/** JSON that stays data inside a script element, whatever the words in it. */
export function scriptText(data: object): string {
  return JSON.stringify(data)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}

/** The bytes of a page: doctype and markup. */
export function renderDocument(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
