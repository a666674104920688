import { PartHead } from "./home.view.tsx";
import type { HomeBlockSource } from "./home-block.ts";
import { story } from "./page-models.ts";
import { SHELF } from "./shelf-kinds.ts";
import { articlesOnPage } from "./site.queries.ts";
import { StoryCard } from "./story.view.tsx";

const SHOWN = 4;
/** Looked through for those with a picture: an embedded video may have none. */
const LOOKED_AT = 12;

/** On the home page: the latest articles with an album or a video, by their pictures. */
export const ALBUMS_BLOCK: HomeBlockSource = {
  key: "albums",
  tags: ["lists"],
  async block({ db }) {
    const stories = (await articlesOnPage(db, { holds: "either" }, 1, LOOKED_AT))
      .filter(({ cover }) => cover !== null)
      .slice(0, SHOWN)
      // A picture and its title: what it is about stands in the article.
      .map((item) => ({ ...story(item, []), lead: "", unit: undefined }));
    if (stories.length === 0) return null;
    return (
      <section class="home-part" aria-labelledby="khoi-thu-vien">
        <PartHead id="khoi-thu-vien" name="Thư viện ảnh, video" href={SHELF.href} more="Tất cả" />
        <div class="home-albums">
          {stories.map((item) => (
            <StoryCard
              key={item.href}
              story={item}
              level={3}
              look="card"
              sizes="(min-width: 64rem) 17rem, (min-width: 40rem) 45vw, 6.5rem"
            />
          ))}
        </div>
      </section>
    );
  },
};
