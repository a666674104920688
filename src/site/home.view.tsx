import { type ComponentChildren, Fragment, type VNode } from "preact";
import type { HomeBlock } from "../arrangement/places.ts";
import { formatDate } from "../ui/format.ts";
import { Icon, type IconName } from "../ui/icon.tsx";
import { officialAddress, type SiteFrame } from "./frame.ts";
import { SiteLayout } from "./layout.view.tsx";
import { type SectionLink, type Story, StoryCard } from "./story.view.tsx";

export interface QuickLink {
  readonly href: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly icon: IconName;
}

export interface NoticeLink {
  readonly href: string;
  readonly title: string;
  /** ISO instant. */
  readonly publishedAt: string;
}

export interface HomeSection extends SectionLink {
  /** Newest first; the first one is shown with its picture. */
  readonly stories: readonly Story[];
}

export interface HomePageView {
  /** Parts of the page in the order the centre chose; what is not here is not shown. */
  readonly order: readonly HomeBlock[];
  /** Parts that other rooms bring, by key; null when there is nothing to show. */
  readonly extras: ReadonlyMap<HomeBlock, VNode | null>;
  /** For search engines and shared links. */
  readonly description: string;
  readonly lead: Story | null;
  readonly latest: readonly Story[];
  readonly latestHref: string;
  readonly notices: readonly NoticeLink[];
  readonly noticesHref: string;
  readonly quickLinks: readonly QuickLink[];
  readonly sections: readonly HomeSection[];
}

/** The home page: what is new, what was announced, and the doors people came for. */
export function HomePage({ frame, view }: { readonly frame: SiteFrame; readonly view: HomePageView }) {
  return (
    <SiteLayout
      frame={frame}
      title=""
      description={view.description}
      path="/"
      social={{ type: "website", siteName: frame.siteName }}
      jsonLd={institutionJsonLd(frame)}
    >
      <h1 class="visually-hidden">{frame.siteName}</h1>
      {rows(view).map(({ key, look, parts }) => (
        <div key={key} class={look}>
          {parts.map((part, place) => (
            <Fragment key={part.key}>
              {look === "home-top" && place === 1 ? <div class="home-side">{part.drawn}</div> : part.drawn}
            </Fragment>
          ))}
        </div>
      ))}
    </SiteLayout>
  );
}

/** Short lists that fit beside the lead, and wide ones that stand two by two, where the centre put them after each other. */
const BESIDE: ReadonlySet<HomeBlock> = new Set(["notices", "admissions"]);
const PAIRED: ReadonlySet<HomeBlock> = new Set(["disclosure", "documents", "superior"]);

interface Row {
  readonly key: HomeBlock;
  readonly look: "home-top" | "home-pair" | undefined;
  readonly parts: readonly { readonly key: HomeBlock; readonly drawn: ComponentChildren }[];
}

/** What the page shows, from above; a part without anything to show takes no place. */
function rows(view: HomePageView): Row[] {
  const all = view.order.map((key) => ({ key, drawn: block(view, key) })).filter(({ drawn }) => drawn !== null);
  const made: Row[] = [];
  for (let at = 0; at < all.length; ) {
    const { key } = all[at]!;
    const from = at + 1;
    let to = from;
    const set = key === "lead" ? BESIDE : PAIRED.has(key) ? PAIRED : null;
    const most = key === "lead" ? all.length : from + 1;
    while (set && to < most && to < all.length && set.has(all[to]!.key)) to += 1;
    const beside = all.slice(from, to);
    if (key === "lead") {
      const side = (
        <>
          {beside.map(({ key: name, drawn }) => (
            <Fragment key={name}>{drawn}</Fragment>
          ))}
        </>
      );
      const parts = beside.length > 0 ? [all[at]!, { key: beside[0]!.key, drawn: side }] : [all[at]!];
      made.push({ key, look: "home-top", parts });
    } else {
      made.push({ key, look: beside.length > 0 ? "home-pair" : undefined, parts: all.slice(at, to) });
    }
    at = to;
  }
  return made;
}

