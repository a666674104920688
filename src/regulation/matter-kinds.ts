import type { Hat, Power } from "./hats.ts";

/** What everything that somebody raises and somebody answers can be at; each kind names those it knows. */
export type MatterState = "WAITING" | "APPROVED" | "WORKING" | "DONE" | "DECLINED" | "WITHDRAWN";
export const MATTER_STATE_NAMES: readonly MatterState[] = [
  "WAITING",
  "APPROVED",
  "WORKING",
  "DONE",
  "DECLINED",
  "WITHDRAWN",
];
/** States in which somebody still owes something. */
export const OPEN_MATTER_STATES: readonly MatterState[] = ["WAITING", "APPROVED", "WORKING"];

export type MatterAct =
  | "raise"
  | "change"
  | "accept"
  | "answer"
  | "agree"
  | "decline"
  | "plan"
  | "finish"
  | "reopen"
  | "withdraw"
  | "comment";

/** Who may make a step: a hat (a deputy only for units in charge; under a paper that names a power), or one's part in it. */
export type MatterWho =
  | { readonly hat: Hat; readonly under?: Power; readonly reach?: "units" }
  /** `raiser`: who raised it, in whatever hat. `addressee`: named by it, or head of a unit named. `unit`: head of the raiser's unit. */
  | { readonly is: "raiser" | "addressee" | "unit" };

/** What a form asks for besides its words; `fields.ts` of the room says how. */
export type MatterFieldKey =
  | "title"
  | "text"
  | "due"
  | "priority"
  | "year"
  | "number"
  | "issuer"
  | "issuedOn"
  | "upgrade"
  | "equipment"
  | "plannedOn"
  | "version"
  | "backup"
  | "replyNumber"
  | "planNumber";

/** One row of the life of a kind. A step without a row does not exist. */
export interface MatterMove {
  readonly act: MatterAct;
  /** Null: it begins here. */
  readonly from: readonly MatterState[] | null;
  readonly to: MatterState | "same";
  readonly who: readonly MatterWho[];
  /** What its words are called: "Kết quả", "Lý do". Null: the step says nothing; words are never left out where they are named. */
  readonly words: string | null;
  /** All required. */
  readonly asks?: readonly MatterFieldKey[];
  /** Not by whoever raised it himself (but the Director, A-03). */
  readonly notOwn?: true;
  readonly clause: string;
  readonly label: string;
}

/** The settings that give working days to answer in. */
export type MatterDays = "matters.ticketDays" | "matters.urgentTicketDays" | "matters.difficultyDays";

export interface MatterKind {
  readonly name: string;
  /** Begins its number: `NV-2026-001`. */
  readonly code: string;
  readonly clause: string;
  /** When one chooses it: what it is for. */
  readonly hint: string;
  readonly states: Readonly<Partial<Record<MatterState, string>>>;
  /** Of its form, in order. */
  readonly fields: readonly MatterFieldKey[];
  /** Those of them that may stay empty. */
  readonly optional?: readonly MatterFieldKey[];
  /** Names of fields where this kind calls them otherwise. */
  readonly labels?: Readonly<Partial<Record<MatterFieldKey, string>>>;
  /** Whom it names; never nobody. Null: it goes to whoever owes it. */
  readonly to: "people" | "people-and-units" | null;
  /** Who owes the next step, by state. */
  readonly owes: Readonly<Partial<Record<MatterState, readonly (Hat | "addressee")[]>>>;
  /** `asked`: a day is required. Settings: so many working days, by urgency. Null: none of its own. */
  readonly due: "asked" | { readonly normal: MatterDays; readonly urgent: MatterDays } | null;
  /** One a year, unless the last was turned down. */
  readonly yearly?: true;
  readonly moves: readonly MatterMove[];
}

export type MatterKindName =
  | "task"
  | "proposal"
  | "difficulty"
  | "ticket"
  | "authority"
  | "upgrade"
  | "review"
  | "workplan"
  | "reminder";

