import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { type FixedClock, fixedClock } from "../../test/support/clock.ts";
import { openNewsroom } from "../../test/support/newsroom.ts";
import { eachEngine, openEmptyPortal, openTestPortal, TEST_NOW } from "../../test/support/portals.ts";
import { ALL_POINTS as checked, travel } from "../../test/support/road.ts";
import { rawPdf } from "../media/text/testing/pdf.ts";
import { keepAttachment } from "../media/upload.ts";
import type { Portal } from "../portal.ts";
import type { Engine } from "../storage/database.ts";
import { readQuery } from "./query.ts";
import { dropEntry, indexEntry, type SearchEntry } from "./questions.ts";
import { completeIndex, disagreements, rebuildIndex } from "./rebuild.ts";
import { type Filters, search } from "./search.queries.ts";
import { SEARCH_SOURCES } from "./sources.ts";
import { countTerm, termsSince } from "./terms.ts";
import { readVocabulary } from "./vocabulary.queries.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function emptyPortal(engine: Engine): Promise<Portal> {
  const { portal, close } = await openEmptyPortal(engine);
  closing.push(close);
  return portal;
}

const text = (id: string, more: Partial<SearchEntry> = {}): SearchEntry => ({
  kind: "document",
  id,
  path: `/x/${id}`,
  title: `Văn bản ${id}`,
  day: "2026-05-01",
  ...more,
});

const put = (portal: Portal, ...entries: SearchEntry[]) =>
  portal.database.transact(async (tx) => {
    for (const entry of entries) await indexEntry(tx, entry);
  });

const find = async (portal: Portal, typed: string, filters: Filters = {}, page = 1) => {
  const found = await search(portal.db, readQuery(typed), filters, page);
  return { ...found, ids: found.hits.map(({ path }) => path.slice(3)) };
};

