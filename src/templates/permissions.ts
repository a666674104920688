import type { Hat } from "../regulation/hats.ts";

/** Who opens the templates; each act is judged again by its own rule. */
export const TEMPLATE_PERMISSIONS = {
  "template.read": ["CONTRIBUTOR", "MEMBER", "DEPUTY", "STANDING_DEPUTY", "CHIEF", "SECRETARY"],
  "template.change": ["SECRETARY"],
} as const satisfies Record<string, readonly Hat[]>;

export const may = (permission: keyof typeof TEMPLATE_PERMISSIONS) => ({ config: { may: permission } });
