import { type Actor, type Appointment, actorOn, SYSTEM_ACTOR } from "../../src/board/actor.ts";
import type { EditionFacts, MoveInput, Surroundings } from "../../src/newsroom/facts.ts";
import type { Act } from "../../src/regulation/article-moves.ts";
import { type ActingHat, HAT_NAMES, type Hat } from "../../src/regulation/hats.ts";
import { STATE_NAMES, type State } from "../../src/regulation/states.ts";
import { appointment, delegation } from "../support/boards.ts";
import { ALL_POINTS } from "../support/newsroom.ts";
import type { Bar, Condition, Tie } from "./table.ts";

export const NOW = "2026-11-24T01:00:00.000Z";
const TODAY = "2026-11-24";
const ME = "tôi";
export const UNIT = "đơn vị của bài";
const FIELD = "lĩnh vực của bài";

/** What a person is to an article, beyond the hat he wears now; several may hold at once. */
export type Relation =
  | "author"
  | "firstAuthor"
  | "writer"
  | "editor"
  | "unitApprover"
  | "appraiser"
  | "claimant"
  | "approver"
  | "head"
  | "headElsewhere"
  | "contributor"
  | "chargeByUnit"
  | "chargeByField"
  | "chargeElsewhere"
  | `delegation ${keyof typeof PAPERS}`;

/** Delegations of the head of the board to me, good and bad. */
export const PAPERS = {
  valid: delegation("minh", ME, { powers: ["takedown.decide", "article.pull"] }),
  onlyTakedown: delegation("minh", ME, { powers: ["takedown.decide"] }),
  onlyPull: delegation("minh", ME, { powers: ["article.pull"] }),
  lastDayToday: delegation("minh", ME, { powers: ["takedown.decide", "article.pull"], to: TODAY }),
  expiredYesterday: delegation("minh", ME, { powers: ["takedown.decide", "article.pull"], to: "2026-11-23" }),
  startsTomorrow: delegation("minh", ME, { powers: ["takedown.decide", "article.pull"], from: "2026-11-25" }),
  revoked: delegation("minh", ME, { powers: ["takedown.decide", "article.pull"], revokedOn: TODAY }),
  giverLeft: delegation("người cũ", ME, { powers: ["takedown.decide", "article.pull"] }),
  toSomebodyElse: delegation("minh", "người khác", { powers: ["takedown.decide", "article.pull"] }),
} as const;

const GOOD_FOR: Readonly<Record<string, readonly Tie[]>> = {
  valid: ["ủy quyền gỡ bỏ", "ủy quyền rút bài"],
  lastDayToday: ["ủy quyền gỡ bỏ", "ủy quyền rút bài"],
  onlyTakedown: ["ủy quyền gỡ bỏ"],
  onlyPull: ["ủy quyền rút bài"],
};

export const RELATIONS: readonly (readonly Relation[])[] = [
  [],
  ["author"],
  ["author", "head"],
  ["author", "contributor"],
  ["author", "claimant"],
  ["author", "claimant", "chargeByUnit"],
  ["author", "chargeByField"],
  ["author", "appraiser"],
  ["author", "approver"],
  ["firstAuthor"],
  ["firstAuthor", "claimant"],
  ["writer"],
  ["writer", "head"],
  ["writer", "claimant", "chargeByUnit"],
  ["writer", "chargeByUnit"],
  ["editor"],
  ["editor", "claimant", "chargeByField"],
  ["editor", "appraiser"],
  ["unitApprover", "head"],
  ["unitApprover"],
  ["unitApprover", "chargeByUnit"],
  ["unitApprover", "claimant"],
  ["appraiser"],
  ["appraiser", "chargeByUnit"],
  ["claimant"],
  ["claimant", "chargeByUnit"],
  ["claimant", "chargeByField"],
  ["claimant", "chargeElsewhere"],
  ["approver"],
  ["approver", "appraiser"],
  ["head"],
  ["headElsewhere"],
  ["head", "chargeElsewhere"],
  ["contributor"],
  ["contributor", "headElsewhere"],
  ["chargeByUnit"],
  ["chargeByField"],
  ["chargeElsewhere"],
  ["delegation valid", "claimant"],
  ["delegation valid", "chargeByUnit"],
  ["delegation valid", "approver"],
  ...(Object.keys(PAPERS) as (keyof typeof PAPERS)[]).map((paper): Relation[] => [`delegation ${paper}`]),
];

