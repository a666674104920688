import { expect, test } from "vitest";
import { openDesk } from "../../test/support/desk.ts";
import { newsroomOf } from "../../test/support/newsroom.ts";
import { eachEngine, fixedClock, openTestPortal, TEST_NOW } from "../../test/support/portals.ts";
import { isRefusedByDatabase, openRaw } from "../../test/support/raw.ts";
import type { By, Command } from "../act.ts";
import { accountRoutes } from "../desk/account-routes.tsx";
import { deskRoom } from "../desk/room.ts";
import { recordIncident } from "./commands/record-incident.ts";
import { recordViolation } from "./commands/record-violation.ts";
import { stepViolation } from "./commands/step-violation.ts";
import { violationDesk } from "./desk.tsx";
import { readIncidents } from "./incidents.queries.ts";
import { VIOLATION_PATHS } from "./paths.ts";
import { verifyViolations } from "./verify.ts";
import { readViolations } from "./violations.queries.ts";

const NOTE = "Đã xem hồ sơ và số liệu trên Cổng";

async function openHouse(engine: "sqlite" | "postgres") {
  const clock = fixedClock(TEST_NOW);
  const { portal, centre, close } = await openTestPortal(engine, { clock });
  const newsroom = newsroomOf({ portal, centre, clock });
  const act = async <I, S, C>(by: By, command: Command<I, S, C>, input: I): Promise<C> => {
    clock.advance(1);
    const answer = await portal.act(by, command, input);
    if (!answer.ok) throw new Error(`${command.name}: ${JSON.stringify(answer.error)}`);
    return answer.value;
  };
  const codes = async <I, S, C>(by: By, command: Command<I, S, C>, input: I): Promise<string[]> => {
    const answer = await portal.act(by, command, input);
    return answer.ok ? [] : answer.error.map(({ code }) => code);
  };
  const director = newsroom.who("Minh", "DIRECTOR");
  const secretary = newsroom.who("Lan", "SECRETARY");
  return { ...newsroom, act, codes, director, secretary, close };
}

eachEngine("Đ19: violations and prohibited acts", (engine) => {
  test("Đ19.k2: a violation needs evidence, is explained by the unit and concluded by the Director", async () => {
    const house = await openHouse(engine);
    const { portal, centre, clock, act, codes, director, secretary } = house;
    try {
      const unit = centre.units["dao-tao"]!;
      const good = {
        unit,
        type: "late",
        what: "Đưa tin hội thảo chậm hai ngày",
        day: "2026-11-20",
        evidence: "/su-kien/hoi-thao",
        source: "x",
      };
      const tried = (more: object) => codes(secretary, recordViolation, { ...good, ...more });
      expect(await tried({ evidence: "" })).toEqual(["violationWithoutEvidence"]);
      expect(await tried({ evidence: "đã gọi điện" })).toEqual(["violationWithoutEvidence"]);
      expect(await tried({ evidence: "javascript:alert(1)" })).toEqual(["violationWithoutEvidence"]);
      expect(await tried({ type: "x", unit: "y", day: "2026-12-31", what: "chậm" })).toEqual([
        ...["violationUnitUnknown", "violationTypeUnknown", "violationWhatMissing", "violationDayInvalid"],
      ]);
      expect(await codes(house.who("Hoa"), recordViolation, good)).toEqual(["violationNotYours"]);
      const { id } = await act(secretary, recordViolation, good);
      // The same form sent twice is one violation; the same late item told of in other words is refused.
      expect((await act(secretary, recordViolation, good)).id).toBe(id);
      expect(await readViolations(portal.db)).toHaveLength(1);
      expect(await tried({ what: "Nói lại bằng lời khác về việc ấy" })).toEqual(["violationRecorded"]);
      const step = (by: By, act: "explain" | "conclude", text = NOTE, outcome = "upheld") =>
        codes(by, stepViolation, { violation: id, act, text, outcome });
      expect(await step(director, "conclude")).toEqual(["violationExplanationOpen"]);
      expect(await step(house.who("Sơn"), "explain")).toEqual(["violationOtherUnit"]);
      expect(await step(secretary, "explain")).toEqual(["violationNotYours"]);
      expect(await step(house.who("Hoa"), "explain", "vâng")).toEqual(["violationSayWhy"]);
      // Late is better than never: the unit may explain until the conclusion.
      clock.set("2026-12-20T02:00:00.000Z");
      expect(await step(house.who("Hoa"), "explain")).toEqual([]);
      expect(await step(secretary, "conclude")).toEqual(["violationNotYours"]);
      expect(await step(director, "conclude", NOTE, "x")).toEqual(["violationOutcomeMissing"]);
      expect(await step(director, "conclude")).toEqual([]);
      expect(await step(house.who("Hoa"), "explain")).toEqual(["violationOver"]);
      expect((await readViolations(portal.db)).map(({ state }) => state)).toEqual(["upheld"]);
    } finally {
      await house.close();
    }
  });

  test("Đ19.k3, REQ-144: an incident names the letter and keeps its evidence by hash", async () => {
    const house = await openHouse(engine);
    const { portal, act, codes, director, secretary } = house;
    try {
      const edition = await house.bringTo("PUBLISHED");
      const good = {
        clause: "Đ17.k1.d",
        what: "Bài đăng lời vu khống một học viên",
        day: "2026-11-20",
        unit: null,
        exhibits: [`/ban-bien-tap/bai/${edition}`, "3"],
      };
      const admin = house.who("Bảo", "ADMIN");
      const tried = (more: object, by = admin) => codes(by, recordIncident, { ...good, ...more });
      expect(await tried({}, secretary)).toEqual(["incidentNotYours"]);
      expect(await tried({ clause: "Đ17.k1.i" })).toEqual(["incidentPointMissing"]);
      expect(await tried({ exhibits: [] })).toEqual(["incidentExhibitMissing"]);
      expect(await tried({ exhibits: ["99999999"] })).toEqual(["incidentExhibitUnknown"]);
      expect(await tried({ exhibits: ["999999999999"] })).toEqual(["incidentExhibitUnknown"]);
      // The same line twice is one exhibit; one too many is told, not passed over.
      const many = Array.from({ length: 51 }, (_, place) => String(place + 1));
      expect(await tried({ exhibits: [...many.slice(0, 50), "1"] })).toEqual([]);
      expect(await tried({ exhibits: many })).toEqual(["incidentExhibitUnknown"]);
      const { id } = await act(director, recordIncident, good);
      const [incident] = await readIncidents(portal.db, id);
      expect(incident!.exhibits.map(({ kind, isKept }) => [kind, isKept])).toEqual([
        ["version", true],
        ["log", true],
      ]);
      // The log, which more people read, does not tell what happened.
      const row = await portal.db
        .selectFrom("evidence")
        .select("content")
        .where("act", "=", "incident.record")
        .executeTakeFirstOrThrow();
      expect(row.content).not.toContain("vu khống");
      const raw = await openRaw(portal);
      try {
        for (const statement of [
          "delete from incident_exhibit",
          "update incident_exhibit set hash = 'x'",
          "delete from incident",
          "delete from edition_version",
          "delete from evidence where seq = 3",
          `insert into incident_exhibit values ('${id}', 9, 'log', '', 1, (select hash from evidence where seq = 1))`,
          `insert into incident_exhibit values ('moi', 0, 'log', '', 1, 'bịa')`,
        ]) {
          const error = await raw.run(statement).then(
            () => null,
            (refusal) => refusal,
          );
          expect(error !== null && isRefusedByDatabase(error), `${statement}: ${error}`).toBe(true);
        }
      } finally {
        await raw.close();
      }
      expect(await verifyViolations(portal.db)).toEqual({ exhibits: 52, bad: null });
    } finally {
      await house.close();
    }
  });
});

