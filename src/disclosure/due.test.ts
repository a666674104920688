import { describe, expect, test } from "vitest";
import { PLAIN_WEEKS } from "../kernel/working-days.ts";
import { isFigure } from "../newsroom/body/figures.tsx";
import { openAddressTask } from "./address-task.ts";
import { keepsThePast } from "./disclosure.ts";
import {
  changeDue,
  isSchoolYear,
  periodWords,
  ruleOfDay,
  ruleOfYear,
  schoolYearOf,
  standingOn,
  yearlyDue,
} from "./due.ts";
import { proofWords, ribbon } from "./proof.ts";
import { gridFromPaste, pasteOf, tableFrom } from "./table-text.ts";

const RULE = { dueMonth: 6, dueDay: 30, changeDays: 10 };

describe("A-06: school years", () => {
  test.each([
    ["2026-07-31", "2025-2026"],
    ["2026-08-01", "2026-2027"],
    ["2026-01-15", "2025-2026"],
  ])("%s lies in %s", (day, year) => expect(schoolYearOf(day)).toBe(year));
  test("two years that do not follow each other are no school year", () => {
    expect(["2025-2026", "2025-2027", "2026-2025", "x"].map(isSchoolYear)).toEqual([true, false, false, false]);
  });
  test("a fiscal year is told by its own name", () => {
    expect(periodWords("fiscal_year", "2025-2026")).toBe("Năm tài chính 2025");
  });
});

describe("REQ-073, Đ13.k1.c.g2: when an item is due and where it stands", () => {
  test("yearly by 30 June, a change within ten working days", () => {
    expect(yearlyDue(RULE, "2025-2026")).toBe("2026-06-30");
    expect(changeDue(RULE, "2026-11-24", PLAIN_WEEKS)).toBe("2026-12-08");
  });
  test.each([
    ["nothing, the day to come", [], "2026-06-30", "ahead"],
    ["nothing, the day past", [], "2026-07-01", "missing"],
    ["published on the day", [{ on: "2026-06-30", due: "2026-06-30" }], "2026-07-01", "full"],
    ["published a day after", [{ on: "2026-07-01", due: "2026-06-30" }], "2026-07-02", "late"],
    [
      "in time first, its update too late",
      [
        { on: "2026-06-01", due: "2026-06-30" },
        { on: "2026-12-09", due: "2026-12-08" },
      ],
      "2026-12-10",
      "late",
    ],
  ] as const)("%s", (_, published, today, standing) => {
    expect(standingOn({ due: "2026-06-30", published }, today)).toBe(standing);
  });
});

describe("A-06: a rule of due days counts from a day on", () => {
  const first = { from: "" as const, ...RULE };
  const may = { from: "2026-11-24", dueMonth: 5, dueDay: 31, changeDays: 5 };
  const rules = [first, may];
  test("what was due before it stays due when it was", () => {
    expect(yearlyDue(ruleOfYear(rules, "2025-2026"), "2025-2026")).toBe("2026-06-30");
    expect(yearlyDue(ruleOfYear(rules, "2026-2027"), "2026-2027")).toBe("2027-05-31");
  });
  test("a rule that would put a due day before itself waits for the next year: nothing becomes late in one night", () => {
    const late = [first, { ...may, from: "2027-06-10" }];
    expect(yearlyDue(ruleOfYear(late, "2026-2027"), "2026-2027")).toBe("2027-06-30");
    expect(yearlyDue(ruleOfYear(late, "2027-2028"), "2027-2028")).toBe("2028-05-31");
  });
  test("a longer time does not make late things timely", () => {
    const longer = [first, { from: "2026-07-10", dueMonth: 7, dueDay: 31, changeDays: 20 }];
    expect(yearlyDue(ruleOfYear(longer, "2025-2026"), "2025-2026")).toBe("2026-06-30");
    expect(ruleOfDay(longer, "2026-07-09").changeDays).toBe(10);
    expect(ruleOfDay(longer, "2026-07-10").changeDays).toBe(20);
  });
  test("a last year may be set ahead, never so that past years ask for something else", () => {
    const open = { fromYear: 2017, toYear: null };
    expect(keepsThePast(open, { fromYear: 2017, toYear: 2025 }, 2026)).toBe(true);
    expect(keepsThePast(open, { fromYear: 2017, toYear: 2024 }, 2026)).toBe(false);
    expect(keepsThePast({ fromYear: 2017, toYear: 2023 }, open, 2026)).toBe(false);
    expect(keepsThePast({ fromYear: null, toYear: 2026 }, { fromYear: null, toYear: null }, 2026)).toBe(true);
  });
});

