import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ALL_POINTS, newsroomOf } from "../../test/support/newsroom.ts";
import { eachEngine, fixedClock, openEmptyPortal, openTestPortal, TEST_NOW } from "../../test/support/portals.ts";
import { isRefusedByDatabase, openRaw } from "../../test/support/raw.ts";
import type { By, Command } from "../act.ts";
import { BY_SYSTEM } from "../act.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { backup, restore } from "../storage/backup.ts";
import { draftResult } from "./commands/draft-result.ts";
import { giveMark, type MarkRequest } from "./commands/mark.ts";
import { planInspection } from "./commands/plan-inspection.ts";
import { adoptCriteria, saveCriteria } from "./commands/save-criteria.ts";
import { type StepInput, stepInspection } from "./commands/step-inspection.ts";
import { loadInspection, readCriteria } from "./inspections.queries.ts";
import { minutesOf } from "./minutes.ts";
import { drawSample } from "./sample.ts";
import { totalOf } from "./scores.ts";
import { verifyInspections } from "./verify.ts";

const NOTE = "Đã xem hồ sơ và số liệu trên Cổng";

async function openHouse(engine: "sqlite" | "postgres") {
  const clock = fixedClock(TEST_NOW);
  const { portal, centre, close } = await openTestPortal(engine, { clock });
  const newsroom = newsroomOf({ portal, centre, clock });
  await portal.act(BY_SYSTEM, adoptCriteria, {});
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
  const oanh = newsroom.who("Oanh", "INSPECTOR");
  const hưng = newsroom.who("Hưng", "DEPUTY");
  const secretary = newsroom.who("Lan", "SECRETARY");
  const units = Object.entries(centre.units)
    .filter(([code]) => code !== "ban-giam-doc")
    .map(([, id]) => id);
  const plan = () =>
    act(director, planInspection, {
      type: "yearly",
      title: "Đánh giá năm 2026",
      decision: "40/QĐ-GDTXHP",
      from: "2026-11-01",
      to: dayOf(clock.now()),
      units,
      team: [oanh.person, hưng.person],
      sampleSize: 3,
    });
  return { ...newsroom, act, codes, director, oanh, hưng, secretary, units, plan, close };
}

