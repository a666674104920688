import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, HOST, openDesk } from "../../test/support/desk.ts";
import { type FixedClock, fixedClock, openTestPortal, TEST_NOW, type TestPortal } from "../../test/support/portals.ts";
import { BY_SYSTEM } from "../act.ts";
import { endAppointment } from "../board/commands/end-appointment.ts";
import type { DutyItem, DutySource } from "../duties/duty.ts";
import type { Term } from "../duties/rhythm.ts";
import { addSeconds } from "../kernel/clock.ts";
import { changeSettings } from "../settings/change-settings.ts";
import { complianceNow } from "./board.queries.ts";
import { CARRIED } from "./carried.ts";
import { regulationRoutes } from "./site.tsx";
import { clauseState, itemState } from "./standing.ts";

const DAY = 86_400;
const term = (opens: string, due: string, gone: string | null = null): Term => ({ period: "kỳ", opens, due, gone });

test("an item is soon three days before it is due, late once it is over, and a missed one for a week", () => {
  const item = (standing: "open" | "ahead" | "late" | "missed" | "done-late", due: string) => ({
    standing,
    term: term("2026-11-01T00:00:00.000Z", due, standing === "missed" ? due : null),
  });
  const soon = addSeconds(TEST_NOW, 3 * DAY);
  expect(itemState(item("open", soon), TEST_NOW)).toBe("soon");
  expect(itemState(item("open", addSeconds(soon, 1)), TEST_NOW)).toBeNull();
  expect(itemState(item("ahead", soon), TEST_NOW)).toBeNull();
  expect(itemState(item("late", addSeconds(TEST_NOW, -400 * DAY)), TEST_NOW)).toBe("late");
  expect(itemState(item("missed", addSeconds(TEST_NOW, -7 * DAY + 1)), TEST_NOW)).toBe("late");
  expect(itemState(item("missed", addSeconds(TEST_NOW, -7 * DAY)), TEST_NOW)).toBeNull();
  expect(itemState(item("done-late", TEST_NOW), TEST_NOW)).toBeNull();
});

test("what was found goes before how a clause is carried; a duty nobody owes yet does not apply", () => {
  const states = (how: "kept" | "duty" | "people" | "words", ...found: ("soon" | "late")[]) =>
    clauseState(
      { how },
      found.map((state) => ({ state })),
      false,
    );
  expect([states("kept"), states("duty"), states("people"), states("words")]).toEqual([
    "met",
    "none",
    "people",
    "none",
  ]);
  expect(states("kept", "soon", "late")).toBe("late");
  expect(states("people", "soon")).toBe("soon");
  expect(clauseState({ how: "duty" }, [], true)).toBe("met");
});

let clock: FixedClock;
let house: TestPortal;
let desk: Desk;
beforeAll(async () => {
  clock = fixedClock(TEST_NOW);
  house = await openTestPortal("sqlite", { clock });
  desk = await openDesk(house.portal, (app, { assets }) => regulationRoutes(app, house.portal, assets));
});
afterAll(async () => {
  await desk.app.close();
  await house.close();
});

const stateOf = async (clause: string, sources: readonly DutySource[] = []) => {
  const found = (await complianceNow(house.portal.db, clock.now(), sources)).find((one) => one.clause === clause)!;
  return { state: found.state, why: found.findings.map(({ text }) => text) };
};
const open = async (url: string) => (await desk.app.inject({ url, headers: { host: HOST } })).body;

/** A room with one duty of this clause and one item with this last instant. */
function owing(clause: string, due: string, doneAt: string | null, excused = ""): DutySource {
  const item: DutyItem = {
    duty: "thu",
    term: term(TEST_NOW, due),
    ...{ subject: "", about: "việc nội bộ của Vũ Hồng Lan", unit: null, people: [], doneAt, excused },
    href: "/ban-bien-tap/den-han",
  };
  const rule = { key: "thu", clause, name: "Việc thử", hat: "SECRETARY" as const, when: "", closedBy: "" };
  return { duties: [{ ...rule, remindHours: [], escalateTo: null }], items: async () => [item] };
}

test("Đ8.k1.g3: what the board lacks today makes its clause late, and says what", async () => {
  expect((await stateOf("Đ8.k1.g3")).state).toBe("met");
  const secretary = await house.portal.db
    .selectFrom("appointment")
    .select("id")
    .where("hat", "=", "SECRETARY")
    .executeTakeFirstOrThrow();
  const ended = { appointment: secretary.id, to: "2026-11-24", paper: "41/QĐ-GDTXHP" };
  expect((await house.portal.act(BY_SYSTEM, endAppointment, ended)).ok).toBe(true);
  clock.set("2026-11-25T01:00:00.000Z");
  expect(await stateOf("Đ8.k1.g3")).toEqual({ state: "late", why: ["Chưa có Thư ký Ban biên tập."] });
  clock.set(TEST_NOW);
});

