import { formatDay } from "../ui/format.ts";
import { Icon } from "../ui/icon.tsx";
import type { Session } from "./event.ts";
import { hourOf } from "./event-words.ts";
import { daysOf, daysTaken, type Month, monthName, weekdayOf } from "./month.ts";

/** An event as a calendar shows it. */
export interface MonthEvent {
  readonly href: string;
  readonly title: string;
  readonly sessions: readonly Session[];
  readonly isCancelled: boolean;
  /** "Quá hạn, chưa đăng bài": what wants looking at; "" for nothing. */
  readonly note: string;
}

export interface MonthProps {
  readonly month: Month;
  readonly today: string;
  readonly events: readonly MonthEvent[];
  readonly before: string | null;
  readonly after: string | null;
}

const WEEKDAYS = ["Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật"] as const;

/** A month: seven columns where there is room; on a phone the days on which something takes place, one below the other. */
export function MonthView({ month, today, events, before, after }: MonthProps) {
  const days = daysOf(month);
  const byDay = new Map(days.map((day) => [day, [] as { event: MonthEvent; hour: string }[]]));
  for (const event of events)
    for (const session of event.sessions)
      for (const day of daysTaken([session])) {
        const isFirst = daysTaken([session])[0] === day;
        byDay.get(day)?.push({ event, hour: isFirst ? hourOf(session.startsAt) : "" });
      }
  for (const list of byDay.values()) list.sort((a, b) => a.hour.localeCompare(b.hour));
  const isEmpty = [...byDay.values()].every((list) => list.length === 0);
  return (
    <section class="month" aria-labelledby="ten-thang">
      <div class="month-head">
        {before ? (
          <a class="month-step" href={before} rel="prev">
            <Icon name="left" />
            Tháng trước
          </a>
        ) : (
          <span />
        )}
        <h2 id="ten-thang">{monthName(month)}</h2>
        {after ? (
          <a class="month-step" href={after} rel="next">
            Tháng sau
            <Icon name="right" />
          </a>
        ) : (
          <span />
        )}
      </div>
      <div class="month-weekdays" aria-hidden="true">
        {WEEKDAYS.map((name) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      <ol class="month-days">
        {days.map((day, place) => {
          const list = byDay.get(day) ?? [];
          return (
            <li
              key={day}
              class={`month-day${list.length === 0 ? " month-free" : ""}${day === today ? " month-today" : ""}${place === 0 ? ` month-from-${weekdayOf(day)}` : ""}`}
            >
              <time dateTime={day} class="month-date">
                <span class="month-number" aria-hidden="true">
                  {Number(day.slice(8))}
                </span>
                <span class="month-name">{formatDay(day)}</span>
              </time>
              {list.length > 0 && (
                <ul class="month-events">
                  {list.map(({ event, hour }) => (
                    <li key={`${event.href}${hour}`} class={event.isCancelled ? "month-cancelled" : undefined}>
                      {hour && <span class="month-hour">{hour} </span>}
                      <a href={event.href}>{event.title}</a>
                      {event.isCancelled && <strong class="month-note"> Đã hủy</strong>}
                      {event.note && <strong class="month-note"> {event.note}</strong>}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
      {isEmpty && <p class="month-empty">Tháng này chưa có sự kiện nào.</p>}
    </section>
  );
}
