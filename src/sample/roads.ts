import type { ActingHat } from "../regulation/hats.ts";
import type { State } from "../regulation/states.ts";
import type { Deed, Step } from "./story.ts";

type Move = Omit<Extract<Deed, { kind: "move" }>, "kind">;

/** One step of a road that is not the usual one. */
export function step(back: number, time: string, who: string, hat: ActingHat, move: Move): Step {
  return { back, time, who, hat, does: { kind: "move", ...move } };
}

export function deed(back: number, time: string, who: string, hat: ActingHat, does: Deed): Step {
  return { back, time, who, hat, does };
}

/** Who carries an article; by default the secretary appraises and the head of the board approves. */
export interface Carriers {
  /** Contributor of the unit, or its head himself. */
  readonly author: string;
  readonly head: string;
  /** To whom the head sends it: the secretary, or a deputy by user name. */
  readonly addressee?: string;
  readonly appraiser?: readonly [who: string, hat: ActingHat];
  readonly approver?: readonly [who: string, hat: ActingHat];
  /** What the appraiser puts right before he forwards it. */
  readonly edits?: string;
  /** Posted at this hour of the next working day instead of at once. */
  readonly hour?: string;
}

const CHIEF = ["giamdoc", "CHIEF"] as const;
export const STANDING_DEPUTY = ["thuongtruc", "STANDING_DEPUTY"] as const;
const SECRETARY = ["thuky", "SECRETARY"] as const;

/** The road of Đ15.k2, begun so many working days before today and followed up to `until`. */
export function usual(back: number, carriers: Carriers, until: State = "PUBLISHED"): Step[] {
  const { author, head, addressee = "SECRETARY", appraiser = SECRETARY, approver = CHIEF, edits, hour } = carriers;
  const byHead = author === head;
  const hat = byHead ? "MEMBER" : "CONTRIBUTOR";
  const steps: [State, Step][] = [
    ["DRAFT", deed(back, "08:20", author, hat, { kind: "create" })],
    ...(byHead ? [] : [["AWAITING_HEAD", step(back, "09:35", author, hat, { act: "sendToHead" })] as [State, Step]]),
    ["SUBMITTED", step(back, "14:05", head, "MEMBER", { act: "approveInUnit", addressee })],
    ["UNDER_REVIEW", step(back - 1, "08:10", ...appraiser, { act: "claim" })],
    ...(edits
      ? [["UNDER_REVIEW", deed(back - 1, "08:55", ...appraiser, { kind: "edit", note: edits })] as [State, Step]]
      : []),
    ["AWAITING_FINAL", step(back - 1, "10:15", ...appraiser, { act: "forward" })],
    ["APPROVED", step(back - 1, "14:30", ...approver, { act: "approve" })],
    ...posted(back - 1, hour),
  ];
  return upTo(steps, until);
}

/** An article of the board itself (Đ15.k1). */
export function ofBoard(
  back: number,
  author: readonly [who: string, hat: ActingHat],
  { appraiser = SECRETARY, approver = CHIEF, edits }: Pick<Carriers, "appraiser" | "approver" | "edits"> = {},
  until: State = "PUBLISHED",
): Step[] {
  const steps: [State, Step][] = [
    ["DRAFT", deed(back, "08:40", ...author, { kind: "create" })],
    ["SUBMITTED", step(back, "10:20", ...author, { act: "submitAsBoard", addressee: "SECRETARY" })],
    ["UNDER_REVIEW", step(back, "13:45", ...appraiser, { act: "claim" })],
    ...(edits
      ? [["UNDER_REVIEW", deed(back, "14:10", ...appraiser, { kind: "edit", note: edits })] as [State, Step]]
      : []),
    ["AWAITING_FINAL", step(back, "15:00", ...appraiser, { act: "forward" })],
    ["APPROVED", step(back - 1, "08:30", ...approver, { act: "approve" })],
    ...posted(back - 1),
  ];
  return upTo(steps, until);
}

function posted(back: number, hour?: string): [State, Step][] {
  if (!hour) return [["PUBLISHED", step(back, "15:20", ...SECRETARY, { act: "publish" })]];
  const later = { back: back - 1, time: hour };
  return [
    ["SCHEDULED", step(back, "15:20", ...SECRETARY, { act: "schedule", hour: later })],
    ["PUBLISHED", step(later.back, hour, "system", "SYSTEM", { act: "publishScheduled" })],
  ];
}

function upTo(steps: readonly [State, Step][], until: State): Step[] {
  const last = steps.findLastIndex(([state]) => state === until);
  if (last === -1) throw new Error(`The road does not lead to ${until}`);
  return steps.slice(0, last + 1).map(([, one]) => one);
}
