const ZONE = "Asia/Ho_Chi_Minh";

/** An instant: ISO text in UTC as stored, or a `Date`. */
export type Instant = string | Date;

const parts = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
const numbers = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 1 });
const weekdays = ["Chủ nhật", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy"];

function partsOf(instant: Instant): Record<string, string> {
  return Object.fromEntries(parts.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
}

/** 05/09/2026, as it is on the wall in Hải Phòng. */
export function formatDate(instant: Instant): string {
  const { day, month, year } = partsOf(instant);
  return `${day}/${month}/${year}`;
}

/** 07:30 ngày 05/09/2026. */
export function formatDateTime(instant: Instant): string {
  const { hour, minute } = partsOf(instant);
  return `${hour}:${minute} ngày ${formatDate(instant)}`;
}

/** Thứ bảy, 05/09/2026. */
export function formatDay(instant: Instant): string {
  const { day, month, year } = partsOf(instant);
  return `${weekdays[new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDay()]}, ${formatDate(instant)}`;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "vừa xong", "5 phút trước", "còn 2 giờ", "3 ngày trước"; beyond 30 days the date itself. */
export function formatRelative(instant: Instant, now: Instant): string {
  const distance = new Date(now).getTime() - new Date(instant).getTime();
  const size = Math.abs(distance);
  if (size < MINUTE) return "vừa xong";
  if (size >= 30 * DAY) return formatDate(instant);
  const [count, unit] =
    size < HOUR
      ? [Math.floor(size / MINUTE), "phút"]
      : size < DAY
        ? [Math.floor(size / HOUR), "giờ"]
        : [Math.floor(size / DAY), "ngày"];
  return distance >= 0 ? `${count} ${unit} trước` : `còn ${count} ${unit}`;
}

/** How long ago and when exactly: "3 ngày trước, 14:05 ngày 19/11/2026"; beyond 30 days only when. */
export function formatSince(instant: Instant, now: Instant): string {
  const relative = formatRelative(instant, now);
  return relative === formatDate(instant) ? formatDateTime(instant) : `${relative}, ${formatDateTime(instant)}`;
}

/** 1.234.567 */
export function formatNumber(value: number): string {
  return numbers.format(value);
}

/** 512 byte, 1,4 KB, 12,5 MB: counted by 1.024 as file managers in Vietnam show it. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${formatNumber(bytes)} byte`;
  const units = ["KB", "MB", "GB", "TB"];
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 1023.95 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${formatNumber(value)} ${units[unit]}`;
}
