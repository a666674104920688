import ICAL from "ical.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, type Desk, HOST, openDesk } from "../../test/support/desk.ts";
import { newsroomOf } from "../../test/support/newsroom.ts";
import { type FixedClock, fixedClock, openTestPortal, TEST_NOW, type TestPortal } from "../../test/support/portals.ts";
import { accountRoutes } from "../desk/account-routes.tsx";
import { deskRoom } from "../desk/room.ts";
import { fromLocalInput } from "../kernel/clock.ts";
import { readCsv } from "../media/text/csv.ts";
import { newsroomDesk } from "../newsroom/desk/routes.tsx";
import { saveEvent } from "./commands/save-event.ts";
import { eventDesk } from "./desk.tsx";
import { readEvents } from "./events.queries.ts";
import { EVENT_PATHS } from "./paths.ts";
import { eventSite } from "./site.tsx";

let clock: FixedClock;
let house: TestPortal;
let desk: Desk;
let head: Browser;
let writer: Browser;
let chief: Browser;
let stranger: Browser;
let unit: string;

beforeAll(async () => {
  clock = fixedClock(TEST_NOW);
  house = await openTestPortal("sqlite", { clock });
  const { portal, centre } = house;
  desk = await openDesk(portal, (app, access) => {
    accountRoutes(app, access);
    newsroomDesk(app, portal);
    eventDesk(app, deskRoom(portal));
    eventSite(app, portal, { siteCss: "/s.css", deskCss: "/d.css", fonts: [], islands: {} });
  });
  const people = { hoa: "truong.dao-tao", mai: "ctv.dao-tao", minh: "giamdoc", son: "truong.to-chuc-hanh-chinh" };
  await desk.giveAccounts(
    Object.fromEntries(Object.entries(people).map(([to, name]) => [to, centre.people[name]!.id])),
  );
  [head, writer, chief] = [await desk.signedIn("hoa"), await desk.signedIn("mai"), await desk.signedIn("minh")];
  stranger = await desk.signedIn("son");
  unit = centre.units["dao-tao"]!;
});
afterAll(async () => {
  await desk.app.close();
  await house.close();
});

const open = async (url: string) => desk.app.inject({ url, headers: { host: HOST } });
const form = (more: Record<string, string> = {}) => ({
  loai: "seminar",
  ten: "Hội thảo “Học suốt đời”; buổi 1, mở",
  "dia-diem": "Hội trường A",
  "don-vi": unit,
  "mo-ta": "Dòng một\nDòng hai",
  "pham-vi": "cong-khai",
  "bat-dau-1": "2026-11-25T08:00",
  "ket-thuc-1": "2026-11-25T11:30",
  ...more,
});
const register = async (more: Record<string, string> = {}) => {
  await head.get(EVENT_PATHS.add);
  const answer = await head.post(EVENT_PATHS.add, form(more));
  expect(answer.statusCode).toBe(303);
  return /su-kien\/(\w+)\?/.exec(String(answer.headers.location))![1]!;
};
const slugOf = async (id: string) => (await readEvents(house.portal.db, { id }))[0]!.slug;

test("Đ16.k4.g3: a form without an end is refused beside its control, and nothing typed is lost", async () => {
  await head.get(EVENT_PATHS.add);
  const typed = form({
    "ket-thuc-1": "",
    "bat-dau-2": "2026-11-26T08:00",
    "ket-thuc-2": "2026-11-26T07:00",
    "mo-ta": "<b>giữ</b>",
  });
  const { statusCode, body } = await head.post(EVENT_PATHS.add, typed);
  expect(statusCode).toBe(422);
  expect(body).toContain("Buổi 1 chưa có giờ kết thúc.");
  expect(body).toContain('href="#ket-thuc-1"');
  expect(body).toContain("Buổi 2 kết thúc trước khi bắt đầu.");
  expect(body).toContain("khoản 4 Điều 16");
  for (const kept of ['value="2026-11-25T08:00"', 'value="2026-11-26T07:00"', "&lt;b>giữ", 'value="Hội trường A"'])
    expect(body).toContain(kept);
  expect(await readEvents(house.portal.db)).toEqual([]);
});

