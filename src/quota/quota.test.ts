import { afterEach, beforeEach, expect, test } from "vitest";
import { ALL_POINTS, type Newsroom, openNewsroom } from "../../test/support/newsroom.ts";
import { eachEngine } from "../../test/support/portals.ts";
import { isRefusedByDatabase, openRaw } from "../../test/support/raw.ts";
import { BY_SYSTEM, type By, type Command } from "../act.ts";
import { record } from "../evidence/log.ts";
import { addDays, type Instant } from "../kernel/clock.ts";
import { done } from "../kernel/result.ts";
import { PLAIN_WEEKS } from "../kernel/working-days.ts";
import { createArticle } from "../newsroom/commands/create-article.ts";
import type { Hat } from "../regulation/hats.ts";
import { numberOf } from "../reports/figure.ts";
import { exemptUnit, revokeExemption } from "./commands/exempt-unit.ts";
import { type MarkRequest, markQuality } from "./commands/mark-quality.ts";
import { QUOTA_DUTIES } from "./duty-source.ts";
import { QUOTA_FIGURES } from "./figure-source.ts";
import { markHistory, waitingForMark } from "./marks.queries.ts";
import { QUOTA_PATHS } from "./paths.ts";
import { quotaOf } from "./quota.queries.ts";
import { freezeQuotaMonth } from "./store.ts";
import { verifyQuota } from "./verify.ts";

/** Stands for the reports room: an act that freezes a month. */
const freeze: Command<string, null, string> = {
  name: "report.accept",
  load: async () => null,
  decide: (_, month) => done(month),
  evidence: (month) => ({ act: "report.accept", subject: `report:${month}`, clause: "Đ18.k1", content: {} }),
  async write(moment, month, _, seq) {
    await freezeQuotaMonth(moment, month, seq);
    return [];
  },
};

