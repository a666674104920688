import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, type Desk, openDesk } from "../../test/support/desk.ts";
import { openTestPortal, type TestPortal } from "../../test/support/portals.ts";
import { deskRoom } from "../desk/room.ts";
import { signInRoutes } from "../desk/routes-sign-in.tsx";
import { dayOf } from "../kernel/clock.ts";
import { raiseMatter } from "../matters/commands/raise-matter.ts";
import { CLAUSES } from "../regulation/quy-che-27.ts";
import { recordIncident } from "../violations/commands/record-incident.ts";
import { complianceDesk } from "./desk.tsx";
import { COMPLIANCE_PATHS } from "./paths.ts";

const checker = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:a11y"],
  rules: { "no-redundant-role": "off" },
});

let opened: TestPortal;
let desk: Desk;
let chief: Browser;
let head: Browser;
beforeAll(async () => {
  opened = await openTestPortal("sqlite");
  desk = await openDesk(opened.portal, (app, access) => {
    signInRoutes(app, access);
    complianceDesk(app, deskRoom(access.portal));
  });
  const names = ["giamdoc", "truong.dao-tao", "ctv.dao-tao"];
  await desk.giveAccounts(Object.fromEntries(names.map((name) => [name, opened.centre.people[name]!.id])));
  [chief, head] = [await desk.signedIn("giamdoc"), await desk.signedIn("truong.dao-tao")];
});
afterAll(async () => {
  await desk.app.close();
  await opened.close();
});

const rows = (body: string) => [...body.matchAll(/<th role="rowheader"/g)].length;

test("the board counts what it lists, narrows by its address, and leaves as the same rows for spreadsheets", async () => {
  const all = (await chief.get(COMPLIANCE_PATHS.board)).body;
  expect(all).toContain(`${rows(all)} điều khoản`);
  for (const query of ["?tinh-trang=tre", "?chuong=chuong-4&ai=MEMBER", "?cach=words", "?tinh-trang=la&ai=KHONG"]) {
    const { body } = await chief.get(COMPLIANCE_PATHS.board + query);
    const csv = (await chief.get(`${COMPLIANCE_PATHS.board}.csv${query}`)).body.trim().split("\r\n");
    expect(csv.length - 1, query).toBe(rows(body));
    expect(rows(body) > 0 && (query.includes("la&") ? rows(body) === rows(all) : rows(body) < rows(all)), query).toBe(
      true,
    );
  }
  expect((await chief.get(`${COMPLIANCE_PATHS.board}.xlsx`)).statusCode).toBe(200);
});

test("every clause opens with what is behind it, as valid pages; what is no clause is not there", async () => {
  const faults: string[] = [];
  const judge = async (url: string) => {
    const { body, statusCode } = await chief.get(url);
    if (statusCode !== 200) faults.push(`${url} ${statusCode}`);
    const report = await checker.validateString(body);
    for (const { messages } of report.results)
      for (const { ruleId, message } of messages) faults.push(`${url} ${ruleId}: ${message}`);
    return body;
  };
  await judge(COMPLIANCE_PATHS.board);
  await judge(COMPLIANCE_PATHS.heads);
  expect(await judge(COMPLIANCE_PATHS.clause("Đ8.k1.g2"))).toContain("Phân công");
  expect(await judge(COMPLIANCE_PATHS.clause("Đ12.k2"))).toContain("src/checks/slots.ts");
  expect(await judge(COMPLIANCE_PATHS.clause("Đ15.k2.b3"))).toContain(
    "an approval without its ticks is refused, and what was typed is still there",
  );
  expect(faults).toEqual([]);
  for (const { id } of CLAUSES.filter((_, place) => place % 10 === 0))
    expect((await chief.get(COMPLIANCE_PATHS.clause(id))).statusCode, id).toBe(200);
  for (const id of ["Đ23", "Đ13.k1.đ", "constructor"])
    expect((await chief.get(COMPLIANCE_PATHS.clause(id))).statusCode, id).toBe(404);
});

test("QĐ-Đ3: a head is asked with one button, which is gone once pressed; a second press says so by its clause", async () => {
  const before = (await head.get(COMPLIANCE_PATHS.heads)).body;
  expect(before).toContain("Tôi đã đọc và thực hiện Quy chế");
  expect((await head.post(COMPLIANCE_PATHS.heads)).headers.location).toBe(`${COMPLIANCE_PATHS.heads}?xong=1`);
  const after = (await head.get(`${COMPLIANCE_PATHS.heads}?xong=1`)).body;
  expect(after).toContain("Đã ghi xác nhận của bạn");
  expect(after).toContain("1 trên 5 trưởng đơn vị");
  expect(after).not.toContain("Tôi đã đọc và thực hiện Quy chế");
  const again = await head.post(COMPLIANCE_PATHS.heads);
  expect(again.statusCode).toBe(422);
  expect(again.body).toContain("Bạn đã xác nhận Quy chế này rồi.");
  expect(again.body).toContain("Điều 3 Quyết định 27/QĐ-GDTXHP");
});

test("QĐ-Đ3: nobody else is offered the button or gets through by its address", async () => {
  const contributor = await desk.signedIn("ctv.dao-tao");
  for (const browser of [chief, contributor]) {
    expect((await browser.get(COMPLIANCE_PATHS.heads)).body).not.toContain("Tôi đã đọc");
    expect((await browser.post(COMPLIANCE_PATHS.heads)).statusCode).toBe(403);
  }
});

test("a contributor sees how the regulation is kept, and of the log only what is his to see", async () => {
  const contributor = await desk.signedIn("ctv.dao-tao");
  const { body, statusCode } = await contributor.get(COMPLIANCE_PATHS.clause("Đ8.k1.g2"));
  expect(statusCode).toBe(200);
  expect(body).toContain("không thuộc phạm vi bạn được xem");
});

test("Đ9.k1, REQ-144: whose work is late, and that there was a prohibited act, is told only to whom it may concern", async () => {
  const { portal, centre } = opened;
  const by = { person: centre.people.giamdoc!.id, hat: "CHIEF" } as const;
  const day = dayOf(portal.clock.now());
  const task = await portal.act(by, raiseMatter, {
    ...{ kind: "task", people: [centre.people.thuky!.id], units: [], unit: null, files: [] },
    content: { title: "Việc kín của Thư ký", text: "Nội dung", due: day },
  });
  expect(task.ok).toBe(true);
  const incident = await portal.act(by, recordIncident, {
    ...{ clause: "Đ17.k2", what: "Dùng tài khoản của người khác", day, unit: null, exhibits: ["1"] },
  });
  expect(incident.ok).toBe(true);
  const pages = [COMPLIANCE_PATHS.clause("Đ8.k2.g8"), COMPLIANCE_PATHS.board, `${COMPLIANCE_PATHS.board}.csv`];
  for (const url of pages) {
    expect((await chief.get(url)).body, url).toContain("Việc kín của Thư ký");
    expect((await head.get(url)).body, url).not.toContain("Việc kín của Thư ký");
  }
  const act17 = COMPLIANCE_PATHS.clause("Đ17.k2");
  expect((await chief.get(act17)).body).toContain("Lập hồ sơ hành vi bị cấm");
  const told = (await head.get(act17)).body;
  expect(told).not.toContain("Lập hồ sơ hành vi bị cấm");
  expect(told).not.toContain("không thuộc phạm vi bạn được xem");
});
