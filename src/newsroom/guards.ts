import type { GuardName } from "../regulation/article-moves.ts";
import { APPRAISAL_POINTS, APPROVAL_POINTS, type CheckPoint } from "../regulation/checklists.ts";
import type { Question } from "./facts.ts";

/** Shortest reason that says something (T3, T8, T11, T12). Characters. */
export const REASON_LENGTH = 10;

export const isReason = (text: string | undefined): boolean => (text ?? "").trim().length >= REASON_LENGTH;

const allTicked = (points: readonly CheckPoint[], checked: readonly string[] = []): boolean =>
  points.every((point) => checked.includes(point.id));

/**
 * What must be true before a move, one function per name. A guard that fails gives its own name as the refusal
 * code. Four eyes compare persons, never hats: one person may wear several (Đ8; A-08).
 */
export const GUARDS: Readonly<Record<GuardName, (question: Question) => boolean>> = {
  contentComplete: ({ around }) => around.contentProblems.length === 0,
  sameText: ({ facts, input }) => input.hash === facts.hash,
  reasonGiven: ({ input }) => isReason(input.reason),
  noteGiven: ({ input }) => isReason(input.note),
  addresseeGiven: ({ input }) => input.addressee === "SECRETARY" || input.addressee === "MEMBER",
  addresseeInCharge: ({ around, input }) =>
    input.addressee === "SECRETARY" || around.deputiesInCharge.includes(input.addressee ?? ""),
  appraisalChecked: ({ input }) => allTicked(APPRAISAL_POINTS, input.checked),
  approvalChecked: ({ input }) => allTicked(APPROVAL_POINTS, input.checked),
  unitOrigin: ({ facts }) => facts.origin === "unit",
  boardOrigin: ({ facts }) => facts.origin === "board",
  categoryAllowsBoard: ({ around }) => around.categoryAllowsBoard,
  authorIsActor: ({ facts, by }) => by.person === facts.author,
  notAuthor: ({ facts, by }) => by.person !== facts.author && by.person !== facts.articleAuthor,
  notWriter: ({ facts, by }) => !facts.writers.includes(by.person),
  notUnitApprover: ({ facts, by }) => by.person !== facts.unitApprover,
  notEditor: ({ facts, by }) => !facts.editors.includes(by.person),
  notAppraiser: ({ facts, by }) => !facts.appraisers.includes(by.person),
  notApprover: ({ facts, by }) => by.person !== facts.approval?.by,
  fieldApproved: ({ facts, around, by }) =>
    !around.fieldApprovalRequired ||
    around.deputiesInCharge.length === 0 ||
    around.deputiesInCharge.includes(by.person) ||
    facts.fieldApprovedHash === facts.hash,
  returnedToSecretary: ({ facts }) => facts.returnedTo === "SECRETARY",
  returnedToMember: ({ facts }) => facts.returnedTo === "MEMBER",
  appraisedBefore: ({ facts }) => facts.appraisers.length > 0,
  approvedText: ({ facts }) => facts.approval !== null && facts.approval.hash === facts.hash,
  timeInFuture: ({ input, at }) => input.publishAt !== undefined && input.publishAt > at,
  timeReached: ({ facts, at }) => facts.schedule !== null && facts.schedule.at <= at,
  schedulerStillSecretary: ({ around }) => around.schedulerIsSecretary,
  noOpenEdition: ({ around }) => !around.hasOpenEdition,
  takedownDecided: ({ facts }) => facts.takedownDecided,
  noTakedownPending: ({ around }) => !around.isToBeTakenDown,
  isTakenDown: ({ around }) => around.isTakenDown,
  isLive: ({ around }) => around.isLive,
  hasSuccessor: ({ around }) => around.hasSuccessor,
};
