import { type Rhythm, type Term, termsOf } from "../duties/rhythm.ts";
import type { Day } from "../kernel/clock.ts";
import type { WorkCalendar } from "../kernel/working-days.ts";
import type { Settings } from "../settings/settings.ts";

/** The two checks of a working day, by the part of the day that names them. */
export const SLOTS = { sang: "Đầu giờ buổi sáng", chieu: "Cuối giờ buổi chiều" } as const;
export type SlotPart = keyof typeof SLOTS;

/** Đ12.k2: at the beginning of the morning and at the end of the afternoon, within the hours of the settings. */
function rhythms(settings: Settings): Rhythm[] {
  const within = (part: SlotPart, hours: string): Rhythm => {
    const [from = "", to = ""] = hours.split("-");
    return { every: "working-day", part, from, to };
  };
  return [within("sang", settings["checks.morning"]), within("chieu", settings["checks.afternoon"])];
}

/** Every check due from one day to another, both included, in order of time. */
export function slotsBetween(from: Day, to: Day, settings: Settings, calendar: WorkCalendar): Term[] {
  return rhythms(settings)
    .flatMap((rhythm) => termsOf(rhythm, from, to, calendar))
    .sort((a, b) => (a.due < b.due ? -1 : 1));
}

/** Day and part of a slot's name, `2026-11-24 sang`; null when it names none. */
export function slotNamed(period: string): { readonly day: Day; readonly part: SlotPart } | null {
  const [, day = "", part = ""] = /^(\d{4}-\d{2}-\d{2}) (sang|chieu)$/.exec(period) ?? [];
  return part === "" ? null : { day, part: part as SlotPart };
}
