import { afterEach, beforeEach, expect, test } from "vitest";
import { type Newsroom, openNewsroom } from "../../test/support/newsroom.ts";
import { eachEngine } from "../../test/support/portals.ts";
import { isRefusedByDatabase, openRaw } from "../../test/support/raw.ts";
import { BY_SYSTEM, type By } from "../act.ts";
import { delegate } from "../board/commands/delegate.ts";
import { record } from "../evidence/log.ts";
import { PLAIN_WEEKS } from "../kernel/working-days.ts";
import type { Hat } from "../regulation/hats.ts";
import { numberOf } from "../reports/figure.ts";
import { decidePlan, type PlanDecision } from "./commands/decide-plan.ts";
import { linkArticles } from "./commands/link-articles.ts";
import { type PlanProposal, proposePlan } from "./commands/propose-plan.ts";
import { PLAN_FIGURES } from "./figure-source.ts";
import { daysOf, periodsAhead, periodWords, readPeriod } from "./period.ts";
import { progressOf, readPlan } from "./plan.queries.ts";
import { verifyPlans } from "./verify.ts";

test("Đ8.k2.g2: a plan is for a month, a quarter or a year of the calendar, and for nothing else", () => {
  expect([readPeriod("2026-11"), readPeriod("11/2026"), readPeriod("2026-q4"), readPeriod("2026")]).toEqual([
    "2026-11",
    "2026-11",
    "2026-Q4",
    "2026",
  ]);
  for (const text of ["", "2026-Q5", "2026-Q0", "2026-13", "26", "2026-11-01", "quý IV"])
    expect(readPeriod(text), text).toBeNull();
  expect(daysOf("2028-02")).toEqual({ from: "2028-02-01", to: "2028-02-29" });
  expect(daysOf("2026-Q4")).toEqual({ from: "2026-10-01", to: "2026-12-31" });
  expect(daysOf("2027-Q1")).toEqual({ from: "2027-01-01", to: "2027-03-31" });
  expect(daysOf("2026")).toEqual({ from: "2026-01-01", to: "2026-12-31" });
  expect(periodWords("2026-Q4")).toBe("quý IV năm 2026");
  expect(periodsAhead("2026-11-24")).toEqual(["2026-11", "2026-12", "2027-01", "2026-Q4", "2027-Q1", "2026", "2027"]);
});

