import { aboutSentences } from "../about/words.ts";
import { accessSentences } from "../access/words.ts";
import { arrangementSentences } from "../arrangement/words.ts";
import { boardSentences } from "../board/words.ts";
import { bulkSentences } from "../bulk/words.ts";
import { calendarSentences } from "../calendar/words.ts";
import { checkSentences } from "../checks/words.ts";
import { complianceSentences } from "../compliance/words.ts";
import { consultationSentences } from "../consultations/words.ts";
import { disclosureSentences } from "../disclosure/words.ts";
import { enquirySentences } from "../enquiries/words.ts";
import { eventSentences } from "../events/words.ts";
import { importSentences } from "../imports/words.ts";
import { inspectionSentences } from "../inspection/words.ts";
import { intakeSentences } from "../intake/words.ts";
import { jobSentences } from "../jobs/words.ts";
import type { Refusal } from "../kernel/result.ts";
import { librarySentences } from "../library/words.ts";
import { matterSentences } from "../matters/words.ts";
import { commentSentences } from "../newsroom/comment-words.ts";
import { contentSentences } from "../newsroom/content-words.ts";
import { moveSentences, type Sentence } from "../newsroom/move-words.ts";
import { planSentences } from "../plan/words.ts";
import { quotaSentences } from "../quota/words.ts";
import { clauseWords } from "../regulation/clause-words.ts";
import { reportSentences } from "../reports/words.ts";
import { servicesSentences } from "../services/words.ts";
import { takedownSentences } from "../takedown/words.ts";
import { templateSentences } from "../templates/words.ts";
import { assetSentences } from "../upkeep/words.ts";
import { violationSentences } from "../violations/words.ts";
import { webhookSentences } from "../webhooks/words.ts";

export interface Explained {
  readonly text: string;
  /** In the form a reader of the regulation knows: "bước 3 khoản 2 Điều 15". */
  readonly clause: string;
  readonly remedy: string;
}

const houseSentences: Readonly<Record<string, Sentence>> = {
  hatNotWorn: {
    text: "Hôm nay bạn không giữ vai trò này.",
    remedy: "Hãy đổi vai trò ở đầu trang, hoặc hỏi Quản trị về quyết định phân công.",
  },
  settingInvalid: { text: "Giá trị của “{key}” chưa dùng được.", remedy: "Hãy xem lại giá trị vừa nhập." },
};

/** Every code of every room. Content rules tell what to do in the sentence itself. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  ...houseSentences,
  ...moveSentences,
  ...commentSentences,
  ...boardSentences,
  ...disclosureSentences,
  ...accessSentences,
  ...librarySentences,
  ...jobSentences,
  ...bulkSentences,
  ...importSentences,
  ...servicesSentences,
  ...aboutSentences,
  ...consultationSentences,
  ...eventSentences,
  ...calendarSentences,
  ...checkSentences,
  ...assetSentences,
  ...reportSentences,
  ...quotaSentences,
  ...planSentences,
  ...complianceSentences,
  ...matterSentences,
  ...inspectionSentences,
  ...violationSentences,
  ...intakeSentences,
  ...enquirySentences,
  ...takedownSentences,
  ...webhookSentences,
  ...arrangementSentences,
  ...templateSentences,
  ...Object.fromEntries(Object.entries(contentSentences).map(([code, text]) => [code, { text, remedy: "" }])),
};

/** The words of a refusal: what is in the way, by which clause, what to do. */
export function explain({ code, clause, detail = {} }: Refusal): Explained {
  const sentence = SENTENCES[code] ?? { text: `Việc này không được phép (${code}).`, remedy: "" };
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (slot, name: string) => detail[name] ?? slot);
  return { text: fill(sentence.text), clause: clauseWords(clause), remedy: fill(sentence.remedy) };
}
