import type { ComponentChildren } from "preact";
import { clauseWords } from "../regulation/clause-words.ts";
import { Icon, type IconName } from "./icon.tsx";

/** One reason why not: the sentence, the clause it rests on, where to put it right, and how. */
export interface SummaryItem {
  readonly text: string;
  /** In short form, e.g. `Đ15.k2.b3`; printed as "bước 3 khoản 2 Điều 15". */
  readonly clause?: string | undefined;
  /** `#field` of this page, or another page. */
  readonly href?: string | undefined;
  readonly remedy?: string | undefined;
}

export interface ErrorSummaryProps {
  readonly items: readonly SummaryItem[];
  readonly title?: string | undefined;
}

/** Every reason at once, at the top of the page. Draws nothing when there is none. */
export function ErrorSummary({ items, title = "Chưa thực hiện được" }: ErrorSummaryProps) {
  if (items.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabIndex={-1} id="loi">
      <h2 class="error-summary-title">
        <Icon name="alert" />
        {title}
      </h2>
      <ul class="error-summary-list">
        {items.map(({ text, clause, href, remedy }) => (
          <li key={text}>
            {href ? <a href={href}>{text}</a> : text}
            {clause && <ClauseMark clause={clause} />}
            {remedy && <p class="error-summary-remedy">{remedy}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The clause a rule rests on, small, after the sentence. */
export function ClauseMark({ clause }: { readonly clause: string }) {
  return (
    <>
      {" "}
      <span class="clause">({clauseWords(clause)})</span>
    </>
  );
}

export type NoticeKind = "info" | "ok" | "warn" | "danger";

const NOTICE_ICON: Record<NoticeKind, IconName> = {
  info: "info",
  ok: "check-circle",
  warn: "alert",
  danger: "refused",
};

export interface NoticeProps {
  readonly kind?: NoticeKind | undefined;
  readonly title?: string | undefined;
  /** Read out when the page opens: for the answer to what was just done. */
  readonly live?: boolean | undefined;
  readonly children?: ComponentChildren;
}

/** A word to the reader that stands out from the page: done, beware, or just so you know. */
export function Notice({ kind = "info", title, live, children }: NoticeProps) {
  return (
    <div class={`notice notice-${kind}`} {...(live ? { role: "status" } : {})}>
      <Icon name={NOTICE_ICON[kind]} />
      <div class="notice-body">
        {title && <p class="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}

export interface EmptyStateProps {
  readonly title: string;
  readonly icon?: IconName | undefined;
  readonly children?: ComponentChildren;
}

/** What stands where a list would be: says that nothing is wrong, and what to do next. */
export function EmptyState({ title, icon = "inbox", children }: EmptyStateProps) {
  return (
    <div class="empty">
      <Icon name={icon} />
      <p class="empty-title">{title}</p>
      {children && <div class="empty-body">{children}</div>}
    </div>
  );
}
