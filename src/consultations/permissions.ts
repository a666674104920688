import type { Actor } from "../board/actor.ts";
import type { Id } from "../kernel/ids.ts";
import { HAT_NAMES, type Hat } from "../regulation/hats.ts";

/** Who opens the desk pages of consultations; each act is judged again by its own rules. */
export const CONSULTATION_PERMISSIONS = {
  "consultation.read": HAT_NAMES,
  "consultation.write": ["MEMBER", "SECRETARY"],
  "consultation.move": ["MEMBER", "SECRETARY", "CHIEF", "STANDING_DEPUTY"],
  /** Opinions may name their senders: only who judges them and who approves the report reads them. */
  "opinion.read": ["MEMBER", "SECRETARY", "CHIEF", "STANDING_DEPUTY"],
} as const satisfies Record<string, readonly Hat[]>;

/** Opinions may name their senders: a head reads those of his own unit's consultations only. */
export const readsOpinions = ({ hat, units }: Pick<Actor, "hat" | "units">, unit: Id): boolean =>
  hat === "MEMBER" ? units.includes(unit) : CONSULTATION_PERMISSIONS["opinion.read"].some((one) => one === hat);

export const may = (permission: keyof typeof CONSULTATION_PERMISSIONS) => ({ config: { may: permission } });
