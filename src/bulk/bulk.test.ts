import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, type Desk, openDesk } from "../../test/support/desk.ts";
import { type Newsroom, newsroomOf } from "../../test/support/newsroom.ts";
import { fixedClock, openTestPortal, TEST_NOW, type TestPortal } from "../../test/support/portals.ts";
import { BY_SYSTEM } from "../act.ts";
import { accountRoutes } from "../desk/account-routes.tsx";
import { deskRoom } from "../desk/room.ts";
import { receiveEnquiry } from "../enquiries/commands/receive-enquiry.ts";
import { marksOf } from "../intake/intake.ts";
import { addDocument } from "../library/commands/add-document.ts";
import { libraryDesk } from "../library/desk.tsx";
import { DOCUMENT_KINDS } from "../library/document.ts";
import { LIBRARY_PATHS } from "../library/paths.ts";
import { newsroomDesk } from "../newsroom/desk/routes.tsx";
import { fillServices } from "../sample/services.ts";
import { servicesDesk } from "../services/desk.tsx";
import { bulkHref } from "./bulk.ts";
import { bulkDesk } from "./desk.tsx";

let house: TestPortal;
let desk: Desk;
let head: Browser;
let secretary: Browser;
let writer: Browser;
let news: Omit<Newsroom, "close">;

beforeAll(async () => {
  const clock = fixedClock(TEST_NOW);
  house = await openTestPortal("sqlite", { clock });
  const { portal, centre } = house;
  news = newsroomOf({ portal, centre, clock });
  const secretaryOfAll = { person: centre.people.thuky!.id, hat: "SECRETARY" } as const;
  for (const [number, unit] of [
    ["101/QĐ", "dao-tao"],
    ["102/QĐ", "dao-tao"],
    ["103/QĐ", "to-chuc-hanh-chinh"],
  ] as const) {
    const answer = await portal.act(secretaryOfAll, addDocument, {
      kind: Object.keys(DOCUMENT_KINDS)[0]!,
      number: `${number}-GDTXHP`,
      issuedOn: "2026-01-05",
      issuer: "Trung tâm",
      signer: "Nguyễn Văn Minh",
      abstract: "Về việc thử",
      effectiveOn: "",
      effectiveTo: "",
      field: "",
      unit: centre.units[unit]!,
      earlyReason: "",
      text: "",
      reviewOn: "2027-01-05",
    });
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  }
  await fillServices(portal, centre);
  desk = await openDesk(portal, (app, access) => {
    accountRoutes(app, access);
    const room = deskRoom(portal);
    newsroomDesk(app, portal);
    libraryDesk(app, room);
    servicesDesk(app, room);
    bulkDesk(app, room);
  });
  await desk.giveAccounts({
    hoa: centre.people["truong.dao-tao"]!.id,
    thuky: centre.people.thuky!.id,
    mai: centre.people["ctv.dao-tao"]!.id,
    son: centre.people["truong.to-chuc-hanh-chinh"]!.id,
  });
  [head, secretary, writer] = (await Promise.all(["hoa", "thuky", "mai"].map((name) => desk.signedIn(name)))) as [
    Browser,
    Browser,
    Browser,
  ];
});
afterAll(async () => {
  await desk.app.close();
  await house.close();
});

const REASON = "Rà soát định kỳ quý IV năm 2026";
const ticked = (ids: readonly string[]) => ids.map((id) => `muc=${id}`).join("&");
const acts = async (act: string) =>
  house.portal.db.selectFrom("evidence").selectAll().where("act", "=", act).orderBy("seq").execute();

async function documents() {
  const rows = await house.portal.db.selectFrom("document").select(["id", "unit_id", "version"]).execute();
  const own = house.centre.units["dao-tao"];
  return { own: rows.filter((row) => row.unit_id === own), others: rows.filter((row) => row.unit_id !== own) };
}

