import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ALL_POINTS, newsroomOf } from "../../test/support/newsroom.ts";
import {
  eachEngine,
  type FixedClock,
  fixedClock,
  openTestPortal,
  TEST_NOW,
  type TestPortal,
} from "../../test/support/portals.ts";
import { isRefusedByDatabase, openRaw, type Raw } from "../../test/support/raw.ts";
import { BY_SYSTEM, type By } from "../act.ts";
import { owedItems } from "../duties/items.queries.ts";
import { addDays, fromLocalInput, startOfDay, toLocalInput } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { PLAIN_WEEKS } from "../kernel/working-days.ts";
import { numberOf } from "../reports/figure.ts";
import { changeSettings } from "../settings/change-settings.ts";
import { beginArticle } from "./begin-article.ts";
import { cancelEvent } from "./commands/cancel-event.ts";
import { linkArticle } from "./commands/link-article.ts";
import { type SaveEvent, saveEvent } from "./commands/save-event.ts";
import { unlinkArticle } from "./commands/unlink-article.ts";
import { eventById, eventVersions } from "./events.queries.ts";
import { EVENT_FIGURES } from "./figure-source.ts";
import { eventLines } from "./lines.queries.ts";
import type { TypedSession } from "./rules.ts";
import { verifyEvents } from "./verify.ts";

/** TEST_NOW is a Tuesday morning, 24/11/2026; every event of these tests is the training unit's unless it says so. */
const at = (wall: string) => fromLocalInput(wall)!;
const session = (starts: string, ends: string): TypedSession => ({ starts, ends });

