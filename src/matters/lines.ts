import type { Id } from "../kernel/ids.ts";
import { hatName } from "../regulation/hats.ts";
import { MATTER_KINDS } from "../regulation/matter-kinds.ts";
import { isOpen, type Matter, stateName } from "./matter.ts";

/** Names of people and units, by their ids. */
export interface Names {
  readonly people: ReadonlyMap<Id, string>;
  readonly units: ReadonlyMap<Id, string>;
}

/** A matter as lists show it. */
export interface MatterLine extends Matter {
  readonly raiser: string;
  readonly unitName: string;
  /** Whom it names, or who owes the next step. */
  readonly to: string;
  readonly stateName: string;
  readonly isOpen: boolean;
}

export function lineOf(matter: Matter, names: Names): MatterLine {
  return {
    ...matter,
    raiser: names.people.get(matter.raisedBy) ?? "",
    unitName: matter.unit === null ? "" : (names.units.get(matter.unit) ?? ""),
    to: toWhom(matter, names),
    stateName: stateName(matter),
    isOpen: isOpen(matter),
  };
}

function toWhom({ kind, state, people, units }: Matter, names: Names): string {
  const named = [...people.map((id) => names.people.get(id) ?? ""), ...units.map((id) => names.units.get(id) ?? "")];
  if (named.length > 0) return named.join(", ");
  const owers = MATTER_KINDS[kind].owes[state] ?? [];
  return owers.map((one) => hatName(one)).join(", ");
}
