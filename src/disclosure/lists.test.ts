import { afterAll, beforeAll, expect, test } from "vitest";
import { type DisclosureRoom, openDisclosure } from "../../test/support/disclosure.ts";
import { eachEngine } from "../../test/support/portals.ts";
import { isRefusedByDatabase, openRaw, type Raw } from "../../test/support/raw.ts";
import { tableSums } from "../../test/support/rows.ts";
import { PLAIN_WEEKS } from "../kernel/working-days.ts";
import { addItem, type NewItem } from "./commands/add-item.ts";
import { changeItem } from "./commands/change-item.ts";
import { addRegime, changeRegime } from "./commands/keep-regime.ts";
import { readEntries, readItems, readRegimes } from "./disclosure.queries.ts";
import { register } from "./register.ts";

const NEW: NewItem = {
  regime: "dia-phuong",
  title: "Thu, chi xã hội hóa",
  citation: "Công văn của Sở",
  forms: "",
  note: "",
  unit: null,
  dueMonth: 6,
  dueDay: 30,
  changeDays: 10,
  code: "",
  group: "",
  groupTitle: "",
  period: "school_year",
  fromYear: 2026,
};

/** How a script might change what was due, or was called, in the past. */
const ATTACKS: readonly (readonly [name: string, statement: string])[] = [
  ["regime: asked for no longer in past years", "update disclosure_regime set to_year = 2020"],
  ["regime: asked for from later on", "update disclosure_regime set from_year = 2030"],
  ["item: not asked for in past years", "update disclosure_item set to_year = 2020"],
  ["item: due later", "update disclosure_item set due_month = 12"],
  ["item: renamed in all years", "update disclosure_item set title = 'Khác'"],
  ["change: rewritten", "update disclosure_item_change set due_month = 12"],
  ["change: forgotten", "delete from disclosure_item_change"],
  ["change of a regime: rewritten", "update disclosure_regime_change set to_year = 2020"],
  ["change of a regime: forgotten", "delete from disclosure_regime_change"],
  [
    "change: invented beside the log",
    "insert into disclosure_item_change select (select min(seq) from evidence), id, '2020-01-01', title, citation, forms, note, unit_id, 2020, '2020-01-01', 12, 31, 60 from disclosure_item where code = 'co-so-vat-chat' and regime_id = 'tt-09-2024'",
  ],
  [
    "change: a rule that reaches back behind its own day",
    "insert into disclosure_item_change select 99999, id, '2026-11-24', title, citation, forms, note, unit_id, null, '2020-01-01', 12, 31, 60 from disclosure_item where code = 'co-so-vat-chat' and regime_id = 'tt-09-2024'",
  ],
  [
    "change of a regime: invented beside the log",
    "insert into disclosure_regime_change select (select min(seq) from evidence), id, 'x', 'y', 2020 from disclosure_regime where id = 'tt-09-2024'",
  ],
];

