import { afterEach, beforeEach, expect, test } from "vitest";
import { type StoryName, by as wearer } from "../../test/people.ts";
import {
  eachEngine,
  type FixedClock,
  fixedClock,
  openTestPortal,
  TEST_NOW,
  type TestPortal,
} from "../../test/support/portals.ts";
import { isRefusedByDatabase, openRaw } from "../../test/support/raw.ts";
import { actorOn } from "../board/actor.ts";
import { delegate } from "../board/commands/delegate.ts";
import { readRoster } from "../board/roster.queries.ts";
import { readWorkCalendar } from "../calendar/calendar.queries.ts";
import { addDays, dayOf, startOfDay } from "../kernel/clock.ts";
import type { Hat } from "../regulation/hats.ts";
import type { MatterKindName } from "../regulation/matter-kinds.ts";
import { numberOf } from "../reports/figure.ts";
import { changeMatter } from "./commands/change-matter.ts";
import { type MoveInput, moveMatter } from "./commands/move-matter.ts";
import { type RaiseInput, raiseMatter } from "./commands/raise-matter.ts";
import { MATTER_DUTIES } from "./duty-source.ts";
import { MATTER_FIGURES } from "./figure-source.ts";
import { countMatters, listMatters, loadMatter, WAITING_FOR_ME } from "./matters.queries.ts";
import { verifyMatters } from "./verify.ts";

