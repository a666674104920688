import { afterAll, beforeAll, expect, test } from "vitest";
import { eachEngine, openTestPortal, type TestPortal } from "../../test/support/portals.ts";
import { type Actor, actorOn } from "../board/actor.ts";
import { readRoster } from "../board/roster.queries.ts";
import { APPRAISAL_POINTS } from "../regulation/checklists.ts";
import type { Hat } from "../regulation/hats.ts";
import { listArticles, NO_FILTER } from "./article-list.queries.ts";
import { createArticle } from "./commands/create-article.ts";
import { moveEdition } from "./commands/move-edition.ts";
import { loadEdition } from "./editions.queries.ts";
import { readOpenEditions } from "./open-editions.queries.ts";
import { canSee } from "./visibility.ts";

eachEngine("who reads what", (engine) => {
  let opened: TestPortal;
  const editions: string[] = [];
  let actors: Actor[] = [];

  const by = (username: string, hat: Hat) => ({ person: opened.centre.people[username]!.id, hat });

  async function write(username: string, hat: Hat, unit: string, category: string): Promise<string> {
    const { units, categories } = opened.centre;
    const answer = await opened.portal.act(by(username, hat), createArticle, {
      unit: units[unit]!,
      category: categories[category]!,
      isRepublished: false,
      content: {
        title: `Bài của ${username} cho ${unit}`,
        lead: "Tóm tắt của bài.",
        body: {
          type: "doc",
          content: [{ type: "paragraph", attrs: { id: "p1" }, content: [{ type: "text", text: "Nội dung." }] }],
        },
      },
    });
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    editions.push(answer.value.edition);
    return answer.value.edition;
  }

  async function move(username: string, hat: Hat, edition: string, act: string, rest = {}): Promise<void> {
    const { facts } = (await loadEdition(opened.portal.db, edition))!;
    const input = { edition, act, hash: facts.hash, ...rest } as Parameters<typeof moveEdition.decide>[1];
    const answer = await opened.portal.act(by(username, hat), moveEdition, input);
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  }

  beforeAll(async () => {
    opened = await openTestPortal(engine);
    await write("ctv.dao-tao", "CONTRIBUTOR", "dao-tao", "tuyen-sinh");
    await write("ctv.ngoai", "CONTRIBUTOR", "giao-duc-thuong-xuyen", "thong-bao");
    await write("truong.to-chuc-hanh-chinh", "MEMBER", "to-chuc-hanh-chinh", "tin-tuc-su-kien");
    await write("phoban.hanh-chinh", "DEPUTY", "ban-giam-doc", "hoat-dong-chuyen-mon");
    const sent = await write("ctv.dao-tao", "CONTRIBUTOR", "dao-tao", "thong-bao");
    await move("ctv.dao-tao", "CONTRIBUTOR", sent, "sendToHead");
    const deputy = opened.centre.people["phoban.hanh-chinh"]!.id;
    await move("truong.dao-tao", "MEMBER", sent, "approveInUnit", { addressee: deputy });
    const claimed = await write("ctv.ngoai-ngu-tin-hoc", "CONTRIBUTOR", "ngoai-ngu-tin-hoc", "thong-bao");
    await move("ctv.ngoai-ngu-tin-hoc", "CONTRIBUTOR", claimed, "sendToHead");
    await move("truong.ngoai-ngu-tin-hoc", "MEMBER", claimed, "approveInUnit", { addressee: "SECRETARY" });
    await move("thuky", "SECRETARY", claimed, "claim");
    await move("thuky", "SECRETARY", claimed, "forward", { checked: APPRAISAL_POINTS.map(({ id }) => id) });

    const roster = await readRoster(opened.portal.db);
    actors = Object.values(opened.centre.people).flatMap(({ id, hats }) =>
      hats.flatMap((hat) => actorOn(roster, id, hat, "2026-11-24") ?? []),
    );
  });
  afterAll(() => opened.close());

  test("the list of every person in every hat is exactly what the rule lets him read", async () => {
    const facts = await Promise.all(editions.map(async (id) => (await loadEdition(opened.portal.db, id))!.facts));
    for (const actor of actors) {
      const { rows, total } = await listArticles(opened.portal.db, actor, NO_FILTER, "all");
      const allowed = facts.filter((one) => canSee(one, actor)).map(({ edition }) => edition);
      expect([actor.hat, rows.map(({ edition }) => edition).sort()]).toEqual([actor.hat, [...allowed].sort()]);
      expect(total).toBe(allowed.length);
    }
    expect(actors.length).toBeGreaterThan(15);
  });

  test("facts read for many editions at once are those read for one", async () => {
    const { editions: open } = await readOpenEditions(opened.portal.db, opened.portal.clock.now());
    expect(open.map(({ row }) => row.id).sort()).toEqual([...editions].sort());
    for (const one of open) {
      const { facts } = (await loadEdition(opened.portal.db, one.row.id))!;
      expect(one.facts).toEqual(facts);
    }
  });
});
