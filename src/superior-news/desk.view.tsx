import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { Button } from "../ui/button.tsx";
import { DescriptionList, PageHead, Table } from "../ui/data.tsx";
import { EmptyState, Notice } from "../ui/feedback.tsx";
import { formatDateTime } from "../ui/format.ts";
import type { FeedItem } from "./read-feed.ts";
import type { Pull } from "./superior-news.queries.ts";

export const SUPERIOR_NEWS_DESK = "/ban-bien-tap/tin-cua-so";

export interface SuperiorNewsView {
  readonly desk: DeskFrame;
  readonly body: string;
  /** "" for none. */
  readonly feed: string;
  readonly minutes: number;
  readonly pull: Pull | null;
  readonly items: readonly FeedItem[];
  readonly done: string;
  readonly maySet: boolean;
}

/** The state of the reading, in words, and the list as the home page shows it. */
export function SuperiorNewsPage({ view }: { readonly view: SuperiorNewsView }) {
  const { desk, body, feed, minutes, pull, items, done, maySet } = view;
  const settings = maySet ? <a href="/ban-bien-tap/cai-dat#nguon-tin-so">Cài đặt</a> : "Cài đặt (Quản trị)";
  return (
    <DeskLayout
      desk={desk}
      title="Tin từ cơ quan chủ quản"
      path={SUPERIOR_NEWS_DESK}
      breadcrumbs={[{ label: "Bàn làm việc", href: "/ban-bien-tap" }, { label: "Tin từ cơ quan chủ quản" }]}
    >
      <PageHead
        title="Tin từ cơ quan chủ quản"
        lead={`Cổng đọc nguồn tin của ${body} và dẫn tới bài ở trang của cơ quan ấy, trong khối riêng ở trang chủ.`}
        actions={
          feed && (
            <form method="post" action={SUPERIOR_NEWS_DESK}>
              <input type="hidden" name="csrf" value={desk.csrf} />
              <Button icon="download">Đọc lại ngay</Button>
            </form>
          )
        }
      />
      {done && <Notice kind="ok" live title={done} />}
      {!feed && (
        <Notice title="Chưa có địa chỉ nguồn tin">
          <p>Trang chủ chưa có khối này. Địa chỉ RSS hoặc Atom được ghi trong {settings}.</p>
        </Notice>
      )}
      {feed && pull?.problem && (
        <Notice kind="warn" title="Lần đọc gần nhất chưa được">
          <p>{pull.problem}</p>
          <p>
            {pull.goodAt
              ? `Trang chủ vẫn hiện danh sách đọc được lúc ${formatDateTime(pull.goodAt)}.`
              : "Trang chủ chưa hiện khối này vì chưa lần nào đọc được."}
          </p>
        </Notice>
      )}
      {feed && (
        <DescriptionList
          items={[
            { term: "Nguồn tin", value: <span>{feed}</span> },
            {
              term: "Đọc lại",
              value: (
                <>
                  Mỗi {minutes} phút; đổi trong {settings}.
                </>
              ),
            },
            { term: "Lần đọc gần nhất", value: pull ? formatDateTime(pull.triedAt) : "Chưa đọc lần nào" },
            { term: "Lần đọc được gần nhất", value: pull?.goodAt ? formatDateTime(pull.goodAt) : "Chưa có" },
          ]}
        />
      )}
      {feed && (
        <Table
          caption="Danh sách đang giữ"
          rows={items}
          rowKey={({ link }) => link}
          empty={<EmptyState title="Chưa có tin nào" icon="rss" />}
          columns={[
            {
              key: "tieu-de",
              label: "Tiêu đề",
              cell: ({ title, link }) => (
                <a href={link} rel="external noopener nofollow">
                  {title}
                </a>
              ),
            },
            {
              key: "luc",
              label: "Đăng lúc",
              cell: ({ publishedAt }) => (publishedAt ? formatDateTime(publishedAt) : "Không ghi"),
            },
          ]}
        />
      )}
    </DeskLayout>
  );
}
