import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { by } from "../../test/people.ts";
import {
  eachEngine,
  type FixedClock,
  fixedClock,
  openEmptyPortal,
  openTestPortal,
  TEST_NOW,
  type TestPortal,
} from "../../test/support/portals.ts";
import { isRefusedByDatabase, openRaw, type Raw } from "../../test/support/raw.ts";
import { publicState } from "../about/checklist.queries.ts";
import { checkItems } from "../about/checklist.ts";
import type { PageAct } from "../about/page-moves.ts";
import { BY_SYSTEM, type By } from "../act.ts";
import { dayOf } from "../kernel/clock.ts";
import { backup, restore } from "../storage/backup.ts";
import type { Call } from "./call.ts";
import { judgeOpinion } from "./commands/judge-opinion.ts";
import { moveText } from "./commands/move-text.ts";
import { type NewOpinion, receiveOpinion } from "./commands/receive-opinion.ts";
import { saveCall } from "./commands/save-call.ts";
import { saveReport } from "./commands/save-report.ts";
import { consultationById, extensionsOf, type Part, publicConsultation } from "./consultations.queries.ts";
import { forgetSendersDue } from "./forget-due.ts";
import { opinionsOf } from "./opinions.queries.ts";
import { verifyConsultations } from "./verify.ts";

const OPENS = "2026-11-25T01:00:00.000Z";
const CLOSES = "2026-12-05T10:00:00.000Z";
const LONGER = "2026-12-10T10:00:00.000Z";
const CALL: Call = {
  title: "Giờ học các lớp buổi tối",
  lead: "Xin ý kiến về giờ học.",
  body: "Chọn một trong hai phương án.",
  place: "Phòng Đào tạo; daotao@trungtam.example",
  documents: [],
  questions: [{ text: "Mấy giờ?", choices: ["18 giờ", "19 giờ"] }],
};

