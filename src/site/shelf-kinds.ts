import type { ArticleFilter } from "./site.queries.ts";

/** The page of albums and videos. */
export const SHELF = { href: "/thu-vien", label: "Thư viện ảnh và video" } as const;

interface ShelfKind {
  readonly label: string;
  readonly holds: ArticleFilter["holds"];
}

/** By the value of `?loai=`; the empty one stands for all. */
export const SHELF_KINDS: Readonly<Record<string, ShelfKind>> = {
  "": { label: "Tất cả", holds: "either" },
  anh: { label: "Bộ ảnh", holds: "pictures" },
  video: { label: "Video", holds: "videos" },
};
