import type { Id } from "../kernel/ids.ts";

const HOME = "/ban-bien-tap/he-thong-nhan";

export const WEBHOOK_PATHS = {
  home: HOME,
  page: (page: number) => (page > 1 ? `${HOME}?trang=${page}` : HOME),
  subscriber: (id: Id) => `${HOME}/muc/${id}`,
  act: (id: Id) => `${HOME}/muc/${id}/viec`,
  resend: (id: Id) => `${HOME}/lan-gui/${id}`,
} as const;