eachEngine("Đ16.k3: the monthly articles of every unit", (engine) => {
  let house: Newsroom & { close: () => Promise<void> };
  let lan: By;
  let chief: By;
  beforeEach(async () => {
    house = await openNewsroom(engine);
    lan = house.who("Lan", "SECRETARY");
    chief = house.who("Minh", "CHIEF");
  });
  afterEach(() => house.close());

  let told = 0;
  /** Goes the whole road; every one with words of its own, unless they are given. */
  const published = async (sentence = `Lớp thứ ${++told} có 40 học viên.`) => {
    const { move } = house;
    const edition = await house.write(sentence);
    await move(edition, house.who("Mai"), { act: "sendToHead" });
    await move(edition, house.who("Hoa"), { act: "approveInUnit", addressee: "SECRETARY" });
    await move(edition, lan, { act: "claim" });
    await move(edition, lan, { act: "forward", checked: ALL_POINTS });
    await move(edition, chief, { act: "approve", checked: ALL_POINTS });
    await move(edition, lan, { act: "publish" });
    return { edition, article: (await house.load(edition)).article.id };
  };
  const mark = (article: string, input: Partial<MarkRequest> = {}, who = lan) =>
    house.portal.act(who, markQuality, { article, level: "good", unmet: [], note: "", reason: "", seen: 0, ...input });
  const codes = async (answer: Promise<{ ok: boolean; error?: readonly { code: string; clause: string }[] }>) => {
    const given = await answer;
    return given.ok ? [] : (given.error ?? []).map(({ code }) => code);
  };
  const stands = async (month = "2026-11", now: Instant = house.clock.now()) =>
    (await quotaOf(house.portal.db, month, await house.portal.settings(), now)).units.find(
      ({ code }) => code === "dao-tao",
    )!;
  const exempt = (over: Record<string, string | null> = {}, who = chief) =>
    house.portal.act(who, exemptUnit, {
      unit: house.centre.units["dao-tao"]!,
      from: "2026-11",
      to: "2026-11",
      decision: "45/QĐ-GDTXHP",
      decisionDay: "2026-11-20",
      reason: "Cả phòng đi coi thi tốt nghiệp",
      ...over,
    });

  test("count provisionally until the secretary marks them, and only then for good", async () => {
    const one = await published();
    expect(await stands()).toMatchObject({ good: 0, unmarked: 1, outcome: "short", target: 2, reachedAt: null });
    expect((await mark(one.article)).ok).toBe(true);
    expect(await stands()).toMatchObject({ good: 1, unmarked: 0, outcome: "short", forecast: 1 });
    await house.bringTo("SUBMITTED");
    expect(await stands()).toMatchObject({ forecast: 2, coming: [{ state: "SUBMITTED" }] });
    const two = await published();
    expect(await stands()).toMatchObject({ good: 1, outcome: "provisional" });
    expect((await mark(two.article, { level: "poor", note: "Thiếu ngày giờ" })).ok).toBe(true);
    expect(await stands()).toMatchObject({ good: 1, unmarked: 0, outcome: "short" });
    const notices = await house.portal.db
      .selectFrom("notification")
      .select("text")
      .where("text", "like", "%Thiếu ngày giờ%")
      .execute();
    expect(notices).toHaveLength(1);
    expect((await stands()).articles.map(({ count }) => count).sort()).toEqual(["counted", "poor"]);
  });

  test("are none while an article is unpublished, republished, the board's, a copy, or taken down in the month", async () => {
    const { portal, who, centre } = house;
    const draft = await house.bringTo("APPROVED");
    expect(await codes(mark((await house.load(draft)).article.id))).toEqual(["markNotPublished"]);
    expect((await stands()).articles).toEqual([]);
    const gone = await house.bringTo("TAKEN_DOWN");
    expect((await stands()).articles).toMatchObject([{ edition: gone, count: "takenDown" }]);
    const made = await portal.act(who("Mai"), createArticle, {
      unit: centre.units["dao-tao"]!,
      category: centre.categories["hoat-dong-chuyen-mon"]!,
      isRepublished: true,
    });
    expect(made.ok).toBe(true);
    expect((await stands()).coming.map(({ edition }) => edition)).toEqual([draft]);
    const twin = await published("Lớp có 40 học viên.");
    // The first with these words was taken down, and still was the first.
    expect((await stands()).articles.find(({ article }) => article === twin.article)?.count).toBe("duplicate");
  });

  test("Đ11.g2: nobody marks what he wrote, no other hat marks, and the head of the board only where the secretary cannot", async () => {
    const { article } = await published();
    for (const [person, hat] of [
      ["Mai", "CONTRIBUTOR"],
      ["Hoa", "MEMBER"],
      ["Lan", "ADMIN"],
      ["Lan", "MEMBER"],
      ["Minh", "DIRECTOR"],
    ] as const satisfies readonly (readonly [string, Hat])[])
      expect(await codes(mark(article, {}, house.who(person as "Mai", hat))), `${person} ${hat}`).toEqual([
        "notThisHat",
      ]);
    expect(await codes(mark(article, {}, BY_SYSTEM))).toEqual(["notThisHat"]);
    expect(await codes(mark(article, {}, chief))).toEqual(["markBySecretary"]);
    expect(await codes(mark("khong-co"))).toEqual(["markNotPublished"]);
    expect(await codes(mark(article, { level: "tuyệt vời" }))).toEqual(["markLevelMissing"]);
    expect(await codes(mark(article, { level: "improve", note: "  " }))).toEqual(["markNoteMissing"]);
    expect(await codes(mark(article, { level: "improve", unmet: ["Tiêu chí bịa"] }))).toEqual(["markNoteMissing"]);
    expect(await codes(mark(article, { seen: 3 }))).toEqual(["markMoved"]);
  });

  test("Đ11.g2: what the secretary wrote is marked by the head of the board, never by the secretary", async () => {
    const { portal, who, centre, move, clock } = house;
    clock.advance(60);
    const made = await portal.act(who("Lan", "MEMBER"), createArticle, {
      unit: centre.units["cong-nghe-thong-tin"]!,
      category: centre.categories["hoat-dong-chuyen-mon"]!,
      isRepublished: false,
    });
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    const { edition } = made.value;
    await house.save(edition, who("Lan", "MEMBER"), "Lớp tập huấn có 30 học viên.");
    await move(edition, who("Lan", "MEMBER"), { act: "approveInUnit", addressee: centre.people.thuongtruc!.id });
    const thuy: By = { person: centre.people.thuongtruc!.id, hat: "STANDING_DEPUTY" };
    await move(edition, thuy, { act: "claim" });
    await move(edition, thuy, { act: "forward", checked: ALL_POINTS });
    await move(edition, chief, { act: "approve", checked: ALL_POINTS });
    await move(edition, lan, { act: "publish" });
    const article = (await house.load(edition)).article.id;
    expect(await codes(mark(article))).toEqual(["markOwn"]);
    const now = clock.now();
    const actor = (by: By) => ({ person: by.person, hat: by.hat });
    expect((await waitingForMark(portal.db, actor(lan), now)).map((one) => one.article)).toEqual([]);
    expect((await waitingForMark(portal.db, actor(chief), now)).map((one) => one.article)).toEqual([article]);
    expect((await mark(article, {}, chief)).ok).toBe(true);
    expect(await waitingForMark(portal.db, actor(chief), now)).toEqual([]);
  });

  test("Đ11.g2: a mark is changed freely in its month, with a reason after it, and every version is kept", async () => {
    const { article } = await published();
    expect((await mark(article)).ok).toBe(true);
    // Two taps are one mark.
    expect((await mark(article)).ok).toBe(true);
    expect(await markHistory(house.portal.db, article)).toHaveLength(1);
    house.clock.set("2026-11-30T16:59:59.000Z");
    expect((await mark(article, { level: "improve", note: "Ảnh mờ", seen: 1 })).ok).toBe(true);
    house.clock.set("2026-11-30T17:00:00.000Z");
    expect(await codes(mark(article, { seen: 2 }))).toEqual(["markReasonMissing"]);
    expect((await mark(article, { seen: 2, reason: "Đơn vị đã thay ảnh" })).ok).toBe(true);
    expect((await markHistory(house.portal.db, article)).map(({ level, reason }) => [level, reason])).toEqual([
      ["good", "Đơn vị đã thay ảnh"],
      ["improve", ""],
      ["good", ""],
    ]);
    expect((await verifyQuota(house.portal.db)).bad).toBeNull();
  });

  test("Đ18.k1: a frozen month never changes; a later mark needs a reason and is told in the next report", async () => {
    const { portal, clock } = house;
    const [one, two] = [await published("Lớp có 41 học viên."), await published("Lớp có 41 học viên.")];
    await mark(one.article);
    expect((await portal.act(chief, freeze, "2026-11").catch((error: Error) => error.message)) as string).toContain(
      "is not over",
    );
    clock.set("2026-12-25T03:00:00.000Z");
    expect((await portal.act(chief, freeze, "2026-11")).ok).toBe(true);
    const frozen = await stands();
    expect(frozen).toMatchObject({ good: 1, unmarked: 0, outcome: "missed" });
    expect(frozen.articles.map(({ count }) => count)).toEqual(["counted", "duplicate"]);
    clock.set("2026-12-28T03:00:00.000Z");
    expect(await codes(mark(one.article, { level: "poor", note: "Sai số liệu", seen: 1 }))).toEqual([
      "markReasonMissing",
    ]);
    expect(await codes(mark(two.article))).toEqual(["markReasonMissing"]);
    expect(
      (await mark(one.article, { level: "poor", note: "Sai số liệu", seen: 1, reason: "Phát hiện sai số liệu" })).ok,
    ).toBe(true);
    const after = await stands();
    expect(after).toMatchObject({ good: 1, outcome: "missed" });
    expect(after.articles[0]).toMatchObject({ count: "counted", changedTo: "poor" });
    // Frozen once: another report of the same month changes nothing, neither do settings.
    expect((await portal.act(chief, freeze, "2026-11")).ok).toBe(true);
    const settings = { ...(await portal.settings()), "quota.perMonth": 1 };
    expect(
      (await quotaOf(portal.db, "2026-11", settings, clock.now())).units.find(({ code }) => code === "dao-tao"),
    ).toMatchObject({
      target: 2,
      outcome: "missed",
    });
    const figures = await QUOTA_FIGURES.figures({
      db: portal.db,
      settings: await portal.settings(),
      calendar: PLAIN_WEEKS,
      since: "2026-12-25T17:00:00.000Z",
      until: "2027-01-25T17:00:00.000Z",
      from: "2026-12-26",
      to: "2027-01-25",
      now: "2027-01-25T10:00:00.000Z",
    });
    const changed = figures.find(({ key }) => key === "doi-sau-khi-chot")!;
    expect(numberOf(changed)).toBe(1);
    expect(changed.list.rows[0]).toContain("Phát hiện sai số liệu");
    expect(figures.map(({ key }) => key)).toContain("chi-tieu-2026-12");
    expect((await verifyQuota(portal.db)).bad).toBeNull();
  });

  test("an exemption needs a decision of the Director or the head of the board, months in order, and a month not frozen", async () => {
    expect(await codes(exempt({}, lan))).toEqual(["notThisHat"]);
    expect(await codes(exempt({ decision: " ", decisionDay: "", reason: "" }))).toEqual([
      "exemptDecisionMissing",
      "exemptDayInvalid",
      "exemptReasonMissing",
    ]);
    expect(await codes(exempt({ decisionDay: "2026-11-25" }))).toEqual(["exemptDayInvalid"]);
    expect(await codes(exempt({ decisionDay: "2026-02-30" }))).toEqual(["exemptDayInvalid"]);
    expect(await codes(exempt({ from: "2026-12" }))).toEqual(["exemptMonthsInvalid"]);
    expect(await codes(exempt({ from: null }))).toEqual(["exemptMonthsInvalid"]);
    expect(await codes(exempt({ to: "2027-11" }))).toEqual(["exemptTooLong"]);
    expect(await codes(exempt({ unit: "không có" }))).toEqual(["exemptUnitUnknown"]);
    expect(await codes(exempt({ unit: house.centre.units["ban-giam-doc"]! }))).toEqual(["exemptUnitUnknown"]);
    const given = await exempt();
    expect(given.ok).toBe(true);
    expect(await codes(exempt())).toEqual(["exemptTwice"]);
    expect(await stands()).toMatchObject({
      outcome: "excused",
      excused: "Miễn theo 45/QĐ-GDTXHP ngày 20/11/2026: Cả phòng đi coi thi tốt nghiệp",
    });
    expect((await stands("2026-10")).outcome).toBe("missed");
    if (!given.ok) return;
    const paper = { decision: "47/QĐ-GDTXHP", decisionDay: "2026-11-23", reason: "Ghi nhầm đơn vị" };
    const back = (who: By) => house.portal.act(who, revokeExemption, { exemption: given.value.id, ...paper });
    expect(await codes(back(lan))).toEqual(["notThisHat"]);
    expect((await back({ ...chief, hat: "DIRECTOR" })).ok).toBe(true);
    expect(await codes(back(chief))).toEqual(["exemptGone"]);
    expect((await stands()).outcome).toBe("short");
    await house.portal.act(chief, freeze, "2026-10");
    expect(await codes(exempt({ from: "2026-09" }))).toEqual(["exemptFrozen"]);
    expect((await verifyQuota(house.portal.db)).bad).toBeNull();
  });

  test("are a duty of every unit but the leadership, due when the month ends and missed after it", async () => {
    const { portal } = house;
    const ask = async (from: string, to: string, now = house.clock.now()) =>
      (
        await QUOTA_DUTIES.items({
          db: portal.db,
          settings: await portal.settings(),
          calendar: PLAIN_WEEKS,
          from,
          to,
          now,
        })
      ).filter(({ duty }) => duty === "unit-quota");
    const items = await ask("2026-11-25", "2026-12-30");
    expect(items).toHaveLength(5);
    expect(items.map(({ unit }) => unit)).not.toContain(house.centre.units["ban-giam-doc"]);
    expect(items[0]!.term).toEqual({
      period: "2026-11",
      opens: "2026-10-31T17:00:00.000Z",
      due: "2026-11-30T16:59:59.000Z",
      gone: "2026-11-30T17:00:00.000Z",
    });
    expect(await ask("2026-11-01", "2026-11-29")).toEqual([]);
    expect(await ask("2026-11-30", "2026-11-01")).toEqual([]);
    expect((await ask("2028-02-29", "2028-02-29")).map(({ term }) => term.due)[0]).toBe("2028-02-29T16:59:59.000Z");
    const { edition } = await published();
    const before = (await ask("2026-11-30", "2026-11-30")).find(({ unit }) => unit === house.centre.units["dao-tao"])!;
    expect([before.doneAt, before.about]).toEqual([null, "Phòng Đào tạo: 0 trên 2 bài đạt, 1 bài tạm tính"]);
    const one = { ...(await portal.settings()), "quota.perMonth": 1 };
    const reached = (await quotaOf(portal.db, "2026-11", one, house.clock.now())).units.find(
      ({ code }) => code === "dao-tao",
    )!;
    expect(reached.reachedAt).toBe((await house.load(edition)).article.first_published_at);
  });

  test("the secretary's marks of a month are due before the report of the next one", async () => {
    const { portal, clock } = house;
    const { article } = await published();
    const ask = async () =>
      (
        await QUOTA_DUTIES.items({
          db: portal.db,
          settings: await portal.settings(),
          calendar: PLAIN_WEEKS,
          from: "2026-11-25",
          to: addDays("2026-11-25", 40),
          now: clock.now(),
        })
      ).filter(({ duty }) => duty === "quality-marks");
    expect(await ask()).toMatchObject([
      { term: { period: "2026-11", due: "2026-12-24T16:59:59.000Z", gone: null }, doneAt: null },
    ]);
    expect((await ask())[0]?.href).toBe(QUOTA_PATHS.queue);
    clock.set("2026-12-25T03:00:00.000Z");
    expect((await portal.act(chief, freeze, "2026-11")).ok).toBe(true);
    // Its articles stand in no queue any more: the list they are marked from is opened instead.
    expect((await ask())[0]?.href).toContain("2026-11");
    await mark(article, { reason: "Bỏ sót khi chốt" });
    expect((await ask())[0]?.doneAt).toBe("2026-12-25T03:00:00.000Z");
  });

  test("no script forges, changes or removes a mark, an exemption or a frozen result", async () => {
    const { portal, clock, centre } = house;
    const { article, edition } = await published();
    await mark(article);
    await exempt({ unit: centre.units["to-chuc-hanh-chinh"]! });
    clock.set("2026-12-25T03:00:00.000Z");
    await portal.act(chief, freeze, "2026-11");
    const other = await house.bringTo("PUBLISHED");
    const second = (await house.load(other)).article.id;
    const raw = await openRaw(portal);
    const seq = await raw.one("select evidence_seq from quality_mark");
    const sealed = await raw.one("select evidence_seq from quota_month");
    const marked = (over: Record<string, string>) => {
      const columns = {
        id: "'x'",
        article_id: `'${second}'`,
        version: "1",
        month: "'2026-12'",
        level: "'good'",
        unmet: "'[]'",
        note: "''",
        reason: "'vì thế'",
        person_id: `'${lan.person}'`,
        hat: "'SECRETARY'",
        at: "'2026-12-26T03:00:00.000Z'",
        evidence_seq: seq,
        ...over,
      };
      return `insert into quality_mark (${Object.keys(columns).join(", ")}) values (${Object.values(columns).join(", ")})`;
    };
    try {
      /** With the row of the log a forger would have to write too. */
      const logged = async (
        person: string,
        hat: Hat,
        at: string,
        subject = `article:${second}`,
        act = "quality.mark",
      ) =>
        String(
          await portal.database.transact((tx) =>
            record(tx, { person, hat }, at, { act, subject, clause: "Đ11.g2", content: {} }),
          ),
        );
      const at = "2026-12-26T03:00:00.000Z";
      const byLan = await logged(lan.person, "SECRETARY", at);
      const mai = centre.people["ctv.dao-tao"]!.id;
      const hoa = centre.people["truong.dao-tao"]!.id;
      const byMai = await logged(mai, "SECRETARY", at);
      const byHoa = await logged(hoa, "MEMBER", at);
      const onOld = await logged(lan.person, "SECRETARY", at, `article:${article}`);
      const draft = (await house.load(await house.bringTo("APPROVED"))).article.id;
      const onDraft = await logged(lan.person, "SECRETARY", at, `article:${draft}`);
      const attacks = [
        "update quality_mark set level = 'poor'",
        "update quality_mark set person_id = 'x'",
        "delete from quality_mark",
        marked({}),
        marked({ evidence_seq: byMai, person_id: `'${mai}'` }),
        marked({ evidence_seq: byHoa, person_id: `'${hoa}'`, hat: "'MEMBER'" }),
        marked({ evidence_seq: byLan, level: "'tốt'" }),
        marked({ evidence_seq: byLan, level: "'poor'" }),
        marked({ evidence_seq: byLan, month: "'2026-11'" }),
        marked({ evidence_seq: byLan, version: "2" }),
        marked({ evidence_seq: byLan, at: "'2026-12-24T03:00:00.000Z'" }),
        marked({ evidence_seq: onDraft, article_id: `'${draft}'` }),
        marked({ evidence_seq: onOld, article_id: `'${article}'`, month: "'2026-11'" }),
        marked({ evidence_seq: onOld, article_id: `'${article}'`, month: "'2026-11'", version: "2", reason: "''" }),
        "update quota_result set good = 2, outcome = 'met'",
        "delete from quota_result",
        "update quota_article set count = 'counted'",
        "delete from quota_article",
        "update quota_month set digest = 'x'",
        "delete from quota_month",
        `insert into quota_result select '2026-11', id, 2, 2, 0, 'met', '', ${sealed} from unit where code = 'ban-giam-doc'`,
        `insert into quota_result select '2026-10', id, 2, 2, 0, 'met', '', ${sealed} from unit where code = 'dao-tao'`,
        `insert into quota_article select '2026-11', '${second}', unit_id, edition_id, title, author, 'counted', published_at, evidence_seq from quota_article where edition_id = '${edition}'`,
        `insert into quota_month select '2026-12', digest, person_id, hat, at, evidence_seq from quota_month`,
        "update quota_exemption set to_month = '2027-11'",
        "delete from quota_exemption",
        `insert into quota_exemption select 'x', unit_id, '2026-12', '2026-12', decision_number, decision_day, reason, null, person_id, hat, at, evidence_seq from quota_exemption`,
        ...(engine === "sqlite"
          ? [
              "insert or replace into quality_mark select * from quality_mark",
              "insert or replace into quota_month select * from quota_month",
            ]
          : ["truncate quality_mark cascade", "truncate quota_result", "truncate quota_month"]),
      ];
      for (const attack of attacks) {
        const error = await raw.run(attack).then(
          () => null,
          (refusal) => refusal,
        );
        expect(error !== null && isRefusedByDatabase(error), `${attack}: ${String(error)}`).toBe(true);
      }
      const byChief = await logged(chief.person, "CHIEF", at, "exemption:y", "quota.exempt");
      const exempted = (over: Record<string, string>) => {
        const columns = {
          id: "'y'",
          unit_id: `'${centre.units["dao-tao"]}'`,
          from_month: "'2026-12'",
          to_month: "'2026-12'",
          decision_number: "'9/QĐ'",
          decision_day: "'2026-12-20'",
          reason: "'x'",
          revokes: "null",
          person_id: `'${chief.person}'`,
          hat: "'CHIEF'",
          at: `'${at}'`,
          evidence_seq: byChief,
          ...over,
        };
        return `insert into quota_exemption (${Object.keys(columns).join(", ")}) values (${Object.values(columns).join(", ")})`;
      };
      for (const over of [
        { decision_number: "''" },
        { reason: "''" },
        { from_month: "'2027-01'" },
        { from_month: "'2026-11'" },
        { decision_day: "'2026-12-27'" },
        { unit_id: `'${centre.units["ban-giam-doc"]}'` },
        { hat: "'SECRETARY'" },
        { revokes: "'y'" },
      ]) {
        const error = await raw.run(exempted(over)).then(
          () => null,
          (refusal) => refusal,
        );
        expect(error !== null && isRefusedByDatabase(error), `${JSON.stringify(over)}: ${String(error)}`).toBe(true);
      }
      await raw.run(exempted({}));
      await raw.run(marked({ evidence_seq: byLan }));
      // Whoever takes the promise away first is still found out.
      await raw.run(
        engine === "sqlite"
          ? "drop trigger quota_result_no_update"
          : "drop trigger quota_result_no_update on quota_result",
      );
      await raw.run("update quota_result set good = 5, outcome = 'met'");
      expect((await verifyQuota(portal.db)).bad).not.toBeNull();
    } finally {
      await raw.close();
    }
  });
});