eachEngine("A-06: the lists of disclosure are data, and change from a day on only", (engine) => {
  let room: DisclosureRoom;
  let raw: Raw;
  const keeper = () => room.by("thuky", "SECRETARY");
  const lines = async (year: string, today: string) =>
    register(await readItems(room.portal.db), await readEntries(room.portal.db, { year }), year, PLAIN_WEEKS, today);
  const itemOf = (code: string) => room.itemOf(code);

  beforeAll(async () => {
    room = await openDisclosure(engine);
    raw = await openRaw(room.portal);
  }, 60_000);
  afterAll(async () => {
    await raw?.close();
    await room?.close();
  });

  test("the secretary adds a local item from this year on; no past year is asked for more", async () => {
    const before = await lines("2025-2026", "2026-11-24");
    const added = await room.must(room.portal.act(keeper(), addItem, NEW));
    expect(added.code).toBe("thu-chi-xa-hoi-hoa");
    expect(await lines("2025-2026", "2026-11-24")).toEqual(before);
    const now = (await lines("2026-2027", "2026-11-24")).find(({ item }) => item.code === added.code);
    expect(now).toMatchObject({ due: "2027-06-30", standing: "ahead", item: { group: "ĐP" } });
    expect((await itemOf("du-toan-ngan-sach")).rules).toHaveLength(2);
  });

  test.each<[string, Partial<NewItem>, string]>([
    ["its address belongs to another item, of any regime", { code: "doi-ngu" }, "disclosureCodeTaken"],
    ["its address is no address", { code: "Đội ngũ/../x" }, "disclosureCodeInvalid"],
    ["it has no name", { title: " " }, "disclosureTitleMissing"],
    ["it reaches into a past year", { fromYear: 2025, code: "x-1" }, "disclosureYearPast"],
    ["its regime ended before", { regime: "tt-36-2017", code: "x-2" }, "disclosureRegimeOver"],
    ["there is no such regime", { regime: "x", code: "x-3" }, "disclosureRegimeUnknown"],
    ["its due day is in no calendar", { dueMonth: 2, dueDay: 30, code: "x-4" }, "disclosureDueInvalid"],
    ["no such unit owns it", { unit: "x", code: "x-5" }, "disclosureUnitMissing"],
  ])("refuses an item when %s", async (_, more, code) => {
    const before = await tableSums(room.portal.db);
    const answer = await room.portal.act(keeper(), addItem, { ...NEW, title: "Mục thử", ...more });
    expect(answer).toMatchObject({ ok: false, error: [{ code }] });
    expect(await tableSums(room.portal.db)).toEqual(before);
  });

  test("only those who keep the lists may: not the head of the board, nor a contributor", async () => {
    const item = await itemOf("doi-ngu");
    for (const by of [room.by("giamdoc", "CHIEF"), room.by("ctv.dao-tao", "CONTRIBUTOR")]) {
      const answers = [
        await room.portal.act(by, addItem, { ...NEW, code: "khac" }),
        await room.portal.act(by, changeItem, { ...item, item: item.id }),
        await room.portal.act(by, addRegime, { name: "A", citation: "B", fromYear: 2026 }),
        await room.portal.act(by, changeRegime, { regime: "tt-09-2024", name: "A", citation: "B", toYear: null }),
      ];
      for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: [{ code: "notThisHat" }] });
    }
  });

  test("a new due day counts from its day on; what was due before it stands where it stood", async () => {
    const item = await itemOf("doi-ngu");
    const before = await lines("2025-2026", "2026-11-24");
    const back = await room.portal.act(keeper(), changeItem, {
      ...item,
      item: item.id,
      dueMonth: 12,
      dueDay: 31,
      dueFrom: "2026-06-01",
    });
    expect(back).toMatchObject({ ok: false, error: [{ code: "disclosureDueBackdated" }] });
    await room.must(
      room.portal.act(keeper(), changeItem, { ...item, item: item.id, dueMonth: 5, dueDay: 31, dueFrom: "2026-12-01" }),
    );
    const after = await lines("2025-2026", "2026-11-24");
    expect(after.map(({ due, standing }) => [due, standing])).toEqual(
      before.map(({ due, standing }) => [due, standing]),
    );
    const due = async (year: string) =>
      (await lines(year, "2026-11-24")).find((line) => line.item.code === "doi-ngu")!.due;
    expect([await due("2025-2026"), await due("2026-2027"), await due("2027-2028")]).toEqual([
      "2026-06-30",
      "2027-05-31",
      "2028-05-31",
    ]);
  });

  test("a new circular takes over with a school year; the old one keeps its years", async () => {
    const tt09 = (await readRegimes(room.portal.db)).find(({ id }) => id === "tt-09-2024")!;
    const early = await room.portal.act(keeper(), changeRegime, { ...tt09, regime: tt09.id, toYear: 2024 });
    expect(early).toMatchObject({ ok: false, error: [{ code: "disclosurePastChanged" }] });
    const old = (await readRegimes(room.portal.db)).find(({ id }) => id === "tt-36-2017")!;
    const again = await room.portal.act(keeper(), changeRegime, { ...old, regime: old.id, toYear: null });
    expect(again).toMatchObject({ ok: false, error: [{ code: "disclosurePastChanged" }] });
    await room.must(room.portal.act(keeper(), changeRegime, { ...tt09, regime: tt09.id, toYear: 2026 }));
    const next = await room.must(
      room.portal.act(keeper(), addRegime, { name: "Thông tư mới", citation: "Số 01/2027/TT-BGDĐT", fromYear: 2027 }),
    );
    await room.must(
      room.portal.act(keeper(), addItem, { ...NEW, regime: next.id, code: "doi-ngu-moi", fromYear: 2027 }),
    );
    const codes = async (year: string) => (await lines(year, "2026-11-24")).map(({ item }) => item.code);
    expect(await codes("2026-2027")).toContain("doi-ngu");
    expect(await codes("2027-2028")).not.toContain("doi-ngu");
    expect(await codes("2027-2028")).toContain("doi-ngu-moi");
  });

  test.each(ATTACKS)("the database refuses: %s", async (_, statement) => {
    const before = await tableSums(room.portal.db);
    await expect(raw.run(statement)).rejects.toSatisfy(isRefusedByDatabase);
    expect(await tableSums(room.portal.db)).toEqual(before);
  });
});