eachEngine("Đ14.k7, TT 37/2020: a consultation from its draft to its report", (engine) => {
  let clock: FixedClock;
  let house: TestPortal;
  let raw: Raw;
  let id = "";
  const heads: Record<string, By> = {};

  beforeAll(async () => {
    clock = fixedClock(TEST_NOW);
    house = await openTestPortal(engine, { clock });
    raw = await openRaw(house.portal);
    const { centre } = house;
    heads.hoa = by(centre, "Hoa");
    heads.son = by(centre, "Sơn");
    heads.lan = by(centre, "Lan", "SECRETARY");
    heads.minh = by(centre, "Minh", "CHIEF");
  });
  afterAll(async () => {
    await raw.close();
    await house.close();
  });

  const save = (who: By, more: object = {}) =>
    house.portal.act(who, saveCall, {
      id: id || null,
      unit: house.centre.units["dao-tao"]!,
      call: CALL,
      opensAt: OPENS,
      closesAt: CLOSES,
      reason: "",
      files: [],
      ...more,
    });
  const read = async () => (await consultationById(house.portal.db, id))!;
  const shown = () => publicConsultation(house.portal.db, { id });
  const move = async (who: By, act: PageAct, part: Part = "call", reason = "") => {
    clock.advance(60);
    return house.portal.act(who, moveText, { id, part, act, reason, version: (await read())[part]?.version ?? 0 });
  };
  const send = (more: Partial<NewOpinion> = {}, who = BY_SYSTEM) => {
    const opinion: NewOpinion = {
      consultation: id,
      name: "",
      email: "",
      content: "",
      answers: [""],
      choices: [1],
      consent: false,
      files: [],
      marks: { origin: clock.now(), words: clock.now() },
      ...more,
    };
    return house.portal.act(who, receiveOpinion, opinion);
  };
  const codes = (answer: { ok: true } | { ok: false; error: readonly { code: string }[] }) =>
    answer.ok ? [] : answer.error.map(({ code }) => code);
  const opinions = async () => (await house.portal.db.selectFrom("opinion").selectAll().execute()).length;
  const sound = async () => expect((await verifyConsultations(house.portal.db)).bad).toBeNull();
  const opinionItem = async () => {
    const { portal } = house;
    const state = await publicState(portal.db, await portal.settings(), dayOf(clock.now()));
    return checkItems(state).items.find(({ item }) => item.id === "opinions")!.missing;
  };

  test("is public only by the head of the unit and the head of the board, each another than the writer", async () => {
    expect(codes(await save(heads.son!))).toEqual(["pageNotYours"]);
    const saved = await save(heads.lan!);
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    id = saved.value.id;
    expect(saved.value.slug).toBe("gio-hoc-cac-lop-buoi-toi");
    expect(await opinionItem()).not.toBeNull();
    expect(codes(await move(heads.minh!, "approve"))).toEqual(["pageNotThere"]);
    expect(codes(await move(heads.lan!, "submit"))).toEqual([]);
    expect(codes(await save(heads.lan!))).toEqual(["pageWaiting"]);
    expect(codes(await move(heads.son!, "headApprove"))).toEqual(["pageNotYours"]);
    expect(codes(await move(heads.hoa!, "headApprove"))).toEqual([]);
    const told = await house.portal.db.selectFrom("notification").select(["person_id", "text"]).execute();
    expect(told.filter(({ text }) => text.includes("Lấy ý kiến “Giờ học")).map((row) => row.person_id)).toEqual(
      expect.arrayContaining([heads.hoa!.person, heads.minh!.person]),
    );
    expect(codes(await send())).toEqual(["consultationUnknown"]);
    expect(await shown()).toBeNull();
    expect(codes(await move(heads.minh!, "return", "call", "ngắn"))).toEqual(["pageReasonMissing"]);
    expect(codes(await move(heads.minh!, "approve"))).toEqual([]);
    expect(await shown()).toMatchObject({ opensAt: OPENS, closesAt: CLOSES });
    expect(await opinionItem()).toBeNull();
    await sound();
  });

  test("takes opinions from the moment it opens, though nobody did anything", async () => {
    clock.set("2026-11-25T00:59:59.000Z");
    expect(codes(await send())).toEqual(["opinionNotOpen"]);
    clock.set(OPENS);
    expect(codes(await send())).toEqual([]);
    clock.advance(60);
    const named = {
      name: "Vũ Thị Hạnh",
      email: "hanh.vu@example.com",
      content: "Em đi làm về muộn, xin học lúc 19 giờ.",
      consent: true,
    };
    expect(codes(await send(named))).toEqual([]);
    clock.advance(60);
    expect(codes(await send({ choices: [0] }))).toEqual([]);
    expect(await opinions()).toBe(3);
    expect(codes(await send({}, heads.lan!))).toEqual(["notThisHat"]);
  });

  test("is made longer only while it is open, with a reason everybody reads, by the same road", async () => {
    expect(codes(await save(heads.hoa!, { closesAt: LONGER }))).toEqual(["extensionReasonMissing"]);
    const reason = "Nhiều phụ huynh xin thêm thời gian đọc.";
    expect(codes(await save(heads.hoa!, { closesAt: LONGER, reason }))).toEqual([]);
    expect(await shown()).toMatchObject({ closesAt: CLOSES });
    expect(codes(await move(heads.hoa!, "submit"))).toEqual([]);
    expect(codes(await move(heads.minh!, "approve"))).toEqual([]);
    expect(await shown()).toMatchObject({ closesAt: LONGER });
    expect(await extensionsOf(house.portal.db, id)).toMatchObject([{ closesAt: LONGER, reason }]);
    expect(codes(await save(heads.hoa!, { closesAt: CLOSES }))).toEqual(["closingEarlier"]);
  });

  test("approved too late, a longer time is refused", async () => {
    const before = "2026-12-10T09:50:00.000Z";
    clock.set(before);
    const reason = "Trời mưa bão, nhiều người chưa đọc được.";
    expect(codes(await save(heads.hoa!, { closesAt: "2026-12-20T10:00:00.000Z", reason }))).toEqual([]);
    expect(codes(await move(heads.hoa!, "submit"))).toEqual([]);
    clock.set(LONGER);
    expect(codes(await move(heads.minh!, "approve"))).toEqual(["extensionTooLate"]);
    expect(codes(await move(heads.minh!, "return", "call", "Đã quá thời hạn, không gia hạn được nữa"))).toEqual([]);
    expect(await shown()).toMatchObject({ closesAt: LONGER });
  });

  test("takes nothing from the moment it closes", async () => {
    expect(codes(await send())).toEqual(["opinionNotOpen"]);
    expect(await opinions()).toBe(3);
  });

  test("its opinions are judged without a word of them changed, by the unit in charge or the secretary", async () => {
    const [first, second, third] = await opinionsOf(house.portal.db, id);
    const judge = (who: By, opinion: string, more: object = {}) =>
      house.portal.act(who, judgeOpinion, { opinion, verdict: "taken", topic: "Giờ học", reason: "", ...more });
    expect(codes(await judge(heads.son!, first!.id))).toEqual(["opinionNotYours"]);
    expect(codes(await judge(heads.hoa!, first!.id))).toEqual([]);
    expect(codes(await judge(heads.lan!, second!.id))).toEqual([]);
    const early = await house.portal.act(heads.hoa!, saveReport, { id, lead: "Cảm ơn", groups: [] });
    expect(codes(early)).toEqual([]);
    expect(codes(await move(heads.hoa!, "submit", "report"))).toEqual(["opinionsUnjudged", "groupUnanswered"]);
    const aside = { verdict: "aside", reason: "Gửi thử, không có nội dung" };
    expect(codes(await judge(heads.hoa!, third!.id, aside))).toEqual([]);
    expect((await opinionsOf(house.portal.db, id))[1]).toMatchObject({
      content: "Em đi làm về muộn, xin học lúc 19 giờ.",
      topic: "Giờ học",
    });
  });

  test("its report counts by itself and becomes public by the same four eyes", async () => {
    const groups = [{ topic: "Giờ học", gist: "Xin học muộn hơn.", outcome: "accepted", reply: "Học từ 19 giờ." }];
    expect(codes(await house.portal.act(heads.hoa!, saveReport, { id, lead: "Cảm ơn mọi người.", groups }))).toEqual(
      [],
    );
    expect(codes(await move(heads.hoa!, "submit", "report"))).toEqual([]);
    expect(codes(await move(heads.hoa!, "approve", "report"))).toEqual(["pageNotYours"]);
    expect((await shown())!.report).toBeNull();
    expect(codes(await move(heads.minh!, "approve", "report"))).toEqual([]);
    expect((await shown())!.report!.content).toMatchObject({
      received: 3,
      aside: 1,
      groups: [{ topic: "Giờ học", count: 2, outcome: "accepted" }],
      tallies: [{ choices: [{ count: 0 }, { count: 2 }] }],
    });
    const [first] = await opinionsOf(house.portal.db, id);
    const again = { opinion: first!.id, verdict: "taken", topic: "Khác", reason: "" };
    expect(codes(await house.portal.act(heads.hoa!, judgeOpinion, again))).toEqual(["judgingOver"]);
    const found = await house.portal.db
      .selectFrom("search_entry")
      .selectAll()
      .where("kind", "=", "consultation")
      .execute();
    expect(found).toMatchObject([{ path: "/lay-y-kien/gio-hoc-cac-lop-buoi-toi" }]);
    await sound();
  });

  describe("the database itself refuses", () => {
    const late = "'2027-01-01T00:00:00.000Z'";
    test.each([
      ["to delete a consultation", "delete from consultation"],
      ["to move it to another address", "update consultation set slug = 'khac'"],
      [
        "to give it to another unit",
        "update consultation set unit_id = (select max(id) from unit where id <> unit_id)",
      ],
      ["to hide what is asked", "update consultation_text set live_version = null, live_at = null where part = 'call'"],
      ["to hide what became of it", "update consultation_text set live_version = null where part = 'report'"],
      ["to delete a text", "delete from consultation_text"],
      ["to turn it back to the shorter time", "update consultation_text set live_version = 1 where part = 'call'"],
      ["to show a version nobody approved", "update consultation_text set live_version = 3 where part = 'call'"],
      ["to move a text without a step", "update consultation_text set state = 'AWAITING_CHIEF'"],
      ["to rewrite the moment of approval", `update consultation_text set live_at = ${late}`],
      ["to close earlier in place", `update consultation_version set closes_at = '${CLOSES}'`],
      ["to rewrite a version", "update consultation_version set content = '{}'"],
      ["to delete a version", "delete from consultation_version"],
      ["to rewrite a step", "update consultation_move set hat = 'CHIEF'"],
      ["to delete a step", "delete from consultation_move"],
      ["to rewrite an opinion", "update opinion set content = 'Em đồng ý'"],
      ["to change a choice", "update opinion set choices = '[0]'"],
      ["to delete an opinion", "delete from opinion"],
      ["to date an opinion back", `update opinion set received_at = '${OPENS}'`],
      ["to forget half", "update opinion set erased_at = '2027-01-01' where content <> ''"],
      ["to rewrite a judgement", "update opinion_judgement set topic = 'Khác'"],
      ["to delete a judgement", "delete from opinion_judgement"],
      [
        "to judge after the report",
        `insert into opinion_judgement select opinion_id, number + 10, 'taken', 'Khác', '', person_id, hat, ${late}, seq from opinion_judgement`,
      ],
      [
        "to set aside without a reason",
        "insert into opinion_judgement select opinion_id, number + 10, 'aside', '', '', person_id, hat, at, seq from opinion_judgement",
      ],
      [
        "to slip in an opinion after the closing",
        `insert into opinion select 'x', 'x', consultation_id, '', '', 'khen', '[]', '[1]', hash, null, '${LONGER}', null, seq from opinion limit 1`,
      ],
      [
        "to slip in an opinion before the opening",
        `insert into opinion select 'x', 'x', consultation_id, '', '', 'khen', '[]', '[1]', hash, null, '2026-11-25T00:59:59.999Z', null, seq from opinion limit 1`,
      ],
      [
        "to keep a name without consent",
        `insert into opinion select 'x', 'x', consultation_id, 'An', '', 'khen', '[]', '[1]', hash, null, '${OPENS}', null, seq from opinion limit 1`,
      ],
      ["to make a stranger's file public", "insert into consultation_file values ('khong-co', 'x')"],
    ])("%s", async (_, statement) => {
      await raw.run("begin");
      const error = await raw.run(statement).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      await raw.run("rollback");
      expect(error !== null && isRefusedByDatabase(error)).toBe(true);
    });

    test("an approval of the writer's own, of a shorter time, of a time after the closing: each with its steps forged", async () => {
      const step = (version: number, number: number, hat: string, person: string) =>
        `insert into consultation_move select consultation_id, part, ${number}, 'approve', 'AWAITING_CHIEF', 'LIVE', ${version}, hash, '${person}', '${hat}', ${late}, null, seq from consultation_version where part = 'call' and version = ${version}`;
      const copy = (version: number, closes: string, reason: string) =>
        `insert into consultation_version select consultation_id, part, ${version}, content, files, opens_at, '${closes}', '${reason}', hash, person_id, hat, at, seq from consultation_version where part = 'call' and version = 1`;
      const show = (version: number) =>
        `update consultation_text set state = 'LIVE', version = ${version}, live_version = ${version}, live_at = ${late} where part = 'call'`;
      const { minh, lan } = { minh: heads.minh!.person, lan: heads.lan!.person };
      for (const [name, statements] of [
        ["own", [copy(9, LONGER, ""), step(9, 99, "CHIEF", lan), show(9)]],
        ["shorter", [copy(9, CLOSES, ""), step(9, 99, "CHIEF", minh), show(9)]],
        ["later", [copy(9, "2027-06-01T00:00:00.000Z", "Một lý do đủ dài"), step(9, 99, "CHIEF", minh), show(9)]],
      ] as const) {
        await raw.run("begin");
        for (const statement of statements.slice(0, -1)) await raw.run(statement);
        const error = await raw.run(statements.at(-1)!).then(
          () => null,
          (thrown: unknown) => thrown,
        );
        await raw.run("rollback");
        expect(error !== null && isRefusedByDatabase(error), name).toBe(true);
      }
    });
  });

  test("a backup brings all of it back under the same promises", async () => {
    const folder = `${house.portal.config.dataFolder}/sao-luu`;
    await backup(house.portal.database, house.portal.files, clock, folder);
    const fresh = await openEmptyPortal(engine, { clock });
    await restore(fresh.portal.database, fresh.portal.files, folder);
    expect((await verifyConsultations(fresh.portal.db)).bad).toBeNull();
    expect(await opinionsOf(fresh.portal.db, id)).toEqual(await opinionsOf(house.portal.db, id));
    await fresh.close();
  });

  test("who sent is forgotten after the months of the settings, counted from the closing; the results stay", async () => {
    clock.set("2027-12-10T09:59:00.000Z");
    expect(await forgetSendersDue(house.portal)).toBe(0);
    clock.set(LONGER.replace("2026", "2027"));
    expect(await forgetSendersDue(house.portal)).toBe(3);
    expect(await forgetSendersDue(house.portal)).toBe(0);
    const { db } = house.portal;
    const everything = JSON.stringify([
      await db.selectFrom("opinion").selectAll().execute(),
      await db.selectFrom("evidence").selectAll().execute(),
      await db.selectFrom("outbox").selectAll().execute(),
      await db.selectFrom("notification").selectAll().execute(),
    ]);
    expect(everything).not.toMatch(/Hạnh|hanh\.vu|Em đi làm về muộn/);
    expect((await shown())!.report!.content.received).toBe(3);
    await sound();
  });
});
