import { describe, expect, test } from "vitest";
import type { Actor } from "../board/actor.ts";
import { type Call, phaseOf } from "./call.ts";
import { type Opinion, opinionRefusals } from "./opinion.ts";
import { countOpinions, isCurrent, reportFrom } from "./report.ts";
import { type CallFacts, callRefusals, judgeRefusals, reportRefusals, saveCallRefusals } from "./rules.ts";
import { nextChange, windowWords } from "./window-words.ts";

const OPENS = "2026-12-01T01:00:00.000Z";
const CLOSES = "2026-12-15T10:00:00.000Z";
const window = { opensAt: OPENS, closesAt: CLOSES };
const call: Call = {
  title: "Giờ học buổi tối",
  lead: "Xin ý kiến về giờ học.",
  body: "Chọn một trong ba phương án.",
  place: "Phòng Đào tạo; daotao@trungtam.example",
  documents: [],
  questions: [
    { text: "Mấy giờ?", choices: ["18 giờ", "19 giờ"] },
    { text: "Vì sao?", choices: [] },
  ],
};
const codes = (refusals: readonly { code: string }[]) => refusals.map(({ code }) => code);
const head = { person: "hoa", hat: "MEMBER", units: ["dao-tao"], delegations: [] } as unknown as Actor;

describe("Đ14.k7: the clock alone opens and closes", () => {
  test.each([
    ["2026-12-01T00:59:59.999Z", "ahead"],
    [OPENS, "open"],
    ["2026-12-15T09:59:59.999Z", "open"],
    [CLOSES, "closed"],
  ] as const)("at %s it is %s", (now, phase) => expect(phaseOf(window, now)).toBe(phase));

  test("a kept page lives until the next opening or closing, and for ever after the last", () => {
    expect(nextChange([window], "2026-11-01T00:00:00.000Z")).toBe(OPENS);
    expect(nextChange([window], OPENS)).toBe(CLOSES);
    expect(nextChange([window], CLOSES)).toBeNull();
  });

  test("the public reads the hours of Vietnam", () => {
    expect(windowWords(window, "open")).toContain("15/12/2026");
    expect(windowWords(window, "open")).toContain("17:00");
  });
});

describe("Đ14.k7: what the public was told binds", () => {
  const facts: CallFacts = {
    knowsUnit: true,
    unit: "dao-tao",
    isWaiting: false,
    unknownFiles: 0,
    closedDocuments: [],
    live: { ...window, call },
  };
  const now = "2026-12-02T00:00:00.000Z";
  const input = { unit: "dao-tao", call, ...window, reason: "" };
  const judge = (more: object, at = now) => codes(saveCallRefusals({ ...input, ...more }, facts, head, at));

  test.each([
    ["the same again", {}, []],
    ["a corrected text", { call: { ...call, body: "Đã sửa lỗi chính tả." } }, []],
    ["an earlier closing", { closesAt: "2026-12-10T10:00:00.000Z" }, ["closingEarlier"]],
    ["no closing", { closesAt: null }, ["closingEarlier"]],
    ["another opening", { opensAt: "2026-12-03T01:00:00.000Z" }, ["openingFixed"]],
    ["other questions", { call: { ...call, questions: [] } }, ["questionsFixed"]],
    ["a later closing without reason", { closesAt: "2026-12-20T10:00:00.000Z" }, ["extensionReasonMissing"]],
    [
      "a later closing with a reason",
      { closesAt: "2026-12-20T10:00:00.000Z", reason: "Nhiều phụ huynh xin thêm thời gian" },
      [],
    ],
    ["another unit", { unit: "khac" }, ["pageNotYours", "consultationUnitFixed"]],
  ])("%s", (_, more, expected) => expect(judge(more)).toEqual(expected));

  test("after the closing nothing makes it longer", () => {
    const later = { closesAt: "2026-12-20T10:00:00.000Z", reason: "Nhiều phụ huynh xin thêm thời gian" };
    expect(judge(later, CLOSES)).toEqual(["extensionTooLate"]);
    expect(codes(callRefusals({ ...input, ...later }, window, CLOSES))).toEqual(["extensionTooLate"]);
    expect(codes(callRefusals(input, window, CLOSES))).toEqual([]);
  });

  test("nothing is asked for approval without its parts, turned round, or when its time is over", () => {
    const empty = { ...call, lead: "", body: "", place: "" };
    const bare = { unit: "dao-tao", call: empty, opensAt: null, closesAt: null, reason: "" };
    expect(callRefusals(bare, null, now).map(({ detail }) => detail?.name)).toEqual([
      "tom-tat",
      "noi-dung-hoi",
      "noi-nhan",
      "bat-dau",
      "ket-thuc",
    ]);
    expect(
      codes(callRefusals({ ...input, opensAt: CLOSES, closesAt: OPENS }, null, "2026-11-01T00:00:00.000Z")),
    ).toEqual(["consultationInverted"]);
    expect(codes(callRefusals(input, null, CLOSES))).toEqual(["consultationOver"]);
  });

  test.each([
    ["without words", { text: "", choices: ["a", "b"] }, "questionWithoutText"],
    ["with one choice", { text: "Mấy giờ?", choices: ["18 giờ"] }, "questionOneChoice"],
    ["with the same choice twice", { text: "Mấy giờ?", choices: ["a", "a"] }, "questionChoicesTwice"],
  ])("a question %s is refused", (_, question, code) => {
    const fresh = { ...facts, live: null };
    const asked = { ...input, call: { ...call, questions: [question] } };
    expect(codes(saveCallRefusals(asked, fresh, head, now))).toEqual([code]);
  });
});