test("Đ3.k1, Đ14.k1–k4: what the public does not find makes its clause late", async () => {
  expect((await stateOf("Đ3.k1")).state).toBe("met");
  expect((await stateOf("Đ14.k4")).state).toBe("met");
  expect((await stateOf("Đ14.k2")).why).toEqual(["Chưa đăng tin, bài nào."]);
  expect((await stateOf("Đ14.k3")).why).toEqual(["Chưa công bố văn bản nào."]);
  expect((await stateOf("Đ14.k1")).state).toBe("late");
  await house.portal.act(BY_SYSTEM, changeSettings, { "site.responsible": "", "site.phone": "" });
  expect((await stateOf("Đ3.k1")).state).toBe("late");
  expect((await stateOf("Đ14.k4")).state).toBe("late");
});

test("QĐ-Đ1, Đ2.p1: as long as nobody confirmed the official address its clause is late", async () => {
  expect((await stateOf("QĐ-Đ1")).state).toBe("late");
  await house.portal.act(BY_SYSTEM, changeSettings, { "site.hostConfirmed": true });
  expect((await stateOf("QĐ-Đ1")).state).toBe("met");
  expect((await stateOf("Đ2.p1")).state).toBe("met");
});

test("QĐ-Đ2: nothing is due before the regulation took effect or the portal began, whatever a room says", async () => {
  expect((await stateOf("Đ18.k2", [owing("Đ18.k2", "2023-05-08T16:59:59.000Z", null)])).state).toBe("none");
  expect((await stateOf("Đ18.k2", [owing("Đ18.k2", "2026-11-23T16:59:59.000Z", null)])).state).toBe("none");
});

test("a duty's item tells its clause, and the clause that names it: soon, late, done, excused", async () => {
  const monthly = async (due: string, doneAt: string | null, excused = "") => {
    const sources = [owing("Đ18.k1", due, doneAt, excused)];
    return [(await stateOf("Đ18.k1", sources)).state, (await stateOf("Đ11.g3", sources)).state];
  };
  expect(await monthly(addSeconds(TEST_NOW, DAY), null)).toEqual(["soon", "soon"]);
  clock.set(addSeconds(TEST_NOW, 2 * DAY));
  expect(await monthly(addSeconds(TEST_NOW, DAY), null)).toEqual(["late", "late"]);
  expect(await monthly(addSeconds(TEST_NOW, DAY), clock.now())).toEqual(["met", "met"]);
  expect(await monthly(addSeconds(TEST_NOW, DAY), null, "Sự kiện đã hủy")).toEqual(["none", "none"]);
  clock.set(TEST_NOW);
});

test("Đ7.k2: the public reads the whole text with its anchors, what is done for each clause, and its state in words", async () => {
  const body = await open("/quy-che");
  for (const { clause, how, does } of CARRIED) {
    expect(body, clause).toContain(`id="${clause.toLowerCase()}"`);
    expect(body.includes(does), clause).toBe(how !== "words");
  }
  expect(body).toMatch(/\d+ điều khoản đạt, \d+ sắp đến hạn, \d+ trễ, \d+ do con người thực hiện\./);
});

test("Đ5.k3: the public is told no name, no item and no page of the desk", async () => {
  for (const url of ["/quy-che", "/quy-che?tinh-trang=tre"]) {
    const main = /<main[\s\S]*<\/main>/.exec(await open(url))![0];
    expect(main).not.toContain("/ban-bien-tap");
    expect(main).not.toContain("Chưa đăng tin, bài nào");
    for (const { fullName } of Object.values(house.centre.people)) expect(main).not.toContain(fullName);
  }
});

test("a state narrows the text to its clauses, an unknown one to nothing at all", async () => {
  const shown = (body: string) => [...body.matchAll(/<div class="rule" id="([^"]+)"/g)].map(([, id]) => id);
  const late = shown(await open("/quy-che?tinh-trang=tre"));
  expect(late).toContain("đ14.k2");
  expect(late).not.toContain("đ15.k2.b3");
  expect(shown(await open("/quy-che?tinh-trang=la")).length).toBeGreaterThan(100);
});

test("the page is reckoned anew after five minutes, and at the turn of the day", async () => {
  const isLate = async () => (await open("/quy-che?tinh-trang=tre")).includes('id="đ14.k4"');
  expect(await isLate()).toBe(true);
  await house.portal.act(BY_SYSTEM, changeSettings, { "site.phone": "0225 000 0000" });
  clock.set(addSeconds(TEST_NOW, 299));
  expect(await isLate()).toBe(true);
  clock.set(addSeconds(TEST_NOW, 301));
  expect(await isLate()).toBe(false);
});