test("“vẫn đúng” for several: each judged by itself, done and refused told with the clause, one reason in the log", async () => {
  const { own, others } = await documents();
  const ids = [own[0]!.id, others[0]!.id];
  const list = await head.get(LIBRARY_PATHS.desk);
  expect(list.body).toContain(`name="muc" value="${ids[0]}"`);
  const ask = await head.get(`${bulkHref("van-ban")}?${ticked(ids)}`);
  expect(ask.body).toContain("Làm với 2 văn bản đã chọn");

  const before = (await acts("document.confirm")).length;
  const short = await head.post(bulkHref("van-ban"), { muc: ids, viec: "van-dung", "ly-do": "ok" });
  expect([short.statusCode, short.body.includes("Chưa ghi lý do.")]).toEqual([422, true]);
  expect(short.body).toContain(`name="muc" value="${ids[0]}"`);
  expect((await acts("document.confirm")).length).toBe(before);

  const { body } = await head.post(bulkHref("van-ban"), { muc: ids, viec: "van-dung", "ly-do": REASON });
  expect(body).toContain("Đã làm 1 mục, 1 mục không được.");
  expect(body).toContain("điểm b khoản 1 Điều 13");
  const confirmed = (await acts("document.confirm")).slice(before);
  expect(confirmed.map(({ subject }) => subject)).toEqual([`document:${ids[0]}`]);
  const [kept] = await acts("bulk.run");
  expect([kept?.reason, JSON.parse(kept!.content).items]).toEqual([REASON, ids]);
});

test("documents are handed to another unit; one that was changed meanwhile is refused, the others go", async () => {
  const { own } = await documents();
  const [one, two] = own as [(typeof own)[number], (typeof own)[number]];
  const unit = house.centre.units["to-chuc-hanh-chinh"]!;
  await secretary.get(`${bulkHref("van-ban")}?${ticked([one.id, two.id])}`);
  const form = { muc: [one.id, two.id], viec: "don-vi", "ly-do": REASON };
  const none = await secretary.post(bulkHref("van-ban"), form);
  expect([none.statusCode, none.body.includes("Việc này cần thêm một lựa chọn.")]).toEqual([422, true]);
  const { body } = await secretary.post(bulkHref("van-ban"), {
    ...form,
    "chon-don-vi": unit,
    [`dau-${two.id}`]: String(two.version - 1),
  });
  expect(body).toContain("Đã làm 1 mục, 1 mục không được.");
  const rows = await house.portal.db.selectFrom("document").select(["id", "unit_id"]).execute();
  const unitOf = (id: string) => rows.find((row) => row.id === id)?.unit_id;
  expect([unitOf(one.id), unitOf(two.id)]).toEqual([unit, house.centre.units["dao-tao"]]);
});

test("services: still right for several; what is another unit's stays and is told", async () => {
  const rows = await house.portal.db
    .selectFrom("catalogue_entry")
    .select("id")
    .where("kind", "=", "procedure")
    .where("expired_on", "is", null)
    .execute();
  const ids = rows.map(({ id }) => id);
  await secretary.get(`${bulkHref("thu-tuc")}?${ticked(ids)}`);
  const { body } = await secretary.post(bulkHref("thu-tuc"), { muc: ids, viec: "van-dung", "ly-do": REASON });
  expect(body).toContain(`Đã làm ${ids.length} mục.`);
});

test("nothing is called right, or moved with its old text, that was changed after it was ticked", async () => {
  const { own } = await documents();
  const document = own.at(-1)!;
  const entry = await house.portal.db
    .selectFrom("catalogue_entry")
    .select(["id", "unit_id", "version"])
    .where("kind", "=", "procedure")
    .where("expired_on", "is", null)
    .executeTakeFirstOrThrow();
  const unit = Object.values(house.centre.units).find((id) => id !== entry.unit_id)!;
  const before = [(await acts("document.confirm")).length, (await acts("catalogue.confirm")).length];
  for (const [list, { id, version }, viec, text] of [
    ["van-ban", document, "van-dung", "Văn bản vừa được người khác sửa"],
    ["thu-tuc", entry, "van-dung", "Mục vừa được người khác sửa"],
    ["thu-tuc", entry, "don-vi", "Mục vừa được người khác sửa"],
  ] as const) {
    const form = { muc: [id], viec, "ly-do": REASON, "chon-don-vi": unit, [`dau-${id}`]: String(version - 1) };
    const { body } = await secretary.post(bulkHref(list), form);
    expect([body.includes("Đã làm 0 mục, 1 mục không được."), body.includes(text)]).toEqual([true, true]);
  }
  expect([(await acts("document.confirm")).length, (await acts("catalogue.confirm")).length]).toEqual(before);
  const now = await house.portal.db
    .selectFrom("catalogue_entry")
    .select(["unit_id", "version"])
    .where("id", "=", entry.id)
    .executeTakeFirstOrThrow();
  expect(now).toEqual({ unit_id: entry.unit_id, version: entry.version });
});

