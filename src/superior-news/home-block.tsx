import type { HomeBlockSource } from "../site/home-block.ts";
import { formatDate } from "../ui/format.ts";
import { Icon } from "../ui/icon.tsx";
import { readPull, readSuperiorItems } from "./superior-news.queries.ts";

const SHOWN = 5;

/**
 * On the home page: headlines of Sở, marked as somebody else's. Each leads out of the portal and none looks like an
 * article of ours. Nothing is drawn without an address, or before its feed was ever read (Đ3.k2.c).
 */
export const SUPERIOR_NEWS_BLOCK: HomeBlockSource = {
  key: "superior",
  tags: ["superior-news"],
  async block({ db, settings }) {
    const { "superior.feed": feed, "site.superiorBody": body } = await settings();
    const pull = feed === "" ? null : await readPull(db);
    const items = pull?.feed === feed ? await readSuperiorItems(db, SHOWN) : [];
    if (items.length === 0) return null;
    return (
      <section class="outside-news" aria-labelledby="tin-cua-so">
        <h2 class="outside-news-title" id="tin-cua-so">
          Tin từ {body || "cơ quan chủ quản"}
        </h2>
        <p class="outside-news-source">
          <Icon name="external" />
          <span>Nguồn bên ngoài: {new URL(feed).hostname}. Mỗi tiêu đề mở trang của cơ quan ấy.</span>
        </p>
        <ul class="outside-news-list">
          {items.map(({ title, link, publishedAt }) => (
            <li key={link}>
              <a href={link} rel="external noopener nofollow">
                {title}
              </a>
              {publishedAt && (
                <time class="outside-news-day" dateTime={publishedAt}>
                  {formatDate(publishedAt)}
                </time>
              )}
            </li>
          ))}
        </ul>
      </section>
    );
  },
};
