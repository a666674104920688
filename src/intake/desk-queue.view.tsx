import type { ComponentChildren } from "preact";
import { TickForm, tickColumn } from "../bulk/tick.view.tsx";
import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { Downloads } from "../lists/downloads.view.tsx";
import { type Column, PageHead, Table } from "../ui/data.tsx";
import { EmptyState, Notice } from "../ui/feedback.tsx";
import { formatDate } from "../ui/format.ts";
import type { IconName } from "../ui/icon.tsx";
import { Pagination, Tabs } from "../ui/navigation.tsx";
import { DueTag } from "./desk-parts.view.tsx";
import type { SlipRoom } from "./slips.ts";

export interface QueueText<Row> {
  readonly title: string;
  readonly lead: string;
  readonly icon: IconName;
  readonly actions?: ComponentChildren;
  /** What names a row, and what else a room says of it; state and days are said of every one. */
  readonly columns: readonly Column<Row>[];
  /** For whoever may do something with several open ones at once: in which list of `bulk`, and what a row is called. */
  readonly ticks?: { readonly list: string; readonly name: (row: Row) => string };
}

interface Line {
  readonly id: string;
  readonly state: string;
  readonly received_at: string;
  readonly due_on: string;
  /** Working days until it is due; negative when late. */
  readonly left: number;
}

export interface QueuePageProps<Row extends Line> {
  readonly desk: DeskFrame;
  readonly room: SlipRoom;
  readonly text: QueueText<Row>;
  readonly rows: readonly Row[];
  readonly isOpen: boolean;
  readonly counts: { readonly open: number; readonly over: number };
  readonly page: number;
  readonly pages: number;
  readonly done: string | undefined;
}

/** What waits, what is due first on top; and what is over. */
export function QueuePage<Row extends Line>(props: QueuePageProps<Row>) {
  const { desk, room, text, rows, isOpen, counts, page, pages, done } = props;
  const { paths, states } = room;
  const over = `${paths.desk}?xem=xong`;
  const base = isOpen ? paths.desk : over;
  const ticks = isOpen ? text.ticks : undefined;
  const caption = isOpen ? "Đang xử lý" : "Đã kết thúc";
  return (
    <DeskLayout desk={desk} title={text.title} path={paths.desk}>
      <PageHead
        title={text.title}
        lead={text.lead}
        actions={
          <>
            {text.actions}
            {rows.length > 0 && <Downloads href={isOpen ? `${paths.desk}.csv` : `${paths.desk}.csv?xem=xong`} />}
          </>
        }
      />
      {done && <Notice kind="ok" live title={done} />}
      <Tabs
        label={text.title}
        items={[
          { href: paths.desk, label: "Đang xử lý", current: isOpen, count: counts.open },
          { href: over, label: "Đã kết thúc", current: !isOpen, count: counts.over },
        ]}
      />
      <TickForm list={ticks?.list ?? ""} shown={ticks !== undefined && rows.length > 0}>
        <Table
          caption={caption}
          captionHidden
          rows={rows}
          rowKey={({ id }) => id}
          empty={<EmptyState title={isOpen ? "Không có gì đang chờ" : "Chưa có gì kết thúc"} icon={text.icon} />}
          columns={[
            ...(ticks ? [tickColumn<Row>(({ id }) => id, ticks.name)] : []),
            ...text.columns.map((column, index) => ({ ...column, heads: index === 0 })),
            { key: "state", label: "Tình trạng", cell: ({ state }) => states[state] },
            {
              key: "received",
              label: "Nhận ngày",
              cell: ({ received_at }) => <time dateTime={received_at}>{formatDate(received_at)}</time>,
            },
            {
              key: "due",
              label: "Hạn",
              cell: ({ due_on, left }) => <DueTag due={due_on} left={left} isOpen={isOpen} />,
            },
          ]}
        />
      </TickForm>
      <Pagination
        page={page}
        pages={pages}
        href={(number) => (number > 1 ? `${base}${isOpen ? "?" : "&"}trang=${number}` : base)}
      />
    </DeskLayout>
  );
}
