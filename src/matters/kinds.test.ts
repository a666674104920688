import { describe, expect, test } from "vitest";
import { actor, delegation } from "../../test/support/boards.ts";
import type { Actor } from "../board/actor.ts";
import { HAT_NAMES, type Hat } from "../regulation/hats.ts";
import {
  MATTER_KIND_NAMES,
  MATTER_KINDS,
  MATTER_STATE_NAMES,
  type MatterAct,
  type MatterKindName,
  type MatterState,
} from "../regulation/matter-kinds.ts";
import { judgeStep, type MatterFacts } from "./rules.ts";

/**
 * Written by hand from the regulation, not from the code: act, from, to, who. `*` any hat, `^` the standing deputy only
 * under a paper, `raiser`, `to` (addressee), `unit` (head of the raiser's unit). What has no line is refused.
 */
const BY_HAND: Readonly<Record<MatterKindName, readonly string[]>> = {
  task: [
    "raise | - | WAITING | CHIEF DIRECTOR STANDING_DEPUTY^",
    "accept | WAITING | WORKING | to",
    "finish | WAITING WORKING | DONE | to",
    "change | WAITING WORKING | same | CHIEF DIRECTOR STANDING_DEPUTY^",
    "reopen | DONE | WORKING | CHIEF DIRECTOR STANDING_DEPUTY^",
    "withdraw | WAITING WORKING | WITHDRAWN | CHIEF DIRECTOR STANDING_DEPUTY^",
  ],
  proposal: [
    "raise | - | WAITING | MEMBER DEPUTY STANDING_DEPUTY CHIEF SECRETARY ADMIN",
    "agree | WAITING | DONE | DIRECTOR CHIEF",
    "decline | WAITING | DECLINED | DIRECTOR CHIEF",
    "change | WAITING | same | raiser",
    "withdraw | WAITING | WITHDRAWN | raiser",
  ],
  difficulty: [
    "raise | - | WAITING | MEMBER DEPUTY STANDING_DEPUTY CHIEF SECRETARY ADMIN",
    "answer | WAITING | DONE | SECRETARY ADMIN STANDING_DEPUTY CHIEF DIRECTOR",
    "reopen | DONE | WAITING | raiser",
    "change | WAITING | same | raiser",
    "withdraw | WAITING | WITHDRAWN | raiser",
  ],
  ticket: [
    "raise | - | WAITING | *",
    "accept | WAITING | WORKING | ADMIN",
    "answer | WAITING WORKING | DONE | ADMIN",
    "reopen | DONE | WAITING | raiser",
    "change | WAITING | same | raiser",
  ],
  authority: [
    "raise | - | WAITING | SECRETARY",
    "finish | WAITING | DONE | SECRETARY",
    "change | WAITING | same | SECRETARY",
    "withdraw | WAITING | WITHDRAWN | SECRETARY",
  ],
  upgrade: [
    "raise | - | WAITING | MEMBER DEPUTY STANDING_DEPUTY CHIEF SECRETARY ADMIN",
    "agree | WAITING | APPROVED | CHIEF",
    "decline | WAITING | DECLINED | CHIEF",
    "plan | APPROVED WORKING | WORKING | ADMIN",
    "finish | WORKING | DONE | ADMIN",
    "change | WAITING | same | raiser",
    "withdraw | WAITING | WITHDRAWN | raiser",
  ],
  review: [
    "raise | - | WAITING | SECRETARY ADMIN STANDING_DEPUTY CHIEF",
    "agree | WAITING | DONE | DIRECTOR CHIEF",
    "decline | WAITING | DECLINED | DIRECTOR CHIEF",
    "change | WAITING | same | raiser",
  ],
  workplan: [
    "raise | - | WAITING | SECRETARY ADMIN STANDING_DEPUTY CHIEF",
    "agree | WAITING | DONE | DIRECTOR CHIEF",
    "decline | WAITING | DECLINED | DIRECTOR CHIEF",
    "change | WAITING | same | raiser",
  ],
  reminder: ["raise | - | DONE | SECRETARY ADMIN STANDING_DEPUTY CHIEF DIRECTOR DEPUTY"],
};
const SPEAKERS = "raiser to unit DEPUTY STANDING_DEPUTY CHIEF SECRETARY ADMIN DIRECTOR";

const ACTS = [
  ...new Set(MATTER_KIND_NAMES.flatMap((kind) => MATTER_KINDS[kind].moves.map(({ act }) => act))),
] as MatterAct[];
const PARTS = ["stranger", "raiser", "to", "unit"] as const;
type Part = (typeof PARTS)[number];

interface Cell {
  readonly kind: MatterKindName;
  readonly state: MatterState | null;
  readonly act: MatterAct;
  readonly hat: Hat;
  readonly part: Part;
  readonly delegated: boolean;
}

