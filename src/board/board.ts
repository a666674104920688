import type { Day } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Appointment, Delegation } from "./actor.ts";

/** What a unit is within the centre. The leadership has no head of department and supplies nothing of its own. */
export const UNIT_KINDS = {
  leadership: "Ban Giám đốc",
  department: "Phòng",
  affiliate: "Tổ chức trực thuộc",
} as const;

export type UnitKind = keyof typeof UNIT_KINDS;

export interface Unit {
  readonly id: Id;
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly duties: string;
  /** Đ4.k6: bộ phận thường trực. */
  readonly isStanding: boolean;
  readonly position: number;
  readonly from: Day;
  /** Last day, inclusive; null while it exists. */
  readonly to: Day | null;
}

/** Lĩnh vực phụ trách (Đ10). */
export interface Field {
  readonly id: Id;
  readonly code: string;
  readonly name: string;
}

export interface Person {
  readonly id: Id;
  readonly fullName: string;
  readonly position: string;
  readonly email: string;
  readonly unit: Id | null;
  readonly isExternal: boolean;
  /** Last day at the centre, inclusive. */
  readonly leftOn: Day | null;
}

/** The whole board as it is and was: a few dozen rows, so rules are given all of it. */
export interface Board {
  readonly units: readonly Unit[];
  readonly fields: readonly Field[];
  readonly people: readonly Person[];
  readonly appointments: readonly Appointment[];
  readonly delegations: readonly Delegation[];
}
