import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  APPRAISED,
  APPROVED,
  editionIn,
  type NewsroomDesk,
  openNewsroomDesk,
  page,
} from "../../../test/support/newsroom-desk.ts";
import { delegate } from "../../board/commands/delegate.ts";

let desk: NewsroomDesk;
let { as, load, stateOf, content, roadTo, step, done } = {} as NewsroomDesk;

beforeAll(async () => {
  desk = await openNewsroomDesk([
    "ctv.dao-tao",
    "truong.dao-tao",
    "thuky",
    "thuongtruc",
    "giamdoc",
    "phoban.chuyen-mon",
  ]);
  ({ as, load, stateOf, content, roadTo, step, done } = desk);
});
afterAll(() => desk.close());
beforeEach(() => desk.clock.advance(60));

const NOTE = "Sửa số học viên dự lễ khai giảng.";

/** A correction opened by the secretary beside the live text. */
async function correction(live: string): Promise<string> {
  const answer = await step("thuky", live, "proposeCorrection", { note: NOTE });
  expect(answer.statusCode).toBe(303);
  return editionIn(answer);
}

test("Đ3.k2.e: a correction walks the same road while the live text stays, then takes its place", async () => {
  const live = await roadTo("PUBLISHED");
  const next = await correction(live);
  await as("thuky").get(`${page(next)}/sua`);
  const lead = "Trung tâm khai giảng năm học mới với 450 học viên.";
  await as("thuky").post(`${page(next)}/sua`, content({ lead, baseVersion: "1" }));
  expect(await stateOf(live)).toBe("PUBLISHED");
  expect((await as("giamdoc").get(page(live))).body).toContain(`href="${page(next)}"`);
  const second = await step("thuky", live, "proposeCorrection", { note: NOTE });
  expect([second.statusCode, second.body.includes("Bài đang có một bản cập nhật khác chưa xong.")]).toEqual([
    409,
    true,
  ]);

  await done("thuky", next, "forward", APPRAISED);
  await done("giamdoc", next, "approve", APPROVED);
  await done("thuky", next, "publish");
  expect([await stateOf(live), await stateOf(next)]).toEqual(["SUPERSEDED", "PUBLISHED"]);
  const published = await desk.portal.db
    .selectFrom("published_article")
    .selectAll()
    .where("edition_id", "=", next)
    .executeTakeFirstOrThrow();
  expect(published).toMatchObject({ lead, update_note: NOTE });
  expect((await as("ctv.dao-tao").get(page(live))).body).toContain("đã được thay bằng một bản cập nhật");
  expect((await as("thuky").get("/ban-bien-tap/bai")).body).not.toContain(`href="${page(live)}"`);
  expect((await as("thuky").get("/ban-bien-tap/bai?trang-thai=SUPERSEDED")).body).toContain(`href="${page(live)}"`);
});

test("a correction without a note is refused with what was typed", async () => {
  const live = await roadTo("PUBLISHED");
  const answer = await step("thuky", live, "proposeCorrection", { note: "ngắn" });
  expect(answer.statusCode).toBe(409);
  expect(answer.body).toContain('id="proposeCorrection-note-error"');
  expect(answer.body).toContain(">ngắn</textarea>");
});

test("Đ15.k3.g1: the chief decides, the secretary takes down and may ask to post again, which needs a new approval", async () => {
  const live = await roadTo("PUBLISHED");
  const early = await step("thuky", live, "executeTakedown");
  expect([early.statusCode, early.body.includes("Chưa có quyết định gỡ bỏ")]).toEqual([409, true]);
  await done("giamdoc", live, "decideTakedown", { note: "outdated", reason: "Thông tin không còn đúng thời điểm." });
  const waits = await as("thuky").get("/ban-bien-tap");
  expect(waits.body.slice(0, waits.body.indexOf("Bài của tôi"))).toContain(`href="${page(live)}"`);
  await done("thuky", live, "executeTakedown");
  expect(await stateOf(live)).toBe("TAKEN_DOWN");
  const shown = await as("ctv.dao-tao").get(page(live));
  expect(shown.body).toContain("Không còn phù hợp về thời điểm");
  expect(shown.body).not.toContain("Địa chỉ đã đăng");
  const again = await step("thuky", live, "restore", { reason: "Đơn vị đề nghị đăng lại bài." });
  const next = editionIn(again);
  expect(await stateOf(next)).toBe("AWAITING_FINAL");
});

test("Đ10.p3: what the standing deputy does under a paper is offered, and told, as done on behalf", async () => {
  const live = await roadTo("PUBLISHED");
  expect((await as("thuongtruc").get(page(live))).body).not.toContain("Quyết định gỡ bỏ");
  const { giamdoc, thuongtruc } = desk.centre.people;
  const paper = await desk.portal.act({ person: giamdoc!.id, hat: "CHIEF" }, delegate, {
    to: thuongtruc!.id,
    powers: ["takedown.decide"],
    from: "2026-11-24",
    until: "2026-12-31",
    document: "12/GUQ-GDTXHP",
    reason: "Trưởng ban đi công tác.",
  });
  expect(paper.ok).toBe(true);
  const behalf = "hay mặt Trưởng Ban biên tập Nguyễn Đức Minh";
  expect((await as("thuongtruc").get(page(live))).body).toContain(behalf);
  await done("thuongtruc", live, "decideTakedown", { note: "unsuitable", reason: "Nội dung không còn phù hợp." });
  const history = await as("thuky").get(page(live));
  expect(history.body).toContain(behalf);
  expect(history.body).toContain("12/GUQ-GDTXHP");
});

test("a head reads and corrects what his unit wrote, and nothing is offered on a text that was replaced", async () => {
  const live = await roadTo("PUBLISHED");
  const answer = await step("truong.dao-tao", live, "proposeCorrection", { note: NOTE });
  const next = editionIn(answer);
  expect((await load(next)).facts).toMatchObject({
    state: "DRAFT",
    articleAuthor: desk.centre.people["ctv.dao-tao"]!.id,
  });
  await done("truong.dao-tao", next, "approveInUnit", { addressee: desk.centre.people["phoban.chuyen-mon"]!.id });
  const deputy = await as("phoban.chuyen-mon").get("/ban-bien-tap");
  expect(deputy.body.slice(0, deputy.body.indexOf("Bài của tôi"))).toContain(`href="${page(next)}"`);
});
