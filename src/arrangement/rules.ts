import type { Actor } from "../board/actor.ts";
import { done, type Refusal, type Result, refused } from "../kernel/result.ts";
import { normalizeLine } from "../kernel/vietnamese.ts";
import type { ActingHat } from "../regulation/hats.ts";
import type { Arrangement, Item, SectionPlace } from "./arrangement.ts";
import { DISCLOSURE, HOME_BLOCK_KEYS, MENU_PLACES } from "./places.ts";

export type ArrangementCode =
  | "arrangementNotYours"
  | "arrangementOpinionNotYours"
  | "arrangementDisclosureHidden"
  | "arrangementReasonMissing"
  | "arrangementLabelMissing"
  | "arrangementLabelTaken"
  | "arrangementLabelLong"
  | "arrangementAddressUnknown"
  | "arrangementAddressTwice"
  | "arrangementBlockUnknown"
  | "arrangementTooMany"
  | "arrangementUnknown"
  | "arrangementOver"
  | "arrangementOpinionMissing";

/** Đ7.k3: the interface is the technical contact's. */
const MAY_ARRANGE: readonly ActingHat[] = ["ADMIN"];
/** Đ10.p1 and law.md §11: the deputies give their opinion of the interface; the head and the secretary as well. */
export const MAY_SPEAK: readonly ActingHat[] = ["DEPUTY", "STANDING_DEPUTY", "CHIEF", "SECRETARY"];

/** A menu longer than this is no menu. */
export const MOST_LINKS = 14;
export const LONGEST_LABEL = 30;

/** What the rule has to know of the portal. */
export interface Known {
  readonly sections: readonly SectionPlace[];
  /** Every public address there is. */
  readonly isAddress: (href: string) => boolean;
}

/**
 * An arrangement as it may be proposed. Refuses: any hat but the technical contact's (Đ7.k3); hiding or leaving out
 * "Công khai" (REQ-072, Đ13.k1.c.g1); addresses the portal does not answer; names that are missing, too long or belong
 * to another room; the same thing twice.
 */
export function mayPropose(
  by: Actor,
  { menu, home }: Arrangement,
  reason: string,
  known: Known,
): Result<Arrangement, Refusal<ArrangementCode>[]> {
  const refusals: Refusal<ArrangementCode>[] = [];
  const no = (code: ArrangementCode, clause: string, detail: Record<string, string> = {}) =>
    refusals.push({ code, clause, detail });
  if (!MAY_ARRANGE.includes(by.hat)) no("arrangementNotYours", "Đ7.k3");
  if (!reason) no("arrangementReasonMissing", "Đ7.k3", { name: "ly-do" });
  const lacks = (items: readonly Item[], key: string) => !items.some((item) => item.key === key && item.shown);
  if (lacks(menu, DISCLOSURE.href) || lacks(home, "disclosure")) no("arrangementDisclosureHidden", "Đ13.k1.c.g1");
  if (menu.filter(({ shown }) => shown).length > MOST_LINKS)
    no("arrangementTooMany", "Đ7.k3", { most: String(MOST_LINKS) });
  if (home.some(({ key }) => !HOME_BLOCK_KEYS.some((block) => block === key))) no("arrangementBlockUnknown", "Đ7.k3");
  for (const items of [menu, home]) {
    const keys = items.map(({ key }) => key);
    const twice = keys.find((key, place) => keys.indexOf(key) !== place);
    if (twice !== undefined) no("arrangementAddressTwice", "Đ7.k3", { address: twice, name: "dia-chi" });
  }
  const links = menu.map((item) => {
    if (isOwn(item.key, known.sections)) return { ...item, label: null };
    refusals.push(...mayAdd(item, known));
    return { ...item, label: normalizeLine(item.label ?? "") };
  });
  if (refusals.length > 0) return refused(refusals);
  return done({ menu: links, home: home.map((item) => ({ ...item, label: null })) });
}

const isOwn = (key: string, sections: readonly SectionPlace[]): boolean =>
  [...MENU_PLACES, ...sections].some(({ href }) => href === key);

/** An address the centre adds to its menu: a page the portal answers, under a name no other room bears. */
export function mayAdd({ key, label }: Pick<Item, "key" | "label">, known: Known): Refusal<ArrangementCode>[] {
  const refusals: Refusal<ArrangementCode>[] = [];
  const name = normalizeLine(label ?? "");
  const places = [...MENU_PLACES, ...known.sections];
  if (!known.isAddress(key))
    refusals.push({ code: "arrangementAddressUnknown", clause: "Đ7.k3", detail: { address: key, name: "dia-chi" } });
  if (!name) refusals.push({ code: "arrangementLabelMissing", clause: "Đ7.k3", detail: { address: key, name: "ten" } });
  if (name.length > LONGEST_LABEL)
    refusals.push({
      code: "arrangementLabelLong",
      clause: "Đ7.k3",
      detail: { most: String(LONGEST_LABEL), name: "ten" },
    });
  // A link called "Công khai" that leads elsewhere would hide the real one.
  if (places.some((place) => place.label.toLowerCase() === name.toLowerCase()))
    refusals.push({ code: "arrangementLabelTaken", clause: "Đ13.k1.c.g1", detail: { label: name, name: "ten" } });
  return refusals;
}

/** A proposal may be put on the portal once, by the technical contact, unless a later one was (REQ-042). */
export function mayApply(by: Actor, version: number | null, applied: number | null): Refusal<ArrangementCode>[] {
  if (!MAY_ARRANGE.includes(by.hat)) return [{ code: "arrangementNotYours", clause: "Đ7.k3" }];
  if (version === null) return [{ code: "arrangementUnknown", clause: "Đ7.k3" }];
  return applied === version ? [{ code: "arrangementOver", clause: "Đ7.k3" }] : [];
}

/** REQ-057: the deputies, the head and the secretary say what they think of a proposal. It binds nobody. */
export function maySpeak(by: Actor, version: number | null, text: string): Refusal<ArrangementCode>[] {
  if (!MAY_SPEAK.includes(by.hat)) return [{ code: "arrangementOpinionNotYours", clause: "Đ10.p1" }];
  if (version === null) return [{ code: "arrangementUnknown", clause: "Đ10.p1" }];
  return text ? [] : [{ code: "arrangementOpinionMissing", clause: "Đ10.p1", detail: { name: "y-kien" } }];
}