test("Đ16.k2: questions are handed together to a unit, whose head is told; their due day stays", async () => {
  const { portal, centre } = house;
  const ids: string[] = [];
  for (const topic of ["Lịch học", "Học phí"]) {
    const content = `Em muốn hỏi về việc sau: ${topic}.`;
    const answer = await portal.act(BY_SYSTEM, receiveEnquiry, {
      kind: "question",
      unit: null,
      topic,
      name: "Vũ Thị Hạnh",
      email: "hanh.vu@example.com",
      phone: "0912 345 678",
      consent: true,
      files: [],
      marks: marksOf("mot-khoa-dai-hon-ba-muoi-hai-ky-tu", "203.0.113.9", [content]),
      content,
    });
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    ids.push(answer.value.slip);
  }
  const rows = () =>
    portal.db.selectFrom("enquiry").select(["state", "unit_id", "due_on"]).where("id", "in", ids).execute();
  const before = await rows();
  expect(before.map(({ state }) => state)).toEqual(["RECEIVED", "RECEIVED"]);
  const ask = await secretary.get(`${bulkHref("hoi-dap")}?${ticked(ids)}`);
  expect(ask.body).toContain("Làm với 2 câu hỏi, góp ý đã chọn");
  const unit = centre.units["dao-tao"]!;
  const form = { muc: ids, viec: "phan-cong", "ly-do": REASON, "chon-phan-cong": unit };
  expect((await secretary.post(bulkHref("hoi-dap"), form)).body).toContain("Đã làm 2 mục.");
  expect(await rows()).toEqual(before.map(({ due_on }) => ({ state: "ASSIGNED", unit_id: unit, due_on })));
  const told = await portal.db
    .selectFrom("notification")
    .select("path")
    .where("person_id", "=", centre.people["truong.dao-tao"]!.id)
    .execute();
  expect(told.filter(({ path }) => ids.some((id) => path?.endsWith(id)))).toHaveLength(2);
});

test("Đ15.k2: articles offer in bulk only what judges no text, each by its own rights, and never an unseen text", async () => {
  const [mine, other] = [await news.write("Lớp có 41 học viên."), await news.write("Lớp có 42 học viên.")];
  const ask = await writer.get(`${bulkHref("bai")}?${ticked([mine, other])}`);
  expect(ask.body).toContain("Làm với 2 bài đã chọn");
  expect(ask.body).not.toMatch(/value="(approve|forward|sendBack|phe-duyet|trinh)"/);
  const mark = (id: string) => new RegExp(`name="dau-${id}" value="([^"]+)"`).exec(ask.body)![1]!;
  await news.save(other, news.who("Mai"), "Lớp có 43 học viên.");
  const { body } = await writer.post(bulkHref("bai"), {
    muc: [mine, other],
    viec: "rut",
    "ly-do": REASON,
    [`dau-${mine}`]: mark(mine),
    [`dau-${other}`]: mark(other),
  });
  expect(body).toContain("Đã làm 1 mục, 1 mục không được.");
  const states = [(await news.load(mine)).facts.state, (await news.load(other)).facts.state];
  expect(states).toEqual(["WITHDRAWN", "DRAFT"]);

  // Posting: what was approved goes out, what was not is told; a stranger's draft cannot even be ticked.
  const approved = await news.bringTo("APPROVED");
  const seen = await secretary.get(`${bulkHref("bai")}?${ticked([approved, other])}`);
  expect(seen.body).toContain("Làm với 2 bài đã chọn");
  const posted = await secretary.post(bulkHref("bai"), { muc: [approved, other], viec: "dang", "ly-do": REASON });
  expect(posted.body.includes("Đã làm 1 mục, 1 mục không được.")).toBe(true);
  expect([(await news.load(approved)).facts.state, (await news.load(other)).facts.state]).toEqual([
    "PUBLISHED",
    "DRAFT",
  ]);
  const stranger = await desk.signedIn("son");
  const unseen = await stranger.get(`${bulkHref("bai")}?${ticked([other])}`);
  expect(unseen.body.includes("Chưa chọn mục nào.")).toBe(true);
});