const hats = (...names: readonly Hat[]): MatterWho[] => names.map((hat) => ({ hat }));
const BOARD = hats("MEMBER", "DEPUTY", "STANDING_DEPUTY", "CHIEF", "SECRETARY", "ADMIN");
/** Đ9.k2, Đ5.k2; the standing deputy only under a paper. */
const ASSIGNERS: readonly MatterWho[] = [
  { hat: "CHIEF" },
  { hat: "DIRECTOR" },
  { hat: "STANDING_DEPUTY", under: "task.assign" },
];
const DECIDERS = hats("DIRECTOR", "CHIEF");
const RAISER: readonly MatterWho[] = [{ is: "raiser" }];
const ADDRESSEE: readonly MatterWho[] = [{ is: "addressee" }];
const SECRETARY = hats("SECRETARY");
const ADMIN = hats("ADMIN");
/** Who may say a word on what he sees. */
const SPEAKERS: readonly MatterWho[] = [
  { is: "raiser" },
  { is: "addressee" },
  { is: "unit" },
  ...hats("DEPUTY", "STANDING_DEPUTY", "CHIEF", "SECRETARY", "ADMIN", "DIRECTOR"),
];
const YEARLY_RAISERS = hats("SECRETARY", "ADMIN", "STANDING_DEPUTY", "CHIEF");
const EVERYBODY = [...BOARD, ...hats("CONTRIBUTOR", "DIRECTOR", "INSPECTOR")];

const comment = (clause: string): MatterMove => ({
  act: "comment",
  from: MATTER_STATE_NAMES,
  to: "same",
  who: SPEAKERS,
  words: "Nội dung trao đổi",
  clause,
  label: "Trao đổi thêm",
});

