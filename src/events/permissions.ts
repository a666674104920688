import type { Actor } from "../board/actor.ts";
import type { Id } from "../kernel/ids.ts";
import { type ActingHat, HAT_NAMES, type Hat } from "../regulation/hats.ts";

/** Who opens the desk pages of events; each act is judged again by its own rules. */
export const EVENT_PERMISSIONS = {
  "event.read": HAT_NAMES,
  "event.change": ["MEMBER", "SECRETARY", "CHIEF", "STANDING_DEPUTY"],
  /** Begins the article that tells of an event. */
  "event.report": ["CONTRIBUTOR", "MEMBER", "SECRETARY", "CHIEF", "STANDING_DEPUTY"],
} as const satisfies Record<string, readonly Hat[]>;

export const may = (permission: keyof typeof EVENT_PERMISSIONS) => ({ config: { may: permission } });

const OF_ALL: readonly ActingHat[] = ["SECRETARY", "CHIEF", "STANDING_DEPUTY"];

/** Whoever organises it and the secretary owe the article: what would excuse them is for those above them. */
export const isAboveTheDuty = ({ hat }: Pick<Actor, "hat">): boolean => hat === "CHIEF" || hat === "STANDING_DEPUTY";

/** A head the events of his units, the secretary and the heads of the board all. */
export const mayKeep = ({ hat, units }: Pick<Actor, "hat" | "units">, unit: Id): boolean =>
  OF_ALL.includes(hat) || (hat === "MEMBER" && units.includes(unit));

/** Whoever keeps an event, and those who write for its unit. */
export const mayReport = (by: Pick<Actor, "hat" | "units">, unit: Id): boolean =>
  mayKeep(by, unit) || (by.hat === "CONTRIBUTOR" && by.units.includes(unit));