eachEngine("Đ9.k2: the plan of the board", (engine) => {
  let house: Newsroom & { close: () => Promise<void> };
  let lan: By;
  let chief: By;
  let thuy: By;
  beforeEach(async () => {
    house = await openNewsroom(engine);
    lan = house.who("Lan", "SECRETARY");
    chief = house.who("Minh", "CHIEF");
    thuy = { person: house.centre.people.thuongtruc!.id, hat: "STANDING_DEPUTY" };
  });
  afterEach(() => house.close());

  const propose = (over: Partial<PlanProposal> = {}, who = lan) =>
    house.portal.act(who, proposePlan, {
      period: "2026-11",
      orientation: "Chào mừng ngày Nhà giáo Việt Nam",
      themes: [
        { key: "", name: "Ngày Nhà giáo Việt Nam", unit: house.centre.units["dao-tao"]!, target: 2 },
        { key: "", name: "Chuyển đổi số", unit: null, target: 1 },
      ],
      seen: 0,
      ...over,
    });
  const decide = (over: Partial<PlanDecision> = {}, who = chief) =>
    house.portal.act(who, decidePlan, {
      period: "2026-11",
      version: 1,
      outcome: "decided",
      note: "",
      number: "12/KH-GDTXHP",
      ...over,
    });
  const codes = async (answer: Promise<{ ok: boolean; error?: readonly { code: string }[] }>) => {
    const given = await answer;
    return given.ok ? [] : (given.error ?? []).map(({ code }) => code);
  };

  test("is proposed by the secretary or a deputy, with themes that say something, for a period that is not over", async () => {
    for (const [person, hat] of [
      ["Mai", "CONTRIBUTOR"],
      ["Hoa", "MEMBER"],
      ["Minh", "DIRECTOR"],
      ["Lan", "ADMIN"],
    ] as const satisfies readonly (readonly [string, Hat])[])
      expect(await codes(propose({}, house.who(person as "Mai", hat)))).toEqual(["notThisHat"]);
    expect(await codes(propose({}, BY_SYSTEM))).toEqual(["notThisHat"]);
    expect(await codes(propose({ period: null }))).toEqual(["planPeriodInvalid"]);
    expect(await codes(propose({ period: "2026-10" }))).toEqual(["planPeriodOver"]);
    expect(await codes(propose({ period: "2026-Q3" }))).toEqual(["planPeriodOver"]);
    expect(await codes(propose({ orientation: " ", themes: [] }))).toEqual([
      "planOrientationMissing",
      "planThemesMissing",
    ]);
    const theme = { key: "", name: "Tuyển sinh", unit: null, target: 1 };
    const bad = [{ ...theme, name: " ", target: 0 }, theme, { ...theme, name: "tuyển  sinh", target: 1.5, unit: "x" }];
    expect(await codes(propose({ themes: bad }))).toEqual([
      "planThemeIncomplete",
      "planTargetInvalid",
      "planThemeTwice",
      "planTargetInvalid",
      "planUnitUnknown",
    ]);
    expect((await propose()).ok).toBe(true);
    expect(await codes(propose())).toEqual(["planMoved"]);
    const { themes } = (await readPlan(house.portal.db, "2026-11"))!.versions[0]!;
    expect(await codes(propose({ seen: 1, themes }))).toEqual(["planSame"]);
    // The whole last day is within the period, its midnight is not.
    house.clock.set("2026-11-30T16:59:59.000Z");
    expect((await propose({ seen: 1, themes, orientation: "Khác" })).ok).toBe(true);
    house.clock.set("2026-11-30T17:00:00.000Z");
    expect(await codes(propose({ seen: 2, themes }))).toEqual(["planPeriodOver"]);
    expect(await codes(decide({ version: 2 }))).toEqual(["planPeriodOver"]);
  });

  test("Đ10.p3: is decided by the head of the board, by the standing deputy only under a paper that names it", async () => {
    await propose();
    for (const who of [lan, house.who("Hoa", "MEMBER"), { ...chief, hat: "DIRECTOR" } as By, BY_SYSTEM])
      expect(await codes(decide({}, who))).toEqual(["notThisHat"]);
    expect(await codes(decide({}, thuy))).toEqual(["planNotDelegated"]);
    const paper = async (powers: readonly string[], number: string) =>
      house.portal.act(chief, delegate, {
        to: thuy.person,
        powers,
        from: "2026-11-24",
        until: "2026-11-30",
        document: number,
        reason: "Trưởng Ban đi công tác tại Hà Nội",
      });
    expect((await paper(["takedown.decide"], "15/GUQ")).ok).toBe(true);
    expect(await codes(decide({}, thuy))).toEqual(["planNotDelegated"]);
    expect((await paper(["plan.decide"], "16/GUQ")).ok).toBe(true);
    expect(await codes(decide({ outcome: "returned", note: " " }, thuy))).toEqual(["planNoteMissing"]);
    expect((await decide({}, thuy)).ok).toBe(true);
    const plan = (await readPlan(house.portal.db, "2026-11"))!;
    expect(plan.inForce?.decision).toMatchObject({ underPaper: true, number: "12/KH-GDTXHP" });
    expect(await codes(decide())).toEqual(["planDecided"]);
    expect((await verifyPlans(house.portal.db)).bad).toBeNull();
  });

  test("stays as it was decided: a change is a new text and a new decision, and keeps the articles of its themes", async () => {
    const { portal } = house;
    await propose();
    const link = (theme: string, ticked: readonly string[], who = lan, offered = ticked) =>
      portal.act(who, linkArticles, { period: "2026-11", theme, ticked, offered });
    const first = (await readPlan(portal.db, "2026-11"))!.versions[0]!.themes[0]!;
    const edition = await house.bringTo("PUBLISHED");
    const article = (await house.load(edition)).article.id;
    expect(await codes(link(first.key, [article]))).toEqual(["planNotDecided"]);
    expect((await decide()).ok).toBe(true);
    expect(await codes(link("không có", [article]))).toEqual(["planThemeUnknown"]);
    expect(await codes(link(first.key, [article], house.who("Hoa", "MEMBER")))).toEqual(["planArticleNotYours"]);
    expect(await codes(link(first.key, ["không có"]))).toEqual(["planArticleNotYours"]);
    // The writer puts his own there.
    expect((await link(first.key, [article], house.who("Mai"))).ok).toBe(true);
    const draft = (await house.load(await house.bringTo("SUBMITTED"))).article.id;
    expect((await link(first.key, [article, draft])).ok).toBe(true);
    const progress = async () =>
      progressOf(portal.db, "2026-11", (await readPlan(portal.db, "2026-11"))!.inForce!.themes);
    expect((await progress()).map(({ published, coming }) => [published.length, coming.length])).toEqual([
      [1, 1],
      [0, 0],
    ]);
    const themes = [{ ...first, name: "Tri ân thầy cô", target: 1 }];
    expect((await propose({ seen: 1, themes })).ok).toBe(true);
    const waiting = (await readPlan(portal.db, "2026-11"))!;
    expect([waiting.inForce?.version, waiting.proposed?.version]).toEqual([1, 2]);
    expect(waiting.inForce?.themes[0]?.name).toBe("Ngày Nhà giáo Việt Nam");
    expect((await decide({ version: 2, outcome: "returned", note: "Giữ cả chuyển đổi số" })).ok).toBe(true);
    expect((await readPlan(portal.db, "2026-11"))!.inForce?.version).toBe(1);
    expect((await propose({ seen: 2, themes })).ok).toBe(true);
    expect((await decide({ version: 3 })).ok).toBe(true);
    expect(await progress()).toMatchObject([{ name: "Tri ân thầy cô", published: [{ article }] }]);
    const figures = await PLAN_FIGURES.figures({
      db: portal.db,
      settings: await portal.settings(),
      calendar: PLAIN_WEEKS,
      since: "2026-10-31T17:00:00.000Z",
      until: "2026-11-25T17:00:00.000Z",
      from: "2026-11-01",
      to: "2026-11-25",
      now: house.clock.now(),
    });
    expect(figures.map(numberOf)).toEqual([100]);
    expect((await link(first.key, [], lan, [article])).ok).toBe(true);
    expect((await progress())[0]?.published).toEqual([]);
    expect((await verifyPlans(portal.db)).bad).toBeNull();
  });

  test("no script changes a decided text, decides without right, or moves articles", async () => {
    const { portal } = house;
    await propose();
    await decide();
    const edition = await house.bringTo("PUBLISHED");
    const article = (await house.load(edition)).article.id;
    const theme = (await readPlan(portal.db, "2026-11"))!.versions[0]!.themes[0]!.key;
    await portal.act(lan, linkArticles, { period: "2026-11", theme, ticked: [article], offered: [article] });
    await propose({ period: "2026-12" });
    const at = "2026-11-24T05:00:00.000Z";
    const logged = async ({ person, hat }: By, act: string, period = "2026-12") =>
      String(
        await portal.database.transact((tx) =>
          record(tx, { person, hat }, at, { act, subject: `plan:${period}`, clause: "Đ9.k2", content: {} }),
        ),
      );
    const mai = house.who("Mai");
    const byLan = await logged(lan, "plan.decide");
    const byThuy = await logged(thuy, "plan.decide");
    const byChief = await logged(chief, "plan.decide");
    const hoa = house.who("Hoa", "MEMBER");
    const linkByHoa = await logged(hoa, "plan.link", "2026-11");
    const textByMai = await logged(mai, "plan.propose");
    const decision = ({ person, hat }: By, seq: string, version = 1, outcome = "decided") =>
      `insert into plan_decision values ('2026-12', ${version}, '${outcome}', '', '', '${person}', '${hat}', null, '${at}', ${seq})`;
    const raw = await openRaw(portal);
    try {
      for (const attack of [
        "update plan_version set themes = '[{}]'",
        "delete from plan_version",
        "update plan_decision set outcome = 'returned'",
        "delete from plan_decision",
        "update plan_link set linked = 0",
        "delete from plan_link",
        decision(lan, byLan),
        decision(thuy, byThuy),
        decision(chief, byThuy),
        decision(chief, byChief, 2),
        decision(chief, byChief, 1, "returned"),
        decision(chief, byChief, 1, "xong"),
        `insert into plan_version select period, 1, orientation, themes, person_id, hat, at, evidence_seq from plan_version where period = '2026-12'`,
        `insert into plan_version select period, 3, orientation, themes, person_id, hat, at, evidence_seq from plan_version where period = '2026-12'`,
        `insert into plan_version select period, 2, orientation, '[]', person_id, hat, at, evidence_seq from plan_version where period = '2026-12'`,
        `insert into plan_version values ('2026-12', 2, 'x', '[{}]', '${mai.person}', '${mai.hat}', '${at}', ${textByMai})`,
        `insert into plan_link values ('x', '2026-11', '${theme}', '${article}', 0, '${hoa.person}', '${hoa.hat}', '${at}', ${linkByHoa})`,
        ...(engine === "sqlite"
          ? ["insert or replace into plan_version select * from plan_version"]
          : ["truncate plan_version", "truncate plan_decision", "truncate plan_link"]),
      ]) {
        const error = await raw.run(attack).then(
          () => null,
          (refusal) => refusal,
        );
        expect(error !== null && isRefusedByDatabase(error), `${attack}: ${String(error)}`).toBe(true);
      }
      await raw.run(
        engine === "sqlite"
          ? "drop trigger plan_version_no_update"
          : "drop trigger plan_version_no_update on plan_version",
      );
      await raw.run("update plan_version set orientation = 'bịa'");
      expect((await verifyPlans(portal.db)).bad?.row).toContain("kế hoạch");
    } finally {
      await raw.close();
    }
  });
});
