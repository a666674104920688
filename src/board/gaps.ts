import type { Day } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { type Actor, actorsOn, isInForce } from "./actor.ts";
import type { Board, Unit } from "./board.ts";

/** What is missing on the board; `gap-words.ts` has a sentence for each. */
export type GapCode =
  | "noChief"
  | "noStandingDeputy"
  | "nobodyApproves"
  | "noSecretary"
  | "noAdmin"
  | "noStandingUnit"
  | "unitWithoutHead"
  | "unitRoadBlocked"
  | "fieldWithoutDeputy"
  | "deputyWithoutCharge";

export interface Gap {
  readonly code: GapCode;
  readonly clause: string;
  readonly detail: Readonly<Record<string, string>>;
  /** Some step has nobody who may act: articles stop there. */
  readonly blocks: boolean;
}

/**
 * Where the board of a day leaves a step, a unit or a field without anybody (REQ-005, REQ-040, REQ-044, REQ-056), or
 * where only one person is left for what two must do.
 */
export function gaps(board: Board, day: Day): Gap[] {
  const actors = actorsOn(board, day);
  return [...offices(actors), ...standingUnit(board, day), ...units(board, actors, day), ...charges(board, actors)];
}

const gap = (code: GapCode, clause: string, blocks: boolean, detail: Record<string, string> = {}): Gap => ({
  code,
  clause,
  detail,
  blocks,
});

function offices(actors: readonly Actor[]): Gap[] {
  const has = (hat: Actor["hat"]) => actors.some((actor) => actor.hat === hat);
  const found: Gap[] = [];
  if (!has("CHIEF") && !has("STANDING_DEPUTY")) found.push(gap("nobodyApproves", "Đ15.k2.b3", true));
  else if (!has("CHIEF")) found.push(gap("noChief", "Đ8.k1.g1", false));
  else if (!has("STANDING_DEPUTY")) found.push(gap("noStandingDeputy", "Đ8.k1.g2", false));
  if (!has("SECRETARY")) found.push(gap("noSecretary", "Đ8.k1.g3", true));
  if (!has("ADMIN")) found.push(gap("noAdmin", "Đ7.k3", false));
  return found;
}

function standingUnit(board: Board, day: Day): Gap[] {
  const found = board.units.some((unit) => unit.isStanding && isInForce(unit, day));
  return found ? [] : [gap("noStandingUnit", "Đ4.k6", false)];
}

function units(board: Board, actors: readonly Actor[], day: Day): Gap[] {
  return board.units
    .filter((unit) => unit.kind !== "leadership" && isInForce(unit, day))
    .flatMap((unit) => {
      const heads = actors.filter(({ hat, units: headed }) => hat === "MEMBER" && headed.includes(unit.id));
      if (heads.length === 0) return gap("unitWithoutHead", "QĐ-Đ3", true, { unit: unit.name });
      if (heads.every(({ person }) => roadIsOpen(unit, person, actors))) return [];
      return gap("unitRoadBlocked", "Đ15.k2", true, { unit: unit.name });
    });
}

/**
 * Whether an article written by the head of a unit finds a person for each step: whoever appraises is not the head,
 * whoever approves is neither, whoever posts did not approve (REQ-103, REQ-104). Nothing to say where an office is empty
 * altogether: that is told by itself.
 */
function roadIsOpen(unit: Unit, head: Id, actors: readonly Actor[]): boolean {
  const persons = (fits: (actor: Actor) => boolean) => actors.filter(fits).map(({ person }) => person);
  const posters = persons(({ hat }) => hat === "SECRETARY");
  const approvers = persons(({ hat }) => hat === "CHIEF" || hat === "STANDING_DEPUTY");
  if (posters.length === 0 || approvers.length === 0) return true;
  const appraisers = persons(
    ({ hat, units: charge }) =>
      hat === "SECRETARY" ||
      hat === "CHIEF" ||
      ((hat === "DEPUTY" || hat === "STANDING_DEPUTY") && charge.includes(unit.id)),
  );
  return appraisers
    .filter((appraiser) => appraiser !== head)
    .some((appraiser) =>
      approvers
        .filter((approver) => approver !== head && approver !== appraiser)
        .some((approver) => posters.some((poster) => poster !== approver)),
    );
}

function charges(board: Board, actors: readonly Actor[]): Gap[] {
  const deputies = actors.filter(({ hat }) => hat === "DEPUTY" || hat === "STANDING_DEPUTY");
  const nameOf = (person: Id) => board.people.find(({ id }) => id === person)?.fullName ?? "";
  return [
    ...board.fields
      .filter(({ id }) => !deputies.some(({ fields }) => fields.includes(id)))
      .map(({ name }) => gap("fieldWithoutDeputy", "Đ9.k2", false, { field: name })),
    ...deputies
      .filter(({ fields }) => fields.length === 0)
      .map(({ person }) => gap("deputyWithoutCharge", "Đ10.p1", false, { name: nameOf(person) })),
  ];
}
