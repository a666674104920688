import { TickForm, tickColumn } from "../../bulk/tick.view.tsx";
import { type DeskFrame, DeskLayout } from "../../desk/layout.view.tsx";
import { Downloads } from "../../lists/downloads.view.tsx";
import { STATE_NAMES, STATES } from "../../regulation/states.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Select } from "../../ui/choice.tsx";
import { type Column, PageHead, Table } from "../../ui/data.tsx";
import { EmptyState } from "../../ui/feedback.tsx";
import { Field } from "../../ui/field.tsx";
import { formatDateTime, formatNumber, formatRelative } from "../../ui/format.ts";
import { Pagination } from "../../ui/navigation.tsx";
import { StatusTag } from "../../ui/status.tsx";
import type { ArticleFilter, ArticleList, FilterChoices, ListedArticle } from "../article-list.queries.ts";
import { paths } from "./paths.ts";
import { titleOr } from "./words.ts";

export interface ArticlesPageProps {
  readonly desk: DeskFrame;
  readonly list: ArticleList;
  readonly filter: ArticleFilter;
  readonly choices: FilterChoices;
  readonly page: number;
  readonly pages: number;
  readonly now: string;
  readonly hrefOf: (page: number) => string;
  readonly csvHref: string;
  /** The hat may do something with several articles at once. */
  readonly mayTick: boolean;
}

const STATE_OPTIONS = STATE_NAMES.map((value) => ({ value, label: STATES[value] }));

/** All articles one may read. */
export function ArticlesPage({
  desk,
  list,
  filter,
  choices,
  page,
  pages,
  now,
  hrefOf,
  csvHref,
  mayTick,
}: ArticlesPageProps) {
  const isFiltered = Object.values(filter).some(Boolean);
  return (
    <DeskLayout desk={desk} title="Tất cả bài" path={paths.articles}>
      <PageHead
        title="Tất cả bài"
        lead={`${formatNumber(list.total)} bài${isFiltered ? " khớp với bộ lọc" : " bạn được xem trong vai trò này"}.`}
        actions={list.total > 0 && <Downloads href={csvHref} />}
      />
      <form class="filters" method="get" action={paths.articles} aria-label="Lọc bài">
        <Field name="tu-khoa" label="Từ trong tiêu đề" type="search" value={filter.words} optional />
        <Select
          name="trang-thai"
          label="Trạng thái"
          options={STATE_OPTIONS}
          value={filter.state}
          placeholder="Tất cả"
          optional
        />
        <Select
          name="don-vi"
          label="Đơn vị"
          options={choices.units}
          value={filter.unit}
          placeholder="Tất cả"
          optional
        />
        <Select
          name="chuyen-muc"
          label="Chuyên mục"
          options={choices.categories}
          value={filter.category}
          placeholder="Tất cả"
          optional
        />
        <Select
          name="nguoi-viet"
          label="Người viết"
          options={choices.authors}
          value={filter.author}
          placeholder="Tất cả"
          optional
        />
        <div class="filters-buttons">
          <Button icon="search">Lọc</Button>
          {isFiltered && (
            <LinkButton href={paths.articles} kind="quiet">
              Bỏ lọc
            </LinkButton>
          )}
        </div>
      </form>
      <TickForm list="bai" shown={mayTick && list.rows.length > 0}>
        <Table
          caption="Danh sách bài"
          captionHidden
          columns={mayTick ? [TICK, ...columns(now)] : columns(now)}
          rows={list.rows}
          rowKey={({ edition }) => edition}
          empty={
            <EmptyState title={isFiltered ? "Không có bài nào khớp" : "Chưa có bài nào"} icon="news">
              <p>
                {isFiltered
                  ? "Hãy bớt điều kiện lọc hoặc kiểm tra lại từ khóa."
                  : "Bài của bạn và các bài bạn được xem sẽ hiện ở đây."}
              </p>
            </EmptyState>
          }
        />
      </TickForm>
      <Pagination page={page} pages={pages} href={hrefOf} />
    </DeskLayout>
  );
}

const TICK = tickColumn<ListedArticle>(
  ({ edition }) => edition,
  ({ title }) => titleOr(title),
);

function columns(now: string): readonly Column<ListedArticle>[] {
  return [
    {
      key: "title",
      label: "Tiêu đề",
      heads: true,
      cell: ({ edition, title, number }) => (
        <>
          <a href={paths.article(edition)}>{titleOr(title)}</a>
          {number > 1 && <span class="cell-note">Bản cập nhật {number}</span>}
        </>
      ),
    },
    { key: "state", label: "Trạng thái", cell: ({ state }) => <StatusTag state={state} /> },
    {
      key: "since",
      label: "Từ lúc",
      cell: ({ since }) => (
        <time dateTime={since} title={formatDateTime(since)}>
          {formatRelative(since, now)}
        </time>
      ),
    },
    {
      key: "unit",
      label: "Đơn vị, chuyên mục",
      cell: ({ unit, category }) => (
        <>
          {unit}
          <span class="cell-note">{category}</span>
        </>
      ),
    },
    { key: "author", label: "Người viết", cell: ({ author }) => author },
  ];
}
