import type { Actor } from "../board/actor.ts";
import { isReason } from "../board/rules.ts";
import type { Id } from "../kernel/ids.ts";
import { done, type Refusal, type Result, refused } from "../kernel/result.ts";
import type { AboutCode } from "./rules.ts";

export const PAGE_STATES = {
  DRAFT: "Bản nháp",
  AWAITING_HEAD: "Chờ trưởng đơn vị duyệt",
  AWAITING_CHIEF: "Chờ phê duyệt",
  LIVE: "Đang công bố",
} as const;

export type PageState = keyof typeof PAGE_STATES;

export const PAGE_ACTS = {
  submit: "Gửi duyệt",
  headApprove: "Trưởng đơn vị duyệt",
  approve: "Phê duyệt và công bố",
  return: "Trả lại",
} as const;

export type PageAct = keyof typeof PAGE_ACTS;

export const isPageAct = (text: string): text is PageAct => Object.hasOwn(PAGE_ACTS, text);

interface PageMove {
  readonly act: PageAct;
  readonly from: PageState;
  readonly to: PageState;
  /** `head`: the head of the owner unit. `chief`: who approves for the board. */
  readonly who: "head" | "secretary" | "chief";
  readonly needsReason?: boolean;
  /** Four eyes: not by whoever wrote the version. */
  readonly notAuthor?: boolean;
}

/** The whole road of a page. A head who sends has approved by sending. */
export const PAGE_MOVES: readonly PageMove[] = [
  { act: "submit", from: "DRAFT", to: "AWAITING_CHIEF", who: "head" },
  { act: "submit", from: "DRAFT", to: "AWAITING_HEAD", who: "secretary" },
  { act: "headApprove", from: "AWAITING_HEAD", to: "AWAITING_CHIEF", who: "head" },
  { act: "approve", from: "AWAITING_CHIEF", to: "LIVE", who: "chief", notAuthor: true },
  { act: "return", from: "AWAITING_HEAD", to: "DRAFT", who: "head", needsReason: true },
  { act: "return", from: "AWAITING_CHIEF", to: "DRAFT", who: "chief", needsReason: true },
];

export interface PageFacts {
  readonly state: PageState;
  readonly unit: Id;
  /** Who saved the newest version. */
  readonly author: Id;
}

function isWho(who: PageMove["who"], by: Actor, unit: Id): boolean {
  if (who === "head") return by.hat === "MEMBER" && by.units.includes(unit);
  return who === "secretary" ? by.hat === "SECRETARY" : by.hat === "CHIEF" || by.hat === "STANDING_DEPUTY";
}

/** Where an act of this person leads, or every reason why not. */
export function movePage(
  facts: PageFacts,
  act: PageAct,
  reason: string,
  by: Actor,
): Result<PageState, Refusal<AboutCode>[]> {
  const here = PAGE_MOVES.filter((move) => move.act === act && move.from === facts.state);
  if (here.length === 0) return refused([{ code: "pageNotThere", clause: "Đ15.k2" }]);
  const mine = here.find(({ who }) => isWho(who, by, facts.unit));
  if (!mine) return refused([{ code: "pageNotYours", clause: "Đ15.k2" }]);
  if (mine.notAuthor && by.person === facts.author) return refused([{ code: "pageOwnText", clause: "Đ15.k2.b3" }]);
  if (mine.needsReason && !isReason(reason)) return refused([{ code: "pageReasonMissing", clause: "Đ15.k2" }]);
  return done(mine.to);
}

/** What this person may do with a page now; whether a reason is asked for. */
export const pageOffers = (facts: PageFacts, by: Actor): { act: PageAct; needsReason: boolean }[] =>
  PAGE_MOVES.filter(
    ({ from, who, notAuthor }) =>
      from === facts.state && isWho(who, by, facts.unit) && !(notAuthor && by.person === facts.author),
  ).map(({ act, needsReason = false }) => ({ act, needsReason }));
