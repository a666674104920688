import type { DoorSource } from "./doors.ts";
import { SHELF } from "./shelf-kinds.ts";
import { sections } from "./site.queries.ts";
import { sectionHref } from "./site-frame.ts";

/** News and its sections. The articles themselves are read from their projection by the sitemap. */
export const NEWS_DOORS: DoorSource = {
  tags: ["lists"],
  async groups(db) {
    const below = (await sections(db)).map(({ slug, name }) => ({ href: sectionHref(slug), label: name }));
    return [
      {
        title: "Tin tức – sự kiện",
        doors: [
          { href: "/tin-tuc", label: "Tất cả tin tức", below },
          { ...SHELF },
          { href: "/rss", label: "Nguồn tin RSS" },
        ],
      },
    ];
  },
};

/** The pages about the portal itself. */
export const SITE_DOORS: DoorSource = {
  tags: [],
  groups: async () => [
    {
      title: "Về Cổng",
      doors: [
        { href: "/quy-che", label: "Quy chế hoạt động" },
        { href: "/tim-kiem", label: "Tìm kiếm" },
        { href: "/so-do-cong", label: "Sơ đồ cổng" },
      ],
    },
  ],
};
