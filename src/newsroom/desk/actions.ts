import type { Actor } from "../../board/actor.ts";
import { toLocalInput } from "../../kernel/clock.ts";
import type { Id } from "../../kernel/ids.ts";
import type { Act } from "../../regulation/article-moves.ts";
import { APPRAISAL_POINTS, APPROVAL_POINTS, type CheckPoint, PROHIBITED_POINTS } from "../../regulation/checklists.ts";
import { hatName } from "../../regulation/hats.ts";
import type { RadioOption } from "../../ui/choice.tsx";
import type { SummaryItem } from "../../ui/feedback.tsx";
import type { EditionFacts } from "../facts.ts";
import { paperFor } from "../offers.ts";
import type { Choice } from "../workflow.ts";
import { explainItem, type StepErrors } from "./step-errors.ts";
import { TAKEDOWN_REASONS } from "./words.ts";

/** What a person typed into the form of an act, as it was typed. */
export interface TypedStep {
  readonly act: string;
  readonly hash: string;
  readonly reason: string;
  readonly note: string;
  readonly addressee: string;
  readonly checked: readonly string[];
  readonly point: string;
  readonly publishAt: string;
  readonly exception: string;
}

/** An act as the page draws it: a form that asks for what the act needs, or the reasons why it cannot be done. */
export interface ActionView {
  readonly act: Act;
  readonly label: string;
  readonly kind: "primary" | "secondary" | "danger";
  readonly isOpen: boolean;
  readonly refusals: readonly SummaryItem[];
  readonly onBehalf: string | null;
  readonly asksException: boolean;
  readonly points: readonly CheckPoint[];
  readonly pointsLegend: string;
  readonly reason: { readonly label: string; readonly hint: string } | null;
  readonly note: { readonly label: string; readonly hint: string } | null;
  readonly noteChoices: readonly RadioOption[];
  readonly addressees: readonly RadioOption[];
  readonly asksPoint: boolean;
  readonly asksTime: boolean;
  readonly confirm: string | null;
  readonly typed: TypedStep;
  /** What is wrong with what was typed, by field. */
  readonly errors: StepErrors;
}

export interface ActionFacts {
  readonly facts: EditionFacts;
  readonly by: Actor;
  readonly nameOf: (person: Id) => string;
  /** Deputies who may be addressed. */
  readonly deputies: readonly Id[];
  readonly suggestedTime: string;
}

const DANGER: readonly Act[] = ["cancel", "withdraw", "decideTakedown", "executeTakedown"];
const ORDER: readonly Act[] = ["approve", "forward", "publish", "approveInUnit", "claim"];

const CONFIRM: Readonly<Partial<Record<Act, string>>> = {
  cancel: "Hủy bỏ là quyết định cuối cùng: bài không đăng được nữa, chỉ có thể chép thành bản nháp mới.",
  withdraw: "Bài đã rút không đi tiếp được nữa, chỉ có thể chép thành bản nháp mới.",
  executeTakedown: "Trang công khai sẽ báo bài đã được gỡ. Nội dung và lịch sử vẫn được giữ trong lưu trữ.",
};

const REASON_HINT = "Ít nhất 10 ký tự. Người nhận bài đọc được lý do này.";

/** The acts on offer, the one that carries the article on first, drawn from `choices` and nothing else. */
export function actionViews(
  offers: readonly Choice[],
  known: ActionFacts,
  typed: TypedStep | null,
  errors: StepErrors = {},
): ActionView[] {
  const acts = offers.filter(({ rule }) => rule.act !== "edit");
  const rank = ({ rule, refusals }: Choice) =>
    (refusals.length > 0 ? 100 : 0) +
    (DANGER.includes(rule.act) ? 50 : 0) +
    (rule.advances ? 0 : 10) +
    (ORDER.includes(rule.act) ? 0 : 1);
  const sorted = [...acts].sort((a, b) => rank(a) - rank(b));
  return sorted.map((choice, index) => {
    const isTyped = typed?.act === choice.rule.act;
    const isMain = index === 0 && choice.refusals.length === 0 && choice.rule.advances;
    const view = actionView(choice, known, isTyped ? typed : null, isTyped || (isMain && typed === null), isMain);
    return isTyped ? { ...view, errors } : view;
  });
}

