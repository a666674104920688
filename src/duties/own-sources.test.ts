import { afterAll, beforeAll, expect, test } from "vitest";
import { by } from "../../test/people.ts";
import {
  eachEngine,
  type FixedClock,
  fixedClock,
  openTestPortal,
  TEST_NOW,
  type TestPortal,
} from "../../test/support/portals.ts";
import { ALL_POINTS, travel } from "../../test/support/road.ts";
import { BY_SYSTEM } from "../act.ts";
import { recordNotice } from "../disclosure/commands/record-notice.ts";
import { DISCLOSURE_DUTIES } from "../disclosure/duty-source.ts";
import { moveEnquiry } from "../enquiries/commands/move-enquiry.ts";
import { receiveEnquiry } from "../enquiries/commands/receive-enquiry.ts";
import { ENQUIRY_DUTIES } from "../enquiries/duty-source.ts";
import { marksOf } from "../intake/intake.ts";
import { toLocalInput } from "../kernel/clock.ts";
import { addDocument } from "../library/commands/add-document.ts";
import { confirmStillRight } from "../library/commands/confirm-still-right.ts";
import { LIBRARY_DUTIES } from "../library/duty-source.ts";
import { ARTICLE_DUTIES } from "../newsroom/duty-source.ts";
import { changeSettings } from "../settings/change-settings.ts";
import type { DutySource } from "./duty.ts";
import { owedItems } from "./items.queries.ts";

/** Vietnamese wall time. */
const wall = (text: string) =>
  Temporal.PlainDateTime.from(text)
    .toZonedDateTime("Asia/Ho_Chi_Minh")
    .toInstant()
    .toString({ smallestUnit: "millisecond" });

