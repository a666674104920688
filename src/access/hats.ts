import type { Appointment } from "../board/actor.ts";
import { isInForce } from "../board/actor.ts";
import type { WornHat } from "../desk/visitor.ts";
import type { Day } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { type Hat, hatName } from "../regulation/hats.ts";

/** The hat in which most of the day's work is done comes first; control and inspection are put on by choice. */
const WORKING_ORDER: readonly Hat[] = [
  "SECRETARY",
  "CHIEF",
  "STANDING_DEPUTY",
  "DEPUTY",
  "MEMBER",
  "CONTRIBUTOR",
  "DIRECTOR",
  "ADMIN",
  "INSPECTOR",
];

/** The hats a person wears on `day`, the most working one first; none for whoever holds no office then. */
export function wornHats(
  appointments: readonly Appointment[],
  units: ReadonlyMap<Id, string>,
  person: Id,
  day: Day,
): WornHat[] {
  return appointments
    .filter((appointment) => appointment.person === person && isInForce(appointment, day))
    .map((appointment) => ({
      appointment: appointment.id,
      hat: appointment.hat,
      label: hatLabel(appointment, units.get(appointment.unit ?? "")),
    }))
    .sort(
      (a, b) => WORKING_ORDER.indexOf(a.hat) - WORKING_ORDER.indexOf(b.hat) || a.label.localeCompare(b.label, "vi"),
    );
}

/** "Trưởng phòng Đào tạo", "Phụ trách phòng Đào tạo", "Cộng tác viên, phòng Đào tạo", "Thư ký Ban biên tập". */
export function hatLabel({ hat, acting }: Pick<Appointment, "hat" | "acting">, unit: string | undefined): string {
  if (unit === undefined) return acting ? `${hatName(hat)} (phụ trách)` : hatName(hat);
  if (hat === "MEMBER") return `${acting ? "Phụ trách" : "Trưởng"} ${insideSentence(unit)}`;
  if (hat === "CONTRIBUTOR") return `Cộng tác viên, ${insideSentence(unit)}`;
  return hatName(hat);
}

/** The kind of a unit is a common word inside a sentence: "phòng Đào tạo". A proper name keeps its capital. */
function insideSentence(unit: string): string {
  return unit.replace(/^(Phòng|Tổ|Ban|Khoa|Bộ phận|Trung tâm|Văn phòng|Đoàn|Chi bộ|Công đoàn)(?= )/, (kind) =>
    kind.toLowerCase(),
  );
}
