import { formatDate } from "../ui/format.ts";
import { Picture, type PictureView } from "../ui/picture.tsx";

/** A link to a section of the portal. */
export interface SectionLink {
  readonly href: string;
  readonly name: string;
}

/** An article as lists show it. */
export interface Story {
  readonly href: string;
  readonly title: string;
  readonly lead?: string | undefined;
  /** ISO instant of first publication. */
  readonly publishedAt: string;
  /** Name of the unit that answers for it. */
  readonly unit?: string | undefined;
  readonly section?: SectionLink | undefined;
  readonly picture?: PictureView | undefined;
}

export interface StoryCardProps {
  readonly story: Story;
  /** 2 under the page's title, 3 inside a titled part. */
  readonly level: 2 | 3;
  /** `lead`: the first of the home page. `row`: picture beside the words. `line`: words only. */
  readonly look: "lead" | "card" | "row" | "line";
  readonly sizes?: string | undefined;
  readonly early?: boolean | undefined;
}

/** One article of a list. The title is the only link, so that it is read once; it covers the whole card. */
export function StoryCard({ story, level, look, sizes, early }: StoryCardProps) {
  const Heading = `h${level}` as const;
  const { href, title, lead, picture } = story;
  return (
    <article class={`story story-${look}`}>
      {picture && look !== "line" && (
        <div class="story-picture">
          <Picture picture={{ ...picture, alt: "" }} sizes={sizes} early={early} />
        </div>
      )}
      <div class="story-words">
        <Heading class="story-title">
          <a href={href}>{title}</a>
        </Heading>
        {lead && look !== "line" && <p class="story-summary">{lead}</p>}
        <StoryMeta story={story} />
      </div>
    </article>
  );
}

function StoryMeta({ story: { publishedAt, section, unit } }: { readonly story: Story }) {
  return (
    <p class="story-meta">
      <time dateTime={publishedAt}>{formatDate(publishedAt)}</time>
      {section && <span>{section.name}</span>}
      {unit && <span>{unit}</span>}
    </p>
  );
}
