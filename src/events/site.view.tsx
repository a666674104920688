import type { ComponentChildren } from "preact";
import { type SiteFrame, standingIn } from "../site/frame.ts";
import { SiteLayout } from "../site/layout.view.tsx";
import { Button, LinkButton } from "../ui/button.tsx";
import { DescriptionList } from "../ui/data.tsx";
import { Notice } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import { Tag } from "../ui/status.tsx";
import { PHASES, type Phase } from "./event.ts";
import { monthName } from "./month.ts";
import { type MonthProps, MonthView } from "./month.view.tsx";
import { EVENT_PATHS } from "./paths.ts";

const home = { label: "Trang chủ", href: "/" };
const NEWS = "/tin-tuc";

/** An event in a list. */
export interface EventItem {
  readonly href: string;
  readonly title: string;
  /** `YYYY-MM-DD` of its first day. */
  readonly day: string;
  readonly when: string;
  readonly place: string;
  readonly phase: Phase;
}

/** Events one below the other, each with the leaf of a calendar before it. */
export function EventLines({ items, level = 3 }: { readonly items: readonly EventItem[]; readonly level?: 2 | 3 }) {
  return items.map((item) => <EventLine key={item.href} item={item} level={level} />);
}

function EventLine({ item, level }: { readonly item: EventItem; readonly level: 2 | 3 }) {
  const { href, title, day, when, place, phase } = item;
  const Heading = level === 2 ? "h2" : "h3";
  const [year, month, date] = day.split("-");
  return (
    <li class="event-line">
      <time class="leaf" dateTime={day}>
        <span class="leaf-day">{date}</span>
        <span class="leaf-month">
          <span class="visually-hidden">/</span>
          {month}/{year}
        </span>
      </time>
      <div>
        <Heading class="event-line-title">
          <a href={href}>{title}</a>
        </Heading>
        <p class="event-line-facts">
          {when}. {place}.
        </p>
        {(phase === "cancelled" || phase === "running") && (
          <p class="event-state">
            <PhaseTag phase={phase} />
          </p>
        )}
      </div>
    </li>
  );
}

const LOOKS = {
  upcoming: { icon: "schedule", tone: "wait" },
  running: { icon: "clock", tone: "live" },
  over: { icon: "check", tone: "quiet" },
  cancelled: { icon: "cancelled", tone: "stop" },
} as const;

/** Where an event stands, in a word. */
export const PhaseTag = ({ phase }: { readonly phase: Phase }) => <Tag {...LOOKS[phase]}>{PHASES[phase]}</Tag>;

export interface EventsView {
  readonly upcoming: readonly EventItem[];
  readonly past: readonly EventItem[];
  /** Months in which something takes place, newest first. */
  readonly months: readonly { readonly month: string; readonly count: number }[];
  readonly feedAddress: string;
}

/** Lịch sự kiện: what is to come, what was, and the ways to have it in one's own calendar (REQ-081). */
export function EventsPage({ frame, view }: { readonly frame: SiteFrame; readonly view: EventsView }) {
  return (
    <SiteLayout
      frame={standingIn(frame, NEWS)}
      title="Lịch sự kiện"
      path={EVENT_PATHS.site}
      description={`Hoạt động, hội nghị, hội thảo, tập huấn, kỳ thi, cuộc thi của ${frame.shortName}.`}
      breadcrumbs={[home, { label: "Lịch sự kiện" }]}
    >
      <div class="section-head">
        <h1>Lịch sự kiện</h1>
        <p class="section-lead">Hoạt động, hội nghị, hội thảo, tập huấn, kỳ thi, cuộc thi do Trung tâm tổ chức.</p>
      </div>
      <form class="filters event-find" method="get" action="/tim-kiem" aria-label="Tìm sự kiện">
        <Field name="q" label="Tìm sự kiện" type="search" optional />
        <input type="hidden" name="loai" value="su-kien" />
        <div class="filters-buttons">
          <Button icon="search">Tìm</Button>
        </div>
      </form>
      <Part id="sap-dien-ra" title="Sắp diễn ra" items={view.upcoming} none="Chưa có sự kiện nào sắp diễn ra." />
      <Months months={view.months} />
      {view.past.length > 0 && <Part id="da-dien-ra" title="Gần đây" items={view.past} none="" />}
      <CalendarWays feedAddress={view.feedAddress} />
    </SiteLayout>
  );
}

/** Months shown at once; those before them are one click more. */
const MONTHS_SHOWN = 12;