eachEngine("search", (engine) => {
  test("an entry is replaced by its newer form, and gone when dropped", async () => {
    const portal = await emptyPortal(engine);
    await put(portal, text("a", { title: "Học phí" }));
    await put(portal, text("a", { title: "Nội quy" }));
    expect((await find(portal, "học phí")).total).toBe(0);
    expect((await find(portal, "nội quy")).ids).toEqual(["a"]);
    await portal.database.transact((tx) => dropEntry(tx, "document", "a"));
    await portal.database.transact((tx) => dropEntry(tx, "document", "a"));
    expect((await find(portal, "nội quy")).total).toBe(0);
  });

  test("exact accents come first, whichever way the tone is placed; without accents all are found", async () => {
    const portal = await emptyPortal(engine);
    const body = (word: string) => ({ title: "Bài", body: `Nói về ${word} trong lớp.` });
    await put(portal, text("mạ", body("mạ")), text("má", body("má")), text("mã", body("mã")));
    for (const word of ["má", "mạ", "mã"]) {
      const { ids } = await find(portal, word);
      expect(ids[0]).toBe(word);
      expect(ids).toHaveLength(3);
    }
    await put(portal, text("cũ", { title: "Sức khỏe hòa Thúy" }));
    for (const typed of ["sức khoẻ", "hoà thuý", "hòa thúy", "suc khoe hoa thuy"]) {
      expect((await find(portal, typed)).ids[0]).toBe("cũ");
    }
  });

  test("a word in the title weighs more than in the summary, there more than in the text", async () => {
    const portal = await emptyPortal(engine);
    await put(
      portal,
      text("body", { body: "học bổng cho học viên" }),
      text("summary", { summary: "học bổng cho học viên" }),
      text("title", { title: "học bổng cho học viên" }),
    );
    expect((await find(portal, "học bổng")).ids).toEqual(["title", "summary", "body"]);
  });

  test("among equals the newer comes first", async () => {
    const portal = await emptyPortal(engine);
    const same = { title: "Kế hoạch tuyển sinh" };
    await put(portal, text("2024", { ...same, day: "2024-05-01" }), text("2026", { ...same, day: "2026-05-01" }));
    await put(portal, text("2025", { ...same, day: "2025-05-01" }));
    expect((await find(portal, "tuyển sinh")).ids).toEqual(["2026", "2025", "2024"]);
  });

  test("a number and symbol is found with and without blanks, by its beginning, and by its parts", async () => {
    const portal = await emptyPortal(engine);
    await put(portal, text("27", { number: "27/QĐ-GDTXHP" }), text("127", { number: "127/QĐ-GDTXHP" }));
    for (const typed of [
      "27/QĐ-GDTXHP",
      "27 / QĐ - GDTXHP",
      "27/qd-gdtxhp",
      "27/QĐ",
      "27 QĐ GDTXHP",
      "027/QĐ-GDTXHP",
    ]) {
      expect((await find(portal, typed)).ids).toEqual(["27"]);
    }
  });

  test("a phrase in quotes is found only where its words stand together", async () => {
    const portal = await emptyPortal(engine);
    await put(
      portal,
      text("x", { title: "Thu học phí lớp 10" }),
      text("y", { title: "Phí gửi xe của học viên" }),
      text("z", { title: "Năm học", summary: "Phí khác" }),
    );
    expect((await find(portal, '"học phí"')).ids).toEqual(["x"]);
    expect((await find(portal, "học phí")).total).toBe(3);
  });

  test("when nothing has every word, what has most of them is given, and said", async () => {
    const portal = await emptyPortal(engine);
    await put(portal, text("a", { title: "Lịch nghỉ Tết Nguyên đán" }), text("b", { title: "Nghỉ mát" }));
    const found = await find(portal, "lịch nghỉ tết tây");
    expect(found).toMatchObject({ strictness: "allButOne", ids: ["a"] });
    expect((await find(portal, "nghỉ dưỡng")).strictness).toBe("any");
    expect((await find(portal, "zzz")).total).toBe(0);
  });

  test("filters narrow, and count what each choice would leave", async () => {
    const portal = await emptyPortal(engine);
    await put(
      portal,
      text("a", { title: "Học phí", unit: "Kế toán", category: "Tài chính", day: "2026-01-01" }),
      text("b", { title: "Học phí", unit: "Giáo vụ", category: "Tài chính", day: "2025-01-01" }),
      text("c", { kind: "article", title: "Học phí", unit: "Giáo vụ", category: "Thông báo", day: "2025-02-01" }),
    );
    const found = await find(portal, "học phí", { unit: "Giáo vụ" });
    expect(found.ids.sort()).toEqual(["b", "c"]);
    expect(found.choices.unit).toEqual([
      { value: "Giáo vụ", count: 2 },
      { value: "Kế toán", count: 1 },
    ]);
    expect(found.choices.year).toEqual([{ value: "2025", count: 2 }]);
    expect(found.choices.kind).toEqual(
      expect.arrayContaining([
        { value: "article", count: 1 },
        { value: "document", count: 1 },
      ]),
    );
    const none = await find(portal, "học phí", { unit: "Kế toán", year: "2025" });
    expect(none.total).toBe(0);
    expect(none.choices.year).toEqual([{ value: "2026", count: 1 }]);
  });

  test("hundreds of results are told in numbered pages, none twice, none missing", async () => {
    const portal = await emptyPortal(engine);
    await put(
      portal,
      ...Array.from({ length: 245 }, (_, at) => text(`t${at}`, { title: `Thông báo tuyển sinh ${at}` })),
    );
    const first = await find(portal, "tuyển sinh");
    expect(first).toMatchObject({ total: 245, pages: 13 });
    const all = new Set<string>();
    for (let page = 1; page <= 13; page += 1)
      for (const id of (await find(portal, "tuyển sinh", {}, page)).ids) all.add(id);
    expect(all.size).toBe(245);
    expect((await find(portal, "tuyển sinh", {}, 14)).ids).toEqual([]);
  });

  test("whatever is typed is answered, never an error", async () => {
    const portal = await emptyPortal(engine);
    await put(portal, text("a", { title: "Học phí & lệ phí (2026)" }));
    const nasty = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc
        .array(
          fc.constantFrom(
            '"',
            "'",
            "*",
            ":",
            "(",
            ")",
            "AND",
            "NEAR(",
            "|",
            "&",
            "!",
            "<->",
            "\\",
            "học",
            "27/",
            "-",
            "^",
            "{a}",
            "\u0301",
          ),
          {
            maxLength: 20,
          },
        )
        .map((parts) => parts.join(" ")),
    );
    await fc.assert(
      fc.asyncProperty(nasty, async (typed) => {
        expect((await find(portal, typed)).total).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    ["an operator of SQLite", "học NEAR/2 phí"],
    ["operators in capitals", "học AND phí OR NOT lệ"],
    ["operators of PostgreSQL", "học & phí | !lệ <-> phí:*"],
    ["a column and a star", "title:học phí*"],
    ["brackets that are never closed", "((học {phí ["],
    ["one quote", '"học phí'],
    ["quotes around nothing", '"" học "  " phí ""'],
    ["a phrase in curly quotes", "“học phí”"],
    ["single quotes and a backslash", "học' \\ ''phí\\'"],
    ["what ends a statement", "học'; drop table search_entry; --"],
    ["accents on no letter", "học \u0301 phí \u0300\u0323"],
    ["10,000 characters in words", "học phí ".repeat(1250)],
    ["10,000 characters in quotes", `học "${"phí ".repeat(2500)}`],
  ])("%s is read as words: the text is found", async (_, typed) => {
    const portal = await emptyPortal(engine);
    await put(portal, text("a", { title: "Học phí & lệ phí (2026)" }));
    expect((await find(portal, typed)).ids).toEqual(["a"]);
  });

  test("10,000 characters in one word, or nothing but signs and accents, find nothing", async () => {
    const portal = await emptyPortal(engine);
    await put(portal, text("a", { title: "Học phí" }));
    for (const typed of ["a".repeat(10_000), '"'.repeat(10_000), "\u0301", '"\u0301 \u0300"', "&|!:*()<->"]) {
      expect((await find(portal, typed)).total).toBe(0);
    }
  });

  test("a text with an accent that stands on no letter is taken and found", async () => {
    const portal = await emptyPortal(engine);
    await put(portal, text("a", { title: "Học phí \u0301", body: "\u0323 năm học \u0301\u0300 mới" }));
    expect((await find(portal, '"năm học mới"')).ids).toEqual(["a"]);
  });

  test("a long file is found by its beginning and breaks nothing", async () => {
    const portal = await emptyPortal(engine);
    const words = Array.from({ length: 60_000 }, (_, at) => `từ${at % 9000}`).join(" ");
    await put(portal, text("a", { body: `đầu tiên ${words}` }));
    expect((await find(portal, '"đầu tiên"')).ids).toEqual(["a"]);
  });

  test("terms are counted by day without anybody's name, and shown from three on", async () => {
    const portal = await emptyPortal(engine);
    for (let time = 0; time < 3; time += 1) await countTerm(portal.database, "2026-11-24", "học phí", false);
    for (let time = 0; time < 4; time += 1) await countTerm(portal.database, `2026-11-2${time}`, "xe buýt", true);
    await countTerm(portal.database, "2026-11-24", "trần văn an", true);
    expect(await termsSince(portal.db, "2026-11-20", false)).toEqual([
      { term: "xe buýt", searches: 4, empty: 4 },
      { term: "học phí", searches: 3, empty: 0 },
    ]);
    expect(await termsSince(portal.db, "2026-11-20", true)).toEqual([{ term: "xe buýt", searches: 4, empty: 4 }]);
    expect(await termsSince(portal.db, "2026-11-21", true)).toEqual([{ term: "xe buýt", searches: 3, empty: 3 }]);
  });

  test("the vocabulary knows how a word is mostly written", async () => {
    const portal = await emptyPortal(engine);
    await put(
      portal,
      text("a", { title: "Tuyển sinh" }),
      text("b", { title: "Tuyển chọn" }),
      text("c", { title: "tuyến xe" }),
    );
    expect((await readVocabulary(portal.db)).get("tuyen")).toMatchObject({ written: "tuyển", uses: 3 });
  });

  test("an article is found when it is published, by its attachment too, and no longer when it is taken down", async () => {
    const clock: FixedClock = fixedClock(TEST_NOW);
    const { portal, centre, close } = await openTestPortal(engine, { clock });
    closing.push(close);
    const kept = await keepAttachment(portal, {
      bytes: rawPdf({ pages: [["Danh sách thí sinh dự thi nghề phổ thông đợt một"]] }),
      name: "danh-sach.pdf",
      by: centre.people["ctv.dao-tao"]!.id,
    });
    if (!kept.ok) throw new Error(kept.error.message);
    const story = await travel(portal, centre, "DRAFT");
    await story.save("ctv.dao-tao", "CONTRIBUTOR", { attachments: [{ ...kept.value, title: "Danh sách dự thi" }] });
    expect((await find(portal, "bổ túc")).complete).toBe(0);
    await finish(story);
    expect((await find(portal, "khai giảng bổ túc")).total).toBe(1);
    expect((await find(portal, '"thi nghề phổ thông"')).total).toBe(1);
    await portal.database.transact(async (tx) => expect(await disagreements(tx, SEARCH_SOURCES)).toEqual([]));
    await story.move("giamdoc", "CHIEF", { act: "decideTakedown", note: "outdated", reason: "Thông tin đã cũ" });
    await story.move("thuky", "SECRETARY", { act: "executeTakedown" });
    expect((await find(portal, "khai giảng bổ túc")).complete).toBe(0);
    await portal.database.transact(async (tx) => expect(await disagreements(tx, SEARCH_SOURCES)).toEqual([]));
  });

  test("the index made anew agrees with what is public, whatever became of it", async () => {
    const { portal, centre, close } = await openTestPortal(engine);
    closing.push(close);
    await travel(portal, centre, "PUBLISHED");
    await travel(portal, centre, "APPROVED");
    await portal.database.transact(async (tx) => {
      await indexEntry(tx, text("ghost", { kind: "article" }));
      const { subject } = await tx
        .selectFrom("search_entry")
        .select("subject")
        .where("subject", "<>", "ghost")
        .where("kind", "=", "article")
        .executeTakeFirstOrThrow();
      await dropEntry(tx, "article", subject);
      expect(await disagreements(tx, SEARCH_SOURCES)).toHaveLength(2);
    });
    const told: string[] = [];
    const all = 1 + Object.keys(centre.units).length;
    expect(await rebuildIndex(portal.database, SEARCH_SOURCES, (done, total) => told.push(`${done}/${total}`))).toBe(
      all,
    );
    expect(told).toEqual([`${all}/${all}`]);
    await portal.database.transact(async (tx) => expect(await disagreements(tx, SEARCH_SOURCES)).toEqual([]));
  });
});

eachEngine("index and published content", (engine) => {
  test("agree after every step of a random run of publications, corrections and take-downs", async () => {
    const house = await openNewsroom(engine);
    closing.push(house.close);
    const { portal, bringTo } = house;
    const steps = ["PUBLISHED", "SUPERSEDED", "TAKEN_DOWN", "APPROVED", "CANCELLED"] as const;
    const order = fc.sample(fc.integer({ min: 0, max: steps.length - 1 }), { numRuns: 9, seed: 27 });
    for (const step of [...steps.keys(), ...order]) {
      await bringTo(steps[step]!);
      await portal.database.transact(async (tx) => expect(await disagreements(tx, SEARCH_SOURCES)).toEqual([]));
    }
    const live = await portal.db.selectFrom("published_article").select("article_id").execute();
    expect((await find(portal, "khai giảng lớp bổ túc")).total).toBe(live.length);
    await portal.database.transact(async (tx) => {
      await dropEntry(tx, "article", live[0]!.article_id);
    });
    const units = await portal.db.selectFrom("unit").select("id").where("active_to", "is", null).execute();
    expect(await completeIndex(portal.database, SEARCH_SOURCES)).toBe(live.length + units.length);
    await portal.database.transact(async (tx) => expect(await disagreements(tx, SEARCH_SOURCES)).toEqual([]));
  });
});

async function finish(story: Awaited<ReturnType<typeof travel>>): Promise<void> {
  await story.move("ctv.dao-tao", "CONTRIBUTOR", { act: "sendToHead" });
  await story.move("truong.dao-tao", "MEMBER", { act: "approveInUnit", addressee: "SECRETARY" });
  await story.move("thuky", "SECRETARY", { act: "claim" });
  await story.move("thuky", "SECRETARY", { act: "forward", checked });
  await story.move("giamdoc", "CHIEF", { act: "approve", checked });
  await story.move("thuky", "SECRETARY", { act: "publish" });
}
