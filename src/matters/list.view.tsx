import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { DueTag } from "../intake/desk-parts.view.tsx";
import { Downloads } from "../lists/downloads.view.tsx";
import { MATTER_KIND_NAMES, MATTER_KINDS, type MatterState } from "../regulation/matter-kinds.ts";
import { Button, LinkButton } from "../ui/button.tsx";
import { Checkbox, Select } from "../ui/choice.tsx";
import { type Column, PageHead, Table } from "../ui/data.tsx";
import { EmptyState } from "../ui/feedback.tsx";
import { formatDate, formatNumber } from "../ui/format.ts";
import type { IconName } from "../ui/icon.tsx";
import { Pagination, Tabs } from "../ui/navigation.tsx";
import { Tag } from "../ui/status.tsx";
import type { MatterLine } from "./lines.ts";
import { MATTER_PATHS } from "./paths.ts";

/** What narrows the list, as its address says it. */
interface Narrowed {
  readonly side: string;
  readonly kind: keyof typeof MATTER_KINDS | "";
  readonly state: string;
  readonly onlyLate: boolean;
}

export interface MatterListProps {
  readonly desk: DeskFrame;
  readonly rows: readonly (MatterLine & { readonly left: number })[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly filter: Narrowed;
  readonly href: (page: number) => string;
  readonly csv: string;
  readonly tabs: readonly {
    readonly side: string;
    readonly label: string;
    readonly href: string;
    readonly count: number;
  }[];
  readonly mayRaise: boolean;
}

/** What the board has to do: what waits for me first, all kinds in one list. */
export function MatterListPage(props: MatterListProps) {
  const { desk, rows, total, page, pages, filter, href, csv, tabs, mayRaise } = props;
  const isNarrowed = filter.kind !== "" || filter.state !== "" || filter.onlyLate;
  return (
    <DeskLayout desk={desk} title="Công việc" path={MATTER_PATHS.desk}>
      <PageHead
        title="Công việc của Ban biên tập"
        lead={`${formatNumber(total)} việc${isNarrowed ? " khớp với bộ lọc" : ""}.`}
        actions={
          <>
            {mayRaise && (
              <LinkButton href={MATTER_PATHS.create} icon="plus" kind="primary">
                Nêu việc mới
              </LinkButton>
            )}
            {rows.length > 0 && <Downloads href={csv} />}
          </>
        }
      />
      <Tabs
        label="Công việc"
        items={tabs.map(({ side, label, href, count }) => ({ href, label, count, current: side === filter.side }))}
      />
      <Filters filter={filter} isNarrowed={isNarrowed} />
      <Table
        caption="Danh sách công việc"
        captionHidden
        columns={COLUMNS}
        rows={rows}
        rowKey={({ code }) => code}
        empty={
          <EmptyState
            title={
              filter.side === "can-toi" && !isNarrowed ? "Không có việc nào đang chờ bạn" : "Không có việc nào khớp"
            }
            icon="check-circle"
          />
        }
      />
      <Pagination page={page} pages={pages} href={href} />
    </DeskLayout>
  );
}

function Filters({ filter, isNarrowed }: { readonly filter: Narrowed; readonly isNarrowed: boolean }) {
  const own = filter.kind === "" ? [] : Object.entries(MATTER_KINDS[filter.kind].states);
  return (
    <form class="filters" method="get" action={MATTER_PATHS.desk} aria-label="Lọc công việc">
      {filter.side !== "can-toi" && <input type="hidden" name="ai" value={filter.side} />}
      <Select
        name="loai"
        label="Loại việc"
        placeholder="Tất cả"
        optional
        value={filter.kind}
        options={MATTER_KIND_NAMES.map((kind) => ({ value: kind, label: MATTER_KINDS[kind].name }))}
      />
      <Select
        name="tinh-trang"
        label="Tình trạng"
        placeholder="Tất cả"
        optional
        value={filter.state}
        options={[
          { value: "mo", label: "Chưa kết thúc" },
          { value: "xong", label: "Đã kết thúc" },
          ...own.map(([value, label]) => ({ value, label })),
        ]}
      />
      <Checkbox name="qua-han" label="Chỉ việc quá hạn" value="co" checked={filter.onlyLate} />
      <div class="filters-buttons">
        <Button icon="search">Lọc</Button>
        {isNarrowed && (
          <LinkButton
            href={filter.side === "can-toi" ? MATTER_PATHS.desk : `${MATTER_PATHS.desk}?ai=${filter.side}`}
            kind="quiet"
          >
            Bỏ lọc
          </LinkButton>
        )}
      </div>
    </form>
  );
}

const TONES: Readonly<Record<MatterState, { icon: IconName; tone: "quiet" | "wait" | "work" | "good" | "stop" }>> = {
  WAITING: { icon: "schedule", tone: "wait" },
  APPROVED: { icon: "stamp", tone: "good" },
  WORKING: { icon: "edit", tone: "work" },
  DONE: { icon: "check", tone: "good" },
  DECLINED: { icon: "cancelled", tone: "stop" },
  WITHDRAWN: { icon: "withdrawn", tone: "quiet" },
};

/** How it stands, in its kind's own word. */
export function MatterTag({ state, name }: { readonly state: MatterState; readonly name: string }) {
  const { icon, tone } = TONES[state];
  return (
    <Tag icon={icon} tone={tone}>
      {name}
    </Tag>
  );
}

const COLUMNS: readonly Column<MatterListProps["rows"][number]>[] = [
  {
    key: "viec",
    label: "Việc",
    heads: true,
    cell: ({ code, title, kind, isUrgent }) => (
      <>
        <a class="matter-title" href={MATTER_PATHS.one(code)}>
          {title}
        </a>
        <span class="cell-note">
          {MATTER_KINDS[kind].name} <span class="day">{code}</span>
          {isUrgent && ", gấp"}
        </span>
      </>
    ),
  },
  {
    key: "nguoi-neu",
    label: "Người nêu",
    cell: ({ raiser, unitName, raisedAt }) => (
      <>
        {raiser}
        <span class="cell-note">
          {unitName ? `${unitName}, ` : ""}
          {formatDate(raisedAt)}
        </span>
      </>
    ),
  },
  { key: "nguoi-nhan", label: "Người nhận, giải quyết", cell: ({ to }) => to || "–" },
  {
    key: "tinh-trang",
    label: "Tình trạng",
    cell: ({ state, stateName }) => <MatterTag state={state} name={stateName} />,
  },
  {
    key: "han",
    label: "Hạn",
    cell: ({ due, left, isOpen }) => (due === null ? "–" : <DueTag due={due} left={left} isOpen={isOpen} />),
  },
];