eachEngine("what the rooms owe, from their own facts", (engine) => {
  let clock: FixedClock;
  let house: TestPortal;
  beforeAll(async () => {
    clock = fixedClock(TEST_NOW);
    house = await openTestPortal(engine, { clock });
  });
  afterAll(() => house.close());

  /** `duty, last instant, standing` of a source, now. */
  async function stands(source: DutySource, subject?: string) {
    const span = { from: "2026-01-01", to: "2028-12-31", now: clock.now() };
    const items = (await owedItems(house.portal.db, span, [source])).filter(
      (item) => subject === undefined || item.subject === subject,
    );
    const open = (await owedItems(house.portal.db, { ...span, unfinished: true }, [source])).filter(
      (item) => subject === undefined || item.subject === subject,
    );
    // What is asked for as open only is what is open of all.
    expect(open.map(({ duty, term }) => [duty, term])).toEqual(
      items
        .filter(({ standing }) => ["ahead", "open", "late"].includes(standing))
        .map(({ duty, term }) => [duty, term]),
    );
    return items.map(({ duty, term, standing }) => `${duty} ${toLocalInput(term.due)} ${standing}`);
  }

  test("Đ21.k2, REQ-149: an article waits one working day at a step, half a one to be posted; a claim begins nothing anew", async () => {
    clock.set(wall("2026-11-26T16:00:00"));
    const article = await travel(house.portal, house.centre, "SUBMITTED");
    clock.set(wall("2026-11-27T09:00:00"));
    await article.move("thuky", "SECRETARY", { act: "claim" });
    expect(await stands(ARTICLE_DUTIES, article.edition)).toEqual([
      "article-head 2026-11-27T16:00 done",
      "article-review 2026-11-27T16:00 open",
    ]);
    clock.set(wall("2026-11-27T16:00:01"));
    expect((await stands(ARTICLE_DUTIES, article.edition))[1]).toBe("article-review 2026-11-27T16:00 late");
    await article.move("thuky", "SECRETARY", { act: "forward", checked: ALL_POINTS });
    // Friday 16:00 to Monday 16:00.
    expect((await stands(ARTICLE_DUTIES, article.edition)).slice(1)).toEqual([
      "article-review 2026-11-27T16:00 done-late",
      "article-final 2026-11-30T16:00 open",
    ]);
    clock.set(wall("2026-11-30T15:00:00"));
    await article.move("giamdoc", "CHIEF", { act: "approve", checked: ALL_POINTS });
    expect((await stands(ARTICLE_DUTIES, article.edition)).slice(2)).toEqual([
      "article-final 2026-11-30T16:00 done",
      "article-post 2026-12-01T10:00 open",
    ]);
  });

  test("Đ16.k2: a question is owed by whose turn it is, within ten working days, and named by its code only", async () => {
    clock.set(wall("2026-12-21T09:00:00"));
    const content = "Em muốn hỏi lịch học lớp 10 bổ túc buổi tối năm học này.";
    const answer = await house.portal.act(BY_SYSTEM, receiveEnquiry, {
      kind: "question",
      unit: house.centre.units["dao-tao"]!,
      topic: "Lịch học của em Hạnh",
      name: "Vũ Thị Hạnh",
      email: "hanh.vu@example.com",
      phone: "",
      consent: true,
      files: [],
      marks: marksOf("mot-khoa-dai-hon-ba-muoi-hai-ky-tu", "203.0.113.9", [content]),
      content,
    });
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    const { slip, code } = answer.value;
    // Ten working days from 21 December, 1 January being none of them.
    expect(await stands(ENQUIRY_DUTIES, slip)).toEqual(["enquiry-answer 2027-01-05T23:59 open"]);
    const [item] = await owedItems(house.portal.db, { from: "2027-01-01", to: "2027-01-31", now: clock.now() }, [
      ENQUIRY_DUTIES,
    ]);
    expect(item!.about).toBe(`phiếu ${code}`);
    expect(item!.owners).toEqual([house.centre.people["truong.dao-tao"]!.id]);
    const back = { enquiry: slip, act: "handBack", reason: "Việc này thuộc Phòng Tổ chức – Hành chính" } as const;
    expect((await house.portal.act(by(house.centre, "Hoa", "MEMBER"), moveEnquiry, back)).ok).toBe(true);
    expect(await stands(ENQUIRY_DUTIES, slip)).toEqual(["enquiry-assign 2027-01-05T23:59 open"]);
    clock.set(wall("2027-01-06T00:00:00"));
    const decline = { enquiry: slip, act: "decline", reason: "Câu hỏi không thuộc phạm vi của Trung tâm" } as const;
    expect((await house.portal.act(by(house.centre, "Lan", "SECRETARY"), moveEnquiry, decline)).ok).toBe(true);
    expect(await stands(ENQUIRY_DUTIES, slip)).toEqual(["enquiry-assign 2027-01-05T23:59 done-late"]);
  });

  test("Đ13.k1.b, REQ-071: each review of a document is owed on its day and closed by its confirmation", async () => {
    clock.set(wall("2027-02-01T09:00:00"));
    const secretary = by(house.centre, "Lan", "SECRETARY");
    const added = await house.portal.act(secretary, addDocument, {
      kind: "DECISION",
      number: "12/QĐ-GDTXHP",
      issuedOn: "2026-03-02",
      issuer: "Trung tâm Giáo dục thường xuyên Hải Phòng",
      signer: "Nguyễn Văn Minh",
      abstract: "Ban hành Quy chế chi tiêu nội bộ",
      effectiveOn: "",
      effectiveTo: "",
      field: "",
      unit: house.centre.units["to-chuc-hanh-chinh"]!,
      earlyReason: "",
      text: "",
      reviewOn: "2027-03-02",
    });
    if (!added.ok) throw new Error(JSON.stringify(added.error));
    const { id } = added.value;
    expect(await stands(LIBRARY_DUTIES, id)).toEqual(["document-review 2027-03-02T23:59 open"]);
    clock.set(wall("2027-03-03T00:00:00"));
    expect(await stands(LIBRARY_DUTIES, id)).toEqual(["document-review 2027-03-02T23:59 late"]);
    const confirmed = await house.portal.act(secretary, confirmStillRight, { document: id, reviewOn: "2028-02-29" });
    expect(confirmed.ok).toBe(true);
    expect(await stands(LIBRARY_DUTIES, id)).toEqual([
      "document-review 2027-03-02T23:59 done-late",
      "document-review 2028-02-29T23:59 ahead",
    ]);
  });

  test("Đ13.k1.c.g4, A-09: Sở is owed each address within five days; one replaced before that is owed no longer", async () => {
    clock.set(wall("2027-04-10T10:00:00"));
    const host = (name: string) =>
      house.portal.act(BY_SYSTEM, changeSettings, { "site.canonicalHost": `${name}.haiphong.edu.vn` });
    await host("moi");
    clock.set(wall("2027-04-12T10:00:00"));
    await host("moi-hon");
    const since = async () => (await stands(DISCLOSURE_DUTIES, "")).slice(1);
    expect(await since()).toEqual([
      "disclosure-address 2027-04-15T23:59 excused",
      "disclosure-address 2027-04-17T23:59 open",
    ]);
    clock.set(wall("2027-04-18T00:00:00"));
    expect((await since())[1]).toBe("disclosure-address 2027-04-17T23:59 late");
    const notice = { sentOn: "2027-04-18", documentNumber: "45/GDTXHP", note: "" };
    expect((await house.portal.act(by(house.centre, "Lan", "SECRETARY"), recordNotice, notice)).ok).toBe(true);
    expect((await since())[1]).toBe("disclosure-address 2027-04-17T23:59 done-late");
  });
});
