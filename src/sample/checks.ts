import { actWithin } from "../act.ts";
import { recordCheck } from "../checks/commands/record-check.ts";
import type { SlotPart } from "../checks/slots.ts";
import type { Act } from "./acts.ts";
import type { SampleCentre } from "./centre.ts";
import type { SampleClock } from "./clock.ts";
import { daysFrom } from "./days.ts";

/** As in any office, in every so many working days: one forgotten, one late, one that found something. */
const FORGOTTEN = { back: 15, part: "chieu" };
const LATE = { back: 9, part: "sang", time: "10:20" };
const PROBLEM = { back: 6, part: "chieu" };
const EVERY = 23;
const NOTES = [
  "Ảnh của bài về Ngày hội việc làm hiển thị mờ trên điện thoại; đề nghị đơn vị gửi lại ảnh gốc.",
  "Một liên kết trong bài tuyển sinh dẫn tới trang đã đóng; đã báo Phòng Đào tạo.",
  "Số điện thoại ở trang Liên hệ đổ chuông nhưng không có người nghe trong giờ làm việc.",
  "Trang chủ mở chậm vào cuối buổi chiều; đã báo nhà cung cấp đường truyền.",
];

/** The administrator's checks of so many working days before today (Đ12.k2), today's left to whoever tries the portal. */
export function sampleChecks(centre: SampleCentre, clock: SampleClock, from: number): Act[] {
  const days = daysFrom(clock.today);
  const by = { person: centre.people.quantri!.id, hat: "ADMIN" } as const;
  const acts: Act[] = [];
  for (let back = from; back > 0; back -= 1) {
    for (const part of ["sang", "chieu"] satisfies SlotPart[]) {
      const is = (one: { back: number; part: string }) => one.back === back % EVERY && one.part === part;
      if (is(FORGOTTEN)) continue;
      const minute = String((back * 7) % 25).padStart(2, "0");
      const time = is(LATE) ? LATE.time : part === "sang" ? `07:${minute}` : `16:${minute}`;
      const note = NOTES[Math.floor(back / EVERY) % NOTES.length]!;
      const found = is(PROBLEM) ? ({ outcome: "problem", note } as const) : ({ outcome: "ok", note: "" } as const);
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
