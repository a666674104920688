import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { by } from "../../../test/people.ts";
import { eachEngine, openTestPortal, type TestPortal } from "../../../test/support/portals.ts";
import { BY_SYSTEM } from "../../act.ts";
import { addCategory } from "../../newsroom/commands/add-category.ts";
import { SAMPLE_PEOPLE } from "../../sample/centre.ts";
import { actorOn } from "../actor.ts";
import type { AppointmentInput } from "../appointment-rules.ts";
import { readBoard } from "../board.queries.ts";
import { readRoster } from "../roster.queries.ts";
import { addField } from "./add-field.ts";
import { addPerson } from "./add-person.ts";
import { addUnit } from "./add-unit.ts";
import { appoint } from "./appoint.ts";
import { changeUnit } from "./change-unit.ts";
import { delegate } from "./delegate.ts";
import { endAppointment } from "./end-appointment.ts";
import { leave } from "./leave.ts";
import { revokeDelegation } from "./revoke-delegation.ts";

eachEngine("the board", (engine) => {
  let house: TestPortal;
  beforeAll(async () => {
    house = await openTestPortal(engine);
  });
  afterAll(() => house.close());

  const evidence = (subject: string) =>
    house.portal.db.selectFrom("evidence").selectAll().where("subject", "=", subject).orderBy("seq").execute();
  const rows = async () => (await house.portal.db.selectFrom("evidence").select("seq").execute()).length;
  const hand = (person: string, hat: string, more: Partial<AppointmentInput> = {}): AppointmentInput => ({
    person: house.centre.people[person]!.id,
    hat,
    unit: null,
    acting: false,
    from: "2026-11-24",
    to: null,
    decisionNumber: "40/QĐ-GDTXHP",
    decisionDay: "2026-11-20",
    units: [],
    fields: [],
    ...more,
  });

  test("the sample centre has everybody in his hats, each by a decision", async () => {
    const roster = await readRoster(house.portal.db);
    for (const { username, hats } of SAMPLE_PEOPLE) {
      const worn = roster.appointments.filter(({ person }) => person === house.centre.people[username]!.id);
      expect(worn.map(({ hat }) => hat).sort()).toEqual(hats.map(({ hat }) => hat).sort());
      expect(worn.every(({ decision }) => decision === "28/QĐ-GDTXHP")).toBe(true);
    }
    const lan = house.centre.people.thuky!.id;
    expect(actorOn(roster, lan, "MEMBER", "2026-11-24")?.units).toEqual([house.centre.units["cong-nghe-thong-tin"]]);
    expect((await house.portal.settings())["portal.isDemo"]).toBe(true);
  });

  test("Đ4.k6: the standing unit moves, and there is exactly one afterwards", async () => {
    const { portal, centre } = house;
    const target = centre.units["dao-tao"]!;
    const answer = await portal.act(by(centre, "Bảo"), changeUnit, { unit: target, isStanding: true });
    expect(answer).toMatchObject({ ok: true });
    const standing = (await readBoard(portal.db)).units.filter(({ isStanding }) => isStanding);
    expect(standing.map(({ id }) => id)).toEqual([target]);
    await portal.act(BY_SYSTEM, changeUnit, { unit: centre.units["cong-nghe-thong-tin"]!, isStanding: true });
  });

  test("a change that changes nothing is not kept", async () => {
    const before = await rows();
    const { portal, centre } = house;
    const answer = await portal.act(BY_SYSTEM, changeUnit, { unit: centre.units["dao-tao"]!, name: " Phòng  Đào tạo" });
    expect(answer.ok).toBe(true);
    expect(await rows()).toBe(before);
  });

  test("new duties of a unit are kept beside the old ones", async () => {
    const { portal, centre } = house;
    const unit = centre.units["ngoai-ngu-tin-hoc"]!;
    await portal.act(by(centre, "Minh", "DIRECTOR"), changeUnit, { unit, duties: "Bồi dưỡng ngoại ngữ." });
    const last = (await evidence(`unit:${unit}`)).at(-1)!;
    expect(JSON.parse(last.content).duties.after).toBe("Bồi dưỡng ngoại ngữ.");
    expect(last.person).toBe(centre.people.giamdoc!.id);
  });

  test("a new unit, field, category and person are found again as entered", async () => {
    const { portal, centre } = house;
    const unit = await portal.act(by(centre, "Bảo"), addUnit, {
      code: "tai-vu",
      name: "Phòng  Tài vụ ",
      kind: "department",
      duties: "Thu, chi.",
      isStanding: false,
      from: "2026-11-24",
    });
    if (!unit.ok) throw new Error("refused");
    const field = await portal.act(by(centre, "Bảo"), addField, { code: "tai-chinh", name: "Tài chính" });
    if (!field.ok) throw new Error("refused");
    const category = await portal.act(by(centre, "Bảo"), addCategory, {
      slug: "thu-chi",
      name: "Thu chi",
      description: "",
      field: field.value.id,
      allowsBoard: false,
    });
    const person = await portal.act(by(centre, "Bảo"), addPerson, {
      fullName: " Lý  Thị Sen",
      position: "Kế toán",
      email: "sen@trungtam.example",
      unit: unit.value.id,
      isExternal: false,
    });
    expect(category).toMatchObject({ ok: true });
    const board = await readBoard(portal.db);
    expect(board.units.find(({ id }) => id === unit.value.id)).toMatchObject({ name: "Phòng Tài vụ", position: 7 });
    expect(board.fields.map(({ code }) => code)).toContain("tai-chinh");
    if (!person.ok) throw new Error("refused");
    const found = board.people.find(({ id }) => id === person.value.id);
    expect(found).toMatchObject({ fullName: "Lý Thị Sen", unit: unit.value.id, leftOn: null });
    expect((await evidence(`person:${person.value.id}`))[0]!.content).not.toContain("@");
  });

  test("a category whose address is taken is refused", async () => {
    const answer = await house.portal.act(BY_SYSTEM, addCategory, {
      slug: "thong-bao",
      name: "Thông báo",
      description: "",
      field: "khong-co",
      allowsBoard: true,
    });
    expect(answer).toMatchObject({ ok: false, error: [{ code: "codeTaken" }, { code: "fieldUnknown" }] });
  });

  test("REQ-024: a hat counts from its first day to its last, and is closed by a paper", async () => {
    const { portal, centre } = house;
    const given = await portal.act(by(centre, "Bảo"), appoint, hand("phoban.hanh-chinh", "SECRETARY"));
    if (!given.ok) throw new Error("refused");
    const person = centre.people["phoban.hanh-chinh"]!.id;
    const wears = async (day: string) => actorOn(await readRoster(portal.db), person, "SECRETARY", day) !== null;
    expect([await wears("2026-11-23"), await wears("2026-11-24")]).toEqual([false, true]);
    const end = { appointment: given.value.id, to: "2026-11-30", paper: "41/QĐ-GDTXHP" };
    expect(await portal.act(by(centre, "Bảo"), endAppointment, end)).toMatchObject({ ok: true });
    expect([await wears("2026-11-30"), await wears("2026-12-01")]).toEqual([true, false]);
    const kept = (await evidence(`appointment:${given.value.id}`)).at(-1)!;
    expect(JSON.parse(kept.content)).toEqual({ before: null, to: "2026-11-30", paper: "41/QĐ-GDTXHP" });
  });

  test("Đ8.k1.g2: a refused second standing deputy leaves no trace", async () => {
    const before = await rows();
    const answer = await house.portal.act(
      by(house.centre, "Bảo"),
      appoint,
      hand("phoban.chuyen-mon", "STANDING_DEPUTY"),
    );
    expect(answer).toMatchObject({ ok: false, error: [{ code: "secondStandingDeputy", clause: "Đ8.k1.g2" }] });
    expect(await rows()).toBe(before);
  });

  test("Đ10.p1: charges of a new deputy are reached by him", async () => {
    const { portal, centre } = house;
    const unit = centre.units["to-chuc-hanh-chinh"]!;
    const field = centre.fields["hanh-chinh"]!;
    const input = hand("truong.dao-tao", "DEPUTY", { units: [unit, unit], fields: [field], to: "2026-12-31" });
    expect(await portal.act(by(centre, "Minh", "DIRECTOR"), appoint, input)).toMatchObject({ ok: true });
    const actor = actorOn(await readRoster(portal.db), input.person, "DEPUTY", "2026-12-01");
    expect(actor).toMatchObject({ units: [unit], fields: [field] });
  });

  test("a hat somebody does not wear opens no door", async () => {
    const forged = { person: house.centre.people["ctv.dao-tao"]!.id, hat: "ADMIN" } as const;
    expect(await house.portal.act(forged, appoint, hand("ctv.dao-tao", "CHIEF"))).toMatchObject({
      ok: false,
      error: [{ code: "hatNotWorn" }],
    });
  });

  describe("Đ10.p3: delegation", () => {
    const paper = () => ({
      to: house.centre.people.thuongtruc!.id,
      powers: ["takedown.decide"],
      from: "2026-11-24",
      until: "2026-11-30",
      document: "15/GUQ-GDTXHP",
      reason: "Trưởng ban đi công tác tại Hà Nội",
    });
    const inForce = async (day: string) =>
      actorOn(await readRoster(house.portal.db), house.centre.people.thuongtruc!.id, "STANDING_DEPUTY", day)!
        .delegations;

    test("counts in its period, until it is revoked", async () => {
      const { portal, centre } = house;
      const given = await portal.act(by(centre, "Minh", "CHIEF"), delegate, paper());
      if (!given.ok) throw new Error("refused");
      expect(await inForce("2026-11-23")).toEqual([]);
      expect(await inForce("2026-11-30")).toMatchObject([{ document: "15/GUQ-GDTXHP", powers: ["takedown.decide"] }]);
      expect(await inForce("2026-12-01")).toEqual([]);
      const back = { delegation: given.value.id, reason: "Trưởng ban đã về cơ quan" };
      expect(await portal.act(by(centre, "Bảo"), revokeDelegation, back)).toMatchObject({
        ok: false,
        error: [{ code: "notYourDelegation" }],
      });
      expect(await portal.act(by(centre, "Minh", "CHIEF"), revokeDelegation, back)).toMatchObject({ ok: true });
      expect(await inForce("2026-11-24")).toEqual([]);
      expect((await evidence(`delegation:${given.value.id}`)).map(({ reason }) => reason)).toEqual([
        paper().reason,
        back.reason,
      ]);
    });

    test("the set-up hat has none to give", async () => {
      expect(await house.portal.act(BY_SYSTEM, delegate, paper())).toMatchObject({
        ok: false,
        error: [{ code: "notThisHat", clause: "Đ10.p3" }],
      });
    });
  });

  test("REQ-024: whoever left wears nothing from the next day, and his place is free", async () => {
    const { portal, centre } = house;
    const { id } = centre.people["truong.giao-duc-thuong-xuyen"]!;
    const input = { person: id, on: "2026-11-25", paper: "45/QĐ-GDTXHP" };
    expect(await portal.act(by(centre, "Bảo"), leave, input)).toMatchObject({ ok: true });
    const roster = await readRoster(portal.db);
    expect(actorOn(roster, id, "MEMBER", "2026-11-25")).not.toBeNull();
    expect(actorOn(roster, id, "MEMBER", "2026-11-26")).toBeNull();
    const next = hand("truong.dao-tao", "MEMBER", { unit: centre.units["giao-duc-thuong-xuyen"]!, from: "2026-11-26" });
    expect(await portal.act(by(centre, "Bảo"), appoint, next)).toMatchObject({ ok: true });
  });

  describe("whatever script writes to the tables", () => {
    const attack = (statement: string) => sql.raw(statement).execute(house.portal.database.writer);

    test.each([
      ["Đ8.k1.g2: no second standing deputy", () => insertAppointment("STANDING_DEPUTY", "'9/QĐ'")],
      ["Đ7.k1: no appointment without a decision", () => insertAppointment("SECRETARY", "''")],
      ["REQ-005: no head of nothing", () => insertAppointment("MEMBER", "'9/QĐ'")],
      ["an appointment is not rewritten", () => "update appointment set hat = 'CHIEF' where hat = 'CONTRIBUTOR'"],
      ["an appointment is not deleted", () => "delete from appointment"],
      ["REQ-059: a delegation is not extended", () => "update delegation set to_day = '2030-01-01'"],
      ["REQ-059: a revocation is not taken back", () => "update delegation set revoked_at = null"],
      ["people are not deleted", () => "delete from person"],
    ])("%s", async (_, statement) => {
      await expect(attack(statement())).rejects.toThrow();
    });

    const insertAppointment = (hat: string, decision: string) =>
      `insert into appointment (id, person_id, hat, unit_id, is_acting, from_day, to_day, decision_number, decision_day)
       values ('x', '${house.centre.people["ctv.dao-tao"]!.id}', '${hat}', null, 0, '2026-11-24', null, ${decision}, '2026-11-24')`;
  });
});
