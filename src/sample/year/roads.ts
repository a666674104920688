import type { ActingHat } from "../../regulation/hats.ts";
import { deed, ofBoard, STANDING_DEPUTY, step, usual } from "../roads.ts";
import type { Slip, Step } from "../story.ts";
import type { Dice } from "./dice.ts";

/** Who carries the articles of a unit. */
export interface Hands {
  readonly author: string;
  readonly head: string;
  /** The secretary may not appraise what he let through as head of his own unit. */
  readonly appraiser?: readonly [who: string, hat: ActingHat];
}

const IT: Hands = { author: "ctv.cong-nghe-thong-tin", head: "thuky", appraiser: STANDING_DEPUTY };

export const handsOf = (unit: string): Hands =>
  unit === "cong-nghe-thong-tin" ? IT : { author: `ctv.${unit}`, head: `truong.${unit}` };

/** A way an article may go in a year, how often in a hundred, and how many working days it needs at least. */
interface Way {
  readonly of100: number;
  readonly days: number;
  /** Every `edit` of the road puts a slip of the title right. */
  readonly edits?: number;
  readonly forIt?: boolean;
  walk(back: number, hands: Hands, dice: Dice): Step[];
}

const SECRETARY = ["thuky", "SECRETARY"] as const;
const CHIEF = ["giamdoc", "CHIEF"] as const;

const NOT_APPROVED = [
  "Chưa nêu nguồn số liệu; đề nghị bổ sung rồi trình lại",
  "Tiêu đề chưa sát nội dung, phần mở đầu còn dài",
  "Cần đối chiếu lại thời gian, địa điểm với kế hoạch đã ban hành",
];
const SENT_BACK = [
  "Bài còn viết theo lối báo cáo; đề nghị nêu rõ ai làm gì, kết quả ra sao",
  "Ảnh thiếu chú thích, chưa rõ sự đồng ý của người trong ảnh",
  "Trùng nội dung với thông báo tuần trước, cần gộp lại",
];
const BY_HEAD = ["Thiếu số liệu của hai lớp cuối", "Tên người chưa đúng, xem lại danh sách"];
const NEVER = [
  "Nội dung không thuộc phạm vi thông tin của Cổng",
  "Sự việc đã qua quá lâu, không còn giá trị thông tin",
];
const DOWN = [
  "Thông tin không còn phù hợp về thời gian, dễ gây hiểu nhầm",
  "Đơn vị cung cấp đề nghị gỡ vì lịch đã thay đổi",
];

const published = (back: number): Step[] => [
  step(back, "14:30", ...CHIEF, { act: "approve" }),
  step(back, "15:20", ...SECRETARY, { act: "publish" }),
];

