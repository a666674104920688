import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { Downloads } from "../lists/downloads.view.tsx";
import { Button, LinkButton } from "../ui/button.tsx";
import { type Option, Select } from "../ui/choice.tsx";
import { type Column, PageHead, Table } from "../ui/data.tsx";
import { EmptyState } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import { formatDateTime, formatNumber, formatRelative } from "../ui/format.ts";
import type { IconName } from "../ui/icon.tsx";
import { Pagination, type Tab, Tabs } from "../ui/navigation.tsx";
import { Tag } from "../ui/status.tsx";
import { EVENT_KIND_NAMES, EVENT_KINDS } from "./event.ts";
import { type ArticleStanding, type EventFilter, type EventLine, VIEWS, type View } from "./event-list.ts";
import { whenWords } from "./event-words.ts";
import { monthName } from "./month.ts";
import { type MonthProps, MonthView } from "./month.view.tsx";
import { EVENT_PATHS } from "./paths.ts";
import { ARTICLE_WORDS, lostWords } from "./sheet.ts";
import { PhaseTag } from "./site.view.tsx";

export interface EventListPageProps {
  readonly desk: DeskFrame;
  /** One page of the list. */
  readonly lines: readonly EventLine[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly pageHref: (page: number) => string;
  readonly view: View;
  readonly tabs: readonly Tab[];
  readonly filter: EventFilter;
  readonly units: readonly Option[];
  readonly months: readonly string[];
  /** The month when it is looked at as a calendar; null for the list. */
  readonly month: MonthProps | null;
  readonly listHref: string;
  readonly monthHref: string;
  readonly csvHref: string;
  readonly mayAdd: boolean;
  readonly now: string;
}

/** Every event with how its article stands; as a list or as a month. */
export function EventListPage(props: EventListPageProps) {
  const { desk, lines, view, tabs, filter, month, now } = props;
  const isFiltered = Object.values(filter).some(Boolean);
  return (
    <DeskLayout desk={desk} title="Sự kiện" path={EVENT_PATHS.desk} wide>
      <PageHead
        title="Sự kiện"
        lead="Tin, bài về sự kiện phải lên Cổng chậm nhất 01 ngày sau khi kết thúc (khoản 4 Điều 16)."
        actions={
          <>
            {props.mayAdd && (
              <LinkButton kind="primary" icon="plus" href={EVENT_PATHS.add}>
                Ghi sự kiện
              </LinkButton>
            )}
            {month ? (
              <LinkButton icon="list" href={props.listHref}>
                Xem danh sách
              </LinkButton>
            ) : (
              <LinkButton icon="calendar" href={props.monthHref}>
                Xem theo tháng
              </LinkButton>
            )}
            {lines.length > 0 && <Downloads href={props.csvHref} />}
          </>
        }
      />
      <Tabs label="Các danh sách" items={tabs} />
      {month ? (
        <MonthView {...month} />
      ) : (
        <>
          <Filters {...props} isFiltered={isFiltered} />
          <Table
            caption={`${VIEWS[view]}: ${formatNumber(props.total)} sự kiện`}
            columns={columns(now)}
            rows={lines}
            rowKey={({ event }) => event.id}
            empty={
              <EmptyState
                title={isFiltered ? "Không có sự kiện nào khớp" : "Không có sự kiện nào ở đây"}
                icon="calendar"
              >
                <p>
                  {isFiltered
                    ? "Hãy bớt điều kiện lọc hoặc kiểm tra lại từ khóa."
                    : "Sự kiện được ghi từ nút “Ghi sự kiện” sẽ hiện ở đây."}
                </p>
              </EmptyState>
            }
          />
          <Pagination page={props.page} pages={props.pages} href={props.pageHref} />
        </>
      )}
    </DeskLayout>
  );
}

function Filters({ filter, view, units, months, isFiltered }: EventListPageProps & { readonly isFiltered: boolean }) {
  return (
    <form class="filters" method="get" action={EVENT_PATHS.desk} aria-label="Lọc sự kiện">
      {view && <input type="hidden" name="xem" value={view} />}
      <Field name="tu-khoa" label="Từ trong tên, địa điểm" type="search" value={filter.words} optional />
      <Select name="don-vi" label="Đơn vị" options={units} value={filter.unit} placeholder="Tất cả" optional />
      <Select
        name="loai"
        label="Loại"
        options={EVENT_KIND_NAMES.map((value) => ({ value, label: EVENT_KINDS[value] }))}
        value={filter.kind}
        placeholder="Tất cả"
        optional
      />
      <Select
        name="thang"
        label="Tháng"
        options={months.map((value) => ({ value, label: monthName(value) }))}
        value={filter.month}
        placeholder="Tất cả"
        optional
      />
      <div class="filters-buttons">
        <Button icon="search">Lọc</Button>
        {isFiltered && (
          <LinkButton href={view ? `${EVENT_PATHS.desk}?xem=${view}` : EVENT_PATHS.desk} kind="quiet">
            Bỏ lọc
          </LinkButton>
        )}
      </div>
    </form>
  );
}

const LOOKS: Readonly<Record<ArticleStanding, { icon: IconName; tone: "quiet" | "wait" | "good" | "back" | "stop" }>> =
  {
    none: { icon: "info", tone: "quiet" },
    ahead: { icon: "schedule", tone: "quiet" },
    open: { icon: "clock", tone: "wait" },
    done: { icon: "check", tone: "good" },
    "done-late": { icon: "alert", tone: "back" },
    late: { icon: "alert", tone: "stop" },
    missed: { icon: "alert", tone: "stop" },
  };

/** How the article of an event stands, in a word. */
export const ArticleTag = ({ standing }: { readonly standing: ArticleStanding }) => (
  <Tag {...LOOKS[standing]}>{ARTICLE_WORDS[standing]}</Tag>
);

function columns(now: string): readonly Column<EventLine>[] {
  return [
    {
      key: "title",
      label: "Sự kiện",
      heads: true,
      cell: ({ event }) => (
        <>
          <a href={EVENT_PATHS.event(event.id)}>{event.content.title}</a>
          <span class="cell-note">
            {EVENT_KINDS[event.content.kind]}
            {event.isPublic ? "" : ", nội bộ"}
          </span>
        </>
      ),
    },
    {
      key: "when",
      label: "Thời gian, địa điểm",
      cell: ({ event }) => (
        <>
          {whenWords(event)}
          <span class="cell-note">{event.content.place}</span>
        </>
      ),
    },
    { key: "unit", label: "Đơn vị tổ chức", cell: ({ event }) => event.unitName },
    {
      key: "article",
      label: "Tin, bài",
      cell: (line) => {
        const { event, phase, standing } = line;
        if (phase === "cancelled" && standing === "none") return <PhaseTag phase="cancelled" />;
        if (phase !== "over" && standing === "ahead") return <PhaseTag phase={phase} />;
        return (
          <>
            <ArticleTag standing={standing} />
            {standing === "open" && (
              <span class="cell-note">
                Hạn {formatDateTime(event.dueAt)}, {formatRelative(event.dueAt, now)}
              </span>
            )}
            {line.lost.length > 0 && <span class="cell-note">Lâu nhất ở khâu {lostWords(line)}</span>}
          </>
        );
      },
    },
  ];
}
