import type { ActingHat, Power } from "./hats.ts";
import type { State } from "./states.ts";

/**
 * How a hat reaches an article. `any`: every article. `own`: its author. `unit`: the unit he heads today.
 * `charge`: a deputy's unit or field in charge (Đ10). `claim`: whoever appraises it now.
 */
export type Reach = "any" | "own" | "unit" | "charge" | "claim" | "claimInCharge";

export interface Who {
  readonly hat: ActingHat;
  readonly reach: Reach;
  /** Only under a written delegation that names this power (Đ10.p3). */
  readonly under?: Power;
}

export type Act =
  | "create"
  | "edit"
  | "sendToHead"
  | "returnToAuthor"
  | "approveInUnit"
  | "submitAsBoard"
  | "withdraw"
  | "claim"
  | "release"
  | "approveField"
  | "sendBack"
  | "forward"
  | "approve"
  | "returnUnapproved"
  | "cancel"
  | "resubmit"
  | "rework"
  | "publish"
  | "schedule"
  | "unschedule"
  | "publishScheduled"
  | "missSchedule"
  | "proposeCorrection"
  | "supersede"
  | "decideTakedown"
  | "executeTakedown"
  | "restore";

/** A condition of a move, by name: `newsroom/guards.ts` holds one function for each. */
export type GuardName =
  | "contentComplete"
  | "sameText"
  | "reasonGiven"
  | "addresseeGiven"
  | "addresseeInCharge"
  | "appraisalChecked"
  | "approvalChecked"
  | "unitOrigin"
  | "boardOrigin"
  | "categoryAllowsBoard"
  | "authorIsActor"
  | "notAuthor"
  | "notWriter"
  | "notUnitApprover"
  | "notEditor"
  | "notAppraiser"
  | "notApprover"
  | "fieldApproved"
  | "returnedToSecretary"
  | "returnedToMember"
  | "appraisedBefore"
  | "approvedText"
  | "timeInFuture"
  | "timeReached"
  | "schedulerStillSecretary"
  | "noOpenEdition"
  | "noteGiven"
  | "takedownDecided"
  | "noTakedownPending"
  | "isTakenDown"
  | "isLive"
  | "hasSuccessor";

export interface MoveRule {
  /** Row of law.md §10, with a letter where a row has several forms. */
  readonly id: string;
  readonly act: Act;
  readonly from: readonly State[] | null;
  /** `same`: the edition keeps its state. */
  readonly to: State | "same";
  readonly who: readonly Who[];
  readonly needs: readonly GuardName[];
  readonly clause: string;
  /** Button and history line. */
  readonly label: string;
  /** Whether the move carries the article on, so that whoever may make it is told that it waits for him. */
  readonly advances: boolean;
}

const own = (...hats: ActingHat[]): Who[] => hats.map((hat) => ({ hat, reach: "own" }));
const BOARD_AUTHORS = own("SECRETARY", "DEPUTY", "STANDING_DEPUTY", "CHIEF");
const APPRAISERS: readonly Who[] = [
  { hat: "SECRETARY", reach: "any" },
  { hat: "DEPUTY", reach: "charge" },
  { hat: "STANDING_DEPUTY", reach: "charge" },
  { hat: "CHIEF", reach: "any" },
];
const HOLDERS: readonly Who[] = [
  { hat: "SECRETARY", reach: "claim" },
  { hat: "DEPUTY", reach: "claimInCharge" },
  { hat: "STANDING_DEPUTY", reach: "claimInCharge" },
  { hat: "CHIEF", reach: "claim" },
];
const APPROVERS: readonly Who[] = [
  { hat: "CHIEF", reach: "any" },
  { hat: "STANDING_DEPUTY", reach: "any" },
];
/** Head of the article's unit. An article of the board itself has no head above it. */
const HEAD: readonly Who[] = [{ hat: "MEMBER", reach: "unit" }];
const SECRETARY: readonly Who[] = [{ hat: "SECRETARY", reach: "any" }];

/**
 * The four steps of Đ15.k2 and the ways back (law.md §10, T1–T22). A move without a row does not exist.
 * Guards, buttons, notifications, the diagram in the docs and the tests all read these rows.
 */
