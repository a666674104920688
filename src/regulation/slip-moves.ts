import type { ActingHat, Power } from "./hats.ts";

/** How a hat reaches a slip of the public: every one, or those of the unit he heads or has in charge. */
export interface SlipWho {
  readonly hat: ActingHat;
  readonly reach: "any" | "unit";
  /** Only under a written delegation that names this power (Đ10.p3). */
  readonly under?: Power;
}

/** One row of the life of a slip: a question, a request. A move without a row does not exist. */
export interface SlipMove<State extends string, Act extends string, Need extends string> {
  readonly id: string;
  readonly act: Act;
  readonly from: readonly State[] | null;
  /** `same`: the slip keeps its state. */
  readonly to: State | "same";
  readonly who: readonly SlipWho[];
  readonly needs: readonly Need[];
  readonly clause: string;
  /** Button and history line. */
  readonly label: string;
}

/** Who says by which article a slip was answered before everybody (REQ-020); any slip, erased ones too. */
export const LINKERS: readonly SlipWho[] = [
  { hat: "SECRETARY", reach: "any" },
  { hat: "STANDING_DEPUTY", reach: "any" },
  { hat: "CHIEF", reach: "any" },
];
