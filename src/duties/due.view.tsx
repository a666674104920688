import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { Downloads } from "../lists/downloads.view.tsx";
import { Button, LinkButton } from "../ui/button.tsx";
import { type Option, Select } from "../ui/choice.tsx";
import { type Column, PageHead, Table } from "../ui/data.tsx";
import { EmptyState } from "../ui/feedback.tsx";

import { formatDateTime, formatNumber } from "../ui/format.ts";
import { Pagination, Tabs } from "../ui/navigation.tsx";
import { type DutyFilter, hrefOf } from "./filter.ts";
import { ITEM_STANDINGS, type ItemStanding, SOON_DAYS } from "./owed.ts";
import { type DueLine, DueTime, StandingTag, WhatCell } from "./parts.view.tsx";
import { DUTY_LIST_PATH, DUTY_PATH } from "./paths.ts";

export interface DuePageProps {
  readonly desk: DeskFrame;
  readonly filter: DutyFilter;
  readonly mayBoard: boolean;
  readonly now: string;
  /** Of this page of the list. */
  readonly lines: readonly DueLine[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** Over the list without its standing, of what is past. */
  readonly counts: Readonly<Partial<Record<ItemStanding, number>>>;
  readonly toDoCount: number;
  readonly duties: readonly Option[];
  readonly months: readonly Option[];
}

/** Tabs of the three pages about duties. */
export function DutyTabs({ at, toDo, scope }: { at: string; toDo?: number; scope: DutyFilter["scope"] }) {
  const view = (one: DutyFilter["view"]) => hrefOf({ view: one, scope, duty: "", standing: "", month: "" });
  return (
    <Tabs
      label="Việc đến hạn"
      items={[
        { href: view("to-do"), label: "Cần làm", current: at === "to-do", count: toDo },
        { href: view("past"), label: "Đã qua", current: at === "past" },
        { href: DUTY_LIST_PATH, label: "Nhiệm vụ theo Quy chế", current: at === "duties" },
      ]}
    />
  );
}

/** What is due, late, done and missed: of one hat, or of the whole board. */
export function DuePage(props: DuePageProps) {
  const { desk, filter, now, lines, total, page, pages, toDoCount } = props;
  const isPast = filter.view === "past";
  const columns = isPast ? pastColumns(filter) : toDoColumns(filter, now);
  const late = lines.filter(({ standing }) => standing === "late");
  const soon = lines.filter(({ standing }) => standing !== "late");
  return (
    <DeskLayout desk={desk} title="Việc đến hạn" path={DUTY_PATH}>
      <PageHead
        title="Việc đến hạn"
        lead={isPast ? pastWords(props) : toDoWords(total, filter)}
        actions={total > 0 && <Downloads href={hrefOf(filter, { path: `${DUTY_PATH}.csv` })} />}
      />
      <DutyTabs at={filter.view} toDo={toDoCount} scope={filter.scope} />
      <Filters {...props} />
      {lines.length === 0 && (
        <EmptyState title={isPast ? "Không có việc nào trong kỳ này" : "Không có việc nào đến hạn"} icon="check-circle">
          <p>
            {isPast
              ? "Hãy chọn tháng khác hoặc bớt điều kiện lọc."
              : "Việc đến lượt tự hiện ở đây, trên danh mục và trong thông báo; không cần ai giao."}
          </p>
        </EmptyState>
      )}
      {isPast && lines.length > 0 && (
        <Table caption="Việc đã qua" captionHidden columns={columns} rows={lines} rowKey={({ key }) => key} />
      )}
      {!isPast && late.length > 0 && (
        <section>
          <h2>Quá hạn</h2>
          <Table caption="Việc quá hạn" captionHidden columns={columns} rows={late} rowKey={({ key }) => key} />
        </section>
      )}
      {!isPast && soon.length > 0 && (
        <section>
          <h2>Sắp đến hạn</h2>
          <Table caption="Việc sắp đến hạn" captionHidden columns={columns} rows={soon} rowKey={({ key }) => key} />
        </section>
      )}
      <Pagination page={page} pages={pages} href={(number) => hrefOf(filter, { page: number })} />
    </DeskLayout>
  );
}

const toDoWords = (total: number, { scope }: DutyFilter) => {
  const whose = scope === "board" ? "Cả Ban biên tập" : "Vai trò đang chọn";
  return total === 0
    ? `${whose}: không có việc nào quá hạn hay đến hạn trong ${SOON_DAYS} ngày tới.`
    : `${whose}: ${formatNumber(total)} việc quá hạn hoặc đến hạn trong ${SOON_DAYS} ngày tới.`;
};

const SHOWN: readonly ItemStanding[] = ["done", "done-late", "late", "missed", "excused"];

function pastWords({ counts, total }: DuePageProps) {
  if (total === 0) return "Không có việc nào trong kỳ này.";
  return `${SHOWN.filter((standing) => (counts[standing] ?? 0) > 0)
    .map((standing) => `${formatNumber(counts[standing] ?? 0)} ${ITEM_STANDINGS[standing].toLowerCase()}`)
    .join(", ")}.`;
}

function Filters({ filter, mayBoard, duties, months }: DuePageProps) {
  const isPast = filter.view === "past";
  const isFiltered = filter.duty !== "" || filter.standing !== "";
  return (
    <form class="filters" method="get" action={DUTY_PATH} aria-label="Lọc việc">
      {isPast && <input type="hidden" name="xem" value="da-qua" />}
      {mayBoard && (
        <Select
          name="pham-vi"
          label="Của ai"
          options={[
            { value: "toi", label: "Vai trò đang chọn" },
            { value: "ban", label: "Cả Ban biên tập" },
          ]}
          value={filter.scope === "board" ? "ban" : "toi"}
        />
      )}
      <Select name="nhiem-vu" label="Nhiệm vụ" options={duties} value={filter.duty} placeholder="Tất cả" optional />
      {isPast && <Select name="thang" label="Tháng" options={months} value={filter.month} />}
      {isPast && (
        <Select
          name="tinh-trang"
          label="Tình trạng"
          options={SHOWN.map((value) => ({ value, label: ITEM_STANDINGS[value] }))}
          value={filter.standing}
          placeholder="Tất cả"
          optional
        />
      )}
      <div class="filters-buttons">
        <Button icon="search">Lọc</Button>
        {isFiltered && (
          <LinkButton href={hrefOf({ ...filter, duty: "", standing: "" })} kind="quiet">
            Bỏ lọc
          </LinkButton>
        )}
      </div>
    </form>
  );
}

const WHAT: Column<DueLine> = {
  key: "what",
  label: "Việc",
  heads: true,
  cell: (line) => <WhatCell line={line} />,
};
const STANDING: Column<DueLine> = {
  key: "standing",
  label: "Tình trạng",
  cell: ({ standing }) => <StandingTag standing={standing} />,
};
const WHO: Column<DueLine> = {
  key: "who",
  label: "Ai làm",
  cell: ({ who, hat }) => (
    <>
      {who || "Chưa có người phụ trách"}
      <span class="cell-note">{hat}</span>
    </>
  ),
};

function toDoColumns({ scope }: DutyFilter, now: string): readonly Column<DueLine>[] {
  const due: Column<DueLine> = { key: "due", label: "Hạn", cell: (line) => <DueTime due={line.due} now={now} /> };
  return scope === "board" ? [WHAT, due, STANDING, WHO] : [WHAT, due, STANDING];
}

function pastColumns({ scope }: DutyFilter): readonly Column<DueLine>[] {
  const when: Column<DueLine>[] = [
    { key: "due", label: "Hạn", cell: ({ due }) => formatDateTime(due) },
    { key: "done", label: "Làm xong lúc", cell: ({ doneAt }) => (doneAt ? formatDateTime(doneAt) : "–") },
  ];
  return scope === "board" ? [WHAT, STANDING, ...when, WHO] : [WHAT, STANDING, ...when];
}
