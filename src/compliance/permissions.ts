import { HAT_NAMES, type Hat } from "../regulation/hats.ts";

/** Everybody on the board sees how the regulation is kept; who may acknowledge is judged by the act itself. */
export const COMPLIANCE_PERMISSIONS = {
  "compliance.read": HAT_NAMES,
  "compliance.acknowledge": ["MEMBER"],
} as const satisfies Record<string, readonly Hat[]>;
