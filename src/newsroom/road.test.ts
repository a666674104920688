import { expect, test } from "vitest";
import { eachEngine, fixedClock, openTestPortal, TEST_NOW } from "../../test/support/portals.ts";
import { travel } from "../../test/support/road.ts";
import { publishDue } from "../clocks/publish-due.ts";
import { verifyChain } from "../evidence/verify.ts";
import { APPRAISAL_POINTS, APPROVAL_POINTS } from "../regulation/checklists.ts";
import type { Hat } from "../regulation/hats.ts";
import { createArticle } from "./commands/create-article.ts";
import { type MoveRequest, moveEdition } from "./commands/move-edition.ts";
import { saveEdition } from "./commands/save-edition.ts";
import { loadEdition } from "./editions.queries.ts";
import { verifyNewsroom } from "./verify.ts";

eachEngine("the road of an article", (engine) => {
  test.each(["create", "edit", "supersede"] as const)("Đ15.k2: %s is no step that a form can ask for", async (act) => {
    const { portal, centre, close } = await openTestPortal(engine);
    const { edition, by } = await travel(portal, centre, "APPROVED");
    const before = await loadEdition(portal.db, edition);
    const answer = await portal.act(by("thuky", "SECRETARY"), moveEdition, { edition, act, hash: before!.facts.hash });
    expect(answer).toMatchObject({ ok: false, error: [{ code: "notAtThisStep" }] });
    expect(await loadEdition(portal.db, edition)).toEqual(before);
    await close();
  });

  test("Đ15.k2: a staff member's text becomes public by the four steps, is corrected and taken down", async () => {
    const clock = fixedClock(TEST_NOW);
    const { portal, centre, close } = await openTestPortal(engine, { clock });
    const by = (name: string, hat: Hat) => ({ person: centre.people[name]!.id, hat });
    const unit = centre.units["dao-tao"]!;
    const made = await portal.act(by("ctv.dao-tao", "CONTRIBUTOR"), createArticle, {
      unit,
      category: Object.values(centre.categories)[0]!,
      isRepublished: false,
    });
    if (!made.ok) throw new Error(JSON.stringify(made));
    let edition = made.value.edition;
    const load = async () => (await loadEdition(portal.db, edition))!;
    const saved = await portal.act(by("ctv.dao-tao", "CONTRIBUTOR"), saveEdition, {
      edition,
      baseVersion: 1,
      content: {
        ...(await load()).content,
        title: "Khai giảng lớp bổ túc trung học",
        lead: "Sáng nay trung tâm khai giảng.",
        body: {
          type: "doc",
          content: [{ type: "paragraph", content: [{ type: "text", text: "Sáng nay, học viên đến lớp." }] }],
        },
      },
    });
    expect(saved).toMatchObject({ ok: true });
    const move = async (name: string, hat: Hat, input: Omit<MoveRequest, "edition" | "hash">) => {
      clock.advance(60);
      const answer = await portal.act(by(name, hat), moveEdition, {
        edition,
        hash: (await load()).facts.hash,
        ...input,
      });
      if (!answer.ok) throw new Error(`${input.act}: ${JSON.stringify(answer.error)}`);
      edition = answer.value.result;
    };
    const all = [...APPRAISAL_POINTS, ...APPROVAL_POINTS].map(({ id }) => id);
    await move("ctv.dao-tao", "CONTRIBUTOR", { act: "sendToHead" });
    await move("truong.dao-tao", "MEMBER", { act: "approveInUnit", addressee: "SECRETARY" });
    await move("thuky", "SECRETARY", { act: "claim" });
    await move("thuky", "SECRETARY", { act: "forward", checked: all });
    await move("giamdoc", "CHIEF", { act: "approve", checked: all });
    await move("thuky", "SECRETARY", { act: "schedule", publishAt: "2026-11-24T05:00:00.000Z" });
    clock.advance(4 * 3600);
    expect(await publishDue(portal)).toMatchObject([{ published: true }]);
    const live = await portal.db.selectFrom("published_article").selectAll().executeTakeFirstOrThrow();
    expect(live.title).toBe("Khai giảng lớp bổ túc trung học");

    await move("thuky", "SECRETARY", { act: "proposeCorrection", note: "Sửa lại giờ khai giảng" });
    await portal.act(by("thuky", "SECRETARY"), saveEdition, {
      edition,
      baseVersion: 1,
      content: { ...(await load()).content, lead: "Chiều nay trung tâm khai giảng." },
    });
    await move("thuky", "SECRETARY", { act: "forward", checked: all });
    await move("thuongtruc", "STANDING_DEPUTY", { act: "approve", checked: all });
    await move("thuky", "SECRETARY", { act: "publish" });
    expect(await portal.db.selectFrom("published_article").selectAll().executeTakeFirstOrThrow()).toMatchObject({
      lead: "Chiều nay trung tâm khai giảng.",
      update_note: "Sửa lại giờ khai giảng",
      slug: live.slug,
    });
    await move("giamdoc", "CHIEF", { act: "decideTakedown", reason: "Không còn phù hợp thời điểm", note: "outdated" });
    await move("thuky", "SECRETARY", { act: "executeTakedown" });
    expect(await portal.db.selectFrom("published_article").selectAll().execute()).toEqual([]);
    await move("thuky", "SECRETARY", { act: "restore", reason: "Đơn vị đề nghị đăng lại" });
    await move("giamdoc", "CHIEF", { act: "approve", checked: all });
    await move("thuky", "SECRETARY", { act: "publish" });

    expect(await verifyChain(portal.db)).toMatchObject({ bad: null });
    expect(await verifyNewsroom(portal.db)).toMatchObject({ bad: null, published: 1, editions: 3 });
    await close();
  });
});
