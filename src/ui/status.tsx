import { Icon, type IconName } from "./icon.tsx";

/** States of an article as the regulation's table spells them (Đ15). */
export type StatusCode =
  | "DRAFT"
  | "AWAITING_HEAD"
  | "SUBMITTED"
  | "UNDER_REVIEW"
  | "RETURNED"
  | "AWAITING_FINAL"
  | "APPROVED"
  | "SCHEDULED"
  | "PUBLISHED"
  | "SUPERSEDED"
  | "CANCELLED"
  | "WITHDRAWN"
  | "TAKEN_DOWN";

type Tone = "quiet" | "wait" | "work" | "back" | "good" | "live" | "stop";

interface Status {
  readonly word: string;
  readonly icon: IconName;
  readonly tone: Tone;
}

/** Word, shape and tone of each state: never a colour alone. */
export const STATUS: Readonly<Record<StatusCode, Status>> = {
  DRAFT: { word: "Bản nháp", icon: "edit", tone: "quiet" },
  AWAITING_HEAD: { word: "Chờ trưởng đơn vị duyệt", icon: "head", tone: "wait" },
  SUBMITTED: { word: "Đã gửi Ban biên tập", icon: "send", tone: "wait" },
  UNDER_REVIEW: { word: "Đang thẩm định", icon: "eye", tone: "work" },
  RETURNED: { word: "Trả lại", icon: "returned", tone: "back" },
  AWAITING_FINAL: { word: "Chờ phê duyệt", icon: "stamp", tone: "wait" },
  APPROVED: { word: "Đã duyệt", icon: "check", tone: "good" },
  SCHEDULED: { word: "Hẹn giờ đăng", icon: "schedule", tone: "good" },
  PUBLISHED: { word: "Đã đăng", icon: "check-circle", tone: "live" },
  SUPERSEDED: { word: "Đã thay thế", icon: "replaced", tone: "quiet" },
  CANCELLED: { word: "Hủy bỏ", icon: "cancelled", tone: "stop" },
  WITHDRAWN: { word: "Đã rút", icon: "withdrawn", tone: "quiet" },
  TAKEN_DOWN: { word: "Đã gỡ bỏ", icon: "taken", tone: "stop" },
};

export function isStatusCode(state: string): state is StatusCode {
  return Object.hasOwn(STATUS, state);
}

/** The state of an article in words, with a shape and a colour. A state without a word is printed as it is. */
export function StatusTag({ state }: { readonly state: string }) {
  const { word, icon, tone } = isStatusCode(state)
    ? STATUS[state]
    : { word: state, icon: "info" as const, tone: "quiet" };
  return (
    <span class={`tag tag-${tone}`}>
      <Icon name={icon} />
      {word}
    </span>
  );
}

/** A word with a shape for anything else that has a state. */
export function Tag({ icon, tone = "quiet", children }: { icon: IconName; tone?: Tone; children: string }) {
  return (
    <span class={`tag tag-${tone}`}>
      <Icon name={icon} />
      {children}
    </span>
  );
}

/** The four steps of Điều 15 khoản 2, as the public and the newsroom call them. */
export const FOUR_STEPS = ["Gửi tin, bài", "Thẩm định, chỉnh sửa", "Phê duyệt", "Đăng lên Cổng"] as const;

export interface StepsProps {
  /** 1 to 4: where the article is; 5 when all is done; 0 when it has not left its author. */
  readonly at: number;
  /** The way ended at `at`: cancelled or withdrawn. */
  readonly stopped?: boolean | undefined;
  readonly labels?: readonly string[] | undefined;
  /** Under each step, who did it and when. */
  readonly details?: readonly (string | undefined)[] | undefined;
  readonly label?: string | undefined;
}

/** Where an article is in the four steps. Said in words as well as drawn. */
export function Steps({ at, stopped, labels = FOUR_STEPS, details, label = "Quy trình 4 bước" }: StepsProps) {
  return (
    <ol class="steps" aria-label={label}>
      {labels.map((name, index) => {
        const number = index + 1;
        const phase = number < at ? "done" : number > at ? "ahead" : stopped ? "stopped" : "now";
        return (
          <li key={name} class={`step step-${phase}`} aria-current={phase === "now" ? "step" : undefined}>
            <span class="step-mark" aria-hidden="true">
              {phase === "done" ? <Icon name="check" /> : phase === "stopped" ? <Icon name="close" /> : number}
            </span>
            <span class="step-words">
              <span class="step-name">
                <span class="visually-hidden">Bước </span>
                <span class="visually-hidden">{number}: </span>
                {name}
              </span>
              <span class="visually-hidden">{PHASE_WORDS[phase]}</span>
              {details?.[index] && <span class="step-detail">{details[index]}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

const PHASE_WORDS = { done: " (đã xong)", now: " (đang ở bước này)", ahead: " (chưa đến)", stopped: " (dừng ở đây)" };
