import { dayOf, toLocalInput } from "../kernel/clock.ts";
import { formatDateTime, formatDay } from "../ui/format.ts";
import type { Session } from "./event.ts";

const wall = (at: string) => toLocalInput(at).slice(11);

/** "08:00–11:30 thứ sáu, 20/11/2026", or from when until when where it takes more than a day. */
export const whenWords = ({ startsAt, endsAt }: Session): string =>
  dayOf(startsAt) === dayOf(endsAt)
    ? `${wall(startsAt)}–${wall(endsAt)} ${formatDay(startsAt).toLowerCase()}`
    : `${formatDateTime(startsAt)} đến ${formatDateTime(endsAt)}`;

/** "08:00" */
export const hourOf = wall;