describe("REQ-075, Đ13.k1.c.g4, A-09: Sở is told of a new address", () => {
  const facts = { address: "https://moi/cong-khai", changedAt: "2026-11-20T03:00:00.000Z", days: 5 };
  const notice = {
    address: facts.address,
    sentOn: "2026-11-24",
    documentNumber: "45",
    note: "",
    recordedBy: "thuy",
    recordedAt: "2026-11-24T01:00:00.000Z",
  };

  test("the task opens by itself on the day of the change, due five calendar days later", () => {
    expect(openAddressTask(facts, [], "2026-11-25")).toEqual({
      address: facts.address,
      since: "2026-11-20",
      due: "2026-11-25",
      isLate: false,
    });
    expect(openAddressTask(facts, [], "2026-11-26")?.isLate).toBe(true);
  });
  test("a notice of the new address closes it; one of the old address, or from before the change, does not", () => {
    expect(openAddressTask(facts, [notice], "2026-11-26")).toBeNull();
    expect(openAddressTask(facts, [{ ...notice, address: "https://cu/cong-khai" }], "2026-11-26")).not.toBeNull();
    expect(
      openAddressTask(facts, [{ ...notice, recordedAt: "2026-11-19T01:00:00.000Z" }], "2026-11-26"),
    ).not.toBeNull();
  });
});

describe("the ribbon of visibility", () => {
  const at = (day: string, failed = 0) => ({ at: `${day}T05:00:00.000Z`, addresses: 9, failed });
  test("tells gaps and faults, and fills nothing in", () => {
    const days = ribbon([at("2026-11-20"), at("2026-11-20"), at("2026-11-22", 1), at("2026-11-24")], "2026-11-24");
    expect(days.map(({ look }) => look)).toEqual(["seen", "gap", "fault", "gap", "seen"]);
    expect(proofWords(days)).toBe("Hiển thị đầy đủ 2 trên 5 ngày, 1 ngày có lỗi, 2 ngày không kiểm tra được");
  });
  test("is empty before the first round, and no longer than a year", () => {
    expect(ribbon([], "2026-11-24")).toEqual([]);
    expect(ribbon([at("2024-01-01"), at("2026-11-24")], "2026-11-24")).toHaveLength(365);
  });
  test("does not call today a gap before it is over", () => {
    expect(ribbon([at("2026-11-23")], "2026-11-24").map(({ day }) => day)).toEqual(["2026-11-23"]);
  });
});

describe("tables pasted by people", () => {
  test("cells between tabs, the first line names the columns, short rows are filled", () => {
    const table = tableFrom(gridFromPaste("Chỉ tiêu\tSố lượng\r\nGiáo viên\t32\r\nNhân viên\r\n\r\n"), "Đội ngũ", null);
    expect(table).toEqual({
      caption: "Đội ngũ",
      columns: ["Chỉ tiêu", "Số lượng"],
      rows: [
        ["Giáo viên", "32"],
        ["Nhân viên", ""],
      ],
      source: null,
    });
    expect(tableFrom(gridFromPaste(pasteOf(table!)), "Đội ngũ", null)).toEqual(table);
  });
  test("nothing pasted is no table", () => expect(tableFrom(gridFromPaste(" \n\t\n"), "x", null)).toBeNull());
  test.each([
    ["1.234", true],
    ["12,5 %", true],
    ["-3", true],
    ["12a", false],
    ["", false],
  ])("%s is a figure: %s", (cell, is) => expect(isFigure(cell)).toBe(is));
});