/** What the hand-written lines say: the state it leads to, or null. */
function wanted({ kind, state, act, hat, part, delegated }: Cell): string | null {
  const comment = `comment | ${MATTER_STATE_NAMES.join(" ")} | same | ${SPEAKERS}`;
  for (const line of [...BY_HAND[kind], comment]) {
    const [named, from = "", to = "", who = ""] = line.split(" | ");
    if (named !== act || !(state === null ? from === "-" : from.split(" ").includes(state))) continue;
    const fits = who.split(" ").some((one) => {
      if (one === "*" || one === hat) return true;
      if (one.endsWith("^")) return one.slice(0, -1) === hat && delegated;
      return one === part && (part !== "unit" || hat === "MEMBER");
    });
    return fits ? (to === "same" ? state : to) : null;
  }
  return null;
}

const facts = (kind: MatterKindName, state: MatterState | null, part: Part): MatterFacts => ({
  kind,
  state,
  raisedBy: state === null ? null : part === "raiser" ? "me" : "other",
  unit: part === "unit" ? "dao-tao" : null,
  people: part === "to" ? ["me"] : ["other"],
  units: [],
});

const me = (hat: Hat, delegated: boolean): Actor =>
  actor("me", hat, {
    units: ["dao-tao"],
    delegations: delegated ? [delegation("chief", "me", { powers: ["task.assign"] })] : [],
  });

function allowed({ kind, state, act, hat, part, delegated }: Cell): string | null {
  const answer = judgeStep(facts(kind, state, part), act, me(hat, delegated));
  return answer.ok ? answer.value.to : null;
}

describe("Đ8.k2, Đ12, Đ18.k2, Đ20.k2, Đ21.k3: who may do what with which kind", () => {
  test.each(MATTER_KIND_NAMES)(
    "%s: every state, step, hat and part is as the regulation's table says, and no other",
    (kind) => {
      const wrong: string[] = [];
      let cells = 0;
      let open = 0;
      for (const state of [null, ...MATTER_STATE_NAMES]) {
        for (const act of ACTS) {
          for (const hat of HAT_NAMES) {
            for (const part of PARTS) {
              for (const delegated of [false, true]) {
                const cell = { kind, state, act, hat, part, delegated };
                const [is, should] = [allowed(cell), wanted(cell)];
                // Whoever raised it himself does not answer it: said by a test of its own.
                const isOwn =
                  part === "raiser" &&
                  ["proposal", "difficulty"].includes(kind) &&
                  ["agree", "decline", "answer"].includes(act);
                if (isOwn) continue;
                cells += 1;
                if (should !== null) open += 1;
                if (is !== should) wrong.push(`${JSON.stringify(cell)}: ${is} instead of ${should}`);
              }
            }
          }
        }
      }
      expect(wrong).toEqual([]);
      expect(cells).toBeGreaterThan(5000);
      expect(open).toBeGreaterThan(0);
    },
  );

  test("A-03: whoever raised a proposal or a difficulty does not answer it, but the Director does", () => {
    const own = (kind: MatterKindName, act: MatterAct, hat: Hat) => {
      const answer = judgeStep(facts(kind, "WAITING", "raiser"), act, me(hat, false));
      return answer.ok ? [] : answer.error.map(({ code }) => code);
    };
    expect(own("proposal", "agree", "CHIEF")).toEqual(["matterOwn"]);
    expect(own("proposal", "decline", "CHIEF")).toEqual(["matterOwn"]);
    expect(own("difficulty", "answer", "SECRETARY")).toEqual(["matterOwn"]);
    expect(own("proposal", "agree", "DIRECTOR")).toEqual([]);
  });

  test("Đ9.k2: a task given without the right is refused with its clause, and the standing deputy is told of the paper", () => {
    const asked = (hat: Hat, delegated = false) => {
      const answer = judgeStep(facts("task", null, "stranger"), "raise", me(hat, delegated));
      return answer.ok ? [answer.value.delegation] : answer.error;
    };
    expect(asked("SECRETARY")).toEqual([{ code: "notThisHat", clause: "Đ9.k2" }]);
    expect(asked("STANDING_DEPUTY")).toEqual([{ code: "noDelegation", clause: "Đ9.k2" }]);
    expect(asked("STANDING_DEPUTY", true)).toEqual(["chief me"]);
    expect(asked("CHIEF", true)).toEqual([null]);
  });

  test("every state that a step leads to has a name in its kind, and every owed one somebody to owe it", () => {
    for (const kind of MATTER_KIND_NAMES) {
      const { moves, states, owes } = MATTER_KINDS[kind];
      for (const { to } of moves)
        if (to !== "same") expect([kind, to, states[to]]).toEqual([kind, to, expect.any(String)]);
      for (const state of ["WAITING", "APPROVED", "WORKING"] as const) {
        if (states[state]) expect([kind, state, owes[state]?.length ?? 0]).not.toEqual([kind, state, 0]);
      }
    }
  });

  test("nothing that asks for an answer ends without words", () => {
    for (const kind of MATTER_KIND_NAMES) {
      for (const { act, from, to, words } of MATTER_KINDS[kind].moves) {
        if (from !== null && ["DONE", "DECLINED", "WITHDRAWN"].includes(to))
          expect([kind, act, words]).toEqual([kind, act, expect.any(String)]);
      }
    }
  });
});