test("Đ16.k4.g3: from the event to its draft is one press, and the draft says when, where and who", async () => {
  const id = await register();
  expect((await head.get(EVENT_PATHS.event(id))).body).toContain("Viết bài về sự kiện");
  const page = await writer.get(EVENT_PATHS.event(id));
  expect(page.body).toContain("Viết bài về sự kiện");
  expect(page.body).not.toContain("Hủy sự kiện");
  const answer = await writer.post(EVENT_PATHS.write(id));
  expect(answer.statusCode).toBe(303);
  const editor = await writer.get(String(answer.headers.location));
  expect(editor.statusCode).toBe(200);
  expect(editor.body).toContain("Ngày 25/11/2026, tại Hội trường A");
  const again = await writer.post(EVENT_PATHS.write(id));
  expect([again.statusCode, again.body.includes("Sự kiện đã có bài")]).toEqual([422, true]);
  // Another unit's head sees that it is being written, not what it is called, and no way in that is closed to him.
  const edition = String(answer.headers.location).replace(/\/soan.*$|\/sua.*$|\?.*$/, "");
  const other = (await stranger.get(EVENT_PATHS.event(id))).body;
  expect([other.includes("Bài chưa đăng"), other.includes(`href="${edition}"`)]).toEqual([true, false]);
  expect((await head.get(EVENT_PATHS.event(id))).body).toContain(`href="${edition}"`);
});

test("the public calendar shows an event, its month, its own page for machines too, and a calendar file", async () => {
  const id = await register({ ten: "Hội nghị công khai </script><b>" });
  const slug = await slugOf(id);
  const list = await open(EVENT_PATHS.site);
  expect(list.body).toContain(`href="/su-kien/${slug}"`);
  expect(list.body).toContain('href="/su-kien/thang/2026-11"');
  const month = await open(EVENT_PATHS.month("2026-11"));
  expect(month.body).toContain("Tháng 11/2026");
  expect(month.body).toContain(`href="/su-kien/${slug}"`);
  for (const none of ["2026-13", "1999-01", "2031-01", "nay"])
    expect((await open(EVENT_PATHS.month(none))).statusCode, none).toBe(404);
  const page = await open(EVENT_PATHS.one(slug));
  const [, json] = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(page.body)!;
  expect(JSON.parse(json!)).toMatchObject({
    "@type": "Event",
    name: "Hội nghị công khai </script><b>",
    startDate: "2026-11-25T08:00:00+07:00",
    endDate: "2026-11-25T11:30:00+07:00",
    eventStatus: "https://schema.org/EventScheduled",
    location: { "@type": "Place", name: "Hội trường A" },
  });
  const file = await open(EVENT_PATHS.ics(slug));
  expect(file.headers["content-type"]).toBe("text/calendar; charset=utf-8");
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(file.body)).getFirstSubcomponent("vevent")!);
  expect([event.summary, event.location, event.startDate.toString()]).toEqual([
    "Hội nghị công khai </script><b>",
    "Hội trường A",
    "2026-11-25T01:00:00Z",
  ]);
});

test("an internal event is nowhere in public, and a name that wants to be a line of the feed stays a name", async () => {
  const id = await register({ ten: "Họp kín\nEND:VCALENDAR", "pham-vi": "noi-bo" });
  const slug = await slugOf(id);
  for (const url of [EVENT_PATHS.one(slug), EVENT_PATHS.ics(slug)]) expect((await open(url)).statusCode).toBe(404);
  for (const url of [EVENT_PATHS.site, EVENT_PATHS.feed, EVENT_PATHS.month("2026-11")])
    expect((await open(url)).body).not.toContain("Họp kín");
  expect((await head.get(EVENT_PATHS.desk)).body).toContain("Họp kín");
});

test("moved and cancelled events say so at their address and in the feed, at once", async () => {
  const id = await register({ ten: "Sự kiện sẽ dời" });
  const slug = await slugOf(id);
  await open(EVENT_PATHS.one(slug));
  const moved = form({
    ten: "Sự kiện sẽ dời",
    "bat-dau-1": "2026-11-28T08:00",
    "ket-thuc-1": "2026-11-28T11:30",
    ban: "1",
  });
  await head.get(EVENT_PATHS.event(id));
  const silent = await head.post(EVENT_PATHS.event(id), moved);
  expect([silent.statusCode, silent.body.includes("Chưa có lý do đổi thời gian.")]).toEqual([422, true]);
  expect(silent.body).toContain('value="2026-11-28T08:00"');
  expect((await head.post(EVENT_PATHS.event(id), { ...moved, "ly-do": "Mưa lớn, sân ngập nước" })).statusCode).toBe(
    303,
  );
  desk.app.pages.dropTags(["events"]);
  const page = (await open(EVENT_PATHS.one(slug))).body;
  expect(page).toContain("Thời gian đã thay đổi");
  expect(page).toContain("Mưa lớn, sân ngập nước");
  expect(page).toContain('"previousStartDate":"2026-11-25T08:00:00+07:00"');
  await head.get(EVENT_PATHS.event(id));
  expect((await head.post(EVENT_PATHS.cancel(id), { "ly-do-huy": "" })).statusCode).toBe(422);
  expect((await head.post(EVENT_PATHS.cancel(id), { "ly-do-huy": "Bão số 9 đổ bộ" })).statusCode).toBe(303);
  desk.app.pages.dropTags(["events"]);
  expect((await open(EVENT_PATHS.one(slug))).body).toContain("Bão số 9 đổ bộ");
  const all = new ICAL.Component(ICAL.parse((await open(EVENT_PATHS.feed)).body)).getAllSubcomponents("vevent");
  const one = all.find((event) => event.getFirstPropertyValue("uid") === `${id}-1@su-kien`)!;
  expect([one.getFirstPropertyValue("status"), one.getFirstPropertyValue("sequence")]).toEqual(["CANCELLED", 2]);
});