export const ACTING_HATS: readonly ActingHat[] = [...HAT_NAMES, "SYSTEM"];

/** Me in one hat, with every paper that the relation speaks of, read off a roster as the portal does it. */
export function actorIn(hat: ActingHat, relation: readonly Relation[]): Actor {
  if (hat === "SYSTEM") return SYSTEM_ACTOR;
  const papers = Object.entries(PAPERS).filter(([name]) => relation.includes(`delegation ${name}` as Relation));
  const roster = {
    appointments: [
      appointment("minh", "CHIEF", { to: null }),
      appointment("người cũ", "CHIEF", { from: "2020-01-01", to: "2023-05-09" }),
      ...hatsOf(hat, relation),
    ],
    delegations: papers.map(([, paper]) => paper),
  };
  return actorOn(roster, ME, hat, TODAY)!;
}

/** The hat worn now, and every other that the relation implies: what one hat reaches must not leak into another. */
function hatsOf(hat: Hat, relation: readonly Relation[]): Appointment[] {
  const charge = {
    units: [
      ...(relation.includes("chargeByUnit") ? [UNIT] : []),
      ...(relation.includes("chargeElsewhere") ? ["đơn vị khác"] : []),
    ],
    fields: [
      ...(relation.includes("chargeByField") ? [FIELD] : []),
      ...(relation.includes("chargeElsewhere") ? ["lĩnh vực khác"] : []),
    ],
  };
  const isInCharge = charge.units.length + charge.fields.length > 0;
  const isDeputy = hat === "DEPUTY" || hat === "STANDING_DEPUTY";
  const heads = [
    ...(relation.includes("head") ? [UNIT] : []),
    ...(relation.includes("headElsewhere") || !relation.includes("head") ? ["đơn vị khác"] : []),
  ];
  return [
    ...(hat === "MEMBER" || hat === "CONTRIBUTOR" ? [] : [appointment(ME, hat, isDeputy ? charge : {})]),
    ...(isInCharge && !isDeputy ? [appointment(ME, "DEPUTY", charge)] : []),
    ...(hat === "MEMBER" || relation.includes("head") ? heads.map((unit) => appointment(ME, "MEMBER", { unit })) : []),
    ...(hat === "CONTRIBUTOR" || relation.includes("contributor")
      ? [appointment(ME, "CONTRIBUTOR", { unit: relation.includes("contributor") ? UNIT : "đơn vị khác" })]
      : []),
  ];
}

/** Where the article stands, as far as a line of the table speaks of it. */
export interface World {
  readonly state: State;
  readonly origin: "unit" | "board";
  readonly returnedTo: "SECRETARY" | "MEMBER" | null;
  readonly isAppraised: boolean;
  readonly isTakedownDecided: boolean;
}

const both = [false, true] as const;

export const WORLDS: readonly World[] = STATE_NAMES.flatMap((state) =>
  (["unit", "board"] as const)
    // An article of the board never waits for a head.
    .filter((origin) => origin === "unit" || state !== "AWAITING_HEAD")
    .flatMap((origin) =>
      (state === "RETURNED" ? (["SECRETARY", "MEMBER"] as const) : [null]).flatMap((returnedTo) =>
        both.flatMap((isAppraised) =>
          (state === "PUBLISHED" ? both : [false]).map((isTakedownDecided) => ({
            state,
            origin,
            returnedTo,
            isAppraised,
            isTakedownDecided,
          })),
        ),
      ),
    ),
);

