import { accessSentences } from "../access/words.ts";
import { boardSentences } from "../board/words.ts";
import type { Refusal } from "../kernel/result.ts";
import { commentSentences } from "../newsroom/comment-words.ts";
import { contentSentences } from "../newsroom/content-words.ts";
import { moveSentences, type Sentence } from "../newsroom/move-words.ts";

export interface Explained {
  readonly text: string;
  /** In the form a reader of the regulation knows: "Điều 15 khoản 2 bước 3". */
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
  ...accessSentences,
  ...Object.fromEntries(Object.entries(contentSentences).map(([code, text]) => [code, { text, remedy: "" }])),
};

/** The words of a refusal: what is in the way, by which clause, what to do. */
export function explain({ code, clause, detail = {} }: Refusal): Explained {
  const sentence = SENTENCES[code] ?? { text: `Việc này không được phép (${code}).`, remedy: "" };
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (slot, name: string) => detail[name] ?? slot);
  return { text: fill(sentence.text), clause: clauseName(clause), remedy: fill(sentence.remedy) };
}

const PARTS: readonly [RegExp, (value: string) => string][] = [
  [/^QĐ-Đ(\d+)$/, (n) => `Quyết định, Điều ${n}`],
  [/^Đ(\d+)$/, (n) => `Điều ${n}`],
  [/^k(\d+)$/, (n) => `khoản ${n}`],
  [/^b(\d+)$/, (n) => `bước ${n}`],
  [/^g(\d+)$/, (n) => `gạch đầu dòng ${n}`],
  [/^p(\d+)$/, (n) => `đoạn ${n}`],
  [/^([a-zđ])$/, (letter) => `điểm ${letter}`],
];

/** `Đ15.k2.b3` → `Điều 15 khoản 2 bước 3`; what is no clause of the regulation stays as it is. */
export function clauseName(clause: string): string {
  return clause
    .split(".")
    .map((part) => {
      for (const [shape, name] of PARTS) {
        const found = shape.exec(part);
        if (found) return name(found[1]!);
      }
      return part;
    })
    .join(" ");
}
