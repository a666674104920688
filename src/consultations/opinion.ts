import { contentRefusals, type Sender, senderRefusals } from "../intake/sender.ts";
import type { Instant } from "../kernel/clock.ts";
import type { Refusal } from "../kernel/result.ts";
import { normalizeText } from "../kernel/vietnamese.ts";
import { formatDateTime } from "../ui/format.ts";
import { phaseOf, type Question, type Window } from "./call.ts";

/** What somebody sends. `answers` has a place for each question: words, or the place of the choice made. */
export interface Opinion {
  readonly name: string;
  readonly email: string;
  readonly content: string;
  readonly answers: readonly string[];
  readonly choices: readonly (number | null)[];
  readonly consent: boolean;
}

export type OpinionCode =
  | "opinionNotOpen"
  | "opinionEmpty"
  | "opinionChoiceUnknown"
  | "opinionAnswerTooLong"
  | "opinionAnswerUnusable"
  | "opinionConsentMissing";

export const ANSWER_LENGTH = 2_000;

/** Controls of the form, by question. */
export const answerName = (place: number): string => `tra-loi-${place + 1}`;

/** What was typed beside each question: a choice by its number, or words. */
export function readAnswers(questions: readonly Question[], typed: (name: string) => string) {
  const values = questions.map((_, place) => typed(answerName(place)));
  return {
    answers: questions.map(({ choices }, place) => (choices.length > 0 ? "" : normalizeText(values[place]!).trim())),
    choices: questions.map(({ choices }, place) => {
      const value = values[place]!;
      if (choices.length === 0 || value === "") return null;
      return /^\d{1,3}$/.test(value) ? Number(value) : -1;
    }),
  };
}

/** Nothing to identify anybody is needed; whoever gives a name or an e-mail agrees that it is kept. */
export function opinionRefusals(
  opinion: Opinion,
  questions: readonly Question[],
  window: Window,
  now: Instant,
): Refusal[] {
  const { name, email, content, answers, choices, consent } = opinion;
  const clause = "Đ14.k7";
  const phase = phaseOf(window, now);
  const refusals: Refusal[] = [];
  if (phase !== "open") {
    const when =
      phase === "ahead" ? `mở lúc ${formatDateTime(window.opensAt)}` : `đã đóng lúc ${formatDateTime(window.closesAt)}`;
    refusals.push({ code: "opinionNotOpen", clause, detail: { when } });
  }
  const isEmpty = content === "" && answers.every((one) => one === "") && choices.every((one) => one === null);
  if (isEmpty) refusals.push({ code: "opinionEmpty", clause });
  if (content !== "") refusals.push(...contentRefusals(content));
  for (const [place, { choices: offered }] of questions.entries()) {
    const detail = { number: String(place + 1), name: answerName(place) };
    const choice = choices[place] ?? null;
    if (choice !== null && !(choice in offered)) refusals.push({ code: "opinionChoiceUnknown", clause, detail });
    const words = answers[place] ?? "";
    if (words.length > ANSWER_LENGTH) refusals.push({ code: "opinionAnswerTooLong", clause, detail });
    else if (contentRefusals(words).some(({ code }) => code !== "contentTooShort"))
      refusals.push({ code: "opinionAnswerUnusable", clause, detail });
  }
  refusals.push(...givenRefusals({ name, email, phone: "" }));
  if (!consent && (name !== "" || email !== "")) refusals.push({ code: "opinionConsentMissing", clause: "Đ17.k3" });
  return refusals;
}

/** Of what is said against a sender, what does not only say that he gave nothing. */
const givenRefusals = (sender: Sender): Refusal[] =>
  senderRefusals(sender).filter(
    ({ code }) => code !== "contactMissing" && !(code === "senderNameMissing" && sender.name === ""),
  );
