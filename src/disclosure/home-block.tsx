import type { HomeBlockSource } from "../site/home-block.ts";
import { formatDate } from "../ui/format.ts";
import { readEntries, readItems } from "./disclosure.queries.ts";
import { yearWords } from "./due.ts";
import { PUBLIC_PATHS } from "./paths.ts";
import { DISCLOSURE_TAG } from "./tags.ts";

const SHOWN = 4;

/** On the home page: what was disclosed last, and the way to all of it (REQ-072, REQ-074). */
export const DISCLOSURE_BLOCK: HomeBlockSource = {
  key: "disclosure",
  tags: [DISCLOSURE_TAG],
  async block({ db }) {
    const items = new Map((await readItems(db)).map((item) => [item.id, item]));
    const latest = (await readEntries(db, { onlyPublic: true }))
      .flatMap((entry) => {
        const item = items.get(entry.item);
        return entry.publishedAt && item ? [{ entry, item, at: entry.publishedAt }] : [];
      })
      .sort((a, b) => b.at.localeCompare(a.at))
      .filter(
        ({ entry }, place, all) =>
          all.findIndex((one) => one.entry.item === entry.item && one.entry.year === entry.year) === place,
      )
      .slice(0, SHOWN);
    return (
      <section class="home-part" aria-labelledby="khoi-cong-khai">
        <div class="part-head">
          <h2 class="part-title" id="khoi-cong-khai">
            <a href={PUBLIC_PATHS.home}>Công khai</a>
          </h2>
        </div>
        <ul class="home-lines">
          {latest.map(({ entry, item, at }) => (
            <li key={entry.id}>
              <a href={PUBLIC_PATHS.item(entry.year, item.code)}>{item.title}</a>
              <span class="home-line-facts">
                {yearWords(entry.year)}, đăng ngày {formatDate(at)}
              </span>
            </li>
          ))}
        </ul>
      </section>
    );
  },
};
