import { Fragment, type VNode } from "preact";
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
      {rows(view.order).map((row) => (
        <div key={row[0]} class={row.some(stands) ? "home-top" : undefined}>
          {row.map((key) => (
            <Fragment key={key}>{block(view, key)}</Fragment>
          ))}
        </div>
      ))}
    </SiteLayout>
  );
}

/** The lead and the notices stand side by side where the centre put them after each other. */
function rows(order: readonly HomeBlock[]): HomeBlock[][] {
  const lead = order.indexOf("lead");
  if (lead < 0 || order[lead + 1] !== "notices") return order.map((key) => [key]);
  return [
    ...order.slice(0, lead).map((key) => [key]),
    ["lead", "notices"],
    ...order.slice(lead + 2).map((key) => [key]),
  ];
}

const stands = (key: HomeBlock): boolean => key === "lead" || key === "notices";

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

function Latest({ view }: { readonly view: HomePageView }) {
  return (
    <section class="home-part" aria-labelledby="tin-moi">
      <PartHead id="tin-moi" name="Tin mới" href={view.latestHref} more="Tất cả tin tức" />
      <div class="story-grid">
        {view.latest.map((story) => (
          <StoryCard
            key={story.href}
            story={story}
            level={3}
            look="card"
            sizes="(min-width: 64rem) 23rem, (min-width: 40rem) 45vw, 100vw"
          />
        ))}
      </div>
    </section>
  );
}

function Sections({ sections }: Pick<HomePageView, "sections">) {
  return (
    <div class="home-sections">
      {sections.map((section, index) => (
        <section key={section.href} class="home-part" aria-labelledby={`muc-${index}`}>
          <PartHead id={`muc-${index}`} name={section.name} href={section.href} />
          {section.stories.map((story, place) => (
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