/** How articles go in a believable year: most as they should, some late, some back and forth, a few nowhere. */
export const WAYS: readonly Way[] = [
  { of100: 46, days: 1, forIt: true, walk: (back, hands) => usual(back, hands) },
  { of100: 10, days: 1, forIt: true, walk: (back, hands) => usual(back, { ...hands, author: hands.head }) },
  { of100: 6, days: 2, forIt: true, walk: (back, hands) => usual(back, { ...hands, hour: "07:30" }) },
  // The head lets it lie, then the board does (REQ-149).
  {
    of100: 12,
    days: 9,
    walk: (back, { author, head }, dice) => {
      const [lay, waited] = [1 + dice.below(3), 1 + dice.below(3)];
      const [sent, claimed] = [back - lay, back - lay - waited];
      return [
        ...usual(back, { author, head }, "AWAITING_HEAD"),
        step(sent, "16:05", head, "MEMBER", { act: "approveInUnit", addressee: "SECRETARY" }),
        step(claimed, "09:10", ...SECRETARY, { act: "claim" }),
        step(claimed, "11:00", ...SECRETARY, { act: "forward" }),
        ...published(claimed - 2),
      ];
    },
  },
  // Step 4, not approved: the secretary puts it right and step 3 is done again (Đ15.k2.b4.g2).
  {
    of100: 7,
    days: 3,
    edits: 1,
    walk: (back, hands, dice) => [
      ...usual(back, hands, "AWAITING_FINAL"),
      step(back - 1, "14:40", ...CHIEF, {
        act: "returnUnapproved",
        addressee: "SECRETARY",
        reason: dice.one(NOT_APPROVED),
      }),
      deed(back - 2, "08:40", ...SECRETARY, { kind: "edit", note: "Sửa theo ý kiến của Trưởng Ban" }),
      step(back - 2, "09:10", ...SECRETARY, { act: "resubmit", note: "Đã sửa theo ý kiến của Trưởng Ban" }),
      ...published(back - 2),
    ],
  },
  // Step 2, sent back: the unit reworks it, its head lets it through again.
  {
    of100: 6,
    days: 4,
    edits: 1,
    walk: (back, { author, head }, dice) => [
      ...usual(back, { author, head }, "UNDER_REVIEW"),
      step(back - 1, "10:40", ...SECRETARY, { act: "sendBack", reason: dice.one(SENT_BACK) }),
      deed(back - 2, "09:00", author, "CONTRIBUTOR", { kind: "edit", note: "Viết lại theo góp ý" }),
      step(back - 2, "10:00", author, "CONTRIBUTOR", { act: "rework" }),
      step(back - 2, "14:10", head, "MEMBER", { act: "approveInUnit", addressee: "SECRETARY" }),
      step(back - 3, "08:30", ...SECRETARY, { act: "claim" }),
      step(back - 3, "09:40", ...SECRETARY, { act: "forward" }),
      ...published(back - 3),
    ],
  },
  {
    of100: 4,
    days: 3,
    edits: 1,
    walk: (back, { author, head }, dice) => [
      ...usual(back, { author, head }, "AWAITING_HEAD"),
      step(back, "14:05", head, "MEMBER", { act: "returnToAuthor", reason: dice.one(BY_HEAD) }),
      deed(back - 1, "08:30", author, "CONTRIBUTOR", { kind: "edit", note: "Bổ sung theo ý kiến trưởng đơn vị" }),
      ...usual(back - 1, { author, head }).slice(1),
    ],
  },
  {
    of100: 2,
    days: 2,
    walk: (back, hands, dice) => [
      ...usual(back, hands, "AWAITING_FINAL"),
      step(back - 1, "15:00", ...CHIEF, { act: "cancel", reason: dice.one(NEVER) }),
    ],
  },
  {
    of100: 1,
    days: 2,
    walk: (back, hands) => [
      ...usual(back, hands, "SUBMITTED"),
      step(back - 1, "07:50", hands.head, "MEMBER", { act: "withdraw" }),
    ],
  },
  {
    of100: 2,
    days: 12,
    walk: (back, hands, dice) => [
      ...usual(back, hands),
      step(back - 10, "09:20", ...CHIEF, { act: "decideTakedown", reason: dice.one(DOWN), note: "outdated" }),
      step(back - 10, "10:10", ...SECRETARY, { act: "executeTakedown" }),
    ],
  },
  { of100: 4, days: 2, walk: (back) => ofBoard(back, ["phoban.chuyen-mon", "DEPUTY"]) },
];

/** The slips a way's edits put right, in the title where everybody sees them. */
export const slipsOf = ({ edits = 0 }: Way, title: string): Slip[] =>
  Array.from({ length: edits }, () => ({ wrote: `${title} (bản nháp)`, should: title }));

const OF_100 = WAYS.flatMap((way) => Array.from({ length: way.of100 }, () => way));

/** The way an article goes that begins so many working days ago. */
export function wayOf(unit: string, back: number, dice: Dice): Way {
  const way = dice.one(OF_100);
  const fits = way.days < back && (unit !== "cong-nghe-thong-tin" || way.forIt === true);
  return fits ? way : WAYS[0]!;
}
