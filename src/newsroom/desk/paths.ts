import type { Id } from "../../kernel/ids.ts";

/** Addresses of the newsroom's desk: one tree for routes, views and tests. */
export const paths = {
  work: "/ban-bien-tap",
  articles: "/ban-bien-tap/bai",
  articlesCsv: "/ban-bien-tap/bai.csv",
  newArticle: "/ban-bien-tap/bai/moi",
  notices: "/ban-bien-tap/thong-bao",
  exceptions: "/ban-bien-tap/ngoai-le",
  categories: "/ban-bien-tap/chuyen-muc",
  hat: "/ban-bien-tap/vai-tro",
  article: (edition: Id) => `/ban-bien-tap/bai/${edition}`,
  step: (edition: Id) => `/ban-bien-tap/bai/${edition}/buoc`,
  seen: (edition: Id) => `/ban-bien-tap/bai/${edition}/da-xem`,
  edit: (edition: Id) => `/ban-bien-tap/bai/${edition}/sua`,
  discard: (edition: Id) => `/ban-bien-tap/bai/${edition}/sua/bo`,
  autosave: (edition: Id) => `/ban-bien-tap/bai/${edition}/luu-tam`,
  presence: (edition: Id) => `/ban-bien-tap/bai/${edition}/co-mat`,
  pictures: (edition: Id) => `/ban-bien-tap/bai/${edition}/anh`,
  videos: (edition: Id) => `/ban-bien-tap/bai/${edition}/video`,
  captions: (edition: Id) => `/ban-bien-tap/bai/${edition}/phu-de`,
  files: (edition: Id) => `/ban-bien-tap/bai/${edition}/tep`,
  word: (edition: Id) => `/ban-bien-tap/bai/${edition}/nhap-word`,
  comments: (edition: Id) => `/ban-bien-tap/bai/${edition}/nhan-xet`,
  resolve: (edition: Id) => `/ban-bien-tap/bai/${edition}/nhan-xet/xong`,
  look: (edition: Id) => `/ban-bien-tap/bai/${edition}/xem-truoc`,
  lookFrame: (edition: Id) => `/ban-bien-tap/bai/${edition}/xem-truoc/trang`,
  compare: (edition: Id) => `/ban-bien-tap/bai/${edition}/so-sanh`,
} as const;

/** Where a new draft is begun from an article that is over (REQ-106). */
export const copyingFrom = (edition: Id) => `${paths.newArticle}?sao-chep=${edition}`;