eachEngine("Đ8.k2.g8, Đ12.k2, Đ18.k2, Đ21.k3: what the board raises, answers and ends", (engine) => {
  let clock: FixedClock;
  let house: TestPortal;
  beforeEach(async () => {
    clock = fixedClock(TEST_NOW);
    house = await openTestPortal(engine, { clock });
  });
  afterEach(() => house.close());

  const who = (name: StoryName, hat?: Hat) => wearer(house.centre, name, hat);
  const texts = { title: "Việc cần làm", text: "Nội dung rõ ràng của việc cần làm." };
  const CONTENT: Readonly<Partial<Record<MatterKindName, Record<string, string>>>> = {
    task: { due: "2026-11-30" },
    ticket: { priority: "thuong" },
    authority: { number: "12/CV-A05", issuer: "Công an thành phố", issuedOn: "2026-11-20", due: "2026-12-01" },
    review: { year: "2026", upgrade: "Nâng phiên bản", equipment: "Một máy chủ dự phòng" },
    workplan: { year: "2027" },
  };
  const raise = (name: StoryName, hat: Hat, kind: MatterKindName, more: Partial<RaiseInput> = {}) =>
    house.portal.act(who(name, hat), raiseMatter, {
      kind,
      people: kind === "task" ? [who("Lan").person] : [],
      units: [],
      unit: null,
      files: [],
      ...more,
      content: { ...texts, ...CONTENT[kind], ...more.content },
    });
  const raised = async (...given: Parameters<typeof raise>) => {
    const answer = await raise(...given);
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return answer.value.code;
  };
  const move = async (
    name: StoryName,
    hat: Hat,
    code: string,
    act: MoveInput["act"],
    more: Partial<MoveInput> = {},
  ) => {
    const seen = (await loadMatter(house.portal.db, code))!.moves;
    const input = { code, act, seen, words: "Đã xong theo yêu cầu.", said: {}, files: [], ...more };
    return house.portal.act(who(name, hat), moveMatter, input);
  };
  type Answer = Awaited<ReturnType<typeof raise>> | Awaited<ReturnType<typeof move>>;
  const codes = (answer: Answer) => (answer.ok ? [] : answer.error.map(({ code }) => code));
  const clauses = (answer: Answer) => (answer.ok ? [] : answer.error.map(({ clause }) => clause));
  const told = async (text: string) =>
    (
      await house.portal.db
        .selectFrom("notification")
        .innerJoin("person", "person.id", "person_id")
        .select("full_name")
        .where("text", "like", `%${text}%`)
        .orderBy("full_name")
        .execute()
    ).map(({ full_name }) => full_name);
  const question = async (from: string, to: string) => ({
    db: house.portal.db,
    settings: await house.portal.settings(),
    calendar: await readWorkCalendar(house.portal.db),
    now: clock.now(),
    from,
    to,
  });

  const figuresOf = async (from: string, to: string) => {
    const [since, until] = [startOfDay(from), startOfDay(addDays(to, 1))];
    const asked = { ...(await question(from, to)), since, until };
    return (await Promise.all(MATTER_FIGURES.map((source) => source.figures(asked)))).flat();
  };

  test("Đ9.k2: a task has a giver with the right, people, a day to come, and ends with its result", async () => {
    expect(clauses(await raise("Lan", "SECRETARY", "task"))).toEqual(["Đ9.k2"]);
    expect(codes(await raise("Thúy", "STANDING_DEPUTY", "task"))).toEqual(["noDelegation"]);
    expect(codes(await raise("Minh", "CHIEF", "task", { people: [] }))).toEqual(["matterNobody"]);
    expect(codes(await raise("Minh", "CHIEF", "task", { content: { due: "" } }))).toEqual(["matterFieldMissing"]);
    expect(codes(await raise("Minh", "CHIEF", "task", { content: { due: "2026-11-23" } }))).toEqual(["matterDayPast"]);
    expect(codes(await raise("Minh", "CHIEF", "task", { content: { due: "2026-02-30" } }))).toEqual([
      "matterDayInvalid",
    ]);
    expect(codes(await raise("Minh", "CHIEF", "task", { people: [who("Mai").person] }))).toEqual([
      "matterPersonUnknown",
    ]);
    const code = await raised("Minh", "DIRECTOR", "task", { content: { title: "Rà soát Công khai" } });
    expect(code).toBe("NV-2026-001");
    expect(await told("Rà soát Công khai")).toEqual(["Vũ Hồng Lan"]);
    expect(codes(await move("Hoa", "MEMBER", code, "finish"))).toEqual(["matterNotYours"]);
    expect(codes(await move("Lan", "ADMIN", code, "finish", { words: "  " }))).toEqual(["matterFieldMissing"]);
    expect((await move("Lan", "MEMBER", code, "accept")).ok).toBe(true);
    expect((await move("Lan", "MEMBER", code, "finish")).ok).toBe(true);
    expect(codes(await move("Lan", "MEMBER", code, "finish"))).toEqual(["matterNotAtThisStep"]);
    expect((await move("Minh", "CHIEF", code, "reopen", { said: { due: "2026-12-04" } })).ok).toBe(true);
    expect(await loadMatter(house.portal.db, code)).toMatchObject({ state: "WORKING", due: "2026-12-04" });
    expect(await verifyMatters(house.portal.db)).toEqual({ moves: 4, bad: null });
  });

  test("Đ10.p3, A-23: the standing deputy gives tasks under a paper that names it, and no other", async () => {
    const paper = {
      to: who("Thúy").person,
      from: "2026-11-24",
      until: "2026-11-30",
      document: "12/GUQ",
      reason: "Đi công tác ngoài thành phố",
    };
    expect((await house.portal.act(who("Minh", "CHIEF"), delegate, { ...paper, powers: ["task.assign"] })).ok).toBe(
      true,
    );
    await raised("Thúy", "STANDING_DEPUTY", "task");
    const row = await house.portal.db.selectFrom("matter_move").select("delegation_id").executeTakeFirstOrThrow();
    expect(row.delegation_id).not.toBeNull();
    clock.set("2026-12-01T01:00:00.000Z");
    const after = await raise("Thúy", "STANDING_DEPUTY", "task", { content: { due: "2026-12-10" } });
    expect(codes(after)).toEqual(["noDelegation"]);
  });

  test("Đ12.k2: a ticket of anybody is answered by the administrator, never closed without answer, and may come back", async () => {
    const code = await raised("Mai", "CONTRIBUTOR", "ticket", { content: { priority: "gap" } });
    expect(await loadMatter(house.portal.db, code)).toMatchObject({ due: "2026-11-25", isUrgent: true });
    expect(codes(await move("Bảo", "ADMIN", code, "answer", { words: "" }))).toEqual(["matterFieldMissing"]);
    expect(codes(await move("Minh", "CHIEF", code, "answer"))).toEqual(["notThisHat"]);
    expect(codes(await move("Mai", "CONTRIBUTOR", code, "withdraw"))).toEqual(["matterNotAtThisStep"]);
    expect((await move("Bảo", "ADMIN", code, "answer")).ok).toBe(true);
    clock.set("2026-11-27T02:00:00.000Z");
    expect((await move("Mai", "CONTRIBUTOR", code, "reopen", { words: "Vẫn chưa được" })).ok).toBe(true);
    expect(await loadMatter(house.portal.db, code)).toMatchObject({ state: "WAITING", due: "2026-11-30" });
    expect(codes(await raise("Mai", "CONTRIBUTOR", "ticket", { content: { priority: "x" } }))).toEqual([
      "matterChoiceUnknown",
    ]);
  });

  test("Đ18.k2: heads and board report difficulties, another answers; Đ8.k2.g4: proposals go to Director and head", async () => {
    expect(codes(await raise("Mai", "CONTRIBUTOR", "difficulty"))).toEqual(["notThisHat"]);
    const hard = await raised("Hoa", "MEMBER", "difficulty", { content: { title: "Thiếu máy ảnh" } });
    expect((await loadMatter(house.portal.db, hard))!.due).toBe("2026-12-08");
    expect((await move("Lan", "SECRETARY", hard, "answer", { words: "Đã cấp một máy ảnh." })).ok).toBe(true);
    const own = await raised("Lan", "SECRETARY", "difficulty");
    expect(codes(await move("Lan", "ADMIN", own, "answer"))).toEqual(["matterOwn"]);
    const idea = await raised("Hưng", "DEPUTY", "proposal");
    expect(codes(await move("Lan", "SECRETARY", idea, "agree"))).toEqual(["notThisHat"]);
    expect(codes(await move("Minh", "DIRECTOR", idea, "decline", { words: "" }))).toEqual(["matterFieldMissing"]);
    expect((await move("Minh", "DIRECTOR", idea, "decline", { words: "Chưa có kinh phí." })).ok).toBe(true);
    const figures = await figuresOf("2026-11-01", "2026-11-30");
    const rows = (key: string) =>
      figures.find((figure) => figure.key === key)!.list.rows.map((row) => [row[1], row[3], row[7], row[9]]);
    expect(rows("vuong-mac")[0]).toEqual(["Thiếu máy ảnh", "Phòng Đào tạo", "Đã trả lời", "Đã cấp một máy ảnh."]);
    expect(rows("de-xuat")).toEqual([["Việc cần làm", "", "Không chấp nhận", "Chưa có kinh phí."]]);
  });

  test("Đ21.k3: the request of an authority has number, issuer and day, and ends with the reply's number", async () => {
    const without = await raise("Lan", "SECRETARY", "authority", {
      content: { number: "", issuer: "", due: "", issuedOn: "2026-12-30" },
    });
    expect(codes(without)).toEqual([
      "matterFieldMissing",
      "matterFieldMissing",
      "matterDayAhead",
      "matterFieldMissing",
    ]);
    const code = await raised("Lan", "SECRETARY", "authority");
    expect(codes(await move("Lan", "SECRETARY", code, "finish"))).toEqual(["matterFieldMissing"]);
    expect((await move("Lan", "SECRETARY", code, "finish", { said: { replyNumber: "45/GDTXHP" } })).ok).toBe(true);
  });

  test("Đ12.k5: an upgrade is agreed to by the head, planned, and done with version and backup", async () => {
    const code = await raised("Lan", "ADMIN", "upgrade");
    expect(codes(await move("Bảo", "ADMIN", code, "plan"))).toEqual(["matterNotAtThisStep"]);
    expect(codes(await move("Thúy", "STANDING_DEPUTY", code, "agree"))).toEqual(["notThisHat"]);
    expect((await move("Minh", "CHIEF", code, "agree")).ok).toBe(true);
    expect((await move("Bảo", "ADMIN", code, "plan", { said: { plannedOn: "2026-12-05" } })).ok).toBe(true);
    const version = { version: "1.4.0" };
    expect(codes(await move("Bảo", "ADMIN", code, "finish", { said: version }))).toEqual(["matterFieldMissing"]);
    expect((await move("Bảo", "ADMIN", code, "finish", { said: { ...version, backup: "sao-luu-2411" } })).ok).toBe(
      true,
    );
    expect(await loadMatter(house.portal.db, code)).toMatchObject({ state: "DONE", due: "2026-12-05" });
  });

  test("Đ8.k2.g7, Đ20.k2: one record a year, owed in the last quarter, closed by its decision", async () => {
    const owed = async () =>
      (await MATTER_DUTIES.items(await question("2026-12-01", "2026-12-31"))).map(({ duty, doneAt, term }) => [
        duty,
        doneAt !== null,
        term.due,
      ]);
    const due = "2026-12-31T16:59:59.000Z";
    expect(await owed()).toEqual([
      ["upgrade-review", false, due],
      ["workplan-item", false, due],
    ]);
    const code = await raised("Lan", "SECRETARY", "review");
    expect(codes(await raise("Lan", "SECRETARY", "review"))).toEqual(["matterYearTaken"]);
    expect(codes(await raise("Lan", "SECRETARY", "review", { content: { year: "2031" } }))).toEqual([
      "matterYearInvalid",
    ]);
    expect((await owed())[0]).toEqual(["upgrade-review-decide", false, due]);
    expect((await move("Minh", "CHIEF", code, "decline")).ok).toBe(true);
    expect((await owed())[0]).toEqual(["upgrade-review", false, due]);
    const again = await raised("Lan", "SECRETARY", "review");
    expect((await move("Minh", "DIRECTOR", again, "agree")).ok).toBe(true);
    expect((await owed())[0]).toEqual(["upgrade-review-decide", true, due]);
    const plan = await raised("Lan", "SECRETARY", "workplan");
    expect(codes(await move("Minh", "CHIEF", plan, "agree"))).toEqual(["matterFieldMissing"]);
    expect((await move("Minh", "CHIEF", plan, "agree", { said: { planNumber: "02/KH-GDTXHP" } })).ok).toBe(true);
    expect((await owed())[1]).toEqual(["workplan-item-decide", true, due]);
  });

  test("Đ8.k2.g5: a reminder has an addressee, reaches heads by notice and mail with all its words; a deputy's own units only", async () => {
    const { units } = house.centre;
    expect(codes(await raise("Lan", "SECRETARY", "reminder"))).toEqual(["matterNobody"]);
    expect(codes(await raise("Hoa", "MEMBER", "reminder", { units: [units["dao-tao"]!] }))).toEqual(["notThisHat"]);
    expect(codes(await raise("Lan", "SECRETARY", "reminder", { units: ["không-có"] }))).toEqual(["matterUnitUnknown"]);
    expect(codes(await raise("Hưng", "DEPUTY", "reminder", { units: [units["to-chuc-hanh-chinh"]!] }))).toEqual([
      "matterUnitNotInCharge",
    ]);
    const content = { title: "Tin, bài tháng 11", text: "Đề nghị gửi đủ hai tin, bài trước ngày 28." };
    await raised("Hưng", "DEPUTY", "reminder", { units: [units["dao-tao"]!], content });
    expect(await told("Đôn đốc: Tin, bài tháng 11")).toEqual(["Đặng Thị Hoa"]);
    const mails = await house.portal.db.selectFrom("outbox").select("payload").where("kind", "=", "mail").execute();
    expect(mails.some(({ payload }) => payload.includes("gửi đủ hai tin, bài trước ngày 28"))).toBe(true);
  });

  test("what another did meanwhile is never written over: a stale form is refused and says who did what", async () => {
    const code = await raised("Minh", "CHIEF", "task");
    const change = (seen: number, due: string, words = "Lùi hạn vì trùng sự kiện") =>
      house.portal.act(who("Minh", "CHIEF"), changeMatter, {
        ...{ code, seen, words, units: [], people: [who("Lan").person] },
        content: { ...texts, due },
      });
    expect((await change(1, "2026-12-10", "")).ok).toBe(false);
    expect((await change(1, "2026-12-10")).ok).toBe(true);
    const stale = await change(1, "2026-12-20");
    expect(stale.ok ? [] : stale.error).toEqual([
      { code: "matterMoved", clause: "Đ8.k2.g8", detail: { label: "sửa nhiệm vụ", who: "Nguyễn Đức Minh" } },
    ]);
    expect(codes(await move("Lan", "ADMIN", code, "finish", { seen: 1 }))).toEqual(["matterMoved"]);
    expect((await move("Lan", "ADMIN", code, "comment", { seen: 1, words: "Xin thêm hai ngày." })).ok).toBe(true);
    const matter = (await loadMatter(house.portal.db, code))!;
    expect([matter.due, matter.versions.map(({ due }) => due)]).toEqual(["2026-12-10", ["2026-11-30", "2026-12-10"]]);
    clock.set("2026-12-15T02:00:00.000Z");
    expect((await change(3, "2026-12-10", "Sửa nội dung, hạn cũ giữ nguyên")).ok).toBe(true);
    expect(await verifyMatters(house.portal.db)).toEqual({ moves: 4, bad: null });
  });

  test("each sees what is his: what waits for whom, what is late, and nothing of other units", async () => {
    const { db } = house.portal;
    const seen = async (name: StoryName, hat: Hat, side: "can-toi" | "tat-ca", onlyLate = false) => {
      const today = dayOf(clock.now());
      const actor = actorOn(await readRoster(db), who(name).person, hat, today)!;
      const filter = { ...WAITING_FOR_ME, side, onlyLate };
      const rows = (await listMatters(db, actor, filter, today)).map(({ code }) => code);
      expect(await countMatters(db, actor, filter, today)).toBe(rows.length);
      return rows;
    };
    const task = await raised("Minh", "CHIEF", "task");
    const ticket = await raised("Mai", "CONTRIBUTOR", "ticket");
    const hard = await raised("Sơn", "MEMBER", "difficulty");
    expect(await seen("Lan", "MEMBER", "can-toi")).toEqual([task]);
    expect(await seen("Lan", "SECRETARY", "can-toi")).toEqual([task, hard]);
    expect(await seen("Bảo", "ADMIN", "can-toi")).toEqual([ticket]);
    expect(await seen("Mai", "CONTRIBUTOR", "tat-ca")).toEqual([ticket]);
    expect(await seen("Hoa", "MEMBER", "tat-ca")).toEqual([ticket]);
    expect(await seen("Trang", "CONTRIBUTOR", "tat-ca")).toEqual([]);
    expect(await seen("Minh", "CHIEF", "tat-ca")).toEqual([ticket, task, hard]);
    clock.set("2026-12-02T02:00:00.000Z");
    expect(await seen("Minh", "CHIEF", "tat-ca", true)).toEqual([ticket, task]);
  });

  test("duties and figures are counted from the same rows: owed by name, late, withdrawn, open at the end", async () => {
    const task = await raised("Minh", "CHIEF", "task");
    const other = await raised("Minh", "CHIEF", "task", { content: { title: "Việc khác" } });
    expect((await move("Minh", "CHIEF", other, "withdraw", { words: "Không còn cần" })).ok).toBe(true);
    await raised("Mai", "CONTRIBUTOR", "ticket");
    clock.set("2026-12-02T02:00:00.000Z");
    expect((await move("Lan", "ADMIN", task, "finish")).ok).toBe(true);
    const items = await MATTER_DUTIES.items(await question("2026-11-01", "2026-12-30"));
    const short = items.map(({ duty, people, doneAt, excused, term }) => [
      duty,
      people.length,
      doneAt === null ? "open" : doneAt <= term.due ? "done" : "late",
      excused,
    ]);
    expect(short).toEqual([
      ["support-ticket", 0, "open", ""],
      ["task", 1, "late", ""],
      ["task", 1, "done", "Đã hủy, rút: Không còn cần"],
    ]);
    const figures = await figuresOf("2026-11-01", "2026-11-30");
    const numbers = Object.fromEntries(figures.map((figure) => [figure.key, numberOf(figure)]));
    expect(numbers).toMatchObject({
      "nhiem-vu-den-han": 1,
      "nhiem-vu-dung-han": 0,
      "yeu-cau-ho-tro": 1,
      "ho-tro-con-cho": 1,
      "vuong-mac": 0,
    });
    for (const { list, links } of figures) expect(links.length).toBe(list.rows.length);
  });

  test("the same form sent twice is one matter, told of once; the same words an hour later are another", async () => {
    const count = async () => (await house.portal.db.selectFrom("matter").select("id").execute()).length;
    const told = async () => (await house.portal.db.selectFrom("notification").select("id").execute()).length;
    const first = await raised("Minh", "CHIEF", "task");
    const after = [await count(), await told()];
    expect(await raised("Minh", "CHIEF", "task")).toBe(first);
    expect([await count(), await told()]).toEqual(after);
    clock.advance(3600);
    expect(await raised("Minh", "CHIEF", "task")).not.toBe(first);
  });

  test("Đ8.k2.g5: a task given a new day is a new term: it is reminded of, and told late, anew", async () => {
    const task = await raised("Minh", "CHIEF", "task");
    const term = async () =>
      (await MATTER_DUTIES.items(await question("2026-11-01", "2027-12-30"))).find(({ duty }) => duty === "task")!.term;
    const before = await term();
    expect((await move("Lan", "SECRETARY", task, "finish")).ok).toBe(true);
    expect((await move("Minh", "CHIEF", task, "reopen", { said: { due: "2027-01-15" } })).ok).toBe(true);
    const after = await term();
    expect(after.due > before.due && after.period !== before.period).toBe(true);
  });

  test("no script moves a matter, gives a task, answers without words, or takes a step back", async () => {
    const task = await raised("Minh", "CHIEF", "task");
    const ticket = await raised("Mai", "CONTRIBUTOR", "ticket");
    await raised("Lan", "SECRETARY", "review");
    const raw = await openRaw(house.portal);
    try {
      const copied = (columns: string, from: string) =>
        `insert into matter_move select ${columns} from matter_move where matter_id = (select id from matter where code = '${from}')`;
      const columns = (changed: Record<string, string>) =>
        ["id", "matter_id", "number", "rule", "act", "from_state", "to_state", "words", "said", "due_on", "person_id"]
          .concat(["hat", "delegation_id", "at", "clause", "evidence_seq"])
          .map((column) => changed[column] ?? column)
          .join(", ");
      const attacks = [
        "delete from matter",
        "delete from matter_move",
        "delete from matter_version",
        "delete from matter_addressee",
        "update matter_move set words = 'x'",
        "update matter_version set content = '{}'",
        "update matter_addressee set version = 2",
        "update matter set state = 'DONE'",
        `update matter set due_on = '2027-01-01' where code = '${task}'`,
        "update matter set kind = 'proposal'",
        "update matter set raised_by = 'x'",
        "update matter set code = 'NV-2026-009'",
        "update matter set version = version + 1, moves = moves + 1",
        copied(
          columns({
            id: "'x'",
            number: "2",
            rule: "'ticket.answer'",
            act: "'answer'",
            from_state: "'WAITING'",
            to_state: "'DONE'",
            words: "''",
          }),
          ticket,
        ),
        copied(
          columns({
            id: "'x'",
            number: "2",
            rule: "'ticket.answer'",
            act: "'answer'",
            from_state: "'WAITING'",
            to_state: "'DONE'",
            words: "'x'",
          }),
          ticket,
        ),
        copied(columns({ id: "'x'", number: "2", hat: "'SECRETARY'" }), task),
        copied(columns({ id: "'x'", number: "2", hat: "'STANDING_DEPUTY'" }), task),
        copied(columns({ id: "'x'" }), task),
        `insert into matter select 'x', kind, 'RS-2026-002', title, unit_id, raised_by, raised_hat, raised_at, year, is_urgent, due_on, version, state, state_since, moves, last_move_id from matter where kind = 'review'`,
        ...(engine === "sqlite"
          ? ["insert or replace into matter select * from matter"]
          : ["truncate matter", "truncate matter_move cascade"]),
      ];
      for (const attack of attacks) {
        const error = await raw.run(attack).then(
          () => null,
          (thrown: unknown) => thrown,
        );
        expect([attack, error !== null && isRefusedByDatabase(error)]).toEqual([attack, true]);
      }
    } finally {
      await raw.close();
    }
    expect(await verifyMatters(house.portal.db)).toEqual({ moves: 3, bad: null });
  });
});