eachEngine("Đ22: a yearly evaluation", (engine) => {
  test("goes from the order by the sample, marks, explanation and conclusion to a published article", async () => {
    const house = await openHouse(engine);
    const { portal, centre, clock, act, codes, director, oanh, hưng, secretary, units } = house;
    try {
      await act(director, saveCriteria, {
        name: "Bộ tiêu chí 2026",
        from: "2026-01-01",
        criteria: [
          { name: "Chỉ tiêu", weight: 40, source: "quota", guide: "" },
          { name: "Chính xác", weight: 40, source: "accuracy", guide: "" },
          { name: "Phối hợp", weight: 20, source: "", guide: "Theo sổ theo dõi" },
        ],
      });
      expect(
        await codes(director, saveCriteria, {
          name: "Bộ tiêu chí sai",
          from: "2026-01-01",
          criteria: [{ name: "Chỉ tiêu", weight: 40, source: "quota", guide: "" }],
        }),
      ).toEqual(["weightsNot100"]);
      const published = await house.bringTo("PUBLISHED");
      await house.bringTo("SUPERSEDED");
      const { id, seed } = await house.plan();
      const unit = centre.units["dao-tao"]!;
      const own = centre.units["to-chuc-hanh-chinh"]!;
      const manual = (await readCriteria(portal.db)).at(-1)!.criteria[2]!.key;
      const step = (by: By, act: StepInput["act"], more: Partial<StepInput> = {}) =>
        codes(by, stepInspection, { inspection: id, act, ...more });
      const mark = (by: By, more: Partial<MarkRequest> = {}) =>
        codes(by, giveMark, { inspection: id, unit, criterion: manual, article: null, value: 80, note: NOTE, ...more });

      expect(await step(oanh, "draw")).toEqual(["inspectionPeriodNotOver"]);
      clock.advance(24 * 3600);
      expect(await step(oanh, "draw")).toEqual([]);
      expect(await step(oanh, "draw")).toEqual(["inspectionDrawn"]);
      const drawn = (await loadInspection(portal.db, id))!;
      const all = await portal.db
        .selectFrom("article")
        .select("id")
        .where("unit_id", "=", unit)
        .where("first_published_at", "is not", null)
        .execute();
      expect(drawn.sample.filter((one) => one.unit === unit).map(({ article }) => article)).toEqual(
        drawSample(seed, all, 3).map(({ article }) => article.id),
      );

      // Đ22.k2: an inspector never marks his own unit, nor anybody who is not of the team.
      expect(await mark(oanh, { unit: own })).toEqual(["inspectionOwnUnit"]);
      expect(await mark(house.who("Thúy", "STANDING_DEPUTY"))).toEqual(["inspectionNotYours"]);
      expect(await mark(oanh, { criterion: "quota" })).toEqual(["inspectionComputed"]);
      expect(await step(oanh, "present")).toEqual(["inspectionMarksMissing"]);
      for (const each of units) expect(await mark(each === own ? hưng : oanh, { unit: each })).toEqual([]);
      const article = drawn.sample.find((one) => one.unit === unit)!.article;
      expect(await mark(oanh, { criterion: "", article, value: 0, note: "Sai số học viên so với sổ" })).toEqual([]);

      // Đ22.k1, REQ-151: nothing is published or corrected before the conclusion.
      const category = centre.categories["thong-bao"]!;
      expect(await codes(secretary, draftResult, { inspection: id, category })).toEqual(["inspectionNotConcluded"]);
      expect(await step(oanh, "present")).toEqual([]);
      expect(await codes(secretary, draftResult, { inspection: id, category })).toEqual(["inspectionNotConcluded"]);
      expect(await step(director, "correct", { unit, criterion: manual, reached: 90, text: NOTE })).toEqual([
        "inspectionNotConcluded",
      ]);
      expect(await mark(oanh)).toEqual(["inspectionNotNow"]);
      const presented = (await loadInspection(portal.db, id))!;
      const scores = presented.versions[0]!.scores;
      const accuracy = scores.find((one) => one.unit === unit && one.criterion === "accuracy")!;
      // Two articles: one was corrected, and the inspector found the drawn one wrong.
      expect(accuracy.lines).toHaveLength(2);
      expect(accuracy.lines.some(({ note }) => note.includes("Sai số học viên so với sổ"))).toBe(true);
      // No whole month lies in the period, so nothing was owed of the quota.
      expect(totalOf(scores, own)).toBe(40 + 40 + 16);
      expect(presented.versions[0]!.authors[0]).toMatchObject({ published: 2, faulty: 1 });
      // Minutes that tell a head of his unit only do not make it the first of one.
      const alone = { ...presented, units: presented.units.filter((one) => one.id === unit) };
      const told = minutesOf(alone, await portal.settings(), "", presented.units).body;
      const table = told.find((block) => block.kind === "table" && block.caption === "Bảng điểm");
      expect(table?.kind === "table" && table.rows.map(([place]) => place)).toEqual([String(presented.units.length)]);

      // Đ19.k2: each unit by its own head, then the Director.
      expect(await step(director, "conclude", { text: NOTE })).toEqual(["inspectionExplanationOpen"]);
      const hoa = house.who("Hoa");
      expect(await step(hoa, "explain", { unit: own, text: NOTE })).toEqual(["inspectionOtherUnit"]);
      expect(await step(hoa, "explain", { unit, text: NOTE })).toEqual([]);
      expect(await step(house.who("Minh", "CHIEF"), "conclude", { text: NOTE })).toEqual([
        "inspectionNotYours",
        "inspectionExplanationOpen",
      ]);
      clock.set("2026-12-05T02:00:00.000Z");
      expect(await step(director, "conclude", { text: "Các đơn vị hoàn thành nhiệm vụ." })).toEqual([]);
      await act(secretary, draftResult, { inspection: id, category });
      expect(await codes(secretary, draftResult, { inspection: id, category })).toEqual(["inspectionDrafted"]);
      const made = (await loadInspection(portal.db, id))!;
      const draft = await portal.db
        .selectFrom("edition")
        .select(["id", "state", "title"])
        .where("article_id", "=", made.article!)
        .executeTakeFirstOrThrow();
      expect(draft.state).toBe("DRAFT");
      await publish(house, draft.id);
      expect((await loadInspection(portal.db, id))!.publishedAt).not.toBeNull();

      // After it, scores change only with a notice, and the public reads it.
      expect(await step(director, "correct", { unit, criterion: manual, reached: 90, text: "" })).toEqual([
        "inspectionSayWhy",
      ]);
      expect(await step(director, "correct", { unit, criterion: manual, reached: 80, text: NOTE })).toEqual([
        "inspectionSameScore",
      ]);
      clock.advance(60);
      const notice = "Đính chính điểm phối hợp của phòng Đào tạo.";
      expect(await step(director, "correct", { unit, criterion: manual, reached: 90, text: notice })).toEqual([]);
      clock.advance(60);
      await act(secretary, draftResult, { inspection: id, category: "" });
      const correction = await portal.db
        .selectFrom("edition")
        .innerJoin("edition_version", (is) =>
          is
            .onRef("edition_version.edition_id", "=", "edition.id")
            .onRef("edition_version.version", "=", "edition.version"),
        )
        .select(["state", "correction_note", "content"])
        .where("article_id", "=", made.article!)
        .where("number", "=", 2)
        .executeTakeFirstOrThrow();
      expect([correction.state, correction.correction_note]).toEqual(["UNDER_REVIEW", notice]);
      expect(correction.content).toContain(notice);
      expect((await loadInspection(portal.db, id))!.versions.map(({ kind }) => kind)).toEqual([
        "presented",
        "correction",
      ]);
      expect((await verifyInspections(portal.db)).bad).toBeNull();
      expect(published).not.toBe("");
      await comeBack(house, id);
      await attack(engine, house, id, unit, own, manual);
    } finally {
      await house.close();
    }
  }, 60_000);
});

