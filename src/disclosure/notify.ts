import type { Moment } from "../act.ts";
import { actorsOn } from "../board/actor.ts";
import { readRoster } from "../board/roster.queries.ts";
import type { Follow } from "../evidence/outbox.ts";
import { dayOf } from "../kernel/clock.ts";
import { tell } from "../newsroom/notices.ts";
import { decideStep, type EntryAct, type EntryFacts } from "./rules.ts";
import { DISCLOSURE_TAG } from "./tags.ts";

export const dropDisclosure: Follow = { kind: "pages", tags: [DISCLOSURE_TAG] };

/** Which step carries an entry on from where it is now. */
function nextAct({ state, approvedHash, hash }: EntryFacts): EntryAct | null {
  if (state === "AWAITING_HEAD") return "approveInUnit";
  if (state === "AWAITING_FINAL") return approvedHash === hash ? "publish" : "approve";
  return null;
}

/** Tells exactly those who can carry the entry on that it waits for them. */
export async function tellNext(moment: Moment, facts: EntryFacts, title: string): Promise<Follow[]> {
  const act = nextAct(facts);
  if (!act) return [];
  const day = dayOf(moment.at);
  const able = actorsOn(await readRoster(moment.tx, day), day).filter((actor) => decideStep(facts, { act }, actor).ok);
  const words = {
    approveInUnit: "chờ trưởng đơn vị duyệt",
    approve: "chờ phê duyệt",
    publish: "đã duyệt, chờ Thư ký đăng",
  };
  const text = `Công khai “${title}”: ${words[act as keyof typeof words]}. Mở: Bàn làm việc, mục Công khai.`;
  return tell(moment, [...new Set(able.map(({ person }) => person))], null, { kind: "waiting", text });
}