eachEngine("Đ16.k4.g3: events and the one-day clock", (engine) => {
  let clock: FixedClock;
  let house: TestPortal;
  let raw: Raw;
  let room: ReturnType<typeof newsroomOf>;
  let unit: Id;
  let secretary: By;
  let head: By;
  let chief: By;

  beforeAll(async () => {
    clock = fixedClock(TEST_NOW);
    house = await openTestPortal(engine, { clock });
    room = newsroomOf({ portal: house.portal, centre: house.centre, clock });
    raw = await openRaw(house.portal);
    unit = house.centre.units["dao-tao"]!;
    secretary = room.who("Lan", "SECRETARY");
    head = room.who("Hoa", "MEMBER");
    chief = room.who("Minh", "CHIEF");
  });
  afterAll(async () => {
    await raw.close();
    await house.close();
  });

  const input = (more: Partial<SaveEvent> = {}): SaveEvent => ({
    id: null,
    kind: "seminar",
    title: "Hội thảo chuyên môn",
    place: "Hội trường A",
    unit,
    description: "",
    isPublic: true,
    sessions: [session("2026-11-24T13:30", "2026-11-24T16:30")],
    reason: "",
    ...more,
  });
  const save = (more: Partial<SaveEvent> = {}, by = secretary) => house.portal.act(by, saveEvent, input(more));
  const made = async (more: Partial<SaveEvent> = {}, by = secretary) => {
    const answer = await save(more, by);
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return answer.value;
  };
  const codes = (answer: { ok: true } | { ok: false; error: readonly { code: string; clause: string }[] }) =>
    answer.ok ? [] : answer.error.map(({ code }) => code);
  const codesOf = async (more: Partial<SaveEvent>, by?: By) => codes(await save(more, by));
  const known = async (id: Id) => (await eventById(house.portal.db, id))!;
  const lineOf = async (id: Id) => (await eventLines(house.portal.db, clock.now(), { id }))[0]!;
  const articleOf = async (edition: Id) => (await room.load(edition)).article.id;
  const items = async (subject: Id) =>
    (await owedItems(house.portal.db, { from: "2026-11-01", to: "2027-12-31", now: clock.now() })).filter(
      (item) => item.subject === subject && item.rule.clause === "Đ16.k4.g3",
    );

  describe("bad input is refused with its clause", () => {
    test("REQ-125: an event without an end, one that ends before it begins, and times that are none", async () => {
      expect(await codesOf({ sessions: [session("2026-11-24T13:30", "")] })).toEqual(["eventEndMissing"]);
      expect(await codesOf({ sessions: [] })).toEqual(["eventEndMissing"]);
      expect(await codesOf({ sessions: [session("", "")] })).toEqual(["eventStartMissing", "eventEndMissing"]);
      const inverted = session("2026-11-24T13:30", "2026-11-24T13:29");
      expect(await codesOf({ sessions: [inverted] })).toEqual(["eventInverted"]);
      const empty = session("2026-11-24T13:30", "2026-11-24T13:30");
      expect(await codesOf({ sessions: [empty] })).toEqual(["eventInverted"]);
      for (const ends of ["2026-11-24", "2026-02-30T10:00", "hôm nay", "24/11/2026 16:00", "2026-11-24T24:30"])
        expect(await codesOf({ sessions: [session("2026-11-24T13:30", ends)] }), ends).toEqual(["eventTimeInvalid"]);
      expect(await codesOf({ sessions: [session("0026-11-24T13:30", "0026-11-24T14:30")] })).toEqual([
        "eventTimeFar",
        "eventTimeFar",
      ]);
      const many = Array.from({ length: 13 }, () => session("2026-11-24T13:30", "2026-11-24T14:30"));
      expect(await codesOf({ sessions: many })).toEqual(["eventSessionsMany"]);
      const answer = await save({ sessions: [session("2026-11-24T13:30", "")] });
      expect(answer).toMatchObject({ ok: false, error: [{ clause: "Đ16.k4.g3", detail: { name: "ket-thuc-1" } }] });
    });

    test("one without title, place, unit or kind, and one of another unit", async () => {
      expect(await codesOf({ title: " ", place: "", kind: "tiệc", unit: "không có" })).toEqual([
        "eventKindUnknown",
        "eventTitleMissing",
        "eventPlaceMissing",
        "eventUnitUnknown",
      ]);
      expect(await codesOf({ title: "x".repeat(201), description: "y".repeat(5001) })).toEqual([
        "eventTextLong",
        "eventTextLong",
      ]);
      const other = house.centre.units["to-chuc-hanh-chinh"]!;
      expect(await codesOf({ unit: other }, head)).toEqual(["eventNotYours"]);
      expect(await codesOf({}, room.who("Mai"))).toEqual(["eventNotYours"]);
      expect(await codesOf({ id: "không-có" })).toEqual(["eventUnknown"]);
    });
  });

  test("A-11: several sessions count from the real end; a session left empty is none", async () => {
    const { id } = await made({
      title: "Tập huấn ba buổi",
      sessions: [
        session("2026-12-30T08:00", "2026-12-30T11:00"),
        session("", ""),
        session("2026-12-31T18:00", "2026-12-31T20:00"),
        session("2026-12-31T08:00", "2026-12-31T11:00"),
      ],
    });
    const event = await known(id);
    expect(event.content.sessions).toHaveLength(3);
    expect([event.startsAt, event.endsAt]).toEqual([at("2026-12-30T08:00"), at("2026-12-31T20:00")]);
    expect(toLocalInput(event.dueAt)).toBe("2027-01-01T23:59");
  });

  test("a head registers what his unit organises; two events of one name have two addresses; the same again is nothing new", async () => {
    const first = await made({ title: "Ngày hội văn hóa đọc" }, head);
    // The same form sent twice is one event.
    expect((await made({ title: "Ngày hội văn hóa đọc" }, head)).id).toBe(first.id);
    const second = await made({ title: "Ngày hội văn hóa đọc", place: "Sân trường" }, head);
    expect([first.slug, second.slug]).toEqual(["ngay-hoi-van-hoa-doc", "ngay-hoi-van-hoa-doc-2"]);
    await made({ id: first.id, title: "Ngày hội văn hóa đọc", seen: 1 }, head);
    expect(await eventVersions(house.portal.db, first.id)).toHaveLength(1);
    await made({ id: first.id, title: "Ngày hội đọc", seen: 1 }, head);
    expect(await codesOf({ id: first.id, title: "Ngày hội", seen: 1 }, head)).toEqual(["eventSeenOld"]);
    expect(await codesOf({ id: first.id, title: "Ngày hội đọc", isPublic: false }, head)).toEqual(["eventStaysPublic"]);
    expect((await known(first.id)).slug).toBe(first.slug);
  });

  test("a postponed event says why, keeps when it should have been, and owes its article later", async () => {
    const { id } = await made({ title: "Hội nghị dời ngày" });
    const later = [session("2026-11-26T13:30", "2026-11-26T16:30")];
    expect(await codesOf({ id, title: "Hội nghị dời ngày", sessions: later })).toEqual(["eventMoveReasonMissing"]);
    await made({ id, title: "Hội nghị dời ngày", sessions: later, reason: "Nhường phòng cho lịch kiểm tra" });
    const [now, before] = await eventVersions(house.portal.db, id);
    expect([now!.reason, now!.startsAt]).toEqual(["Nhường phòng cho lịch kiểm tra", at("2026-11-26T13:30")]);
    expect([before!.reason, before!.startsAt]).toEqual(["", at("2026-11-24T13:30")]);
    expect(toLocalInput((await known(id)).dueAt)).toBe("2026-11-27T23:59");
    expect((await items(id)).map(({ term }) => term.period)).toEqual(["2026-11-26", "2026-11-26"]);
  });

  test("a number of days changed in the settings excuses no event that had its time before", async () => {
    const { id } = await made({ title: "Trước khi đổi cài đặt" });
    await house.portal.act(BY_SYSTEM, changeSettings, { "events.articleDays": 3 });
    try {
      await made({ id, title: "Trước khi đổi cài đặt, sửa tên" });
      expect(toLocalInput((await known(id)).dueAt)).toBe("2026-11-25T23:59");
      const after = await made({ title: "Sau khi đổi cài đặt" });
      expect(toLocalInput(after.dueAt)).toBe("2026-11-27T23:59");
    } finally {
      await house.portal.act(BY_SYSTEM, changeSettings, { "events.articleDays": 1 });
    }
  });

  describe("the article of an event", () => {
    let event: Id;
    let edition: Id;

    test("begins with title, lead, section, unit and template, linked from its first moment", async () => {
      event = (await made({ title: "Hội thảo “Dạy người lớn học”" })).id;
      const answer = await beginArticle(house.portal, room.who("Mai"), event);
      if (!answer.ok) throw new Error(JSON.stringify(answer.error));
      edition = answer.value;
      const { content, article, facts } = await room.load(edition);
      expect(content.title).toBe("Hội thảo “Dạy người lớn học”");
      expect(content.lead).toMatch(/^Ngày 24\/11\/2026, tại Hội trường A, .+ tổ chức Hội thảo “Dạy người lớn học”\.$/);
      expect([content.unit, article.unit_id]).toEqual([unit, unit]);
      expect(content.category).toBe(house.centre.categories["tin-tuc-su-kien"]);
      expect(facts.state).toBe("DRAFT");
      expect((await known(event)).articles).toMatchObject([{ edition, state: "DRAFT", firstPublishedAt: null }]);
    });

    test("is begun once: pressing the button again, or a colleague's, begins none", async () => {
      const before = await raw.one("select count(*) from article");
      expect(codes(await beginArticle(house.portal, head, event))).toEqual(["eventHasArticle"]);
      expect(codes(await beginArticle(house.portal, room.who("Trang"), event))).toEqual(["eventHasArticle"]);
      const other = (await made({ title: "Của đơn vị khác", unit: house.centre.units["to-chuc-hanh-chinh"]! })).id;
      expect((await beginArticle(house.portal, room.who("Mai"), other)).ok).toBe(false);
      expect(await raw.one("select count(*) from article")).toBe(before);
      expect((await known(other)).articles).toEqual([]);
    });

    test("does not close the duty as a draft: it is owed by the secretary and the unit's head, told at the end and late", async () => {
      const owed = await items(event);
      expect(owed.map(({ rule, owners, standing }) => [rule.hat, owners, standing])).toEqual([
        ["SECRETARY", [secretary.person], "ahead"],
        ["MEMBER", [head.person], "ahead"],
      ]);
      clock.set(at("2026-11-24T16:30"));
      expect((await items(event)).map(({ standing }) => standing)).toEqual(["open", "open"]);
      expect((await lineOf(event)).standing).toBe("open");
      clock.set(at("2026-11-26T00:00"));
      expect((await items(event)).map(({ standing }) => standing)).toEqual(["late", "late"]);
      const line = await lineOf(event);
      expect([line.standing, line.lost[0]]).toEqual(["late", { step: "author", hours: 31.5 }]);
    });

    test("closes it, late, when it is posted; the list names the step where the time went", async () => {
      await room.save(edition, room.who("Mai"), "Hội thảo có 40 người dự.");
      await room.move(edition, room.who("Mai"), { act: "sendToHead" });
      await room.move(edition, head, { act: "approveInUnit", addressee: "SECRETARY" });
      await room.move(edition, secretary, { act: "claim" });
      const checked = ALL_POINTS;
      await room.move(edition, secretary, { act: "forward", checked });
      await room.move(edition, chief, { act: "approve", checked });
      await room.move(edition, secretary, { act: "publish" });
      const posted = clock.now();
      expect((await known(event)).toldAt).toBe(posted);
      const line = await lineOf(event);
      expect([line.standing, line.lost[0]?.step]).toEqual(["done-late", "author"]);
      expect((await items(event)).map(({ standing, doneAt }) => [standing, doneAt])).toEqual([
        ["done-late", posted],
        ["done-late", posted],
      ]);
    });

    test("still counts after it was taken down, and a correction changes nothing", async () => {
      const before = (await known(event)).toldAt;
      await room.move(edition, chief, { act: "decideTakedown", reason: "Số liệu chưa đúng", note: "outdated" });
      await room.move(edition, secretary, { act: "executeTakedown" });
      const { articles, toldAt } = await known(event);
      expect(toldAt).toBe(before);
      expect(articles[0]).toMatchObject({ state: "TAKEN_DOWN", slug: null, takenDownAt: clock.now() });
    });

    test("may be an article that is there already; the time of posting decides, not that of linking", async () => {
      const id = (await made({ title: "Buổi giao lưu", sessions: [session("2026-11-26T00:00", "2026-11-26T18:00")] }))
        .id;
      const during = await room.bringTo("PUBLISHED");
      const posted = clock.now();
      expect(posted < at("2026-11-26T18:00")).toBe(true);
      clock.set(at("2026-12-05T08:00"));
      expect((await lineOf(id)).standing).toBe("late");
      const article = await articleOf(during);
      expect((await house.portal.act(head, linkArticle, { event: id, article })).ok).toBe(true);
      expect((await lineOf(id)).standing).toBe("done");
      expect((await known(id)).toldAt).toBe(posted);

      const elsewhere = (await made({ title: "Sự kiện khác" })).id;
      const refused = async (who: By, to: Id, what: Id) =>
        codes(await house.portal.act(who, linkArticle, { event: to, article: what }));
      expect(await refused(head, id, article)).toEqual(["eventArticleLinked"]);
      expect(await refused(head, elsewhere, article)).toEqual(["eventArticleElsewhere"]);
      expect(await refused(head, elsewhere, "không-có")).toEqual(["eventArticleUnknown"]);
      const foreign = (await made({ title: "Của phòng khác", unit: house.centre.units["to-chuc-hanh-chinh"]! })).id;
      const fresh = await articleOf(await room.write());
      expect(await refused(secretary, foreign, fresh)).toEqual(["eventArticleOtherUnit"]);
      expect(await refused(head, foreign, fresh)).toEqual(["eventNotYours", "eventArticleOtherUnit"]);
      const ahead = (await made({ title: "Tuần sau", sessions: [session("2026-12-10T08:00", "2026-12-10T10:00")] })).id;
      const announced = await articleOf(await room.bringTo("PUBLISHED"));
      expect(await refused(head, ahead, announced)).toEqual(["eventArticleEarlier"]);
    });

    test("linked by mistake is taken back with a reason, and is kept", async () => {
      const id = (await made({ title: "Liên kết nhầm" })).id;
      const article = await articleOf(await room.write());
      await house.portal.act(head, linkArticle, { event: id, article });
      const { link } = (await known(id)).articles[0]!;
      const undo = (reason: string, by = head) => house.portal.act(by, unlinkArticle, { event: id, link, reason });
      expect(codes(await undo("nhầm"))).toEqual(["eventReasonMissing"]);
      expect(codes(await undo("Chọn nhầm bài của lớp khác", room.who("Sơn", "MEMBER")))).toEqual(["eventNotYours"]);
      expect((await undo("Chọn nhầm bài của lớp khác")).ok).toBe(true);
      expect((await known(id)).articles).toEqual([]);
      expect(codes(await undo("Chọn nhầm bài của lớp khác"))).toEqual(["eventLinkUnknown"]);
      expect(await raw.one(`select count(*) from event_article where id = '${link}'`)).toBe("1");
      const moved = { id, title: "Liên kết nhầm", unit: house.centre.units["to-chuc-hanh-chinh"]! };
      expect(await codesOf(moved)).toEqual(["eventUnitFixed"]);
    });
  });

  describe("nobody excuses himself", () => {
    const soon = [session("2026-12-08T13:30", "2026-12-08T16:30")];
    const reason = "Bão số 9, nhà trường cho nghỉ";

    test("a cancelled event owes nothing, stays where it is, and changes no more", async () => {
      const { id, slug } = await made({ title: "Sẽ hủy", sessions: soon });
      expect(codes(await house.portal.act(head, cancelEvent, { id, reason: "bão" }))).toEqual(["eventReasonMissing"]);
      expect((await house.portal.act(head, cancelEvent, { id, reason })).ok).toBe(true);
      expect(await known(id)).toMatchObject({ slug, cancelReason: reason, isPublic: true });
      clock.set(at("2026-12-12T08:00"));
      expect((await items(id)).map(({ standing, excused }) => [standing, excused])).toEqual([
        ["excused", `Đã hủy ngày 05/12/2026: ${reason}`],
        ["excused", `Đã hủy ngày 05/12/2026: ${reason}`],
      ]);
      expect((await lineOf(id)).standing).toBe("none");
      expect(codes(await house.portal.act(chief, cancelEvent, { id, reason }))).toEqual(["eventCancelled"]);
      expect(await codesOf({ id, title: "Sửa", sessions: soon })).toEqual(["eventCancelled"]);
      const article = await articleOf(await room.write());
      expect(codes(await house.portal.act(head, linkArticle, { event: id, article }))).toEqual(["eventCancelled"]);
      expect(codes(await beginArticle(house.portal, head, id))).toEqual(["eventCancelled"]);
    });

    test("after its end only those above the duty say that it never took place, or another time", async () => {
      const { id } = await made({ title: "Không diễn ra", sessions: soon });
      const later = [session("2026-12-20T13:30", "2026-12-20T16:30")];
      for (const by of [head, secretary]) {
        expect(codes(await house.portal.act(by, cancelEvent, { id, reason }))).toEqual(["eventOver"]);
        expect(await codesOf({ id, title: "Không diễn ra", sessions: later, reason }, by)).toEqual(["eventOver"]);
      }
      // What does not touch the clock stays theirs.
      await made({ id, title: "Không diễn ra (sửa tên)", sessions: soon }, head);
      expect((await lineOf(id)).standing).toBe("late");
      expect((await house.portal.act(chief, cancelEvent, { id, reason })).ok).toBe(true);
      expect((await lineOf(id)).standing).toBe("none");
    });

    test("an event kept from the public owes its article all the same", async () => {
      const { id } = await made({ title: "Họp nội bộ", isPublic: false, sessions: soon });
      expect((await items(id)).map(({ standing }) => standing)).toEqual(["late", "late"]);
    });
  });

  test("a report's figures count the same rows as the list, and each opens its event", async () => {
    const { portal } = house;
    const now = clock.now();
    const rest = { db: portal.db, settings: await portal.settings(), calendar: PLAIN_WEEKS, now };
    const inDays = (from: string, to: string) =>
      EVENT_FIGURES.figures({ ...rest, from, to, since: startOfDay(from), until: startOfDay(addDays(to, 1)) });
    const figures = await inDays("2026-11-01", "2026-12-12");
    const byKey = new Map(figures.map((figure) => [figure.key, figure]));
    const onTime = byKey.get("su-kien-dung-han")!;
    const lines = (await eventLines(portal.db, now)).filter(({ event }) => event.dueAt < at("2026-12-13T00:00"));
    const done = lines.filter(({ standing }) => standing === "done").length;
    const late = lines.filter(({ standing }) => standing === "late" || standing === "done-late").length;
    expect([done, late]).toEqual([1, late]);
    expect(late).toBeGreaterThan(3);
    expect(onTime.list.rows).toHaveLength(done + late);
    expect(numberOf(onTime)).toBe(Math.round((100 * done) / (done + late)));
    expect(numberOf(byKey.get("su-kien-tre-han")!)).toBe(late);
    for (const { list, links } of figures) expect(links).toHaveLength(list.rows.length);
    const none = await inDays("2030-01-01", "2030-01-31");
    expect(none.map(numberOf)).toEqual([0, null, 0]);
  });

  describe("the database itself refuses", () => {
    test.each([
      ["to delete an event", "delete from event"],
      ["to delete a version", "delete from event_version"],
      ["to rewrite a version", "update event_version set ends_at = '2030-01-01T00:00:00.000Z'"],
      ["to rewrite why an event was moved", "update event_version set reason = 'khác'"],
      ["to delete a link", "delete from event_article"],
      ["to move a link to another event", "update event_article set event_id = (select max(id) from event)"],
      [
        "to bring back a link that was taken back",
        "update event_article set undone_at = null, undone_reason = null, undone_seq = null where undone_at is not null",
      ],
      [
        "to take a link back without the act that says so",
        "update event_article set undone_at = at, undone_reason = 'vì thích thế', undone_seq = seq where undone_at is null",
      ],
      ["to give an event another address", "update event set slug = slug || '-khac'"],
      ["to hide a public event", "update event set is_public = 0 where is_public = 1"],
      [
        "to cancel without the act that says so",
        "update event set cancelled_at = '2026-11-24T01:00:00.000Z', cancel_reason = 'vì thích thế' where cancelled_at is null",
      ],
      [
        "to bring a cancelled event back",
        "update event set cancelled_at = null, cancel_reason = null where cancelled_at is not null",
      ],
      ["to show an older version", "update event set version = 1 where version = 2"],
      [
        "an event without an end",
        "insert into event_version select event_id, version + 50, content, unit_id, starts_at, null, due_at, is_public, reason, person_id, hat, at, seq from event_version",
      ],
      [
        "an event that ends before it begins",
        "insert into event_version select event_id, version + 1, content, unit_id, ends_at, starts_at, due_at, is_public, reason, person_id, hat, at, seq from event_version",
      ],
      [
        "a version without its act in the log",
        "insert into event_version select event_id, version + 1, content, unit_id, starts_at, ends_at, due_at, is_public, reason, person_id, hat, at, seq - 1 from event_version",
      ],
      [
        "a second event to an article",
        "insert into event_article select 'x', event_id, article_id, person_id, hat, at, seq, null, null, null from event_article where undone_at is null",
      ],
      [
        "an article of another unit",
        "insert into event_article select 'x', event_id, (select a.id from article a join event e on e.id = event_article.event_id where a.unit_id <> e.unit_id limit 1), person_id, hat, at, seq, null, null, null from event_article limit 1",
      ],
    ])("%s", async (_, statement) => {
      await raw.run("begin");
      const error = await raw.run(statement).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      await raw.run("rollback");
      expect(error !== null && isRefusedByDatabase(error), String(error)).toBe(true);
    });

    test("not even by replacing or emptying", async () => {
      const attacks =
        engine === "sqlite"
          ? [
              "insert or replace into event select * from event",
              "insert or replace into event_version select * from event_version",
              "insert or replace into event_article select * from event_article",
            ]
          : ["truncate event cascade", "truncate event_version", "truncate event_article"];
      for (const attack of attacks) {
        const error = await raw.run(attack).then(
          () => null,
          (thrown: unknown) => thrown,
        );
        expect(error !== null && isRefusedByDatabase(error), attack).toBe(true);
      }
    });
  });

  test("the log and the events agree; whoever takes a promise away first is still found out", async () => {
    const { db } = house.portal;
    expect((await verifyEvents(db)).bad).toBeNull();
    const { id } = await made({
      title: "Bị sửa lén",
      isPublic: false,
      sessions: [session("2026-12-15T08:00", "2026-12-15T10:00")],
    });
    const drop = (name: string, table: string) =>
      raw.run(`drop trigger ${name}${engine === "sqlite" ? "" : ` on ${table}`}`);
    await drop("event_as_its_version_update", "event");
    await raw.run(`update event set due_at = '2027-12-31T16:59:59.000Z' where id = '${id}'`);
    expect((await verifyEvents(db)).bad).toEqual({ row: `event ${id}`, why: "trạng thái không khớp nhật ký" });
    await raw.run(
      `update event set due_at = (select due_at from event_version where event_id = '${id}') where id = '${id}'`,
    );
    expect((await verifyEvents(db)).bad).toBeNull();
  });
});