// biome-ignore format: a table
export const ARTICLE_MOVES: readonly MoveRule[] = [
  { id: "T1a", act: "create", from: null, to: "DRAFT", who: [{ hat: "CONTRIBUTOR", reach: "unit" }, { hat: "MEMBER", reach: "unit" }], needs: ["unitOrigin"], clause: "Đ15.k2.b1", label: "Viết bài", advances: false },
  { id: "T1b", act: "create", from: null, to: "DRAFT", who: [{ hat: "SECRETARY", reach: "any" }, { hat: "DEPUTY", reach: "any" }, { hat: "STANDING_DEPUTY", reach: "any" }, { hat: "CHIEF", reach: "any" }], needs: ["boardOrigin"], clause: "Đ15.k1", label: "Viết bài của Ban biên tập", advances: false },

  { id: "E1", act: "edit", from: ["DRAFT"], to: "same", who: [...own("CONTRIBUTOR"), ...BOARD_AUTHORS], needs: [], clause: "Đ15.k2.b1", label: "Sửa bài", advances: false },
  { id: "E1b", act: "edit", from: ["DRAFT"], to: "same", who: HEAD, needs: ["unitOrigin"], clause: "Đ16.k4.g1", label: "Sửa bài", advances: false },
  { id: "E2", act: "edit", from: ["AWAITING_HEAD"], to: "same", who: HEAD, needs: [], clause: "Đ16.k4.g2", label: "Sửa bài", advances: false },
  { id: "E3", act: "edit", from: ["UNDER_REVIEW"], to: "same", who: HOLDERS, needs: [], clause: "Đ15.k2.b2", label: "Chỉnh sửa", advances: false },
  { id: "E4", act: "edit", from: ["RETURNED"], to: "same", who: SECRETARY, needs: ["returnedToSecretary"], clause: "Đ15.k2.b4.g2", label: "Chỉnh sửa lại", advances: false },
  { id: "E5", act: "edit", from: ["RETURNED"], to: "same", who: [...own("CONTRIBUTOR"), ...BOARD_AUTHORS], needs: ["returnedToMember"], clause: "Đ15.k2.b4.g2", label: "Chỉnh sửa lại", advances: false },
  { id: "E5b", act: "edit", from: ["RETURNED"], to: "same", who: HEAD, needs: ["unitOrigin", "returnedToMember"], clause: "Đ15.k2.b4.g2", label: "Chỉnh sửa lại", advances: false },
  { id: "T16", act: "edit", from: ["APPROVED"], to: "AWAITING_FINAL", who: SECRETARY, needs: [], clause: "Đ15.k2.b4.g2", label: "Sửa bài đã duyệt (phải duyệt lại)", advances: false },

  { id: "T2", act: "sendToHead", from: ["DRAFT"], to: "AWAITING_HEAD", who: own("CONTRIBUTOR"), needs: ["sameText", "unitOrigin", "contentComplete"], clause: "Đ16.k4.g2", label: "Gửi trưởng đơn vị duyệt", advances: true },
  { id: "T3", act: "returnToAuthor", from: ["AWAITING_HEAD"], to: "DRAFT", who: HEAD, needs: ["sameText", "reasonGiven"], clause: "Đ16.k4.g2", label: "Trả lại người viết", advances: true },
  { id: "T4a", act: "approveInUnit", from: ["AWAITING_HEAD"], to: "SUBMITTED", who: HEAD, needs: ["sameText", "unitOrigin", "addresseeInCharge", "contentComplete"], clause: "Đ16.k4.g2", label: "Duyệt và gửi Ban biên tập", advances: true },
  { id: "T4b", act: "approveInUnit", from: ["DRAFT"], to: "SUBMITTED", who: HEAD, needs: ["sameText", "unitOrigin", "authorIsActor", "addresseeInCharge", "contentComplete"], clause: "Đ16.k4.g2", label: "Duyệt và gửi Ban biên tập", advances: true },
  { id: "T5", act: "submitAsBoard", from: ["DRAFT"], to: "SUBMITTED", who: BOARD_AUTHORS, needs: ["sameText", "boardOrigin", "categoryAllowsBoard", "addresseeInCharge", "contentComplete"], clause: "Đ15.k1", label: "Gửi Ban biên tập (bài của Ban)", advances: true },
  { id: "T22", act: "withdraw", from: ["DRAFT", "SUBMITTED"], to: "WITHDRAWN", who: [...own("CONTRIBUTOR"), ...BOARD_AUTHORS], needs: ["sameText"], clause: "Đ15.k2.b1", label: "Rút bài", advances: false },
  { id: "T22b", act: "withdraw", from: ["DRAFT", "SUBMITTED"], to: "WITHDRAWN", who: HEAD, needs: ["sameText", "unitOrigin"], clause: "Đ16.k4.g1", label: "Rút bài", advances: false },

  { id: "T6", act: "claim", from: ["SUBMITTED"], to: "UNDER_REVIEW", who: APPRAISERS, needs: ["sameText", "notAuthor", "notWriter", "notUnitApprover"], clause: "Đ15.k2.b2", label: "Nhận thẩm định", advances: true },
  { id: "R1", act: "release", from: ["UNDER_REVIEW"], to: "SUBMITTED", who: [...HOLDERS, { hat: "CHIEF", reach: "any" }, { hat: "STANDING_DEPUTY", reach: "any", under: "article.pull" }], needs: ["sameText", "reasonGiven"], clause: "Đ9.k1", label: "Đưa về hàng chờ thẩm định", advances: false },
  { id: "F1", act: "approveField", from: ["UNDER_REVIEW"], to: "same", who: [{ hat: "DEPUTY", reach: "charge" }, { hat: "STANDING_DEPUTY", reach: "charge" }, { hat: "CHIEF", reach: "any" }], needs: ["sameText", "notAuthor", "notWriter"], clause: "Đ10.p2", label: "Duyệt theo lĩnh vực", advances: false },
  { id: "T8", act: "sendBack", from: ["UNDER_REVIEW"], to: "RETURNED", who: HOLDERS, needs: ["sameText", "reasonGiven"], clause: "Đ15.k2.b2", label: "Trả lại đơn vị", advances: true },
  { id: "T9", act: "forward", from: ["UNDER_REVIEW"], to: "AWAITING_FINAL", who: HOLDERS, needs: ["sameText", "notAuthor", "notWriter", "appraisalChecked", "fieldApproved", "contentComplete"], clause: "Đ15.k2.b3", label: "Trình phê duyệt", advances: true },

  { id: "T10", act: "approve", from: ["AWAITING_FINAL"], to: "APPROVED", who: APPROVERS, needs: ["sameText", "notAuthor", "notEditor", "notAppraiser", "approvalChecked", "contentComplete"], clause: "Đ15.k2.b3", label: "Phê duyệt bản này", advances: true },
  { id: "T11", act: "returnUnapproved", from: ["AWAITING_FINAL"], to: "RETURNED", who: APPROVERS, needs: ["sameText", "reasonGiven", "addresseeGiven"], clause: "Đ15.k2.b4.g2", label: "Không duyệt, trả lại chỉnh sửa", advances: true },
  { id: "T12", act: "cancel", from: ["AWAITING_FINAL"], to: "CANCELLED", who: APPROVERS, needs: ["sameText", "reasonGiven"], clause: "Đ15.k2.b4.g2", label: "Không duyệt, hủy bỏ", advances: false },
  { id: "T13", act: "resubmit", from: ["RETURNED"], to: "AWAITING_FINAL", who: SECRETARY, needs: ["sameText", "returnedToSecretary", "appraisedBefore", "noteGiven", "contentComplete"], clause: "Đ15.k2.b4.g2", label: "Trình phê duyệt lại (thực hiện lại Bước 3)", advances: true },
  { id: "T14a", act: "rework", from: ["RETURNED"], to: "AWAITING_HEAD", who: [...own("CONTRIBUTOR"), { hat: "MEMBER", reach: "unit" }], needs: ["sameText", "unitOrigin", "returnedToMember", "contentComplete"], clause: "Đ15.k2.b4.g2", label: "Gửi lại trưởng đơn vị", advances: true },
  { id: "T14b", act: "rework", from: ["RETURNED"], to: "SUBMITTED", who: BOARD_AUTHORS, needs: ["sameText", "boardOrigin", "returnedToMember", "contentComplete"], clause: "Đ15.k2.b4.g2", label: "Gửi lại Ban biên tập", advances: true },
  { id: "T14c", act: "forward", from: ["SUBMITTED"], to: "AWAITING_FINAL", who: SECRETARY, needs: ["sameText", "appraisedBefore", "notAuthor", "notWriter", "notUnitApprover", "contentComplete"], clause: "Đ15.k2.b4.g2", label: "Nhận và trình phê duyệt lại (thực hiện lại Bước 3)", advances: true },

  { id: "T15a", act: "publish", from: ["APPROVED"], to: "PUBLISHED", who: SECRETARY, needs: ["sameText", "approvedText", "notApprover", "noTakedownPending"], clause: "Đ15.k2.b4.g1", label: "Đăng ngay", advances: true },
  { id: "T15b", act: "schedule", from: ["APPROVED"], to: "SCHEDULED", who: SECRETARY, needs: ["sameText", "approvedText", "notApprover", "noTakedownPending", "timeInFuture"], clause: "Đ15.k2.b4.g1", label: "Hẹn giờ đăng", advances: true },
  { id: "T15c", act: "unschedule", from: ["SCHEDULED"], to: "APPROVED", who: SECRETARY, needs: ["sameText"], clause: "Đ15.k2.b4.g1", label: "Bỏ hẹn giờ", advances: false },
  { id: "T15d", act: "publishScheduled", from: ["SCHEDULED"], to: "PUBLISHED", who: [{ hat: "SYSTEM", reach: "any" }], needs: ["approvedText", "timeReached", "schedulerStillSecretary", "noTakedownPending"], clause: "Đ15.k2.b4.g1", label: "Đăng theo giờ đã hẹn", advances: false },
  { id: "T15e", act: "missSchedule", from: ["SCHEDULED"], to: "APPROVED", who: [{ hat: "SYSTEM", reach: "any" }], needs: ["timeReached"], clause: "Đ15.k2.b4.g1", label: "Không đăng được theo giờ hẹn", advances: false },
  { id: "T15f", act: "supersede", from: ["PUBLISHED"], to: "SUPERSEDED", who: [...SECRETARY, { hat: "SYSTEM", reach: "any" }], needs: ["hasSuccessor"], clause: "Đ15.k2.b4.g1", label: "Thay bằng bản cập nhật", advances: false },

  { id: "T17a", act: "proposeCorrection", from: ["PUBLISHED"], to: "UNDER_REVIEW", who: [{ hat: "SECRETARY", reach: "any" }, { hat: "DEPUTY", reach: "charge" }, { hat: "STANDING_DEPUTY", reach: "any" }, { hat: "CHIEF", reach: "any" }], needs: ["isLive", "noteGiven", "noOpenEdition"], clause: "Đ15.k2", label: "Đề xuất cập nhật, đính chính", advances: false },
  { id: "T17b", act: "proposeCorrection", from: ["PUBLISHED"], to: "DRAFT", who: HEAD, needs: ["isLive", "unitOrigin", "noteGiven", "noOpenEdition"], clause: "Đ15.k2", label: "Đề xuất cập nhật, đính chính", advances: false },

  { id: "T19", act: "decideTakedown", from: ["PUBLISHED"], to: "same", who: [{ hat: "CHIEF", reach: "any" }, { hat: "STANDING_DEPUTY", reach: "any", under: "takedown.decide" }], needs: ["isLive", "reasonGiven"], clause: "Đ15.k3.g1", label: "Quyết định gỡ bỏ", advances: false },
  { id: "T20", act: "executeTakedown", from: ["PUBLISHED"], to: "TAKEN_DOWN", who: SECRETARY, needs: ["isLive", "takedownDecided"], clause: "Đ15.k3.g3", label: "Gỡ bỏ theo quyết định", advances: true },
  { id: "T21", act: "restore", from: ["TAKEN_DOWN"], to: "AWAITING_FINAL", who: SECRETARY, needs: ["isTakenDown", "reasonGiven", "noOpenEdition"], clause: "Đ15.k3", label: "Đề nghị đăng lại", advances: false },
];

/** Moves that open a new edition beside the one they start from: the old one keeps its state (T17, T21). */
export const OPENS_EDITION: readonly Act[] = ["proposeCorrection", "restore"];

/** What only a form can supply; a button is offered without it and the form asks for it. */
export const INPUT_GUARDS: readonly GuardName[] = [
  "sameText",
  "reasonGiven",
  "addresseeGiven",
  "addresseeInCharge",
  "appraisalChecked",
  "approvalChecked",
  "timeInFuture",
  "noteGiven",
];

/** Guards that an exception with a reason may lift when there is nobody else. */
export const FOUR_EYES: readonly GuardName[] = [
  "notAuthor",
  "notWriter",
  "notUnitApprover",
  "notEditor",
  "notAppraiser",
  "notApprover",
];
