import { expect, test } from "vitest";
import { actor, delegation } from "../../test/support/boards.ts";
import { type ActingHat, HAT_NAMES } from "../regulation/hats.ts";
import { TAKEDOWN_MOVES, TAKEDOWN_STATE_NAMES } from "../regulation/takedown-moves.ts";
import { decideTakedown, type TakedownInput } from "./rules.ts";

const AT = "2026-11-24T01:00:00.000Z";
const full = (act: TakedownInput["act"]): TakedownInput => ({
  act,
  note: "Đã kiểm tra đầy đủ",
  reason: "Một lý do đủ dài",
  reasonClass: "legal",
  answer: "Một câu trả lời đủ dài",
});

/** law.md §10, by hand: `d` only under a delegation that names the power. */
const ALLOWED: Readonly<Record<string, Partial<Record<ActingHat, "y" | "d">>>> = {
  "consider RECEIVED": { SECRETARY: "y" },
  "accept CONSIDERED": { CHIEF: "y", STANDING_DEPUTY: "d" },
  "reject CONSIDERED": { CHIEF: "y", STANDING_DEPUTY: "d" },
  "execute ACCEPTED": { SECRETARY: "y" },
  "answer REJECTED": { SECRETARY: "y" },
  "answer EXECUTED": { SECRETARY: "y" },
  "erase ANSWERED": { SYSTEM: "y" },
};
/** In every state. */
const LINKERS: Partial<Record<ActingHat, "y">> = { SECRETARY: "y", CHIEF: "y", STANDING_DEPUTY: "y" };
const ACTS = [...new Set(TAKEDOWN_MOVES.map(({ act }) => act))].filter(
  (act): act is TakedownInput["act"] => act !== "receive" && act !== "receiveInside",
);
const HATS: readonly ActingHat[] = [...HAT_NAMES, "SYSTEM"];
const PAPERS = [[], [delegation("minh", "ai-do", { powers: ["article.pull"] })], [delegation("minh", "ai-do")]];

test("Đ15.k3.g1, Đ15.k3.g3: every act in every state by every hat under every paper is as the table by hand says", () => {
  const cases = ACTS.flatMap((act) =>
    TAKEDOWN_STATE_NAMES.flatMap((state) =>
      HATS.flatMap((hat) => [0, 1, 2].map((paper) => [act, state, hat, paper] as const)),
    ),
  );
  const wrong = cases.filter(([act, state, hat, paper]) => {
    const by = actor("ai-do", hat, { delegations: PAPERS[paper]! });
    const facts = { state, unit: null, erased: false, keepUntil: AT };
    const reach = act === "link" ? LINKERS[hat] : ALLOWED[`${act} ${state}`]?.[hat];
    return decideTakedown(facts, full(act), by, AT, [], true).ok !== (reach === "y" || (reach === "d" && paper === 2));
  });
  expect(wrong).toEqual([]);
  expect(cases).toHaveLength(7 * 6 * 10 * 3);
});

test("what the newsroom refuses is refused here with the newsroom's own reasons", () => {
  const facts = { state: "CONSIDERED", unit: null, erased: false, keepUntil: null } as const;
  const newsroom = [{ code: "isLive", clause: "Đ15.k3.g1" }];
  const answer = decideTakedown(facts, full("accept"), actor("minh", "CHIEF"), AT, newsroom, false);
  expect(answer).toEqual({ ok: false, error: [{ code: "isLive", clause: "Đ15.k3.g1" }] });
});
