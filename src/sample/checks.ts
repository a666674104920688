import { actWithin } from "../act.ts";
import { recordCheck } from "../checks/commands/record-check.ts";
import type { SlotPart } from "../checks/slots.ts";
import type { Act } from "./articles.ts";
import type { SampleCentre } from "./centre.ts";
import type { SampleClock } from "./clock.ts";
import { daysFrom } from "./days.ts";

/** Working days before today on which checks were recorded; today's are left to whoever tries the portal. */
const DAYS = 23;
/** As in any office: one forgotten, one late, one that found something. */
const FORGOTTEN = { back: 15, part: "chieu" };
const LATE = { back: 9, part: "sang", time: "10:20" };
const PROBLEM = {
  back: 6,
  part: "chieu",
  note: "Ảnh của bài về Ngày hội việc làm hiển thị mờ trên điện thoại; đề nghị đơn vị gửi lại ảnh gốc.",
};

/** The administrator's checks of the last weeks (Đ12.k2), to be done among the other acts of the sample. */
export function sampleChecks(centre: SampleCentre, clock: SampleClock): Act[] {
  const days = daysFrom(clock.today);
  const by = { person: centre.people.quantri!.id, hat: "ADMIN" } as const;
  const acts: Act[] = [];
  for (let back = DAYS; back > 0; back -= 1) {
    for (const part of ["sang", "chieu"] satisfies SlotPart[]) {
      const is = (one: { back: number; part: string }) => one.back === back && one.part === part;
      if (is(FORGOTTEN)) continue;
      const minute = String((back * 7) % 25).padStart(2, "0");
      const time = is(LATE) ? LATE.time : part === "sang" ? `07:${minute}` : `16:${minute}`;
      const found = is(PROBLEM)
        ? ({ outcome: "problem", note: PROBLEM.note } as const)
        : ({ outcome: "ok", note: "" } as const);
      acts.push({
        at: days.at(back, time),
        run: async (tx, at) => {
          const input = { slot: `${days.day(back)} ${part}`, ...found, seen: Number.MAX_SAFE_INTEGER };
          const answer = await actWithin(tx, at, by, recordCheck, input);
          // The sample counts weekdays; on a holiday among them there is no check.
          if (!answer.ok && answer.error[0]?.code !== "checkUnknown") throw new Error(JSON.stringify(answer.error));
        },
      });
    }
  }
  return acts;
}