function actionView(
  { rule, refusals, byException }: Choice,
  known: ActionFacts,
  typed: TypedStep | null,
  isOpen: boolean,
  isMain: boolean,
): ActionView {
  const { act, needs } = rule;
  const paper = paperFor(rule, known.facts, known.by);
  const appraises = needs.includes("appraisalChecked");
  const approves = needs.includes("approvalChecked");
  return {
    act,
    label: rule.label,
    kind: DANGER.includes(act) ? "danger" : isMain ? "primary" : "secondary",
    isOpen,
    refusals: refusals.map(explainItem),
    onBehalf: paper
      ? `Thay mặt ${hatName(paper.fromHat)} ${known.nameOf(paper.fromPerson)}, theo giấy ủy quyền số ${paper.document}`
      : null,
    asksException: byException,
    points: appraises ? APPRAISAL_POINTS : approves ? APPROVAL_POINTS : [],
    pointsLegend: appraises ? "Các điểm thẩm định" : "Các điểm phê duyệt",
    reason: needs.includes("reasonGiven") ? { label: reasonLabel(act), hint: REASON_HINT } : null,
    note: needs.includes("noteGiven") ? noteWords(act) : null,
    noteChoices:
      act === "decideTakedown" ? Object.entries(TAKEDOWN_REASONS).map(([value, label]) => ({ value, label })) : [],
    addressees: addressees(needs.includes("addresseeGiven"), needs.includes("addresseeInCharge"), known),
    asksPoint: act === "cancel",
    asksTime: needs.includes("timeInFuture"),
    confirm: CONFIRM[act] ?? null,
    typed: typed ?? { ...NOTHING_TYPED, act, publishAt: known.suggestedTime },
    errors: {},
  };
}

export const NOTHING_TYPED: TypedStep = {
  act: "",
  hash: "",
  reason: "",
  note: "",
  addressee: "",
  checked: [],
  point: "",
  publishAt: "",
  exception: "",
};

export const POINT_OPTIONS = PROHIBITED_POINTS.map(({ id, text }) => ({ value: id, label: `Điểm ${id}: ${text}` }));

function reasonLabel(act: Act): string {
  if (act === "cancel") return "Lý do hủy bỏ";
  if (act === "restore") return "Lý do đề nghị đăng lại";
  if (act === "decideTakedown") return "Căn cứ của quyết định gỡ bỏ";
  if (act === "release") return "Lý do đưa về hàng chờ";
  return "Lý do trả lại, điểm cần sửa";
}

function noteWords(act: Act) {
  return act === "proposeCorrection"
    ? {
        label: "Nội dung cập nhật, đính chính",
        hint: "Ít nhất 10 ký tự. Người đọc thấy dòng này khi bản cập nhật được đăng.",
      }
    : { label: "Đã sửa những gì", hint: "Ít nhất 10 ký tự." };
}

function addressees(returns: boolean, submits: boolean, { deputies, nameOf, facts }: ActionFacts): RadioOption[] {
  if (returns) {
    return [
      { value: "SECRETARY", label: "Thư ký sửa", hint: "Sửa xong, Thư ký trình phê duyệt lại (Bước 3)." },
      {
        value: "MEMBER",
        label: facts.origin === "board" ? "Người viết sửa" : "Đơn vị sửa",
        hint: facts.origin === "board" ? "Người viết gửi lại Ban biên tập." : "Trưởng đơn vị duyệt lại trước khi gửi.",
      },
    ];
  }
  if (!submits) return [];
  return [
    { value: "SECRETARY", label: "Thư ký Ban biên tập" },
    ...deputies.map((id) => ({ value: id, label: `Phó Trưởng ban phụ trách: ${nameOf(id)}` })),
  ];
}

/** A time worth offering: the next full hour but one. */
export function suggestedTime(now: string): string {
  const [day, time] = toLocalInput(now).split("T");
  const next = Temporal.PlainDateTime.from(`${day}T${time?.slice(0, 2)}:00`).add({ hours: 2 });
  return next.toString({ smallestUnit: "minute" });
}
