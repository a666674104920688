import { type DeskFrame, DeskLayout } from "../../desk/layout.view.tsx";
import { Button } from "../../ui/button.tsx";
import { PageHead } from "../../ui/data.tsx";
import { EmptyState } from "../../ui/feedback.tsx";
import { formatNumber, formatSince } from "../../ui/format.ts";
import { Pagination } from "../../ui/navigation.tsx";
import type { Notification } from "../notifications.queries.ts";
import { paths } from "./paths.ts";

export interface NoticesPageProps {
  readonly desk: DeskFrame;
  readonly items: readonly Notification[];
  readonly unread: number;
  readonly page: number;
  readonly pages: number;
  readonly now: string;
}

/** What one was told, latest first. */
export function NoticesPage({ desk, items, unread, page, pages, now }: NoticesPageProps) {
  return (
    <DeskLayout desk={desk} title="Thông báo" path={paths.notices}>
      <PageHead
        title="Thông báo"
        lead={unread === 0 ? "Không có thông báo nào chưa đọc." : `${formatNumber(unread)} thông báo chưa đọc.`}
        actions={
          unread > 0 && (
            <form method="post" action={paths.notices}>
              <input type="hidden" name="csrf" value={desk.csrf} />
              <input type="hidden" name="notice" value="all" />
              <Button icon="check">Đánh dấu tất cả đã đọc</Button>
            </form>
          )
        }
      />
      {items.length === 0 ? (
        <EmptyState title="Chưa có thông báo nào" icon="bell">
          <p>Khi có bài đến lượt bạn hoặc bài của bạn có kết quả, thông báo hiện ở đây.</p>
        </EmptyState>
      ) : (
        <ul class="work-list">
          {items.map(({ id, edition, path, text, at, readAt, kind }) => (
            <li key={id} class={readAt ? "work notice-item" : "work notice-item notice-unread"}>
              <div class="work-main">
                <p class="notice-text">
                  <NoticeText edition={edition} path={path} text={text} />
                </p>
                <p class="work-facts">
                  {!readAt && "Chưa đọc · "}
                  {kind === "waiting" ? "Đến lượt bạn" : "Để bạn biết"}
                  {" · "}
                  <time dateTime={at}>{formatSince(at, now)}</time>
                </p>
              </div>
              {!readAt && (
                <form class="work-state" method="post" action={paths.notices}>
                  <input type="hidden" name="csrf" value={desk.csrf} />
                  <input type="hidden" name="notice" value={id} />
                  <Button kind="quiet">Đã đọc</Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      <Pagination
        page={page}
        pages={pages}
        href={(number) => (number > 1 ? `${paths.notices}?trang=${number}` : paths.notices)}
      />
    </DeskLayout>
  );
}

/** What somebody was told, linked to what it speaks of. */
export function NoticeText({ edition, path, text }: Pick<Notification, "edition" | "path" | "text">) {
  const href = edition ? paths.article(edition) : path;
  return href ? <a href={href}>{text}</a> : <span>{text}</span>;
}
