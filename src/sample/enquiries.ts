import { BY_SYSTEM, type By } from "../act.ts";
import { moveEnquiry } from "../enquiries/commands/move-enquiry.ts";
import { receiveEnquiry } from "../enquiries/commands/receive-enquiry.ts";
import { loadEnquiry } from "../enquiries/enquiries.queries.ts";
import { type Draft, draftHash } from "../enquiries/rules.ts";
import type { Id } from "../kernel/ids.ts";
import type { Portal } from "../portal.ts";
import type { Hat } from "../regulation/hats.ts";
import { moveRequest } from "../takedown/commands/move-request.ts";
import { receiveRequest } from "../takedown/commands/receive-request.ts";
import type { WholeAct } from "./acts.ts";
import type { SampleCentre } from "./centre.ts";
import type { SampleClock } from "./clock.ts";
import { daysFrom } from "./days.ts";
import { ANSWERED, CORRECTED, type SampleQuestion, WAITING } from "./enquiries-text.ts";

const who = (centre: SampleCentre, username: string, hat: Hat): By => ({ person: centre.people[username]!.id, hat });

async function receive(portal: Portal, centre: SampleCentre, question: SampleQuestion, place: number): Promise<Id> {
  const answer = await portal.act(BY_SYSTEM, receiveEnquiry, {
    kind: question.kind ?? "question",
    unit: question.unit ? centre.units[question.unit]! : null,
    topic: question.topic,
    name: question.name,
    email: `nguoi-gui-${place}@example.com`,
    phone: "",
    content: question.content,
    consent: true,
    marks: { origin: `mau ${place}`, words: `mau ${question.topic}` },
    files: [],
  });
  if (!answer.ok) throw new Error(`${question.topic}: ${JSON.stringify(answer.error)}`);
  return answer.value.slip;
}

async function step(portal: Portal, by: By, input: Parameters<typeof moveEnquiry.load>[1]): Promise<void> {
  const answer = await portal.act(by, moveEnquiry, input);
  if (!answer.ok) throw new Error(`${input.act}: ${JSON.stringify(answer.error)}`);
}

const draftBy = (portal: Portal, centre: SampleCentre, unit: string, enquiry: Id, draft: Draft) =>
  step(portal, who(centre, HEADS[unit]!, "MEMBER"), { enquiry, act: "draft", draft });

const HEADS: Readonly<Record<string, string>> = {
  "dao-tao": "truong.dao-tao",
  "to-chuc-hanh-chinh": "truong.to-chuc-hanh-chinh",
};

/** Working days a unit takes to answer; one in six takes longer than it may (Đ16.k2). */
const TAKES = [2, 4, 1, 6, 3, 13];

/** Questions of the past that everybody may read, spread over so many working days, each drafted by the unit and released by the secretary. */
export function answerActs(portal: Portal, centre: SampleCentre, clock: SampleClock, from: number): WholeAct[] {
  const days = daysFrom(clock.today);
  return ANSWERED.flatMap((question, place) => {
    const asked = from - Math.floor((place * (from - 20)) / ANSWERED.length);
    const answered = asked - TAKES[place % TAKES.length]!;
    const told = { enquiry: "" };
    return [
      {
        at: days.at(asked, "19:40"),
        async whole() {
          told.enquiry = await receive(portal, centre, question, place);
        },
      },
      {
        at: days.at(answered, "10:05"),
        whole() {
          const draft = { question: question.content, answer: question.answer!, isPublic: true };
          return draftBy(portal, centre, question.unit!, told.enquiry, draft);
        },
      },
      {
        at: days.at(answered, "15:45"),
        async whole() {
          const { facts } = (await loadEnquiry(portal.db, told.enquiry))!;
          const release = { enquiry: told.enquiry, act: "release", hash: draftHash(facts.draft) } as const;
          await step(portal, who(centre, "thuky", "SECRETARY"), release);
        },
      },
    ];
  });
}

/** What waits today: questions at every step, and two requests to take an article down. */
export async function fillEnquiries(portal: Portal, centre: SampleCentre): Promise<void> {
  for (const [place, question] of WAITING.entries()) {
    const enquiry = await receive(portal, centre, question, 50 + place);
    if (!question.answer) continue;
    const draft = { question: question.content, answer: question.answer, isPublic: true };
    await draftBy(portal, centre, question.unit!, enquiry, draft);
  }
  await linkCorrection(portal, centre);
  const articles = await portal.db
    .selectFrom("published_article")
    .select("slug")
    .orderBy("published_at")
    .limit(2)
    .execute();
  for (const [place, { slug }] of articles.entries()) {
    const answer = await portal.act(BY_SYSTEM, receiveRequest, {
      address: `/bai-viet/${slug}`,
      reasonClass: place === 0 ? "outdated" : "legal",
      content:
        place === 0
          ? "Bài nói về đợt đăng ký đã kết thúc, người đọc dễ hiểu nhầm là còn nhận hồ sơ."
          : "Trong ảnh có con tôi mà gia đình chưa đồng ý cho đăng.",
      name: place === 0 ? "Lê Văn Mẫu" : "Trần Thị Mẫu",
      email: `yeu-cau-${place}@example.com`,
      phone: "",
      consent: true,
      unit: null,
      marks: { origin: `mau yeu cau ${place}`, words: `mau yeu cau ${slug}` },
      files: [],
    });
    if (!answer.ok) throw new Error(`takedown: ${JSON.stringify(answer.error)}`);
    if (place === 0) continue;
    const note = "Đã xem ảnh; đề nghị gỡ theo quy định về dữ liệu cá nhân của trẻ em.";
    const input = { request: answer.value.slip, act: "consider", note } as const;
    const considered = await portal.act(who(centre, "thuky", "SECRETARY"), moveRequest, input);
    if (!considered.ok) throw new Error(`takedown: ${JSON.stringify(considered.error)}`);
  }
}

/** One answer also has its article under "Phản hồi – đính chính". */
async function linkCorrection(portal: Portal, centre: SampleCentre): Promise<void> {
  const { db } = portal;
  const enquiry = await db.selectFrom("enquiry").select("id").where("topic", "=", CORRECTED.topic).executeTakeFirst();
  const article = await db
    .selectFrom("published_article")
    .select("slug")
    .where("title", "=", CORRECTED.article)
    .executeTakeFirst();
  if (!enquiry || !article) return;
  const link = { enquiry: enquiry.id, act: "link", article: `/bai-viet/${article.slug}` } as const;
  await step(portal, who(centre, "thuky", "SECRETARY"), link);
}
