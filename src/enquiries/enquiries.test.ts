import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { by } from "../../test/people.ts";
import {
  eachEngine,
  type FixedClock,
  fixedClock,
  openTestPortal,
  TEST_NOW,
  type TestPortal,
} from "../../test/support/portals.ts";
import { openRaw } from "../../test/support/raw.ts";
import { BY_SYSTEM } from "../act.ts";
import { proveFiles } from "../checks/prove-files.ts";
import { eraseSlipsDue } from "../intake/erase.ts";
import { marksOf } from "../intake/intake.ts";
import { readExceptions } from "../newsroom/exceptions.queries.ts";
import type { Hat } from "../regulation/hats.ts";
import { countAnswers } from "./answers.queries.ts";
import { type EnquiryRequest, moveEnquiry } from "./commands/move-enquiry.ts";
import { type NewEnquiry, receiveEnquiry } from "./commands/receive-enquiry.ts";
import { loadEnquiry } from "./enquiries.queries.ts";
import { draftHash, ENQUIRIES } from "./rules.ts";
import { verifySlips } from "./verify.ts";

const SECRET = "mot-khoa-dai-hon-ba-muoi-hai-ky-tu";

eachEngine("Đ16.k2: a question of the public", (engine) => {
  let clock: FixedClock;
  let house: TestPortal;
  beforeEach(async () => {
    clock = fixedClock(TEST_NOW);
    house = await openTestPortal(engine, { clock });
  });
  afterEach(() => house.close());

  const question = (more: Partial<NewEnquiry> = {}): NewEnquiry => {
    const content = more.content ?? "Em muốn hỏi lịch học lớp 10 bổ túc buổi tối năm học này.";
    return {
      kind: "question",
      unit: house.centre.units["dao-tao"]!,
      topic: "Lịch học",
      name: "Vũ Thị Hạnh",
      email: "hanh.vu@example.com",
      phone: "0912 345 678",
      consent: true,
      files: [],
      marks: marksOf(SECRET, "203.0.113.9", [content]),
      ...more,
      content,
    };
  };
  async function received(more: Partial<NewEnquiry> = {}) {
    const answer = await house.portal.act(BY_SYSTEM, receiveEnquiry, question(more));
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return { enquiry: answer.value.slip, ...answer.value };
  }
  const attempt = (name: Parameters<typeof by>[1], hat: Hat, input: EnquiryRequest) =>
    house.portal.act(by(house.centre, name, hat), moveEnquiry, input);
  async function move(name: Parameters<typeof by>[1], hat: Hat, input: EnquiryRequest) {
    clock.advance(60);
    const answer = await attempt(name, hat, input);
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  }
  const load = async (id: string) => (await loadEnquiry(house.portal.db, id))!;
  const hashOf = async (id: string) => draftHash((await load(id)).facts.draft);
  const codes = (answer: Awaited<ReturnType<typeof attempt>>) =>
    answer.ok ? [] : answer.error.map(({ code }) => code);
  const mails = async () =>
    (await house.portal.db.selectFrom("outbox").select("payload").where("kind", "=", "mail").execute()).map(
      ({ payload }) => JSON.parse(payload) as { to: string; subject: string; text: string },
    );
  const draft = {
    question: "Lịch học lớp 10 bổ túc buổi tối thế nào?",
    answer: "Lớp học các tối thứ Ba, Năm, Bảy từ 18 giờ 30 tại cơ sở chính.",
    isPublic: true,
  };

  test("goes to the head of the unit, is due in ten working days, and the sender gets a receipt", async () => {
    const { enquiry, code, due } = await received();
    expect(due).toBe("2026-12-08");
    expect((await load(enquiry)).facts.state).toBe("ASSIGNED");
    const [receipt, toHead] = await mails();
    expect(receipt).toMatchObject({ to: "hanh.vu@example.com" });
    expect(receipt!.text).toContain(code);
    expect(receipt!.text).toContain("08/12/2026");
    expect(toHead!.to).toContain("@");
    expect(`${toHead!.subject}${toHead!.text}`).not.toMatch(/Hạnh|0912 345|hanh\.vu/);
  });

  test("goes to the secretary when no unit is named, who assigns one; the head may hand it back", async () => {
    const { enquiry } = await received({ unit: null });
    expect((await load(enquiry)).facts.state).toBe("RECEIVED");
    const unit = house.centre.units["dao-tao"]!;
    expect(codes(await attempt("Hoa", "MEMBER", { enquiry, act: "assign", unit }))).toContain("notThisHat");
    await move("Lan", "SECRETARY", { enquiry, act: "assign", unit });
    expect(codes(await attempt("Sơn", "MEMBER", { enquiry, act: "draft", draft }))).toEqual(["slipNotYourUnit"]);
    await move("Hoa", "MEMBER", { enquiry, act: "handBack", reason: "Không thuộc phòng Đào tạo" });
    expect((await load(enquiry)).row.unit_id).toBeNull();
  });

  test("is answered through the board by another person than the drafter, mailed and published without the asker", async () => {
    const { enquiry } = await received();
    expect(codes(await attempt("Lan", "SECRETARY", { enquiry, act: "release", hash: "x" }))).toEqual([
      "slipNotAtThisStep",
    ]);
    await move("Hoa", "MEMBER", { enquiry, act: "draft", draft });
    expect(codes(await attempt("Hoa", "MEMBER", { enquiry, act: "release", hash: await hashOf(enquiry) }))).toContain(
      "notThisHat",
    );
    expect(codes(await attempt("Lan", "SECRETARY", { enquiry, act: "release", hash: "cu" }))).toEqual(["sameDraft"]);
    await move("Lan", "SECRETARY", { enquiry, act: "release", hash: await hashOf(enquiry) });
    const letter = (await mails()).find(({ subject }) => subject.startsWith("Trả lời"))!;
    expect(letter).toMatchObject({ to: "hanh.vu@example.com" });
    expect(letter.text).toContain("18 giờ 30");
    const row = await house.portal.db.selectFrom("published_answer").selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ number: 1, question: draft.question, answer: draft.answer });
    expect(JSON.stringify(row)).not.toMatch(/Hạnh|0912 345|hanh\.vu/);
  });

  test("whoever drafted, in whatever hat, does not release (A-08)", async () => {
    const { enquiry } = await received();
    await move("Lan", "SECRETARY", { enquiry, act: "draft", draft });
    await move("Hoa", "MEMBER", { enquiry, act: "draft", draft: { ...draft, answer: `${draft.answer} Xin mời.` } });
    expect(codes(await attempt("Lan", "SECRETARY", { enquiry, act: "release", hash: await hashOf(enquiry) }))).toEqual([
      "notDrafter",
    ]);
    await move("Minh", "CHIEF", { enquiry, act: "release", hash: await hashOf(enquiry) });
    expect((await load(enquiry)).facts.state).toBe("RELEASED");
  });

  test("A-08: where nobody else is left, its drafter releases it with a reason, which is kept, listed and checked", async () => {
    const { enquiry } = await received();
    await move("Lan", "SECRETARY", { enquiry, act: "draft", draft });
    const exception = "Cả Ban biên tập đi công tác, câu hỏi đến hạn hôm nay";
    const release = { enquiry, act: "release", hash: await hashOf(enquiry), exception } as const;
    expect(codes(await attempt("Lan", "SECRETARY", release))).toEqual(["notDrafter", "exceptionNotNeeded"]);
    const { person } = by(house.centre, "Lan", "SECRETARY");
    await house.portal.database.transact((tx) =>
      tx.updateTable("appointment").set({ to_day: "2026-11-24" }).where("person_id", "<>", person).execute(),
    );
    clock.set("2026-11-25T01:00:00.000Z");
    expect(codes(await attempt("Lan", "SECRETARY", { ...release, exception: "" }))).toEqual(["notDrafter"]);
    await move("Lan", "SECRETARY", release);
    expect(await readExceptions(house.portal.db)).toMatchObject([
      { about: { slip: enquiry }, act: "release", reason: exception },
    ]);
    expect((await verifySlips(house.portal.db)).bad).toBeNull();
    const { db, database } = house.portal;
    const old = await db.selectFrom("appointment").selectAll().where("hat", "=", "CHIEF").executeTakeFirstOrThrow();
    const back = { ...old, id: "tro-lai", from_day: "2026-11-25", to_day: null };
    await database.transact((tx) => tx.insertInto("appointment").values(back).execute());
    expect((await verifySlips(house.portal.db)).bad?.why).toBe("ngoại lệ khi còn người khác duyệt được");
  });

  test("REQ-020: only a public article is named as its answer, and not by a head", async () => {
    const { enquiry } = await received();
    const link = { enquiry, act: "link", article: "/bai-viet/khong-co" } as const;
    expect(codes(await attempt("Lan", "SECRETARY", link))).toEqual(["articleLive"]);
    expect(codes(await attempt("Hoa", "MEMBER", link))).toContain("notThisHat");
  });

  test("who is told that it waits is led straight to it", async () => {
    const { enquiry } = await received();
    const told = await house.portal.db.selectFrom("notification").select(["path", "person_id"]).execute();
    expect(told).toEqual([
      { path: `/ban-bien-tap/hoi-dap/${enquiry}`, person_id: by(house.centre, "Hoa", "MEMBER").person },
    ]);
    expect((await mails()).at(-1)!.text).toContain(`/ban-bien-tap/hoi-dap/${enquiry}`);
  });

  test.each([
    ["the name without marks", "Chào chị vu thi hanh, lớp học buổi tối."],
    ["the telephone written otherwise", "Chúng tôi đã gọi +84 912-345-678 báo lịch."],
    ["the e-mail", "Lịch đã gửi tới HANH.VU@example.com rồi."],
    ["a personal number", "Số căn cước 031 199 000 123 đã ghi."],
  ])("is not published with %s in it", async (_, answer) => {
    const { enquiry } = await received();
    await move("Hoa", "MEMBER", { enquiry, act: "draft", draft: { ...draft, answer } });
    const hash = await hashOf(enquiry);
    expect(codes(await attempt("Lan", "SECRETARY", { enquiry, act: "release", hash }))).toEqual(["publicClean"]);
    await move("Hoa", "MEMBER", { enquiry, act: "draft", draft: { ...draft, answer, isPublic: false } });
    await move("Lan", "SECRETARY", { enquiry, act: "release", hash: await hashOf(enquiry) });
    expect(await countAnswers(house.portal.db, null)).toBe(0);
  });

  test("that is declined tells the sender why", async () => {
    const { enquiry } = await received();
    expect(codes(await attempt("Lan", "SECRETARY", { enquiry, act: "decline", reason: "spam" }))).toEqual([
      "reasonGiven",
    ]);
    await move("Lan", "SECRETARY", { enquiry, act: "decline", reason: "Nội dung quảng cáo, không phải câu hỏi" });
    expect((await mails()).some(({ text }) => text.includes("Nội dung quảng cáo"))).toBe(true);
  });

  test("leaves no personal data in the log, and is forgotten after the months of the settings", async () => {
    const { enquiry, code } = await received();
    await move("Hoa", "MEMBER", { enquiry, act: "draft", draft });
    await move("Lan", "SECRETARY", { enquiry, act: "release", hash: await hashOf(enquiry) });
    clock.set("2027-11-24T00:59:00.000Z");
    expect(await eraseSlipsDue(house.portal, ENQUIRIES)).toBe(0);
    clock.set("2027-11-24T02:00:00.000Z");
    expect(await eraseSlipsDue(house.portal, ENQUIRIES)).toBe(1);
    expect(await eraseSlipsDue(house.portal, ENQUIRIES)).toBe(0);
    const { db } = house.portal;
    const everything = JSON.stringify([
      await db.selectFrom("enquiry").selectAll().execute(),
      await db.selectFrom("slip_move").selectAll().execute(),
      await db.selectFrom("evidence").selectAll().execute(),
      await db.selectFrom("outbox").selectAll().execute(),
      await db.selectFrom("notification").selectAll().execute(),
      await db.selectFrom("published_answer").selectAll().execute(),
      await db.selectFrom("intake_attempt").select(["origin", "words"]).execute(),
    ]);
    expect(everything).not.toMatch(/Hạnh|hanh\.vu|0912 345|203\.0\.113|lớp 10 bổ túc buổi tối năm học/);
    expect(everything).toContain(draft.answer);
    expect((await load(enquiry)).row.code).toBe(code);
  });

  test("is forgotten with its file, though the file was read again by the check meanwhile", async () => {
    const { portal } = house;
    const hash = await portal.files.put(Buffer.from("đơn của người gửi"));
    const file = { hash, name: "don.txt", originalName: "đơn.txt", mime: "text/plain", size: 20 };
    const { enquiry } = await received({ files: [file] });
    await move("Lan", "SECRETARY", { enquiry, act: "decline", reason: "Nội dung quảng cáo, không phải câu hỏi" });
    expect(await proveFiles(portal)).toBe(1);
    clock.set("2027-11-24T02:00:00.000Z");
    expect(await eraseSlipsDue(portal, ENQUIRIES)).toBe(1);
    expect(await portal.db.selectFrom("file").select("hash").execute()).toEqual([]);
    await expect(portal.files.read(hash)).rejects.toThrow();
  });

  test("sent twice from one place is one question; the same words from elsewhere are told they came already", async () => {
    const first = await received();
    const again = await received();
    expect(again.code).toBe(first.code);
    const marks = marksOf(SECRET, "198.51.100.4", [question().content]);
    const elsewhere = await house.portal.act(BY_SYSTEM, receiveEnquiry, question({ marks }));
    expect(codes(elsewhere as never)).toEqual(["sentBefore"]);
    const count = await house.portal.db.selectFrom("enquiry").select("id").execute();
    expect(count).toHaveLength(1);
  });

  test("after five from one place each next one waits longer, other places do not", async () => {
    const send = (n: number, address = "203.0.113.9") => {
      const content = `Câu hỏi thứ ${n} về lịch học của lớp buổi tối`;
      const marks = marksOf(SECRET, address, [content]);
      return house.portal.act(BY_SYSTEM, receiveEnquiry, question({ content, marks }));
    };
    for (let n = 1; n <= 5; n += 1) expect((await send(n)).ok).toBe(true);
    expect(codes((await send(6)) as never)).toEqual(["sentTooOften"]);
    expect((await send(7, "198.51.100.4")).ok).toBe(true);
    clock.advance(61);
    expect((await send(6)).ok).toBe(true);
    clock.advance(61);
    expect(codes((await send(8)) as never)).toEqual(["sentTooOften"]);
    clock.advance(5 * 60);
    expect((await send(8)).ok).toBe(true);
  });

  test("a flood of addresses stops at 200 within an hour, and the next hour is open again", async () => {
    const at = TEST_NOW;
    const attempts = Array.from({ length: 200 }, (_, n) => ({
      id: `${n}`,
      at,
      origin: `${n}`,
      words: `${n}`,
      code: "",
    }));
    await house.portal.database.transact((tx) => tx.insertInto("intake_attempt").values(attempts).execute());
    const answer = await house.portal.act(BY_SYSTEM, receiveEnquiry, question());
    expect(codes(answer as never)).toEqual(["intakeFlooded"]);
    clock.advance(3601);
    expect((await house.portal.act(BY_SYSTEM, receiveEnquiry, question())).ok).toBe(true);
  });

  test("nobody but the portal itself takes one in", async () => {
    const answer = await house.portal.act(by(house.centre, "Lan", "SECRETARY"), receiveEnquiry, question());
    expect(codes(answer as never)).toContain("notThisHat");
  });

  describe("a script at the database", () => {
    test("cannot delete, rewrite, release by the drafter, move without a step, or undo an erasure", async () => {
      const { enquiry } = await received();
      await move("Hoa", "MEMBER", { enquiry, act: "draft", draft });
      await move("Lan", "SECRETARY", { enquiry, act: "release", hash: await hashOf(enquiry) });
      const other = await received({
        content: "Một câu hỏi khác về học phí của lớp buổi tối.",
        marks: marksOf(SECRET, "1.2.3.4", ["khác"]),
      });
      const raw = await openRaw(house.portal);
      for (const statement of [
        "delete from published_answer",
        "update published_answer set answer = 'khác'",
        "delete from enquiry",
        "delete from slip_move",
        "update slip_move set act = 'draft'",
        `update enquiry set content = 'khác' where id = '${enquiry}'`,
        `update enquiry set state = 'RECEIVED' where id = '${enquiry}'`,
        `update enquiry set released_by = drafted_by where id = '${enquiry}'`,
        `update enquiry set erased_at = '2026-01-01' where id = '${enquiry}'`,
        `update enquiry set code = 'AAAA' where id = '${enquiry}'`,
        `insert into published_answer select 2, '${other.enquiry}', kind, unit_id, 'q', 'a', asked_on, published_at, null, null from published_answer`,
      ]) {
        await expect(raw.run(statement), statement).rejects.toThrow();
      }
      await raw.close();
    });
  });
});
