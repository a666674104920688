import { afterEach, beforeEach, expect, test } from "vitest";
import { ALL_POINTS, fullText, type Newsroom, openNewsroom } from "../../test/support/newsroom.ts";
import { eachEngine } from "../../test/support/portals.ts";
import type { By } from "../act.ts";
import { endAppointment } from "../board/commands/end-appointment.ts";
import type { Id } from "../kernel/ids.ts";
import { createArticle } from "./commands/create-article.ts";
import { saveEdition } from "./commands/save-edition.ts";
import { verifyNewsroom } from "./verify.ts";

const checked = ALL_POINTS;
const exception = "Phó Trưởng ban thường trực nghỉ ốm";

eachEngine("A-08: four eyes are persons, not hats", (engine) => {
  let room: Newsroom;
  beforeEach(async () => {
    room = await openNewsroom(engine);
  });
  afterEach(async () => {
    expect(await verifyNewsroom(room.portal.db)).toMatchObject({ bad: null });
    await room.close();
  });

  /** An article by somebody in some hat, complete, still a draft. */
  async function writtenBy(by: By, unit: string): Promise<Id> {
    const made = await room.portal.act(by, createArticle, {
      unit: room.centre.units[unit]!,
      category: room.centre.categories["tin-tuc-su-kien"]!,
      isRepublished: false,
    });
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    const { edition } = made.value;
    const { content } = await room.load(edition);
    const saved = await room.portal.act(by, saveEdition, {
      edition,
      baseVersion: 1,
      content: fullText(content, "Câu."),
    });
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    return edition;
  }

  const refusedFor = (...codes: string[]) => ({ ok: false, error: codes.map((code) => ({ code })) });

  test("Đ8.k1.g3: the head of IT who approved her unit's article does not appraise it as secretary", async () => {
    const { move, attempt, who } = room;
    const lan = { head: who("Lan", "MEMBER"), secretary: who("Lan", "SECRETARY"), admin: who("Lan", "ADMIN") };
    const edition = await writtenBy(lan.head, "cong-nghe-thong-tin");
    await move(edition, lan.head, { act: "approveInUnit", addressee: "SECRETARY" });
    expect(await attempt(edition, lan.secretary, { act: "claim" })).toMatchObject(
      refusedFor("notAuthor", "notWriter", "notUnitApprover"),
    );
    expect(await attempt(edition, lan.admin, { act: "claim" })).toMatchObject({ ok: false });
    await move(edition, who("Thúy"), { act: "claim" });
    await move(edition, who("Thúy"), { act: "forward", checked });
    expect(await attempt(edition, who("Thúy"), { act: "approve", checked })).toMatchObject(refusedFor("notAppraiser"));
    await move(edition, who("Minh", "CHIEF"), { act: "approve", checked });
    await move(edition, lan.secretary, { act: "publish" });
  });

  test("the head of the board does not approve his own article; the standing deputy does, and the other way round", async () => {
    const { move, attempt, who } = room;
    for (const [author, other] of [
      [who("Minh", "CHIEF"), who("Thúy")],
      [who("Thúy"), who("Minh", "CHIEF")],
    ] as const) {
      const edition = await writtenBy(author, "ban-giam-doc");
      await move(edition, author, { act: "submitAsBoard", addressee: "SECRETARY" });
      await move(edition, who("Lan", "SECRETARY"), { act: "claim" });
      await move(edition, who("Lan", "SECRETARY"), { act: "forward", checked });
      expect(await attempt(edition, author, { act: "approve", checked })).toMatchObject(
        refusedFor("notAuthor", "notEditor"),
      );
      expect(await attempt(edition, author, { act: "approve", checked, exception })).toMatchObject(
        refusedFor("notAuthor", "notEditor", "exceptionNotNeeded"),
      );
      await move(edition, other, { act: "approve", checked });
    }
  });

  test("whoever edits what was sent to step 3 again does not approve it, until it has been approved anew", async () => {
    const { move, save, who } = room;
    const lan = who("Lan", "SECRETARY");
    const edition = await room.bringTo("APPROVED");
    await save(edition, lan, "Thư ký sửa thêm một câu.");
    const { facts } = await room.load(edition);
    expect(facts).toMatchObject({ state: "AWAITING_FINAL", approval: null, editors: [lan.person] });
    await move(edition, who("Minh", "CHIEF"), { act: "approve", checked });
    expect((await room.load(edition)).facts.editors).toEqual([]);
  });

  test("where nobody else is left, one may do what two should, with a reason that is kept", async () => {
    const { move, attempt, who, portal } = room;
    const chief = who("Minh", "CHIEF");
    const edition = await writtenBy(chief, "ban-giam-doc");
    await move(edition, chief, { act: "submitAsBoard", addressee: "SECRETARY" });
    await move(edition, who("Lan", "SECRETARY"), { act: "claim" });
    await move(edition, who("Lan", "SECRETARY"), { act: "forward", checked });
    const standing = await portal.db
      .selectFrom("appointment")
      .select("id")
      .where("hat", "=", "STANDING_DEPUTY")
      .executeTakeFirstOrThrow();
    await portal.act(who("Bảo"), endAppointment, { appointment: standing.id, to: "2026-11-23", paper: "60/QĐ" });
    expect(await attempt(edition, chief, { act: "approve", checked })).toMatchObject(
      refusedFor("notAuthor", "notEditor"),
    );
    await move(edition, chief, { act: "approve", checked, exception });
    const step = await portal.db
      .selectFrom("edition_move")
      .innerJoin("evidence", "evidence.seq", "evidence_seq")
      .select(["exception_reason", "evidence.content"])
      .where("edition_move.act", "=", "approve")
      .executeTakeFirstOrThrow();
    expect(step.exception_reason).toBe(exception);
    expect(JSON.parse(step.content)).toMatchObject({ exception });
  });

  test("whoever corrects his own article does not appraise the correction because he holds it, while another could take it", async () => {
    const { move, save, attempt, who } = room;
    const lan = who("Lan", "SECRETARY");
    const edition = await writtenBy(lan, "ban-giam-doc");
    await move(edition, lan, { act: "submitAsBoard", addressee: "SECRETARY" });
    await move(edition, who("Thúy"), { act: "claim" });
    await move(edition, who("Thúy"), { act: "forward", checked });
    await move(edition, who("Minh", "CHIEF"), { act: "approve", checked });
    await move(edition, lan, { act: "publish" });
    const next = await move(edition, lan, { act: "proposeCorrection", note: "Sửa lại số liệu" });
    await save(next, lan, "Câu đã sửa.");
    expect(await attempt(next, lan, { act: "forward", checked, exception })).toMatchObject(
      refusedFor("notAuthor", "exceptionNotNeeded"),
    );
    await move(next, lan, { act: "release", reason: "Chuyển người khác thẩm định" });
    await move(next, who("Thúy"), { act: "claim" });
    await move(next, who("Thúy"), { act: "forward", checked });
  });

  test("A-31: a head has no say over an article of the board that concerns his unit", async () => {
    const { move, attempt, who } = room;
    const [hoa, lan] = [who("Hoa"), who("Lan", "SECRETARY")];
    const edition = await writtenBy(lan, "dao-tao");
    const { content } = await room.load(edition);
    const edit = { edition, baseVersion: 2, content: fullText(content, "Câu của trưởng phòng.") };
    expect(await room.portal.act(hoa, saveEdition, edit)).toMatchObject(refusedFor("unitOrigin"));
    expect(await attempt(edition, hoa, { act: "withdraw" })).toMatchObject(refusedFor("unitOrigin"));
    await move(edition, lan, { act: "submitAsBoard", addressee: "SECRETARY" });
    expect(await attempt(edition, hoa, { act: "withdraw" })).toMatchObject(refusedFor("unitOrigin"));
    await move(edition, who("Hưng"), { act: "claim" });
    await move(edition, who("Hưng"), { act: "forward", checked });
    await move(edition, who("Minh", "CHIEF"), { act: "approve", checked });
    await move(edition, lan, { act: "publish" });
    const note = "Sửa lại số liệu";
    expect(await attempt(edition, hoa, { act: "proposeCorrection", note })).toMatchObject(refusedFor("unitOrigin"));
  });
});
