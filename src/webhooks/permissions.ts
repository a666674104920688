import type { Hat } from "../regulation/hats.ts";

/** Đ7.k3: the technical contact connects other systems; what they are told is public anyway. */
export const WEBHOOK_PERMISSIONS = {
  "webhook.manage": ["ADMIN"],
} as const satisfies Record<string, readonly Hat[]>;

export const may = (permission: keyof typeof WEBHOOK_PERMISSIONS) => ({ config: { may: permission } });
