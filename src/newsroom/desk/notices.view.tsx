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
                <div class="work-state notice-acts">
                  <label class="notice-tick">
                    <input class="tick" type="checkbox" name="notice" value={id} form={TICKED} />
                    <span>
                      Chọn<span class="visually-hidden">: {text}</span>
                    </span>
                  </label>
                  <form method="post" action={paths.notices}>
                    <Hidden csrf={desk.csrf} page={page} />
                    <input type="hidden" name="notice" value={id} />
                    <Button kind="quiet">Đã đọc</Button>
                  </form>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {items.some(({ readAt }) => !readAt) && (
        <form id={TICKED} class="notice-ticked" method="post" action={paths.notices}>
          <Hidden csrf={desk.csrf} page={page} />
          <Button icon="check">Đánh dấu các mục đã chọn là đã đọc</Button>
        </form>
      )}
      <Pagination
        page={page}
        pages={pages}
        href={(number) => (number > 1 ? `${paths.notices}?trang=${number}` : paths.notices)}
      />
    </DeskLayout>
  );
}

/** The form below the list; the boxes beside the notices belong to it. */
const TICKED = "da-chon";

function Hidden({ csrf, page }: { readonly csrf: string; readonly page: number }) {
  return (
    <>
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="trang" value={page} />
    </>
  );
}

/** What somebody was told, linked to what it speaks of. */
export function NoticeText({ edition, path, text }: Pick<Notification, "edition" | "path" | "text">) {
  const href = edition ? paths.article(edition) : path;
  return href ? <a href={href}>{text}</a> : <span>{text}</span>;
}
