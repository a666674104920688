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
import type { Id } from "../kernel/ids.ts";
import { createPortal } from "../portal.ts";
import type { Hat } from "../regulation/hats.ts";
import { changeSettings } from "../settings/change-settings.ts";
import { orderReport } from "./commands/order-report.ts";
import { prepareReport } from "./commands/prepare-report.ts";
import { acceptReport, returnReport } from "./commands/receive-report.ts";
import { saveTexts } from "./commands/save-texts.ts";
import { sendReport } from "./commands/send-report.ts";
import { submitReport } from "./commands/submit-report.ts";
import type { ReportTexts } from "./content.ts";
import type { KindKey } from "./kinds.ts";
import { liveContent } from "./live.ts";
import { prepareDue, prepareMonthly } from "./prepare.ts";
import { readReport, reportFor, reportMoves, submittedContent } from "./reports.queries.ts";
import type { Order } from "./rules.ts";
import { textsMark } from "./texts.ts";
import { verifyReports } from "./verify.ts";

const TEXTS: ReportTexts = {
  assessment: "Cổng hoạt động ổn định.",
  difficulties: "Không có",
  proposals: "Không có",
};

eachEngine("Đ18.k1: the life of a report", (engine) => {
  let clock: FixedClock;
  let house: TestPortal;
  beforeEach(async () => {
    // 24/11/2026, 08:30 in Vietnam.
    clock = fixedClock(TEST_NOW);
    house = await openTestPortal(engine, { clock });
  });
  afterEach(() => house.close());

  const who = (name: string, hat: Hat): By => ({ person: house.centre.people[name]!.id, hat });
  const secretary = () => who("thuky", "SECRETARY");
  const chief = () => who("giamdoc", "CHIEF");
  const prepared = async (period = "2026-11", kind: KindKey = "monthly"): Promise<Id> => {
    const answer = await house.portal.act({ person: "system", hat: "SYSTEM" }, prepareReport, { kind, period });
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return answer.value.id;
  };
  const codes = async (answer: Promise<{ ok: true } | { ok: false; error: readonly { code: string }[] }>) => {
    const told = await answer;
    return told.ok ? [] : told.error.map(({ code }) => code);
  };
  const submit = (report: Id, texts: Partial<ReportTexts> = {}, by = secretary()) =>
    codes(house.portal.act(by, submitReport, { report, texts: { ...TEXTS, ...texts } }));
  const accept = (report: Id, by = chief(), note = "") => codes(house.portal.act(by, acceptReport, { report, note }));

  test("Đ11.g3: drafts prepare themselves three days before the 25th, once, also by two processes at once", async () => {
    clock.set("2026-11-21T16:00:00.000Z");
    expect(await prepareDue(house.portal)).toEqual([]);
    clock.set("2026-11-22T00:00:00.000Z");
    const other = await createPortal(house.portal.config, clock);
    try {
      // One SQLite file held twice by one process would wait for itself.
      const made =
        engine === "postgres"
          ? (await Promise.all([prepareDue(house.portal), prepareDue(other)])).flat()
          : [...(await prepareDue(house.portal)), ...(await prepareDue(other))];
      expect(made).toHaveLength(1);
      expect(await prepareDue(other)).toEqual([]);
    } finally {
      await other.close();
    }
    const report = (await reportFor(house.portal.db, "monthly", "2026-11"))!;
    expect([report.state, report.from, report.to, report.due]).toEqual([
      "DRAFT",
      "2026-10-26",
      "2026-11-25",
      "2026-11-25T16:59:59.000Z",
    ]);
    const told = await house.portal.db
      .selectFrom("notification")
      .select("person_id")
      .where("path", "is not", null)
      .execute();
    expect(told.map(({ person_id }) => person_id)).toEqual([house.centre.people.thuky!.id]);
  });

  test("a server that stood still makes the drafts of every month it missed", async () => {
    clock.set("2027-02-23T01:00:00.000Z");
    const made = await prepareDue(house.portal);
    const reports = await Promise.all(made.map((id) => readReport(house.portal.db, id)));
    expect(reports.map((report) => `${report!.kind} ${report!.period}`)).toEqual([
      ...["monthly 2026-11", "monthly 2026-12", "monthly 2027-01", "monthly 2027-02"],
      ...["quarterly 2026-Q4", "yearly 2026", "technical-quarterly 2026-Q4", "technical-yearly 2026"],
    ]);
  });

  test("REQ-063: no report of a month that is none, has not begun, or was over before the portal was in use", async () => {
    const refused = (month: string) => codes(prepareMonthly(house.portal, month));
    expect(await refused("2026-13")).toEqual(["reportPeriodInvalid"]);
    expect(await refused("2027-01")).toEqual(["reportPeriodFuture"]);
    expect(await refused("2026-10")).toEqual(["reportBeforeBegin"]);
    expect(await refused("2026-11")).toEqual([]);
    expect(
      await codes(house.portal.act(who("quantri", "ADMIN"), prepareReport, { kind: "monthly", period: "2026-11" })),
    ).toEqual(["notThisHat"]);
  });

  test("REQ-140: is submitted with all three texts or not at all, by the secretary and nobody else", async () => {
    const report = await prepared();
    expect(await submit(report, { assessment: " ", difficulties: "", proposals: "\n" })).toEqual([
      ...["reportAssessmentMissing", "reportDifficultiesMissing", "reportProposalsMissing"],
    ]);
    expect(await submit(report, {}, who("quantri", "ADMIN"))).toEqual(["notThisHat"]);
    expect(await submit(report, {}, chief())).toEqual(["notThisHat"]);
    expect(await accept(report)).toEqual(["reportNotSubmitted"]);
    expect(await submit(report)).toEqual([]);
    expect(await submit(report)).toEqual(["reportNotDraft"]);
    const told = await house.portal.db
      .selectFrom("notification")
      .select("text")
      .where("person_id", "=", house.centre.people.giamdoc!.id)
      .execute();
    expect(told.map(({ text }) => text)).toContain("Báo cáo tháng 11 năm 2026 đã nộp, chờ Trưởng Ban biên tập nhận.");
  });

  test("REQ-063: is not submitted before its draft is due to be made: its figures would say too little", async () => {
    clock.set("2026-11-24T20:00:00.000Z");
    const next = await prepared();
    expect(await submit(next)).toEqual([]);
    clock.set("2026-11-27T01:00:00.000Z");
    const december = await prepared("2026-12");
    expect(await submit(december)).toEqual(["reportTooEarly"]);
    const live = await liveContent(house.portal.db, (await readReport(house.portal.db, december))!, clock.now());
    // The one before ended when it was submitted, at three in the night of the 25th; nothing is lost between the two.
    expect(live.coverage).toEqual({
      since: "2026-11-24T20:00:00.000Z",
      until: "2026-11-27T01:00:00.000Z",
      from: "2026-11-25",
      to: "2026-11-26",
    });
  });

  test("comes back with a reason, is put right, accepted, and then nobody changes it", async () => {
    const report = await prepared();
    await submit(report);
    const back = (note: string, by = chief()) => codes(house.portal.act(by, returnReport, { report, note }));
    expect(await back(" ")).toEqual(["reportReasonMissing"]);
    expect(await back("Thiếu số liệu", secretary())).toEqual(["notThisHat"]);
    expect(await back("Cần nêu rõ đề xuất")).toEqual([]);
    clock.advance(3600);
    const save = (proposals: string, by = secretary()) =>
      codes(house.portal.act(by, saveTexts, { report, texts: { ...TEXTS, proposals } }));
    expect(await save("Tập huấn viết tin", who("quantri", "ADMIN"))).toEqual(["notThisHat"]);
    expect(await save("Tập huấn viết tin")).toEqual([]);
    expect(await submit(report, { proposals: "Tập huấn viết tin" })).toEqual([]);
    expect(await accept(report, who("thuongtruc", "STANDING_DEPUTY"))).toEqual(["notThisHat"]);
    expect(await accept(report, chief(), "Đồng ý")).toEqual([]);
    expect(await accept(report)).toEqual(["reportFrozen"]);
    expect(await back("Sửa lại")).toEqual(["reportFrozen"]);
    expect(await save("Khác")).toEqual(["reportFrozen"]);
    expect(await submit(report)).toEqual(["reportFrozen"]);
    const moves = await reportMoves(house.portal.db, report);
    expect(moves.map(({ act }) => act)).toEqual(["prepare", "submit", "return", "submit", "accept"]);
    const said = (await submittedContent(house.portal.db, (await readReport(house.portal.db, report))!))!;
    expect(said.texts.proposals).toBe("Tập huấn viết tin");
    const sealed = await house.portal.db
      .selectFrom("evidence")
      .select(["hash", "act"])
      .where("seq", "=", said.seal!.seq)
      .executeTakeFirstOrThrow();
    expect([sealed.hash, sealed.act]).toEqual([said.seal!.hash, "report.save"]);
    expect(await verifyReports(house.portal.db)).toEqual({ reports: 1, accepted: 1, bad: null });
  });

  test("what one reads is what one accepts: a submission that came meanwhile, and another's words, are not passed over", async () => {
    const report = await prepared();
    await submit(report);
    const receive = (seen: number, command: typeof acceptReport) =>
      codes(house.portal.act(chief(), command, { report, note: "Cần nêu rõ hơn", seen }));
    expect(await receive(1, returnReport)).toEqual([]);
    const mark = textsMark((await readReport(house.portal.db, report))!.texts);
    const save = (proposals: string, seen: string) =>
      codes(house.portal.act(secretary(), saveTexts, { report, texts: { ...TEXTS, proposals }, seen }));
    expect(await save("Tập huấn", mark)).toEqual([]);
    expect(await save("Điều khác", mark)).toEqual(["reportMoved"]);
    const stale = { report, texts: { ...TEXTS, proposals: "Điều khác" }, seen: mark };
    expect(await codes(house.portal.act(secretary(), submitReport, stale))).toEqual(["reportMoved"]);
    // Sent twice, it is no quarrel.
    expect(await save("Tập huấn", mark)).toEqual([]);
    expect(await submit(report, { proposals: "Tập huấn" })).toEqual([]);
    expect(await receive(1, acceptReport)).toEqual(["reportMoved"]);
    expect(await receive(1, returnReport)).toEqual(["reportMoved"]);
    expect(await receive(2, acceptReport)).toEqual([]);
  });

  test("REQ-063: a month forgotten keeps its own days, and a cut day changed between counts no day twice and leaves none out", async () => {
    const spanOf = async (id: Id) => {
      const { coverage } = await liveContent(house.portal.db, (await readReport(house.portal.db, id))!, clock.now());
      return [coverage.since, coverage.until];
    };
    const cut = (day: number) => house.portal.act(BY_SYSTEM, changeSettings, { "reports.cutDay": day });
    const november = await prepared("2026-11");
    clock.set("2026-12-24T02:00:00.000Z");
    const december = await prepared("2026-12");
    expect(await submit(december)).toEqual([]);
    const [since] = (await spanOf(november)).reverse();
    expect(since).toBe("2026-11-25T17:00:00.000Z");
    expect(
      (await submittedContent(house.portal.db, (await readReport(house.portal.db, december))!))!.coverage.since,
    ).toBe("2026-11-25T17:00:00.000Z");
    await submit(november);
    // January ends on the 20th: it begins where December was cut, not on 21 December.
    await cut(20);
    clock.set("2027-01-21T02:00:00.000Z");
    const january = await prepared("2027-01");
    expect(await spanOf(january)).toEqual(["2026-12-24T02:00:00.000Z", "2027-01-20T17:00:00.000Z"]);
    await submit(january);
    // February ends on the 25th again: the days from 21 January are its own.
    await cut(25);
    clock.set("2027-02-26T02:00:00.000Z");
    expect(await spanOf(await prepared("2027-02"))).toEqual(["2027-01-20T17:00:00.000Z", "2027-02-25T17:00:00.000Z"]);
  });

  test("Đ16.k3: a report accepted before its month began freezes no month that is not over; the next one does", async () => {
    await house.portal.act(BY_SYSTEM, changeSettings, { "reports.cutDay": 1 });
    clock.set("2026-11-29T02:00:00.000Z");
    const frozen = async () =>
      (await house.portal.db.selectFrom("quota_month").select("month").orderBy("month").execute()).map(
        ({ month }) => month,
      );
    const december = await prepared("2026-12");
    expect([await submit(december), await accept(december)]).toEqual([[], []]);
    expect(await frozen()).toEqual([]);
    clock.set("2027-01-01T02:00:00.000Z");
    const january = await prepared("2027-01");
    expect([await submit(january), await accept(january)]).toEqual([[], []]);
    expect(await frozen()).toEqual(["2026-11", "2026-12"]);
  });

  test("A-03: one person who is head of the board and Director signs once, and both hats are kept", async () => {
    clock.set("2026-12-31T02:00:00.000Z");
    const year = await prepared("2026-Q4", "quarterly");
    expect(await submit(year, {}, chief())).toEqual(["reportMonthsOpen"]);
    for (const month of ["2026-11", "2026-12"]) {
      const report = await prepared(month);
      await submit(report);
      expect(await accept(report)).toEqual([]);
    }
    expect(await submit(year, {}, secretary())).toEqual(["notThisHat"]);
    expect(await submit(year, {}, chief())).toEqual([]);
    const [, signed] = await reportMoves(house.portal.db, year);
    expect([signed!.to_state, signed!.both_hats, (await readReport(house.portal.db, year))!.state]).toEqual([
      "ACCEPTED",
      1,
      "ACCEPTED",
    ]);
  });

  test("A-04: a quarter is put together from its frozen months", async () => {
    clock.set("2026-12-31T02:00:00.000Z");
    const counts: number[] = [];
    for (const month of ["2026-11", "2026-12"]) {
      const report = await prepared(month);
      await submit(report);
      await accept(report);
      const said = await submittedContent(house.portal.db, (await readReport(house.portal.db, report))!);
      counts.push(said!.figures.find(({ key }) => key === "kiem-tra-dung-gio")!.list.rows.length);
    }
    const quarter = await prepared("2026-Q4", "quarterly");
    const live = await liveContent(house.portal.db, (await readReport(house.portal.db, quarter))!, clock.now());
    expect(live.openMonths).toEqual([]);
    expect(live.figures.find(({ key }) => key === "kiem-tra-dung-gio")!.list.rows).toHaveLength(
      counts[0]! + counts[1]!,
    );
    expect(counts[1]).toBeGreaterThan(20);
    expect(live.coverage.until).toBe("2026-12-25T17:00:00.000Z");
  });

  test("Đ11.g3, Đ8.k2.g6: is asked for by the head of the board or the Director, over days that are past", async () => {
    const order = (input: Partial<Order>, by = chief()) =>
      house.portal.act(by, orderReport, {
        ...{ kind: "ad-hoc", from: "2026-11-01", to: "2026-11-24", dueOn: "2026-11-27", topic: "Tin tuyển sinh" },
        ...{ number: "", day: "" },
        ...input,
      });
    expect(await codes(order({ from: "2026-11-25", to: "2026-11-24" }))).toEqual(["reportPeriodInvalid"]);
    expect(await codes(order({ from: "", to: "" }))).toEqual(["reportPeriodInvalid"]);
    expect(await codes(order({ to: "2026-11-25" }))).toEqual(["reportPeriodFuture"]);
    expect(await codes(order({ dueOn: "2026-11-23", topic: " " }))).toEqual(["reportTopicMissing", "reportDueInvalid"]);
    expect(await codes(order({}, secretary()))).toEqual(["notThisHat"]);
    const first = await order({}, who("giamdoc", "DIRECTOR"));
    expect(first).toMatchObject({ ok: true, value: { receiverHat: "DIRECTOR", authorHat: "SECRETARY" } });
    expect(await codes(order({}))).toEqual(["reportExists"]);
    const report = first.ok ? first.value.id : "";
    expect((await readReport(house.portal.db, report))!.clause).toBe("Đ8.k2.g6");
    expect(await submit(report)).toEqual([]);
    expect(await accept(report)).toEqual(["notThisHat"]);
    expect(await accept(report, who("giamdoc", "DIRECTOR"))).toEqual([]);
  });

  test("Đ20.k3: goes to Sở only when it is signed, under its number and day, once", async () => {
    const asked = { kind: "authority", from: "2026-11-01", to: "2026-11-24", dueOn: "2026-11-30" } as const;
    const order = (number: string, day: string) =>
      house.portal.act(secretary(), orderReport, { ...asked, topic: "Chuyển đổi số", number, day });
    expect(await codes(order("", "2026-11-20"))).toEqual(["reportRequestMissing"]);
    expect(await codes(order("3020/SGDĐT-VP", "2026-11-25"))).toEqual(["reportRequestMissing"]);
    const made = await order("3020/SGDĐT-VP", "2026-11-20");
    const report = made.ok ? made.value.id : "";
    expect(await codes(order("3020/SGDĐT-VP", "2026-11-20"))).toEqual(["reportExists"]);
    const send = (number = 45, day = "2026-11-24", by = secretary()) =>
      codes(house.portal.act(by, sendReport, { report, number, day }));
    expect(await send()).toEqual(["reportUnsigned"]);
    await submit(report);
    expect(await send()).toEqual(["reportUnsigned"]);
    expect(await accept(report, who("giamdoc", "DIRECTOR"))).toEqual([]);
    expect(await send(0, "2026-11-25")).toEqual(["reportSentNumberInvalid", "reportSentDayInvalid"]);
    expect(await send(45, "2026-11-24", who("quantri", "ADMIN"))).toEqual(["notThisHat"]);
    expect(await send()).toEqual([]);
    expect(await send()).toEqual(["reportSentBefore"]);
    const monthly = await prepared();
    expect(
      await codes(house.portal.act(secretary(), sendReport, { report: monthly, number: 1, day: "2026-11-24" })),
    ).toEqual(["reportNotForAuthority"]);
  });

  test("no script changes what was submitted or accepted, makes a second one, or skips a step", async () => {
    const report = await prepared();
    await submit(report);
    const raw = await openRaw(house.portal);
    const attacks = async (statements: readonly string[]) => {
      for (const attack of statements) {
        const error = await raw.run(attack).then(
          () => null,
          (refusal) => refusal,
        );
        expect(error !== null && isRefusedByDatabase(error), attack).toBe(true);
      }
    };
    const copy = (changes: Record<string, string>) => {
      const columns = ["id", "kind", "period", "from_day", "to_day", "due_at", "topic", "author_hat", "receiver_hat"];
      const rest = ["state", "round", "assessment", "difficulties", "proposals", "created_at", "last_seq"];
      const all = [...columns, ...rest];
      return `insert into report (${all.join(", ")}) select ${all.map((column) => changes[column] ?? column).join(", ")} from report`;
    };
    try {
      await attacks([
        "update report set proposals = 'khác'",
        "update report set state = 'ACCEPTED', accepted_at = submitted_at",
        "update report set state = 'DRAFT'",
        "update report set round = 0",
        "update report set to_day = '2026-12-31'",
        "delete from report",
        "update report_snapshot set content = '{}'",
        "delete from report_snapshot",
        "update report_move set person_id = 'x'",
        "delete from report_move",
        copy({ id: "'x'", state: "'DRAFT'", round: "0" }),
        copy({ id: "'x'", period: "'2026-12'", state: "'ACCEPTED'" }),
        copy({ id: "'x'", period: "'2026-12'", state: "'DRAFT'", round: "0" }),
        "insert into report_snapshot select report_id, round + 1, content, hash, since_at, until_at, seal_seq, seal_hash, at, seq from report_snapshot",
        `insert into report_move select (select max(seq) from evidence), report_id, 'accept', 'SUBMITTED', 'ACCEPTED', person_id, 'CHIEF', at, '', 0, hash from report_move where act = 'submit'`,
        ...(engine === "postgres"
          ? ["truncate report cascade", "truncate report_snapshot", "truncate report_move"]
          : []),
      ]);
      expect(await accept(report)).toEqual([]);
      await attacks([
        "update report set assessment = 'khác'",
        "update report set state = 'RETURNED'",
        "update report set accepted_at = null",
        "update report set sent_number = 1, sent_on = '2026-11-24'",
        "update report set round = 2",
      ]);
      expect((await verifyReports(house.portal.db)).bad).toBeNull();
      // Whoever takes the promise away first is still found out.
      const table = (name: string) => (engine === "sqlite" ? name : `${name} on report_snapshot`);
      await raw.run(`drop trigger ${table("report_snapshot_no_update")}`);
      await raw.run("update report_snapshot set content = replace(content, 'Không có', 'Không rõ')");
      expect((await verifyReports(house.portal.db)).bad?.why).toContain("mã băm");
    } finally {
      await raw.close();
    }
  });
});
