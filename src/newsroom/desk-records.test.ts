import { afterAll, beforeAll, expect, test } from "vitest";
import { eachEngine, openTestPortal, type TestPortal } from "../../test/support/portals.ts";
import { addComment } from "./commands/add-comment.ts";
import { createArticle } from "./commands/create-article.ts";
import { resolveComment } from "./commands/resolve-comment.ts";
import { placeThreads, readComments } from "./comments.ts";
import type { ArticleContent } from "./content.ts";
import { dropWorkingCopy, keepWorkingCopy, otherWriters, readWorkingCopy } from "./drafts.ts";
import { loadEdition } from "./editions.queries.ts";
import { tell } from "./notices.ts";
import { countNotifications, markRead, readNotifications } from "./notifications.queries.ts";
import { markSeen, readSeen } from "./seen.ts";

eachEngine("what the desk keeps beside an article", (engine) => {
  let opened: TestPortal;
  let edition: string;
  let content: ArticleContent;
  const person = (username: string) => opened.centre.people[username]!.id;
  const write = <T>(work: Parameters<typeof opened.portal.database.transact<T>>[0]) =>
    opened.portal.database.transact(work);

  beforeAll(async () => {
    opened = await openTestPortal(engine);
    const { units, categories } = opened.centre;
    const body = {
      type: "doc" as const,
      content: [{ type: "paragraph", attrs: { id: "p1" }, content: [{ type: "text", text: "Sáng nay khai giảng." }] }],
    };
    const made = await opened.portal.act({ person: person("ctv.dao-tao"), hat: "CONTRIBUTOR" }, createArticle, {
      unit: units["dao-tao"]!,
      category: categories["tuyen-sinh"]!,
      isRepublished: false,
      content: { title: "Khai giảng", body },
    });
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    edition = made.value.edition;
    content = (await loadEdition(opened.portal.db, edition))!.content;
  });
  afterAll(() => opened.close());

  test("each person has one working copy of his own, replaced by what he types later, gone when dropped", async () => {
    const { db } = opened.portal;
    const [lan, hoa] = [person("ctv.dao-tao"), person("truong.dao-tao")];
    const copy = (title: string, savedAt: string) => ({ content: { ...content, title }, baseVersion: 1, savedAt });
    await write((tx) => keepWorkingCopy(tx, edition, lan, copy("Một", "2026-11-24T01:00:00.000Z")));
    await write((tx) => keepWorkingCopy(tx, edition, hoa, copy("Của Hoa", "2026-11-24T01:01:00.000Z")));
    await write((tx) => keepWorkingCopy(tx, edition, lan, copy("Hai", "2026-11-24T01:02:00.000Z")));
    expect(await readWorkingCopy(db, edition, lan)).toEqual(copy("Hai", "2026-11-24T01:02:00.000Z"));
    expect(await otherWriters(db, edition, lan)).toEqual([
      { person: hoa, name: "Đặng Thị Hoa", since: "2026-11-24T01:01:00.000Z" },
    ]);
    await write((tx) => dropWorkingCopy(tx, edition, lan));
    expect(await readWorkingCopy(db, edition, lan)).toBeNull();
    expect((await readWorkingCopy(db, edition, hoa))?.content.title).toBe("Của Hoa");
  });

  test("what a person last dealt with is one version, the latest", async () => {
    const minh = person("giamdoc");
    await write((tx) => markSeen(tx, edition, minh, 1, "2026-11-24T01:00:00.000Z"));
    await write((tx) => markSeen(tx, edition, minh, 3, "2026-11-24T02:00:00.000Z"));
    expect(await readSeen(opened.portal.db, edition)).toEqual([
      { person: minh, name: "Nguyễn Đức Minh", version: 3, at: "2026-11-24T02:00:00.000Z" },
    ]);
  });

  test("a remark keeps the words it was made on; an answer goes with it; both are in the evidence; neither moves the article", async () => {
    const { portal } = opened;
    const before = (await loadEdition(portal.db, edition))!;
    const by = { person: person("thuky"), hat: "SECRETARY" } as const;
    const said = await portal.act(by, addComment, { edition, block: "p1", parent: null, body: " Ghi rõ giờ. " });
    if (!said.ok) throw new Error(JSON.stringify(said.error));
    const parent = said.value.id;
    const author = { person: person("ctv.dao-tao"), hat: "CONTRIBUTOR" } as const;
    await portal.act(author, addComment, { edition, block: "p7", parent, body: "Đã ghi." });
    const { onBlocks } = placeThreads(await readComments(portal.db, edition), ["p1"]);
    expect(onBlocks.get("p1")).toMatchObject([
      { quote: "Sáng nay khai giảng.", body: "Ghi rõ giờ.", hat: "SECRETARY", replies: [{ body: "Đã ghi." }] },
    ]);
    expect(placeThreads(await readComments(portal.db, edition), ["p2"]).orphaned).toHaveLength(1);
    expect((await portal.act(author, resolveComment, { edition, comment: parent })).ok).toBe(true);
    const again = await portal.act(author, resolveComment, { edition, comment: parent });
    expect(again).toMatchObject({ ok: false, error: [{ code: "commentResolved" }] });
    const acts = await portal.db
      .selectFrom("evidence")
      .select("act")
      .where("act", "like", "comment.%")
      .orderBy("seq")
      .execute();
    expect(acts.map(({ act }) => act)).toEqual(["comment.add", "comment.add", "comment.resolve"]);
    expect((await loadEdition(portal.db, edition))!.facts).toEqual(before.facts);
  });

  test.each([
    ["no words", { body: " \n " }, "commentEmpty"],
    ["too many words", { body: "x".repeat(3001) }, "commentTooLong"],
    ["a paragraph that is not there", { block: "p9" }, "blockUnknown"],
    ["an answer to nothing", { parent: "khong-co" }, "commentUnknown"],
  ])("a remark with %s is refused", async (_, over, code) => {
    const by = { person: person("thuky"), hat: "SECRETARY" } as const;
    const input = { edition, block: null, parent: null, body: "Nhận xét.", ...over };
    expect(await opened.portal.act(by, addComment, input)).toMatchObject({ ok: false, error: [{ code }] });
  });

  test("nobody remarks on what he may not read", async () => {
    const by = { person: person("ctv.ngoai-ngu-tin-hoc"), hat: "CONTRIBUTOR" } as const;
    const act = opened.portal.act(by, addComment, { edition, block: null, parent: null, body: "Xin chào." });
    await expect(act).rejects.toThrow(edition);
  });

  test("notices are counted, read and marked for one person only", async () => {
    const { portal } = opened;
    const [hoa, minh] = [person("truong.dao-tao"), person("giamdoc")];
    const at = portal.clock.now();
    for (const text of ["Một", "Hai", "Ba"]) {
      await write((tx) => tell({ tx, at }, [hoa, minh], edition, { kind: "waiting", text }));
    }
    const [first] = await readNotifications(portal.db, hoa, { limit: 2, offset: 0 });
    expect(await countNotifications(portal.db, hoa)).toEqual({ all: 3, unread: 3 });
    await write((tx) => markRead(tx, minh, { notices: [first!.id] }, at));
    expect(await countNotifications(portal.db, hoa)).toEqual({ all: 3, unread: 3 });
    await write((tx) => markRead(tx, hoa, { notices: [first!.id] }, at));
    expect(await countNotifications(portal.db, hoa)).toEqual({ all: 3, unread: 2 });
    await write((tx) => markRead(tx, hoa, { edition }, at));
    expect(await countNotifications(portal.db, hoa)).toEqual({ all: 3, unread: 0 });
    expect(await countNotifications(portal.db, minh)).toEqual({ all: 3, unread: 3 });
  });
});