function Months({ months }: Pick<EventsView, "months">) {
  if (months.length === 0) return null;
  const links = (some: EventsView["months"]) => (
    <ul class="choices-list">
      {some.map(({ month, count }) => (
        <li key={month}>
          <a href={EVENT_PATHS.month(month)}>
            {monthName(month)} ({count})
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <nav class="event-months" aria-label="Xem theo tháng">
      <div class="choices">
        <span class="choices-label" aria-hidden="true">
          Xem theo tháng:
        </span>
        {links(months.slice(0, MONTHS_SHOWN))}
      </div>
      {months.length > MONTHS_SHOWN && (
        <details>
          <summary>Các tháng trước</summary>
          {links(months.slice(MONTHS_SHOWN))}
        </details>
      )}
    </nav>
  );
}

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly items: readonly EventItem[];
  readonly none: string;
}

const Part = ({ id, title, items, none }: PartProps) => (
  <section class="home-part" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {items.length === 0 ? (
      <p class="nothing">{none}</p>
    ) : (
      <ul class="event-lines">
        <EventLines items={items} />
      </ul>
    )}
  </section>
);

const CalendarWays = ({ feedAddress }: { readonly feedAddress: string }) => (
  <section class="prose">
    <h2>Đưa vào lịch của bạn</h2>
    <p>
      <a href={EVENT_PATHS.feed}>Tải lịch (.ics)</a>, hoặc thêm địa chỉ <code>{feedAddress}</code> vào ứng dụng lịch
      (thêm lịch theo địa chỉ) để luôn có lịch mới nhất.
    </p>
  </section>
);

/** One month of the public calendar. */
export function EventMonthPage({ frame, view }: { readonly frame: SiteFrame; readonly view: MonthProps }) {
  const name = monthName(view.month);
  return (
    <SiteLayout
      frame={standingIn(frame, NEWS)}
      title={`Lịch sự kiện ${name.toLowerCase()}`}
      path={EVENT_PATHS.month(view.month)}
      description={`Sự kiện của ${frame.shortName} trong ${name.toLowerCase()}.`}
      breadcrumbs={[home, { label: "Lịch sự kiện", href: EVENT_PATHS.site }, { label: name }]}
    >
      <h1>Lịch sự kiện</h1>
      <MonthView {...view} />
    </SiteLayout>
  );
}

export interface EventView {
  readonly path: string;
  readonly title: string;
  readonly kind: string;
  readonly when: string;
  readonly sessions: readonly string[];
  readonly place: string;
  readonly unit: string;
  readonly description: string;
  readonly phase: Phase;
  /** "Hủy ngày 20/11/2026: …" */
  readonly cancelled: string;
  /** Times it was to take place before, with why it was moved; newest first. */
  readonly moved: readonly { readonly on: string; readonly from: string; readonly reason: string }[];
  readonly articles: readonly { readonly href: string; readonly title: string }[];
  readonly icsHref: string;
}

/** One event: at its own address for ever, also when it was cancelled. */
export function EventPage({
  frame,
  view,
  jsonLd,
}: {
  readonly frame: SiteFrame;
  readonly view: EventView;
  readonly jsonLd: object;
}) {
  const { title, articles, phase } = view;
  const facts: { term: string; value: ComponentChildren }[] = [
    { term: "Thời gian", value: <strong>{view.when}</strong> },
    { term: "Địa điểm", value: view.place },
    { term: "Đơn vị tổ chức", value: view.unit },
    { term: "Loại", value: view.kind },
  ];
  return (
    <SiteLayout
      frame={standingIn(frame, NEWS)}
      title={title}
      path={view.path}
      description={`${title}: ${view.when}, ${view.place}.`}
      breadcrumbs={[home, { label: "Lịch sự kiện", href: EVENT_PATHS.site }, { label: title }]}
      jsonLd={jsonLd}
    >
      <article class="record">
        <h1>{title}</h1>
        <p>
          <PhaseTag phase={phase} />
        </p>
        {view.cancelled && (
          <Notice kind="warn" title="Sự kiện đã hủy">
            <p>{view.cancelled}</p>
          </Notice>
        )}
        {view.moved.length > 0 && phase !== "cancelled" && (
          <Notice kind="info" title="Thời gian đã thay đổi">
            {view.moved.map(({ on, from, reason }) => (
              <p key={on}>
                Trước đây: {from}. Lý do: {reason} (cập nhật {on}).
              </p>
            ))}
          </Notice>
        )}
        <DescriptionList items={facts} />
        {view.sessions.length > 1 && (
          <section class="prose">
            <h2>Các buổi</h2>
            <ol>
              {view.sessions.map((session) => (
                <li key={session}>{session}</li>
              ))}
            </ol>
          </section>
        )}
        {view.description && (
          <div class="prose">
            {view.description.split(/\n+/).map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        )}
        {articles.length > 0 && (
          <section class="prose">
            <h2>Tin, bài về sự kiện</h2>
            <ul>
              {articles.map((article) => (
                <li key={article.href}>
                  <a href={article.href}>{article.title}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </article>
      {phase !== "cancelled" && phase !== "over" && (
        <p class="actions event-actions">
          <LinkButton href={view.icsHref} icon="calendar">
            Thêm vào lịch của bạn
          </LinkButton>
        </p>
      )}
    </SiteLayout>
  );
}
