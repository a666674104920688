import type { Day } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { type Act, ARTICLE_MOVES, type Reach, type Who } from "../regulation/article-moves.ts";
import { type Actor, type Appointment, actorOn, type Delegation, isInForce } from "./actor.ts";
import type { Roster } from "./roster.queries.ts";

/** The acts of the four steps, and the two of a take-down, in the order in which they are done. */
export const STEP_ACTS = [
  { act: "approveInUnit", step: "Bước 1", label: "Duyệt bài của đơn vị và gửi Ban biên tập" },
  { act: "submitAsBoard", step: "Bước 1", label: "Gửi bài của Ban biên tập" },
  { act: "claim", step: "Bước 2", label: "Nhận thẩm định, chỉnh sửa" },
  { act: "approveField", step: "Bước 2", label: "Duyệt theo lĩnh vực phụ trách" },
  { act: "approve", step: "Bước 3", label: "Phê duyệt" },
  { act: "publish", step: "Bước 4", label: "Đăng lên Cổng" },
  { act: "decideTakedown", step: "Gỡ bỏ", label: "Quyết định gỡ bỏ" },
  { act: "executeTakedown", step: "Gỡ bỏ", label: "Thực hiện gỡ bỏ" },
] as const satisfies readonly { act: Act; step: string; label: string }[];

export type StepAct = (typeof STEP_ACTS)[number]["act"];

/** What an act would be done to: enough to tell whom a unit or field keeps out. */
export interface Target {
  readonly unit: Id;
  readonly field: Id | null;
  readonly author: Id;
}

/** One person who may do an act on a day, by which office and which paper. */
export interface Authority {
  readonly appointment: Appointment;
  readonly reach: Reach;
  /** The delegation without which the office alone would not do (Đ10.p3). */
  readonly under: Delegation | null;
  /** What he is in this one office, for the rules of the newsroom. */
  readonly actor: Actor;
}

/**
 * Who could do `act` on `day`, and by which paper (REQ-024, REQ-059): read from the same rows as the buttons. With a
 * target, only those whose unit, field or own authorship reaches it; four eyes are judged by the newsroom.
 */
export function authoritiesFor(roster: Roster, day: Day, act: Act, target?: Target): Authority[] {
  const offers = ARTICLE_MOVES.filter((row) => row.act === act).flatMap(({ who }) => who);
  return roster.appointments
    .filter((appointment) => isInForce(appointment, day))
    .flatMap((appointment) => {
      const actor = actorIn(roster, appointment, day);
      const found = offers
        .filter(({ hat, reach }) => hat === appointment.hat && (!target || reaches(reach, actor, target)))
        .map((who) => paperFor(who, appointment, actor))
        .filter((authority) => authority !== null);
      // The office's own right comes before one that needs a delegation.
      return found.find(({ under }) => under === null) ?? found[0] ?? [];
    });
}

/** The person as far as this one appointment carries him. */
function actorIn(roster: Roster, appointment: Appointment, day: Day): Actor {
  const { units, fields, unit, person, hat } = appointment;
  return {
    person,
    hat,
    units: unit === null ? units : [unit, ...units],
    fields,
    delegations: actorOn(roster, person, hat, day)?.delegations ?? [],
  };
}

function reaches(reach: Reach, actor: Actor, { unit, field, author }: Target): boolean {
  switch (reach) {
    case "any":
    case "claim":
      return true;
    case "own":
      return actor.person === author;
    case "unit":
      return actor.units.includes(unit);
    case "charge":
    case "claimInCharge":
      return actor.units.includes(unit) || (field !== null && actor.fields.includes(field));
  }
}

function paperFor(who: Who, appointment: Appointment, actor: Actor): Authority | null {
  const { under: power, reach } = who;
  if (!power) return { appointment, reach, under: null, actor };
  const under = actor.delegations.find(({ powers }) => powers.includes(power));
  return under ? { appointment, reach, under, actor } : null;
}
