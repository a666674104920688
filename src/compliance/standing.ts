import type { OwedItem } from "../duties/owed.ts";
import { addSeconds, type Instant } from "../kernel/clock.ts";
import type { Carried } from "./carrying.ts";

/** How a clause stands now. */
export const CLAUSE_STATES = {
  met: "Đạt",
  soon: "Sắp đến hạn",
  late: "Trễ",
  people: "Do con người thực hiện",
  none: "Không áp dụng",
} as const;
export type ClauseState = keyof typeof CLAUSE_STATES;

/** In addresses. */
export const STATE_SLUGS: Readonly<Record<ClauseState, string>> = {
  met: "dat",
  soon: "sap-den-han",
  late: "tre",
  people: "con-nguoi",
  none: "khong-ap-dung",
};

export const stateOfSlug = (slug: string): ClauseState | null =>
  (Object.keys(STATE_SLUGS) as ClauseState[]).find((state) => STATE_SLUGS[state] === slug) ?? null;

const DAY_SECONDS = 86_400;
/** What is open and due within so many days counts as soon. */
export const SOON_DAYS = 3;
/** What was let go by counts as late for so many days: then the next ones have told. */
export const MISSED_DAYS = 7;

/** Something that is not as it should be, in a sentence for the desk. */
export interface Finding {
  readonly state: "soon" | "late";
  readonly text: string;
  /** Page of the desk where it is put right; "" for none. */
  readonly href: string;
  /** The item it was found in; whoever may not see that one is not told of it. */
  readonly item?: OwedItem;
}

/** What an item of a duty says about its clause now; null when it is in order. */
export function itemState(
  { standing, term }: Pick<OwedItem, "standing" | "term">,
  now: Instant,
): Finding["state"] | null {
  if (standing === "late") return "late";
  if (standing === "missed") return now < addSeconds(term.gone ?? term.due, MISSED_DAYS * DAY_SECONDS) ? "late" : null;
  return standing === "open" && term.due <= addSeconds(now, SOON_DAYS * DAY_SECONDS) ? "soon" : null;
}

/** How a clause stands: by what was found, then by how it is carried. `owed`: whether its duties are owed by anybody at all. */
export function clauseState(
  { how }: Pick<Carried, "how">,
  findings: readonly Pick<Finding, "state">[],
  owed: boolean,
): ClauseState {
  if (findings.some(({ state }) => state === "late")) return "late";
  if (findings.some(({ state }) => state === "soon")) return "soon";
  if (how === "words") return "none";
  if (how === "people") return "people";
  return how === "duty" && !owed ? "none" : "met";
}