test("every tab counts what its list, and its spreadsheet, hold; filters narrow all of them", async () => {
  const room = newsroomOf({ portal: house.portal, centre: house.centre, clock });
  clock.set(fromLocalInput("2026-11-27T07:00")!);
  await room.write();
  for (const query of ["", "?tu-khoa=hoi", `?don-vi=${unit}&loai=exam`]) {
    const { body } = await head.get(`${EVENT_PATHS.desk}${query}`);
    const tabs = [...body.matchAll(/<a class="tab" href="([^"]+)"[^>]*>[^<]*<span class="count">(\d+)<\/span>/g)];
    expect(tabs).toHaveLength(6);
    for (const [, href, count] of tabs) {
      const address = href!.replaceAll("&amp;", "&");
      const list = await head.get(address);
      const rows = [...list.body.matchAll(/<th role="rowheader"/g)].length;
      expect([address, rows]).toEqual([address, Number(count)]);
      const csv = await head.get(address.replace(EVENT_PATHS.desk, `${EVENT_PATHS.desk}.csv`));
      expect(readCsv(csv.body.replaceAll("\r\n", "\n"), 1000).filter((row) => row.some(Boolean))).toHaveLength(
        rows + 1,
      );
    }
  }
  const late = (await head.get(`${EVENT_PATHS.desk}?xem=tre-han`)).body;
  expect(late).toContain("Quá hạn, chưa đăng bài");
  expect(late).toMatch(/Lâu nhất ở khâu (Người viết|Chưa viết bài) \(\d/);
  const month = (await head.get(`${EVENT_PATHS.desk}?kieu=thang&thang=2026-11`)).body;
  expect(month).toContain("Tháng 11/2026");
  expect(month).toContain("Quá hạn, chưa đăng bài");
});

test("a long list goes on over numbered pages, and its spreadsheet holds all of it", async () => {
  const { portal, centre } = house;
  const by = { person: centre.people.thuky!.id, hat: "SECRETARY" } as const;
  for (let number = 1; number <= 51; number += 1) {
    const sessions = [{ starts: "2026-12-15T08:00", ends: "2026-12-15T09:00" }];
    const event = {
      kind: "exam",
      title: `Kỳ thi đợt ${number}`,
      place: "Nhà B",
      unit,
      description: "",
      isPublic: false,
    };
    expect((await portal.act(by, saveEvent, { id: null, ...event, sessions, reason: "" })).ok).toBe(true);
  }
  const list = `${EVENT_PATHS.desk}?loai=exam`;
  const rows = async (address: string) => [...(await head.get(address)).body.matchAll(/<th role="rowheader"/g)].length;
  expect([await rows(list), await rows(`${list}&trang=2`), await rows(`${list}&trang=99`)]).toEqual([50, 1, 1]);
  expect((await head.get(list)).body).toContain("Tất cả: 51 sự kiện");
  const csv = await head.get(list.replace(EVENT_PATHS.desk, `${EVENT_PATHS.desk}.csv`));
  expect(readCsv(csv.body.replaceAll("\r\n", "\n"), 1000).filter((row) => row.some(Boolean))).toHaveLength(52);
});

test("after the end those who owe the article are told who may say that it never took place", async () => {
  const [one] = (await readEvents(house.portal.db)).filter(
    ({ cancelledAt, endsAt }) => !cancelledAt && endsAt < clock.now(),
  );
  const page = await head.get(EVENT_PATHS.event(one!.id));
  expect(page.body).toContain("chỉ Trưởng Ban hoặc Phó Trưởng ban thường trực");
  expect(page.body).not.toContain(`action="${EVENT_PATHS.cancel(one!.id)}`);
  const refused = await head.post(EVENT_PATHS.cancel(one!.id), { "ly-do-huy": "Không tổ chức được" });
  expect([refused.statusCode, refused.body.includes("hạn đăng tin, bài đang tính")]).toEqual([422, true]);
  expect((await chief.get(EVENT_PATHS.event(one!.id))).body).toContain(`action="${EVENT_PATHS.cancel(one!.id)}"`);
  expect((await head.get(EVENT_PATHS.event("khong-co"))).statusCode).toBe(404);
});
