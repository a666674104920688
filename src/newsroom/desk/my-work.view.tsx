import { type DeskFrame, DeskLayout } from "../../desk/layout.view.tsx";
import { DueBlock } from "../../duties/due-block.view.tsx";
import { Button, LinkButton } from "../../ui/button.tsx";
import { PageHead } from "../../ui/data.tsx";
import { EmptyState } from "../../ui/feedback.tsx";
import { formatNumber, formatRelative, formatSince } from "../../ui/format.ts";
import { StatusTag, Tag } from "../../ui/status.tsx";
import type { MineView, MyWorkView, OtherHatView, WaitingView } from "./my-work.model.ts";
import { NoticeText } from "./notices.view.tsx";
import { paths } from "./paths.ts";

/** The desk's first page: what waits for me, in one look. */
export function MyWorkPage({ desk, view }: { readonly desk: DeskFrame; readonly view: MyWorkView }) {
  return (
    <DeskLayout desk={desk} title="Việc của tôi" path={paths.work}>
      <PageHead
        title="Việc của tôi"
        lead={`${view.hat}: ${view.waiting.length === 0 ? "không có bài nào đang chờ." : `${formatNumber(view.waiting.length)} bài đang chờ, chờ lâu nhất ở trên.`}`}
        actions={
          view.mayWrite && (
            <LinkButton href={paths.newArticle} kind="primary" icon="plus">
              Viết bài mới
            </LinkButton>
          )
        }
      />
      <section aria-labelledby="dang-cho-toi">
        <h2 class="visually-hidden" id="dang-cho-toi">
          Đang chờ tôi
        </h2>
        {view.waiting.length === 0 ? (
          <EmptyState title="Không có bài nào chờ bạn" icon="check-circle">
            <p>Khi có bài đến lượt, bạn thấy bài ở đây và nhận được thông báo.</p>
          </EmptyState>
        ) : (
          <ol class="work-list">
            {view.waiting.map((item) => (
              <WaitingItem key={item.edition} item={item} now={view.now} />
            ))}
          </ol>
        )}
        {view.otherHats.map((hat) => (
          <OtherHat key={hat.appointment} hat={hat} csrf={desk.csrf} />
        ))}
      </section>

      <DueBlock lines={view.due} now={view.now} />

      {(view.mayWrite || view.mine.length > 0) && (
        <>
          <h2>Bài của tôi</h2>
          <Mine items={view.mine} view={view} />
        </>
      )}

      <h2>Thông báo chưa đọc</h2>
      {view.notices.length === 0 ? (
        <p class="work-quiet">
          Không có thông báo nào chưa đọc. <a href={paths.notices}>Xem các thông báo trước</a>
        </p>
      ) : (
        <>
          <ul class="work-notices">
            {view.notices.map(({ id, edition, path, text, at }) => (
              <li key={id}>
                <NoticeText edition={edition} path={path} text={text} />{" "}
                <time class="work-when" dateTime={at}>
                  {formatRelative(at, view.now)}
                </time>
              </li>
            ))}
          </ul>
          <p>
            <a href={paths.notices}>Xem tất cả ({formatNumber(view.unread)} chưa đọc)</a>
          </p>
        </>
      )}
    </DeskLayout>
  );
}

function WaitingItem({ item, now }: { readonly item: WaitingView; readonly now: string }) {
  return (
    <li class="work">
      <div class="work-main">
        <h3 class="work-title">
          <a href={paths.article(item.edition)}>{item.title}</a>
        </h3>
        <p class="work-todo">
          Việc cần làm: <strong>{item.todo}</strong>
        </p>
        {item.exceptions.map((label) => (
          <p class="work-facts" key={label}>
            “{label}” chỉ còn làm được theo trường hợp ngoại lệ.
          </p>
        ))}
        <p class="work-facts">
          {item.unit}
          {" · "}
          {item.others ? `Người khác cũng nhận được: ${item.others}` : "Chỉ bạn nhận được việc này"}
        </p>
      </div>
      <div class="work-state">
        <StatusTag state={item.state} />
        <p class="work-when">
          <time dateTime={item.since}>{formatSince(item.since, now)}</time>
        </p>
        {item.isLate ? (
          <Tag icon="alert" tone="stop">
            {item.age}
          </Tag>
        ) : (
          <p class="work-when">{item.age}</p>
        )}
      </div>
    </li>
  );
}

function OtherHat({ hat, csrf }: { readonly hat: OtherHatView; readonly csrf: string }) {
  return (
    <form class="other-hat" method="post" action={paths.hat}>
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="hat" value={hat.appointment} />
      <input type="hidden" name="tro-lai" value={paths.work} />
      <p>
        Vai trò {hat.label}:{" "}
        {hat.count === 0 ? "không có bài nào chờ." : <strong>{formatNumber(hat.count)} bài đang chờ.</strong>}
      </p>
      <Button kind="quiet">Chuyển sang vai trò này</Button>
    </form>
  );
}

function Mine({ items, view }: { readonly items: readonly MineView[]; readonly view: MyWorkView }) {
  if (items.length === 0) {
    return (
      <EmptyState title="Bạn chưa viết bài nào" icon="news">
        <p>
          {view.mayWrite
            ? "Bấm “Viết bài mới”, gõ trực tiếp hoặc chọn một tệp Word đã viết sẵn."
            : "Vai trò đang chọn không viết bài."}
        </p>
      </EmptyState>
    );
  }
  return (
    <ul class="work-list">
      {items.map((item) => (
        <li class="work" key={item.edition}>
          <div class="work-main">
            <h3 class="work-title">
              <a href={paths.article(item.edition)}>{item.title}</a>
            </h3>
            <p class="work-facts">
              {item.where}. {item.next && `Tiếp theo: ${item.next}.`}
            </p>
          </div>
          <div class="work-state">
            <StatusTag state={item.state} />
            <p class="work-when">
              <time dateTime={item.since}>{formatSince(item.since, view.now)}</time>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