/** Everything of the board's work that is raised, answered and has an end (Đ8.k2, Đ12.k2, Đ18.k2, Đ20.k2, Đ21.k3). */
// biome-ignore format: a table
export const MATTER_KINDS: Readonly<Record<MatterKindName, MatterKind>> = {
  task: {
    name: "Nhiệm vụ", code: "NV", clause: "Đ8.k2.g8",
    hint: "Trưởng Ban, Giám đốc giao cho thành viên Ban biên tập; có hạn và kết quả.",
    states: { WAITING: "Đã giao", WORKING: "Đang làm", DONE: "Đã xong", WITHDRAWN: "Đã hủy" },
    fields: ["title", "text", "due"], labels: { title: "Tên nhiệm vụ", text: "Nội dung, yêu cầu" },
    to: "people", due: "asked",
    owes: { WAITING: ["addressee"], WORKING: ["addressee"] },
    moves: [
      { act: "raise", from: null, to: "WAITING", who: ASSIGNERS, words: null, clause: "Đ9.k2", label: "Giao nhiệm vụ" },
      { act: "accept", from: ["WAITING"], to: "WORKING", who: ADDRESSEE, words: null, clause: "Đ8.k2.g8", label: "Nhận việc" },
      { act: "finish", from: ["WAITING", "WORKING"], to: "DONE", who: ADDRESSEE, words: "Kết quả", clause: "Đ8.k2.g8", label: "Báo đã xong" },
      { act: "change", from: ["WAITING", "WORKING"], to: "same", who: ASSIGNERS, words: "Lý do sửa", clause: "Đ9.k2", label: "Sửa nhiệm vụ" },
      { act: "reopen", from: ["DONE"], to: "WORKING", who: ASSIGNERS, words: "Còn phải làm gì", asks: ["due"], clause: "Đ9.k2", label: "Yêu cầu làm tiếp" },
      { act: "withdraw", from: ["WAITING", "WORKING"], to: "WITHDRAWN", who: ASSIGNERS, words: "Lý do hủy", clause: "Đ9.k2", label: "Hủy nhiệm vụ" },
      comment("Đ8.k2.g8"),
    ],
  },
  proposal: {
    name: "Đề xuất", code: "DX", clause: "Đ8.k2.g4",
    hint: "Biện pháp nâng cao hiệu quả quản lý, vận hành và chất lượng thông tin; gửi Giám đốc, Trưởng Ban.",
    states: { WAITING: "Chờ trả lời", DONE: "Chấp nhận", DECLINED: "Không chấp nhận", WITHDRAWN: "Đã rút" },
    fields: ["title", "text"], labels: { title: "Đề xuất", text: "Nội dung, lý do đề xuất" },
    to: null, due: null,
    owes: { WAITING: ["DIRECTOR", "CHIEF"] },
    moves: [
      { act: "raise", from: null, to: "WAITING", who: BOARD, words: null, clause: "Đ8.k2.g4", label: "Gửi đề xuất" },
      { act: "agree", from: ["WAITING"], to: "DONE", who: DECIDERS, words: "Trả lời, việc giao làm", notOwn: true, clause: "Đ8.k2.g4", label: "Chấp nhận" },
      { act: "decline", from: ["WAITING"], to: "DECLINED", who: DECIDERS, words: "Lý do không chấp nhận", notOwn: true, clause: "Đ8.k2.g4", label: "Không chấp nhận" },
      { act: "change", from: ["WAITING"], to: "same", who: RAISER, words: "Lý do sửa", clause: "Đ8.k2.g4", label: "Sửa đề xuất" },
      { act: "withdraw", from: ["WAITING"], to: "WITHDRAWN", who: RAISER, words: "Lý do rút", clause: "Đ8.k2.g4", label: "Rút đề xuất" },
      comment("Đ8.k2.g4"),
    ],
  },
  difficulty: {
    name: "Khó khăn, vướng mắc", code: "VM", clause: "Đ18.k2",
    hint: "Điều cản trở việc quản lý, vận hành, sử dụng Cổng; được trả lời và ghi vào báo cáo tháng.",
    states: { WAITING: "Chờ trả lời", DONE: "Đã trả lời", WITHDRAWN: "Đã rút" },
    fields: ["title", "text"], labels: { title: "Khó khăn, vướng mắc", text: "Cụ thể thế nào, cần gì để giải quyết" },
    to: null, due: { normal: "matters.difficultyDays", urgent: "matters.difficultyDays" },
    owes: { WAITING: ["SECRETARY"] },
    moves: [
      { act: "raise", from: null, to: "WAITING", who: BOARD, words: null, clause: "Đ18.k2", label: "Báo khó khăn, vướng mắc" },
      { act: "answer", from: ["WAITING"], to: "DONE", who: hats("SECRETARY", "ADMIN", "STANDING_DEPUTY", "CHIEF", "DIRECTOR"), words: "Trả lời, cách giải quyết", notOwn: true, clause: "Đ18.k2", label: "Trả lời" },
      { act: "reopen", from: ["DONE"], to: "WAITING", who: RAISER, words: "Còn vướng ở đâu", clause: "Đ18.k2", label: "Báo còn vướng mắc" },
      { act: "change", from: ["WAITING"], to: "same", who: RAISER, words: "Lý do sửa", clause: "Đ18.k2", label: "Sửa nội dung" },
      { act: "withdraw", from: ["WAITING"], to: "WITHDRAWN", who: RAISER, words: "Lý do rút", clause: "Đ18.k2", label: "Rút, không còn vướng mắc" },
      comment("Đ18.k2"),
    ],
  },
  ticket: {
    name: "Yêu cầu hỗ trợ", code: "HT", clause: "Đ12.k2",
    hint: "Cần Quản trị giúp về thông tin, kỹ thuật của Cổng.",
    states: { WAITING: "Chờ Quản trị", WORKING: "Đang xử lý", DONE: "Đã trả lời" },
    fields: ["title", "text", "priority"], labels: { title: "Cần hỗ trợ việc gì", text: "Mô tả: ở trang nào, gặp gì" },
    to: null, due: { normal: "matters.ticketDays", urgent: "matters.urgentTicketDays" },
    owes: { WAITING: ["ADMIN"], WORKING: ["ADMIN"] },
    moves: [
      { act: "raise", from: null, to: "WAITING", who: EVERYBODY, words: null, clause: "Đ12.k2", label: "Gửi yêu cầu hỗ trợ" },
      { act: "accept", from: ["WAITING"], to: "WORKING", who: ADMIN, words: null, clause: "Đ12.k2", label: "Nhận xử lý" },
      { act: "answer", from: ["WAITING", "WORKING"], to: "DONE", who: ADMIN, words: "Trả lời", clause: "Đ12.k2", label: "Trả lời và đóng" },
      { act: "reopen", from: ["DONE"], to: "WAITING", who: RAISER, words: "Còn vướng ở đâu", clause: "Đ12.k2", label: "Chưa được, yêu cầu xem lại" },
      { act: "change", from: ["WAITING"], to: "same", who: RAISER, words: "Lý do sửa", clause: "Đ12.k2", label: "Sửa yêu cầu" },
      comment("Đ12.k2"),
    ],
  },
  authority: {
    name: "Yêu cầu của cơ quan chức năng", code: "YC", clause: "Đ21.k3",
    hint: "Văn bản của cơ quan chức năng gửi Ban biên tập; Thư ký vào sổ, theo dõi hạn và kết quả.",
    states: { WAITING: "Đang xử lý", DONE: "Đã xử lý", WITHDRAWN: "Ghi nhầm, đã bỏ" },
    fields: ["title", "number", "issuer", "issuedOn", "due", "text"],
    labels: { title: "Trích yếu", text: "Nội dung yêu cầu", due: "Hạn trả lời" },
    to: null, due: "asked",
    owes: { WAITING: ["SECRETARY"] },
    moves: [
      { act: "raise", from: null, to: "WAITING", who: SECRETARY, words: null, clause: "Đ21.k3", label: "Vào sổ yêu cầu" },
      { act: "finish", from: ["WAITING"], to: "DONE", who: SECRETARY, words: "Kết quả xử lý", asks: ["replyNumber"], clause: "Đ21.k3", label: "Ghi kết quả" },
      { act: "change", from: ["WAITING"], to: "same", who: SECRETARY, words: "Lý do sửa", clause: "Đ21.k3", label: "Sửa thông tin" },
      { act: "withdraw", from: ["WAITING"], to: "WITHDRAWN", who: SECRETARY, words: "Lý do bỏ", clause: "Đ21.k3", label: "Bỏ, đã ghi nhầm" },
      comment("Đ21.k3"),
    ],
  },
  upgrade: {
    name: "Yêu cầu nâng cấp, thay đổi", code: "NC", clause: "Đ12.k5",
    hint: "Đề nghị phát triển, nâng cấp Cổng; Trưởng Ban đồng ý, Quản trị lên lịch và thực hiện.",
    states: { WAITING: "Chờ Ban biên tập", APPROVED: "Đã đồng ý, chờ lên lịch", WORKING: "Đã lên lịch", DONE: "Đã thực hiện", DECLINED: "Không đồng ý", WITHDRAWN: "Đã rút" },
    fields: ["title", "text"], labels: { title: "Thay đổi, nâng cấp gì", text: "Lý do, yêu cầu cụ thể" },
    to: null, due: null,
    owes: { WAITING: ["CHIEF"], APPROVED: ["ADMIN"], WORKING: ["ADMIN"] },
    moves: [
      { act: "raise", from: null, to: "WAITING", who: BOARD, words: null, clause: "Đ12.k5", label: "Đề nghị nâng cấp, thay đổi" },
      { act: "agree", from: ["WAITING"], to: "APPROVED", who: hats("CHIEF"), words: "Ý kiến chỉ đạo", clause: "Đ12.k5", label: "Đồng ý" },
      { act: "decline", from: ["WAITING"], to: "DECLINED", who: hats("CHIEF"), words: "Lý do không đồng ý", clause: "Đ12.k5", label: "Không đồng ý" },
      { act: "plan", from: ["APPROVED", "WORKING"], to: "WORKING", who: ADMIN, words: "Cách làm", asks: ["plannedOn"], clause: "Đ12.k5", label: "Lên lịch thực hiện" },
      { act: "finish", from: ["WORKING"], to: "DONE", who: ADMIN, words: "Kết quả", asks: ["version", "backup"], clause: "Đ12.k5", label: "Ghi đã thực hiện" },
      { act: "change", from: ["WAITING"], to: "same", who: RAISER, words: "Lý do sửa", clause: "Đ12.k5", label: "Sửa đề nghị" },
      { act: "withdraw", from: ["WAITING"], to: "WITHDRAWN", who: RAISER, words: "Lý do rút", clause: "Đ12.k5", label: "Rút đề nghị" },
      comment("Đ12.k5"),
    ],
  },
  review: {
    name: "Rà soát nâng cấp hằng năm", code: "RS", clause: "Đ8.k2.g7",
    hint: "Kết quả rà soát, phương án nâng cấp và đầu tư trang thiết bị của một năm.",
    states: { WAITING: "Chờ quyết định", DONE: "Đã quyết định", DECLINED: "Trả lại" },
    fields: ["title", "year", "text", "upgrade", "equipment"], labels: { title: "Tên hồ sơ", text: "Kết quả rà soát" },
    to: null, due: null, yearly: true,
    owes: { WAITING: ["DIRECTOR", "CHIEF"] },
    moves: [
      { act: "raise", from: null, to: "WAITING", who: YEARLY_RAISERS, words: null, clause: "Đ8.k2.g7", label: "Trình kết quả rà soát" },
      { act: "agree", from: ["WAITING"], to: "DONE", who: DECIDERS, words: "Quyết định", clause: "Đ8.k2.g7", label: "Quyết định" },
      { act: "decline", from: ["WAITING"], to: "DECLINED", who: DECIDERS, words: "Lý do trả lại", clause: "Đ8.k2.g7", label: "Trả lại để lập lại" },
      { act: "change", from: ["WAITING"], to: "same", who: RAISER, words: "Lý do sửa", clause: "Đ8.k2.g7", label: "Sửa hồ sơ" },
      comment("Đ8.k2.g7"),
    ],
  },
  workplan: {
    name: "Cổng trong kế hoạch công tác năm", code: "KH", clause: "Đ20.k2",
    hint: "Nội dung xây dựng, nâng cấp, quản lý, vận hành Cổng đưa vào kế hoạch công tác của một năm.",
    states: { WAITING: "Chờ đưa vào kế hoạch", DONE: "Đã đưa vào kế hoạch", DECLINED: "Trả lại" },
    fields: ["title", "year", "text"], labels: { title: "Tên nội dung", year: "Kế hoạch của năm", text: "Nội dung về Cổng" },
    to: null, due: null, yearly: true,
    owes: { WAITING: ["DIRECTOR", "CHIEF"] },
    moves: [
      { act: "raise", from: null, to: "WAITING", who: YEARLY_RAISERS, words: null, clause: "Đ20.k2", label: "Trình nội dung kế hoạch" },
      { act: "agree", from: ["WAITING"], to: "DONE", who: DECIDERS, words: "Ý kiến", asks: ["planNumber"], clause: "Đ20.k2", label: "Ghi đã đưa vào kế hoạch" },
      { act: "decline", from: ["WAITING"], to: "DECLINED", who: DECIDERS, words: "Lý do trả lại", clause: "Đ20.k2", label: "Trả lại để lập lại" },
      { act: "change", from: ["WAITING"], to: "same", who: RAISER, words: "Lý do sửa", clause: "Đ20.k2", label: "Sửa nội dung" },
      comment("Đ20.k2"),
    ],
  },
  reminder: {
    name: "Đôn đốc", code: "DD", clause: "Đ8.k2.g5",
    hint: "Nhắc đơn vị, cá nhân bằng thông báo và thư; lời nhắc được lưu lại.",
    states: { DONE: "Đã gửi" },
    fields: ["title", "text"], labels: { title: "Về việc", text: "Lời đôn đốc" },
    to: "people-and-units", due: null,
    owes: {},
    moves: [
      { act: "raise", from: null, to: "DONE", who: [...hats("SECRETARY", "ADMIN", "STANDING_DEPUTY", "CHIEF", "DIRECTOR"), { hat: "DEPUTY", reach: "units" }], words: null, clause: "Đ8.k2.g5", label: "Gửi đôn đốc" },
      comment("Đ8.k2.g5"),
    ],
  },
};

export const MATTER_KIND_NAMES = Object.keys(MATTER_KINDS) as MatterKindName[];
