import { describe, expect, test } from "vitest";
import { actor } from "../../test/support/boards.ts";
import { contentFrom } from "../desk/record-fields.ts";
import { type EntryKind, fieldsOf } from "./fields.ts";
import { readLevel } from "./levels.ts";
import { type EntryFacts, hostOf, isTrustedHost, mayKeep, saveRefusals } from "./rules.ts";

const TODAY = "2026-11-24";
const facts: EntryFacts = {
  unit: null,
  status: null,
  expiredOn: null,
  isCodeTaken: false,
  knowsUnit: true,
  knowsProcedure: true,
  unknownFiles: 0,
  trustedHosts: ["gov.vn", "edu.vn"],
};
const head = actor("Hoa", "MEMBER", { units: ["dao-tao"] });

const FULL: Readonly<Record<EntryKind, Readonly<Record<string, string>>>> = {
  procedure: {
    name: "Cấp bản sao",
    field: "Văn bằng",
    steps: "Nộp hồ sơ",
    dossier: "Đơn đề nghị",
    days: "3",
    place: "Tầng 1",
    responsible: "Văn thư",
    result: "Bản sao",
  },
  service: { name: "Cấp bản sao", field: "Văn bằng", level: "FULL_ONLINE", link: "https://dichvucong.gov.vn/" },
};

function codes(kind: EntryKind, more: Record<string, string> = {}, { publish = true, by = head, at = facts } = {}) {
  const content = contentFrom(fieldsOf(kind), ({ key }) => ({ ...FULL[kind], ...more })[key] ?? "");
  const input = { kind, code: "TT-1", unit: "dao-tao", content, reviewOn: "2027-11-24", files: [], publish };
  return saveRefusals(input, at, by, TODAY).map(({ code }) => code);
}

describe("Đ14.k5.g1: a procedure", () => {
  test("with everything is taken", () => expect(codes("procedure")).toEqual([]));
  test("without time limit is refused", () =>
    expect(codes("procedure", { days: "" })).toEqual(["procedureWithoutLimit"]));
  test.each(["0", "-1", "ba", "1.5", "99999"])("with a time limit of “%s” is refused", (days) =>
    expect(codes("procedure", { days })).toEqual(["entryNumberInvalid"]),
  );
  test.each(["", "-", " – \n • "])("with the dossier list “%s” is refused", (dossier) =>
    expect(codes("procedure", { dossier })).toEqual(["procedureWithoutDossier"]),
  );
  test("may wait as a draft until it is whole", () =>
    expect(codes("procedure", { days: "", dossier: "", place: "" }, { publish: false })).toEqual([]));
  test("that is public cannot lose its time limit by being saved as a draft", () =>
    expect(codes("procedure", { days: "" }, { publish: false, at: { ...facts, status: "PUBLIC" } })).toEqual([
      "procedureWithoutLimit",
    ]));
  test("that is over is not changed", () =>
    expect(codes("procedure", {}, { at: { ...facts, expiredOn: TODAY } })).toEqual(["entryExpired"]));
});

describe("Đ14.k5.g2: a service", () => {
  test("with its level is taken", () => expect(codes("service")).toEqual([]));
  test.each(["", "4", "TOTAL", "constructor"])("with the level “%s” is refused, as a draft too", (level) =>
    expect(codes("service", { level }, { publish: false })).toEqual(["serviceWithoutLevel"]),
  );
  test("outside the list of trusted hosts needs a reason", () => {
    const link = "https://dichvucong.gov.vn.example.com/nop";
    expect(codes("service", { link })).toEqual(["serviceLinkOutside"]);
    expect(codes("service", { link, outsideReason: "ok" })).toEqual(["serviceLinkOutside"]);
    expect(codes("service", { link, outsideReason: "Đơn vị được Sở giao vận hành" })).toEqual([]);
  });
  test.each(["javascript:alert(1)", "dichvucong.gov.vn", "ftp://gov.vn", "https://gov.vn@example.com/", "https://"])(
    "with the link %s is refused whatever the reason",
    (link) => expect(codes("service", { link, outsideReason: "Lý do đủ dài để nhận" })).toEqual(["serviceLinkInvalid"]),
  );
});

describe("law.md §11: who keeps the catalogue", () => {
  test.each(["CHIEF", "STANDING_DEPUTY", "SECRETARY"] as const)("%s all of it", (hat) =>
    expect(mayKeep(actor("x", hat), "dao-tao")).toBe(true),
  );
  test.each(["MEMBER", "DEPUTY"] as const)("%s the part of own units", (hat) => {
    expect(mayKeep(actor("x", hat, { units: ["dao-tao"] }), "dao-tao")).toBe(true);
    expect(mayKeep(actor("x", hat, { units: ["dao-tao"] }), "hanh-chinh")).toBe(false);
  });
  test.each(["CONTRIBUTOR", "ADMIN", "DIRECTOR", "INSPECTOR", "SYSTEM"] as const)("%s none of it", (hat) =>
    expect(mayKeep(actor("x", hat, { units: ["dao-tao"] }), "dao-tao")).toBe(false),
  );
  test("a head can neither give an entry away nor take another unit's", () => {
    expect(codes("service", {}, { at: { ...facts, unit: "hanh-chinh" } })).toEqual(["entryNotYours"]);
    const other = actor("Sơn", "MEMBER", { units: ["hanh-chinh"] });
    expect(codes("service", {}, { by: other })).toEqual(["entryNotYours"]);
  });
});

test("a trusted host stands for itself and what is under it, not for look-alikes", () => {
  const trusted = ["gov.vn"];
  expect(["gov.vn", "haiphong.gov.vn"].map((host) => isTrustedHost(host, trusted))).toEqual([true, true]);
  expect(["notgov.vn", "gov.vn.example.com"].map((host) => isTrustedHost(host, trusted))).toEqual([false, false]);
  expect(hostOf("https://DichVuCong.GOV.vn./a")).toBe("dichvucong.gov.vn");
});

test.each([
  ["4", "FULL_ONLINE"],
  ["Mức độ 3", "PARTIAL_ONLINE"],
  ["mức 2", "PARTIAL_ONLINE"],
  ["mức độ 1", "INFORMATION_ONLY"],
  ["toàn trình", "FULL_ONLINE"],
  ["Một phần", "PARTIAL_ONLINE"],
  ["5", null],
  ["", null],
])("law.md §3: the level “%s” of another list is read as %s", (text, level) => expect(readLevel(text)).toBe(level));
