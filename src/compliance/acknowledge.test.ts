import { afterEach, beforeEach, expect, test } from "vitest";
import {
  eachEngine,
  type FixedClock,
  fixedClock,
  openTestPortal,
  TEST_NOW,
  type TestPortal,
} from "../../test/support/portals.ts";
import { isRefusedByDatabase, openRaw } from "../../test/support/raw.ts";
import { BY_SYSTEM, type By } from "../act.ts";
import { appoint } from "../board/commands/appoint.ts";
import { endAppointment } from "../board/commands/end-appointment.ts";
import { owedItems } from "../duties/items.queries.ts";
import type { Hat } from "../regulation/hats.ts";
import { headsNow } from "./acknowledgements.queries.ts";
import { acknowledge } from "./commands/acknowledge.ts";
import { COMPLIANCE_DUTIES } from "./duty-source.ts";
import { verifyCompliance } from "./verify.ts";

eachEngine("QĐ-Đ3: the head of a unit acknowledges the regulation", (engine) => {
  let clock: FixedClock;
  let house: TestPortal;
  beforeEach(async () => {
    clock = fixedClock(TEST_NOW);
    house = await openTestPortal(engine, { clock });
  });
  afterEach(() => house.close());

  const as = (name: string, hat: Hat): By => ({ person: house.centre.people[name]!.id, hat });
  const refused = async (by: By) => {
    const answer = await house.portal.act(by, acknowledge, {});
    return answer.ok ? [] : answer.error.map(({ code, clause }) => `${code} ${clause}`);
  };
  const items = async () =>
    owedItems(house.portal.db, { from: "2026-01-01", to: "2027-12-31", now: clock.now() }, [COMPLIANCE_DUTIES]);

  test("himself, once, with the day; it closes his duty and no other's", async () => {
    expect(await refused(as("truong.dao-tao", "MEMBER"))).toEqual([]);
    expect(await refused(as("truong.dao-tao", "MEMBER"))).toEqual(["acknowledgedAlready QĐ-Đ3"]);
    const heads = await headsNow(house.portal.db, clock.now());
    expect(heads.filter(({ at }) => at !== null).map(({ unitName, at }) => [unitName, at])).toEqual([
      ["Phòng Đào tạo", TEST_NOW],
    ]);
    const done = (await items()).filter(({ standing }) => standing === "done");
    expect(done.map(({ owners }) => owners)).toEqual([[house.centre.people["truong.dao-tao"]!.id]]);
    expect((await verifyCompliance(house.portal.db)).acknowledgements).toBe(1);
  });

  test("nobody does it for him: no other hat, no writer of the unit, no machine", async () => {
    for (const by of [as("thuky", "SECRETARY"), as("giamdoc", "CHIEF"), as("ctv.dao-tao", "CONTRIBUTOR"), BY_SYSTEM])
      expect(await refused(by)).toEqual(["acknowledgeByHead QĐ-Đ3"]);
    expect(await refused(as("ctv.dao-tao", "MEMBER"))).toEqual(["hatNotWorn Đ7.k1"]);
  });

  test("it falls due ten working days after the portal began or he was appointed, whichever is later", async () => {
    // The portal of the test begins on Tuesday 24 November 2026; ten working days later it is Tuesday 8 December.
    const due = async () => (await items()).map(({ term, standing }) => `${term.due} ${standing}`);
    expect(new Set(await due())).toEqual(new Set(["2026-12-08T16:59:59.000Z open"]));
    expect(await due()).toHaveLength(5);
    clock.set("2026-12-08T17:00:00.000Z");
    expect(new Set(await due())).toEqual(new Set(["2026-12-08T16:59:59.000Z late"]));
    expect(await refused(as("thuky", "MEMBER"))).toEqual([]);
    expect((await due()).filter((one) => one.endsWith("done-late"))).toHaveLength(1);
  });

  test("a new head acknowledges anew, and whoever left owes nothing", async () => {
    const { portal, centre } = house;
    expect(await refused(as("truong.dao-tao", "MEMBER"))).toEqual([]);
    const [old] = (await headsNow(portal.db, clock.now())).filter(({ at }) => at !== null);
    const ended = { appointment: old!.appointment, to: "2026-11-24", paper: "39/QĐ-GDTXHP" };
    expect((await portal.act(BY_SYSTEM, endAppointment, ended)).ok).toBe(true);
    const paper = { decisionNumber: "40/QĐ-GDTXHP", decisionDay: "2026-11-24", from: "2026-11-25", to: null };
    const member = { hat: "MEMBER", unit: centre.units["dao-tao"]!, acting: false, units: [], fields: [] } as const;
    const person = centre.people["ctv.dao-tao"]!.id;
    expect((await portal.act(BY_SYSTEM, appoint, { person, ...member, ...paper })).ok).toBe(true);
    clock.set("2026-11-26T01:00:00.000Z");
    const heads = await headsNow(portal.db, clock.now());
    expect(heads.find(({ unitName }) => unitName === "Phòng Đào tạo")).toMatchObject({ person, at: null });
    expect((await items()).find(({ people }) => people.includes(person))?.standing).toBe("open");
    expect(await refused({ person, hat: "MEMBER" })).toEqual([]);
  });

  test("that a head was late is not undone by his leaving: it was missed, and nobody owes it any more", async () => {
    clock.set("2026-12-10T01:00:00.000Z");
    const [head] = await headsNow(house.portal.db, clock.now());
    const ended = { appointment: head!.appointment, to: "2026-12-10", paper: "41/QĐ-GDTXHP" };
    expect((await house.portal.act(BY_SYSTEM, endAppointment, ended)).ok).toBe(true);
    const standing = async () => (await items()).find(({ subject }) => subject === head!.appointment)?.standing;
    expect(await standing()).toBe("late");
    clock.set("2026-12-11T01:00:00.000Z");
    expect(await standing()).toBe("missed");
  });

  test("no script acknowledges for a head, changes or removes what he acknowledged", async () => {
    expect(await refused(as("truong.dao-tao", "MEMBER"))).toEqual([]);
    const raw = await openRaw(house.portal);
    const other = house.centre.people.thuky!.id;
    const appointment = `(select id from appointment where person_id = '${other}' and hat = 'MEMBER')`;
    const copy = (values: string) =>
      `insert into regulation_acknowledgement select ${values}, at, evidence_seq from regulation_acknowledgement`;
    try {
      for (const attack of [
        copy(`'x', regulation, ${appointment}, unit_id, '${other}', hat`),
        copy(`'x', regulation, ${appointment}, unit_id, person_id, hat`),
        copy(`'x', '99/QĐ-GDTXHP', appointment_id, unit_id, person_id, 'SYSTEM'`),
        copy("'x', regulation, appointment_id, unit_id, person_id, hat"),
        "update regulation_acknowledgement set at = '2026-11-01T00:00:00.000Z'",
        "delete from regulation_acknowledgement",
        ...(engine === "sqlite"
          ? [copy("'x', regulation, appointment_id, unit_id, person_id, hat").replace("insert", "insert or replace")]
          : ["truncate regulation_acknowledgement"]),
      ]) {
        const error = await raw.run(attack).then(
          () => null,
          (refusal) => refusal,
        );
        expect(error !== null && isRefusedByDatabase(error), attack).toBe(true);
      }
      expect((await verifyCompliance(house.portal.db)).bad).toBeNull();
      const trigger = "regulation_acknowledgement_no_update";
      await raw.run(`drop trigger ${trigger}${engine === "sqlite" ? "" : " on regulation_acknowledgement"}`);
      await raw.run("update regulation_acknowledgement set at = '2026-11-01T00:00:00.000Z'");
      expect((await verifyCompliance(house.portal.db)).bad?.why).toContain("khác với việc đã ghi");
    } finally {
      await raw.close();
    }
  });
});