function block(view: HomePageView, key: HomeBlock): VNode | null {
  switch (key) {
    case "lead":
      return (
        view.lead && <StoryCard story={view.lead} level={2} look="lead" sizes="(min-width: 64rem) 46rem, 100vw" early />
      );
    case "notices":
      return view.notices.length > 0 ? <Notices notices={view.notices} href={view.noticesHref} /> : null;
    case "quick":
      return view.quickLinks.length > 0 ? <QuickLinks links={view.quickLinks} /> : null;
    case "latest":
      return view.latest.length > 0 ? <Latest view={view} /> : null;
    case "sections":
      return view.sections.length > 0 ? <Sections sections={view.sections} /> : null;
    default:
      return view.extras.get(key) ?? null;
  }
}

/** Three with their pictures, the others as lines: a grid with holes looks broken. */
function Latest({ view: { latest, latestHref } }: { readonly view: HomePageView }) {
  const cards = latest.filter(({ picture }) => picture).slice(0, 3);
  const lines = latest.filter((story) => !cards.includes(story));
  return (
    <section class="home-part" aria-labelledby="tin-moi">
      <PartHead id="tin-moi" name="Tin mới" href={latestHref} more="Tất cả tin tức" />
      {cards.length > 0 && (
        <div class="story-grid">
          {cards.map((story) => (
            <StoryCard
              key={story.href}
              story={story}
              level={3}
              look="card"
              sizes="(min-width: 64rem) 23rem, (min-width: 40rem) 30vw, 6.5rem"
            />
          ))}
        </div>
      )}
      {lines.length > 0 && (
        <div class="story-grid story-lines">
          {lines.map((story) => (
            <StoryCard key={story.href} story={story} level={3} look="line" />
          ))}
        </div>
      )}
    </section>
  );
}

function Sections({ sections }: Pick<HomePageView, "sections">) {
  return (
    <div class="home-sections">
      {sections.map((section, index) => (
        <section key={section.href} class="home-part" aria-labelledby={`muc-${index}`}>
          <PartHead id={`muc-${index}`} name={section.name} href={section.href} />
          {section.stories.map(({ section: _, ...story }, place) => (
            <StoryCard
              key={story.href}
              story={story}
              level={3}
              look={place === 0 && story.picture ? "row" : "line"}
              sizes="8rem"
            />
          ))}
        </section>
      ))}
    </div>
  );
}

interface PartHeadProps {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  /** Without it the name itself is the link. */
  readonly more?: string | undefined;
}

/** Heading of a part of the home page. */
export function PartHead({ id, name, href, more }: PartHeadProps) {
  return (
    <div class="part-head">
      <h2 class="part-title" id={id}>
        {more ? name : <a href={href}>{name}</a>}
      </h2>
      {more && (
        <a class="part-more" href={href}>
          {more}
          <Icon name="next" />
        </a>
      )}
    </div>
  );
}

function Notices({ notices, href }: { readonly notices: readonly NoticeLink[]; readonly href: string }) {
  return (
    <section class="notices" aria-labelledby="thong-bao">
      <PartHead id="thong-bao" name="Thông báo" href={href} more="Tất cả" />
      <ul class="notices-list">
        {notices.map(({ href: to, title, publishedAt }) => {
          const [day, month, year] = formatDate(publishedAt).split("/");
          return (
            <li key={to} class="notice-item">
              <time class="leaf" dateTime={publishedAt}>
                <span class="leaf-day">{day}</span>
                <span class="leaf-month">
                  <span class="visually-hidden">/</span>
                  {month}/{year}
                </span>
              </time>
              <a href={to}>{title}</a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function QuickLinks({ links }: { readonly links: readonly QuickLink[] }) {
  return (
    <nav class="quick" aria-label="Tra cứu, dịch vụ">
      <ul class="quick-list">
        {links.map(({ href, label, hint, icon }) => (
          <li key={href}>
            <a class="quick-link" href={href}>
              <Icon name={icon} />
              <span>
                <span class="quick-label">{label}</span>
                {hint && <span class="quick-hint">{hint}</span>}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function institutionJsonLd(frame: SiteFrame): object {
  return {
    "@context": "https://schema.org",
    "@type": "EducationalOrganization",
    name: frame.siteName,
    url: officialAddress(frame, "/"),
    address: frame.footer.address,
    telephone: frame.footer.phone,
    email: frame.footer.email,
    parentOrganization: { "@type": "GovernmentOrganization", name: frame.superiorBody },
  };
}
