import type { Day, Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { NamedFile } from "../media/named-files.ts";
import { MATTER_KINDS, type MatterKindName, type MatterState, OPEN_MATTER_STATES } from "../regulation/matter-kinds.ts";
import type { MatterContent } from "./fields.ts";
import type { MatterFacts } from "./rules.ts";

/** One thing raised, as lists need it. */
export interface Matter {
  readonly id: Id;
  readonly kind: MatterKindName;
  readonly code: string;
  readonly title: string;
  readonly unit: Id | null;
  readonly raisedBy: Id;
  readonly raisedHat: string;
  readonly raisedAt: Instant;
  readonly year: number | null;
  readonly isUrgent: boolean;
  readonly due: Day | null;
  readonly state: MatterState;
  readonly stateSince: Instant;
  readonly version: number;
  /** How often it moved: what a form has seen. */
  readonly moves: number;
  readonly people: readonly Id[];
  readonly units: readonly Id[];
}

export interface MatterMoveLine {
  readonly id: Id;
  readonly act: string;
  readonly from: MatterState | null;
  readonly to: MatterState;
  readonly words: string;
  readonly said: Readonly<Record<string, string>>;
  readonly person: Id;
  readonly hat: string;
  readonly at: Instant;
  readonly clause: string;
  readonly files: readonly NamedFile[];
}

/** One with all that was said and done. */
export interface WholeMatter extends Matter {
  readonly content: MatterContent;
  /** First one first. */
  readonly versions: readonly MatterContent[];
  readonly history: readonly MatterMoveLine[];
}

export const isOpen = ({ state }: Pick<Matter, "state">): boolean => OPEN_MATTER_STATES.includes(state);

export const stateName = ({ kind, state }: Pick<Matter, "kind" | "state">): string =>
  MATTER_KINDS[kind].states[state] ?? state;

export const factsOf = ({ kind, state, raisedBy, unit, people, units }: Matter): MatterFacts => ({
  kind,
  state,
  raisedBy,
  unit,
  people,
  units,
});
