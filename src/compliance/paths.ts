import { type ClauseState, STATE_SLUGS } from "./standing.ts";

/** The regulation, for everybody. */
export const REGULATION_PATH = "/quy-che";

export const COMPLIANCE_PATHS = {
  board: "/ban-bien-tap/quy-che",
  clause: (id: string) => `/ban-bien-tap/quy-che/dieu-khoan/${encodeURIComponent(id)}`,
  heads: "/ban-bien-tap/quy-che/xac-nhan",
} as const;

/** Where a clause stands on the public page. */
export const anchorOf = (clause: string) => clause.toLowerCase();

/** The same with only the clauses in this state. */
export const regulationHref = (state: ClauseState | null): string =>
  state === null ? REGULATION_PATH : `${REGULATION_PATH}?tinh-trang=${STATE_SLUGS[state]}`;
