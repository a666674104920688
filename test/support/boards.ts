import type { Actor, Appointment, Delegation } from "../../src/board/actor.ts";
import type { Board, Person, Unit } from "../../src/board/board.ts";
import type { Hat } from "../../src/regulation/hats.ts";

/** Pieces of a board for tests of pure rules; ids are readable, every piece can be told otherwise. */

export const unit = (id: string, more: Partial<Unit> = {}): Unit => ({
  id,
  code: id,
  name: `Phòng ${id}`,
  kind: "department",
  duties: "",
  isStanding: false,
  position: 1,
  from: "2023-01-01",
  to: null,
  ...more,
});

export const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  fullName: id,
  position: "",
  email: "",
  unit: "dao-tao",
  isExternal: false,
  leftOn: null,
  ...more,
});

export const appointment = (who: string, hat: Hat, more: Partial<Appointment> = {}): Appointment => ({
  id: `${hat} ${who} ${more.unit ?? ""}`,
  person: who,
  hat,
  unit: null,
  acting: false,
  from: "2023-05-10",
  to: null,
  decision: "28/QĐ",
  units: [],
  fields: [],
  ...more,
});

export const delegation = (from: string, to: string, more: Partial<Delegation> = {}): Delegation => ({
  id: `${from} ${to}`,
  fromPerson: from,
  fromHat: "CHIEF",
  toPerson: to,
  toHat: "STANDING_DEPUTY",
  powers: ["takedown.decide"],
  from: "2026-11-01",
  to: "2026-11-30",
  document: "12/GUQ",
  revokedOn: null,
  ...more,
});

export const board = (more: Partial<Board> = {}): Board => ({
  units: [],
  fields: [],
  people: [],
  appointments: [],
  delegations: [],
  ...more,
});

export const actor = (who: string, hat: Actor["hat"], more: Partial<Actor> = {}): Actor => ({
  person: who,
  hat,
  units: [],
  fields: [],
  delegations: [],
  ...more,
});
