import { describe, expect, test } from "vitest";
import { actor } from "../../test/support/boards.ts";
import {
  movePage,
  PAGE_ACTS,
  PAGE_MOVES,
  PAGE_STATES,
  type PageAct,
  type PageState,
  pageOffers,
} from "./page-moves.ts";
import { blocksOf } from "./plain-text.ts";
import { admissionPhase, isPersonalMail } from "./rules.ts";

const REASON = "Lý do đủ dài để trả lại";
const people = {
  head: actor("Sơn", "MEMBER", { units: ["hanh-chinh"] }),
  otherHead: actor("Hoa", "MEMBER", { units: ["dao-tao"] }),
  secretary: actor("Lan", "SECRETARY"),
  chief: actor("Minh", "CHIEF"),
  standing: actor("Thúy", "STANDING_DEPUTY", { units: ["hanh-chinh"] }),
  deputy: actor("Hà", "DEPUTY", { units: ["hanh-chinh"] }),
  contributor: actor("Trang", "CONTRIBUTOR", { units: ["hanh-chinh"] }),
  admin: actor("Bảo", "ADMIN"),
  director: actor("Minh", "DIRECTOR"),
};
type Name = keyof typeof people;

/** Who may do what, where: everything that is not written here is refused. */
const ALLOWED: readonly [PageState, PageAct, Name, PageState][] = [
  ["DRAFT", "submit", "head", "AWAITING_CHIEF"],
  ["DRAFT", "submit", "secretary", "AWAITING_HEAD"],
  ["AWAITING_HEAD", "headApprove", "head", "AWAITING_CHIEF"],
  ["AWAITING_HEAD", "return", "head", "DRAFT"],
  ["AWAITING_CHIEF", "approve", "chief", "LIVE"],
  ["AWAITING_CHIEF", "approve", "standing", "LIVE"],
  ["AWAITING_CHIEF", "return", "chief", "DRAFT"],
  ["AWAITING_CHIEF", "return", "standing", "DRAFT"],
];

describe("the road of a page, for every state, act and hat", () => {
  const cases = (Object.keys(PAGE_STATES) as PageState[]).flatMap((state) =>
    (Object.keys(PAGE_ACTS) as PageAct[]).flatMap((act) =>
      (Object.keys(people) as Name[]).map((name) => [state, act, name] as const),
    ),
  );
  test.each(cases)("%s, %s, %s", (state, act, name) => {
    const answer = movePage({ state, unit: "hanh-chinh", author: "x" }, act, REASON, people[name]);
    const to = ALLOWED.find(([a, b, c]) => a === state && b === act && c === name)?.[3];
    expect(answer.ok ? answer.value : undefined).toBe(to);
  });
});

test("Đ15.k2.b3: whoever wrote a version does not approve it, and is not offered to", () => {
  const facts = { state: "AWAITING_CHIEF", unit: "hanh-chinh", author: "Thúy" } as const;
  expect(movePage(facts, "approve", "", people.standing)).toMatchObject({ error: [{ code: "pageOwnText" }] });
  expect(pageOffers(facts, people.standing).map(({ act }) => act)).toEqual(["return"]);
  expect(movePage(facts, "approve", "", people.chief).ok).toBe(true);
});

test("every return asks for a reason", () => {
  for (const move of PAGE_MOVES) expect(move.needsReason ?? false, move.act).toBe(move.act === "return");
});

test.each([
  ["2026-11-23", "ahead"],
  ["2026-11-24", "open"],
  ["2026-11-30", "open"],
  ["2026-12-01", "closed"],
])("TT 37 điểm 8: on %s an admission from 24 to 30 November is %s", (today, phase) =>
  expect(admissionPhase({ opensOn: "2026-11-24", closesOn: "2026-11-30" }, today)).toBe(phase),
);

test.each([
  ["trungtam@gmail.com", true],
  ["Trungtam@GMAIL.com", true],
  ["a@yahoo.com.vn", true],
  ["daotao@gmail.com.edu.vn", false],
  ["daotao@haiphong.edu.vn", false],
  ["", false],
])("REQ-080: “%s” is a personal address: %s", (email, personal) => expect(isPersonalMail(email)).toBe(personal));

test("a text is read as headings, paragraphs and lists, and nothing of it is lost or markup", () => {
  expect(blocksOf("Mở đầu\ncòn tiếp\n\n## Mục\n- một\n- <b>hai</b>\nkết")).toEqual([
    { kind: "paragraph", text: "Mở đầu còn tiếp" },
    { kind: "heading", text: "Mục" },
    { kind: "list", items: ["một", "<b>hai</b>"] },
    { kind: "paragraph", text: "kết" },
  ]);
});
