import type { Hat } from "../regulation/hats.ts";
import type { Settings } from "../settings/settings.ts";
import { CHAPTERS, type Chapter } from "./figure.ts";

/** How often a report comes back; null when somebody asks for it. */
export type Every = "month" | "quarter" | "year" | null;

/** A kind of report as data: one set of figures, several reports. */
export interface ReportKind {
  readonly name: string;
  readonly clause: string;
  readonly every: Every;
  /** Put together from accepted monthly reports instead of being counted anew. */
  readonly fromMonths: boolean;
  /** Signs and submits it. */
  readonly author: Hat;
  /** Hats that may write in it. */
  readonly writers: readonly Hat[];
  /** Accepts or returns it; `setting`: the centre chooses; `order`: whoever asked for it. */
  readonly receiver: Hat | "setting" | "order";
  readonly chapters: readonly Chapter[];
  /** Trích yếu, before the period. */
  readonly subject: string;
  /** Who signs the paper: the author, or the receiver whose acceptance signs it (a paper of the Centre to Sở). */
  readonly signedBy: "author" | "receiver";
  /** Authority above the signer's position, as NĐ 30/2020 writes it; "" when he signs for himself. */
  readonly authority: string;
  readonly position: string;
  /** Kính gửi; `superior` stands for the centre's superior body, `receiver` for the receiver's name of office. */
  readonly to: "receiver" | "superior";
}

const ALL = Object.keys(CHAPTERS) as Chapter[];

export const REPORT_KINDS = {
  monthly: {
    name: "Báo cáo tháng",
    clause: "Đ18.k1",
    every: "month",
    fromMonths: false,
    author: "SECRETARY",
    writers: ["SECRETARY"],
    receiver: "CHIEF",
    chapters: ALL,
    subject: "Kết quả hoạt động Cổng thông tin điện tử",
    signedBy: "author",
    authority: "",
    position: "THƯ KÝ BAN BIÊN TẬP",
    to: "receiver",
  },
  quarterly: {
    name: "Báo cáo quý của Ban biên tập",
    clause: "Đ8.k2.g6",
    every: "quarter",
    fromMonths: true,
    author: "CHIEF",
    writers: ["SECRETARY", "CHIEF"],
    receiver: "DIRECTOR",
    chapters: ALL,
    subject: "Hoạt động của Cổng thông tin điện tử",
    signedBy: "author",
    authority: "TM. BAN BIÊN TẬP",
    position: "TRƯỞNG BAN",
    to: "receiver",
  },
  yearly: {
    name: "Báo cáo năm của Ban biên tập",
    clause: "Đ8.k2.g6",
    every: "year",
    fromMonths: true,
    author: "CHIEF",
    writers: ["SECRETARY", "CHIEF"],
    receiver: "DIRECTOR",
    chapters: ALL,
    subject: "Hoạt động của Cổng thông tin điện tử",
    signedBy: "author",
    authority: "TM. BAN BIÊN TẬP",
    position: "TRƯỞNG BAN",
    to: "receiver",
  },
  "technical-quarterly": {
    name: "Báo cáo đánh giá quý của Quản trị",
    clause: "Đ12.k3",
    every: "quarter",
    fromMonths: false,
    author: "ADMIN",
    writers: ["ADMIN"],
    receiver: "setting",
    chapters: ["articles", "portal", "traffic", "matters"],
    subject: "Đánh giá tình hình cung cấp, cập nhật, khai thác, truy cập và hoạt động chung của Cổng thông tin điện tử",
    signedBy: "author",
    authority: "",
    position: "QUẢN TRỊ CỔNG THÔNG TIN ĐIỆN TỬ",
    to: "receiver",
  },
  "technical-yearly": {
    name: "Báo cáo đánh giá năm của Quản trị",
    clause: "Đ12.k3",
    every: "year",
    fromMonths: false,
    author: "ADMIN",
    writers: ["ADMIN"],
    receiver: "setting",
    chapters: ["articles", "portal", "traffic", "matters"],
    subject: "Đánh giá tình hình cung cấp, cập nhật, khai thác, truy cập và hoạt động chung của Cổng thông tin điện tử",
    signedBy: "author",
    authority: "",
    position: "QUẢN TRỊ CỔNG THÔNG TIN ĐIỆN TỬ",
    to: "receiver",
  },
  "ad-hoc": {
    name: "Báo cáo đột xuất",
    clause: "Đ11.g3",
    every: null,
    fromMonths: false,
    author: "SECRETARY",
    writers: ["SECRETARY"],
    receiver: "order",
    chapters: ALL,
    subject: "Hoạt động của Cổng thông tin điện tử",
    signedBy: "author",
    authority: "TM. BAN BIÊN TẬP",
    position: "THƯ KÝ",
    to: "receiver",
  },
  authority: {
    name: "Báo cáo theo yêu cầu của Sở",
    clause: "Đ20.k3",
    every: null,
    fromMonths: false,
    author: "SECRETARY",
    writers: ["SECRETARY"],
    receiver: "DIRECTOR",
    chapters: ALL,
    subject: "Kết quả triển khai tổ chức hoạt động, sử dụng Cổng thông tin điện tử",
    signedBy: "receiver",
    authority: "",
    position: "GIÁM ĐỐC",
    to: "superior",
  },
} as const satisfies Record<string, ReportKind>;

export type KindKey = keyof typeof REPORT_KINDS;
export const KIND_KEYS = Object.keys(REPORT_KINDS) as KindKey[];

export const isKind = (text: string): text is KindKey => Object.hasOwn(REPORT_KINDS, text);

export const kindOf = (key: KindKey): ReportKind => REPORT_KINDS[key];

/** Kinds that come back by themselves. */
export const PERIODIC_KINDS = KIND_KEYS.filter((key) => REPORT_KINDS[key].every !== null);

/** Whose acceptance a report of this kind needs; `ordered`: the hat of whoever asked for it. */
export function receiverOf(kind: KindKey, settings: Settings, ordered: Hat | null): Hat {
  const { receiver } = kindOf(kind);
  if (receiver === "setting") return settings["reports.technicalReceiver"];
  return receiver === "order" ? (ordered ?? "CHIEF") : receiver;
}

/** An ad hoc report for the Director is one of the board (Đ8.k2.g6), for the head of the board one of the secretary. */
export function clauseOf(kind: KindKey, receiver: Hat): string {
  return kind === "ad-hoc" && receiver === "DIRECTOR" ? "Đ8.k2.g6" : kindOf(kind).clause;
}

/** The receiver as a paper addresses him. */
export const OFFICES: Readonly<Partial<Record<Hat, string>>> = {
  CHIEF: "Trưởng Ban biên tập Cổng thông tin điện tử",
  STANDING_DEPUTY: "Phó Trưởng ban thường trực Ban biên tập Cổng thông tin điện tử",
  DIRECTOR: "Giám đốc",
};
