import { actWithin } from "../act.ts";
import { acknowledge } from "../compliance/commands/acknowledge.ts";
import type { Act } from "./acts.ts";
import type { SampleCentre } from "./centre.ts";
import type { SampleClock } from "./clock.ts";
import { daysFrom } from "./days.ts";

/** Heads of units in the order in which they acknowledged the regulation: so many working days after the beginning. */
const HEADS = [
  ["thuky", 1],
  ["truong.dao-tao", 2],
  ["truong.to-chuc-hanh-chinh", 2],
  ["truong.giao-duc-thuong-xuyen", 6],
  // One too late, as in any office.
  ["truong.ngoai-ngu-tin-hoc", 13],
] as const;

/** Every head's acknowledgement of the regulation (QĐ-Đ3). `begun`: working days before today when the portal began. */
export function sampleAcknowledgements(centre: SampleCentre, clock: SampleClock, begun: number): Act[] {
  const days = daysFrom(clock.today);
  return HEADS.map(([name, after]) => ({
    at: days.at(begun - after, "09:10"),
    run: async (tx, at) => {
      const by = { person: centre.people[name]!.id, hat: "MEMBER" } as const;
      const answer = await actWithin(tx, at, by, acknowledge, {});
      if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    },
  }));
}