describe("an opinion", () => {
  const now = "2026-12-02T00:00:00.000Z";
  const opinion: Opinion = { name: "", email: "", content: "", answers: ["", ""], choices: [1, null], consent: false };
  const judge = (more: Partial<Opinion>, at = now) =>
    codes(opinionRefusals({ ...opinion, ...more }, call.questions, window, at));

  test.each<[string, Partial<Opinion>, string[]]>([
    ["one choice and no name is enough", {}, []],
    ["words alone are enough", { choices: [null, null], content: "Xin học sớm hơn nửa giờ." }, []],
    ["nothing at all is not", { choices: [null, null] }, ["opinionEmpty"]],
    ["a choice nobody offered", { choices: [7, null] }, ["opinionChoiceUnknown"]],
    ["a choice where words are asked", { choices: [null, 0] }, ["opinionChoiceUnknown"]],
    ["an answer beyond its length", { answers: ["", "a".repeat(2_001)] }, ["opinionAnswerTooLong"]],
    ["markup in an answer", { answers: ["", "<script>alert(1)</script>"] }, ["opinionAnswerUnusable"]],
    ["50,000 characters", { content: "a".repeat(50_000) }, ["contentTooLong"]],
    ["a name without consent", { name: "Vũ Thị Hạnh" }, ["opinionConsentMissing"]],
    ["a name with consent", { name: "Vũ Thị Hạnh", consent: true }, []],
    ["an e-mail that is none", { email: "hanh.vu", consent: true }, ["contactEmailInvalid"]],
  ])("%s", (_, more, expected) => expect(judge(more)).toEqual(expected));

  test("comes in time or not at all", () => {
    expect(judge({}, "2026-12-01T00:59:59.999Z")).toEqual(["opinionNotOpen"]);
    expect(judge({}, CLOSES)).toEqual(["opinionNotOpen"]);
  });
});

describe("the report", () => {
  const one = (choice: number | null, verdict: "taken" | "aside" | null, topic = "") => ({
    choices: [choice, null],
    verdict,
    topic,
  });
  const counts = countOpinions(
    [one(0, "taken", "Giờ"), one(1, "taken", "Giờ"), one(1, "taken", "Xe"), one(1, "aside")],
    call.questions,
  );
  const full = (topic: string) => ({ topic, gist: "Ý chung", outcome: "accepted", reply: "Tiếp thu" });

  test("counts what was taken in and leaves out the choices of what was set aside", () => {
    expect(counts).toMatchObject({ received: 4, aside: 1 });
    expect(counts.topics).toEqual([
      { topic: "Giờ", count: 2 },
      { topic: "Xe", count: 1 },
    ]);
    expect(counts.tallies[0]!.choices.map(({ count }) => count)).toEqual([1, 2]);
  });

  test("goes on only when every opinion is judged, every group answered and the numbers are those of now", () => {
    const report = reportFrom("Cảm ơn mọi người", [full("Giờ"), full("Xe")], counts);
    expect(reportRefusals(report, counts, 0)).toEqual([]);
    expect(codes(reportRefusals(report, counts, 2))).toEqual(["opinionsUnjudged"]);
    const half = reportFrom("Cảm ơn", [full("Giờ")], counts);
    expect(codes(reportRefusals(half, counts, 0))).toEqual(["groupUnanswered"]);
    const more = countOpinions([one(0, "taken", "Giờ")], call.questions);
    expect(isCurrent(report, more)).toBe(false);
    expect(codes(reportRefusals(report, more, 0))).toEqual(["reportOutdated"]);
  });

  test.each([
    [{ verdict: "", topic: "", reason: "" }, ["verdictMissing"]],
    [{ verdict: "taken", topic: "", reason: "" }, ["topicMissing"]],
    [{ verdict: "aside", topic: "", reason: "rác" }, ["asideReasonMissing"]],
    [{ verdict: "aside", topic: "", reason: "Quảng cáo, không phải ý kiến" }, []],
  ])("judging %j", (input, expected) => {
    expect(codes(judgeRefusals(input, { unit: "dao-tao", isReported: false }, head))).toEqual(expected);
    expect(codes(judgeRefusals(input, { unit: "khac", isReported: true }, head))).toEqual([
      "opinionNotYours",
      "judgingOver",
      ...expected,
    ]);
  });
});