type House = Awaited<ReturnType<typeof openHouse>>;

async function publish(house: House, edition: Id) {
  const checked = ALL_POINTS;
  const { hưng, secretary, director } = house;
  const chief: By = { person: director.person, hat: "CHIEF" };
  const standing = house.who("Thúy", "STANDING_DEPUTY");
  const state = (await house.load(edition)).facts.state;
  if (state === "DRAFT") await house.move(edition, secretary, { act: "submitAsBoard", addressee: "SECRETARY" });
  const claimed = await house.attempt(edition, hưng, { act: "claim" });
  const by = claimed.ok ? hưng : standing;
  if (!claimed.ok) await house.move(edition, standing, { act: "claim" });
  await house.move(edition, by, { act: "forward", checked });
  await house.move(edition, chief, { act: "approve", checked });
  await house.move(edition, secretary, { act: "publish" });
}

/** A backup of all of it goes in again, judged by the same guards. */
async function comeBack({ portal, clock }: House, id: Id) {
  const folder = await mkdtemp(join(tmpdir(), "portal-inspection-"));
  const empty = await openEmptyPortal("sqlite", { clock });
  try {
    await backup(portal.database, portal.files, clock, join(folder, "sao-luu"));
    await restore(empty.portal.database, empty.portal.files, join(folder, "sao-luu"));
    const [again, before] = [await loadInspection(empty.portal.db, id), await loadInspection(portal.db, id)];
    expect([again?.moves, again?.marks]).toEqual([before?.moves, before?.marks]);
    expect(again?.versions.map(({ digest }) => digest)).toEqual(before?.versions.map(({ digest }) => digest));
    expect(await verifyInspections(empty.portal.db)).toEqual(await verifyInspections(portal.db));
  } finally {
    await empty.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Scripts that go around the portal. */
async function attack(
  engine: string,
  { portal, oanh, director, centre }: House,
  id: Id,
  unit: Id,
  own: Id,
  criterion: string,
) {
  const raw = await openRaw(portal);
  try {
    const last = Number(await raw.one("select max(seq) from evidence"));
    const at = await raw.one("select max(at) from evidence");
    // A script may even write the log: the promises hold with its line there.
    const log = async (act: string, subject: string, person: Id) => {
      const seq = Number(await raw.one("select max(seq) from evidence")) + 1;
      const hash = String(seq).padStart(64, "0");
      await raw.run(
        `insert into evidence values (${seq}, '${at}', '${person}', 'INSPECTOR', null, '${act}', '${subject}', null, null, '{}', (select hash from evidence where seq = ${seq - 1}), '${hash}')`,
      );
      return seq;
    };
    expect(last).toBeGreaterThan(0);
    const markSeq = await raw.one(`select evidence_seq from inspection_mark where inspection_id = '${id}' limit 1`);
    const planSeq = await raw.one(`select evidence_seq from inspection where id = '${id}'`);
    const forged = await log("inspection.mark", `inspection:${id}`, oanh.person);
    const forgedCorrection = await log("inspection.correct", `inspection:${id}`, director.person);
    const forgedConclusion = await log("inspection.conclude", `inspection:${id}`, oanh.person);
    const forgedSet = await log("inspection.criteria", "criteria:x", director.person);
    const forgedViolation = await log("violation.record", "violation:v", director.person);
    const mark = (seq: number | string, unitId: Id) =>
      `insert into inspection_mark values (${seq}, '${id}', '${unitId}', '${criterion}', null, 100, 'x', '${oanh.person}', 'INSPECTOR', '${at}')`;
    const move = (
      seq: number,
      act: string,
      from: string,
      to: string,
      hat: string,
      person: Id,
      text: string,
      article = "null",
    ) =>
      `insert into inspection_move values (${seq}, '${id}', '${act}', '${from}', '${to}', null, '${text}', '', ${article}, '${person}', '${hat}', '${at}')`;
    await raw.run(`insert into criterion values ('x', 'a', 'A', 60, '', '', 0)`);
    for (const [name, statement] of [
      ["a mark after the conclusion", mark(forged, unit)],
      ["a mark of one's own unit", mark(forged, own)],
      ["a mark over another", mark(markSeq, unit)],
      ["a mark changed", "update inspection_mark set value = 100"],
      ["a mark deleted", "delete from inspection_mark"],
      ["a score changed", "update inspection_score set reached = 100"],
      [
        "a score added to a version",
        `insert into inspection_score values ('${id}', 2, '${unit}', 'moi', 10, 100, '[]')`,
      ],
      [
        "a score slipped under a version",
        `insert into inspection_score values ('${id}', 1, '${unit}', 'moi', 10, 100, '[]')`,
      ],
      [
        "a version without a step",
        `insert into inspection_version values ('${id}', 3, 'correction', 'Đính chính lần nữa', '[]', 'x', ${forgedCorrection})`,
      ],
      [
        "a correction without notice",
        move(forgedCorrection, "correct", "CONCLUDED", "CONCLUDED", "DIRECTOR", director.person, ""),
      ],
      [
        "a conclusion by an inspector",
        move(
          forgedConclusion,
          "conclude",
          "CONCLUDED",
          "CONCLUDED",
          "INSPECTOR",
          oanh.person,
          "Kết luận thay Giám đốc",
        ),
      ],
      [
        "a step that does not follow",
        move(forgedCorrection, "correct", "EXPLAINING", "CONCLUDED", "DIRECTOR", director.person, "Đính chính điểm số"),
      ],
      ["a step changed", "update inspection_move set text = 'Kết luận khác hẳn'"],
      ["another seed", "update inspection set seed = 'chon-truoc-cho-de-dep'"],
      ["another period", "update inspection set from_day = '2020-01-01'"],
      [
        "another sample",
        `insert into inspection_sample values ('${id}', '${unit}', 9, (select article_id from inspection_sample limit 1), 'x', 'x')`,
      ],
      ["another inspector", `insert into inspection_member values ('${id}', '${director.person}', 0)`],
      [
        "an inverted period",
        `insert into inspection select 'y', type, title, to_day, '2000-01-01', decision, set_id, seed, sample_size, hat, person_id, at, ${planSeq} from inspection`,
      ],
      [
        "weights that are not 100",
        `insert into criteria_set values ('x', 'X', '2026-01-01', '${director.person}', '${at}', ${forgedSet})`,
      ],
      ["a weight changed", "update criterion set weight = 1"],
      [
        "a criterion added",
        `insert into criterion select id, 'them', 'Thêm', 10, '', '', 9 from criteria_set where id <> 'x' limit 1`,
      ],
      [
        "a violation without evidence",
        `insert into violation values ('v', '${unit}', 'late', 'Chậm', '2026-11-01', ' ', 'v', '${at}', 'DIRECTOR', '${director.person}', '${at}', ${forgedViolation})`,
      ],
      [
        "a violation of no type",
        `insert into violation values ('v', '${unit}', 'khac', 'Chậm', '2026-11-01', '/x', 'v', '${at}', 'DIRECTOR', '${director.person}', '${at}', ${forgedViolation})`,
      ],
      ...(engine === "sqlite" ? [] : ([["everything at once", "truncate inspection_mark"]] as const)),
    ] as const) {
      const error = await raw.run(statement).then(
        () => null,
        (refusal) => refusal,
      );
      expect(error !== null && isRefusedByDatabase(error), `${name}: ${error}`).toBe(true);
    }
    expect(Object.keys(centre.people).length).toBeGreaterThan(0);
    // Whoever takes the promise away first is still found out.
    const trigger = "inspection_score_no_update";
    await raw.run(`drop trigger ${trigger}${engine === "sqlite" ? "" : " on inspection_score"}`);
    await raw.run(`update inspection_score set reached = 100 where unit_id = '${unit}'`);
    expect((await verifyInspections(portal.db)).bad?.why).toContain("điểm khác với bản đã chốt");
  } finally {
    await raw.close();
  }
}
