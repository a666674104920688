import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Newsroom, openNewsroom } from "../../test/support/newsroom.ts";
import { eachEngine } from "../../test/support/portals.ts";
import { openRaw } from "../../test/support/raw.ts";
import { BY_SYSTEM, type By } from "../act.ts";
import { delegate } from "../board/commands/delegate.ts";
import { eraseSlipsDue } from "../intake/erase.ts";
import { marksOf } from "../intake/intake.ts";
import { readTarget } from "../intake/target.ts";
import { moveRequest, type RequestStep } from "./commands/move-request.ts";
import { type NewRequest, receiveRequest } from "./commands/receive-request.ts";
import { loadRequest, oldArticles } from "./requests.queries.ts";
import { TAKEDOWNS } from "./rules.ts";

const reason = "Ảnh chụp có học viên chưa đồng ý";
const HOST = "ttgdtxhaiphong.haiphong.edu.vn";

eachEngine("Đ15.k3.g1–g3: a request to take something down", (engine) => {
  let room: Newsroom;
  let path: string;
  let edition: string;
  beforeEach(async () => {
    room = await openNewsroom(engine);
    edition = await room.bringTo("PUBLISHED");
    path = `/bai-viet/${(await room.load(edition)).article.slug}`;
  });
  afterEach(() => room.close());

  const form = (more: Partial<NewRequest> = {}): NewRequest => ({
    address: `https://${HOST}${path}?in=1`,
    reasonClass: "legal",
    content: "Con tôi có trong ảnh mà gia đình chưa đồng ý đăng.",
    name: "Đỗ Văn Khánh",
    email: "khanh.do@example.com",
    phone: "",
    consent: true,
    unit: null,
    marks: marksOf("x".repeat(32), "203.0.113.7", [more.address ?? path]),
    files: [],
    ...more,
  });
  const send = (more: Partial<NewRequest> = {}, who: By = BY_SYSTEM) =>
    room.portal.act(who, receiveRequest, form(more));
  async function received(more: Partial<NewRequest> = {}) {
    const answer = await send(more);
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return answer.value.slip;
  }
  const attempt = (who: By, step: RequestStep) => room.portal.act(who, moveRequest, step);
  async function move(who: By, step: RequestStep) {
    room.clock.advance(60);
    const answer = await attempt(who, step);
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  }
  const codes = (answer: { ok: boolean; error?: readonly { code: string }[] }) =>
    answer.ok ? [] : answer.error!.map(({ code }) => code);
  const stateOf = async (request: string) => (await loadRequest(room.portal.db, request))!.facts.state;
  const lan = () => room.who("Lan", "SECRETARY");
  const chief = () => room.who("Minh", "CHIEF");

  async function considered() {
    const request = await received();
    await move(lan(), { request, act: "consider", note: "Đã kiểm tra ảnh, đề nghị gỡ bài" });
    return request;
  }

  test("passes the secretary, the head of the board, the secretary again: 410, and the requester is answered", async () => {
    const request = await considered();
    await move(chief(), { request, act: "accept", reason, reasonClass: "legal" });
    expect((await room.load(edition)).facts.takedownDecided).toBe(true);
    expect((await room.load(edition)).facts.state).toBe("PUBLISHED");
    await move(lan(), { request, act: "execute" });
    expect((await room.load(edition)).facts.state).toBe("TAKEN_DOWN");
    expect((await room.load(edition)).article.takedown_reason).toBe("legal");
    await move(lan(), { request, act: "answer", answer: "Trung tâm đã gỡ bài, xin lỗi gia đình." });
    expect(await stateOf(request)).toBe("ANSWERED");
    const mails = await room.portal.db.selectFrom("outbox").select("payload").where("kind", "=", "mail").execute();
    const mine = mails.map(({ payload }) => payload).filter((payload) => payload.includes("khanh.do@example.com"));
    expect(mine).toHaveLength(2);
    expect(mine.some((payload) => payload.includes("xin lỗi gia đình"))).toBe(true);
  });

  test("is decided by nobody else: not the secretary, a deputy, a head, or the clocks", async () => {
    const request = await considered();
    const accept: RequestStep = { request, act: "accept", reason, reasonClass: "legal" };
    for (const who of [lan(), room.who("Hưng", "DEPUTY"), room.who("Hoa", "MEMBER"), room.who("Bảo"), BY_SYSTEM]) {
      expect(codes(await attempt(who, accept))).toEqual(["notThisHat"]);
    }
    expect((await room.load(edition)).facts.takedownDecided).toBe(false);
  });

  test("Đ10.p3: the standing deputy decides only under a paper that names this power", async () => {
    const request = await considered();
    const accept: RequestStep = { request, act: "accept", reason, reasonClass: "legal" };
    const deputy = room.who("Thúy", "STANDING_DEPUTY");
    expect(codes(await attempt(deputy, accept))).toEqual(["noDelegation"]);
    const paper = { to: deputy.person, from: "2026-11-24", until: "2026-11-30", document: "9/GUQ" };
    const why = "Trưởng ban đi công tác xa";
    await room.portal.act(chief(), delegate, { ...paper, powers: ["article.pull"], reason: why });
    expect(codes(await attempt(deputy, accept))).toEqual(["noDelegation"]);
    await room.portal.act(chief(), delegate, {
      ...paper,
      document: "10/GUQ",
      powers: ["takedown.decide"],
      reason: why,
    });
    await move(deputy, accept);
    expect((await room.load(edition)).facts.takedownDecided).toBe(true);
    const row = await room.portal.db
      .selectFrom("slip_move")
      .select("delegation_id")
      .where("act", "=", "accept")
      .executeTakeFirstOrThrow();
    expect(row.delegation_id).not.toBeNull();
  });

  test("decision and newsroom's decision are one: where the article is gone, nothing is accepted", async () => {
    const request = await considered();
    await room.move(edition, chief(), { act: "decideTakedown", reason, note: "legal" });
    await room.move(edition, lan(), { act: "executeTakedown" });
    expect(codes(await attempt(chief(), { request, act: "accept", reason, reasonClass: "legal" }))).toEqual(["isLive"]);
    await move(chief(), { request, act: "reject", reason: "Bài đã được gỡ trước đó" });
    await move(lan(), { request, act: "answer", answer: "Bài này đã được gỡ trước đó." });
  });

  test("REQ-020: names the public article that answers it, in a letter too, whatever its state", async () => {
    const request = await received();
    await move(lan(), { request, act: "link", article: `https://${HOST}${path}` });
    const { row, facts } = (await loadRequest(room.portal.db, request))!;
    expect([row.article_id, facts.state]).toEqual([(await room.load(edition)).article.id, "RECEIVED"]);
    const mails = await room.portal.db.selectFrom("outbox").select("payload").where("kind", "=", "mail").execute();
    expect(mails.some(({ payload }) => payload.includes("Bài phản hồi, đính chính"))).toBe(true);
    const elsewhere = await attempt(lan(), { request, act: "link", article: "https://example.com/bai-viet/a" });
    expect(codes(elsewhere)).toEqual(["articleLive"]);
    const told = await room.portal.db.selectFrom("notification").select("path").where("path", "is not", null).execute();
    expect(new Set(told.map(({ path }) => path))).toEqual(new Set([`/ban-bien-tap/go-bo/${request}`]));
  });

  test("rejected, nothing leaves the portal", async () => {
    const request = await considered();
    await move(chief(), { request, act: "reject", reason: "Ảnh chụp sự kiện công khai" });
    expect(codes(await attempt(lan(), { request, act: "execute" }))).toEqual(["slipNotAtThisStep"]);
    expect((await room.load(edition)).facts.state).toBe("PUBLISHED");
  });

  test.each([
    ["targetIsDisclosure", "/cong-khai/2026-2027/thu-chi"],
    ["targetIsDisclosure", `https://${HOST}/Cong-Khai/`],
    ["targetIsDisclosure", "/cong%2Dkhai/tai-chinh"],
    ["targetElsewhere", "https://facebook.com/bai"],
    ["targetElsewhere", `https://${HOST}.example.com${"/bai-viet/a"}`],
    ["targetElsewhere", "//example.com/bai-viet/a"],
    ["targetOtherPage", "/lien-he"],
    ["targetUnknown", "/bai-viet/khong-co"],
    ["targetMissing", ""],
    ["targetMissing", "javascript:alert(1)"],
  ])("REQ-111, REQ-074: %s for %j", async (code, address) => {
    expect(codes(await send({ address }))).toEqual([code]);
  });

  test("REQ-111, Đ15.k3.g3: a request without contact, reason or consent is refused with every reason at once", async () => {
    const answer = await send({ email: "", reasonClass: "", consent: false });
    expect(codes(answer)).toEqual(["contactMissing", "reasonClassMissing", "consentMissing"]);
  });

  test("a head asks in the name of his own unit, without a form of the public", async () => {
    const unit = room.centre.units["dao-tao"]!;
    expect((await send({ unit, marks: null, reasonClass: "supplier" }, room.who("Hoa", "MEMBER"))).ok).toBe(true);
    expect(codes(await send({ unit, marks: null }, room.who("Sơn", "MEMBER")))).toEqual(["slipNotYourUnit"]);
    expect(codes(await send({ unit, marks: null }, room.who("Mai")))).toEqual(["notThisHat"]);
  });

  test("law.md §7: an answered request is forgotten in time, its steps stay", async () => {
    const request = await considered();
    await move(chief(), { request, act: "reject", reason: "Ảnh chụp sự kiện công khai" });
    await move(lan(), { request, act: "answer", answer: "Trung tâm giữ bài vì là sự kiện công khai." });
    room.clock.set("2027-12-01T00:00:00.000Z");
    expect(await eraseSlipsDue(room.portal, TAKEDOWNS)).toBe(1);
    const { db } = room.portal;
    const everything = JSON.stringify([
      await db.selectFrom("takedown_request").selectAll().execute(),
      await db.selectFrom("slip_move").selectAll().execute(),
      await db.selectFrom("evidence").selectAll().execute(),
      await db.selectFrom("outbox").selectAll().execute(),
    ]);
    expect(everything).not.toMatch(/Khánh|khanh\.do|Con tôi có trong ảnh/);
    expect((await loadRequest(db, request))!.moves.map(({ act }) => act)).toEqual([
      "receive",
      "consider",
      "reject",
      "answer",
      "erase",
    ]);
  });

  test("REQ-110, Đ15.k3.g2: old articles are a list, and stay where they are", async () => {
    const list = await oldArticles(room.portal.db, "2027-01-01T00:00:00.000Z", 10);
    expect(list).toHaveLength(1);
    expect((await room.load(edition)).facts.state).toBe("PUBLISHED");
  });

  test("a script at the database cannot delete a request, skip the decision, or turn it on a disclosure", async () => {
    const request = await received();
    const raw = await openRaw(room.portal);
    for (const statement of [
      "delete from takedown_request",
      "delete from slip_move",
      "update slip_move set act = 'accept'",
      `update takedown_request set state = 'EXECUTED' where id = '${request}'`,
      `update takedown_request set content = 'khác' where id = '${request}'`,
      `update takedown_request set target_path = '/cong-khai/a' where id = '${request}'`,
      `insert into slip_move select 'x', slip_id, rule, 'execute', 'ACCEPTED', 'EXECUTED', person_id, hat, null, null, at, clause, null, evidence_seq from slip_move; update takedown_request set state = 'EXECUTED', last_move_id = 'x'`,
    ]) {
      await expect(raw.run(statement), statement).rejects.toThrow();
    }
    await raw.close();
  });
});

describe("the address of what should go", () => {
  test.each([
    ["/bai-viet/khai-giang", "article"],
    [`${HOST}/bai-viet/khai-giang`, "article"],
    [`HTTPS://${HOST.toUpperCase()}/bai-viet/khai-giang/#a`, "article"],
    ["/hoi-dap/12", "answer"],
    ["/hoi-dap/gui", "otherPage"],
    ["/bai-viet/../cong-khai/x", "disclosure"],
    ["//cong-khai/x", "elsewhere"],
    ["ftp://example.com", "none"],
  ])("%j is %s", (typed, kind) => {
    expect(readTarget(typed, [HOST]).kind).toBe(kind);
  });
});
