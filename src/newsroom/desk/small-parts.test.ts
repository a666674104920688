import { expect, test } from "vitest";
import { csv } from "../../lists/csv-out.ts";
import { STATES } from "../../regulation/states.ts";
import { STATUS } from "../../ui/status.tsx";
import { DROPPED } from "../word/dropped.ts";
import { copiedEdition, copyNote } from "./copy-note.ts";
import { uniquePeople } from "./edit.model.ts";
import { versionFrom } from "./edit.page.tsx";
import { listNames } from "./names.queries.ts";
import { GONE_AFTER, openPresence } from "./presence.ts";
import { moveRequest, typedStep } from "./step-form.ts";
import { reportCode, reportLines } from "./word-report.ts";

test("a table for spreadsheets quotes what parts cells and turns formulas into text", () => {
  const rows = [
    ["a,b", 'nói "có"', "hai\ndòng"],
    ["=SUM(A1)", "+84", "-1"],
    ["@x", "\tx", "Đủ"],
  ];
  expect(csv(rows)).toBe(`\uFEFF"a,b","nói ""có""","hai\ndòng"\r\n'=SUM(A1),'+84,'-1\r\n'@x,'\tx,Đủ\r\n`);
});

test("the report of a Word file survives its way through an address, and figures that mean nothing say nothing", () => {
  const dropped = [
    { what: DROPPED.footnote, count: 3 },
    { what: DROPPED.equation, count: 12, sample: "x" },
    { what: "Một ảnh trong tệp: Ảnh quá nặng.", count: 1 },
  ];
  const code = reportCode(dropped);
  expect(code).toMatch(/^[0-9xk_]+$/);
  expect(reportLines(code)).toEqual([
    `${DROPPED.footnote}: 3`,
    `${DROPPED.equation}: 12`,
    "Ảnh trong tệp không dùng được: 1",
  ]);
  expect(reportLines(reportCode([]))).toEqual([]);
  for (const junk of ["", "99x1", "<script>", "1x", "x1", "1x999999"]) expect(reportLines(junk)).toEqual([]);
});

test("a form of a step is read as typed; empty fields and an hour that is none are not sent on", () => {
  const typed = typedStep({
    act: "cancel",
    hash: "h",
    reason: "  Không còn thời sự. ",
    note: "",
    checked: ["a", "b"],
    publishAt: "mai",
  });
  expect(typed).toMatchObject({ reason: "  Không còn thời sự. ", publishAt: "mai", exception: "" });
  expect(moveRequest("e1", typed)).toEqual({
    edition: "e1",
    act: "cancel",
    hash: "h",
    reason: "Không còn thời sự.",
    checked: ["a", "b"],
  });
});

test.each(["edit", "create", "supersede", "publishScheduled", "missSchedule", "constructor", ""])(
  "the act “%s” has no form",
  (act) => {
    expect(moveRequest("e1", typedStep({ act }))).toBeNull();
  },
);

test("an hour is Vietnamese wall time", () => {
  expect(moveRequest("e1", typedStep({ act: "schedule", publishAt: "2026-11-30T08:00" }))?.publishAt).toBe(
    "2026-11-30T01:00:00.000Z",
  );
});

test("whoever gives no sign for two minutes is taken to have left; who stays is known since when", () => {
  const presence = openPresence();
  const at = (second: number) => new Date(Date.UTC(2026, 10, 24, 1, 0, second)).toISOString();
  presence.note("e1", "lan", "Lan", at(0));
  presence.note("e1", "hoa", "Hoa", at(10));
  presence.note("e1", "lan", "Lan", at(GONE_AFTER - 1));
  expect(presence.others("e1", "hoa", at(GONE_AFTER))).toEqual([{ person: "lan", name: "Lan", since: at(0) }]);
  expect(presence.others("e1", "lan", at(GONE_AFTER + 11))).toEqual([]);
  expect(presence.others("e2", "hoa", at(0))).toEqual([]);
});

test("each person is named once, with the earliest sign of him", () => {
  const people = [
    { person: "1", name: "Lan", since: "2" },
    { person: "2", name: "Lan", since: "3" },
    { person: "1", name: "Lan", since: "1" },
  ];
  expect(uniquePeople(people)).toEqual([
    { name: "Lan", since: "1" },
    { name: "Lan", since: "3" },
  ]);
});

test.each([
  [[], ""],
  [["Lan"], "Lan"],
  [["Lan", "Hoa"], "Lan và Hoa"],
  [["Lan", "Hoa", "Minh", "Thúy"], "Lan, Hoa, Minh và Thúy"],
  [["Lan", "Hoa", "Minh", "Thúy", "Sơn"], "Lan, Hoa, Minh và 2 người khác"],
])("names are listed as one says them: %s", (names, said) => {
  expect(listNames(names)).toBe(said);
});

test("a version number is a number and nothing else", () => {
  expect(["1", "27", "0", "-1", "1.5", "x", "", "9999999"].map(versionFrom)).toEqual([1, 27, 0, 0, 0, 0, 0, 0]);
});

test("a copy says where it comes from, and no other note is taken for that", () => {
  const id = "0123456789abcdefghjkmnpqrs";
  expect(copiedEdition(copyNote(id))).toBe(id);
  for (const note of ["", "sao-chep:", `x${copyNote(id)}`, "Sửa lỗi chính tả"]) expect(copiedEdition(note)).toBeNull();
});

test("a state has one name, in the mark beside a title and in every list", () => {
  const marks = Object.fromEntries(Object.entries(STATUS).map(([state, { word }]) => [state, word]));
  expect(marks).toEqual(STATES);
});
