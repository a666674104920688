import type { RecordField } from "../desk/record-fields.ts";
import { linesOf } from "../desk/record-fields.ts";
import type { Instant } from "../kernel/clock.ts";
import { normalizeLine } from "../kernel/vietnamese.ts";

/** A question of a consultation: answered in words, or by one of its choices where it has some. */
export interface Question {
  readonly text: string;
  readonly choices: readonly string[];
}

/** What the public is asked: everything but the moments and the files. */
export interface Call {
  readonly title: string;
  readonly lead: string;
  readonly body: string;
  /** Where opinions are taken besides the portal: address and e-mail (TT 37/2020, Điều 9). */
  readonly place: string;
  /** Addresses of documents of the library. */
  readonly documents: readonly string[];
  readonly questions: readonly Question[];
}

export const MOST_QUESTIONS = 10;
/** Empty places for further questions on the form. */
const MORE = 2;

export const CALL_FIELDS = [
  { key: "title", name: "tieu-de", label: "Việc cần lấy ý kiến", kind: "line" },
  { key: "lead", name: "tom-tat", label: "Tóm tắt một câu", kind: "line" },
  {
    key: "body",
    name: "noi-dung-hoi",
    label: "Nội dung cần góp ý",
    kind: "text",
    hint: "Để trống một dòng giữa hai đoạn. Dòng bắt đầu bằng ## là đề mục, bắt đầu bằng - là một mục của danh sách.",
  },
  {
    key: "place",
    name: "noi-nhan",
    label: "Nơi nhận ý kiến ngoài Cổng",
    kind: "line",
    hint: "Địa chỉ và thư điện tử của đơn vị nhận ý kiến.",
  },
  {
    key: "documents",
    name: "van-ban",
    label: "Văn bản liên quan trong thư viện",
    kind: "lines",
    hint: "Mỗi dòng một địa chỉ, ví dụ: /van-ban/27-qd-gdtxhp-2023",
    optional: true,
  },
] as const satisfies readonly RecordField[];

/** The fields of the questions: those there are, and room for some more. */
export function questionFields(count: number): RecordField[] {
  const places = Math.min(MOST_QUESTIONS, count + MORE);
  return Array.from(
    { length: places },
    (_, place) =>
      [
        { key: `q${place}`, name: `cau-hoi-${place + 1}`, label: `Câu hỏi ${place + 1}`, kind: "line", optional: true },
        {
          key: `c${place}`,
          name: `lua-chon-${place + 1}`,
          label: `Các lựa chọn của câu ${place + 1}`,
          kind: "lines",
          hint: "Mỗi dòng một lựa chọn; để trống nếu người dân trả lời bằng lời.",
          optional: true,
        },
      ] satisfies RecordField[],
  ).flat();
}

/** A call from the values of its form. Empty questions are left out, the others move up. */
export function callFrom(value: (name: string) => string, clean: (field: RecordField) => string): Call {
  const of = (key: string) => clean(CALL_FIELDS.find((field) => field.key === key)!);
  const questions = Array.from({ length: MOST_QUESTIONS }, (_, place) => ({
    text: normalizeLine(value(`cau-hoi-${place + 1}`)),
    choices: linesOf(value(`lua-chon-${place + 1}`)).map(normalizeLine),
  }));
  return {
    title: of("title"),
    lead: of("lead"),
    body: of("body"),
    place: of("place"),
    documents: linesOf(of("documents")).map(pathOf),
    questions: questions.filter(({ text, choices }) => text !== "" || choices.length > 0),
  };
}

/** An address of our own portal without its host, as it is pasted from the browser's bar. */
const pathOf = (line: string) => line.replace(/^https?:\/\/[^/]+/i, "").replace(/[?#].*$/, "");

/** The values of the form of a call. */
export function typedFrom(call: Call): Record<string, string> {
  const { title, lead, body, place, documents, questions } = call;
  const entries = questions.flatMap(({ text, choices }, index) => [
    [`cau-hoi-${index + 1}`, text],
    [`lua-chon-${index + 1}`, choices.join("\n")],
  ]);
  return {
    "tieu-de": title,
    "tom-tat": lead,
    "noi-dung-hoi": body,
    "noi-nhan": place,
    "van-ban": documents.join("\n"),
    ...Object.fromEntries(entries),
  };
}

export interface Window {
  readonly opensAt: Instant;
  readonly closesAt: Instant;
}

export type Phase = "ahead" | "open" | "closed";

export const PHASES: Readonly<Record<Phase, string>> = {
  ahead: "Sắp mở",
  open: "Đang mở",
  closed: "Đã đóng",
};

/** Whether opinions are taken now: from the opening, up to but not at the closing. Nobody opens or closes by hand. */
export const phaseOf = ({ opensAt, closesAt }: Window, now: Instant): Phase =>
  now < opensAt ? "ahead" : now < closesAt ? "open" : "closed";