/** The facts of such an article, with me in my place among its people. */
export function factsOf(world: World, relation: readonly Relation[]): EditionFacts {
  const is = (one: Relation) => relation.includes(one);
  const me = (one: Relation) => (is(one) ? [ME] : []);
  const isApproved = ["APPROVED", "SCHEDULED", "PUBLISHED", "SUPERSEDED", "TAKEN_DOWN"].includes(world.state);
  const author = is("author") ? ME : "mai";
  return {
    edition: "bản",
    article: "bài",
    number: 1,
    state: world.state,
    origin: world.origin,
    unit: UNIT,
    field: FIELD,
    author,
    articleAuthor: is("firstAuthor") ? ME : author,
    version: 3,
    hash: "mã",
    claimedBy: world.state === "UNDER_REVIEW" ? (is("claimant") ? ME : "lan") : null,
    submittedTo: null,
    returnedTo: world.returnedTo,
    writers: ["mai", ...me("writer")],
    editors: ["mai", ...(is("writer") || is("editor") ? [ME] : [])],
    unitApprover: is("unitApprover") ? ME : "hoa",
    appraisers: [...(world.isAppraised ? ["lan"] : []), ...me("appraiser")],
    fieldApprovedHash: null,
    approval: isApproved ? { by: is("approver") ? ME : "minh", hash: "mã", at: NOW } : null,
    schedule: world.state === "SCHEDULED" ? { by: "lan", at: NOW } : null,
    takedownDecided: world.isTakedownDecided,
  };
}

/** Everything else in favour: what is tried here is who, when, and in which relation. */
export function surroundingsOf({ state }: World): Surroundings {
  return {
    contentProblems: [],
    categoryAllowsBoard: true,
    fieldApprovalRequired: true,
    deputiesInCharge: [],
    isLive: state === "PUBLISHED",
    isToBeTakenDown: false,
    isTakenDown: state === "TAKEN_DOWN",
    hasOpenEdition: false,
    schedulerIsSecretary: true,
    hasSuccessor: true,
    somebodyElse: true,
  };
}

/** A form filled in as it should be. */
export const goodForm = (act: Act): MoveInput => ({
  act,
  hash: "mã",
  reason: "Lý do đủ dài để hiểu",
  note: "Đã sửa lại số liệu",
  addressee: "SECRETARY",
  checked: ALL_POINTS,
  publishAt: "2026-11-25T01:00:00.000Z",
});

/** The same in the words of the table. */
export function truthOf(hat: ActingHat, world: World, relation: readonly Relation[]) {
  const is = (one: Relation) => relation.includes(one);
  const isDeputy = hat === "DEPUTY" || hat === "STANDING_DEPUTY";
  const isPerson = hat !== "SYSTEM";
  const words = <T>(...pairs: readonly (readonly [boolean, T])[]): Set<T> =>
    new Set(pairs.filter(([holds]) => isPerson && holds).map(([, word]) => word));
  const papers = Object.entries(GOOD_FOR).filter(([name]) => is(`delegation ${name}` as Relation));
  const ties = words<Tie>(
    [is("author"), "người viết"],
    [hat === "MEMBER" && is("head"), "trưởng đơn vị của bài"],
    [is("claimant") && world.state === "UNDER_REVIEW", "người giữ bài"],
    [isDeputy && (is("chargeByUnit") || is("chargeByField")), "phụ trách"],
    ...papers.flatMap(([, good]) => good.map((tie) => [true, tie] as const)),
  );
  const bars = words<Bar>(
    [is("author") || is("firstAuthor"), "người viết"],
    [is("writer"), "người sửa ở khâu viết"],
    [is("unitApprover"), "người duyệt của đơn vị"],
    [is("writer") || is("editor"), "người sửa"],
    [is("appraiser"), "người đã trình"],
    [is("approver"), "người phê duyệt"],
  );
  const conditions = new Set<Condition>([
    world.origin === "unit" ? "bài của đơn vị" : "bài của Ban",
    ...(world.returnedTo === "SECRETARY" ? ["trả cho Thư ký" as const] : []),
    ...(world.returnedTo === "MEMBER" ? ["trả cho đơn vị" as const] : []),
    ...(world.isAppraised || is("appraiser") ? ["đã qua thẩm định" as const] : []),
    ...(world.isTakedownDecided ? ["có quyết định gỡ bỏ" as const] : []),
  ]);
  return { state: world.state, hat, ties, bars, conditions };
}
