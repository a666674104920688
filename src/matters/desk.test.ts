import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, type Desk, openDesk } from "../../test/support/desk.ts";
import { openTestPortal, type TestPortal } from "../../test/support/portals.ts";
import { accountRoutes } from "../desk/account-routes.tsx";
import { deskRoom } from "../desk/room.ts";
import { matterDesk } from "./desk.tsx";
import { MATTER_PATHS } from "./paths.ts";

let house: TestPortal;
let desk: Desk;
let chief: Browser;
let head: Browser;

beforeAll(async () => {
  house = await openTestPortal("sqlite");
  desk = await openDesk(house.portal, (app, access) => {
    accountRoutes(app, access);
    matterDesk(app, deskRoom(house.portal));
  });
  const { people } = house.centre;
  await desk.giveAccounts({
    thuongtruc: people.thuongtruc!.id,
    hoa: people["truong.dao-tao"]!.id,
    son: people["truong.to-chuc-hanh-chinh"]!.id,
    mai: people["ctv.dao-tao"]!.id,
    bao: people.quantri!.id,
  });
  [chief, head] = [await desk.signedIn("thuongtruc"), await desk.signedIn("hoa")];
});
afterAll(async () => {
  await desk.app.close();
  await house.close();
});

const count = (body: string) => Number(/<p class="page-lead">(\d+) việc/.exec(body)?.[1] ?? "-1");

test("Đ18.k2: a head chooses what to raise, is refused with nothing lost, raises it, and it is in the list and its file", async () => {
  const choose = await head.get(MATTER_PATHS.create);
  expect(choose.body).toContain("Khó khăn, vướng mắc");
  expect(choose.body).not.toContain("loai=task");
  await head.get(`${MATTER_PATHS.create}?loai=difficulty`);
  const refused = await head.post(MATTER_PATHS.create, {
    loai: "difficulty",
    "tieu-de": "",
    "noi-dung": "Máy ảnh hỏng",
  });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain("Máy ảnh hỏng");
  expect(refused.body).toContain("khoản 2 Điều 18");
  const kept = { loai: "difficulty", "tieu-de": "=Thiếu máy ảnh", "noi-dung": "Máy ảnh hỏng" };
  const done = await head.post(MATTER_PATHS.create, kept);
  expect(done.headers.location).toBe("/ban-bien-tap/cong-viec/VM-2026-001?xong=raise");
  const list = await head.get(`${MATTER_PATHS.desk}?ai=tat-ca&loai=difficulty`);
  expect([count(list.body), list.body.includes("VM-2026-001")]).toEqual([1, true]);
  const csv = await head.get(`${MATTER_PATHS.desk}.csv?ai=tat-ca&loai=difficulty`);
  const lines = csv.body.trim().split("\n");
  expect([csv.statusCode, lines.length]).toEqual([200, 2]);
  expect(csv.body).not.toMatch(/(^|,)"?=Thiếu/m);
  const none = await head.get(`${MATTER_PATHS.desk}.csv?ai=tat-ca&loai=ticket`);
  expect(none.body.trim().split("\n").length).toBe(1);
});

test("Đ12.k2: a ticket is answered in two clicks from the menu; what was typed against a stale page stays", async () => {
  const mai = await desk.signedIn("mai");
  const bao = await desk.signedIn("bao");
  await mai.get(`${MATTER_PATHS.create}?loai=ticket`);
  const ticket = { loai: "ticket", "tieu-de": "Không đăng nhập được", "noi-dung": "Quên mật khẩu", "muc-do": "thuong" };
  const sent = await mai.post(MATTER_PATHS.create, ticket);
  const path = String(sent.headers.location).split("?")[0]!;
  const waiting = await bao.get(MATTER_PATHS.desk);
  expect([count(waiting.body), waiting.body.includes(path)]).toEqual([1, true]);
  await bao.get(path);
  const empty = await bao.post(path, { viec: "answer", "da-thay": "1", "answer-loi": "" });
  expect([empty.statusCode, empty.body.includes('href="#answer-loi"')]).toEqual([422, true]);
  expect((await bao.post(path, { viec: "accept", "da-thay": "1" })).statusCode).toBe(303);
  const stale = await bao.post(path, { viec: "answer", "da-thay": "1", "answer-loi": "Đã đặt lại mật khẩu." });
  expect(stale.statusCode).toBe(422);
  expect(stale.body).toContain("Hoàng Gia Bảo đã cập nhật việc này: nhận xử lý");
  expect(stale.body).toContain("Đã đặt lại mật khẩu.");
  const seen = /name="da-thay" value="(\d+)"/.exec(stale.body)![1]!;
  expect((await bao.post(path, { viec: "answer", "da-thay": seen, "answer-loi": "Đã đặt lại." })).statusCode).toBe(303);
  // Typed for a step that is over: it stands where a word may still be said.
  const over = await bao.post(path, { viec: "answer", "da-thay": "1", "answer-loi": "Câu trả lời thứ hai." });
  expect([over.statusCode, over.body.includes("Câu trả lời thứ hai.")]).toEqual([422, true]);
});

test("Đ9.k2, A-23: who may not give tasks is told by which clause; what is another unit's has no page", async () => {
  expect((await chief.get(`${MATTER_PATHS.create}?loai=task`)).statusCode).toBe(200);
  const refused = await chief.post(MATTER_PATHS.create, { loai: "task", "tieu-de": "Giao", "noi-dung": "Việc" });
  expect([refused.statusCode, refused.body.includes("khoản 2 Điều 9")]).toEqual([422, true]);
  const other = await desk.signedIn("son");
  expect((await other.get(MATTER_PATHS.one("VM-2026-001"))).statusCode).toBe(404);
  expect((await other.get(MATTER_PATHS.one("XX-1"))).statusCode).toBe(404);
  await other.get(`${MATTER_PATHS.create}?loai=ticket`);
  expect((await other.post(MATTER_PATHS.create, { loai: "gì đó" })).statusCode).toBe(404);
});

test("Đ8.k2.g5: a reminder may begin with a text; its form keeps whom one ticked", async () => {
  const { units } = house.centre;
  const begun = await chief.get(`${MATTER_PATHS.create}?loai=reminder&mau=1&don-vi-nhan=${units["dao-tao"]}`);
  expect(begun.body).toContain("ít nhất 02 tin, bài có chất lượng");
  expect(begun.body).toMatch(new RegExp(`value="${units["dao-tao"]}"[^>]*checked`));
  const refused = await chief.post(MATTER_PATHS.create, { loai: "reminder", "tieu-de": "Nhắc", "noi-dung": "Gửi bài" });
  expect([refused.statusCode, refused.body.includes("Chưa chọn người nhận.")]).toEqual([422, true]);
});