test("Đ19: on the desk nothing typed is lost, a head sees his own unit's violations, and incidents are for three persons", async () => {
  const { portal, centre, close } = await openTestPortal("sqlite", { clock: fixedClock(TEST_NOW) });
  const desk = await openDesk(portal, (app, access) => {
    accountRoutes(app, access);
    violationDesk(app, deskRoom(portal));
  });
  const names = ["thuky", "truong.dao-tao", "truong.to-chuc-hanh-chinh", "thanhtra", "giamdoc", "quantri"] as const;
  await desk.giveAccounts(Object.fromEntries(names.map((name) => [name, centre.people[name]!.id])));
  const browsers = new Map<string, Awaited<ReturnType<typeof desk.signedIn>>>();
  for (const name of names) browsers.set(name, await desk.signedIn(name));
  const as = (name: (typeof names)[number]) => browsers.get(name)!;
  const secretary = as("thuky");
  await secretary.get(VIOLATION_PATHS.addViolation);
  const typed = {
    loai: "late",
    "noi-dung": "Đưa tin hội thảo chậm hai ngày",
    ngay: "2026-11-20",
    "don-vi": centre.units["dao-tao"]!,
  };
  const refused = await secretary.post(VIOLATION_PATHS.addViolation, typed);
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain("Vi phạm phải có bằng chứng");
  expect(refused.body).toContain("Đưa tin hội thảo chậm hai ngày");
  const made = await secretary.post(VIOLATION_PATHS.addViolation, { ...typed, "bang-chung": "/ban-bien-tap/bai" });
  expect(made.statusCode).toBe(303);
  const list = async (name: (typeof names)[number]) => (await as(name).get(VIOLATION_PATHS.violations)).body;
  expect(await list("truong.dao-tao")).toContain("Đưa tin hội thảo chậm hai ngày");
  expect(await list("truong.to-chuc-hanh-chinh")).not.toContain("Đưa tin hội thảo chậm");
  const csv = (await secretary.get(`${VIOLATION_PATHS.violations}.csv`)).body.trim().split("\r\n");
  expect(csv).toHaveLength(2);
  for (const name of ["thuky", "truong.dao-tao", "thanhtra"] as const)
    expect((await as(name).get(VIOLATION_PATHS.incidents)).statusCode, name).toBe(403);
  for (const name of ["giamdoc", "quantri"] as const)
    expect((await as(name).get(VIOLATION_PATHS.incidents)).statusCode, name).toBe(200);
  await desk.app.close();
  await close();
});
